"""The data file: what every vague word and unit must hold."""

from __future__ import annotations

import pytest

from whence.errors import LexiconError
from whence.language.tables import read_table
from whence.referents.quantities.words import load_quantities

TABLE = read_table("english", "quantities.toml")


@pytest.mark.parametrize(("word", "vague"), TABLE["vague"].items())
def test_a_vague_word_has_a_low_end_and_its_ends_are_in_order(word: str, vague: dict[str, float]) -> None:
    assert word == word.lower()
    assert 0 < vague["low"] <= vague.get("value", vague["low"]) <= vague.get("high", float("inf"))


def test_no_form_stands_under_two_units_or_bounds() -> None:
    units = [form for forms in TABLE["units"].values() for form in forms]
    bounds = [word for each in TABLE["bounds"].values() for word in each["before"]]
    assert len(units) == len(set(units))
    assert len(bounds) == len(set(bounds))


@pytest.mark.parametrize("part", ["verbs", "undergone", "states", "nouns", "tolls"])
def test_no_word_tells_of_two_measures(part: str) -> None:
    words = [word for each in TABLE["measures"].values() for word in each[part]]
    assert len(words) == len(set(words))


def test_a_language_without_lists_is_named() -> None:
    with pytest.raises(LexiconError, match="xx"):
        load_quantities("xx")
