from dataclasses import replace
from typing import Any

from tests.factory import report
from tests.findings.across.traces import assertion, material, mention, run, witness
from whence.findings.across import TraceMaterial
from whence.findings.across.many_reports_one_witness import CHECK
from whence.records import Assertion, Mention, Severity, Status

REPORTS = tuple(report("The mill burnt down. Rain fell.", id=f"r{number}", outlet=f"Paper {number}") for number in range(1, 6))
MARN = witness("w1", "Colonel Marn", "party", reports=("r1",))


def burnt(count: int, words: str = "The mill burnt down.") -> tuple[Mention, ...]:
    return tuple(mention(each, words) for each in REPORTS[:count])


def told(*assertions: Assertion, **fields: Any) -> TraceMaterial:
    return material(REPORTS, assertions=assertions, witnesses=(MARN,), **fields)


def test_four_reports_with_one_witness() -> None:
    (finding,) = run(CHECK, told(assertion(*burnt(4), witnesses=("w1",))))
    assert finding.severity is Severity.MEDIUM
    assert finding.message == (
        "4 reports say this, and all rest on one witness, Colonel Marn: Paper 1, Paper 2, Paper 3 and Paper 4."
    )
    assert [passage.report for passage in finding.passages] == ["r1", "r2", "r3", "r4"]


def test_all_that_rests_on_one_witness_is_told_together() -> None:
    rain = assertion(*burnt(5, "Rain fell."), id="a2", gloss="Rain fell.", witnesses=("w1",))
    (finding,) = run(CHECK, told(assertion(*burnt(4), witnesses=("w1",)), rain))
    assert finding.message.startswith("2 assertions, each in up to 5 reports, rest on one witness alone, Colonel Marn;")
    assert [reason.detail for reason in finding.because] == ["“Rain fell.”: 5 reports", "“The bridge fell.”: 4 reports"]


def test_three_reports_are_not_many() -> None:
    assert run(CHECK, told(assertion(*burnt(3), witnesses=("w1",)))) == ()


def test_a_report_counts_once_and_the_contrary_not_at_all() -> None:
    twice = (*burnt(3), mention(REPORTS[0], "Rain fell."))
    assert run(CHECK, told(assertion(*twice, witnesses=("w1",)))) == ()
    contrary = (*burnt(3), replace(burnt(4)[3], status=Status.CONTRADICTED))
    assert run(CHECK, told(assertion(*contrary, witnesses=("w1",)))) == ()


def test_two_witnesses_or_none_are_not_one() -> None:
    assert run(CHECK, told(assertion(*burnt(4), witnesses=("w1", "w2")))) == ()
    assert run(CHECK, told(assertion(*burnt(4)))) == ()
