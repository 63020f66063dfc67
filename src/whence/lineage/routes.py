"""By which way each report came to say what it says: from a parent or an ancestor further up, added, or at first hand.

A report may be a copy for one assertion and a witness for another: the way is found passage by passage along the stemma.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from whence.lineage import additions
from whence.lineage.ground import NEW, Ground
from whence.lineage.stemma import Stemma
from whence.lineage.voices import has_voice
from whence.lineage.weights import DependenceWeights, chance


class Way(StrEnum):
    """How a passage came to its report."""

    FIRST_HAND = "first-hand"
    TAKEN = "taken"
    ADDED = "added"


ADDED = 0.3
"""Probability from which a passage was added on the way; one in four passages that nothing explains is. Swept 0.2 to 0.5."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one unit. `report` is what it was taken from, by number, `origin` the unit there, None for one of a lost ancestor.

    `likeness` tells how likely the two say the same.
    """

    unit: int
    way: Way
    report: int | None = None
    origin: int | None = None
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class _Tree:
    """Along what ways are found: the stemma, each report's parents, and the weights by which a passage was added."""

    ground: Ground
    stemma: Stemma
    above: tuple[tuple[int, ...], ...]
    weights: Mapping[str, float]


def find_routes(ground: Ground, stemma: Stemma, clusters: Sequence[Sequence[int]], weights: DependenceWeights) -> dict[int, Route]:
    """Return for each unit the way by which it came to its report."""
    units = ground.comparison.material.units
    tree = _Tree(ground, stemma, stemma.parents(), weights.added)
    found: dict[int, Route] = {}
    for members in clusters:
        holders: dict[int, list[int]] = {}
        for unit in members:
            holders.setdefault(units[unit].report, []).append(unit)
        for unit in members:
            if not tree.above[units[unit].report]:
                found[unit] = Route(unit, Way.FIRST_HAND)
            else:
                found[unit] = _held(tree, holders, unit) or _alone(tree, unit)
    return found


def _held(tree: _Tree, holders: Mapping[int, list[int]], unit: int) -> Route | None:
    """Return the way from the nearest ancestor that has the assertion too, or from a lost one whose other children have it."""
    stemma, material = tree.stemma, tree.ground.comparison.material
    report = material.units[unit].report
    level, seen, through = list(tree.above[report]), {report}, None
    while level:
        best = max((_likest(tree.ground, holders[parent], unit) for parent in level if parent in holders), default=None)
        if best is not None:
            return Route(unit, Way.TAKEN, material.units[best[1]].report, best[1], best[0])
        lost = [parent for parent in level if parent >= stemma.size]
        if through is None and any((set(stemma.siblings[parent - stemma.size]) - {report}) & holders.keys() for parent in lost):
            through = lost[0]
        seen.update(level)
        level = [parent for known in level for parent in tree.above[known] if parent not in seen]
    return None if through is None else Route(unit, Way.TAKEN, through)


def _alone(tree: _Tree, unit: int) -> Route:
    """Return the way of a passage whose assertion no ancestor has: added, of the report's own, or freely rendered."""
    ground, material = tree.ground, tree.ground.comparison.material
    report = material.units[unit].report
    at_hand = [other for other in _all_above(tree.above, report) if other < tree.stemma.size]
    if chance(tree.weights, additions.SIGNS, additions.read_signs(ground, unit, at_hand)) >= ADDED:
        return Route(unit, Way.ADDED)
    likeness, origin = additions.likeliest(ground, unit, at_hand)
    if likeness < NEW and has_voice(ground, unit, at_hand):
        return Route(unit, Way.FIRST_HAND)
    if origin is None:
        return Route(unit, Way.TAKEN, tree.above[report][0])
    return Route(unit, Way.TAKEN, material.units[origin].report, origin, likeness)


def _all_above(above: Sequence[Sequence[int]], report: int) -> tuple[int, ...]:
    """Return all ancestors of a report, the nearest first."""
    found: dict[int, None] = {}
    open_ = deque(above[report])
    while open_:
        parent = open_.popleft()
        if parent not in found:
            found[parent] = None
            open_.extend(above[parent])
    return tuple(found)


def _likest(ground: Ground, candidates: Sequence[int], unit: int) -> tuple[float, int]:
    """Return the likeness of the likest of some units of one report, and which it is."""
    material = ground.comparison.material
    report = material.units[unit].report
    other = material.units[candidates[0]].report
    if other not in ground.comparison.rows[report]:
        return 0.0, candidates[0]
    block = ground.comparison.block(other, report)
    column = unit - int(material.starts[report])
    return max((float(block[candidate - int(material.starts[other]), column]), candidate) for candidate in candidates)
