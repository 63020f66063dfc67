"""What speaks for one report having been written from another: few signs, each a number with a meaning.

The reasoning is that of textual criticism. Common contents in common order make descent possible; what an editor would not hit upon
twice (Lachmann's common errors; the shared false values of Dong, Berti-Équille & Srivastava 2009) makes it likely; what the child
has and the supposed parent lacks though others have it speaks for another parent.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from whence.lineage.ground import NEW, Ground
from whence.lineage.times import hours_between, is_before
from whence.lineage.voice import speaks_in_first_person

Floats = NDArray[np.float32]

SIGNS = (
    "coverage", "returned", "order", "numbers", "names", "wording", "credited", "hours", "later",
    "errors", "additions", "missing", "missing keys", "across",
)  # fmt: skip
"""The signs in the order of the weights; their meanings are in weights.toml, where an expert reads them."""

DERIVED = ("explained", "new", "coverage", "order", "wording", "credits", "first person", "own channel", "alone")
"""The signs that a report was written from others at all: how well all that may be earlier explain its passages, the share that
none does, the best coverage by one, the best order of what corresponds, the most runs of words in common, that it credits one at
hand, that it speaks in the first person or as a body's own channel; that there is none it could be from."""

SHARED = 0.3
"""Likeness from which two passages count as corresponding in questions of order."""

SEVERAL_HOURS = 12.0
"""Hours that are supposed between two reports of which one tells no time."""


def read_signs(ground: Ground, parent: int, child: int) -> Floats:
    """Return [SIGNS] for `child` having been written from `parent`, one of its candidates."""
    found: Floats = read_candidates(ground, child)[ground.comparison.rows[child][parent]]
    return found


def read_candidates(ground: Ground, child: int) -> Floats:
    """Return [candidates, SIGNS] for a report having been written from each of its candidates, in order."""
    if child not in ground.tables:
        ground.tables[child] = _read(ground, child)
    return ground.tables[child]


def _read(ground: Ground, child: int) -> Floats:
    comparison, others = ground.comparison, ground.comparison.neighbours[child]
    found = np.zeros((len(others), len(SIGNS)), dtype=np.float32)
    if not others:
        return found
    given = comparison.bests[child] if comparison.bests[child].size else np.zeros((len(others), 1), dtype=np.float32)
    returned = [comparison.best(child, other) for other in others]
    earlier = _earlier(ground, child)
    keys = _keys(ground, child, earlier)
    same = np.array([ground.languages[other] == ground.languages[child] for other in others])
    found[:, 0] = given.mean(axis=1)
    found[:, 1] = [each.mean() if each.size else 0.0 for each in returned]
    found[:, 2] = orders_of([comparison.block(other, child) for other in others])
    found[:, 3:5] = keys[:, :2]
    found[:, 5] = ground.runs.common(child, others) / max(ground.runs.counts[child], 1) * same
    found[:, 6] = [max(ground.credit(child, other), ground.kept_credit(child, other)) for other in others]
    found[:, 7] = [_hours(ground, other, child) for other in others]
    found[:, 8] = [is_before(ground.times[other], ground.times[child]) is False for other in others]
    found[:, 9] = keys[:, 2]
    found[:, 10] = [_additions(ground, other, each) for other, each in zip(others, returned, strict=True)]
    found[:, 11] = _missing(given, earlier)
    found[:, 12] = keys[:, 3]
    found[:, 13] = ~same
    return found


def _hours(ground: Ground, parent: int, child: int) -> float:
    """Return the hours from a parent to its child, small differences telling more than large ones."""
    hours = hours_between(ground.times[parent], ground.times[child])
    return float(np.log1p(max(hours if hours is not None else SEVERAL_HOURS, 0.0)))


def _earlier(ground: Ground, child: int) -> NDArray[np.bool_]:
    """Return [candidates, candidates] of a report: whether the second was surely published before the first and is near it."""
    rows = ground.comparison.rows[child]
    found = np.zeros((len(rows), len(rows)), dtype=bool)
    for other, row in rows.items():
        found[row, [rows[each] for each in ground.earlier(other) if each in rows]] = True
    return found


def _keys(ground: Ground, child: int, earlier: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return [candidates, 4] on the names and numbers of a report.

    The shares of its numbers and names that each has; how much of what first stands there it repeats; how much it has of what
    stands in reports before that one and not there.
    """
    own, others = ground.keyed[child], ground.comparison.neighbours[child]
    keys = sorted(own.all)
    weights = np.array([ground.key_weights[key] for key in keys])[:, None]
    number = np.array([key in own.numbers for key in keys], dtype=bool)
    there = _table([ground.keyed[other].all for other in others], keys)
    new = _table([ground.new_keys[other] for other in others], keys)
    before = (there.astype(np.int64) @ earlier.T.astype(np.int64)) > 0
    whole = ground.weight(own.all)
    return np.stack(
        [
            _held(weights[number], there[number], ground.weight(own.numbers)),
            _held(weights[~number], there[~number], ground.weight(own.names)),
            (weights * new).sum(0) / (1.0 + np.array([ground.new_weights[other] for other in others])),
            (weights * (before & ~there)).sum(0) / max(whole, 1e-6),
        ],
        axis=1,
    )


def _table(holders: Sequence[frozenset[str]], keys: Sequence[str]) -> NDArray[np.bool_]:
    """Return [keys, holders], who has which."""
    return np.array([[key in held for held in holders] for key in keys], dtype=bool).reshape(len(keys), len(holders))


def _held(weights: NDArray[np.float64], there: NDArray[np.bool_], whole: float) -> NDArray[np.float64]:
    """Return the shares, by weight, of some keys that are there; a half where there are none to hold."""
    found: NDArray[np.float64] = (weights * there).sum(0) / whole if whole else np.full(there.shape[1], 0.5)
    return found


def _additions(ground: Ground, parent: int, returned: Floats) -> float:
    """Return how much of what the parent adds to everything earlier the child repeats; `returned`: the likeness of each passage."""
    new = ground.new_units[parent]
    return float((returned[new] - NEW / 2).sum() / (len(new) + 1.0)) if len(new) else 0.0


def _missing(given: Floats, earlier: NDArray[np.bool_]) -> Floats:
    """Return how much a report has of the passages of reports before each candidate that the candidate lacks."""
    elsewhere = np.where(earlier[:, :, None], given[None], 0.0).max(1)
    found: Floats = np.clip(elsewhere - given, 0, None).mean(axis=1) * earlier.any(1)
    return found


def read_derived(ground: Ground, child: int) -> Floats:
    """Return [DERIVED] for a report having been written from others at hand or from a lost one."""
    others = ground.possible(child)
    explained, new = ground.explained[child]
    credited = max((ground.credit(child, other) for other in others), default=0.0)
    table = read_candidates(ground, child)[[ground.comparison.rows[child][other] for other in others]]
    most = [float(table[:, SIGNS.index(sign)].max()) if others else 0.0 for sign in ("coverage", "order", "wording")]
    return np.array(
        [
            explained, new, *most, credited,
            float(speaks_in_first_person(ground.readings[child])), float(ground.imprints[child].channel), float(not others),
        ],
        dtype=np.float32,
    )  # fmt: skip


def orders_of(blocks: Sequence[Floats]) -> NDArray[np.float64]:
    """Return for each block of one report's units from -1 to 1 whether what corresponds stands in the same order in both.

    Kendall's tau, shrunk where little corresponds.
    """
    size = blocks[0].shape[1] if blocks else 0
    full = np.array([bool(block.size) for block in blocks], dtype=bool)
    found = np.zeros(len(blocks))
    if size < 2 or not full.any():  # noqa: PLR2004 - one passage has no order
        return found
    places = np.array([block.argmax(0) for block in blocks if block.size])
    likely = np.array([block.max(0) for block in blocks if block.size]) >= SHARED
    first, second = np.triu_indices(size, 1)
    both = likely[:, first] & likely[:, second]
    steps = (np.sign(places[:, second] - places[:, first]) * both).sum(1)
    found[full] = steps / (both.sum(1) + 3)
    return found
