"""Fit the weights of `whence.lineage`: which earlier report one was written from, if any.

A discrete choice model (McFadden 1974): each candidate has a utility, the sum of its signs by their weights; that a report was
written from none of those at hand has the utility of a constant and of its own signs. The weights make the parents told by the
families the likeliest choice. A report with a lost parent teaches nothing about the choice and is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from training.families import LOST, Family
from training.likeness import logistic
from training.strangers import COPIED, COUNTS
from whence.collation.comparison import Comparison
from whence.collation.likeness import LikenessWeights
from whence.lineage import additions, digests, lost
from whence.lineage.ground import Ground
from whence.lineage.signs import DERIVED, SIGNS, read_candidates, read_derived, read_signs
from whence.lineage.times import is_before
from whence.lineage.weights import DependenceWeights
from whence.records import Reading

RIDGE = 0.3
"""Pull of the weights, per standard deviation of their sign, towards nought."""

FOR, AGAINST, EITHER = (0.0, None), (None, 0.0), (None, None)

BOUNDS = {
    "coverage": FOR, "returned": FOR, "order": FOR, "numbers": FOR, "names": FOR, "wording": FOR, "credited": FOR, "hours": EITHER,
    "later": AGAINST, "errors": FOR, "additions": FOR, "missing": AGAINST, "missing keys": AGAINST, "across": EITHER,
}  # fmt: skip
"""Which way a sign may speak: what makes descent plausible can never count against it, however the few families at hand fall
out."""

DERIVED_BOUNDS = {
    "explained": FOR, "new": AGAINST, "coverage": FOR, "order": FOR, "wording": (15.0, 15.0), "credits": FOR,
    "first person": AGAINST, "own channel": AGAINST, "alone": AGAINST,
}  # fmt: skip

DERIVED_RIDGE = 2.0
"""The same pull for `signs.DERIVED`, stronger: few reports tell what news on one event has in common without descent."""

DERIVED_PRIOR = {"explained": 4.0, "coverage": 4.0, "order": 3.0, "first person": -3.0, "own channel": -5.0}
"""Where the weights are pulled to: what is all there before, in the same order, was written from it more likely than not; what a
press office puts out is its own word, whatever it has in common with others."""

SECOND_BOUNDS = {
    "gain": FOR, "passages": FOR, "key gain": FOR, "credited": FOR, "akin": AGAINST, "errors": FOR, "returned": FOR,
}  # fmt: skip

LOST_BOUNDS = {
    "missing": FOR, "missing keys": FOR, "common errors": FOR, "own additions": EITHER, "additions shared": AGAINST,
    "coverage": AGAINST,
}  # fmt: skip

ADDED_BOUNDS = {"likeness": AGAINST, "new evidence": FOR, "unnamed": FOR, "named": AGAINST, "first person": AGAINST}

LATER = -6.0
"""What a later stamp weighs: it is set, not fitted, since no family at hand has a wrong one; about one stamp in 400 may be."""

# In DERIVED_BOUNDS wording is set as well: a third of a report's runs of words in another is no chance.

WORDING = 4.0
"""What it weighs if all runs of words are the parent's: set, since no family at hand has a copy word for word. Four alone all but
settle it."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """One derived report's candidates: their signs [candidates, SIGNS], and which of them it was written from."""

    signs: Floats
    chosen: tuple[int, ...]


def choices_of(family: Family, weights: LikenessWeights | None = None) -> list[Choice]:
    """Return the choices that a family tells of: of each derived report that has a parent at hand."""
    ground = Ground(Comparison(family.readings, weights))
    found = []
    for child, parents in enumerate(family.parents):
        others = ground.possible(child)
        chosen = tuple(n for n, other in enumerate(others) if other in parents)
        if chosen:
            found.append(Choice(np.array([read_signs(ground, other, child) for other in others], dtype=np.float64), chosen))
    return found


def fit_choice(choices: Sequence[Choice], *, ridge: float = RIDGE) -> dict[str, float]:
    """Return the weight of each sign."""
    whole = np.concatenate([choice.signs for choice in choices])
    spread = whole.std(0)
    spread[spread < 1e-6] = np.inf

    def loss(weights: Floats) -> float:
        total = 0.5 * ridge * float(weights @ weights)
        for choice in choices:
            utility = (choice.signs / spread) @ weights
            top = utility.max()
            total += float(top + np.log(np.exp(utility - top).sum()) - np.mean([utility[n] for n in choice.chosen]))
        return total

    found = minimize(loss, np.zeros(len(SIGNS)), method="L-BFGS-B", bounds=[BOUNDS[sign] for sign in SIGNS]).x
    return {**dict(zip(SIGNS, (found / spread).tolist(), strict=True)), "later": LATER, "wording": WORDING}


def fit_derived(
    families: Sequence[Family], weights: LikenessWeights | None = None, strangers: Sequence[Sequence[Reading]] = ()
) -> dict[str, float]:
    """Return what each sign of `signs.DERIVED` weighs, with the bias: derived reports, lost parents or not, against others.

    `strangers` are groups of reports of one event (`training.strangers`): those that share no wording with another of their group
    stand for what is alike without descent.
    """
    rows, same, counts = [], [], []
    for family in families:
        ground = Ground(Comparison(family.readings, weights))
        for child, parents in enumerate(family.parents):
            rows.append(read_derived(ground, child))
            same.append(float(bool(parents)))
            counts.append(1.0)
    for group in strangers:
        ground = Ground(Comparison(group, weights))
        for child in range(len(group)):
            if ground.possible(child) and read_candidates(ground, child)[:, SIGNS.index("wording")].max() < COPIED:
                rows.append(read_derived(ground, child))
                same.append(0.0)
                counts.append(COUNTS)
    signs = np.array(rows, dtype=np.float64)
    spread = np.maximum(signs.std(0), 1e-6)
    prior = np.array([DERIVED_PRIOR.get(sign, 0.0) for sign in DERIVED]) * spread
    bounds = [_times(DERIVED_BOUNDS[sign], by) for sign, by in zip(DERIVED, spread.tolist(), strict=True)]
    fitted = logistic(signs / spread, np.array(same), ridge=DERIVED_RIDGE, bounds=bounds, prior=prior, counts=np.array(counts))
    weighed = zip(DERIVED, fitted[:-1], spread.tolist(), strict=True)
    return {**{sign: weight / by for sign, weight, by in weighed}, "bias": fitted[-1]}


def _times(bounds: tuple[float | None, float | None], by: float) -> tuple[float | None, float | None]:
    low, high = bounds
    return None if low is None else low * by, None if high is None else high * by


def fit_second(families: Sequence[Family], weights: LikenessWeights | None = None) -> dict[str, float]:
    """Return what each sign of `digests.SIGNS` weighs, with the bias, beside the parent that explains most."""
    rows, same = [], []
    for family in families:
        ground = Ground(Comparison(family.readings, weights))
        for child, told in enumerate(family.parents):
            parents = [parent for parent in told if parent != LOST]
            if not parents:
                continue
            first = max(parents, key=_covering(ground, child))
            for other in ground.possible(child):
                if other != first:
                    rows.append(digests.read_signs(ground, first, other, child))
                    same.append(float(other in parents))
    fitted = logistic(np.array(rows), np.array(same), ridge=0.05, bounds=[SECOND_BOUNDS[sign] for sign in digests.SIGNS])
    return dict(zip((*digests.SIGNS, "bias"), fitted, strict=True))


def _covering(ground: Ground, child: int) -> Callable[[int], float]:
    """Return what tells how much of a child a parent explains."""

    def covering(parent: int) -> float:
        return float(ground.comparison.best(parent, child).sum())

    return covering


def fit_lost(families: Sequence[Family], weights: LikenessWeights | None = None) -> dict[str, float]:
    """Return what each sign of `lost.SIGNS` weighs, with the bias: siblings of a withheld text against parent and child."""
    rows, same = [], []
    for family in families:
        ground = Ground(Comparison(family.readings, weights))
        for child, told in enumerate(family.parents):
            for other in ground.comparison.neighbours[child]:
                if is_before(ground.times[other], ground.times[child]) is not True:
                    continue
                siblings = LOST in told and LOST in family.parents[other]
                if siblings or other in told:
                    rows.append(lost.read_signs(ground, other, child, family.ancestors[other]))
                    same.append(float(siblings))
    fitted = logistic(np.array(rows), np.array(same), ridge=0.05, bounds=[LOST_BOUNDS[sign] for sign in lost.SIGNS])
    return dict(zip((*lost.SIGNS, "bias"), fitted, strict=True))


def fit_added(families: Sequence[Family], weights: LikenessWeights | None = None) -> dict[str, float]:
    """Return what each sign of `additions.SIGNS` weighs, with the bias: labelled passages of derived reports."""
    rows, same = [], []
    for family in families:
        ground = Ground(Comparison(family.readings, weights))
        material = ground.comparison.material
        added = {
            (claim["id"], place["document"]) for claim in family.gold["claims"] for place in claim["in"]
            if not claim["witnesses"] and place["parent"] is None
        }  # fmt: skip
        for unit, claims in enumerate(family.claims_of(material.units)):
            report = material.units[unit].report
            if claims and family.parents[report]:
                rows.append(additions.read_signs(ground, unit, family.ancestors[report]))
                same.append(float(any((claim, family.readings[report].report.id) in added for claim in claims)))
    fitted = logistic(np.array(rows), np.array(same), ridge=1.0, bounds=[ADDED_BOUNDS[sign] for sign in additions.SIGNS])
    return dict(zip((*additions.SIGNS, "bias"), fitted, strict=True))


def fit_dependence(
    families: Sequence[Family], weights: LikenessWeights | None = None, strangers: Sequence[Sequence[Reading]] = ()
) -> DependenceWeights:
    """Return all weights of `whence.lineage` fitted on families, and on groups of reports that are alike without descent."""
    return DependenceWeights(
        fit_derived(families, weights, strangers),
        fit_choice([choice for family in families for choice in choices_of(family, weights)]),
        fit_second(families, weights),
        fit_lost(families, weights),
        fit_added(families, weights),
    )
