import pytest

from bench.lineage_scale import NEAR_DUPLICATES, RIVAL, Measured, exponent, lines, main, measure, parent_measure, peak_memory
from bench.lineage_score import Measure
from bench.traditions import grow


@pytest.mark.parametrize("power", [1.0, 2.0, 0.5])
def test_the_exponent_of_a_power_is_that_power(power: float) -> None:
    counts = [125, 250, 500, 1000]
    assert exponent(counts, [0.003 * count**power for count in counts]) == pytest.approx(power)


def test_the_known_descent_scores_one_and_none_nought() -> None:
    tradition = grow(80, seed=2)
    known = {text.id: text.parents for text in tradition.texts}
    assert parent_measure(tradition, known).f1 == 1.0
    assert parent_measure(tradition, {}).f1 == 0.0


def test_edges_to_texts_kept_back_are_not_asked_for() -> None:
    tradition = grow(400, seed=2)
    kept_back = {text.id for text in tradition.texts if text.kept_back}
    edges = sum(len(text.parents) for text in tradition.handed_over)
    assert any(kept_back.intersection(text.parents) for text in tradition.handed_over)
    assert parent_measure(tradition, {}).recall.many < edges


def test_the_table_tells_growth() -> None:
    found = [Measured(n, 3, n * n / 1e6, 100, 100 + n / 10, n * 20, Measure()) for n in (100, 200, 400)]
    *_, growth, pairs = lines(found)
    assert "power of 2.00 in time" in growth
    assert "1.00 in pairs" in pairs
    untold = [Measured(each.reports, 3, each.seconds, 1, 1, None, Measure()) for each in found]
    assert "not told" in list(lines(untold))[1]


def test_a_rival_is_measured_and_finds_something() -> None:
    pytest.importorskip("datasketch")
    found = measure(60, 4, RIVAL)
    assert (found.reports, found.pairs) == (60, None)
    assert found.seconds > 0
    assert 0 < found.parent.f1 < 1
    assert peak_memory() >= found.peak > 10
    assert NEAR_DUPLICATES[0] < 1


def test_a_size_is_measured_in_a_process_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("datasketch")
    main([2], seed=1, rivals=True)
    table = capsys.readouterr().out
    assert f"{RIVAL}, 2 made-up reports" in table
    assert "power" not in table
