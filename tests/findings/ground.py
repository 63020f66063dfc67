"""Reports on ground and a control layer over it, all of it invented; the ground lies within the outlines of Ukraine and Moldova."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.factory import claim, report, span
from tests.referents.layers import box, feature, saved
from whence.findings.check import Material
from whence.records import Claim, Interval, Known, Maybe, Place, PlaceFlag, Precision, TimeExpression, TimeKind, Toponym
from whence.referents.control import ControlLayer, load_layer

DAYS = ("2031-03-01", "2031-03-11", "2031-03-21", "2031-03-31", "2031-04-10", "2031-04-20")


def place(name: str, latitude: float, longitude: float, *, feature: str = "P.PPL", country: str = "UA") -> Place:
    return Place(f"test:{name}", name, latitude, longitude, feature, country)


DRAVIK = place("Dravik", 48.6, 31.0)
"""Eleven kilometres north of the line."""
MARN = place("Marn", 48.2, 31.0)
"""Held by the East throughout."""
HALM = place("Halm", 49.2, 31.0)
"""Eighty kilometres north of the line."""


def growing(folder: Path, *, days: tuple[str, ...] = DAYS, grown: str = "9999") -> ControlLayer:
    """Return a layer of ground in the south that the East holds; from the day `grown` on it reaches further north."""
    areas = [feature(day, box(30, 47, 32, 49 if day >= grown else 48.5)) for day in days]
    return load_layer(saved(folder, *areas), held_by="East")


def toponym(text: str, at: Place | Maybe[Place], *flags: PlaceFlag, words: str = "", nth: int = 0, **fields: Any) -> Toponym:
    """Return the name `words` (by default the place's) in `text`, the `nth` time it stands there, read as `at`."""
    written = words or (at.name if isinstance(at, Place) else "")
    return Toponym(span(text, written, nth=nth), written, Known(at) if isinstance(at, Place) else at, 0.9, flags, **fields)


def time(text: str, words: str, start: str, *, days: float = 1, precision: Precision = Precision.DAY) -> TimeExpression:
    """Return the expression `words` of `text`, an interval of so many days from `start` on."""
    begin = datetime.fromisoformat(start)
    return TimeExpression(span(text, words), words, TimeKind.DATE, Known(Interval(begin, begin + timedelta(days=days), precision)))


def material(
    text: str,
    *places: Toponym,
    claims: tuple[Claim, ...] | None = None,
    published: str | None = "2031-04-12",
    **fields: Any,
) -> Material:
    """Return a report's material; by default the whole text is one claim."""
    stated = (claim(text, text),) if claims is None else claims
    return Material(report(text, published_at=published), (), stated, places=places, **fields)
