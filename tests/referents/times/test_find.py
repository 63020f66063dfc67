"""Expressions of the case table, and what is said about them."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from spacy.tokens import Doc

from tests.claims import docs
from tests.factory import report
from whence.errors import DocumentMismatch, LexiconError
from whence.language import load_engine
from whence.records import Absent, Known, TimeExpression, Undetermined
from whence.referents.times import BOUND, CONTRADICTS, EVENT, TOLD_AS_PAST, dateline, find_times

WAR = date(2030, 3, 10)
with (Path(__file__).parent / "cases.csv").open(encoding="utf-8", newline="") as table:
    CASES = list(csv.DictReader(table, delimiter="|"))


@cache
def parsed(text: str) -> Doc:
    return load_engine("whence").analyse(text)


def find(text: str, published: str = "2031-12-25", *, war_start: date | None = WAR) -> tuple[TimeExpression, ...]:
    known = None if published == "-" else published
    return find_times(parsed(text), report(text, published_at=known), war_start=war_start)


def kinds(time: TimeExpression) -> set[str]:
    return {reason.kind for reason in time.because}


def shown(time: TimeExpression) -> tuple[str, str, str]:
    if isinstance(time.interval, Known):
        ends = [
            each.date().isoformat() if (each.hour, each.minute, each.tzinfo) == (0, 0, None) else each.isoformat(timespec="minutes")
            for each in (time.interval.value.start, time.interval.value.end)
        ]
        return ends[0], ends[1], time.interval.value.precision.value
    return "absent" if isinstance(time.interval, Absent) else "undetermined", "", ""


@pytest.mark.issue(3)
@pytest.mark.parametrize("case", CASES, ids=[f"{at}-{each['expected'] or each['text'][:20]}" for at, each in enumerate(CASES)])
def test_case(case: dict[str, str]) -> None:
    found = {time.text: time for time in find(case["text"], case["published"])}
    if not case["expected"]:
        assert found == {}
        return
    assert case["expected"] in found
    time = found[case["expected"]]
    assert (*shown(time), time.kind.value) == (case["from"], case["to"], case["precision"], case["kind"])


@pytest.mark.parametrize("case", CASES, ids=[str(at) for at in range(len(CASES))])
def test_spans_round_trip_in_order_without_overlap_and_each_says_why(case: dict[str, str]) -> None:
    found = find(case["text"], case["published"])
    assert all(time.span.cut(case["text"]) == time.text for time in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(time.because and all(reason.detail.endswith(".") for reason in time.because) for time in found)


def test_relative_words_say_what_they_were_taken_relative_to() -> None:
    (time,) = find("The depot burned yesterday.")
    assert "Taken relative to the time of publication, 2031-12-25." in [reason.detail for reason in time.because]


def test_a_dateline_goes_before_publication_and_is_shown() -> None:
    text = "KYIV, Dec. 23, 2031 (Vesna) — The depot burned yesterday."
    _, time = find(text, "2032-02-02")
    (why,) = [reason for reason in time.because if reason.kind == "anchor"]
    assert why.spans[0].cut(text) == "Dec. 23, 2031"


@pytest.mark.parametrize("text", ["KYIV, Dec. 23, 2031 (Vesna) — The depot burned.", "Kyiv, 23 December – The depot burned."])
def test_dateline(text: str) -> None:
    found = dateline(parsed(text), report(text, published_at="2031-12-25"))
    assert isinstance(found, Known)
    assert isinstance(found.value.interval, Known)
    assert found.value.interval.value.start.date() == date(2031, 12, 23)


@pytest.mark.parametrize("text", ["The depot burned on 23 December – again.", "The depot burned.\nKyiv, 23 December – It rained."])
def test_no_dateline(text: str) -> None:
    assert isinstance(dateline(parsed(text), report(text)), Absent)


def test_an_absolute_date_rests_on_no_anchor() -> None:
    (time,) = find("The depot burned on 23 December 2030.")
    assert "anchor" not in kinds(time)


def test_without_a_context_the_wars_year_is_left_open() -> None:
    (time,) = find("The depot burned in the war’s second year.", war_start=None)
    assert isinstance(time.interval, Undetermined)
    assert "no context" in time.because[0].detail


def test_loose_words_say_so() -> None:
    (time,) = find("The fires spread in recent months.")
    assert "vague" in kinds(time)


def test_a_limit_says_so() -> None:
    (time,) = find("The fires burned until Friday.")
    assert BOUND in kinds(time)


def test_a_weekday_that_the_date_is_not() -> None:
    (time,) = find("The depot burned on Tuesday, December 24.")
    (why,) = [reason for reason in time.because if reason.kind == CONTRADICTS]
    assert "24 December 2031 is a Wednesday, not a Tuesday" in why.detail


def test_the_verb_that_tells_the_tense_is_pointed_at() -> None:
    text = "The depot was captured on 28 December."
    (time,) = find(text)
    spans = {reason.kind: reason.spans[0].cut(text) for reason in time.because if reason.kind in {TOLD_AS_PAST, EVENT}}
    assert spans == {TOLD_AS_PAST: "captured", EVENT: "captured"}


NOMINAL = """
Its its PRON PRP$ 2 nmod:poss
capture capture NOUN NN 5 nsubj
in in ADP IN 4 case
2030 2030 NUM CD 2 nmod
marked mark VERB VBD 0 root
one one NUM CD 5 obj
of of ADP IN 8 case
gains gain NOUN NNS 6 nmod
in in ADP IN 14 case
the the DET DT 11 det
war war NOUN NN 14 nmod:poss
’s 's PART POS 11 case
second second ADJ JJ 14 amod
year year NOUN NN 8 nmod
"""


def test_what_a_verb_like_mark_says_is_said_of_its_subject() -> None:
    made = docs.doc(NOMINAL)
    found = find_times(made, docs.report(made.text), war_start=WAR)
    events = [reason.spans[0].cut(made.text) for time in found for reason in time.because if reason.kind == EVENT]
    assert events == ["capture", "capture"]


def test_without_a_tree_nothing_is_said_of_a_predicate() -> None:
    made = docs.doc(NOMINAL, tree=False)
    found = find_times(made, docs.report(made.text), war_start=WAR)
    assert [time.text for time in found] == ["2030", "the war’s second year"]
    assert all(EVENT not in kinds(time) for time in found)


def test_a_document_of_another_text_is_refused() -> None:
    with pytest.raises(DocumentMismatch):
        find_times(parsed("The depot burned."), report("The bridge burned."))


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(LexiconError, match="W301"):
        find_times(parsed("The depot burned."), report("The depot burned."), language="xx")
