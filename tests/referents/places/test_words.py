import tomllib
from importlib import resources
from pathlib import Path

import pytest

from whence.errors import LexiconError
from whence.language import tables
from whence.referents.places.words import load_words

CLASSES = frozenset("AHTPSL")


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("ukrainian", "UA"),
        ("ukrainians", "UA"),
        ("south korean", "KR"),
        ("south koreans", "KR"),
        ("dutch", "NL"),
        ("filipinos", "PH"),
    ],
)
def test_a_people_tells_its_country_in_the_singular_and_the_plural(word: str, code: str) -> None:
    assert load_words().demonyms[word] == code


def test_no_people_belongs_to_two_countries() -> None:
    file = resources.files("whence.language") / "english" / "places.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))["demonyms"]
    listed = [word.lower() for words in table.values() for word in words]
    assert sorted(listed) == sorted(set(listed))


def test_words_beside_a_name_tell_a_class_that_geonames_has() -> None:
    words = load_words()
    assert (words.before["village"], words.before["oblast"], words.before["lake"]) == ("P", "A", "H")
    assert (words.after["river"], words.after["airport"], words.after["island"]) == ("H", "S", "T")
    assert {*words.before.values(), *words.after.values()} <= CLASSES


def test_directions_and_words_that_no_place_has_are_no_part_of_a_name() -> None:
    words = load_words()
    assert words.directions | words.not_after <= words.extras
    assert "metro" in words.extras


def test_all_is_in_lower_case() -> None:
    words = load_words()
    lists = (words.directions, words.around, words.around_nouns, words.area_nouns, words.distances, words.before, words.after)
    more = (words.not_after, words.not_before, words.demonyms, words.prepositions, words.joints, words.extras, words.facilities)
    assert [word for each in (*lists, *more) for word in each if word != word.lower()] == []


def test_a_file_that_lacks_a_table_is_refused_and_the_table_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = (resources.files("whence.language") / "english" / "places.toml").read_text(encoding="utf-8")
    (tmp_path / "halmish").mkdir()
    (tmp_path / "halmish" / "places.toml").write_text(whole.replace("area_nouns =", "other_nouns ="), encoding="utf-8")

    def here(_: str) -> Path:
        return tmp_path

    monkeypatch.setattr(tables, "files", here)
    with pytest.raises(LexiconError, match="area_nouns"):
        load_words("halmish")


def test_a_language_without_the_file_is_an_error_that_names_it() -> None:
    with pytest.raises(LexiconError, match="klingon/places"):
        load_words("klingon")
