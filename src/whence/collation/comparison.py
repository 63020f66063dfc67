"""Blocks of likeness between all reports that are worth comparing, computed once and read from either side."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import groupby
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from whence.collation.candidates import candidates
from whence.collation.likeness import LikenessWeights, Material
from whence.records import Reading

Floats = NDArray[np.float32]


class Comparison:
    """The units of many readings and, for each pair of candidates, how likely their units say the same."""

    def __init__(self, readings: Sequence[Reading], weights: LikenessWeights | None = None) -> None:
        """Compare all candidates among the readings."""
        self.material = Material(readings, weights)
        self.pairs = candidates(self.material)
        self._blocks: dict[tuple[int, int], Floats] = {}
        for one, others in groupby(self.pairs, itemgetter(0)):
            self._compare(one, [other for _, other in others])

    def _compare(self, one: int, others: Sequence[int]) -> None:
        """Keep the blocks of one report and its candidates behind it."""
        wide, start = self.material.compare(one, others), 0
        for other in others:
            size = len(self.material.range_of(other))
            self._blocks[one, other] = wide[:, start : start + size]
            start += size

    @property
    def known(self) -> Collection[tuple[int, int]]:
        """Return the pairs that were compared, lower number first."""
        return self._blocks.keys()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Return the readings, in the order given."""
        return self.material.readings

    def block(self, one: int, other: int) -> Floats:
        """Return [units of `one`, units of `other`], the probability that they say the same."""
        if one < other:
            return self._blocks[one, other]
        turned: Floats = self._blocks[other, one].T
        return turned

    def best(self, one: int, other: int) -> Floats:
        """Return [units of `other`]: how likely `one` says the same anywhere."""
        found: Floats = self.bests[other][self.rows[other][one]]
        return found

    @cached_property
    def neighbours(self) -> tuple[tuple[int, ...], ...]:
        """Return for each reading the numbers of its candidates, in order."""
        found: list[list[int]] = [[] for _ in self.readings]
        for one, other in self.pairs:
            found[one].append(other)
            found[other].append(one)
        return tuple(tuple(sorted(others)) for others in found)

    @cached_property
    def rows(self) -> tuple[dict[int, int], ...]:
        """Return for each reading at which place of `neighbours` each of its candidates stands."""
        return tuple({other: row for row, other in enumerate(others)} for others in self.neighbours)

    @cached_property
    def bests(self) -> tuple[Floats, ...]:
        """Return for each reading [its candidates, its units]: how likely each of them says the same anywhere."""
        sizes = [len(self.material.range_of(report)) for report in range(len(self.readings))]
        found = tuple(np.zeros((len(others), size), dtype=np.float32) for others, size in zip(self.neighbours, sizes, strict=True))
        for (one, other), block in self._blocks.items():
            if block.size:
                block.max(0, out=found[other][self.rows[other][one]])
                block.max(1, out=found[one][self.rows[one][other]])
        return found
