"""How likely two passages are to say the same: a logistic model with few named weights.

What is compared is in `SIGNS`; what each weighs is in likeness.toml, one column for pairs that have vectors (both reports read by
one engine) and one for pairs that must do with keys (across languages). A second step adds what neighbours say: a rewrite keeps the
order of what it rewrites, so passages before and behind that correspond speak for the pair, as in aligning translations (Gale &
Church 1993).
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from whence.collation.keys import Keys, Names, keys_of, matrix_of, names_in, products, weigh
from whence.collation.units import Unit, number_units
from whence.records import EventType, Reading

Floats = NDArray[np.float32]

SIGNS = (
    "meaning", "names", "numbers", "concepts", "words", "other numbers", "other names", "event", "distance",
    "both quoted", "one quoted",
)  # fmt: skip
"""The signs in the order of the weights: cosine of the vectors; shared names, numbers, concepts and words, each the cosine of their
weights; numbers on both sides of which none is shared, the same for names; the same kind of event; how far apart in the two texts;
both or only one a quotation."""

AROUND = 2
"""Steps from a pair within which others speak for it."""

STEPS = range(-AROUND, AROUND + 1)
NEIGHBOURS = tuple(
    (down, right) for down in STEPS for right in STEPS if (down or right) and abs(down - right) <= 1 and down * right >= 0
)
"""Steps to the pairs that speak for a pair: the next two on either side, in the same order."""

KINDS = ("names", "numbers", "concepts", "words")


@dataclass(frozen=True, slots=True)
class LikenessWeights:
    """Weights of the SIGNS with vectors and by keys alone, each with its bias; then of the first step and the neighbours."""

    vectors: tuple[float, ...]
    keys: tuple[float, ...]
    second_vectors: tuple[float, float, float]
    second_keys: tuple[float, float, float]


@cache
def shipped_weights() -> LikenessWeights:
    """Return the weights of likeness.toml."""
    read = tomllib.loads(files("whence.collation").joinpath("likeness.toml").read_text("utf-8"))
    return LikenessWeights(
        vectors=(*(read["vectors"][sign] for sign in SIGNS), read["vectors"]["bias"]),
        keys=(*(read["keys"][sign] for sign in SIGNS), read["keys"]["bias"]),
        second_vectors=tuple(read["vectors"]["second"]),
        second_keys=tuple(read["keys"]["second"]),
    )


class Material:
    """All units of the readings that are compared, with their keys and vectors, made once."""

    def __init__(self, readings: Sequence[Reading], weights: LikenessWeights | None = None) -> None:
        """Cut the readings into units and gather their keys."""
        self.readings = tuple(readings)
        self.weights = weights
        self.units: tuple[Unit, ...] = number_units(self.readings)
        self.names: Names = names_in(self.readings)
        self.keys: tuple[Keys, ...] = keys_of(self.readings, self.units, self.names)
        numbers = np.array([unit.report for unit in self.units], dtype=np.int64)
        self.starts = np.searchsorted(numbers, np.arange(len(self.readings) + 1))

    def range_of(self, report: int) -> range:
        """Return the numbers of a report's units."""
        return range(int(self.starts[report]), int(self.starts[report + 1]))

    @cached_property
    def vectors(self) -> Floats:
        """Return [units, D] unit vectors, zeros where there is none."""
        width = max((reading.claim_vectors.shape[1] for reading in self.readings if reading.claim_vectors is not None), default=1)
        whole = np.zeros((len(self.units), width), dtype=np.float32)
        for number, unit in enumerate(self.units):
            vectors = self.readings[unit.report].claim_vectors
            if unit.row is not None and vectors is not None and vectors.shape[1] == width:
                whole[number] = vectors[unit.row]
        return whole

    @cached_property
    def has_vector(self) -> NDArray[np.bool_]:
        """Return [units], whether a unit has a vector."""
        found: NDArray[np.bool_] = np.any(self.vectors != 0, axis=1)
        return found

    def rows(self, kind: str) -> list[dict[str, float]]:
        """Return the keys of one kind with their shares, unit by unit."""
        if kind == "concepts":
            return [dict(keys.concepts) for keys in self.keys]
        return [{f"{key:g}" if isinstance(key, float) else key: 1.0 for key in getattr(keys, kind)} for keys in self.keys]

    @cached_property
    def key_weights(self) -> dict[str, dict[str, float]]:
        """Return for each kind of key what each weighs: the rarer among the passages, the more."""
        return {kind: weigh(enumerate(self.rows(kind)), len(self.units)) for kind in KINDS}

    @cached_property
    def matrices(self) -> dict[str, csr_matrix]:
        """Return for each kind of key [units, keys], rows of length one."""
        return {kind: matrix_of(self.rows(kind), self.key_weights[kind]) for kind in KINDS}

    @cached_property
    def _places(self) -> Floats:
        return np.array([unit.place for unit in self.units], dtype=np.float32)

    @cached_property
    def _quoted(self) -> NDArray[np.bool_]:
        return np.array([unit.quoted for unit in self.units], dtype=bool)

    @cached_property
    def _events(self) -> NDArray[np.int64]:
        kinds: dict[EventType | None, int] = {kind: number for number, kind in enumerate(EventType)}
        return np.array([kinds[unit.event] if unit.event not in {None, EventType.OTHER} else -1 for unit in self.units])

    @cached_property
    def _told(self) -> dict[str, NDArray[np.bool_]]:
        """Return for each kind of key [units], whether a unit has any."""
        return {kind: np.diff(matrix.indptr) > 0 for kind, matrix in self.matrices.items()}

    def signs(self, one: range, other: range | NDArray[np.int64]) -> Floats:
        """Return [len(one), len(other), SIGNS] for a stretch of units beside another, or beside those of several reports."""
        first, second = np.asarray(one), np.asarray(other)
        both = np.outer(self.has_vector[first], self.has_vector[second])
        shared = {kind: products(matrix, first, second) for kind, matrix in self.matrices.items()}
        told, events, quoted = self._told, self._events, self._quoted
        signs = np.zeros((len(one), len(second), len(SIGNS)), dtype=np.float32)
        signs[..., 0] = (self.vectors[first] @ self.vectors[second].T) * both
        for column, kind in enumerate(KINDS, 1):
            signs[..., column] = shared[kind]
        signs[..., 4] *= both
        signs[..., 5] = np.outer(told["numbers"][first], told["numbers"][second]) & (shared["numbers"] == 0)
        signs[..., 6] = np.outer(told["names"][first], told["names"][second]) & (shared["names"] == 0)
        signs[..., 7] = (events[first][:, None] == events[second][None]) & (events[first] >= 0)[:, None]
        signs[..., 8] = np.abs(self._places[first][:, None] - self._places[second][None])
        signs[..., 9] = np.outer(quoted[first], quoted[second])
        signs[..., 10] = quoted[first][:, None] != quoted[second][None]
        return signs

    def compare(self, one: int, others: Sequence[int]) -> Floats:
        """Return [units of `one`, units of all `others` side by side], the probability that they say the same."""
        ours, theirs = self.range_of(one), [self.range_of(other) for other in others]
        units = np.concatenate([np.arange(each.start, each.stop) for each in theirs]) if theirs else np.zeros(0, dtype=np.int64)
        if not ours or not units.size:
            return np.zeros((len(ours), len(units)), dtype=np.float32)
        both = np.outer(self.has_vector[ours.start : ours.stop], self.has_vector[units])
        apart = np.repeat(np.arange(len(theirs)) * AROUND, [len(each) for each in theirs])
        return judge(self.signs(ours, units), both, self.weights or shipped_weights(), np.arange(len(units)) + apart)


def judge(signs: Floats, both: NDArray[np.bool_], weights: LikenessWeights, columns: NDArray[np.int64]) -> Floats:
    """Return the probabilities for a block of signs; `both` tells which pairs have vectors, `columns` is as `support` takes it."""
    scores = np.where(both, first_step(signs, weights.vectors), first_step(signs, weights.keys))
    around = support(scores, columns)
    with_vectors = _second(scores, around, weights.second_vectors)
    found: Floats = sigmoid(np.where(both, with_vectors, _second(scores, around, weights.second_keys)))
    return found


def first_step(signs: Floats, weights: Sequence[float]) -> Floats:
    """Return the log-odds by the signs alone."""
    scores: Floats = signs @ np.array(weights[:-1], dtype=np.float32) + np.float32(weights[-1])
    return scores


def _second(scores: Floats, around: Floats, weights: tuple[float, float, float]) -> Floats:
    return np.float32(weights[0]) * scores + np.float32(weights[1]) * around + np.float32(weights[2])


def support(scores: Floats, columns: NDArray[np.int64] | None = None) -> Floats:
    """Return for each pair how much the pairs around it correspond.

    `columns` tells where each column stands if those of several reports are side by side: AROUND apart from one report to the next.
    """
    places = np.arange(scores.shape[1]) if columns is None else columns
    likely = sigmoid(scores)
    rows, width = len(scores), int(places[-1]) + 1 if places.size else 0
    padded = np.zeros((rows + 2 * AROUND, width + 2 * AROUND), dtype=np.float32)
    padded[AROUND:-AROUND, places + AROUND] = likely
    total = np.zeros((rows, width), dtype=np.float32)
    for down, right in NEIGHBOURS:
        share = np.float32(1.0 if down and right else 0.3)
        total += share * padded[AROUND + down : AROUND + down + rows, AROUND + right : AROUND + right + width]
    return total[:, places]


def sigmoid(scores: Floats) -> Floats:
    """Return probabilities from log-odds."""
    found: Floats = (1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30)))).astype(np.float32)
    return found
