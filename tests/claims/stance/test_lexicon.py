"""The words of certainty and of judgement as they lie on disk."""

from __future__ import annotations

import itertools

import pytest

from whence.claims.stance.lexicon import USES, load_judgements, load_stances
from whence.errors import LexiconError
from whence.language.tables import read_table
from whence.records import CueGrade, Degree

CLASSES = read_table("english", "certainty.toml")["classes"]


@pytest.mark.parametrize("use", USES)
def test_no_word_stands_twice_under_one_use(use: str) -> None:
    written = [entry for table in CLASSES.values() for entry in table.get(use, ())]
    twice = sorted(entry for entry in set(written) if written.count(entry) > 1)

    assert not twice


def test_verbs_that_take_clauses_and_nouns_are_in_no_narrower_list_of_another_class() -> None:
    both = {entry for table in CLASSES.values() for entry in table.get("verbs", ())}
    narrow = {entry for table in CLASSES.values() for use in ("clauses", "objects") for entry in table.get(use, ())}

    assert not both & narrow


def test_a_class_names_nothing_that_the_rules_do_not_read() -> None:
    known = {"affirmed", "negated", "says", "open", *USES}

    assert {key for table in CLASSES.values() for key in table} <= known


def test_every_grade_of_a_cue_has_a_value() -> None:
    assert set(load_stances().grades) == set(CueGrade)


def test_the_scale_of_the_intelligence_community_covers_the_chances_without_a_gap() -> None:
    bands = sorted(
        {band[1:] for terms in load_stances().terms.values() for term in terms for band in term.bands if band[0] == "icd203"}
    )

    assert bands[0][0] == 1
    assert bands[-1][1] == 99
    assert all(one[1] == other[0] for one, other in itertools.pairwise(bands))


@pytest.mark.parametrize("standard", ["icd203", "phia", "ipcc"])
def test_a_term_below_a_half_is_not_called_likely(standard: str) -> None:
    terms = [term for terms in load_stances().terms.values() for term in terms]
    banded = [(term, band) for term in terms for band in term.bands if band[0] == standard]

    assert banded
    assert all((band[1] >= 50) == (term.stance.affirmed.degree is Degree.PROBABLE and not term.stance.affirmed.denied)
               for term, band in banded if term.stance.name != "possible")  # fmt: skip


def test_no_estimative_term_is_longer_than_the_rules_look_back() -> None:
    assert max(len(term.words) for terms in load_stances().terms.values() for term in terms) <= 5


def test_words_that_judge_by_themselves_judge_beside_others_too() -> None:
    words = load_judgements().words

    assert words["light"] <= words["adjectives"]
    assert words["heavy"] - {"turning"} <= words["nouns"]


def test_a_language_without_lists_is_refused() -> None:
    with pytest.raises(LexiconError, match="certainty"):
        load_stances("xx")
    with pytest.raises(LexiconError, match="certainty"):
        load_judgements("xx")
