import pytest

from bench.lineage_reliability import Candidate, Reliability, lines, reliability
from tests.bench.small import case, trace

FAMILY = case().family


def test_candidates_are_edges_and_alternatives_between_reports_at_hand() -> None:
    found = reliability(FAMILY, trace())
    assert found == Reliability((Candidate(0.9, true=True), Candidate(0.2, true=False)), 0)


def test_true_edges_that_were_no_candidates_are_counted() -> None:
    assert reliability(FAMILY, {"edges": []}).overlooked == 1


def test_a_trace_without_probabilities_has_no_candidates() -> None:
    assert not reliability(FAMILY, {"edges": [{"parent": "a", "child": "b"}]}).candidates


def test_a_pair_that_is_told_twice_counts_once() -> None:
    edge = {"parent": "a", "child": "b"}
    told = {"edges": [edge | {"probability": 0.6}], "alternatives": [edge | {"probability": 0.5}]}
    assert reliability(FAMILY, told).candidates == (Candidate(0.6, true=True),)


def test_brier_is_the_mean_squared_distance() -> None:
    found = reliability(FAMILY, trace())
    assert found.brier == pytest.approx((0.1**2 + 0.2**2) / 2)
    assert found.uninformed == 0.25


def test_certainty_falls_into_the_last_bin() -> None:
    found = Reliability((Candidate(1.0, true=True), Candidate(0.95, true=False), Candidate(0.05, true=False)))
    assert [(each.low, len(each.candidates)) for each in found.bins()] == [(0.0, 1), (0.9, 2)]
    assert found.bins()[1].said == pytest.approx(0.975)
    assert found.bins()[1].came == 0.5
    assert found.calibration_error == pytest.approx((0.05 + 2 * 0.475) / 3)
    assert sum("to" in line for line in lines(found)) == 2


def test_both_together_hold_all_candidates() -> None:
    one = reliability(FAMILY, trace())
    assert (one + one).figures()["brier"] == one.brier
    assert len((one + one).candidates) == 4
