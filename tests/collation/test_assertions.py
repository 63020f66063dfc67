"""Passages of all reports → assertions."""

from __future__ import annotations

from itertools import chain

import pytest

from tests.factory import reading, report
from whence.collation.assertions import cluster
from whence.collation.comparison import Comparison

FORD = "Twelve carts crossed the ford at Venna."
BREAD = "Turgunov promised bread to the households of Korrel."
SHEDS = "Two sheds burned down near Ombrel."


def clusters(*texts: str, descents: tuple[tuple[int, int], ...] = ()) -> tuple[tuple[int, ...], ...]:
    return cluster(
        Comparison([reading(report(text, id=f"r{number}", language="en")) for number, text in enumerate(texts)]), descents
    )


def test_what_says_the_same_is_one_assertion_and_the_rest_stands_alone() -> None:
    assert clusters(f"{FORD}\n{BREAD}", f"{FORD}\n{SHEDS}") == ((0, 2), (1,), (3,))


def test_every_passage_is_in_one_assertion() -> None:
    found = clusters(f"{FORD}\n{BREAD}", f"{BREAD}\n{SHEDS}\n{FORD}", SHEDS)
    assert sorted(chain.from_iterable(found)) == list(range(6))
    assert all(list(part) == sorted(part) for part in found)


@pytest.mark.parametrize("changed", ["Thirteen carts crossed the ford at Venna.", "Twelve carts never crossed the ford at Venna."])
def test_a_reading_that_differs_or_contradicts_is_of_the_same_assertion(changed: str) -> None:
    assert clusters(f"{FORD}\n{BREAD}", f"{changed}\n{BREAD}") == ((0, 2), (1, 3))


def test_one_report_alone_has_an_assertion_a_passage() -> None:
    assert clusters(f"{FORD}\n{BREAD}") == ((0,), (1,))
    assert clusters("") == ()


def test_descent_draws_passages_together() -> None:
    loose = ("Carts were seen at the ford.", "Five vehicles went over by the water.")
    apart, together = clusters(*loose), clusters(*loose, descents=((0, 1),))
    assert apart == ((0,), (1,))
    assert together == ((0, 1),)
    assert clusters(*loose, descents=((1, 0),)) == together


def test_what_is_somewhat_alike_is_one_assertion_and_what_is_hardly_alike_is_not() -> None:
    assert clusters("Twelve carts were seen.", "Twelve people came to speak.") == ((0, 1),)
    assert clusters("Carts crossed the ford.", "Vehicles crossed a river.") == ((0,), (1,))
