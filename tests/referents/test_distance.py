from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.records import Place
from whence.referents.distance import EARTH_RADIUS_KM, great_circle, kilometres

LATITUDES, LONGITUDES = st.floats(-90, 90), st.floats(-180, 180)
HALF_ROUND = pi * EARTH_RADIUS_KM


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ((0, 0, 1, 0), 111.195),
        ((0, 0, 0, 1), 111.195),
        ((60, 0, 60, 1), 55.6),
        ((0, 179, 0, -179), 222.39),
        ((90, 0, 90, 123), 0),
        ((0, 0, 0, 180), HALF_ROUND),
        ((-90, 0, 90, 0), HALF_ROUND),
        # London and Kyiv: 2,130 km.
        ((51.509, -0.126, 50.455, 30.524), 2130),
    ],
)
def test_known_distances(points: tuple[float, float, float, float], expected: float) -> None:
    assert great_circle(*points) == pytest.approx(expected, rel=0.003, abs=1e-6)


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_it_is_the_same_both_ways_and_never_more_than_half_round_the_earth(
    south: float, west: float, north: float, east: float
) -> None:
    there = great_circle(south, west, north, east)
    assert there == pytest.approx(great_circle(north, east, south, west), abs=1e-6)
    assert 0 <= there <= HALF_ROUND * (1 + 1e-9)


def test_between_places_it_is_that_of_their_points() -> None:
    one, other = Place("a", "A", 10.0, 20.0, "P.PPL"), Place("b", "B", 11.5, 18.0, "P.PPL")
    assert kilometres(one, other) == great_circle(10.0, 20.0, 11.5, 18.0) > 0
    assert kilometres(one, one) == 0
