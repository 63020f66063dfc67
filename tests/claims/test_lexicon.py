"""The word lists: complete, readable, without contradictions."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from whence.claims.lexicon import load_lexicon
from whence.errors import LexiconError
from whence.records import CueGrade, SourceKind


def test_every_grade_and_kind_has_words() -> None:
    lexicon = load_lexicon("en")
    assert set(lexicon.grades.values()) == set(CueGrade)
    assert set(lexicon.kinds) == set(SourceKind)
    assert all(lists.people or lists.bodies or lists.things or lists.phrases for lists in lexicon.kinds.values())


def test_no_cue_stands_in_two_lists() -> None:
    table = tomllib.loads(files("whence.language").joinpath("english", "cues.toml").read_text("utf-8"))
    words = Counter(word for grade in CueGrade for words in table[grade.value].values() for word in words)
    assert [word for word, times in words.items() if times > 1] == []


def test_language_without_lists_is_refused_with_its_name() -> None:
    with pytest.raises(LexiconError, match="'xx'"):
        load_lexicon("xx")


def test_longer_phrases_come_first() -> None:
    lengths = [len(words) for words, _ in load_lexicon("en").phrases]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    "text",
    [
        "an officer speaking on condition of anonymity",
        "a clerk who asked not to be named",
        "two guards, under strict anonymity, said",
        "a nurse who declined to give her name",
        "she was not authorised to speak to reporters",
        "a driver whose name is being withheld",
        "a man who requested anonymity",
        "a cook who asked that her surname not be used",
    ],
)
def test_formulas_for_sources_not_named(text: str) -> None:
    assert any(pattern.search(text) for pattern in load_lexicon("en").unnamed.patterns)


def test_plain_sentence_has_no_such_formula() -> None:
    assert not any(pattern.search("The mayor was asked to name a date.") for pattern in load_lexicon("en").unnamed.patterns)
