"""What part of the world a report is about: where names that fit no place are looked for."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from whence.records import Box, Candidate, Place

SURE = 0.6
"""Score from which a reading counts as settled."""

REACH = 3.0
"""Degrees north and south of the middle of a report's places: 330 km; half as many again east and west."""


def settled(candidates: Sequence[tuple[Candidate, ...]]) -> list[Place | None]:
    """Return for each name its place if the reading is settled and it is a point rather than a country or a continent."""
    out: list[Place | None] = []
    for each in candidates:
        sure = bool(each) and each[0].score >= SURE and not each[0].place.feature.startswith(("A.PCL", "L.CONT"))
        out.append(each[0].place if sure else None)
    return out


def find_focus(places: Sequence[Place], theatre: Box | None) -> Box | None:
    """Return the area that a report is about: the context's theatre, else around the middle of its places, None without any."""
    if theatre is not None or not places:
        return theatre
    once = {place.key: place for place in places}.values()
    north = statistics.median(place.latitude for place in once)
    east = _middle([place.longitude for place in once])
    south, top = max(-90.0, north - REACH), min(90.0, north + REACH)
    return Box(south, _turn(east - 1.5 * REACH), top, _turn(east + 1.5 * REACH))


def _middle(longitudes: Sequence[float]) -> float:
    """Return the median of longitudes, counted from the far side of the widest gap between them: at the antimeridian too."""
    order = sorted(longitudes)
    gaps = [(order[0] + 360.0 - order[-1], 0), *((order[at] - order[at - 1], -at) for at in range(1, len(order)))]
    first = -max(gaps)[1]
    return statistics.median([*order[first:], *(each + 360.0 for each in order[:first])])


def _turn(longitude: float) -> float:
    return (longitude + 180.0) % 360.0 - 180.0
