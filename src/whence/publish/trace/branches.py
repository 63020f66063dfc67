"""The stemma as a forest: each report once, under its likelier parent, with a pointer under the others.

Enters: a trace. Leaves: roots with their branches, in the order of publication; a tree can be drawn of it in any form. A report
that several texts were written into stands under the one of highest probability. Edges that would close a circle are pointers
too, so that every report is drawn once whatever the trace holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from whence.records import Edge, Trace


@dataclass(frozen=True, slots=True)
class Branch:
    """A report or lost ancestor with what was written from it.

    `edge` is why it stands here, None for a root. `also_from` are the edges from its other parents, `within_reach` those that the
    stemma does not hold and that are not far from it. With `pointer`, the id of the
    text that it is drawn under (empty for a root), it stands here only to say that it was written from this one too.
    """

    id: str
    edge: Edge | None = None
    also_from: tuple[Edge, ...] = ()
    within_reach: tuple[Edge, ...] = ()
    pointer: str | None = None
    branches: list[Branch] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Return how many texts are drawn from here down, itself among them."""
        stack, number = [self], 0
        while stack:
            branch = stack.pop()
            number += branch.pointer is None
            stack.extend(branch.branches)
        return number


def grow(trace: Trace) -> tuple[Branch, ...]:
    """Return the roots: families first, then the reports that stand alone, each in the order of publication."""
    order = order_ids(trace)
    into: dict[str, list[Edge]] = {id: [] for id in order}
    for edge in trace.edges:
        into[edge.child].append(edge)
    main = {id: max(edges, key=likelihood) for id, edges in into.items() if edges}
    roots = [id for id in order if id not in main]
    held = reach(roots, main)
    for id in order:
        # What hangs on no root hangs on a circle: the earliest of it is drawn as a root.
        if id not in held:
            main.pop(id)
            roots.append(id)
            held |= reach([id], main)
    others: dict[str, list[Edge]] = {}
    for edge in sorted(trace.alternatives, key=likelihood, reverse=True):
        others.setdefault(edge.child, []).append(edge)
    drawn = {
        id: Branch(id, main.get(id), tuple(edge for edge in into[id] if edge is not main.get(id)), tuple(others.get(id, ())))
        for id in order
    }
    for id in order:
        for edge in sorted(into[id], key=likelihood, reverse=True):
            child = drawn[id] if edge is main.get(id) else Branch(id, edge, pointer=main[id].parent if id in main else "")
            drawn[edge.parent].branches.append(child)
    found = [drawn[id] for id in sorted(roots, key=order.__getitem__)]
    return (*(root for root in found if root.branches), *(root for root in found if not root.branches))


def order_ids(trace: Trace) -> dict[str, int]:
    """Return the place of every report and lost ancestor, a lost one before the first report that was written from it."""
    places: dict[str, float] = {report.id: float(index) for index, report in enumerate(trace.reports)}
    size = float(len(places))
    for lost in trace.lost:
        places[lost.id] = min((places[child] for child in lost.children if child in places), default=size) - 0.5
    for edge in trace.edges:
        for id in (edge.parent, edge.child):
            places.setdefault(id, size)
    return {id: number for number, id in enumerate(sorted(places, key=places.__getitem__))}


def likelihood(edge: Edge) -> float:
    """Order edges by their probability."""
    return edge.probability


def reach(roots: Iterable[str], main: dict[str, Edge]) -> set[str]:
    """Return what is drawn from these roots down."""
    below: dict[str, list[str]] = {}
    for id, edge in main.items():
        below.setdefault(edge.parent, []).append(id)
    found: set[str] = set()
    stack = list(roots)
    while stack:
        id = stack.pop()
        if id not in found:
            found.add(id)
            stack.extend(below.get(id, ()))
    return found
