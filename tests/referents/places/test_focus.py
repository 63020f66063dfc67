from dataclasses import replace

import pytest

from tests.referents.places.world import EAST, known
from whence.records import Box, Candidate, Place
from whence.referents.places.focus import find_focus, settled

SIVERSK, LYMAN, KYIV, UKRAINE, EUROPE, OBLAST = (known(each) for each in (694403, 702320, 703448, 690791, 6255148, 709716))
SUVA, LABASA, APIA = (known(each) for each in (2198148, 2202064, 4035413))


def at(latitude: float, longitude: float) -> Place:
    return replace(SIVERSK, key=f"test:{latitude},{longitude}", latitude=latitude, longitude=longitude)


def test_only_a_sure_reading_as_a_point_or_a_region_settles_a_name() -> None:
    sure = [(Candidate(each, 0.9),) for each in (SIVERSK, OBLAST, UKRAINE, EUROPE)]
    unsure = (Candidate(LYMAN, 0.45), Candidate(SIVERSK, 0.4))
    assert settled([*sure, unsure, ()]) == [SIVERSK, OBLAST, None, None, None, None]


def test_the_theatre_goes_before_the_places() -> None:
    assert find_focus([KYIV], EAST) is EAST
    assert find_focus([], EAST) is EAST


def test_without_places_there_is_none() -> None:
    assert find_focus([], None) is None


def test_it_lies_around_the_middle_whatever_the_order_and_far_names_do_not_drag_it_away() -> None:
    places = [SIVERSK, LYMAN, known(713174), known(704147), at(-40, -5)]
    focus = find_focus(places, None)
    assert focus is not None
    assert all(focus.holds(place.latitude, place.longitude) for place in places[:-1])
    assert not focus.holds(places[-1].latitude, places[-1].longitude)
    assert find_focus(places[::-1], None) == focus


def test_a_place_that_is_named_often_counts_once() -> None:
    assert find_focus([SIVERSK, LYMAN, KYIV, KYIV, KYIV, KYIV], None) == find_focus([SIVERSK, LYMAN, KYIV], None)


@pytest.mark.parametrize("places", [[SUVA, LABASA, APIA], [LABASA], [at(0, 179.9), at(0, -179.9), at(1, 179)]])
def test_around_the_antimeridian_it_crosses_it(places: list[Place]) -> None:
    focus = find_focus(places, None)
    assert focus is not None
    assert focus.west > focus.east
    assert any(focus.holds(place.latitude, place.longitude) for place in places)
    assert not focus.holds(places[0].latitude, 0.0)


def test_of_two_places_on_both_sides_it_holds_the_middle() -> None:
    focus = find_focus([at(0, 178), at(0, -179)], None)
    assert focus is not None
    assert focus.holds(0, 179.5)
    assert not focus.holds(0, -0.5)


@pytest.mark.parametrize("latitude", [89.5, -89.5])
def test_at_a_pole_it_ends_there(latitude: float) -> None:
    focus = find_focus([at(latitude, 10)], None)
    assert focus == Box(min(90.0, latitude) - 3 if latitude > 0 else -90, 5.5, 90 if latitude > 0 else latitude + 3, 14.5)
