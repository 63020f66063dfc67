"""First-level regions: names from ISO 3166-2, tied to GeoNames' codes by the towns in them.

GeoNames numbers regions its own way, and the towns carry those numbers; ISO has the names. A region is tied to a number, in this
order: by its main town, where regions_*.toml name it; by the code itself, where the two systems agree for the whole country; by a
town whose name the region bears; by what is left over. One that cannot be tied is left out: a wrong tie would put it elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from whence.records import Place
from whence.referents.gazetteer.folding import fold, kind_of, stem_of, table
from whence.referents.gazetteer.store import REGION, Entry
from whence.referents.gazetteer.ties import Towns, tie_codes
from whence.referents.gazetteer.towns import names_of

BRACKETED = re.compile(r"\s*\[([^\]]*)\]|\s*\(([^)]*)\)")
PARTS = ("africa", "americas", "asia", "europe")
# Countries whose first level in GeoNames is another one than in ISO 3166-2, so that a tie would claim too much ground.
UNLIKE = frozenset({"MG", "PS"})
# Kinds of regions that are a town and no more: the town is in the index already. They count only where a list above names them.
TOWNLIKE = ("City", "Local council", "Metropolitan city", "Municipality", "Special municipality", "Town", "Urban municipality")


@dataclass(frozen=True, slots=True)
class Subdivision:
    """A region as ISO 3166-2 has it: `code` without the country's, `kind` in English ("Oblast")."""

    country: str
    code: str
    name: str
    kind: str


def subdivisions() -> dict[str, list[Subdivision]]:
    """Return the first-level regions of every country."""
    import pycountry  # noqa: PLC0415 - it reads all its tables when it is imported

    found: dict[str, list[Subdivision]] = {}
    for each in pycountry.subdivisions:
        if each.parent_code is None:
            code = each.code.partition("-")[2]
            found.setdefault(each.country_code, []).append(Subdivision(each.country_code, code, each.name, each.type))
    return found


def region_entries(towns: Towns) -> Iterator[Entry]:
    """Yield an entry for every region that can be tied to the towns of it."""
    states = table("us_states.toml")
    listed = {country: regions for part in PARTS for country, regions in table(f"regions_{part}.toml").items()}
    for country, every in sorted(subdivisions().items()):
        if country in UNLIKE:
            continue
        known = listed.get(country, {})
        regions = [region for region in every if region.code in known or not region.kind.startswith(TOWNLIKE)]
        main = {code: each["town"] for code, each in known.items()}
        ties = tie_codes({region.code: plain_name(region.name) for region in regions}, main, towns.of(country))
        for region in regions:
            if region.code in ties:
                more = known.get(region.code, {})
                exactly = states.get(region.code, []) if country == "US" else more.get("exactly", [])
                yield region_entry(region, more, ties[region.code], tuple(exactly), towns)


def plain_name(name: str) -> str:
    """Return the first of the names that ISO gives, its words in their order ("Altay, Respublika" → "Respublika Altay")."""
    first = BRACKETED.sub("", name)
    head, comma, tail = first.partition(", ")
    return f"{tail} {head}" if comma else first


def kind_word(kind: str) -> str:
    """Return the word for a kind that is said beside a name: the last of ISO's words, if it is one ("Administrative region")."""
    last = kind.rpartition(" ")[2]
    return last.capitalize() if kind_of(fold(last)) else "Region"


def region_entry(region: Subdivision, more: Mapping[str, Any], code: str, exactly: tuple[str, ...], towns: Towns) -> Entry:
    """Make the entry of a region; `code` is GeoNames', `more` what regions_*.toml tell of it."""
    held = towns.held(region.country, code)
    iso = plain_name(region.name)
    others = [part for found in BRACKETED.findall(region.name) for part in found if part and not part.startswith(region.country)]
    named_after = towns.namesake(region.country, code, iso)
    if not more.get("name") and named_after:
        # It is found by the bare name only beside a word for what it is: alone, the name is the town's.
        name, stems = f"{named_after.name} {kind_word(region.kind)}", (iso, *names_of(named_after.name, named_after.names))
        names = [iso] if stem_of(fold(iso)) else []
    else:
        name = more.get("name", iso)
        names = [
            form for form in (iso, *others) if form == name or stem_of(fold(form)) or not towns.namesake(region.country, code, form)
        ]
        town = towns.namesake(region.country, code, name)
        stems = (name, iso, *(names_of(town.name, town.names) if town else ()))
    latitude, longitude = more.get("point") or towns.middle(held)
    place = Place(
        key=f"iso:{region.country}-{region.code}",
        name=name,
        latitude=latitude,
        longitude=longitude,
        feature=REGION,
        country=region.country,
        region=code,
        population=sum(town.population for town in held),
    )
    return Entry(place, (*names, *more.get("also", [])), exactly, stems)
