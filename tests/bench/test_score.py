from hypothesis import given
from hypothesis import strategies as st

from bench.score import Counts, Score, flat, score_attributions, score_names

GOLD = {"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 20], [25, 30]]}


def test_what_equals_gold_scores_one() -> None:
    score = score_attributions([GOLD], [GOLD])
    assert set(score.figures().values()) == {1.0}


def test_nothing_predicted_scores_nought() -> None:
    score = score_attributions([GOLD], [])
    assert set(score.figures().values()) == {0.0}
    assert score.roles["overlap", "content"].gold == 15


def test_a_wrong_border_costs_the_span_in_exact_and_a_character_in_overlap() -> None:
    score = score_attributions([GOLD], [{**GOLD, "source": [[0, 3]]}])
    assert score.roles["exact", "source"] == Counts(hit=0, predicted=1, gold=1)
    assert score.roles["overlap", "source"] == Counts(hit=3, predicted=3, gold=4)
    assert score.linked_whole == 1.0


def test_linked_whole_asks_one_prediction_for_every_role() -> None:
    apart = [{"source": [[0, 4]], "cue": [], "content": []}, {"source": [], "cue": [[5, 9]], "content": [[10, 30]]}]
    assert score_attributions([GOLD], apart).linked == 0


def test_a_role_that_gold_leaves_empty_is_not_asked_for() -> None:
    gold = {"source": [], "cue": [[5, 9]], "content": [[10, 20]]}
    assert score_attributions([gold], [{"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 12]]}]).linked == 1


def test_a_source_of_two_attributions_counts_once() -> None:
    twice = [GOLD, {"source": [[0, 4]], "cue": [[31, 35]], "content": [[36, 40]]}]
    assert score_attributions(twice, twice).roles["exact", "source"] == Counts(hit=1, predicted=1, gold=1)


def test_discontinuous_spans_count_the_same_however_deep_they_are_nested() -> None:
    assert list(flat([[[10, 20], [25, 30]]])) == list(flat([[10, 20], [25, 30]])) == [(10, 20), (25, 30)]


def test_scores_add_up() -> None:
    one = score_attributions([GOLD], [GOLD])
    both = one + score_attributions([GOLD], [])
    assert both.linked_whole == 0.5
    assert both.roles["exact", "cue"].recall == 0.5
    assert Score() + one == one


def test_a_name_needs_both_borders_and_its_kind() -> None:
    counts = score_names([[0, 4, "PER"], [6, 9, "LOC"]], [(0, 4, "PER"), (6, 9, "ORG")])
    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.5, 0.5)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_is_the_harmonic_mean(hit: int, missed: int, wrong: int) -> None:
    counts = Counts(hit=hit, predicted=hit + wrong, gold=hit + missed)
    if counts.precision + counts.recall:
        assert abs(counts.f1 - 2 * counts.precision * counts.recall / (counts.precision + counts.recall)) < 1e-9
    else:
        assert counts.f1 == 0
