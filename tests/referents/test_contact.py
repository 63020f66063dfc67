import pytest
from shapely import box, total_bounds
from shapely.geometry import Point, Polygon

from whence.referents.contact import Held, line_of_contact
from whence.referents.outlines import Outline, load_outlines

LAND = Outline("Halm", "HA", box(30, 48, 34, 50))
STUB = 0.04
"""Degrees of coast beside the end of a front that count with it: some three kilometres."""
NEIGHBOUR = Outline("Sorn", "SO", box(34, 48, 38, 50))


def test_the_coast_and_the_state_border_are_no_front() -> None:
    line = line_of_contact([Held("East", box(32, 48, 34, 50))], [LAND, NEIGHBOUR])
    assert total_bounds(line) == pytest.approx([32, 48, 32, 50], abs=STUB)


@pytest.mark.parametrize("shift", [-0.05, 0.05], ids=["short of the border", "over the border"])
def test_two_drawings_of_one_border_need_not_meet(shift: float) -> None:
    ground = box(32, 48 - shift, 34 + shift, 50 + shift)
    line = line_of_contact([Held("East", ground)], [LAND, NEIGHBOUR])
    assert line.distance(Point(34, 49)) == pytest.approx(2, abs=0.1)
    assert line.distance(Point(32, 49)) == pytest.approx(0, abs=0.01)


def test_ground_near_the_border_has_its_front_on_the_inner_side() -> None:
    line = line_of_contact([Held("East", box(33.92, 48.8, 34, 49.2))], [LAND, NEIGHBOUR])
    assert line.distance(Point(33.92, 49)) == pytest.approx(0, abs=0.01)
    assert line.distance(Point(34, 49)) > 0.03


def test_a_narrow_pocket_far_from_the_border_has_a_front() -> None:
    ground = Polygon(box(31, 48.5, 33, 49.5).exterior, [box(31.98, 48.9, 32.02, 49.1).exterior.coords])
    assert line_of_contact([Held("East", ground)], [LAND]).distance(Point(32, 49)) < 0.03


def test_a_gap_between_two_drawn_areas_has_none() -> None:
    ground = Polygon(box(31, 48.5, 33, 49.5).exterior, [box(32, 49, 32.005, 49.005).exterior.coords])
    assert line_of_contact([Held("East", ground)], [LAND]).distance(Point(32, 49)) > 0.4


def test_two_holders_meet_at_a_front() -> None:
    held = [Held("East", box(32, 48, 34, 50)), Held("West", box(30, 48, 32, 50))]
    assert total_bounds(line_of_contact(held, [LAND])) == pytest.approx([32, 48, 32, 50], abs=STUB)


def test_a_country_held_whole_has_no_front() -> None:
    assert line_of_contact([Held("East", box(30, 48, 34, 50))], [LAND, NEIGHBOUR]).is_empty
    assert line_of_contact([], [LAND]).is_empty
    assert line_of_contact([Held("East", box(0, 0, 1, 1))], [LAND]).is_empty


def test_a_real_coast_is_no_front() -> None:
    line = line_of_contact([Held("East", box(35.5, 44.5, 39, 47.3))], load_outlines())
    assert line.distance(Point(37.5, 47.3)) < 0.02, "the northern edge lies inland"
    assert line.distance(Point(36.6, 46.7)) > 0.3, "the southern one is the coast of the Sea of Azov"
