"""Units of all reports → assertions: clusters of units that say the same, a contradiction among them.

Average linkage (Sokal & Michener 1958) over the likeness of pairs; two passages of which one was surely written from the other are
held together more readily. A passage that is like no other is an assertion of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from whence.collation.comparison import Comparison

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

MERGE = 0.24
"""Mean likeness from which two clusters are one assertion. Swept 0.1 to 0.5 on the families by alignment."""

EDGE = 0.2
"""Likeness under which a pair holds nothing together."""

LARGEST = 1500
"""Units of one component that are clustered together; a larger one is first parted at weaker pairs."""

INHERITED = 0.5
"""How far a pair of mutual best passages along an edge of the stemma is moved from its likeness towards one."""


def cluster(comparison: Comparison, descents: Collection[tuple[int, int]] = ()) -> tuple[tuple[int, ...], ...]:
    """Return the assertions, each the numbers of its units in order; `descents` are (parent, child) pairs of the stemma."""
    count = len(comparison.material.units)
    rows, columns, likely = [], [], []
    for one, other in comparison.pairs:
        block = comparison.block(one, other)
        if not block.size:
            continue
        if (one, other) in descents or (other, one) in descents:
            block = _drawn(block)
        ups, downs = np.nonzero(block >= EDGE)
        rows.append(ups + comparison.material.starts[one])
        columns.append(downs + comparison.material.starts[other])
        likely.append(block[ups, downs])
    if not rows:
        return tuple((unit,) for unit in range(count))
    pairs = coo_matrix(
        (np.concatenate(likely), (np.concatenate(rows), np.concatenate(columns))), shape=(count, count), dtype=np.float32
    )
    found = [part for component in _components(pairs, EDGE) for part in _linked(*component)]
    return tuple(sorted(tuple(sorted(part)) for part in found))


def _drawn(block: Floats) -> Floats:
    """Return a block with the pairs that are each other's best drawn towards one."""
    best = (block == block.max(1, keepdims=True)) & (block == block.max(0, keepdims=True))
    found: Floats = np.where(best, block + np.float32(INHERITED) * (1 - block), block)
    return found


def _components(pairs: coo_matrix, least: float) -> Iterator[tuple[Ints, coo_matrix]]:
    """Yield the units that hang together, each time with the pairs among them.

    What is too large to cluster is parted where it hangs by weaker pairs.
    """
    strong = pairs.data >= least
    graph = coo_matrix((pairs.data[strong], (pairs.row[strong], pairs.col[strong])), shape=pairs.shape)
    number, labels = connected_components(graph, directed=False)
    order = np.argsort(labels, kind="stable")
    inside = np.flatnonzero(labels[pairs.row] == labels[pairs.col])
    inside = inside[np.argsort(labels[pairs.row[inside]], kind="stable")]
    units = np.searchsorted(labels[order], np.arange(number + 1))
    held = np.searchsorted(labels[pairs.row[inside]], np.arange(number + 1))
    place = np.empty(len(labels), dtype=np.int64)
    place[order] = np.arange(len(labels)) - units[labels[order]]
    for label in range(number):
        part, chosen = order[units[label] : units[label + 1]], inside[held[label] : held[label + 1]]
        smaller = coo_matrix(
            (pairs.data[chosen], (place[pairs.row[chosen]], place[pairs.col[chosen]])), shape=(len(part), len(part))
        )
        if len(part) <= LARGEST or least >= 1:
            yield part, smaller
        else:
            yield from ((part[each], among) for each, among in _components(smaller, least + 0.1))


def _linked(component: Ints, pairs: coo_matrix) -> Iterator[list[int]]:
    """Yield the clusters of one component."""
    if len(component) == 1:
        yield [int(component[0])]
        return
    inside = np.zeros(pairs.shape, dtype=np.float32)
    inside[pairs.row, pairs.col] = pairs.data
    distances = 1.0 - np.maximum(inside, inside.T)[np.triu_indices(len(component), 1)]
    labels = fcluster(linkage(distances, method="average"), 1.0 - MERGE, criterion="distance")
    for label in np.unique(labels):
        yield [int(unit) for unit in component[labels == label]]
