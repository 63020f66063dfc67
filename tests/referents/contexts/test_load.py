from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.referents.contexts.packs import LAYER, PACK, changed, line_with, saved
from whence.errors import InvalidContext, UnknownContext, UnreadableContext
from whence.records import Alias, Box
from whence.referents.contexts import load_context, shipped_contexts, validate_context


def test_a_pack_becomes_its_record(tmp_path: Path) -> None:
    (tmp_path / "ground.geojson").write_text("{}", encoding="utf-8")
    context = load_context(saved(tmp_path, PACK + LAYER))
    assert (context.name, context.start, context.end) == ("halm-2031", date(2031, 2, 1), date(2031, 9, 30))
    assert context.theatre.box == Box(south=10, west=20, north=12, east=22.5)
    assert context.parties[1].part_of == "east-army"
    assert context.parties[1].reference is not None
    assert Alias("армия Восточного Хальма", "ru") in context.parties[0].aliases
    assert [holder.name for holder in context.offices[0].holders] == ["Ilse Marn", "Otto Brill"]
    assert context.offices[0].holders[1].until is None
    assert context.outlets[0].domains == ("gazette.example",)
    assert context.layers[0].path == str(tmp_path / "ground.geojson")


CASES = [
    ("unknown key", 'licence = "CC0"\nname = "halm', "licence", "unknown key", 'name = "halm'),
    ("near miss", "alias.en = [\n", "alias.en", "did you mean 'aliases'", "aliases.en = [\n"),
    ("missing key", "", "[theatre]", "'north' is missing", "north = 12.0\n"),
    ("text for a day", 'start = "2031-02-01"', "start =", "without quotation marks", "start = 2031-02-01"),
    ("time for a day", "start = 2031-02-01T10:00:00", "start =", "takes a day", "start = 2031-02-01"),
    ("text for a number", 'latitude = "11"', "latitude =", "takes a number", "latitude = 11.0"),
    ("capital in an id", 'id = "East"', 'id = "East"', "takes an id", 'id = "east-army"'),
    ("no address", 'url = "institute"', 'url = "institute"', "takes an address", 'url = "https://institute.example/marn"'),
    ("domain with a path", 'domains = ["gazette.example/x"]', "domains =", "list of domains", 'domains = ["gazette.example"]'),
    ("country", 'countries = ["Halm"]', "countries =", "two-letter", 'countries = ["HA"]'),
    ("no language", 'words.english = ["Halm", "Dravik"]', "words.english", "no language code", 'words.en = ["Halm", "Dravik"]'),
    ("unknown side", 'side = "north"', 'side = "north"', "no side; the sides are east, west", 'side = "west"'),
    ("unknown parent", 'part_of = "navy"', "part_of", "no other party", 'part_of = "east-army"'),
    ("unknown party", 'party = "navy"', "party =", "the id of no party", 'party = "east-army"'),
    (
        "id twice",
        'id = "east-army"\nname = "Guard',
        'id = "east-army"\nname = "Guard',
        "taken already",
        'id = "west-guard"\nname = "Guard',
    ),
    ("alias twice", '"the Guard", "Western Guard"', '"the Guard"', "stands here twice", '"the Guard"'),
    ("alias of two", '"the Guard", "AEH"', '"the Guard"', "names 'Army of East Halm' already", '"the Guard"'),
    ("until before since", "until = 2028-05-01", "until =", "before 2029-01-01", "until = 2031-05-01"),
    ("end before start", "end = 2030-09-30", "end =", "before the start", "end = 2031-09-30"),
    ("upside down", "south = 13.0", "south =", "upside down", "south = 10.0"),
    ("inside out", "west = 25.0", "west = 25", "inside out", "west = 20.0"),
    ("off the globe", "north = 120.0", "north =", "from -90 to 90", "north = 12.0"),
    ("place off the globe", "latitude = 111.0", "latitude =", "no latitude and longitude", "latitude = 11.0"),
    (
        "label without a source",
        'label = "rebels"\n',
        "label =",
        "needs a source",
        PACK[PACK.index("label") : PACK.index("aliases.en = [\n")],
    ),
]


@pytest.mark.parametrize(("new", "mark", "told", "old"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_each_problem_is_told_with_its_line(tmp_path: Path, new: str, mark: str, told: str, old: str) -> None:
    text = changed(old, new)
    problems = validate_context(saved(tmp_path, text))
    assert [problem.line for problem in problems if told in problem.message] == [
        text[: text.index(mark)].count("\n") + 1 if "\n" in mark else line_with(text, mark)
    ]


def test_all_problems_are_told_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = changed("south = 10.0", "south = 13.0").replace('side = "west"', 'side = "north"')
    problems = validate_context(saved(tmp_path, text))
    assert [problem.message.partition(":")[0] for problem in problems] == ["theatre.south", "parties[2].side"]


@pytest.mark.parametrize(("text", "line"), [("a = 1\nb = \n", 2), ('a = 1\nb = "x', 2), ("a = 1\na = 2\n", 2), ("[" * 100_000, 1)])
def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    (problem,) = validate_context(saved(tmp_path, text))
    assert problem.line == line
    assert problem.message.startswith("no TOML")


def test_a_layer_without_its_file_is_a_problem(tmp_path: Path) -> None:
    (problem,) = validate_context(saved(tmp_path, PACK + LAYER))
    assert "there is no file" in problem.message
    assert problem.line == line_with(PACK + LAYER, "path =")


def test_a_bad_pack_is_refused_with_its_first_problem_and_the_number_of_others(tmp_path: Path) -> None:
    path = saved(tmp_path, changed("south = 10.0", "south = 13.0").replace('side = "west"', 'side = "north"'))
    with pytest.raises(InvalidContext, match=r"pack\.toml:11: theatre\.south.*\(and 1 more\).*W361"):
        load_context(path)


def test_a_pack_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes('name = "x"\ntitle = "Größe"'.encode("latin-1"))
    with pytest.raises(UnreadableContext, match="line 2 is not in UTF-8"):
        load_context(tmp_path / "latin.toml")
    with pytest.raises(UnreadableContext):
        load_context(tmp_path)
    with pytest.raises(UnknownContext, match=r"halm.*ukraine-2022"):
        load_context("halm")


@pytest.mark.parametrize("name", ["sudan-2023", "ukraine-2022"])
def test_a_shipped_pack_is_whole(name: str) -> None:
    context = load_context(name)
    assert name in shipped_contexts()
    assert context.name == name
    assert len(context.outlets) >= 12
    ids = {side.id for side in context.sides}
    assert {party.side for party in context.parties} == ids
    for office in context.offices:
        known = [holder for holder in office.holders if holder.since is not None]
        assert known == sorted(known, key=lambda holder: holder.since or date.min)
        overlaps = [
            (one.name, two.name) for one, two in pairwise(known) if one.until is None or (two.since and one.until > two.since)
        ]
        assert overlaps == [], "nobody holds an office before the one before has left it"


@pytest.mark.parametrize(
    ("name", "languages"), [("sudan-2023", {"en", "ar"}), ("ukraine-2022", {"ru", "uk"})], ids=["sudan-2023", "ukraine-2022"]
)
def test_the_parties_of_a_shipped_pack_have_names_in_its_languages(name: str, languages: set[str]) -> None:
    lacking = [(party.id, languages - {alias.language for alias in party.aliases}) for party in load_context(name).parties]
    assert [each for each in lacking if each[1]] == []
