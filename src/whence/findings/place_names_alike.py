"""Several place names of one report that begin alike, one of them garbled: they may be renderings of one name."""

from __future__ import annotations

from typing import TypeAlias

from rapidfuzz.distance import Prefix

from whence.findings.check import Material
from whence.findings.ground import is_doubted
from whence.records import Finding, Known, Place, Reason, Severity, Toponym, Undetermined
from whence.referents.distance import kilometres

NAME = "place_names_alike"

STEM = 3
"""Letters that the names have in common from the first on."""

APART = 100.0
"""Kilometres between two readings from which one of them is not simply a neighbour of the other."""


Form: TypeAlias = tuple[str, bool]


class PlaceNamesAlike:
    """The check."""

    name = NAME
    meaning = "A garbled place name begins like other place names of the report that lie far off: one name may have become several."
    limits = "Names of one region begin alike by nature; it speaks only where one is garbled and the others far from it."
    example = "The town of PokRsk, east of Dnipro, has fallen, and the zone around Pokrovskoye grows."

    def run(self, material: Material) -> tuple[Finding, ...]:
        """Return one finding for each garbled name that others begin like."""
        forms: dict[Form, list[Toponym]] = {}
        for place in material.places:
            forms.setdefault(_form(place), []).append(place)
        found: list[Finding] = []
        taken: set[Form] = set()
        for form, same in forms.items():
            first = same[0]
            if form in taken or not is_doubted(first) or not isinstance(first.place, Known):
                continue
            alike = [other for key, other in forms.items() if key != form and _may_be(first, first.place.value, other[0])]
            if alike:
                taken |= {_form(each[0]) for each in alike}
                found.append(_finding(same, alike, first.place.value))
        return tuple(found)


def _form(toponym: Toponym) -> Form:
    """Return what mentions are told apart by: capitals make another form only where one of the two is in doubt."""
    return toponym.text.casefold(), is_doubted(toponym)


def _may_be(garbled: Toponym, reading: Place, other: Toponym) -> bool:
    """Tell whether another name begins like a garbled one and is itself in doubt or far from its reading."""
    if Prefix.similarity(garbled.text.casefold(), other.text.casefold()) < STEM:
        return False
    if is_doubted(other) or not isinstance(other.place, Known):
        return True
    place = other.place.value
    return place.feature.startswith("P.") and kilometres(place, reading) >= APART


def _finding(same: list[Toponym], alike: list[list[Toponym]], reading: Place) -> Finding:
    groups = [same, *alike]
    names = [f"“{group[0].text}”" for group in groups]
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    message = f"{listed} begin alike: they may be renderings of one name; {reading.name} ({reading.country}) is a candidate."
    because = tuple(_reason(group[0]) for group in groups)
    return Finding(NAME, Severity.MEDIUM, message, tuple(sorted(each.span for group in groups for each in group)), because)


def _reason(toponym: Toponym) -> Reason:
    if isinstance(toponym.place, Undetermined):
        return Reason("reading", f"“{toponym.text}” fits several places alike", (toponym.span,))
    if not isinstance(toponym.place, Known):
        return Reason("reading", f"“{toponym.text}” fits no place at hand", (toponym.span,))
    place = toponym.place.value
    return Reason("reading", f"“{toponym.text}” by itself is read as {place.name} ({place.country})", (toponym.span,))


CHECK = PlaceNamesAlike()
