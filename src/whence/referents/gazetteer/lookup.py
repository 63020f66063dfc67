"""A name → the gazetteer's places of that name.

Enters: an index that `compile` or `imports` wrote. Leaves: matches, each with how its name met the one that was asked for. It does
not decide which of several places of a name is meant: that takes the report, and is the work of `whence.referents.places`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from whence.records import Box, Place
from whence.referents.gazetteer.folding import fold, stem_of, tidy
from whence.referents.gazetteer.nearby import Nearby, Written
from whence.referents.gazetteer.skeleton import skeletons_of
from whence.referents.gazetteer.store import STEMS, VERBATIM, cell_of

COLUMNS = "places.id, key, name, latitude, longitude, feature, country, region, population"
# How many names, and how many boxes, an open gazetteer remembers: a report names far fewer, a collection comes back to the same.
NAMES_KEPT = 4096
BOXES_KEPT = 4
# How many squares of one degree with their places: the boxes of reports on one region hold the same ones.
SQUARES_KEPT = 512


class MatchKind(StrEnum):
    """How a name met a place's, from the surest on."""

    EXACT = "exact"
    """As the gazetteer writes it."""

    FOLDED = "folded"
    """But for case, accents, apostrophes, hyphens or a word such as "oblast"."""

    TRANSLITERATED = "transliterated"
    """By another way to write the same name in Latin letters."""

    FUZZY = "fuzzy"
    """By likeness alone."""


RANKS = {kind: rank for rank, kind in enumerate(MatchKind)}


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a name may stand for. `form` is the gazetteer's form that it met, `similarity` from 0 to 1 how like they are."""

    place: Place
    form: str
    how: MatchKind
    similarity: float


def in_order(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Order matches by how they were found, then the larger place first."""
    return tuple(sorted(matches, key=order_of))


def order_of(match: Match) -> tuple[int, int, str]:
    """Return what a match is ordered by."""
    return RANKS[match.how], -match.place.population, match.place.key


def place_from(row: tuple[Any, ...]) -> Place:
    """Make a place of the COLUMNS of a row of the index."""
    number, key, name, latitude, longitude, feature, country, region, population = row
    known = number if number > 0 else None
    return Place(key or f"geonames:{number}", name, latitude, longitude, feature, country, region, population, known)


class Gazetteer:
    """An open index of places. It only reads; several may be open on one file, and one may be used by several threads."""

    def __init__(self, path: Path, base: sqlite3.Connection, about: dict[str, str]) -> None:
        """Look names up in an open index."""
        self.path = path
        self.base = base
        self.about = about
        self.find = lru_cache(NAMES_KEPT)(self.look_up)
        self.nearby = lru_cache(BOXES_KEPT)(self.gather)
        self.square = lru_cache(SQUARES_KEPT)(self.gather_square)

    @property
    def version(self) -> str:
        """Say what the index is made of, for the record of a run."""
        return self.about["version"]

    def look_up(self, name: str) -> tuple[Match, ...]:
        """Return the places that a name may stand for by its letters, each once, the surest way to it first.

        "find" is the same, remembered.
        """
        asked, form = tidy(name), fold(name)
        if not form:
            return ()
        ways = [("folded", VERBATIM + asked, MatchKind.EXACT), ("folded", form, MatchKind.FOLDED)]
        stem = stem_of(form)
        if stem:
            ways.append(("folded", STEMS[stem.kind] + stem.form, MatchKind.FOLDED))
        ways.extend(("skeletons", key, MatchKind.TRANSLITERATED) for key in skeletons_of(name))
        found: dict[str, Match] = {}
        for table, key, how in ways:
            for match in self.matches(table, key, asked, how):
                found.setdefault(match.place.key, match)
        return in_order(found.values())

    def matches(self, table: str, form: str, asked: str, how: MatchKind) -> Iterable[Match]:
        """Yield the places that one form stands for; those that are written just as asked are exact."""
        query = f"SELECT nth, names, {COLUMNS} FROM {table} JOIN places ON places.id = {table}.place WHERE form = ?"  # noqa: S608 - own names
        for nth, joined, *row in self.base.execute(query, (form,)):
            names = joined.split("\n")
            if asked in names:
                yield Match(place_from(tuple(row)), asked, MatchKind.EXACT, 1.0)
            else:
                yield Match(place_from(tuple(row)), names[nth], how, 1.0)

    def near(self, name: str, box: Box, *, limit: int = 10) -> tuple[Match, ...]:
        """Return the populated places of a box whose names are most like this one, the likest first."""
        found = self.nearby(box).search(name, limit=limit)
        return tuple(Match(place, form, MatchKind.FUZZY, likeness) for place, form, likeness in found)

    def gather(self, box: Box) -> Nearby:
        """Take the populated places of a box with their names into memory."""
        squares = (self.square(cell) for first, last in cells_within(box) for cell in range(first, last + 1))
        found = (each for square in squares for each in square)
        return Nearby.over(each for each in found if box.holds(each.place.latitude, each.place.longitude))

    def gather_square(self, cell: int) -> tuple[Written, ...]:
        """Take the populated places of a one-degree square with their names into memory; "square" is the same, remembered."""
        query = f"SELECT names, latin, {COLUMNS} FROM places WHERE cell = ? AND latin <> ''"  # noqa: S608 - own names
        return tuple(Written.read(place_from(tuple(row)), names, latin) for names, latin, *row in self.base.execute(query, (cell,)))

    def within(self, box: Box) -> tuple[Place, ...]:
        """Return every place whose point lies in a box, the larger first."""
        query = f"SELECT {COLUMNS} FROM places WHERE cell BETWEEN ? AND ?"  # noqa: S608 - own names
        places = (place_from(row) for row in self.rows_within(box, query))
        return tuple(sorted((place for place in places if box.holds(place.latitude, place.longitude)), key=size_of))

    def rows_within(self, box: Box, query: str) -> Iterable[tuple[Any, ...]]:
        """Yield what a query for a row of one-degree squares gives, for every row that the box touches."""
        for cells in cells_within(box):
            yield from self.base.execute(query, cells)

    def place(self, key: str) -> Place | None:
        """Return the place of a key, or None."""
        found = self.row(key)
        return found and found[0]

    def names(self, key: str) -> tuple[str, ...]:
        """Return all names of a place, its own first; empty where the key is not known."""
        found = self.row(key)
        return found[1] if found else ()

    def row(self, key: str) -> tuple[Place, tuple[str, ...]] | None:
        """Return a place and its names by any of its keys."""
        number = key.removeprefix("geonames:")
        if number.isdecimal() and number != key:
            return self.numbered(int(number))
        known = self.base.execute("SELECT place FROM keys WHERE key = ?", (key,)).fetchone()
        return self.numbered(known[0]) if known else None

    def numbered(self, number: int) -> tuple[Place, tuple[str, ...]] | None:
        """Return a place and its names by its number in the index."""
        query = f"SELECT names, {COLUMNS} FROM places WHERE id = ?"  # noqa: S608 - own names
        found = self.base.execute(query, (number,)).fetchone()
        return (place_from(tuple(found[1:])), tuple(found[0].split("\n"))) if found else None

    def country(self, code: str) -> Place | None:
        """Return a country by its ISO 3166-1 two-letter code."""
        return self.area(code.upper(), "")

    def region(self, country: str, code: str) -> Place | None:
        """Return a first-level region by its country and GeoNames' code within it."""
        return self.area(country.upper(), code) if code else None

    def area(self, country: str, region: str) -> Place | None:
        """Return a country or region by its codes."""
        known = self.base.execute("SELECT place FROM areas WHERE country = ? AND region = ?", (country, region)).fetchone()
        found = self.numbered(known[0]) if known else None
        return found and found[0]

    def close(self) -> None:
        """Let go of the file."""
        self.base.close()

    def counts(self) -> dict[str, int]:
        """Count the places by GeoNames' feature class."""
        query = "SELECT substr(feature, 1, 1), count(*) FROM places GROUP BY 1 ORDER BY 1"
        return dict(self.base.execute(query).fetchall())


def cells_within(box: Box) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of the one-degree squares of every row that a box touches."""
    halves = [(box.west, box.east)] if box.west <= box.east else [(box.west, 180.0), (-180.0, box.east)]
    south, north = cell_of(box.south, 0) // 360, cell_of(box.north, 0) // 360
    for row in range(south, north + 1):
        for west, east in halves:
            yield row * 360 + cell_of(0, west) % 360, row * 360 + cell_of(0, east) % 360


def size_of(place: Place) -> tuple[int, str]:
    """Return what places are ordered by where nothing was asked for: the larger first."""
    return -place.population, place.key
