from datetime import date
from pathlib import Path

import pytest

from tests.referents.contexts.packs import PACK, saved
from whence.records import Absent, Context, Known, Undetermined, value_or_none
from whence.referents.contexts import load_context
from whence.referents.contexts.sides import STANDS_FOR, parties_in, party_of, side_name

MORE = """
[[parties]]
id = "east-cabinet"
name = "Cabinet of East Halm"
side = "east"
aliases.en = ["Eastern officials", "Sorn's government"]

[[parties]]
id = "west-council"
name = "Council of the West"
side = "west"
aliases.en = ["Western officials", "DVR", "Western fighters"]

[[offices]]
id = "west-chair"
name = "Chair of the Council of the West"
party = "west-council"
[[offices.holders]]
name = "Ada Kõrv"
since = 2031-01-01
source = { organisation = "Halm Institute", url = "https://institute.example/korv" }
aliases.en = ["Adelheid Korv"]
[[offices.holders]]
name = "Jon Brill"
since = 2031-06-02
source = { organisation = "Halm Institute", url = "https://institute.example/jon" }
"""
DAY = date(2031, 3, 1)


@pytest.fixture(scope="module")
def halm(tmp_path_factory: pytest.TempPathFactory) -> Context:
    text = PACK.replace('part_of = "east-army"\n', "").replace("[[outlets]]", MORE + "\n[[outlets]]", 1)
    folder: Path = tmp_path_factory.mktemp("halm")
    return load_context(
        saved(
            folder, text.replace('aliases.en = ["Eastern Army", "AEH"]', 'aliases.en = ["Eastern Army", "AEH", "Eastern forces"]')
        )
    )


def told(words: str, context: Context, on: date | None = DAY) -> str:
    found = party_of(words, context, on)
    if isinstance(found, Known):
        assert found.because
        return found.value.id
    return type(found).__name__


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("the Army of East Halm", "east-army"),
        ("EASTERN ARMY", "east-army"),
        ("the Eastern Army's press office", "east-army"),
        ("sources close to the Western Guard", "west-guard"),
        ("армии Восточного Хальма", "east-army"),
        ("the DVR", "west-council"),
        ("DVR officials", "west-council"),
        ("the President of East Halm", "east-army"),
        ("Ilse Marn, the President of East Halm", "east-army"),
        ("President Marn", "east-army"),
        ("Ada Korv", "west-council"),
        ("Adelheid Kõrv", "west-council"),
        ("the Western Guardian", "Absent"),
        ("dvr", "Absent"),
        ("residents", "Absent"),
        ("", "Absent"),
    ],
)
def test_a_party_is_named_by_itself_its_offices_and_those_who_hold_them(words: str, party: str, halm: Context) -> None:
    assert told(words, halm) == party


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Eastern soldiers", "east-army"),
        ("an Eastern air defence unit", "east-army"),
        ("Eastern spokesman", "east-cabinet"),
        ("Western fighters", "west-council"),
        ("Western troops", "west-council"),
        ("Eastern residents", "Absent"),
        ("an Eastern opposition leader", "Absent"),
    ],
)
def test_a_body_serves_the_party_that_has_an_alias_of_its_kind(words: str, party: str, halm: Context) -> None:
    assert told(words, halm) == party


def test_a_seat_of_government_stands_for_it_only_by_itself(halm: Context) -> None:
    found = party_of("Sorn", halm, DAY)
    assert isinstance(found, Known)
    assert (found.value.id, found.because[0].kind) == ("east-cabinet", STANDS_FOR)
    assert told("sorn", halm) == told("a shop in Sorn", halm) == "Absent"


def test_an_office_is_held_from_a_day_to_a_day(halm: Context) -> None:
    assert told("Marn", halm, date(2031, 5, 1)) == "east-army"
    assert told("Marn", halm, date(2031, 5, 2)) == "Absent"
    assert told("Marn", halm, None) == "east-army"


def test_a_surname_of_two_names_nobody_unless_one_alone_is_in_office(halm: Context) -> None:
    assert told("Brill", halm, date(2031, 7, 1)) == "Absent"
    assert told("Brill", halm, date(2031, 5, 5)) == "east-army"
    assert told("Jon Brill", halm, date(2031, 7, 1)) == "west-council"
    assert told("a brill", halm, date(2031, 5, 5)) == "Absent"


@pytest.mark.parametrize(
    "words", ["Eastern officials and the Western Guard", "Eastern and Western soldiers", "the Eastern Army or the DVR"]
)
def test_parties_that_are_joined_leave_it_undetermined(words: str, halm: Context) -> None:
    assert isinstance(party_of(words, halm, DAY), Undetermined)
    assert {match.party.side for match in parties_in(words, halm, DAY)} == {"east", "west"}


def test_a_party_behind_a_preposition_does_not_count(halm: Context) -> None:
    assert told("the Eastern Army's envoy to the Western Guard", halm) == "east-army"


def test_of_a_party_and_its_part_the_part_is_told(tmp_path: Path) -> None:
    context = load_context(saved(tmp_path, PACK))
    assert told("the Western Guard of the Army of East Halm", context) == "west-guard"
    assert told("the Army of East Halm and its Western Guard", context) == "west-guard"


def test_a_side_is_told_by_its_name(halm: Context) -> None:
    party = value_or_none(party_of("Eastern Army", halm, DAY))
    assert party is not None
    assert side_name(party, halm) == "East Halm"


def test_nobody_found_says_in_what(halm: Context) -> None:
    found = party_of("residents", halm, DAY)
    assert isinstance(found, Absent)
    assert "War in Halm" in found.because[0].detail


@pytest.mark.parametrize("name", ["ukraine-2022", "sudan-2023"])
def test_every_name_of_the_shipped_packs_tells_its_own_party_or_none(name: str) -> None:
    context = load_context(name)
    for party in context.parties:
        assert value_or_none(party_of(party.name, context, None)) in {party, None}
        assert told(party.name, context) != "Absent"
