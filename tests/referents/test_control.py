from datetime import date
from pathlib import Path

import pytest

from tests.referents.layers import box, feature, saved
from whence.records import Absent, Box, Known, Undetermined
from whence.referents.control import ControlLayer, Ground, Period, load_layer

FIRST, SECOND, THIRD = date(2031, 3, 1), date(2031, 3, 11), date(2031, 3, 21)


@pytest.fixture
def layer(tmp_path: Path) -> ControlLayer:
    """Ground in the middle of a country that grows northward by half a degree, and shrinks again."""
    wide, narrow = box(30, 48, 32, 49), box(30, 48, 32, 48.5)
    days = feature("2031-03-11", wide), feature("2031-03-01", narrow), feature("2031-03-21", narrow)
    return load_layer(saved(tmp_path, *days), held_by="East")


def test_the_days_are_in_order_and_the_box_is_around_all(layer: ControlLayer) -> None:
    assert layer.days == (FIRST, SECOND, THIRD)
    assert layer.box() == Box(south=48, west=30, north=49, east=32)


@pytest.mark.parametrize(
    ("day", "used", "holders"),
    [
        (date(2031, 3, 1), FIRST, ()),
        (date(2031, 3, 10), FIRST, ()),
        (date(2031, 3, 11), SECOND, ("East",)),
        (date(2031, 3, 20), SECOND, ("East",)),
        (date(2032, 1, 1), THIRD, ()),
    ],
)
def test_the_latest_day_on_or_before_is_used(layer: ControlLayer, day: date, used: date, holders: tuple[str, ...]) -> None:
    found = layer.holder_at(48.7, 31, day)
    assert isinstance(found, Known)
    assert found.value == Ground(used, holders)
    assert str(used) in found.because[0].detail


def test_before_the_first_day_nothing_is_said(layer: ControlLayer) -> None:
    assert isinstance(layer.holder_at(48.7, 31, date(2031, 2, 28)), Undetermined)
    assert isinstance(layer.distance_to_line(48.7, 31, date(2031, 2, 28)), Undetermined)


def test_the_history_tells_when_ground_changed_hands(layer: ControlLayer) -> None:
    assert layer.history(48.7, 31) == (
        Period(FIRST, FIRST, SECOND, ()),
        Period(SECOND, SECOND, THIRD, ("East",)),
        Period(THIRD, THIRD, None, ()),
    )
    assert layer.history(48.2, 31) == (Period(FIRST, THIRD, None, ("East",)),)


def test_a_day_without_areas_is_a_day(tmp_path: Path) -> None:
    layer = load_layer(saved(tmp_path, feature("2031-03-01", box(30, 48, 31, 49)), feature("2031-03-11", None)))
    assert [period.holders for period in layer.history(48.5, 30.5)] == [("",), ()]
    assert isinstance(layer.distance_to_line(48.5, 30.5, SECOND), Absent)


def test_overlapping_holders_are_all_named(tmp_path: Path) -> None:
    areas = feature("2031-03-01", box(30, 48, 31, 49), holder="West"), feature("2031-03-01", box(30.5, 48, 32, 49), holder="East")
    found = load_layer(saved(tmp_path, *areas)).holder_at(48.5, 30.7, FIRST)
    assert isinstance(found, Known)
    assert found.value.holders == ("East", "West")


@pytest.mark.parametrize(("latitude", "kilometres"), [(48.6, 11.12), (48.4, 11.12), (48.95, 50.04), (49.5, 111.2)])
def test_the_distance_is_that_to_the_edge_of_held_ground(layer: ControlLayer, latitude: float, kilometres: float) -> None:
    found = layer.distance_to_line(latitude, 31, FIRST)
    assert isinstance(found, Known)
    assert found.value.kilometres == pytest.approx(kilometres, rel=0.01)
    assert found.value.latitude == pytest.approx(48.5, abs=0.01)


def test_the_same_questions_have_the_same_answers_whatever_the_order_of_the_file(tmp_path: Path) -> None:
    areas = [
        feature("2031-03-01", box(30, 48, 31, 49), holder="West"),
        feature("2031-03-01", box(31, 48, 32, 49), holder="East"),
        feature("2031-03-11", box(30, 48, 31, 49), holder="East"),
    ]
    layers = [load_layer(saved(tmp_path, *order, name=f"{len(order)}.geojson")) for order in (areas, areas[::-1])]
    assert layers[0].history(48.5, 30.5) == layers[1].history(48.5, 30.5)
    assert layers[0].distance_to_line(48.5, 30.5, FIRST) == layers[1].distance_to_line(48.5, 30.5, FIRST)
