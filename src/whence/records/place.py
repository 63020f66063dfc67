"""Where: gazetteer entries, and the place names of a report that may stand for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from whence.records.maybe import Absent, Maybe
from whence.records.reason import Reason
from whence.records.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the gazetteer.

    `key` identifies it in every index ("geonames:694403", or "iso:UA-14" for a region that only ISO 3166 names), `geonameid` is
    None where GeoNames' number is not known. `latitude` and `longitude` are WGS 84 degrees of a point within it. `country` is an
    ISO 3166-1 two-letter code, `region` GeoNames' code of the first-level region within the country; both are empty where there
    is none. `feature` is GeoNames' class and code ("P.PPL", "A.ADM1", "H.STM"). `population` is 0 where it is not known.
    """

    key: str
    name: str
    latitude: float
    longitude: float
    feature: str
    country: str = ""
    region: str = ""
    population: int = 0
    geonameid: int | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of degrees, borders included. `west` is above `east` where it crosses the antimeridian."""

    south: float
    west: float
    north: float
    east: float

    def holds(self, latitude: float, longitude: float) -> bool:
        """Tell whether a point lies in the rectangle."""
        if not self.south <= latitude <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= longitude <= self.east
        return longitude >= self.west or longitude <= self.east

    def widened(self, degrees: float) -> Box:
        """Return the rectangle with that much more on each side."""
        return Box(self.south - degrees, self.west - degrees, self.north + degrees, self.east + degrees)


class PlaceFlag(StrEnum):
    """What an editor should know about the reading of a place name."""

    GARBLED = "garbled"
    """No place is known by this form; the best reading is another form."""

    DOUBTFUL = "doubtful"
    """A place has this very name, but far from all the report is about; the best reading is another form."""

    AREA = "area"
    """The words name an area by a place ("north-east of X", "the X direction"), not the place itself."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may stand for; `score` from 0 to 1 orders the candidates of one name, `because` adds it up."""

    place: Place
    score: float
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name as a report writes it, and what it is taken for.

    `span` covers the name alone ("Siversk" of "the Siversk direction"), `area` the words that make an area of it, where there are
    any. `place` is the best reading; Absent says that no gazetteer entry fits, Undetermined that several fit alike. `score` from
    0 to 1 tells how well the best reading stands against the others. `place` carries the reasons for the reading, `because`
    those against the name as it stands. The text is never changed: a garbled name keeps its form.
    """

    span: Span
    text: str
    place: Maybe[Place] = field(default_factory=Absent)
    score: float = 0.0
    flags: tuple[PlaceFlag, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    area: Span | None = None
    because: tuple[Reason, ...] = ()
