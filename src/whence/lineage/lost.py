"""Whether two reports had a lost ancestor in common rather than one being the other's parent.

Siblings share errors that no earlier report at hand has, and yet each has things of their common origin that the other dropped, and
neither has what the other added (Lachmann's argument for a hyparchetype, a lost copy between the origin and those at hand).
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from whence.lineage.ground import Ground

Floats = NDArray[np.float64]

SIGNS = ("missing", "missing keys", "common errors", "own additions", "additions shared", "coverage")
"""Passages that the later has from before the earlier and the earlier lacks; the same for names and numbers; names and numbers that
both have and nothing before them; passages that the earlier adds; the share of those that the later repeats; how much of the later
stands in the earlier."""


def read_signs(ground: Ground, earlier: int, later: int, above: Collection[int]) -> Floats:
    """Return [SIGNS] for a lost ancestor of `earlier` and `later`, of which the first might be taken for the other's parent.

    `above` are the ancestors of the earlier as far as they are at hand.
    """
    comparison = ground.comparison
    given, returned = comparison.best(earlier, later), comparison.best(later, earlier)
    before = [other for other in sorted(above) if other != later and other in comparison.rows[later]]
    elsewhere = ground.bests(later, before).max(0) if before else np.zeros_like(given)
    older = frozenset().union(*(ground.keyed[other].all for other in before))
    keys = ground.keyed[later].all
    lacking = (keys & older) - ground.keyed[earlier].all
    new = ground.new_units[earlier]
    repeated = returned[new] if given.size else given
    return np.array(
        [
            float(np.clip(elsewhere - given, 0, None).mean()) if given.size else 0.0,
            ground.weight(lacking) / max(ground.weight(keys), 1e-6),
            ground.weight(ground.new_keys[earlier] & keys),
            float(np.log1p(len(new))),
            float(repeated.max()) if repeated.size else 0.5,
            float(given.mean()) if given.size else 0.0,
        ],
        dtype=np.float64,
    )
