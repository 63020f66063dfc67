"""What kind of claim: rules on trees built by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.claims.docs import doc
from tests.claims.stance.cases import word
from whence.claims.stance import tell_certainty, tell_kind
from whence.records import (
    Certainty,
    ClaimKind,
    CueGrade,
    Degree,
    EventType,
    Interval,
    Known,
    Precision,
    Reason,
    Span,
    TimeExpression,
    TimeKind,
)

REVEALS = """
The the DET DT 2 det
withdrawal withdrawal NOUN NN 3 nsubj
reveals reveal VERB VBZ 0 root
a a DET DT 6 det
stark stark ADJ JJ 6 amod
reality reality NOUN NN 3 obj
. . PUNCT . 3 punct
"""

COULD_REVEAL = REVEALS.replace("reveals reveal VERB VBZ 0 root", "could could AUX MD 4 aux\nreveal reveal VERB VB 0 root").replace(
    "NN 3 nsubj", "NN 4 nsubj"
).replace("6 det", "7 det").replace("6 amod", "7 amod").replace("3 obj", "4 obj").replace("3 punct", "4 punct")  # fmt: skip

FELL = """
Karsk Karsk PROPN NNP 2 nsubj LOC
fell fall VERB VBD 0 root
in in ADP IN 4 case
May May PROPN NNP 2 obl
. . PUNCT . 2 punct
"""

HAD_FALLEN = """
Karsk Karsk PROPN NNP 3 nsubj LOC
had have AUX VBD 3 aux
fallen fall VERB VBN 0 root
. . PUNCT . 3 punct
"""

PLAIN = Certainty(Degree.CERTAIN)
MAY = Interval(datetime(2031, 5, 1, tzinfo=UTC), datetime(2031, 6, 1, tzinfo=UTC), Precision.MONTH)


def kind(notation: str, trigger: str, event: EventType = EventType.OTHER, *, certainty: Certainty | None = None) -> ClaimKind:
    made = doc(notation)
    head, whole = (word(made, trigger),), (Span(0, len(made.text)),)
    sure = certainty or tell_certainty(made, head, whole, (), (), None)[-1]
    return tell_kind(made, head, whole, sure, event, (), None)[0]


def dated(published: date | None, *, passage: Span | None = None) -> tuple[ClaimKind, Reason]:
    made = doc(FELL)
    time = TimeExpression(Span(14, 17), "May", TimeKind.DATE, Known(MAY))
    return tell_kind(made, (word(made, "fell"),), (passage or Span(0, 17),), PLAIN, EventType.CAPTURE, (time,), published)


def test_an_event_beside_loaded_words_stays_an_event_and_its_clause_is_an_assessment() -> None:
    assert kind(REVEALS, "withdrawal", EventType.WITHDRAWAL) is ClaimKind.EVENT
    assert kind(REVEALS, "reveals") is ClaimKind.ASSESSMENT


def test_a_judgement_told_as_possible_is_speculation() -> None:
    assert kind(COULD_REVEAL, "reveal") is ClaimKind.SPECULATION


def test_words_of_judgement_do_not_turn_a_physical_event_into_an_assessment() -> None:
    assert kind(REVEALS, "reveals", EventType.STRIKE) is ClaimKind.EVENT


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (date(2031, 6, 20), ClaimKind.EVENT),
        (date(2031, 7, 31), ClaimKind.EVENT),
        (date(2031, 8, 1), ClaimKind.BACKGROUND),
        (date(2033, 1, 1), ClaimKind.BACKGROUND),
        (None, ClaimKind.EVENT),
    ],
)
def test_a_time_makes_background_only_well_before_publication(published: date | None, expected: ClaimKind) -> None:
    assert dated(published)[0] is expected


def test_a_time_outside_the_passages_dates_nothing() -> None:
    assert dated(date(2033, 1, 1), passage=Span(0, 10))[0] is ClaimKind.EVENT


def test_the_reason_of_background_points_at_its_time() -> None:
    assert dated(date(2033, 1, 1))[1].spans == (Span(14, 17),)


def test_the_pluperfect_is_background_in_the_report_s_own_voice_alone() -> None:
    passed = Certainty(Degree.CERTAIN, because=(Reason(CueGrade.SAID.value, "its speaker tells it as so"),))

    assert kind(HAD_FALLEN, "fallen") is ClaimKind.BACKGROUND
    assert kind(HAD_FALLEN, "fallen", certainty=passed) is ClaimKind.EVENT


def test_what_is_possible_without_a_reason_is_speculation() -> None:
    assert kind(FELL, "fell", certainty=Certainty(Degree.POSSIBLE)) is ClaimKind.SPECULATION


def test_a_denial_is_told_of_an_event() -> None:
    assert kind(FELL, "fell", certainty=Certainty(Degree.CERTAIN, denied=True)) is ClaimKind.EVENT


def test_a_claim_typed_as_an_assessment_is_one() -> None:
    assert kind(FELL, "fell", EventType.ASSESSMENT) is ClaimKind.ASSESSMENT
