"""Which part of the world a map of a report shows, and where a point stands on it.

Enters: points of the report. Leaves: a view in an equirectangular projection whose degrees of longitude are shortened by the cosine
of the middle latitude, so that distances near the middle are true. Places far from all others do not stretch the view: they are
told in words beside the map.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median_low

from whence.records import Box
from whence.referents.distance import great_circle

# Size of the drawing in its own units; one unit is one CSS pixel where the map is shown at full width.
WIDTH, HEIGHT = 480, 340
# Kilometres of a degree of latitude, and of longitude at the equator.
KM = 111.2
# The least that a view shows, in kilometres across: a town's neighbourhood.
LEAST = 150.0
# Room around the outermost points, as a share of the extent: their labels need it.
PADDING = 0.45
# A place is on the map within so many times the usual distance from the middlemost place, yet never nearer off than `NEAR` and
# never farther on than `FAR` kilometres: beyond that, one distant capital would shrink a district to a dot.
USUAL = 4.0
NEAR, FAR = 300.0, 9000.0
# Beyond this latitude the cosine would blow the map up.
STEEPEST = 75.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class View:
    """A stretch of the world around `latitude` and `longitude`, `scale` units of the drawing to the kilometre."""

    latitude: float
    longitude: float
    scale: float

    @property
    def squeeze(self) -> float:
        """Return how much shorter a degree of longitude is than one of latitude."""
        return squeeze_at(self.latitude)

    def project(self, point: Point) -> Point:
        """Return where a point (latitude, longitude) stands in the drawing, from its upper left corner."""
        east = turn(point[1] - self.longitude) * KM * self.squeeze
        north = (point[0] - self.latitude) * KM
        return WIDTH / 2 + east * self.scale, HEIGHT / 2 - north * self.scale

    def shows(self, point: Point) -> bool:
        """Tell whether a point stands in the drawing."""
        x, y = self.project(point)
        return 0 <= x <= WIDTH and 0 <= y <= HEIGHT

    def frame(self, margin: float) -> Box:
        """Return the rectangle of degrees that is shown, with `margin` units around it; longitudes run on beyond 180."""
        north = (HEIGHT / 2 + margin) / self.scale / KM
        east = (WIDTH / 2 + margin) / self.scale / KM / self.squeeze
        return Box(self.latitude - north, self.longitude - east, self.latitude + north, self.longitude + east)


def turn(degrees: float) -> float:
    """Return a difference of longitudes the short way round."""
    return (degrees + 180) % 360 - 180


def squeeze_at(latitude: float) -> float:
    """Return the length of a degree of longitude at a latitude, that at the equator being 1."""
    return math.cos(math.radians(max(-STEEPEST, min(STEEPEST, latitude))))


def measure(one: Point, other: Point) -> float:
    """Return the kilometres between two points along the surface."""
    return great_circle(*one, *other)


def find_middle(points: Sequence[Point]) -> Point:
    """Return the point that is nearest to all others together; the first of equals."""
    totals = [sum(measure(point, other) for other in points) for point in points]
    return points[totals.index(min(totals))]


def choose_near(points: Sequence[Point]) -> list[Point]:
    """Return the points that belong on one map."""
    middle = find_middle(points)
    others = [measure(middle, point) for point in points if point != middle]
    usual = median_low(others) if others else 0.0
    reach = min(FAR, max(NEAR, USUAL * usual))
    return [point for point in points if measure(middle, point) <= reach]


def choose_view(points: Sequence[Point], *, least: float = LEAST) -> View:
    """Return the view of the points that belong on one map, at least `least` kilometres across; there must be one or more."""
    near = choose_near(points)
    origin = near[0][1]
    south, north = bounds(point[0] for point in near)
    west, east = bounds(turn(point[1] - origin) for point in near)
    latitude = (south + north) / 2
    tall = (north - south) * KM * (1 + PADDING)
    wide = (east - west) * KM * squeeze_at(latitude) * (1 + PADDING)
    scale = min(WIDTH / max(wide, least), HEIGHT / max(tall, least * HEIGHT / WIDTH))
    return View(latitude, turn(origin + (west + east) / 2), scale)


def bounds(values: Iterable[float]) -> tuple[float, float]:
    """Return the least and the greatest."""
    ordered = sorted(values)
    return ordered[0], ordered[-1]


def name_direction(one: Point, other: Point) -> str:
    """Return where `other` lies from `one`, in one of eight winds."""
    east = turn(other[1] - one[1]) * squeeze_at((one[0] + other[0]) / 2)
    north = other[0] - one[0]
    winds = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
    return winds[round(math.degrees(math.atan2(east, north)) / 45) % 8]
