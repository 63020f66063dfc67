"""Verbatim copies: set aside before reports are compared, put back behind their originals: they make nothing likelier or commoner.

A copy is no witness, and what it repeats is no commoner for it: a word that twenty sites repeat from one text was written once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from whence.records import Assertion, Edge, Indication, Mention, Parallel, Reading, Span, Status, Trace, Variation

VERBATIM = 0.999
"""Probability that a report was written from an earlier one which has the very same text: both may be prints of a third."""

SAME = 6.9
"""The log-odds of that."""


def part_copies(readings: Sequence[Reading]) -> tuple[tuple[Reading, ...], dict[str, Reading]]:
    """Return the readings without those whose very text stands in one before, and those by id with the first that has it."""
    first: dict[tuple[str, tuple[tuple[str, Span], ...]], Reading] = {}
    originals, copies = [], {}
    for reading in readings:
        key = reading.report.text, tuple((claim.id, claim.span) for claim in reading.claims)
        original = first.setdefault(key, reading)
        if original is reading or not reading.report.text.strip():
            originals.append(reading)
        else:
            copies[reading.report.id] = original
    return tuple(originals), copies


def with_copies(traced: Trace, readings: Sequence[Reading], copies: Mapping[str, Reading]) -> Trace:
    """Return the trace with the copies put in, each behind its original; `readings` are all, in order."""
    if not copies:
        return traced
    order = {reading.report.id: number for number, reading in enumerate(readings)}
    of: dict[str, list[str]] = {}
    for copy, original in copies.items():
        of.setdefault(original.report.id, []).append(copy)

    def place(mention: Mention) -> int:
        return order[mention.report]

    def by_child(edge: Edge) -> int:
        return order.get(edge.child, len(order))

    edges = tuple(sorted((*traced.edges, *(_edge(copy, original) for copy, original in copies.items())), key=by_child))
    assertions = tuple(replace(each, mentions=tuple(sorted(_mentions(each, of), key=place))) for each in traced.assertions)
    variations = tuple(_inherited(each, of) for each in traced.variations)
    return replace(
        traced, reports=tuple(reading.report for reading in readings), edges=edges, assertions=assertions, variations=variations
    )


def _edge(copy: str, original: Reading) -> Edge:
    whole = Span(0, len(original.report.text))
    same = Indication("wording", "it is the same text, word for word", SAME, (Parallel(whole, whole),))
    return Edge(original.report.id, copy, VERBATIM, (same,))


def _mentions(assertion: Assertion, of: Mapping[str, Sequence[str]]) -> list[Mention]:
    repeated = [
        replace(mention, report=copy, status=Status.FAITHFUL, came_from=mention.report)
        for mention in assertion.mentions for copy in of.get(mention.report, ())
    ]  # fmt: skip
    return [*assertion.mentions, *repeated]


def _inherited(variation: Variation, of: Mapping[str, Sequence[str]]) -> Variation:
    heirs = [copy for report in (variation.report, *variation.inherited_by) for copy in of.get(report, ())]
    return replace(variation, inherited_by=(*variation.inherited_by, *heirs))
