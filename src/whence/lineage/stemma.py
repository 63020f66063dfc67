"""The most probable stemma: for each report its parents, or none; lost ancestors where two share what no report at hand explains.

Each report chooses its likeliest parent or none (a discrete choice, `weights.toml`). Where publication times leave the direction
open and choices run in a circle, Edmonds' branching over the same utilities settles it (Edmonds 1967). A second parent is taken
where it explains what the first does not. Alternatives within reach are kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from whence.lineage import digests, lost, signs
from whence.lineage.ground import Ground
from whence.lineage.weights import DependenceWeights, chance

REACH = 0.05
"""Probability from which a parent that was not chosen is kept as an alternative."""

SECOND = 0.3
"""Probability from which a second parent is taken. Swept 0.3 to 0.6."""

NONE = -1
"""The choice of no parent at hand."""


@dataclass(frozen=True, slots=True)
class Descent:
    """`child` was written from `parent`, both by number; a parent of `size` readings or more is a lost ancestor."""

    parent: int
    child: int
    probability: float


@dataclass(frozen=True, slots=True)
class Stemma:
    """The graph over reports by number; lost ancestors have the numbers behind the last report's.

    `siblings` holds for each lost ancestor its children.
    """

    descents: tuple[Descent, ...]
    alternatives: tuple[Descent, ...]
    siblings: tuple[tuple[int, ...], ...]
    size: int

    def parents(self) -> tuple[tuple[int, ...], ...]:
        """Return for each report and lost ancestor its parents, the likelier first."""
        found: list[list[int]] = [[] for _ in range(self.size + len(self.siblings))]
        for descent in sorted(self.descents, key=_likelier):
            found[descent.child].append(descent.parent)
        return tuple(tuple(parents) for parents in found)


def _likelier(descent: Descent) -> tuple[float, int]:
    return -descent.probability, descent.parent


def shares(ground: Ground, child: int, weights: DependenceWeights) -> dict[int, float]:
    """Return the probability of each candidate having been the parent of a report, and of NONE."""
    derived = chance(weights.derived, signs.DERIVED, signs.read_derived(ground, child))
    row = np.array([weights.parent[sign] for sign in signs.SIGNS])
    others = ground.comparison.neighbours[child]
    if not others:
        return {NONE: 1.0}
    given = dict(zip(others, (signs.read_candidates(ground, child) @ row).tolist(), strict=True))
    top = max(given.values())
    odds = {choice: float(np.exp(utility - top)) for choice, utility in given.items()}
    whole = sum(odds.values())
    return {NONE: 1.0 - derived, **{choice: derived * value / whole for choice, value in odds.items()}}


def choose(each: Mapping[int, float]) -> int:
    """Return the likeliest parent of a report that is likelier derived than not, else NONE."""
    if each[NONE] >= 0.5:  # noqa: PLR2004 - likelier first-hand
        return NONE
    return max((share, -other) for other, share in each.items() if other != NONE)[1] * -1


def draw(ground: Ground, weights: DependenceWeights) -> Stemma:
    """Return the most probable stemma of the reports."""
    size = len(ground.readings)
    likely = [shares(ground, child, weights) for child in range(size)]
    first = _without_circles(likely, [choose(each) for each in likely])
    descents = [Descent(parent, child, likely[child][parent]) for child, parent in enumerate(first) if parent != NONE]
    descents, siblings = _with_lost(ground, descents, likely, weights)
    descents += _seconds(ground, descents, size, weights)
    held = {(descent.parent, descent.child) for descent in descents}
    others = (
        Descent(parent, child, share) for child, each in enumerate(likely) for parent, share in each.items()
        if parent != NONE and share >= REACH and (parent, child) not in held
    )  # fmt: skip
    return Stemma(tuple(sorted(descents, key=_by_child)), tuple(sorted(others, key=_by_child)), siblings, size)


def _by_child(descent: Descent) -> tuple[int, float, int]:
    return descent.child, -descent.probability, descent.parent


def _without_circles(likely: list[dict[int, float]], first: list[int]) -> list[int]:
    """Return the choices, those that run in a circle settled by Edmonds' branching together with all that descend from it.

    Whom a report of the circle takes instead is then none of its own descendants, so that no new circle comes of it.
    """
    settled = list(first)
    while True:
        graph = nx.DiGraph((parent, child) for child, parent in enumerate(settled) if parent != NONE)
        circle = min((sorted(part) for part in nx.strongly_connected_components(graph) if len(part) > 1), default=None)
        if circle is None:
            return settled
        within = {*circle, *nx.descendants(graph, circle[0])}
        room = nx.DiGraph()
        for child in sorted(within):
            for parent, share in sorted(likely[child].items()):
                above, weight = parent if parent in within else NONE, float(np.log(max(share, 1e-12)))
                if not room.has_edge(above, child) or room[above][child]["weight"] < weight:
                    room.add_edge(above, child, weight=weight, parent=parent)
        for above, child in nx.maximum_spanning_arborescence(room, preserve_attrs=True).edges:
            settled[child] = room[above][child]["parent"]


def _seconds(ground: Ground, descents: list[Descent], size: int, weights: DependenceWeights) -> list[Descent]:
    """Return the second parents, at most one a report.

    None is of the first's line: what such a one explains came through the first.
    """
    parents: dict[int, list[int]] = {}
    for descent in descents:
        parents.setdefault(descent.child, []).append(descent.parent)
    found = []
    for descent in sorted(descents, key=_by_child):
        child, first = descent.child, descent.parent
        if child >= size or first >= size:
            continue
        line = _line(parents, first)
        best: Descent | None = None
        for other in ground.possible(child):
            if other == first or other in line or not _line(parents, other).isdisjoint((child, first)):
                continue
            likely = chance(weights.second, digests.SIGNS, digests.read_signs(ground, first, other, child))
            if likely >= SECOND and (best is None or likely > best.probability):
                best = Descent(other, child, likely)
        if best is not None:
            found.append(best)
            parents[child].append(best.parent)
    return found


def _line(parents: Mapping[int, Sequence[int]], report: int) -> frozenset[int]:
    """Return all from whom a report descends."""
    seen: set[int] = set()
    open_ = list(parents.get(report, ()))
    while open_:
        each = open_.pop()
        if each not in seen:
            seen.add(each)
            open_.extend(parents.get(each, ()))
    return frozenset(seen)


def _with_lost(
    ground: Ground, descents: Sequence[Descent], likely: Sequence[Mapping[int, float]], weights: DependenceWeights
) -> tuple[list[Descent], tuple[tuple[int, ...], ...]]:
    """Return the descents with lost ancestors put in, and each one's children."""
    size = len(ground.readings)
    kin = _kin(ground, descents, weights)
    lower = {child for each in kin.values() for child, _ in each}
    above = {descent.child: descent.parent for descent in descents}
    kept: dict[int, list[Descent]] = {descent.child: [descent] for descent in descents if descent.child not in lower}
    siblings: list[tuple[int, ...]] = []
    for eldest in sorted(kin):
        number = size + len(siblings)
        kept.pop(eldest, None)
        if eldest in above:
            kept[number] = [Descent(above[eldest], number, likely[eldest].get(above[eldest], 0.0))]
        children = ((eldest, max(likelihood for _, likelihood in kin[eldest])), *kin[eldest])
        for child, likelihood in children:
            kept.setdefault(child, []).append(Descent(number, child, likelihood))
        siblings.append(tuple(sorted(child for child, _ in children)))
    return [descent for each in kept.values() for descent in each], tuple(siblings)


def _kin(ground: Ground, descents: Sequence[Descent], weights: DependenceWeights) -> dict[int, list[tuple[int, float]]]:
    """Return for the eldest of each group of siblings by a lost ancestor the others, each with the probability of that."""
    parents = {descent.child: (descent.parent,) for descent in descents}
    eldest_of: dict[int, int] = {}
    found: dict[int, list[tuple[int, float]]] = {}
    for descent in sorted(descents, key=_by_child):
        told = lost.read_signs(ground, descent.parent, descent.child, _line(parents, descent.parent))
        likely = chance(weights.lost, lost.SIGNS, told)
        if likely > 0.5:  # noqa: PLR2004 - likelier than not
            eldest = eldest_of.setdefault(descent.child, eldest_of.get(descent.parent, descent.parent))
            found.setdefault(eldest, []).append((descent.child, likely))
    return found
