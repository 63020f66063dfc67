from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factory import reading, span
from tests.publish.exports.norn import AKUREYRI, HELLA, ICELAND, SELFOSS
from whence.publish.exports.where import choose_place, days_of, doubts_of, region_of, towns_of, written_places
from whence.records import (
    Absent,
    Interval,
    Known,
    Maybe,
    Place,
    PlaceFlag,
    Precision,
    TimeExpression,
    TimeKind,
    Toponym,
    Undetermined,
)

TEXT = "North of Hella, at Selfoss and Qvar, in Iceland on Saturday."
NORTHLAND = Place("iso:IS-6", "Northland", 65.6, -18.2, "A.ADM1", "IS", "40")


def name(words: str, place: Maybe[Place], *flags: PlaceFlag) -> Toponym:
    area = span(TEXT, "North of Hella") if PlaceFlag.AREA in flags else None
    return Toponym(span(TEXT, words), words, place, flags=flags, area=area)


def when(start: datetime, length: timedelta) -> Known[TimeExpression]:
    interval = Interval(start, start + length, Precision.DAY)
    return Known(TimeExpression(span(TEXT, "Saturday"), "Saturday", TimeKind.DATE, Known(interval)))


@pytest.mark.parametrize(
    ("start", "length", "first", "last", "middle"),
    [
        (datetime(2031, 5, 3), timedelta(days=1), 3, 3, 3),  # noqa: DTZ001 - the report states no zone
        (datetime(2031, 5, 3), timedelta(days=7), 3, 9, 6),  # noqa: DTZ001
        (datetime(2031, 5, 3, 18), timedelta(hours=12), 3, 4, 3),  # noqa: DTZ001
        (datetime(2031, 5, 3, 9, tzinfo=UTC), timedelta(minutes=1), 3, 3, 3),
        (datetime(2031, 5, 3), timedelta(0), 3, 3, 3),  # noqa: DTZ001
    ],
)
def test_a_time_touches_whole_days(start: datetime, length: timedelta, first: int, last: int, middle: int) -> None:
    days = days_of(when(start, length))
    assert days is not None
    assert (days.first, days.last, days.middle) == (date(2031, 5, first), date(2031, 5, last), date(2031, 5, middle))
    assert days.year == 2031


def test_a_time_over_new_year_is_of_no_year() -> None:
    days = days_of(when(datetime(2031, 12, 31), timedelta(days=2)))  # noqa: DTZ001
    assert days is not None
    assert days.year is None


@pytest.mark.parametrize("interval", [Absent(), Undetermined()])
def test_a_time_that_is_not_told_has_no_days(interval: Absent | Undetermined) -> None:
    assert days_of(Known(TimeExpression(span(TEXT, "Saturday"), "Saturday", TimeKind.DATE, interval))) is None
    assert days_of(interval) is None


def test_the_most_exact_place_stands_for_all() -> None:
    town, land, region = name("Selfoss", Known(SELFOSS)), name("Iceland", Known(ICELAND)), name("Iceland", Known(NORTHLAND))
    assert choose_place([land, region, town]) is town
    assert choose_place([land, region]) is region
    assert choose_place([name("Qvar", Absent()), land]) is land
    assert choose_place([name("Qvar", Absent())]) is None


def test_towns_are_counted_once() -> None:
    places = [
        name("Selfoss", Known(SELFOSS)),
        name("Hella", Known(HELLA)),
        name("Selfoss", Known(SELFOSS)),
        name("Iceland", Known(ICELAND)),
    ]
    assert towns_of(places) == 2


def test_an_area_is_written_with_the_words_that_make_it() -> None:
    assert written_places([name("Hella", Known(HELLA), PlaceFlag.AREA), name("Selfoss", Known(SELFOSS))], TEXT) == (
        "North of Hella",
        "Selfoss",
    )


def test_what_is_doubtful_about_a_name_is_told() -> None:
    assert doubts_of(name("Selfoss", Known(SELFOSS), PlaceFlag.GARBLED)) == "garbled"
    assert doubts_of(name("Selfoss", Known(SELFOSS), PlaceFlag.DOUBTFUL)) == "doubtful"
    assert doubts_of(name("Qvar", Absent())) == "unknown"
    assert doubts_of(name("Qvar", Undetermined())) == "undetermined"
    assert doubts_of(name("Hella", Known(HELLA), PlaceFlag.AREA)) == ""


def test_a_region_is_named_by_the_reading_before_the_gazetteer() -> None:
    named = reading(TEXT, places=(name("Iceland", Known(NORTHLAND)),))

    def by_index(country: str, code: str) -> str:
        return f"{country}-{code}"

    assert region_of(AKUREYRI, named, by_index) == "Northland"
    assert region_of(AKUREYRI, reading(TEXT), by_index) == "IS-40"
    assert region_of(AKUREYRI, reading(TEXT), None) == ""
    assert region_of(ICELAND, named, by_index) == ""
