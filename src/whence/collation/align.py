"""Two reports, or two versions of one, sentence by sentence: which corresponds to which, and what has nothing on the other side."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq
from scipy.optimize import linear_sum_assignment

from whence.collation.comparison import Comparison
from whence.collation.keys import WORD
from whence.collation.units import sentences_of
from whence.records import Parallel, Reading, Span

LEAST = 0.4
"""Likeness, by words or by meaning, from which two sentences correspond."""


def align(before: Reading, after: Reading) -> tuple[Parallel, ...]:
    """Return the sentences of two reports side by side.

    Each sentence stands in one pair: those of `after` in order, the one of `before` that corresponds beside it or None; then those
    of `before` that nothing corresponds to, in order. The best one-to-one assignment is taken (Kuhn 1955).
    """
    ours, theirs = tuple(sentences_of(before.report.text)), tuple(sentences_of(after.report.text))
    scores = np.maximum(_by_words(before, after, ours, theirs), _by_meaning(before, after, ours, theirs))
    rows, columns = linear_sum_assignment(scores, maximize=True) if scores.size else ((), ())
    matched = {int(down): int(up) for up, down in zip(rows, columns, strict=True) if scores[up, down] >= LEAST}
    kept = set(matched.values())
    pairs = [Parallel(ours[matched[n]] if n in matched else None, span) for n, span in enumerate(theirs)]
    return (*pairs, *(Parallel(span, None) for n, span in enumerate(ours) if n not in kept))


def _by_words(before: Reading, after: Reading, ours: tuple[Span, ...], theirs: tuple[Span, ...]) -> NDArray[np.float64]:
    """Return [ours, theirs], the share of words that stand in both in order."""
    up, down = (
        [WORD.findall(span.cut(reading.report.text).casefold()) for span in spans]
        for reading, spans in ((before, ours), (after, theirs))
    )
    return np.array([[LCSseq.normalized_similarity(one, other) for other in down] for one in up]).reshape(len(ours), len(theirs))


def _by_meaning(before: Reading, after: Reading, ours: tuple[Span, ...], theirs: tuple[Span, ...]) -> NDArray[np.float64]:
    """Return [ours, theirs], how likely any claims within two sentences say the same."""
    comparison = Comparison((before, after))
    block = comparison.block(0, 1)
    units, split = comparison.material.units, int(comparison.material.starts[1])
    found = np.zeros((len(ours), len(theirs)))
    for row, one in enumerate(ours):
        mine = [n for n, unit in enumerate(units[:split]) if unit.span.overlaps(one)]
        for column, other in enumerate(theirs):
            yours = [n for n, unit in enumerate(units[split:]) if unit.span.overlaps(other)]
            if mine and yours:
                found[row, column] = float(block[np.ix_(mine, yours)].max())
    return found
