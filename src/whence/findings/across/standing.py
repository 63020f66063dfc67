"""What a check needs to know of mentions and of descent: which claims stand at a mention, and who wrote from whom.

Enters: a trace and its readings. Leaves: look-ups made once for a whole check.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from whence.findings.across.check import TraceMaterial
from whence.records import Assertion, Claim, Mention, Passage, Report, Span, Status, Trace

SHARED = 0.5
"""Share of the shorter of two passages from which both count as one place of the text. Not swept."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One assertion as one report gives it."""

    assertion: Assertion
    mention: Mention


def standings(trace: Trace) -> Iterator[Standing]:
    """Yield every mention of every assertion."""
    for assertion in trace.assertions:
        for mention in assertion.mentions:
            yield Standing(assertion, mention)


def claims_at(material: TraceMaterial, mention: Mention) -> tuple[Claim, ...]:
    """Return the claims that stand at a mention: the one it names, else those whose passages it shares."""
    reading = material.readings.get(mention.report)
    if reading is None:
        return ()
    named = tuple(claim for claim in reading.claims if claim.id == mention.claim)
    return named or claims_in(reading.claims, mention.span)


def claims_in(claims: Iterable[Claim], span: Span) -> tuple[Claim, ...]:
    """Return the claims that one place of the text states."""
    return tuple(claim for claim in claims if any(same_place(passage, span) for passage in claim.passages))


def same_place(one: Span, other: Span) -> bool:
    """Tell whether two spans share at least half of the shorter."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and shared >= SHARED * min(len(one), len(other))


def standings_by_claim(material: TraceMaterial) -> dict[tuple[str, str], tuple[Standing, ...]]:
    """Return where each claim stands: by the report's and the claim's ids."""
    found: dict[tuple[str, str], list[Standing]] = {}
    for standing in standings(material.trace):
        for claim in claims_at(material, standing.mention):
            found.setdefault((standing.mention.report, claim.id), []).append(standing)
    return {key: tuple(each) for key, each in found.items()}


@dataclass(frozen=True, slots=True)
class AtHand:
    """The reports of a trace by their ids, their places in its order, what was written from what, and the other way round.

    Parents are ids of reports and of lost ancestors.
    """

    reports: dict[str, Report]
    order: dict[str, int]
    parents: dict[str, tuple[str, ...]]
    children: dict[str, tuple[str, ...]]

    def in_order(self, ids: Iterable[str]) -> list[Report]:
        """Return the reports of ids, each once, in the order of the trace; ids of no report are passed over."""
        known = {id for id in ids if id in self.reports}
        return [self.reports[id] for _, id in sorted((self.order[id], id) for id in known)]


def at_hand(trace: Trace) -> AtHand:
    """Return the look-ups of a trace."""
    order = {report.id: number for number, report in enumerate(trace.reports)}
    children: dict[str, list[str]] = {}
    for edge in trace.edges:
        children.setdefault(edge.parent, []).append(edge.child)
    reports = {report.id: report for report in trace.reports}
    return AtHand(reports, order, parents_of(trace), {parent: tuple(each) for parent, each in children.items()})


def stories(trace: Trace) -> dict[str, str]:
    """Return a name for the story of each report: those that share an assertion or descent are of one story, and have one name."""
    above: dict[str, str] = {}

    def first(id: str) -> str:
        while above.setdefault(id, id) != id:
            above[id] = above[above[id]]
            id = above[id]
        return id

    groups = [(edge.parent, edge.child) for edge in trace.edges]
    for group in (*groups, *(assertion.reports for assertion in trace.assertions)):
        for one in group[1:]:
            above[first(one)] = first(group[0])
    return {report.id: first(report.id) for report in trace.reports}


def parents_of(trace: Trace) -> dict[str, tuple[str, ...]]:
    """Return what each derived report was written from: ids of reports and of lost ancestors."""
    found: dict[str, list[str]] = {}
    for edge in trace.edges:
        found.setdefault(edge.child, []).append(edge.parent)
    return {child: tuple(parents) for child, parents in found.items()}


def path_of(mention: Mention, mentions: Mapping[str, Mention]) -> tuple[str, ...]:
    """Return the reports and lost ancestors that a mention was taken from, the nearest first.

    `mentions` are the assertion's by report. A circle is gone round once.
    """
    path: list[str] = []
    at: Mention | None = mention
    while at is not None and at.came_from is not None and at.came_from not in path:
        path.append(at.came_from)
        at = mentions.get(at.came_from)
    return tuple(path)


def says(mention: Mention) -> bool:
    """Tell whether a mention gives the assertion, rather than the contrary."""
    return mention.status is not Status.CONTRADICTED


def passage_of(mention: Mention) -> Passage:
    """Return where a mention stands."""
    return Passage(mention.report, mention.span)
