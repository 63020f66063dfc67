from dataclasses import replace
from typing import Any

from tests.publish.trace.traces import EDGES, LOST, family
from whence.publish.trace.evidence import MOST_EDGES, show_edges, show_lost
from whence.publish.trace.register import register_trace
from whence.records import Edge, Indication


def shown(*edges: Edge) -> Any:
    return show_edges(edges, "edge", register_trace(family()))


def test_each_line_has_its_evidence_the_weightiest_first() -> None:
    first = shown(*EDGES)[0]
    assert (first["child"]["words"], first["parent"]["words"], first["probability"]) == (
        "2 Coastline Press",
        "1 Ostmar Gazette",
        "97%",
    )
    assert [(piece["kind"], piece["weight"]) for piece in first["indications"]] == [
        ("declared", "+3.1"),
        ("wording", "+1.8"),
        ("time", "+0.2"),
    ]
    assert first["kinds"] == "declared, wording, time"


def test_bars_are_drawn_to_one_scale_to_the_right_for_and_to_the_left_against() -> None:
    pieces = {piece["detail"]: piece for edge in shown(*EDGES) for piece in edge["indications"]}
    for_it, against = pieces["names the Ostmar Gazette as its source"], pieces["no sentence in common"]
    assert (for_it["start"], for_it["length"], for_it["against"]) == ("50.0", "50.0", False)
    assert against["against"]
    assert abs(float(against["start"]) + float(against["length"]) - 50) < 0.11
    assert against["weight"] == "−0.6"


def test_anchors_keep_the_number_of_the_edge() -> None:
    assert [edge["anchor"] for edge in shown(*EDGES[::-1])] == ["edge-6", "edge-5", "edge-4", "edge-2", "edge-3", "edge-1"]


def test_of_too_many_lines_the_likeliest_are_shown() -> None:
    many = [replace(EDGES[0], probability=number / 1000) for number in range(250)]
    told = shown(*many)
    assert len(told) == MOST_EDGES
    assert {edge["anchor"] for edge in told} == {f"edge-{number}" for number in range(51, 251)}


def test_with_much_evidence_each_piece_shows_fewer_passages() -> None:
    piece = Indication("wording", "", 1.0, EDGES[0].because[1].parallels)
    few, many = shown(replace(EDGES[0], because=(piece,))), shown(*[replace(EDGES[0], because=(piece,) * 20)] * 100)
    assert len(few[0]["indications"][0]["parallels"]["pairs"]) == 2
    assert len(many[0]["indications"][0]["parallels"]["pairs"]) == 1
    assert many[0]["indications"][0]["parallels"]["more"] == 1


def test_a_lost_ancestor_is_told_with_what_lies_before_and_behind_it() -> None:
    told: Any = show_lost(LOST[0], register_trace(family()))
    assert (told["letter"], told["anchor"]) == ("α", "lost-1")
    assert [link["mark"] for link in told["children"]] == ["4", "5"]
    assert [link["mark"] for link in told["parents"]] == ["2"]
