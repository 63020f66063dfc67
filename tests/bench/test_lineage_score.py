import copy
from typing import Any

import pytest

from bench.lineage_score import Tally, overlap, score
from tests.bench.small import FIRST, SECOND, case, trace

FAMILY = case().family


@pytest.fixture
def told() -> dict[str, Any]:
    return copy.deepcopy(trace())


def test_a_right_trace_scores_one_in_everything(told: dict[str, Any]) -> None:
    tally = score(FAMILY, told)
    assert set(tally.headline().values()) == {1.0}
    assert (tally.witnesses.claims, tally.witnesses.exact) == (3, 3)


def test_an_empty_trace_scores_nought_but_for_reports_at_first_hand() -> None:
    tally = score(FAMILY, {"edges": [], "assertions": [], "variations": []})
    assert {name: value for name, value in tally.headline().items() if value} == {"first-hand": pytest.approx(2 / 3)}
    assert tally.witnesses.claims == 0


def test_descent_through_a_lost_text_is_ancestry_and_no_direct_edge(told: dict[str, Any]) -> None:
    measures = score(FAMILY, told).measures
    assert measures["parent"].recall.many == 1
    assert measures["ancestry"].recall.many == 3
    told["edges"] = [{"parent": "a", "child": "b"}, {"parent": "b", "child": "d"}]
    measures = score(FAMILY, told).measures
    assert (measures["parent"].precision.value, measures["parent"].recall.value) == (0.5, 1.0)
    assert measures["ancestry"].f1 == 1.0


def test_a_common_lost_ancestor_makes_dependent_without_ancestry(told: dict[str, Any]) -> None:
    told["edges"] = [{"parent": "lost1", "child": child} for child in ("a", "b", "d")]
    measures = score(FAMILY, told).measures
    assert measures["dependence"].f1 == 1.0
    assert measures["ancestry"].precision.many == 0
    assert measures["first-hand"].recall.value == 0.5


def test_two_assertions_for_one_claim_cost_recall_and_one_for_two_precision(told: dict[str, Any]) -> None:
    apart = copy.deepcopy(told)
    apart["assertions"].append({"id": "k4", "independent_witnesses": 1, "mentions": [apart["assertions"][0]["mentions"].pop()]})
    alignment = score(FAMILY, apart).measures["alignment"]
    assert alignment.precision.value == 1.0
    assert alignment.recall.value == pytest.approx((2 * 2 / 3 + 1 / 3 + 3 + 1) / 7)
    for assertion in told["assertions"]:
        assertion["id"] = "k1"
    alignment = score(FAMILY, told).measures["alignment"]
    assert alignment.recall.value == 1.0
    assert alignment.precision.value == pytest.approx((3 * 3 + 3 * 3 + 1) / 49)


def test_an_occurrence_that_no_mention_covers_costs_recall_alone(told: dict[str, Any]) -> None:
    told["assertions"][1]["mentions"].pop()
    alignment = score(FAMILY, told).measures["alignment"]
    assert alignment.precision.value == 1.0
    assert alignment.recall.value == pytest.approx((3 + 2 * 2 / 3 + 1) / 7)


def test_added_where_nothing_is_labelled_is_counted_apart(told: dict[str, Any]) -> None:
    told["assertions"][0]["mentions"][0]["status"] = "added"
    told["assertions"][0]["mentions"].append({"report": "e", "span": [0, 8], "status": "added"})
    tally = score(FAMILY, told)
    assert tally.measures["added"].precision.value == 0.5
    assert tally.measures["added"].recall.value == 1.0
    assert tally.unjudged == 1


def test_a_variation_may_have_some_words_around_it_but_not_many(told: dict[str, Any]) -> None:
    told["variations"][0]["written"] = "Fifteen carts"
    assert score(FAMILY, told).measures["variations"].f1 == 1.0
    told["variations"][0]["written"] = SECOND.partition(". A")[0]
    assert score(FAMILY, told).measures["variations"].f1 < 1.0


@pytest.mark.parametrize("elsewhere", ["a", "lost1"], ids=["another report", "a lost text"])
def test_a_variation_counts_in_the_report_that_has_it(told: dict[str, Any], elsewhere: str) -> None:
    told["variations"][1]["report"] = elsewhere
    variations = score(FAMILY, told).measures["variations"]
    assert (variations.precision.value, variations.recall.value) == (0.5, 0.5)


def test_an_heir_of_a_variation_counts_like_the_first(told: dict[str, Any]) -> None:
    told["variations"][1] |= {"report": "a", "inherited_by": ["d"]}
    variations = score(FAMILY, told).measures["variations"]
    assert variations.precision.value == pytest.approx(2 / 3)
    assert variations.recall.value == 1.0


def test_too_many_and_too_few_witnesses_are_told_apart(told: dict[str, Any]) -> None:
    told["assertions"][0]["independent_witnesses"] = 4
    told["assertions"][1]["independent_witnesses"] = 0
    figures = score(FAMILY, told).witnesses.figures()
    assert figures == {
        "exact": pytest.approx(1 / 3),
        "mean error": pytest.approx(5 / 3),
        "over": pytest.approx(1 / 3),
        "under": pytest.approx(1 / 3),
        "over by": 1.0,
        "under by": pytest.approx(2 / 3),
        "claims": 3,
    }


def test_an_assertion_without_a_number_of_witnesses_is_not_judged(told: dict[str, Any]) -> None:
    told["assertions"][0]["independent_witnesses"] = None
    assert score(FAMILY, told).witnesses.claims == 2


def test_tallies_add_up(told: dict[str, Any]) -> None:
    one, other = score(FAMILY, told), score(FAMILY, {"edges": [], "assertions": [], "variations": []})
    both = one + other
    assert both.measures["parent"].recall.value == 0.5
    assert both.measures["alignment"].recall.many == 14
    assert one + Tally() == one


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [((0, 10), (5, 15), 5), ((0, 10), (6, 16), 0), ((0, 100), (90, 96), 6), ((0, 10), (10, 20), 0)],
    ids=["half", "less than half", "half of the shorter", "beside one another"],
)
def test_spans_overlap_by_half_of_the_shorter(one: tuple[int, int], other: tuple[int, int], shared: int) -> None:
    assert overlap(one, other) == overlap(other, one) == shared


def test_where_one_sentence_has_two_claims_each_goes_to_the_assertion_it_shares_most_with(told: dict[str, Any]) -> None:
    whole = {"report": "a", "span": [0, len(FIRST)], "status": "faithful"}
    for assertion in told["assertions"][:2]:
        assertion["mentions"][0] = whole
    assert score(FAMILY, told).measures["alignment"].f1 == 1.0
