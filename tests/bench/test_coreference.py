"""The examples are those of the papers: Bagga & Baldwin 1998, Luo 2005, and of Vilain and others 1995."""

import pytest

from bench.coreference import Cluster, b_cubed, ceaf_e, clusters_by, conll, measures, muc, without_singletons


def clusters(*words: str) -> list[Cluster]:
    return [frozenset(word.split()) for word in words]


TRUTH = clusters("1 2 3 4 5", "6 7", "8 9 A B C")
SMALL_ERROR = clusters("1 2 3 4 5", "6 7 8 9 A B C")
LARGE_ERROR = clusters("1 2 3 4 5 8 9 A B C", "6 7")


def test_muc_does_not_tell_a_large_wrong_link_from_a_small_one() -> None:
    for told in (SMALL_ERROR, LARGE_ERROR):
        measure = muc(TRUTH, told)
        assert measure.recall.value == 1.0
        assert measure.precision.value == pytest.approx(9 / 10)


def test_b_cubed_does() -> None:
    assert b_cubed(TRUTH, SMALL_ERROR).precision.value == pytest.approx(16 / 21)
    assert b_cubed(TRUTH, LARGE_ERROR).precision.value == pytest.approx(7 / 12)
    assert b_cubed(TRUTH, SMALL_ERROR).recall.value == b_cubed(TRUTH, LARGE_ERROR).recall.value == 1.0


def test_ceaf_e_pairs_clusters_one_to_one() -> None:
    measure = ceaf_e(TRUTH, SMALL_ERROR)
    similarity = 1 + 2 * 5 / 12
    assert measure.precision.value == pytest.approx(similarity / 2)
    assert measure.recall.value == pytest.approx(similarity / 3)
    large = ceaf_e(TRUTH, LARGE_ERROR)
    assert large.precision.value == pytest.approx((1 + 2 * 5 / 15) / 2)


def test_vilain_counts_the_missing_links_of_a_cluster() -> None:
    gold, told = clusters("a b c d"), clusters("a b", "c d")
    assert muc(gold, told).recall.value == pytest.approx(2 / 3)
    assert muc(gold, told).precision.value == 1.0


def test_ceaf_e_takes_the_best_pairing_not_the_first_one_found() -> None:
    gold, told = clusters("a b c", "d e"), clusters("a b d e", "c")
    greedy = 2 * 2 / 7 + 0
    best = 2 * 2 / 6 + 2 / 4
    assert ceaf_e(gold, told).recall.value == pytest.approx(best / 2)
    assert best > greedy


@pytest.mark.parametrize("gold", [TRUTH, clusters("a", "b c"), clusters("a b")])
def test_what_equals_gold_scores_one(gold: list[Cluster]) -> None:
    assert conll(measures(gold, gold)) == 1.0


def test_mentions_that_one_side_lacks_cost_the_other() -> None:
    gold, told = clusters("a b"), clusters("a b c")
    assert b_cubed(gold, told).recall.value == 1.0
    assert b_cubed(gold, told).precision.value == pytest.approx(4 / 9)
    assert muc(gold, told).precision.value == 0.5


def test_singletons_alone_have_no_links() -> None:
    assert muc(clusters("a", "b"), clusters("a", "b")).f1 == 0.0


def test_clusters_are_those_with_a_key_in_common() -> None:
    found = clusters_by({"a": 1, "b": 2, "c": 1})
    assert set(found) == set(clusters("a c", "b"))
    assert without_singletons(found) == clusters("a c")
