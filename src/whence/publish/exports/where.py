"""Where and when an event was, as a row can hold it: one place of several, whole days.

Enters: what the claims of an event tell. Leaves: the most exact place, or none; the days that the time touches, or none. A time
that the report does not tell is not made up from the day of publication.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from whence.publish.exports.options import RegionName
from whence.publish.places import country_names, name_regions, write_form
from whence.publish.visible import visible
from whence.records import Known, Maybe, Place, PlaceFlag, Reading, TimeExpression, Toponym, Undetermined, value_or_none

# How exact a place is, the most exact first, by the beginning of GeoNames' feature; what is not named stands before regions.
EXACTNESS = ("P.", "S.", "A.ADM5", "A.ADM4", "A.ADM3", "A.ADM2", "", "A.ADM1", "A.PCL", "A.TERR", "L.CONT")
TOWN = "P."

MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a time touches, the last one included."""

    first: date
    last: date

    @property
    def count(self) -> int:
        """Return how many days they are."""
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> date:
        """Return the day in the middle, the earlier of two."""
        return self.first + (self.last - self.first) // 2

    @property
    def year(self) -> int | None:
        """Return the year, None where they touch two."""
        return self.first.year if self.first.year == self.last.year else None


def days_of(time: Maybe[TimeExpression]) -> Days | None:
    """Return the days that a time touches, None where the report tells none."""
    if not isinstance(time, Known) or not isinstance(time.value.interval, Known):
        return None
    interval = time.value.interval.value
    last = (interval.end - MOMENT).date() if interval.end > interval.start else interval.start.date()
    return Days(interval.start.date(), last)


def choose_place(toponyms: Iterable[Toponym]) -> Toponym | None:
    """Return the name whose place is the most exact, the first of equals; None where no name's place is known."""
    known = [toponym for toponym in toponyms if isinstance(toponym.place, Known)]
    return min(known, key=exactness, default=None)


def exactness(toponym: Toponym) -> int:
    """Return the rank of a name's place, the most exact first."""
    place = value_or_none(toponym.place)
    feature = "" if place is None else place.feature
    fitting = [rank for rank, prefix in enumerate(EXACTNESS) if prefix and feature.startswith(prefix)]
    return fitting[0] if fitting else EXACTNESS.index("")


def is_area(toponym: Toponym) -> bool:
    """Tell whether the words name ground by a place, not the place."""
    return PlaceFlag.AREA in toponym.flags


def towns_of(toponyms: Iterable[Toponym]) -> int:
    """Return how many different towns some names stand for."""
    places = (value_or_none(toponym.place) for toponym in toponyms)
    return len({place.key for place in places if place is not None and place.feature.startswith(TOWN)})


def country_of(place: Place) -> str:
    """Return the English name of a place's country, empty where it lies in none."""
    return country_names().get(place.country, place.country)


def region_of(place: Place, reading: Reading, region_name: RegionName | None) -> str:
    """Return the name of a place's first-level region: the reading's own, else the gazetteer's, empty where neither knows it."""
    if not place.region:
        return ""
    named = name_regions(reading).get((place.country, place.region), "")
    return visible(named or (region_name(place.country, place.region) if region_name else ""))


def doubts_of(toponym: Toponym) -> str:
    """Return what is to be doubted about a name's place: garbled, doubtful, unknown, undetermined; empty where nothing is."""
    for flag in (PlaceFlag.GARBLED, PlaceFlag.DOUBTFUL):
        if flag in toponym.flags:
            return str(flag)
    if isinstance(toponym.place, Known):
        return ""
    return "undetermined" if isinstance(toponym.place, Undetermined) else "unknown"


def written_places(toponyms: Iterable[Toponym], text: str) -> tuple[str, ...]:
    """Return the names as the report writes them, with the words that make areas of them, each once."""
    return tuple(dict.fromkeys(write_form(toponym, text) for toponym in toponyms))
