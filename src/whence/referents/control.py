"""Control layers: who held which ground on which day, as somebody drew it.

Enters: a GeoJSON file of dated areas. Leaves: for a point and a day who held it, when that changed, and how far the line of contact
was. A layer is a claim of its maker and no fact: every answer names the layer's day that it rests on, the latest on or before the
day asked for. Before the first day nothing is said; ground in no area is ground that the layer gives to nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from whence.records import Absent, Box, Known, Maybe, Reason, Undetermined
from whence.referents.contact import Held, line_of_contact
from whence.referents.distance import great_circle
from whence.referents.layer_file import Area, LayerFile, read_layer_file
from whence.referents.outlines import load_outlines
from whence.referents.plane import Plane

KEPT_LINES = 64
"""How many lines of contact are kept for the next question; one takes a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a layer says of a point: `day` is the layer's day that was used, `holders` who held it, by name.

    Nobody where the point lies in no area of that day, several where areas overlap. An empty name is a holder that the layer does
    not name.
    """

    day: date
    holders: tuple[str, ...]

    @property
    def held(self) -> bool:
        """Tell whether the point lies in an area."""
        return bool(self.holders)


@dataclass(frozen=True, slots=True)
class Period:
    """A run of a layer's days on which a point had the same holders.

    `first` and `last` are days of the layer; the change came after `last` and by `until`, the next day of the layer, which is None
    for the period that the layer ends with.
    """

    first: date
    last: date
    until: date | None
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Distance:
    """How far a point is from the line of contact of a layer's day: kilometres, and the nearest point of the line."""

    day: date
    kilometres: float
    latitude: float
    longitude: float
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ControlLayer:
    """A layer in memory: `name` is the file's, `days` its days in order, `areas` all of them, `tree` their index."""

    name: str
    days: tuple[date, ...]
    areas: tuple[Area, ...]
    tree: STRtree

    def day_for(self, day: date) -> date | None:
        """Return the latest day of the layer on or before a day, None before the first."""
        earlier = [each for each in self.days if each <= day]
        return earlier[-1] if earlier else None

    def box(self) -> Box:
        """Return the rectangle around all areas; a point at 0, 0 where there is none."""
        if not self.areas:
            return Box(0.0, 0.0, 0.0, 0.0)
        west, south, east, north = shapely.total_bounds([area.shape for area in self.areas])
        return Box(south=float(south), west=float(west), north=float(north), east=float(east))

    def holder_at(self, latitude: float, longitude: float, day: date) -> Maybe[Ground]:
        """Return who held a point on a day; Undetermined before the layer begins."""
        used = self.day_for(day)
        if used is None:
            return Undetermined((self._before(day),))
        holders = self._holders(latitude, longitude).get(used, ())
        return Known(Ground(used, holders), (self._used(used, day),))

    def history(self, latitude: float, longitude: float) -> tuple[Period, ...]:
        """Return the periods of a point, in order, over all days of the layer."""
        by_day = self._holders(latitude, longitude)
        periods: list[Period] = []
        for day in self.days:
            holders = by_day.get(day, ())
            before = periods[-1] if periods else None
            if before is not None and before.holders == holders:
                periods[-1] = Period(before.first, day, None, holders)
                continue
            if before is not None:
                periods[-1] = Period(before.first, before.last, day, before.holders)
            periods.append(Period(day, day, None, holders))
        return tuple(periods)

    def distance_to_line(self, latitude: float, longitude: float, day: date) -> Maybe[Distance]:
        """Return how far a point was from the line of contact on a day.

        Within 2 % up to 100 km off the line as the layer draws it; where several of its points are about as near, the one that is
        named may be the second. Absent where the layer has no line that day, Undetermined before it begins.
        """
        used = self.day_for(day)
        if used is None:
            return Undetermined((self._before(day),))
        line = contact_on(self, used)
        if line.is_empty:
            return Absent((Reason("control layer", f"{self.name} has no line of contact on {used}"),))
        plane = Plane(latitude=latitude, longitude=longitude)
        here = Point(longitude, latitude)
        near = plane.unfold(nearest_points(plane.flatten(line), plane.flatten(here))[0])
        kilometres = great_circle(latitude, longitude, near.y, near.x)
        holders = self._holders(latitude, longitude).get(used, ())
        return Known(Distance(used, kilometres, near.y, near.x, holders), (self._used(used, day),))

    def _holders(self, latitude: float, longitude: float) -> dict[date, tuple[str, ...]]:
        """Return who held a point on each day on which somebody did."""
        here = Point(longitude, latitude)
        found: dict[date, set[str]] = {}
        for index in self.tree.query(here):
            area = self.areas[index]
            if area.shape.intersects(here):
                found.setdefault(area.day, set()).add(area.holder)
        return {day: tuple(sorted(holders)) for day, holders in found.items()}

    def _used(self, used: date, day: date) -> Reason:
        """Return the reason that names the layer's day."""
        age = (day - used).days
        late = "" if age == 0 else f", {age} {'day' if age == 1 else 'days'} before {day}"
        return Reason("control layer", f"{self.name} as of {used}{late}")

    def _before(self, day: date) -> Reason:
        """Return the reason that the layer begins too late."""
        return Reason("control layer", f"{self.name} begins on {self.days[0]}, after {day}")


def load_layer(path: str | Path, *, held_by: str = "") -> ControlLayer:
    """Return the layer of a file; `held_by` names who holds the areas that name nobody.

    Raises:
        UnreadableLayer: if the file cannot be read,
        LayerTooLarge: if it is beyond the limits,
        InvalidLayer: if it is no collection of dated areas.
    """
    return layer_of(read_layer_file(Path(path), held_by=held_by))


def layer_of(file: LayerFile) -> ControlLayer:
    """Return the layer of what a file holds, indexed."""
    shapes = [area.shape for area in file.areas]
    shapely.prepare(np.array(shapes, dtype=object))
    return ControlLayer(Path(file.name).name, file.days, file.areas, STRtree(shapes))


@lru_cache(maxsize=KEPT_LINES)
def contact_on(layer: ControlLayer, day: date) -> BaseGeometry:
    """Return the line of contact of one of a layer's own days, in degrees; empty where there is none."""
    return line_of_contact(held_on(layer.areas, day), load_outlines())


def held_on(areas: Iterable[Area], day: date) -> Sequence[Held]:
    """Return the ground of each holder on one of a layer's own days, by the holder's name."""
    shapes: dict[str, list[BaseGeometry]] = {}
    for area in areas:
        if area.day == day:
            shapes.setdefault(area.holder, []).append(area.shape)
    return [Held(holder, shapely.union_all(parts)) for holder, parts in sorted(shapes.items())]
