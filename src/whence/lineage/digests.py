"""Whether a report had a second parent: a digest of two, seen by what the first does not explain."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from whence.lineage.ground import NEW, Ground

Floats = NDArray[np.float64]

SIGNS = ("gain", "passages", "key gain", "credited", "akin", "errors", "returned")
"""How much better the second explains the passages; how many it explains that the first does not at all; the same for names and
numbers; that the child credits the second; how much of the second stands in the first; names and numbers that first stand in the
second and are not in the first; how much of the second the child has."""

CLEAR = 0.2
"""Gain in likeness from which the second parent clearly has a passage that the first has not."""


def read_signs(ground: Ground, first: int, second: int, child: int) -> Floats:
    """Return [SIGNS] for `child` having been written from `second` beside `first`."""
    comparison = ground.comparison
    returned = comparison.best(child, second)
    given = comparison.best(first, child)
    gain = np.clip(comparison.best(second, child) - given, 0, None)
    keys = ground.keyed[child].all
    left = keys - ground.keyed[first].all
    explained = left & ground.keyed[second].all
    akin = 0.0
    if second in comparison.rows[first]:
        between = comparison.best(first, second)
        akin = float(between.mean()) if between.size else 0.0
    new = ground.new_keys[second] & left
    return np.array(
        [
            float(gain.mean()) if gain.size else 0.0,
            float(np.log1p(((gain >= CLEAR) & (given < NEW)).sum())),
            ground.weight(explained) / max(ground.weight(keys), 1e-6),
            0.0 if ground.credit(first, second) == 1.0 else ground.credit(child, second),
            akin,
            ground.weight(new) / (1.0 + ground.new_weights[second]),
            float(returned.mean()) if returned.size else 0.0,
        ],
        dtype=np.float64,
    )
