"""Who tells it how surely: rules on trees built by hand, and laws that hold for any words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.docs import doc
from tests.claims.stance.cases import CODES, SOMEBODY, code, parsed, rows, tell, word
from whence.claims.stance import tell_certainty
from whence.claims.stance.certainty import DISTANCE, DOUBTED, PASSED, PLAIN
from whence.records import Certainty, CueGrade, Degree, Span, envelope

NOT_TO_FAIL = """
The the DET DT 2 det
army army NOUN NN 5 nsubj
did do AUX VBD 5 aux
not not PART RB 5 advmod
fail fail VERB VB 0 root
to to PART TO 7 mark
leave leave VERB VB 5 xcomp
. . PUNCT . 5 punct
"""

MAY_NOT = """
It it PRON PRP 4 nsubj
may may AUX MD 4 aux
not not PART RB 4 advmod
leave leave VERB VB 0 root
. . PUNCT . 4 punct
"""

CANNOT = MAY_NOT.replace("may may", "can can")

TWO_CLAUSES = """
Troops troop NOUN NNS 2 nsubj
left leave VERB VBD 0 root
, , PUNCT , 7 punct
but but CCONJ CC 7 cc
did do AUX VBD 7 aux
not not PART RB 7 advmod
fight fight VERB VB 2 conj
. . PUNCT . 2 punct
"""

NESTED = """
The the DET DT 2 det
Herald Herald PROPN NNP 3 nsubj ORG
said say VERB VBD 0 root
officials official NOUN NNS 5 nsubj
confirmed confirm VERB VBD 3 ccomp
troops troop NOUN NNS 7 nsubj
left leave VERB VBD 5 ccomp
. . PUNCT . 3 punct
"""

FALSELY = """
Officials official NOUN NNS 3 nsubj
falsely falsely ADV RB 3 advmod
claimed claim VERB VBD 0 root
troops troop NOUN NNS 5 nsubj
left leave VERB VBD 3 ccomp
. . PUNCT . 3 punct
"""


def told(notation: str, trigger: str, *, cue: str = "", grade: CueGrade | None = None, steps: int = 0) -> tuple[Certainty, ...]:
    made = doc(notation)
    at = word(made, cue) if cue else None
    spans = (Span(at.idx, at.idx + len(at.text)),) if at is not None else ()
    return tell_certainty(made, (word(made, trigger),), (Span(0, len(made.text)),), (SOMEBODY,) * steps, spans, grade)


@pytest.mark.parametrize(
    ("notation", "trigger", "expected"),
    [
        (NOT_TO_FAIL, "leave", "CT+"),
        (NOT_TO_FAIL, "fail", "CT-"),
        (MAY_NOT, "leave", "PS-"),
        (CANNOT, "leave", "CT-"),
        (TWO_CLAUSES, "left", "CT+"),
        (TWO_CLAUSES, "fight", "CT-"),
    ],
)
def test_a_word_works_on_what_it_governs_alone(notation: str, trigger: str, expected: str) -> None:
    (certainty,) = told(notation, trigger)

    assert code(certainty) == expected


def test_reasons_name_the_words_from_the_outermost_to_the_innermost() -> None:
    (certainty,) = told(NOT_TO_FAIL, "leave")

    assert [reason.kind for reason in certainty.because] == ["negation", "failing"]
    assert [span.cut("The army did not fail to leave.") for reason in certainty.because for span in reason.spans] == ["not", "fail"]


def test_an_event_that_no_word_limits_says_so_at_its_own_word() -> None:
    (certainty,) = told(TWO_CLAUSES, "left")

    assert [reason.kind for reason in certainty.because] == [PLAIN]
    assert certainty.because[0].spans == (Span(7, 11),)


def test_each_step_of_a_chain_is_told_by_its_own_reporting_word() -> None:
    report, paper, officials = told(NESTED, "left", cue="confirmed", grade=CueGrade.CONFIRMED, steps=2)

    assert [code(report), code(paper), code(officials)] == ["UNC+", "CT+", "CT+"]
    assert report.because[0].kind == PASSED
    assert report.because[0].spans == (Span(11, 15),)


def test_a_chain_longer_than_its_reporting_words_commits_nobody_beyond() -> None:
    certainties = told(NESTED, "left", cue="confirmed", grade=CueGrade.CONFIRMED, steps=4)

    assert [code(certainty) for certainty in certainties] == ["UNC+", "UNC+", "UNC+", "CT+", "CT+"]
    assert certainties[0].because[0].spans == ()


def test_the_report_may_doubt_what_its_source_asserts() -> None:
    report, officials = told(FALSELY, "left", cue="claimed", grade=CueGrade.CLAIMED, steps=1)

    assert (code(report), code(officials)) == ("PR-", "CT+")
    assert report.because[0].kind == DOUBTED


def test_a_distant_reporting_word_is_told_as_such() -> None:
    plain = FALSELY.replace("falsely falsely ADV RB", "today today NOUN NN").replace("3 advmod", "3 obl:unmarked")
    report, _ = told(plain, "left", cue="claimed", grade=CueGrade.CLAIMED, steps=1)

    assert report.because[0].kind == DISTANCE


def test_without_a_tree_the_words_right_before_decide() -> None:
    made = doc(MAY_NOT, tree=False)
    (certainty,) = tell_certainty(made, (word(made, "leave"),), (Span(0, len(made.text)),), (), (), None)

    assert code(certainty) == "PS-"


RUNGS = ["UNC", "PS", "PR", "CT"]


@given(st.sampled_from([row for row in rows() if row["cue"]]), st.sampled_from([g for g in CueGrade if g is not CueGrade.DENIED]))
def test_no_reporting_word_makes_surer_than_its_content(row: dict[str, str], grade: CueGrade) -> None:
    made, start = parsed(row["text"]), row["text"].index(row["cue"])
    trigger, cue = (word(made, row["trigger"]),), (Span(start, start + len(row["cue"])),)
    (content,) = tell_certainty(made, trigger, (Span(0, len(row["text"])),), (), cue, None)
    graded = tell({**row, "grade": grade.value}).certainties[-1]

    assert RUNGS.index(CODES[graded.degree]) <= RUNGS.index(CODES[content.degree])


@given(st.sampled_from(rows()))
def test_every_certainty_has_reasons_whose_spans_lie_in_the_text(row: dict[str, str]) -> None:
    for certainty in tell(row).certainties:
        assert certainty.because
        spans = [span for reason in certainty.because for span in reason.spans]
        assert spans
        assert envelope(spans).end <= len(row["text"])


@given(st.sampled_from(rows()), st.integers(min_value=0, max_value=4))
def test_there_is_one_certainty_for_the_report_and_one_for_each_step(row: dict[str, str], steps: int) -> None:
    made = doc(NESTED)
    cue = word(made, "confirmed")
    certainties = tell_certainty(
        made,
        (word(made, "left"),),
        (Span(0, 8),),
        (SOMEBODY,) * steps,
        (Span(cue.idx, cue.idx + 9),),
        CueGrade(row["grade"] or "said"),
    )

    assert len(certainties) == steps + 1


@given(st.sampled_from([row for row in rows() if not row["cue"]]))
def test_what_is_uncommitted_or_possible_names_the_word_that_makes_it_so(row: dict[str, str]) -> None:
    (certainty,) = tell(row).certainties
    plain = [reason.kind for reason in certainty.because] == [PLAIN]

    assert plain <= (certainty.degree is Degree.CERTAIN and not certainty.denied)
