from dataclasses import replace

from tests.factory import span
from tests.publish.halm import FINLAND, PLACES, TEXT, TIMES, toponym
from whence.publish.plain_places import place_to_dict, time_to_dict
from whence.records import Known, Place


def test_the_keys_of_a_place_are_those_of_the_interchange() -> None:
    told = place_to_dict(PLACES[1])
    assert set(told) == {
        "span", "text", "geonameid", "name", "country", "lat", "lon", "score", "flags", "candidates", "key", "area", "because",
        "undetermined",
    }  # fmt: skip
    assert set(told["candidates"][0]) == {"geonameid", "key", "name", "country", "lat", "lon", "score", "because"}


def test_a_garbled_name_keeps_its_form_beside_its_best_reading() -> None:
    told = place_to_dict(PLACES[1])
    assert (told["text"], told["name"], told["geonameid"], told["flags"]) == ("Nokai", "Nokia", 644450, ["garbled"])
    assert TEXT[slice(*told["span"])] == "Nokai"
    assert [each["name"] for each in told["candidates"]] == ["Nokia", "Nokai"]
    assert len(told["because"]) == 2


def test_an_unknown_place_and_an_undetermined_one_have_nulls_and_are_told_apart() -> None:
    unknown, undetermined = (place_to_dict(each) for each in PLACES[-2:])
    for told in (unknown, undetermined):
        assert {told[key] for key in ("geonameid", "key", "name", "country", "lat", "lon")} == {None}
    assert (unknown["undetermined"], undetermined["undetermined"]) == ([], ["place"])
    assert unknown["because"][0]["detail"] == "no entry has this name or one like it"


def test_an_area_has_the_span_of_its_words() -> None:
    words = span(TEXT, "north-east of Hämeenlinna")
    assert place_to_dict(PLACES[4])["area"] == [words.start, words.end]
    assert place_to_dict(PLACES[0])["area"] is None


def test_a_place_of_no_country_has_null_for_it() -> None:
    sea: Place = replace(FINLAND, name="Baltic Sea", country="")
    assert place_to_dict(toponym("Finland", Known(sea)))["country"] is None


def test_an_interval_ends_where_the_next_begins() -> None:
    told = time_to_dict(TIMES[0])
    assert set(told) == {"span", "text", "kind", "from", "to", "precision", "because", "undetermined"}
    assert (told["from"], told["to"], told["precision"]) == ("2031-05-04T00:00:00", "2031-05-05T00:00:00", "day")
    assert time_to_dict(TIMES[1])["from"] == "2031-05-04T18:00:00+03:00"


def test_no_interval_and_one_that_is_not_settled_are_told_apart() -> None:
    recurring, unsettled = time_to_dict(TIMES[2]), time_to_dict(TIMES[4])
    assert (recurring["from"], recurring["precision"], recurring["undetermined"]) == (None, None, [])
    assert (unsettled["from"], unsettled["precision"], unsettled["undetermined"]) == (None, None, ["interval"])
