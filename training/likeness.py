"""Fit the weights of `whence.collation.likeness` on families: which pairs of passages say the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from training.families import Family
from whence.collation.likeness import SIGNS, LikenessWeights, Material, first_step, support

RIDGE = 1.0
"""Pull of the weights towards nought, in pairs."""

Floats = NDArray[np.float64]


def logistic(
    signs: Floats,
    same: Floats,
    *,
    ridge: float = RIDGE,
    bounds: Sequence[tuple[float | None, float | None]] | None = None,
    prior: Floats | None = None,
    counts: Floats | None = None,
) -> tuple[float, ...]:
    """Return the weights, the bias last, of a logistic regression of `same` [n] on `signs` [n, d].

    `bounds` are those of the signs; the weights are pulled towards `prior` [d], nought if there is none; `counts` [n] is how much
    each example counts.
    """
    whole = np.column_stack([signs, np.ones(len(signs))])
    count = np.ones(len(signs)) if counts is None else counts
    middle = np.append(np.zeros(signs.shape[1]) if prior is None else prior, 0.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = whole @ weights
        away = (weights - middle) * np.append(np.ones(len(weights) - 1), 0.0)
        pull = ridge * away
        value = float(count @ (np.logaddexp(0, scores) - same * scores) + 0.5 * (pull @ away))
        return value, whole.T @ (count * (1 / (1 + np.exp(-scores)) - same)) + pull

    found = minimize(loss, np.zeros(whole.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds and [*bounds, (None, None)])
    return tuple(float(weight) for weight in found.x)


def blocks(families: Sequence[Family]) -> Iterator[tuple[Floats, NDArray[np.bool_], NDArray[np.bool_]]]:
    """Yield for each pair of reports of a family the signs, which pairs have vectors, and which say the same."""
    for family in families:
        material = Material(family.readings)
        claims = family.claims_of(material.units)
        for other in range(len(family.readings)):
            for one in range(other):
                ours, theirs = material.range_of(one), material.range_of(other)
                if not ours or not theirs:
                    continue
                same = np.array([[bool(claims[a] & claims[b]) for b in theirs] for a in ours])
                both = np.outer(material.has_vector[ours.start : ours.stop], material.has_vector[theirs.start : theirs.stop])
                yield material.signs(ours, theirs).astype(np.float64), both, same


def fit(families: Sequence[Family]) -> LikenessWeights:
    """Return the weights fitted on all pairs of passages of the families, those with vectors apart from those without."""
    gathered = list(blocks(families))
    first = {kind: _fit_first(gathered, kind=kind) for kind in (True, False)}
    second = {kind: _fit_second(gathered, first, kind=kind) for kind in (True, False)}
    return LikenessWeights(first[True], first[False], second[True], second[False])


Block = tuple[Floats, NDArray[np.bool_], NDArray[np.bool_]]


def _fit_first(gathered: Sequence[Block], *, kind: bool) -> tuple[float, ...]:
    """Return the weights of the signs; noughts where no pair is of the kind."""
    signs = np.concatenate([block[both == kind] for block, both, _ in gathered])
    same = np.concatenate([said[both == kind] for _, both, said in gathered]).astype(np.float64)
    return logistic(signs, same) if len(same) else (0.0,) * (len(SIGNS) + 1)


def _fit_second(gathered: Sequence[Block], first: Mapping[bool, tuple[float, ...]], *, kind: bool) -> tuple[float, float, float]:
    """Return the weights of the first step's score and of the neighbours, and a constant."""
    rows, said = [], []
    for block, both, same in gathered:
        signs = block.astype(np.float32)
        scores = np.where(both, first_step(signs, first[True]), first_step(signs, first[False]))
        rows.append(np.stack([scores, support(scores)], 2)[both == kind])
        said.append(same[both == kind])
    score, around, bias = logistic(np.concatenate(rows).astype(np.float64), np.concatenate(said).astype(np.float64))
    return score, around, bias
