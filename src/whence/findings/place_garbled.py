"""Place names that cannot be right as they stand."""

from __future__ import annotations

from collections import defaultdict

from whence.findings.check import Material
from whence.findings.ground import is_doubted
from whence.records import Finding, Known, PlaceFlag, Severity, Toponym

NAME = "place_garbled"


class PlaceGarbled:
    """The check."""

    name = NAME
    meaning = "A place name fits no place, or only one far from all the report is about; another name near by is like it."
    limits = "A small place that the gazetteer lacks may be taken for a garbled form of a larger neighbour; see the runners-up."
    example = "The town of PokRsk, east of Dnipro, was shelled again."

    def run(self, material: Material) -> tuple[Finding, ...]:
        """Return one finding for each garbled or doubtful form, with all its passages and the best reading."""
        groups: dict[str, list[Toponym]] = defaultdict(list)
        for place in material.places:
            if is_doubted(place):
                groups[place.text.casefold()].append(place)
        return tuple(_finding(same) for same in groups.values())


def _finding(same: list[Toponym]) -> Finding:
    """Return what is to be said of all mentions of one form."""
    first = same[0]
    garbled = PlaceFlag.GARBLED in first.flags
    said = "is no place name as it stands" if garbled else "is a place, but hardly the one meant"
    reading = ""
    if isinstance(first.place, Known):
        reading = f" The likeliest reading is {first.place.value.name} ({first.place.value.country})."
        others = [each.place.name for each in first.candidates[1:3] if each.place.key != first.place.value.key]
        if others:
            reading += f" Also possible: {', '.join(dict.fromkeys(others))}."
    severity = Severity.HIGH if garbled else Severity.MEDIUM
    because = (*first.because, *first.place.because)
    return Finding(NAME, severity, f"“{first.text}” {said}.{reading}", tuple(each.span for each in same), because)


CHECK = PlaceGarbled()
