"""Counts and measures of the case table, those that are none, and what is said about them."""

from __future__ import annotations

import csv
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from tests.claims import docs
from tests.factory import span
from whence.errors import LexiconError
from whence.language import load_engine
from whence.records import Quantity
from whence.referents.quantities import find_quantities

with (Path(__file__).parent / "cases.csv").open(encoding="utf-8", newline="") as table:
    CASES = list(csv.DictReader(table, delimiter="|"))
TEXTS = sorted({case["text"] for case in CASES})


@cache
def parsed(text: str) -> Doc:
    return load_engine("whence").analyse(text)


def find(text: str, *taken: str) -> tuple[Quantity, ...]:
    return find_quantities(parsed(text), taken=[span(text, words) for words in taken])


def kinds(quantity: Quantity) -> set[str]:
    return {reason.kind for reason in quantity.because}


def number(cell: str) -> float | None:
    return None if cell == "-" else float(cell)


@pytest.mark.issue(4)
@pytest.mark.parametrize("case", CASES, ids=[f"{at}-{each['expected'] or each['text'][:20]}" for at, each in enumerate(CASES)])
def test_case(case: dict[str, str]) -> None:
    found = {quantity.text: quantity for quantity in find(case["text"])}
    if not case["expected"]:
        assert found == {}
        return
    assert case["expected"] in found
    each = found[case["expected"]]
    assert (each.value, each.low, each.high) == (number(case["value"]), number(case["low"]), number(case["high"]))
    assert (each.unit, each.measure) == (case["unit"], case["measure"])


def holds_the_laws(text: str, found: tuple[Quantity, ...]) -> None:
    assert all(each.span.cut(text) == each.text for each in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    for each in found:
        known = [end for end in (each.low, each.value, each.high) if end is not None]
        assert known == sorted(known) != []
        assert each.unit or each.measure
        assert each.because
        assert all(reason.detail.endswith(".") and reason.spans for reason in each.because)


@pytest.mark.parametrize("text", TEXTS, ids=[str(at) for at in range(len(TEXTS))])
def test_spans_round_trip_in_order_without_overlap_and_each_says_why(text: str) -> None:
    holds_the_laws(text, find(text))


BOUNDS = ["", "at least ", "more than ", "up to ", "fewer than ", "nearly ", "about ", "some ", "at least another ", "up to about "]
NUMBERS = [
    "0", "1", "12", "1,200", "1 200", "3.5", "2.5 million", "twenty-three", "two hundred and five", "half a million", "a dozen",
    "dozens of", "tens of thousands of", "several hundred", "a few", "10 to 15", "2,000–3,000", "between 50 and 60", "15-12",
    "two or three", "a couple of", "one and a half million", "hundreds of thousands of", "a hundred and five thousand",
]  # fmt: skip
NOUNS = ["soldiers", "people", "wounded", "km", "percent", "others", "armoured vehicles", ""]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(BOUNDS), st.sampled_from(NUMBERS), st.sampled_from(NOUNS)), min_size=1, max_size=4))
def test_whatever_is_counted_the_best_reading_lies_between_the_ends(parts: list[tuple[str, str, str]]) -> None:
    text = "Shelling killed " + ", wounded ".join(f"{bound}{form} {noun}".strip() for bound, form, noun in parts) + "."
    words = text.rstrip(".").replace(",", " ,").split()
    made = Doc(docs.VOCAB, words=words, sent_starts=[at == 0 for at in range(len(words))])
    holds_the_laws(made.text, find_quantities(made))


def test_times_and_names_that_are_taken_hold_no_quantities() -> None:
    text = "Dozens of the Seven Hills fighters left after 40 salvoes."
    assert [each.text for each in find(text, "Seven Hills")] == ["Dozens", "40 salvoes"]
    assert [each.text for each in find(text, "Seven Hills", "40 salvoes")] == ["Dozens"]


def test_part_of_a_count_is_told_from_another_count() -> None:
    five, woman, two = find("Five people, including a woman and two children, died.")
    assert "part" not in kinds(five)
    assert "part" in kinds(woman) & kinds(two)


def test_the_words_that_set_the_bound_and_the_measure_are_pointed_at() -> None:
    text = "Shelling killed at least 12 soldiers."
    (found,) = find(text)
    pointed = {reason.kind: reason.spans[0].cut(text) for reason in found.because}
    assert pointed == {"bound": "at least", "counted": "soldiers", "measure": "killed"}


def test_a_noun_taken_over_from_before_is_said_to_be() -> None:
    _, more = find("Shelling killed at least 12 soldiers and wounded 30 more.")
    assert "ellipsis" in kinds(more)


def test_others_than_the_one_before_are_people_and_not_more_of_the_same() -> None:
    _, others = find("The strike killed one soldier and wounded three others.")
    assert others.unit == "people"


def test_the_words_beside_a_number_go_before_a_tree_that_hangs_it_elsewhere() -> None:
    made = docs.doc("""
        12      12     NUM   CD  2 nsubj
        killed  kill   VERB  VBD 0 root
        ,       ,      PUNCT ,   5 punct
        30      30     NUM   CD  2 nummod
        wounded wound  ADJ   JJ  2 conj
    """)
    assert [(each.text, each.measure) for each in find_quantities(made)] == [("12", "killed"), ("30", "wounded")]


def test_who_kills_is_not_killed() -> None:
    made = docs.doc("""
        12        12       NUM  CD  2 nummod
        soldiers  soldier  NOUN NNS 3 nsubj
        killed    kill     VERB VBD 0 root
        30        30       NUM  CD  5 nummod
        civilians civilian NOUN NNS 3 obj
    """)
    found = [(each.unit, each.measure) for each in find_quantities(made)]
    assert found == [("soldiers", ""), ("civilians", "killed")]


def test_what_befell_a_noun_is_found_over_the_noun_that_tells_it() -> None:
    made = docs.doc("""
        the     the    DET  DT  2 det
        death   death  NOUN NN  7 nsubj
        of      of     ADP  IN  6 case
        12      12     NUM  CD  6 nummod
        coal    coal   NOUN NN  6 compound
        miners  miner  NOUN NNS 2 nmod
        shocked shock  VERB VBD 0 root
        Halm    Halm   PROPN NNP 7 obj LOC
    """)
    assert [(each.text, each.unit, each.measure) for each in find_quantities(made)] == [("12 coal miners", "miners", "killed")]


def test_without_a_tree_the_words_beside_a_number_still_tell() -> None:
    notation = """
        At      at      ADP  IN  0 root
        least   least   ADJ  JJ  1 dep
        12      12      NUM  CD  1 dep
        people  people  NOUN NNS 1 dep
        killed  kill    VERB VBN 1 dep
    """
    (found,) = find_quantities(docs.doc(notation, tree=False))
    assert (found.value, found.low, found.high, found.measure) == (12, 12, None, "killed")


def test_an_empty_document_holds_none() -> None:
    assert find_quantities(Doc(docs.VOCAB)) == ()


def test_a_language_without_lists_is_refused() -> None:
    with pytest.raises(LexiconError):
        find_quantities(parsed("12 people left."), language="xx")
