"""The check speaks on a time after publication that is told as past, and on nothing else."""

from __future__ import annotations

import pytest

from tests.factory import report
from whence.findings.check import Material
from whence.findings.future_told_as_past import CHECK
from whence.language import load_engine
from whence.records import Finding, Severity
from whence.referents.times import find_times


def run(text: str, published: str | None = "2031-12-25", updated: str | None = None) -> tuple[Finding, ...]:
    whole = report(text, published_at=published, updated_at=updated)
    doc = load_engine("whence").analyse(text)
    return CHECK.run(Material(whole, (), (), times=find_times(doc, whole)))


@pytest.mark.issue(3)
def test_a_capture_three_days_ahead() -> None:
    text = "The bridge was captured on 28 December."
    (finding,) = run(text)
    assert (finding.rule, finding.severity) == ("future_told_as_past", Severity.HIGH)
    assert [span.cut(text) for span in finding.spans] == ["28 December", "captured"]
    assert "2031-12-28" in finding.message
    assert "2031-12-25" in finding.message


def test_a_year_ahead() -> None:
    assert [finding.spans[0].cut("The depot burned in 2033.") for finding in run("The depot burned in 2033.")] == ["2033"]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was captured on 23 December.",
        "The bridge was captured on Tuesday.",
        "The bridge was captured this month.",
        "The bridge was captured on 26 December.",
        "The envoys will meet on 28 December.",
        "The talks begin on 28 December.",
        "The talks were scheduled for 28 December.",
        "The vote was postponed until 28 December.",
        "The envoys planned to meet on 28 December.",
        "The envoys were ordered to leave on 28 December.",
        "She said the envoys would meet on 28 December.",
        "The envoys discussed plans for the 28 December vote.",
        "The fires burned for two weeks.",
    ],
)
def test_nothing_to_say(text: str) -> None:
    assert run(text) == ()


@pytest.mark.parametrize("published", [None, "soon"])
def test_without_a_time_of_publication_nothing_is_after_it(published: str | None) -> None:
    assert run("The depot burned in 2033.", published) == ()


def test_a_change_of_the_report_after_publication_is_allowed_for() -> None:
    assert run("The bridge was captured on 28 December 2031.", updated="2031-12-29T10:00:00+00:00") == ()
    assert len(run("The bridge was captured on 28 December 2031.", updated="2031-12-26T10:00:00+00:00")) == 1
