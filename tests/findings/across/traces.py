"""Small traces made by hand, all of it invented, so that each check is shown what it is to look at and nothing else."""

from __future__ import annotations

import re
from typing import Any

from tests.factory import known, span
from whence.findings.across import TraceCheck, TraceMaterial
from whence.records import (
    Absent,
    Assertion,
    Edge,
    EventType,
    Mention,
    Passage,
    Reading,
    Report,
    Run,
    SourceKind,
    Status,
    Trace,
    TraceFinding,
    Variation,
    VariationKind,
    Witness,
)

VERDICTS = re.compile(
    r"\b(?:true|truth|false|fake|faked|lie|lies|liar|hoax|propaganda|disinformation|misinformation|fabricat\w+|invent\w+|wrong|bogus"
    r"|suspicious|reliable|unreliable|credible|trustworthy|manipulat\w+)\b",
    re.IGNORECASE,
)
"""Words that a finding does not say of anybody."""


def mention(report: Report, words: str, status: str = "faithful", **fields: Any) -> Mention:
    """Return where `words` of a report give an assertion."""
    fields = {"claim": None, **fields}
    return Mention(report=report.id, span=span(report.text, words), status=Status(status), **fields)


def assertion(*mentions: Mention, id: str = "a1", witnesses: tuple[str, ...] = (), gloss: str = "The bridge fell.") -> Assertion:
    return Assertion(id, gloss, EventType.DAMAGE, Absent(), Absent(), witnesses, mentions)


def witness(id: str, name: str, kind: str = "resident", *, side: str | None = None, **fields: Any) -> Witness:
    return Witness(id, name, SourceKind(kind), known(side), **fields)


def variation(kind: str, report: Report, written: str, *, origin: tuple[Report, str] | None = None, **fields: Any) -> Variation:
    """Return a variation at the words `written`; `origin` is the report that it was taken from, with its words."""
    correct = origin[1] if origin is not None else None
    at = Passage(origin[0].id, span(origin[0].text, origin[1])) if origin is not None else None
    fields = {"correct": correct, "origin": at, **fields}
    return Variation(VariationKind(kind), report.id, span(report.text, written), written, **fields)


def edges(*pairs: tuple[Report | str, Report]) -> tuple[Edge, ...]:
    return tuple(Edge(each if isinstance(each, str) else each.id, child.id, 0.9) for each, child in pairs)


def material(reports: tuple[Report, ...], *readings: Reading, **fields: Any) -> TraceMaterial:
    """Return a trace of reports in this order, with the readings of those that were read."""
    parts: dict[str, Any] = {"edges": (), "lost": (), "assertions": (), "variations": (), "witnesses": (), **fields}
    return TraceMaterial(Trace(reports, run=Run("0.0.0", "hand"), **parts), {each.report.id: each for each in readings})


def run(check: TraceCheck, given: TraceMaterial) -> tuple[TraceFinding, ...]:
    """Return what a check has to say, after a look at what all findings have in common."""
    found = check.run(given)
    texts = {report.id: report.text for report in given.trace.reports}
    for finding in found:
        assert finding.rule == check.name
        assert finding.because
        assert all(passage.span.cut(texts[passage.report]) for passage in finding.passages)
        assert len(set(finding.passages)) == len(finding.passages)
        assert VERDICTS.search(finding.message) is None, finding.message
        assert finding.message.endswith(".")
        assert "  " not in finding.message
    return found


def cut(given: TraceMaterial, finding: TraceFinding) -> list[tuple[str, str]]:
    """Return the passages of a finding in words, each with its report's id."""
    texts = {report.id: report.text for report in given.trace.reports}
    return [(passage.report, passage.span.cut(texts[passage.report])) for passage in finding.passages]
