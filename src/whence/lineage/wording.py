"""Which runs of words reports have in common: what is copied stands word for word in both.

Enters: texts. Leaves: how many runs each has, and which of them stand in others too. A run that stands in one text alone is counted
and not kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from whence.collation.keys import entries

Ints = NDArray[np.int64]

RUN = 4
"""Words of a run."""


@dataclass(frozen=True, slots=True)
class Runs:
    """How many different runs each text has, and [texts, runs] those that two or more have."""

    counts: Ints
    shared: csr_matrix

    def common(self, one: int, others: Sequence[int]) -> Ints:
        """Return for each of some texts how many runs it has in common with one."""
        own = self.shared.indices[self.shared.indptr[one] : self.shared.indptr[one + 1]]
        at, owner = entries(self.shared, np.array(others, dtype=np.int64))
        return np.bincount(owner[np.isin(self.shared.indices[at], own)], minlength=len(others))


def find_runs(texts: Sequence[str]) -> Runs:
    """Return the runs of some texts, words compared in small letters."""
    vocabulary: dict[str, int] = {}
    numbered = [
        np.array([vocabulary.setdefault(word, len(vocabulary)) for word in text.casefold().split()], dtype=np.int64)
        for text in texts
    ]
    words = np.concatenate([*numbered, np.zeros(0, dtype=np.int64)])
    text_of = np.repeat(np.arange(len(texts)), [len(each) for each in numbered])
    last = max(len(words) - RUN + 1, 0)
    whole = np.flatnonzero(text_of[:last] == text_of[RUN - 1 :])
    twos = _number(words[:-1], words[1:])
    runs = _number(twos[whole], twos[whole + RUN // 2]) if whole.size else whole
    count = int(runs.max()) + 1 if runs.size else 1
    owners, kinds = np.divmod(np.unique(text_of[whole] * count + runs), count)
    common = np.bincount(kinds, minlength=count) > 1
    kept = common[kinds]
    shared = csr_matrix((np.ones(int(kept.sum()), dtype=np.int64), (owners[kept], kinds[kept])), shape=(len(texts), count))
    return Runs(np.bincount(owners, minlength=len(texts)), shared)


def _number(first: Ints, second: Ints) -> Ints:
    """Return for each pair of numbers side by side the number of that pair, the same for the same two."""
    if not first.size:
        return first
    _, found = np.unique(first * (int(second.max()) + 1) + second, return_inverse=True)
    numbers: Ints = found.astype(np.int64)
    return numbers
