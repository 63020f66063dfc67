from dataclasses import replace

import pytest

from tests.publish.halm import FINLAND, NOKIA, PIRKANMAA, PLACES, TAMPERE, TEXT, halm, toponym
from whence.publish.places import (
    group_places,
    name_regions,
    summarise_places,
    tell_form,
    tell_hover_place,
    tell_place,
    tell_reading,
    tell_suspect,
)
from whence.records import Known, Place, PlaceFlag, Reading


def only(*names: int) -> Reading:
    return halm(places=tuple(PLACES[name] for name in names))


def test_the_names_to_check_come_first_and_the_same_name_is_one_group() -> None:
    groups = group_places(halm())
    assert [group.written for group in groups][:4] == ["Nokai", "Rome", "Tampere", "Pirkanmaa"]
    assert groups[0].mentions == (1, 6)


def test_capitals_make_another_form_only_where_the_form_is_suspect() -> None:
    plain = [replace(PLACES[0], text=form) for form in ("Tampere", "TAMPERE")]
    odd = [replace(PLACES[1], text=form) for form in ("Nokai", "NoKai")]
    assert [group.mentions for group in group_places(halm(places=(*plain, *odd)))] == [(2,), (3,), (0, 1)]


def test_one_form_with_two_readings_is_two_groups() -> None:
    twice = (PLACES[0], replace(PLACES[0], place=Known(NOKIA)))
    assert len(group_places(halm(places=twice))) == 2


def test_an_area_is_shown_by_its_words() -> None:
    (group,) = group_places(only(4))
    assert tell_form(group) == "“north-east of Hämeenlinna”"


def test_a_suspect_name_is_told_with_its_reasons_and_never_corrected() -> None:
    group = group_places(halm())[0]
    told = tell_suspect(group, name_regions(halm()))
    assert told.startswith("written “Nokai” ×2 → best reading Nokia, Pirkanmaa, Finland (no place is known as “Nokai”")
    assert told.endswith("15 km from Tampere, which the report names beside it); not changed in the text")


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (TAMPERE, "Tampere, Pirkanmaa, Finland"),
        (PIRKANMAA, "Pirkanmaa, Finland"),
        (FINLAND, "Finland"),
        (replace(TAMPERE, region="77"), "Tampere, Finland"),
        (replace(TAMPERE, country="", region="", name="Gulf"), "Gulf"),
        (replace(TAMPERE, country="Q\u202e", region=""), "Tampere, Q⟨U+202E⟩"),
    ],
)
def test_a_place_is_told_with_region_and_country_as_far_as_they_are_known(place: Place, told: str) -> None:
    assert tell_place(place, name_regions(halm())) == told


def test_a_region_is_named_where_the_report_names_it() -> None:
    assert tell_place(TAMPERE, name_regions(only(0))) == "Tampere, Finland"


def test_unknown_and_undetermined_are_told_apart_and_namesakes_by_where_they_are() -> None:
    assert tell_reading(PLACES[-2], {}) == "unknown"
    assert tell_reading(PLACES[-1], {}) == (
        "undetermined: Springfield, United States (37.22° N, 93.30° W) or Springfield, United States (39.80° N, 89.64° W)"
    )


def test_a_tooltip_says_what_a_name_is_taken_for() -> None:
    regions = name_regions(halm())
    assert tell_hover_place(PLACES[8], regions) == "Place, doubtful: best reading Ruovesi, Pirkanmaa, Finland"
    assert tell_hover_place(PLACES[4], regions) == "Place: Hämeenlinna, Pirkanmaa, Finland, an area by it"
    assert tell_hover_place(PLACES[-2], regions) == "Place: unknown"


def test_the_summary_counts_places_once_and_names_by_state() -> None:
    assert summarise_places(group_places(halm())) == "9 places, 2 names to check, 1 name unknown, 1 name undetermined"
    assert summarise_places(group_places(only(0))) == "1 place"
    also = toponym("Nokai", NOKIA, PlaceFlag.GARBLED, text=TEXT)
    assert summarise_places(group_places(halm(places=(also, replace(also, text="Nokia", flags=()))))) == "1 place, 1 name to check"
