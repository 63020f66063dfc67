"""False descent: of reports of one event by many outlets that share no wording, how many are told derived.

ECB+ (Cybulska & Vossen 2014) gathers news on one incident. Nobody says who copied whom; those that share runs of words with
another are left out, and of the rest some may still be rewrites. So the share told derived is an upper bound of what is told so
wrongly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from training.strangers import COPIED, load_strangers
from whence.collation.comparison import Comparison
from whence.lineage.ground import Ground
from whence.lineage.signs import DERIVED, SIGNS, read_candidates, read_derived
from whence.lineage.weights import chance, shipped
from whence.reader import Reader
from whence.records import Reading

__all__ = ["load_strangers", "main"]


def chances(group: Sequence[Reading]) -> Iterator[float]:
    """Yield of each report of one event that shares no wording how likely it is told derived."""
    weights = shipped()
    ground = Ground(Comparison(group, weights.likeness))
    for child in range(len(group)):
        if ground.possible(child) and read_candidates(ground, child)[:, SIGNS.index("wording")].max() < COPIED:
            yield chance(weights.dependence.derived, DERIVED, read_derived(ground, child))


def main(path: Path) -> int:
    """Print how many are told derived, and how likely on the mean."""
    told = [chance for group in load_strangers(path, Reader()) for chance in chances(group)]
    derived = sum(chance >= 0.5 for chance in told)  # noqa: PLR2004 - likelier derived than not
    print(f"{derived} of {len(told)} reports that share no wording are told derived; mean probability {np.mean(told):.3f}")
    return 0
