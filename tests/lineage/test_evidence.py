"""An edge with its evidence, in words, with passages."""

from __future__ import annotations

from tests.lineage.venna import GAZETTE, gazette, ground, leaf, told
from whence.lineage.evidence import LEAST_WEIGHT, MOST_PARALLELS, edge_of, indications
from whence.lineage.ground import Ground
from whence.lineage.stemma import Descent
from whence.lineage.weights import shipped_dependence
from whence.records import Indication

WEIGHTS = shipped_dependence()
NAMES = ("gazette", "leaf", "lost1")
COPY = ground(gazette(), told("leaf", f"{GAZETTE}\nSo the Venna Gazette reported.", hour=12))


def shown(on: Ground, parent: int = 0, child: int = 1) -> dict[str, Indication]:
    return {each.kind: each for each in indications(on, WEIGHTS, parent, child)}


def test_an_edge_names_both_and_shows_the_heaviest_evidence_first() -> None:
    edge = edge_of(COPY, WEIGHTS, Descent(0, 1, 0.98761), NAMES)
    assert (edge.parent, edge.child, edge.probability) == ("gazette", "leaf", 0.9876)
    weights = [abs(each.weight) for each in edge.because]
    assert weights == sorted(weights, reverse=True)
    assert min(weights) >= LEAST_WEIGHT


def test_an_edge_of_a_lost_ancestor_has_no_evidence_of_its_own() -> None:
    edge = edge_of(COPY, WEIGHTS, Descent(2, 1, 0.6), NAMES)
    assert (edge.parent, edge.because) == ("lost1", ())
    assert edge_of(COPY, WEIGHTS, Descent(0, 2, 0.6), NAMES).because == ()


def test_the_skeleton_is_told_passage_against_passage() -> None:
    skeleton = shown(COPY)["skeleton"]
    assert "3 of 4 passages say what 3 of 3 say there, in the same order" in skeleton.detail
    assert skeleton.weight > 0
    for parallel, line in zip(skeleton.parallels, GAZETTE.splitlines(), strict=True):
        assert parallel.parent is not None
        assert parallel.child is not None
        assert parallel.parent.cut(COPY.readings[0].report.text) == parallel.child.cut(COPY.readings[1].report.text) == line


def test_a_credit_is_shown_where_it_stands() -> None:
    declared = shown(COPY)["declared"]
    text = COPY.readings[1].report.text
    assert [parallel.child and parallel.child.cut(text) for parallel in declared.parallels] == ["Venna Gazette"]
    assert declared.weight > 0
    assert "declared" not in shown(ground(gazette(), leaf()))


def test_a_credit_in_the_markup_has_no_passage() -> None:
    declared = shown(ground(gazette(), leaf(links=("https://gazette.example/1",))))["declared"]
    assert declared.parallels == ()


def test_errors_are_named_that_both_have_and_nothing_before() -> None:
    heir = told("post", "Some 120 carts crossed the ford.\nSatellite images show tanks at Ombrel.", hour=18)
    error = shown(ground(gazette(), leaf(), heir), 1, 2)["error"]
    assert "120" in error.detail
    assert "Turgunov" not in error.detail
    assert all(parallel.parent and parallel.child for parallel in error.parallels)


def test_a_first_report_has_no_errors_to_hand_on() -> None:
    assert "error" not in shown(COPY)


def test_a_later_stamp_speaks_against() -> None:
    assert shown(COPY, 1, 0)["time"].weight < 0
    assert "later" in shown(COPY, 1, 0)["time"].detail


def test_no_piece_shows_more_passages_than_it_may() -> None:
    text = "\n".join(f"The carts of family {number} crossed the ford of Venna." for number in range(10, 40))
    found = shown(ground(told("gazette", text, hour=8), told("leaf", text, hour=12)))
    assert max(len(each.parallels) for each in found.values()) == MOST_PARALLELS


def test_reports_without_passages_have_next_to_no_evidence() -> None:
    assert "skeleton" not in shown(ground(gazette(), told("leaf", "", hour=12)))
