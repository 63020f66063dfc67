import copy
from typing import Any

import pytest

from bench.lineage_misses import misses
from tests.bench.small import case, trace


@pytest.fixture
def told() -> dict[str, Any]:
    return copy.deepcopy(trace())


def wrong(told: dict[str, Any]) -> list[str]:
    """Return the lines but those of the report whose parent is withheld, which are always shown."""
    return [line for line in misses(case(), told) if not line.startswith("  edge d:")]


def test_a_right_trace_has_no_misses_but_shows_what_stands_for_the_withheld(told: dict[str, Any]) -> None:
    assert list(misses(case(), told)) == ["  edge d: told lost1 of d (0.80); is c (withheld)"]


def test_a_wrong_parent_is_shown_with_the_probabilities_of_both(told: dict[str, Any]) -> None:
    told["edges"][0] |= {"parent": "e", "probability": 0.6}
    told["alternatives"].append({"parent": "a", "child": "b", "probability": 0.3})
    assert wrong(told) == ["  edge b: told e (0.60); is a (0.30)"]


def test_added_passages_are_shown_either_way(told: dict[str, Any]) -> None:
    told["assertions"][0]["mentions"][0]["status"] = "added"
    told["assertions"][2]["mentions"][0]["status"] = "faithful"
    assert wrong(told) == ["  added + a left: left Venna", "  added - b fires: Aerial pictures show fires"]


def test_variations_are_shown_either_way_with_their_reports(told: dict[str, Any]) -> None:
    told["variations"][0] |= {"written": "Korrel", "correct": "Venna", "inherited_by": ["d"]}
    assert wrong(told) == ["  variation + 'korrel' (number, for 'Venna') in b, d", "  variation - 'fifteen' in b"]


def test_witnesses_are_shown_with_those_that_were_told(told: dict[str, Any]) -> None:
    told["assertions"][1] |= {"independent_witnesses": 3, "witnesses": ["w1"]}
    told["assertions"][0]["independent_witnesses"] = 0
    told["witnesses"] = [{"id": "w1", "name": "Orvik"}]
    assert wrong(told) == ["  witnesses - left: told 0 (), is 1: ", "  witnesses + carts: told 3 (Orvik), is 2: "]
