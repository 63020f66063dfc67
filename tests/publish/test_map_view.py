import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.publish.map_view import HEIGHT, LEAST, WIDTH, choose_near, choose_view, measure, name_direction, turn

TAMPERE, NOKIA, TURKU, ROME, LIMA = (61.5, 23.79), (61.48, 23.51), (60.45, 22.27), (41.89, 12.51), (-12.05, -77.04)
POINTS = st.tuples(st.floats(-85, 85), st.floats(-180, 180))


def test_one_place_stands_in_the_middle_of_its_neighbourhood() -> None:
    view = choose_view([TAMPERE])
    assert view.project(TAMPERE) == pytest.approx((WIDTH / 2, HEIGHT / 2))
    assert pytest.approx(LEAST) == WIDTH / view.scale


def test_distances_near_the_middle_are_true_both_ways() -> None:
    view = choose_view([TAMPERE, TURKU])
    for other in (NOKIA, TURKU):
        (x, y), (to_x, to_y) = view.project(TAMPERE), view.project(other)
        assert math.hypot(to_x - x, to_y - y) / view.scale == pytest.approx(measure(TAMPERE, other), rel=0.02)


def test_north_is_up_and_east_is_right() -> None:
    view = choose_view([TAMPERE, TURKU])
    assert view.project(TAMPERE)[1] < view.project(TURKU)[1]
    assert view.project(TAMPERE)[0] > view.project(NOKIA)[0]


def test_a_far_place_does_not_stretch_the_view() -> None:
    assert choose_near([TAMPERE, NOKIA, TURKU, LIMA]) == [TAMPERE, NOKIA, TURKU]
    assert choose_near([TAMPERE, ROME]) == [TAMPERE, ROME]
    assert not choose_view([TAMPERE, NOKIA, TURKU, LIMA]).shows(LIMA)


def test_places_on_both_sides_of_the_antimeridian_are_neighbours() -> None:
    view = choose_view([(-17.0, 179.5), (-17.0, -179.5)])
    left, right = view.project((-17.0, 179.5)), view.project((-17.0, -179.5))
    assert 0 < left[0] < right[0] < WIDTH
    assert abs(view.longitude) == pytest.approx(180)


@given(st.lists(POINTS, min_size=1, max_size=6))
def test_all_that_belongs_on_the_map_is_on_it(points: list[tuple[float, float]]) -> None:
    view = choose_view(points)
    origin = choose_near(points)[0][1]
    spread = [turn(point[1] - origin) for point in choose_near(points)]
    if max(spread) - min(spread) < 180:
        assert all(view.shows(point) for point in choose_near(points))


@pytest.mark.parametrize(
    ("other", "wind"),
    [((62.5, 23.79), "north"), ((61.5, 30.0), "east"), ((60.5, 21.8), "south-west"), ((62.0, 22.8), "north-west")],
)
def test_a_direction_is_one_of_eight_winds(other: tuple[float, float], wind: str) -> None:
    assert name_direction(TAMPERE, other) == wind


def test_a_direction_goes_the_short_way_round() -> None:
    assert name_direction((0.0, 179.0), (0.0, -179.0)) == "east"
