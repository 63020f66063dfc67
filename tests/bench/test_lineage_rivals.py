import pytest

from bench.lineage_rivals import RIVALS, Rival, best, draw_earliest, draw_headlines, draw_near_duplicates, draw_nearest, jaccard
from bench.lineage_score import score
from tests.bench.small import case
from tests.factory import report
from whence.records import Report

WIRE = "The Ostrel Guard left Venna in the night and five carts crossed the ford below the mill before the day broke."
COPY = WIRE.replace("five", "fifteen")
OTHER = "A clinic opened in Korrel on Friday, and the mayor cut a ribbon while a band played on the square."


def reports() -> list[Report]:
    """Return a copy, its source and another, not in the order of their times."""
    return [
        report(COPY, id="copy", headline="Guard leaves Venna at night", published_at="2031-05-04T10:00:00+00:00"),
        report(OTHER, id="other", headline="Clinic opens in Korrel", published_at="2031-05-04T09:00:00+00:00"),
        report(WIRE, id="wire", headline="Guard leaves Venna in the night", published_at="2031-05-04T08:00:00+00:00"),
    ]


def test_nearest_takes_the_nearest_earlier_report_that_is_near_enough() -> None:
    pytest.importorskip("sklearn")
    assert draw_nearest(reports(), (0.5,)) == {"copy": ("wire",)}
    assert draw_nearest(reports(), (0.0,)) == {"copy": ("wire",), "other": ("wire",)}
    assert draw_nearest(reports(), (0.99,)) == {}


@pytest.mark.parametrize("shingle", [3.0, 5.0])
def test_near_duplicates_share_their_shingles(shingle: float) -> None:
    pytest.importorskip("datasketch")
    assert draw_near_duplicates(reports(), (0.2, shingle)) == {"copy": ("wire",)}
    assert draw_near_duplicates(reports(), (0.95, shingle)) == {}


def test_near_duplicates_go_to_the_earliest() -> None:
    pytest.importorskip("datasketch")
    again = report(COPY, id="again", published_at="2031-05-04T11:00:00+00:00")
    assert draw_near_duplicates([again, *reports()], (0.2, 3.0))["again"] == ("wire",)


def test_headlines_make_one_story_from_an_index_of_0_55() -> None:
    four_of_seven, six_of_eleven = "a b c d e f", "a b c d e f g h"
    texts = [
        report("One.", id="one", headline="a b c d g", published_at="2031-05-04"),
        report("Two.", id="two", headline=four_of_seven, published_at="2031-05-05"),
        report("Three.", id="three", headline="p q r", published_at="2031-05-06"),
        report("Four.", id="four", headline=six_of_eleven.replace("h", "p"), published_at="2031-05-07"),
    ]
    assert draw_headlines(texts, ()) == {"two": ("one",), "four": ("one",)}


def test_reports_without_a_headline_are_no_story() -> None:
    texts = [report("One.", id="one", headline=None), report("Two.", id="two", headline=None)]
    assert draw_headlines(texts, ()) == {}


def test_earliest_puts_all_under_the_first() -> None:
    assert draw_earliest(reports(), ()) == {"copy": ("wire",), "other": ("wire",)}


def test_jaccard_of_nothing_is_nought() -> None:
    assert jaccard(frozenset("ab"), frozenset("bc")) == pytest.approx(1 / 3)
    assert jaccard(frozenset(), frozenset()) == 0.0


def test_the_best_setting_is_the_middle_one_of_several_alike() -> None:
    def value(setting: int, _cases: object) -> float:
        return float(setting in {3, 4, 5})

    assert best(range(9), value, []) == 4


@pytest.mark.parametrize("rival", RIVALS, ids=[rival.name for rival in RIVALS])
def test_every_rival_gives_a_trace_that_can_be_scored(rival: Rival) -> None:
    pytest.importorskip("sklearn")
    pytest.importorskip("datasketch")
    known = case()
    assert not rival.missing
    trace = rival.fit([known])(known)
    tally = score(known.family, trace)
    assert tally.measures["alignment"].precision.many == 7
    assert tally.witnesses.claims == 3


def test_a_missing_library_is_named() -> None:
    assert Rival("no such", draw_earliest, needs=("no_such_library",)).missing[-1] == "no_such_library"


def test_a_threshold_is_fitted_on_the_families_that_are_given() -> None:
    pytest.importorskip("sklearn")
    known = case()
    assert RIVALS[0].fit([known])(known)["edges"] == [{"parent": "a", "child": "b"}]
