"""Place names gathered by how they are written and what they are taken for, and the plain words for it that every format shares.

Enters: a reading. Leaves: one group for each written form and reading of it, those an editor must look at first. A form is never
corrected: the best reading stands beside what the report wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from whence.publish.times import TimeGroup
from whence.publish.visible import visible
from whence.records import Absent, Known, Place, PlaceFlag, Reading, Reason, Toponym, Undetermined

# Flags that an editor must see before anything else; an area is only a manner of speaking.
SUSPECT = (PlaceFlag.GARBLED, PlaceFlag.DOUBTFUL)
# Runners-up that are named where several entries fit alike.
ALIKE_SHOWN = 3
# Reasons told beside a suspect form; the rest is in the JSON and in the page.
REASONS_SHOWN = 2
# First-level regions, in GeoNames' terms.
REGION = "A.ADM1"
COUNTRY = "A.PCL"

Regions = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """Names written alike and taken for the same place. `mentions` are their numbers in `Reading.places`, in order."""

    written: str
    toponym: Toponym
    mentions: tuple[int, ...]

    @property
    def suspect(self) -> bool:
        """Tell whether the form is garbled or doubtful."""
        return is_suspect(self.toponym)

    @property
    def place(self) -> Place | None:
        """Return the best reading, where there is one."""
        return self.toponym.place.value if isinstance(self.toponym.place, Known) else None


def is_suspect(toponym: Toponym) -> bool:
    """Tell whether a name is garbled or doubtful."""
    return any(flag in SUSPECT for flag in toponym.flags)


def group_places(reading: Reading) -> tuple[PlaceGroup, ...]:
    """Return the groups in the order of their first names, the suspect ones before all others."""
    members: dict[tuple[str, ...], list[int]] = {}
    for number, toponym in enumerate(reading.places):
        members.setdefault(identify_reading(toponym, reading.report.text), []).append(number)
    groups = [
        PlaceGroup(write_form(reading.places[numbers[0]], reading.report.text), reading.places[numbers[0]], tuple(numbers))
        for numbers in members.values()
    ]
    return (*(group for group in groups if group.suspect), *(group for group in groups if not group.suspect))


def identify_reading(toponym: Toponym, text: str) -> tuple[str, ...]:
    """Return what tells one group from another: the form, the reading, the flags. Capitals count where the form is suspect."""
    form = write_form(toponym, text)
    reading = toponym.place.value.key if isinstance(toponym.place, Known) else type(toponym.place).__name__
    return (form if is_suspect(toponym) else form.casefold(), reading, *toponym.flags)


def write_form(toponym: Toponym, text: str) -> str:
    """Return the words of the report: the name, or the area it is part of."""
    return visible(toponym.text if toponym.area is None else toponym.area.cut(text))


def name_regions(reading: Reading) -> Regions:
    """Return the names of the first-level regions that the reading itself names, by country and code."""
    regions: dict[tuple[str, str], str] = {}
    for toponym in reading.places:
        known = [toponym.place.value] if isinstance(toponym.place, Known) else []
        for place in (*known, *(candidate.place for candidate in toponym.candidates)):
            if place.feature == REGION and place.region:
                regions.setdefault((place.country, place.region), place.name)
    return MappingProxyType(regions)


@cache
def country_names() -> Mapping[str, str]:
    """Return the English names of countries by ISO 3166-1 code, as CLDR has them."""
    from babel import Locale  # noqa: PLC0415 - only where a country is shown

    return MappingProxyType(dict(Locale.parse("en").territories))


def tell_whereabouts(place: Place, regions: Regions) -> str:
    """Return region and country of a place in words, as far as they are known and not the place itself."""
    country = country_names().get(place.country, place.country)
    region = "" if place.feature == REGION else regions.get((place.country, place.region), "")
    if place.feature.startswith(COUNTRY):
        return ""
    return ", ".join(visible(name) for name in (region, country) if name)


def tell_place(place: Place, regions: Regions) -> str:
    """Return name, region and country of a place: `Siversk, Donetsk Oblast, Ukraine`."""
    return ", ".join(part for part in (visible(place.name), tell_whereabouts(place, regions)) if part)


def tell_reading(toponym: Toponym, regions: Regions) -> str:
    """Return what a name is taken for, in words."""
    if isinstance(toponym.place, Known):
        return tell_place(toponym.place.value, regions)
    if isinstance(toponym.place, Absent):
        return "unknown"
    alike = [candidate.place for candidate in toponym.candidates[:ALIKE_SHOWN]]
    told = [tell_place(place, regions) for place in alike]
    if len(set(told)) < len(told):
        told = [f"{words} ({tell_coordinates(place)})" for words, place in zip(told, alike, strict=True)]
    return "undetermined" + (f": {' or '.join(told)}" if told else "")


def tell_coordinates(place: Place) -> str:
    """Return latitude and longitude in words: `37.22° N, 93.30° W`."""
    north, east = "NS"[place.latitude < 0], "EW"[place.longitude < 0]
    return f"{abs(place.latitude):.2f}° {north}, {abs(place.longitude):.2f}° {east}"


def tell_flags(toponym: Toponym) -> str:
    """Return what to know about the reading: garbled, doubtful, area."""
    words = {PlaceFlag.AREA: "an area by it"}
    return ", ".join(words.get(flag, str(flag)) for flag in toponym.flags)


def tell_reasons(toponym: Toponym) -> str:
    """Return the first reasons for a suspect reading, or for there being none, in words."""
    if not is_suspect(toponym) and isinstance(toponym.place, Known):
        return ""
    because: Iterable[Reason] = (*toponym.place.because, *toponym.because)
    if isinstance(toponym.place, Known) and not because and toponym.candidates:
        because = toponym.candidates[0].because
    return "; ".join([visible(reason.detail) for reason in because][:REASONS_SHOWN])


def tell_form(group: PlaceGroup | TimeGroup) -> str:
    """Return the form in quotation marks with how often it stands there."""
    return f"“{group.written}”" + (f" ×{len(group.mentions)}" if len(group.mentions) > 1 else "")


def tell_suspect(group: PlaceGroup, regions: Regions) -> str:
    """Return a suspect name in one sentence: as written, the best reading, why; that the text stays as it is."""
    verdict = tell_reading(group.toponym, regions)
    taken = f"best reading {verdict}" if isinstance(group.toponym.place, Known) else verdict
    why = tell_reasons(group.toponym)
    return f"written {tell_form(group)} → {taken}" + (f" ({why})" if why else "") + "; not changed in the text"


def tell_hover_place(toponym: Toponym, regions: Regions) -> str:
    """Return what the tooltip of a place name says."""
    told = tell_reading(toponym, regions)
    if is_suspect(toponym):
        return f"Place, {tell_flags(toponym)}: best reading {told}" if isinstance(toponym.place, Known) else f"Place: {told}"
    area = ", an area by it" if PlaceFlag.AREA in toponym.flags else ""
    return f"Place: {told}{area}"


def summarise_places(groups: Iterable[PlaceGroup]) -> str:
    """Return how many places there are and how many of the names an editor must look at: `7 places, 2 names to check`."""
    every = tuple(groups)
    known = {group.place.key for group in every if group.place is not None}
    parts = [f"{len(known)} place{'' if len(known) == 1 else 's'}"]
    suspect = sum(group.suspect for group in every)
    unknown = sum(isinstance(group.toponym.place, Absent) for group in every)
    undetermined = sum(isinstance(group.toponym.place, Undetermined) for group in every)
    parts.extend(
        f"{number} {'name' if number == 1 else 'names'} {word}"
        for number, word in ((suspect, "to check"), (unknown, "unknown"), (undetermined, "undetermined"))
        if number
    )
    return ", ".join(parts)
