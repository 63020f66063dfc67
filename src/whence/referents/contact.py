"""The line of contact: where ground that a side holds meets ground that it does not hold.

Enters: the ground that each side holds on a day, and the outlines of countries. Leaves: lines in WGS 84 degrees. Held ground that
ends at a coast or a state border makes no front there, and two drawings of one coast never meet exactly; so an edge counts if it
lies deep within its country, or if the ground behind it is land of the same country and of some breadth. Lakes and rivers count as
land.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import shapely
from shapely.geometry import MultiLineString, Polygon
from shapely.geometry.base import BaseGeometry

from whence.referents.outlines import Outline
from whence.referents.plane import Plane

DEEP_KM = 10.0
"""How far within an outline an edge of held ground is a front whatever lies behind it. Of the coasts and borders in one large
layer of southern and eastern Ukraine half lay within 1.7 km of the outline, 90 % within 5.5, 95 % within 9; spits that the outlines
omit lay up to 20 km away."""

BREADTH_KM = 5.0
"""Nearer to the outline, half the breadth that unheld land needs for its edge to be a front; what is narrower is a gap between two
drawings."""

REACH_KM = 3.0
"""How near an edge has to lie to such land."""

FINE_KM = 0.3
"""What shapes are thinned by before they are grown and shrunk, so that a layer of any scale takes a fraction of a second."""

GAP_KM2 = 1.0
"""The largest hole in held ground that is taken for a gap between two drawn areas and not for a pocket."""

LINES = frozenset({"LineString", "LinearRing"})


@dataclass(frozen=True, slots=True)
class Held:
    """All the ground of one holder on one day."""

    holder: str
    shape: BaseGeometry


def line_of_contact(held: Iterable[Held], outlines: Iterable[Outline]) -> BaseGeometry:
    """Return the line of contact; it is empty where no front is, as where a whole country is held."""
    countries = [outline.shape for outline in outlines]
    tree = shapely.STRtree(countries)
    lines: list[BaseGeometry] = []
    for each in held:
        near = [countries[index] for index in sorted(tree.query(each.shape, predicate="intersects"))]
        lines += [front for country in near if not (front := front_within(each.shape, country)).is_empty]
    whole = shapely.union_all(lines) if lines else MultiLineString()
    return shapely.line_merge(whole) if isinstance(whole, MultiLineString) else whole


def front_within(ground: BaseGeometry, country: BaseGeometry) -> BaseGeometry:
    """Return the front between held ground and the rest of one country."""
    middle = shapely.intersection(ground, country).envelope.centroid
    if middle.is_empty:
        return MultiLineString()
    plane = Plane(latitude=middle.y, longitude=middle.x)
    flat, land = without_gaps(plane.flatten(ground)), plane.flatten(country)
    thin, coarse = flat.simplify(FINE_KM), land.simplify(FINE_KM)
    if not_really_in(thin, coarse):
        return MultiLineString()
    unheld = coarse.difference(thin)
    broad = unheld.buffer(-BREADTH_KM).buffer(BREADTH_KM + REACH_KM)
    return plane.unfold(lines_of(shapely.intersection(flat.boundary, shapely.union(broad, coarse.buffer(-DEEP_KM)))))


def not_really_in(ground: BaseGeometry, country: BaseGeometry) -> bool:
    """Tell whether held ground only laps over a country's border, as drawings of one border do."""
    common = shapely.intersection(ground, country)
    if common.area >= ground.area / 2:
        return False
    return bool(common.buffer(-BREADTH_KM).is_empty)


def without_gaps(ground: BaseGeometry) -> BaseGeometry:
    """Return held ground in kilometres with its smallest holes filled."""
    filled = [
        Polygon(part.exterior, [hole for hole in part.interiors if Polygon(hole).area > GAP_KM2])
        for part in getattr(ground, "geoms", [ground])
        if isinstance(part, Polygon)
    ]
    return shapely.union_all(filled)


def lines_of(shape: BaseGeometry) -> BaseGeometry:
    """Return the lines among the parts of a shape, without the points where two edges only touch."""
    parts = [part for part in getattr(shape, "geoms", [shape]) if part.geom_type in LINES and not part.is_empty]
    return MultiLineString(parts)
