"""The countries that a map shows, cut to its frame, thinned to what can be seen, and written as paths of an SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shapely import affinity, clip_by_rect
from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from whence.publish.map_labels import measure_words
from whence.publish.map_view import HEIGHT, KM, WIDTH, Point, View
from whence.publish.visible import visible
from whence.referents.outlines import load_outlines

# Outlines are cut so far outside the drawing that the cut is not seen.
MARGIN = 4.0
# A bend that strays less from a straight line is not seen, nor is an island smaller than `SPECK` square units.
FINEST = 0.4
SPECK = 1.5
# The grid on which a country's name is tried, and the width of its letters: faint capitals, set apart.
COLUMNS, ROWS = 16, 17
NAME_LETTERS = 12.5


@dataclass(frozen=True, slots=True)
class Ground:
    """What a map shows of one country: `path` in units of the drawing, `rooms` the points where its name may stand."""

    name: str
    path: str
    rooms: tuple[Point, ...]


def cut_ground(view: View, *, finest: float = FINEST, speck: float = SPECK) -> tuple[Ground, ...]:
    """Return what the view shows of each country, by name; without bends of less than `finest` and islands of less than `speck`."""
    grounds: list[Ground] = []
    for outline in load_outlines():
        pieces = [piece for piece in cut_pieces(outline.shape, view, finest=finest) if piece.area >= speck]
        if pieces:
            largest = max(pieces, key=area_of)
            name = visible(outline.name)
            rooms = find_rooms(largest, measure_words(name, NAME_LETTERS))
            grounds.append(Ground(name, "".join(map(write_path, pieces)), rooms))
    return tuple(grounds)


def area_of(piece: Polygon) -> float:
    """Return the size of a piece."""
    return float(piece.area)


def cut_pieces(shape: BaseGeometry, view: View, *, finest: float) -> Iterator[Polygon]:
    """Yield the pieces of a shape that the view shows, in units of the drawing; on both sides of the antimeridian."""
    frame = view.frame(MARGIN)
    for shift in (-360.0, 0.0, 360.0):
        west, east = frame.west - shift, frame.east - shift
        low, bottom, high, top = shape.bounds
        if east < low or west > high or frame.north < bottom or frame.south > top:
            continue
        cut = clip_by_rect(shape, west, frame.south, east, frame.north)
        if cut.is_empty:
            continue
        across = KM * view.squeeze * view.scale
        up = KM * view.scale
        left = WIDTH / 2 + (shift - view.longitude) * across
        drawn = affinity.affine_transform(cut, [across, 0, 0, -up, left, HEIGHT / 2 + view.latitude * up])
        yield from polygons(drawn.simplify(finest))


def polygons(shape: BaseGeometry) -> Iterator[Polygon]:
    """Yield the polygons of a shape; points and lines that a cut leaves over are nothing to draw."""
    if isinstance(shape, Polygon):
        if not shape.is_empty:
            yield shape
    elif isinstance(shape, MultiPolygon) or hasattr(shape, "geoms"):
        for part in shape.geoms:
            yield from polygons(part)


def find_rooms(piece: Polygon, wide: float) -> tuple[Point, ...]:
    """Return the points of a coarse grid around which a name of this width lies wholly in a piece."""
    west, north, east, south = piece.bounds
    if east - west < wide:
        return ()
    grid = [(WIDTH * x / COLUMNS, HEIGHT * y / ROWS) for y in range(1, ROWS) for x in range(1, COLUMNS)]
    within = [(x, y) for x, y in grid if west <= x - wide / 2 and x + wide / 2 <= east and north <= y <= south]
    return tuple((x, y) for x, y in within if piece.contains(LineString([(x - wide / 2, y), (x + wide / 2, y)])))


def write_path(piece: Polygon) -> str:
    """Return a polygon with its holes as the `d` of a path."""
    return "".join(write_ring(ring.coords) for ring in (piece.exterior, *piece.interiors))


def write_ring(coordinates: Sequence[Sequence[float]]) -> str:
    """Return one ring, closed, with steps from point to point in tenths of a unit."""
    points = [(round(x * 10), round(y * 10)) for x, y in coordinates[:-1]]
    steps = [(x - before[0], y - before[1]) for (x, y), before in zip(points[1:], points, strict=False)]
    path = [f"M{write_tenths(points[0][0])} {write_tenths(points[0][1])}"]
    path.extend(f"l{write_tenths(x)} {write_tenths(y)}" for x, y in steps if x or y)
    return "".join([*path, "Z"])


def write_tenths(value: int) -> str:
    """Return tenths as a decimal number, as short as it can be."""
    return f"{value / 10:g}"
