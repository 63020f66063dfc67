"""Place names that no gazetteer entry fits."""

from __future__ import annotations

from collections import defaultdict

from whence.findings.check import Material
from whence.records import Absent, Finding, Reason, Severity, Toponym

NAME = "place_unknown"


class PlaceUnknown:
    """The check."""

    name = NAME
    meaning = "The gazetteer at hand knows no place of this name: it may be small, misspelt or made up."
    limits = "The packaged gazetteer holds towns of 500 people and more; import a country's full dump before drawing conclusions."
    example = "Columns were seen in the village of Qvarzonavik, west of Hella."

    def run(self, material: Material) -> tuple[Finding, ...]:
        """Return one finding for each unknown name, with all its passages."""
        groups: dict[str, list[Toponym]] = defaultdict(list)
        for place in material.places:
            if isinstance(place.place, Absent):
                groups[place.text.casefold()].append(place)
        found = []
        for same in groups.values():
            message = f"“{same[0].text}” is a place name that the gazetteer does not know."
            because = (
                Reason("unknown", "no entry has this name, and no name like it lies where the report's places do", (same[0].span,)),
            )
            found.append(Finding(NAME, Severity.LOW, message, tuple(each.span for each in same), because))
        return tuple(found)


CHECK = PlaceUnknown()
