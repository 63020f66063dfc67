"""The weights of the dependence model, as weights.toml gives them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from whence.collation.likeness import LikenessWeights, shipped_weights


@dataclass(frozen=True, slots=True)
class DependenceWeights:
    """What each sign adds to the log-odds of descent.

    `derived` weighs `signs.DERIVED` for a report having been written from others at all, `parent` weighs `signs.SIGNS` for each
    that it may have been written from, `second` weighs `digests.SIGNS` for one more parent, `lost` weighs `lost.SIGNS` for two
    reports that have a lost ancestor in common rather than one being the other's parent, `added` weighs `additions.SIGNS` for a
    passage having been put in on the way; all but `parent` with a "bias".
    """

    derived: Mapping[str, float]
    parent: Mapping[str, float]
    second: Mapping[str, float]
    lost: Mapping[str, float]
    added: Mapping[str, float]


def chance(table: Mapping[str, float], names: Sequence[str], signs: NDArray[np.floating[Any]]) -> float:
    """Return the probability to which signs, in the order of their names, add up by the weights and the bias of a table."""
    score = float(signs @ np.array([table[name] for name in names])) + table["bias"]
    return 1.0 / (1.0 + float(np.exp(-score)))


@dataclass(frozen=True, slots=True)
class Weights:
    """All that is fitted on families: the likeness of passages and the dependence of reports."""

    likeness: LikenessWeights
    dependence: DependenceWeights
    version: str


@cache
def shipped_dependence() -> DependenceWeights:
    """Return the weights of weights.toml."""
    read = tomllib.loads(files("whence.lineage").joinpath("weights.toml").read_text("utf-8"))
    return DependenceWeights(read["derived"], read["parent"], read["second"], read["lost"], read["added"])


@cache
def shipped() -> Weights:
    """Return the weights that come with the package."""
    read = tomllib.loads(files("whence.lineage").joinpath("weights.toml").read_text("utf-8"))
    return Weights(shipped_weights(), shipped_dependence(), read["version"])
