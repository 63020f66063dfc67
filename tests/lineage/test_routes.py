"""By which way each passage came to its report."""

from __future__ import annotations

from tests.lineage.venna import GAZETTE, gazette, ground, leaf, told
from whence.lineage.ground import Ground
from whence.lineage.routes import Route, Way, find_routes
from whence.lineage.stemma import Descent, Stemma
from whence.lineage.weights import shipped_dependence

FORD, CARTS, SHEDS = GAZETTE.splitlines()


def stemma(*edges: tuple[int, int], size: int, siblings: tuple[tuple[int, ...], ...] = ()) -> Stemma:
    return Stemma(tuple(Descent(parent, child, 0.9) for parent, child in edges), (), siblings, size)


def routes(on: Ground, tree: Stemma, *clusters: tuple[int, ...]) -> dict[int, Route]:
    return find_routes(on, tree, clusters, shipped_dependence())


def test_what_stands_in_a_report_without_parents_is_first_hand() -> None:
    found = routes(ground(gazette(), leaf()), stemma(size=2), (0, 3), (1, 4), (2,), (5,))
    assert {each.way for each in found.values()} == {Way.FIRST_HAND}
    assert sorted(found) == list(range(6))


def test_what_the_parent_says_too_was_taken_from_it() -> None:
    on = ground(gazette(), leaf())
    found = routes(on, stemma((0, 1), size=2), (0, 3), (1, 4), (2,), (5,))
    assert (found[4].way, found[4].report, found[4].origin) == (Way.TAKEN, 0, 1)
    assert found[4].likeness == float(on.comparison.block(0, 1)[1, 1])
    assert found[1].way is Way.FIRST_HAND


def test_new_evidence_that_nothing_before_has_was_added() -> None:
    found = routes(ground(gazette(), leaf()), stemma((0, 1), size=2), (0, 3), (1, 4), (2,), (5,))
    assert found[5] == Route(5, Way.ADDED)


def test_of_several_passages_of_the_parent_the_likest_is_the_origin() -> None:
    on = ground(gazette(), told("leaf", CARTS, hour=12))
    assert routes(on, stemma((0, 1), size=2), (0, 1, 2, 3))[3].origin == 1


def test_what_the_parent_dropped_came_from_further_up() -> None:
    on = ground(gazette(), told("leaf", FORD, hour=12), told("post", SHEDS, hour=16))
    found = routes(on, stemma((0, 1), (1, 2), size=3), (0, 3), (1,), (2, 4))
    assert (found[4].way, found[4].report, found[4].origin) == (Way.TAKEN, 0, 2)


def test_the_nearest_ancestor_that_says_it_comes_first() -> None:
    on = ground(gazette(), told("leaf", FORD, hour=12), told("post", FORD, hour=16))
    assert routes(on, stemma((0, 1), (1, 2), size=3), (0, 3, 4), (1,), (2,))[4].report == 1


def test_what_siblings_share_came_through_their_lost_ancestor() -> None:
    news = "Tanks stand at Ombrel."
    on = ground(gazette(), told("leaf", news, hour=12), told("post", news, hour=16))
    found = routes(on, stemma((0, 3), (3, 1), (3, 2), size=3, siblings=((1, 2),)), (0,), (1,), (2,), (3, 4))
    assert (found[3].way, found[3].report, found[3].origin) == (Way.TAKEN, 3, None)
    assert (found[4].way, found[4].report) == (Way.TAKEN, 3)


def test_a_reporter_of_ones_own_is_a_witness_for_what_nothing_explains() -> None:
    on = ground(gazette(), told("leaf", f"{FORD}\nI met mayor Quelba at the clinic of Sorrin.", hour=12))
    found = routes(on, stemma((0, 1), size=2), (0, 3), (1,), (2,), (4,))
    assert found[3].way is Way.TAKEN
    assert found[4].way is Way.FIRST_HAND
