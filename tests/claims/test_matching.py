"""The comparison behind the specification by example sees what is right and what is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from bench.passages import tally
from tests.claims.matching import KEYS, fits, holds, shown
from tests.claims.passages import Answer, Passage, answers, side_by_side
from tests.factory import claim, reading, source, span
from whence.records import (
    Absent,
    Actor,
    ActorRole,
    Certainty,
    Claim,
    Crosswalk,
    Degree,
    Event,
    EventType,
    Evidence,
    EvidenceKind,
    Interval,
    Known,
    Precision,
    Quantity,
    TimeExpression,
    TimeKind,
    Toponym,
)

TEXT = "In Orvik they seized the mill from 12 guards on 4 May 2031, the harbour office said after a look at a leaked log."
DAY = Interval(datetime(2031, 5, 4), datetime(2031, 5, 5), Precision.DAY)  # noqa: DTZ001  as a report without a zone tells it
PLACES = (Toponym(span(TEXT, "Orvik"), "Orvik", Absent(), 0.0),)
SEIZED = Event(EventType.CAPTURE, span(TEXT, "seized"), Crosswalk(plover="ASSAULT"))


def actor(role: ActorRole, words: str, **fields: Any) -> Actor:
    return Actor(role, span(TEXT, words), words, **fields)


def seizure(**fields: Any) -> Claim:
    """Return the claim that TEXT makes, with `fields` in place of what is right."""
    right: dict[str, Any] = {
        "event": SEIZED,
        "chain": (source(TEXT, "the harbour office"),),
        "actors": (
            actor(ActorRole.AGENT, "they", name=Known("the Orvik militia"), party=Known("militia")),
            actor(ActorRole.PATIENT, "the mill"),
            actor(ActorRole.OPPONENT, "12 guards"),
        ),
        "places": (0,),
        "time": Known(TimeExpression(span(TEXT, "4 May 2031"), "4 May 2031", TimeKind.DATE, Known(DAY))),
        "quantities": (Quantity(span(TEXT, "12 guards"), "12 guards", 12, 12, 12, "guards"),),
        "certainties": (Certainty(Degree.UNCOMMITTED), Certainty(Degree.CERTAIN)),
        "evidence": (Evidence(EvidenceKind.DOCUMENT, span(TEXT, "a leaked log"), "a leaked log", Known("the harbour office")),),
    }
    return claim(TEXT, "they seized the mill from 12 guards on 4 May 2031", **(right | fields))


RIGHT = [
    ("event", "capture"), ("plover", "ASSAULT"), ("agent", "Orvik militia"), ("agent", "they"), ("agent_party", "militia"),
    ("patient", "mill"), ("opponent", ["guards"]), ("place", ["Orvik"]),
    ("time", "on 4 May 2031"), ("time", ["2031-05-04", "2031-05-05"]),
    ("quantities", ["12 guards"]), ("quantities", [{"low": 12, "measure": ""}]), ("denied", False), ("certainty", "certain"),
    ("report_denied", False), ("report_certainty", "uncommitted"), ("kind", "event"), ("chain", ["harbour office"]),
    ("evidence", [{"kind": "document", "words": "leaked log", "holder": "harbour office", "checkable": False}]), ("evidence", []),
]  # fmt: skip
WRONG = [
    ("event", "withdrawal"), ("plover", ""), ("agent", "mill"), ("agent", []), ("agent", ["they", "guards"]),
    ("agent_party", "guards"),
    ("patient", "windmill"), ("opponent", "they"), ("opponent_party", "militia"), ("place", []), ("place", ["Orvik", "Tarn"]),
    ("place", ["Orvi"]), ("time", ""), ("time", "5 May"), ("time", ["2031-05-04", "2031-05-06"]), ("quantities", []),
    ("quantities", ["13 guards"]), ("quantities", ["12 killed guards"]), ("quantities", ["12 mills"]),
    ("quantities", [{"high": "none"}]),
    ("denied", True), ("certainty", "possible"), ("report_denied", True), ("report_certainty", "certain"), ("kind", "background"),
    ("chain", []), ("chain", ["office", "mill"]), ("chain", ["mill"]),
    ("evidence", [{"kind": "video", "words": "leaked log"}]), ("evidence", [{"kind": "document", "words": "letter"}]),
    ("evidence", [{"kind": "document", "words": "log", "checkable": True}]),
    ("evidence", [{"kind": "document", "words": "log", "holder": "ministry"}]),
]  # fmt: skip


@pytest.mark.parametrize(("key", "wanted"), RIGHT)
def test_what_is_so_fits(key: str, wanted: Any) -> None:
    made = seizure()
    assert fits(key, wanted, made, reading(TEXT, made, places=PLACES)), shown(key, made, reading(TEXT, made, places=PLACES))


@pytest.mark.parametrize(("key", "wanted"), WRONG)
def test_what_is_not_so_does_not_fit(key: str, wanted: Any) -> None:
    made = seizure()
    assert not fits(key, wanted, made, reading(TEXT, made, places=PLACES))


def test_every_key_is_tried_both_ways() -> None:
    assert {key for key, _ in RIGHT} == KEYS - {"patient_party", "opponent_party"}
    assert {key for key, _ in WRONG} == KEYS - {"patient_party"}


@pytest.mark.parametrize(
    ("key", "wanted"),
    [("certainty", "uncommitted"), ("denied", False), ("report_denied", False), ("report_certainty", "uncommitted")],
)
def test_a_claim_of_which_nobody_told_how_sure_fits_no_certainty(key: str, wanted: Any) -> None:
    made = seizure(certainties=())
    assert not fits(key, wanted, made, reading(TEXT, made, places=PLACES))


def test_a_mistaken_key_is_no_quiet_success() -> None:
    with pytest.raises(KeyError):
        fits("agents", "they", seizure(), reading(TEXT))


@pytest.mark.parametrize(("text", "words", "held"), [
    ("the rebels’ two tanks", "rebels", True), ("The garrison's retreat", "garrison", True),
    ("two tanks of theirs", "tanks two", False),
    ("Northumbria", "umbria", False), ("anything", "", False),
])  # fmt: skip
def test_words_match_whole_and_in_order(text: str, words: str, held: bool) -> None:  # noqa: FBT001
    assert holds(text, words) is held


PASSAGE = Passage(
    "mill", "A mill.", TEXT, ({"event": "capture", "trigger": "seized", "patient": "mill"},
    {"event": "statement", "trigger": "look"}),
    no_claim_of=("capture", "aid"), no_trigger=("seized", "leaked"),
)  # fmt: skip


def test_a_passage_is_answered_key_by_key_and_what_must_not_be_found_too() -> None:
    told = reading(TEXT, seizure(), places=PLACES)
    assert [(each.trigger, each.key, each.right) for each in answers(PASSAGE, told)] == [
        ("seized", "event", True), ("seized", "patient", True), ("look", "event", False),
        ("", "no_claim_of", False), ("", "no_claim_of", True), ("seized", "no_trigger", False), ("leaked", "no_trigger", True),
    ]  # fmt: skip


def test_of_two_claims_at_one_word_the_one_of_the_same_kind_is_compared() -> None:
    other = seizure(event=replace(SEIZED, type=EventType.DETENTION), actors=(), id="c0")
    answered = list(answers(PASSAGE, reading(TEXT, other, seizure(), places=PLACES)))
    assert [each.right for each in answered[:2]] == [True, True]


def test_a_failure_shows_what_was_expected_beside_what_was_found() -> None:
    lines = side_by_side(PASSAGE, reading(TEXT, seizure(actors=()), places=PLACES)).splitlines()
    (line,) = [each for each in lines if " patient " in each]
    assert line.split() == ["✗", "seized", "patient", "mill", "nobody"]
    assert any(line.endswith("capture “seized”") for line in lines)


def test_figures_count_right_and_asked() -> None:
    asked = [
        Answer("", "agent", "", "", right=True),
        Answer("", "agent", "", "", right=False),
        Answer("", "time", "", "", right=False),
    ]
    assert tally(asked) == {"agent": (1, 2), "time": (0, 1)}
