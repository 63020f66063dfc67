"""Countries, territories and continents: GeoNames' numbers, a point within each, and their names in many languages."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from babel import Locale
from babel.localedata import locale_identifiers

from whence.records import Place
from whence.referents.gazetteer.folding import FOLDER, fold, table, tidy
from whence.referents.gazetteer.store import Entry

STATE, TERRITORY = "A.PCLI", "A.PCLD"
# Folded names in Latin letters that are shorter would meet words; CLDR has abbreviations among its names.
SHORTEST = 3


def read_points(name: str) -> dict[str, tuple[float, float]]:
    """Read one of the tables of points that come with the package: code, latitude, longitude below lines of comment."""
    lines = files(FOLDER).joinpath(name).read_text("utf-8").splitlines()
    rows = csv.reader(line for line in lines if not line.startswith("#"))
    next(rows)
    return {code: (float(latitude), float(longitude)) for code, latitude, longitude in rows}


def territory_names() -> dict[str, list[str]]:
    """Gather the names of countries in every language of Unicode CLDR, by country code; English ones first."""
    found: dict[str, list[str]] = {}
    languages = [name for name in locale_identifiers() if "_" not in name]
    for language in sorted(languages, key=priority):
        for code, name in Locale.parse(language).territories.items():
            if code.isalpha() and name != code:
                found.setdefault(code, []).append(tidy(name))
    return found


def priority(language: str) -> tuple[bool, str]:
    """Return what languages are ordered by: English first."""
    return language != "en", language


def country_entries(countries: Mapping[str, Mapping[str, Any]], *, towns: Mapping[str, tuple[float, float]]) -> Iterator[Entry]:
    """Yield an entry for every country and territory. `towns` gives the middle of a country's towns, where no outline is known."""
    points, names, more = read_points("countries.csv"), territory_names(), table("countries.toml")
    listed_names, dependent, dissolved = more["names"], more["dependent"], more["dissolved"]
    for code, country in countries.items():
        point = more["points"].get(code) or points.get(code) or towns.get(code)
        if code in dissolved or point is None:
            continue
        listed = listed_names.get(code, {})
        place = Place(
            key=f"geonames:{country['geonameid']}",
            name=tidy(country["name"]),
            latitude=point[0],
            longitude=point[1],
            feature=TERRITORY if code in dependent else STATE,
            country=code,
            population=int(country["population"]),
            geonameid=int(country["geonameid"]),
        )
        yield Entry(place, keep_names([*listed.get("also", []), *names.get(code, [])]), tuple(listed.get("exactly", [])))


def keep_names(names: Iterable[str]) -> tuple[str, ...]:
    """Leave out what is so short that it would meet words."""
    return tuple(name for name in names if len(fold(name)) >= (SHORTEST if name.isascii() else 1))


def continent_entries(continents: Mapping[str, Mapping[str, Any]]) -> Iterator[Entry]:
    """Yield an entry for every continent."""
    for continent in continents.values():
        number = int(continent["geonameId"])
        others = [tidy(each["name"]) for each in continent["alternateNames"] if each.get("lang") not in {"link", "post", "abbr"}]
        place = Place(
            key=f"geonames:{number}",
            name=continent["name"],
            latitude=float(continent["lat"]),
            longitude=float(continent["lng"]),
            feature="L.CONT",
            population=int(continent["population"]),
            geonameid=number,
        )
        yield Entry(place, keep_names(others))
