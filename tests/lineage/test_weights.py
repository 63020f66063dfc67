"""The shipped weights: one for each sign, and what makes descent plausible never counts against it."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pytest

from whence.collation.likeness import shipped_weights
from whence.lineage import additions, digests, lost, signs
from whence.lineage.weights import shipped, shipped_dependence

TABLES = {
    "derived": (*signs.DERIVED, "bias"), "parent": signs.SIGNS, "second": (*digests.SIGNS, "bias"), "lost": (*lost.SIGNS, "bias"),
    "added": (*additions.SIGNS, "bias"),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_each_sign_has_a_weight_and_no_other(name: str) -> None:
    table: Mapping[str, float] = getattr(shipped_dependence(), name)
    assert set(table) == set(TABLES[name])
    assert all(math.isfinite(weight) for weight in table.values())


def test_a_credit_speaks_for_descent_and_a_later_stamp_against() -> None:
    weights = shipped_dependence()
    assert weights.parent["coverage"] > 0 < weights.parent["credited"]
    assert weights.parent["later"] < 0
    assert weights.derived["credits"] >= 0 >= weights.derived["first person"]
    assert weights.second["gain"] > 0
    assert weights.added["likeness"] <= 0 <= weights.added["new evidence"]


def test_what_ships_is_all_of_them_with_a_version() -> None:
    assert shipped().likeness == shipped_weights()
    assert shipped().dependence == shipped_dependence()
    assert shipped().version
