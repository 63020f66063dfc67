"""Areas that news names and that are neither towns, regions nor countries: seas, rivers, historical lands, from areas.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whence.records import Place
from whence.referents.gazetteer.folding import fold, table
from whence.referents.gazetteer.store import Entry

BRACKETS = re.compile(r"\s*\([^)]*\)")


def area_entries() -> Iterator[Entry]:
    """Yield an entry for every area of the list; its key is made of its name ("area:sea-of-azov")."""
    for feature, areas in table("areas.toml").items():
        for name, area in areas.items():
            latitude, longitude = area["at"]
            place = Place(
                key=f"area:{fold(name).replace(' ', '-')}",
                name=name,
                latitude=float(latitude),
                longitude=float(longitude),
                feature=feature,
                country=area.get("in", ""),
            )
            yield Entry(place, (BRACKETS.sub("", name), *area.get("also", [])))
