"""Blocks of likeness: computed once, read from either side."""

from __future__ import annotations

import numpy as np

from tests.factory import reading, report
from whence.collation.comparison import Comparison

FIRST, SECOND, EMPTY = "Twelve carts crossed the ford.\nThe guard slept.", "The guard slept.", ""
COMPARISON = Comparison([reading(report(text, id=id, language="en")) for id, text in (("a", FIRST), ("b", SECOND), ("c", EMPTY))])


def test_every_pair_of_a_few_is_compared_the_lower_number_first() -> None:
    assert COMPARISON.pairs == ((0, 1), (0, 2), (1, 2))
    assert set(COMPARISON.known) == set(COMPARISON.pairs)


def test_a_block_turned_is_the_other_side() -> None:
    assert COMPARISON.block(0, 1).shape == (2, 1)
    np.testing.assert_array_equal(COMPARISON.block(1, 0), COMPARISON.block(0, 1).T)


def test_the_best_of_one_for_each_passage_of_the_other() -> None:
    np.testing.assert_array_equal(COMPARISON.best(0, 1), COMPARISON.block(0, 1).max(0))
    assert COMPARISON.best(1, 0).shape == (2,)
    assert COMPARISON.best(1, 0).argmax() == 1


def test_an_empty_report_explains_nothing() -> None:
    assert COMPARISON.best(2, 0).tolist() == [0, 0]
    assert COMPARISON.best(0, 2).shape == (0,)


def test_neighbours_are_the_candidates_of_each() -> None:
    assert COMPARISON.neighbours == ((1, 2), (0, 2), (0, 1))
    assert [each.report.id for each in COMPARISON.readings] == ["a", "b", "c"]
