"""The most probable stemma."""

from __future__ import annotations

import pytest

from tests.lineage.grain import copy_of, family, ground_of, of, stamped
from tests.lineage.venna import gazette, ground, herald, leaf, told
from whence.lineage.ground import Ground
from whence.lineage.stemma import NONE, REACH, Descent, Stemma, choose, draw, shares
from whence.lineage.weights import shipped_dependence

WEIGHTS = shipped_dependence()


def drawn(on: Ground) -> Stemma:
    return draw(on, WEIGHTS)


def test_a_report_is_derived_or_not_and_its_parents_share_that() -> None:
    on = ground_of(*family())
    for child in range(len(family())):
        each = shares(on, child, WEIGHTS)
        assert sum(each.values()) == pytest.approx(1)
        assert set(each) == {NONE, *on.comparison.neighbours[child]}
        assert all(0 <= share <= 1 for share in each.values())


def test_a_report_alone_has_no_parent() -> None:
    assert shares(ground(gazette()), 0, WEIGHTS) == {NONE: 1.0}
    assert drawn(ground(gazette())) == Stemma((), (), (), 1)


@pytest.mark.parametrize(
    ("each", "choice"),
    [
        ({NONE: 0.2, 0: 0.3, 1: 0.5}, 1),
        ({NONE: 0.6, 0: 0.3, 1: 0.1}, NONE), ({NONE: 0.5, 0: 0.5}, NONE), ({NONE: 0.4, 2: 0.3, 1: 0.3}, 1),
        ({NONE: 0.2, 0: 0.4, 1: 0.4}, 0),
    ],
)  # fmt: skip
def test_the_likeliest_parent_is_chosen_where_one_is_likelier_than_none(each: dict[int, float], choice: int) -> None:
    assert choose(each) == choice


def test_reports_of_different_things_have_no_parents() -> None:
    assert drawn(ground(gazette(), herald())).descents == ()


def test_a_rewrite_is_the_child_of_what_it_rewrites() -> None:
    stemma = drawn(ground_of(*family()))
    assert (1 in stemma.parents()[2], stemma.parents()[0]) == (True, ())
    assert 3 in stemma.parents()[4]
    assert stemma.size == len(family())


def test_a_copy_is_the_child_of_its_original() -> None:
    stemma = drawn(ground_of(of("s3"), of("s5"), copy_of(of("s3"))))
    assert stemma.parents()[2] == (0,)
    assert stemma.descents[-1].probability > 0.9


def test_alternatives_are_within_reach_and_not_in_the_stemma() -> None:
    stemma = drawn(ground_of(*family()))
    held = {(each.parent, each.child) for each in stemma.descents}
    assert stemma.alternatives
    assert all(each.probability >= REACH for each in stemma.alternatives)
    assert held.isdisjoint((each.parent, each.child) for each in stemma.alternatives)


def test_the_likelier_parent_comes_first() -> None:
    stemma = Stemma((Descent(0, 2, 0.4), Descent(1, 2, 0.8), Descent(0, 1, 0.9)), (), (), 3)
    assert stemma.parents()[2] == (1, 0)
    assert stemma.parents()[0] == ()


def test_two_that_may_each_be_the_other_are_not_each_the_others_child() -> None:
    stemma = drawn(ground_of(stamped(of("s3"), None), copy_of(of("s3"), at=None)))
    assert len(stemma.descents) == 1


def test_no_parent_is_surely_later_where_an_earlier_one_is_as_good() -> None:
    stemma = drawn(
        ground_of(of("s3"), copy_of(of("s3"), id="middle"), copy_of(of("s3"), id="last", at="2032-05-01T00:00:00+00:00"))
    )
    assert stemma.parents()[0] == ()
    assert all(parent < child for child in (1, 2) for parent in stemma.parents()[child])


def test_an_empty_report_is_nobodys_child() -> None:
    assert drawn(ground(gazette(), leaf(), told("empty", "", hour=20))).parents()[2] == ()
