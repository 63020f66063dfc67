import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point

from whence.referents.distance import great_circle
from whence.referents.plane import Plane

LATITUDES = st.floats(-60, 60)
LONGITUDES = st.floats(-170, 170)


def test_a_degree_north_is_a_sixtieth_of_a_degree_times_a_nautical_mile() -> None:
    assert great_circle(48, 31, 49, 31) == pytest.approx(60 * 1.852, rel=0.002)
    assert great_circle(0, 0, 0, 180) == pytest.approx(20_015, rel=0.001)


@given(LATITUDES, LONGITUDES)
def test_flat_and_back_is_the_same_point(latitude: float, longitude: float) -> None:
    plane = Plane(latitude=48, longitude=31)
    back = plane.unfold(plane.flatten(Point(longitude, latitude)))
    assert (back.x, back.y) == pytest.approx((longitude, latitude), abs=1e-9)


@given(LATITUDES, LONGITUDES, st.floats(-0.4, 0.4), st.floats(-0.4, 0.4))
def test_lengths_near_the_middle_are_those_of_the_globe(latitude: float, longitude: float, north: float, east: float) -> None:
    flat = Plane(latitude=latitude, longitude=longitude).flatten(
        LineString([(longitude, latitude), (longitude + east, latitude + north)])
    )
    assert flat.length == pytest.approx(great_circle(latitude, longitude, latitude + north, longitude + east), rel=0.02, abs=1e-3)
