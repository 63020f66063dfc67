"""Where a report differs from what it was taken from: garbled names, drifting numbers and dates, mutated quotations, other sources.

Each kind has a file; each looks at pairs of passages of which one was taken from the other and yields readings with the place in
both. Here they are gathered, each with the report where it first stands and those that inherited it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from whence.lineage.ground import Ground
from whence.lineage.routes import Route
from whence.lineage.stemma import Stemma
from whence.lineage.variations import attributions, dates, names, numbers, quotations, titles
from whence.lineage.variations.change import Change, Pair
from whence.records import Passage, Reason, Variation

KINDS = (names.find, titles.find, numbers.find, dates.find, quotations.find, attributions.find)

AGREEMENT = 0.35
"""Likeness from which a passage counts as taken from the one it is like. Swept 0.2 to 0.6 on the families."""


def find_variations(
    ground: Ground, stemma: Stemma, clusters: Sequence[Sequence[int]], routes: Mapping[int, Route], names: Sequence[str]
) -> tuple[Variation, ...]:
    """Return the variations of all assertions, in the order of the reports in which each first stands."""
    where = {unit: f"a{number}" for number, members in enumerate(clusters, 1) for unit in members}
    changes = [change for edge in _edges(ground, stemma, routes) for find in KINDS for change in find(ground, edge)]
    below = _descendants(stemma)
    first: dict[tuple[int, str], Change] = {}
    for change in changes:
        first.setdefault((change.child, change.written.casefold()), change)
    elders: dict[str, list[int]] = {}
    for child, written in first:
        elders.setdefault(written, []).append(child)
    inherited = {
        (child, written) for child, written in first
        if any(child in below.get(elder, ()) for elder in elders[written] if elder != child)
    }  # fmt: skip
    found = []
    for key in sorted(first.keys() - inherited):
        change = first[key]
        heirs = [heir for heir in sorted(below.get(change.child, ())) if change.stands_in(ground.readings[heir].report.text)]
        origin = None if change.origin is None else Passage(names[change.parent], change.origin)
        found.append(
            Variation(
                change.kind, names[change.child], change.span, change.written, change.correct, origin, where.get(change.unit),
                tuple(names[heir] for heir in heirs), (Reason("compared", change.detail, (change.span,)),),
            )
        )  # fmt: skip
    return tuple(found)


def _edges(ground: Ground, stemma: Stemma, routes: Mapping[int, Route]) -> Iterator[Pair]:
    """Yield for each report with a parent at hand the pairs of passages of which one was taken from the other."""
    units = ground.comparison.material.units
    for child in range(stemma.size):
        taken = [routes[unit] for unit in ground.comparison.material.range_of(child)]
        for parent in sorted({route.report for route in taken if route.report is not None and route.origin is not None}):
            pairs = tuple(
                (route.origin, route.unit) for route in taken
                if route.report == parent and route.origin is not None and route.likeness >= AGREEMENT
            )  # fmt: skip
            if pairs:
                yield Pair(parent, child, pairs, units)


def _descendants(stemma: Stemma) -> dict[int, frozenset[int]]:
    """Return for each report those that descend from it, by number; siblings by a lost ancestor are heirs of one another."""
    children: dict[int, set[int]] = {}
    for descent in stemma.descents:
        children.setdefault(descent.parent, set()).add(descent.child)
    for siblings in stemma.siblings:
        for sibling in siblings:
            children.setdefault(sibling, set()).update(other for other in siblings if other > sibling)
    found = {}
    for report in range(stemma.size):
        open_, seen = list(children.get(report, ())), set()
        while open_:
            each = open_.pop()
            if each not in seen:
                seen.add(each)
                open_.extend(children.get(each, ()))
        found[report] = frozenset(each for each in seen if each < stemma.size and each != report)
    return found
