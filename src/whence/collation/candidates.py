"""Which reports are worth comparing at all: never all pairs.

Two reports are candidates if they share keys that few hold: names, numbers, concepts and words, weighted by rarity. An inverted
index (one sparse product, block by block) finds for each report its nearest ones; a key that stands in many reports leads nowhere
and is left out of the search.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from whence.collation.keys import matrix_of, weigh
from whence.collation.likeness import KINDS, Material

NEAREST = 40
"""Reports that one is compared with at most. A family of more is still one: its members are chained."""

EVERYWHERE = 400
"""Reports beyond which a key is too common to lead anywhere."""

LEAST = 0.02
"""Cosine under which two reports have nothing in common but the language."""

BLOCK = 512


def candidates(material: Material) -> tuple[tuple[int, int], ...]:
    """Return the pairs of reports, lower number first, that are worth comparing, in order."""
    count = len(material.readings)
    if count <= NEAREST:
        return tuple((one, other) for one in range(count) for other in range(one + 1, count))
    gathered: list[set[str]] = [set() for _ in range(count)]
    for kind in KINDS:
        for unit, keys in zip(material.units, material.rows(kind), strict=True):
            gathered[unit.report].update(f"{kind}:{key}" for key in keys)
    rows = [dict.fromkeys(keys, 1.0) for keys in gathered]
    weights = weigh(enumerate(rows), count)
    common = float(np.log((count + 1) / (EVERYWHERE + 0.5)))
    matrix = matrix_of(rows, {key: weight for key, weight in weights.items() if weight > max(common, 0.0)})
    found: set[tuple[int, int]] = set()
    for start in range(0, count, BLOCK):
        near: csr_matrix = (matrix[start : start + BLOCK] @ matrix.T).tocsr()
        for row in range(near.shape[0]):
            report = start + row
            stretch = slice(near.indptr[row], near.indptr[row + 1])
            others, scores = near.indices[stretch], near.data[stretch]
            order = np.lexsort((others, -scores))[: NEAREST + 1]
            found.update(
                (min(report, other), max(report, other))
                for other in (int(others[n]) for n in order if scores[n] >= LEAST) if other != report
            )  # fmt: skip
    return tuple(sorted(found))
