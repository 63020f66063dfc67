import re

import pytest
from shapely.geometry import Polygon, box

from whence.publish.map_ground import FINEST, cut_ground, cut_pieces, find_rooms, write_path
from whence.publish.map_view import HEIGHT, WIDTH, View, choose_view

TAMPERE = (61.5, 23.79)


def corners(path: str) -> list[tuple[float, float]]:
    at = (0.0, 0.0)
    found = []
    for step, x, y in re.findall(r"([Ml])(-?[\d.]+) (-?[\d.]+)", path):
        at = (float(x), float(y)) if step == "M" else (at[0] + float(x), at[1] + float(y))
        found.append(at)
    return found


def test_a_path_goes_round_its_corners() -> None:
    (*corner,) = corners(write_path(Polygon([(1.04, 2), (30, 2), (30, 40.26), (1.04, 2)])))
    assert [value for point in corner for value in point] == pytest.approx([1.0, 2.0, 30.0, 2.0, 30.0, 40.3])


def test_what_is_cut_lies_about_the_drawing() -> None:
    for land in cut_ground(choose_view([TAMPERE], least=800)):
        assert all(-6 <= x <= WIDTH + 6 and -6 <= y <= HEIGHT + 6 for x, y in corners(land.path))


def test_the_ground_is_what_stands_there() -> None:
    names = {land.name for land in cut_ground(choose_view([TAMPERE], least=800))}
    assert {"Finland", "Sweden", "Estonia"} <= names
    assert "Peru" not in names


def test_a_shape_beyond_the_antimeridian_is_drawn_next_to_it() -> None:
    view = View(0.0, 179.0, WIDTH / 1000)
    (piece,) = cut_pieces(box(-180, -1, -179, 1), view, finest=FINEST)
    left, _, right, _ = piece.bounds
    assert left == pytest.approx(view.project((0, 180))[0], abs=0.5)
    assert right == pytest.approx(view.project((0, -179))[0], abs=0.5)


def test_a_name_stands_only_where_the_country_is_wide_enough_for_it() -> None:
    piece = Polygon([(0, 0), (200, 0), (200, 200), (0, 200)])
    rooms = find_rooms(piece, 120.0)
    assert rooms
    assert all(60 <= x <= 140 and 0 <= y <= 200 for x, y in rooms)
    assert find_rooms(piece, 250.0) == ()
