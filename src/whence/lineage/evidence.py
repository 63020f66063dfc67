"""An edge of the stemma with its evidence: each sign for or against it in words, with the passages that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from whence.lineage.ground import NEW, Floats, Ground
from whence.lineage.signs import SHARED, SIGNS, read_signs
from whence.lineage.stemma import Descent
from whence.lineage.weights import DependenceWeights
from whence.records import Edge, Indication, Parallel, Span

MOST_PARALLELS = 12
"""Passages that one piece of evidence shows at most."""

MOST_NAMED = 6
"""Errors that a sentence names at most."""

LEAST_WEIGHT = 0.05
"""Log-odds under which a sign says nothing worth showing."""


def edge_of(ground: Ground, weights: DependenceWeights, descent: Descent, names: Sequence[str]) -> Edge:
    """Return one descent with its evidence; an edge from or to a lost ancestor has none of its own."""
    size = len(ground.readings)
    because: tuple[Indication, ...] = ()
    if descent.parent < size and descent.child < size:
        because = tuple(sorted(indications(ground, weights, descent.parent, descent.child), key=_heaviest))
    return Edge(names[descent.parent], names[descent.child], round(descent.probability, 4), because)


def _heaviest(indication: Indication) -> tuple[float, str]:
    return -abs(indication.weight), indication.kind


def indications(ground: Ground, weights: DependenceWeights, parent: int, child: int) -> Iterator[Indication]:
    """Yield the evidence for and against `child` having been written from `parent`."""
    signs = read_signs(ground, parent, child)
    shares = {sign: float(value) * weights.parent[sign] for sign, value in zip(SIGNS, signs, strict=True)}
    parts = (
        _skeleton(ground, parent, child, shares["coverage"] + shares["returned"] + shares["order"]),
        _keys(ground, parent, child, shares["numbers"] + shares["names"]),
        _wording(ground, parent, child, shares["wording"]),
        _declared(ground, parent, child, shares["credited"]),
        _errors(ground, parent, child, shares["errors"]),
        _added(ground, parent, child, shares["additions"]),
        _missing(shares["missing"] + shares["missing keys"]),
        _time(shares["hours"] + shares["later"], later=bool(signs[SIGNS.index("later")])),
    )
    yield from (part for part in parts if part is not None and abs(part.weight) >= LEAST_WEIGHT)


def _span(ground: Ground, unit: int) -> Span:
    return ground.comparison.material.units[unit].span


def _skeleton(ground: Ground, parent: int, child: int, weight: float) -> Indication | None:
    """Return what both say, and whether in the same order."""
    block = ground.comparison.block(parent, child)
    if not block.size:
        return None
    best, likely = block.argmax(0), block.max(0)
    pairs = [(int(best[n]), n) for n in range(block.shape[1]) if likely[n] >= SHARED]
    if not pairs:
        return None
    steps = [after[0] - before[0] for before, after in pairwise(pairs)]
    said = len({up for up, _ in pairs})
    detail = f"{len(pairs)} of {block.shape[1]} passages say what {said} of {block.shape[0]} say there{_in_order(steps)}"
    strong = sorted(sorted(pairs, key=_least_like(block))[:MOST_PARALLELS], key=_second)
    return Indication("skeleton", detail, weight, _parallels(ground, parent, child, strong))


def _in_order(steps: Sequence[int]) -> str:
    """Return how far passages stand in the same order, told by the steps in the one from each to that of the next in the other."""
    forward = sum(step >= 0 for step in steps)
    if steps and forward == len(steps):
        return ", in the same order"
    return ", mostly in the same order" if forward > len(steps) / 2 else ""


def _parallels(ground: Ground, parent: int, child: int, pairs: Iterable[tuple[int, int]]) -> tuple[Parallel, ...]:
    """Return the passages side by side of pairs of units, each counted from its report's first."""
    starts = ground.comparison.material.starts
    return tuple(Parallel(_span(ground, int(starts[parent]) + up), _span(ground, int(starts[child]) + down)) for up, down in pairs)


def _least_like(block: Floats) -> Callable[[tuple[int, int]], float]:
    """Return what sorts pairs of units by their likeness, the likest first."""

    def key(pair: tuple[int, int]) -> float:
        return -float(block[pair])

    return key


def _second(pair: tuple[int, int]) -> int:
    return pair[1]


def _keys(ground: Ground, parent: int, child: int, weight: float) -> Indication | None:
    """Return the rare names and numbers that both have."""
    common = ground.keyed[parent].all & ground.keyed[child].all
    rare = sorted(common, key=_rarest(ground))[:MOST_NAMED]
    places = [place for place in (_places(ground, parent, child, key) for key in rare) if place is not None]
    if not places:
        return None
    told = ", ".join(dict.fromkeys(f"“{words}”" for words, _ in places))
    return Indication("names and numbers", f"both have {told}", weight, tuple(parallel for _, parallel in places))


def _rarest(ground: Ground) -> Callable[[str], tuple[float, str]]:
    """Return what sorts names and numbers by their rarity, the rarest first."""

    def key(key: str) -> tuple[float, str]:
        return -ground.key_weights[key], key

    return key


def _places(ground: Ground, parent: int, child: int, key: str) -> tuple[str, Parallel] | None:
    """Return the words of a key in the child, and where both write it."""
    up, down = ground.written(parent).get(key), ground.written(child).get(key)
    if up is None or down is None:
        return None
    return down.cut(ground.readings[child].report.text), Parallel(up, down)


def _wording(ground: Ground, parent: int, child: int, weight: float) -> Indication | None:
    """Return the runs of words that both have."""
    shared = int(ground.runs.common(child, [parent])[0])
    if not shared:
        return None
    return Indication("wording", f"{shared} of {ground.runs.counts[child]} runs of four words stand there as well", weight)


def _declared(ground: Ground, parent: int, child: int, weight: float) -> Indication | None:
    """Return where the child credits the parent's outlet."""
    spans = ground.credits.get((child, parent))
    if spans is None:
        return None
    if not spans:
        detail = "a link or a credit in its markup leads there"
    elif ground.imprints[parent].channel:
        detail = "it names the body whose own channel the other is, or speaks of a statement"
    else:
        detail = "it names the other's outlet"
    return Indication("declared", detail, weight, tuple(Parallel(None, span) for span in spans[:MOST_PARALLELS]))


def _errors(ground: Ground, parent: int, child: int, weight: float) -> Indication | None:
    """Return the names and numbers that first stand in the parent and that the child has too."""
    common = ground.new_keys[parent] & ground.keyed[child].all
    rare = sorted(common, key=_rarest(ground))[:MOST_NAMED]
    places = [place for place in (_places(ground, parent, child, key) for key in rare) if place is not None]
    if not places or not ground.earlier(parent):
        return None
    told = ", ".join(dict.fromkeys(f"“{words}”" for words, _ in places))
    return Indication("error", f"no earlier report has {told}; both of these do", weight, tuple(parallel for _, parallel in places))


def _added(ground: Ground, parent: int, child: int, weight: float) -> Indication | None:
    """Return the passages that first stand in the parent and that the child repeats."""
    block = ground.comparison.block(parent, child)
    new = np.flatnonzero(ground.inherited[parent] < NEW)
    taken = [(int(up), int(block[up].argmax())) for up in new if block.size and block[up].max() >= SHARED]
    if not ground.earlier(parent) or not len(new):
        return None
    detail = f"of {len(new)} passages that first stand there it repeats {len(taken)}"
    return Indication("added", detail, weight, _parallels(ground, parent, child, taken[:MOST_PARALLELS]))


def _missing(weight: float) -> Indication:
    """Return what the child has from elsewhere: it speaks against this parent, or for a second one."""
    return Indication("missing", "it has things that earlier reports have and this one lacks", weight)


def _time(weight: float, *, later: bool) -> Indication:
    """Return what the times of publication say."""
    return Indication("time", "its stamp is later than the child's" if later else "it was published before", weight)
