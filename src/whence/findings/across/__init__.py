"""Checks across reports: one file a kind, each telling its meaning, its limits, an example and its severity.

Enters: a trace with the readings that it was made from. Leaves: findings with the passages that they rest on, pointers for
an editor and never verdicts. To add a kind, write its file after the pattern of the others and put its CHECK into the list below.
"""

from whence.findings.across import (
    added_in_transmission,
    circular_sourcing,
    many_reports_one_witness,
    not_in_cited_report,
    one_side_across_reports,
    shared_site_ids,
    witness_upgraded,
)
from whence.findings.across.check import TraceCheck, TraceMaterial
from whence.records import Span, TraceFinding

TRACE_RULES = ("findings across reports", "1")
"""The name and version of the checks, for the run record."""

TRACE_CHECKS: tuple[TraceCheck, ...] = (
    added_in_transmission.CHECK,
    not_in_cited_report.CHECK,
    circular_sourcing.CHECK,
    witness_upgraded.CHECK,
    many_reports_one_witness.CHECK,
    one_side_across_reports.CHECK,
    shared_site_ids.CHECK,
)


def check_trace(material: TraceMaterial) -> tuple[TraceFinding, ...]:
    """Return what all checks have to say: in the order of the reports and of their texts, what points at none last."""
    order = {report.id: number for number, report in enumerate(material.trace.reports)}
    found = [
        (_place(finding, order), finding.rule, at, finding)
        for each in TRACE_CHECKS
        for at, finding in enumerate(each.run(material))
    ]
    return tuple(finding for _, _, _, finding in sorted(found, key=_without_finding))


def _place(finding: TraceFinding, order: dict[str, int]) -> tuple[int, Span]:
    """Return where a finding's first passage stands: the report's place in the trace, then the place in its text."""
    if not finding.passages:
        return len(order) + 1, Span(0, 1)
    first = finding.passages[0]
    return order.get(first.report, len(order)), first.span


def _without_finding(entry: tuple[object, ...]) -> tuple[object, ...]:
    """Return all but the finding itself, which has no order."""
    return entry[:3]


__all__ = ["TRACE_CHECKS", "TRACE_RULES", "TraceCheck", "TraceMaterial", "check_trace"]
