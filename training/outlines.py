"""Make the outlines of the world's countries that come with Whence from Natural Earth.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m training.outlines package/countries-50m.json src/whence/referents/outlines.geojson

Enters: Natural Earth's countries at 1:50 million (public domain) as the package world-atlas (ISC) carries them. Leaves: GeoJSON
with a feature a country, its English name and its ISO 3166-1 code, small enough to travel with the package and fine enough for a
drawing and for telling a front from a coast. Borders that two countries share are thinned once, so that they still meet.

Natural Earth draws who governs. Whence draws Crimea within Ukraine, as the General Assembly of the United Nations does (resolution
68/262); all else stays as Natural Earth has it and takes no side in any dispute. Antarctica is left out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pycountry
from babel import Locale
from shapely import LineString, MultiPolygon, Point, Polygon, area, box, make_valid, set_precision, unary_union
from shapely.affinity import translate
from shapely.geometry import mapping

TOLERANCE = 0.02
"""Degrees by which a thinned border may stray: at most 2.2 km, about the error of the 1:50 million drawing itself."""
GRID = 0.01
"""Degrees to which points are rounded."""
ISLET = 0.02
"""Square degrees (some 150 km² in the middle latitudes) below which an island is left out, unless it is a country's largest."""
CRIMEA = Point(34.3, 45.2)
WITHOUT_NUMBER = {"Kosovo": "XK"}
"""Codes in general use for what ISO 3166-1 gives no number."""
SPELT_OUT = {"N. Cyprus": "Northern Cyprus", "Indian Ocean Ter.": "Indian Ocean Territories"}
"""Names that Natural Earth shortens, of those without a code."""

Ring = list[tuple[float, float]]


def thinned_arcs(topology: dict[str, Any]) -> list[Ring]:
    """Return the borders between nodes in degrees, thinned."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        closed = points[0] == points[-1]
        thin = LineString(points).simplify(TOLERANCE) if len(points) > 2 else LineString(points)
        kept = list(thin.coords)
        arcs.append(points if closed and len(kept) < 4 else kept)
    return arcs


def ring_of(numbers: list[int], arcs: list[Ring]) -> Ring:
    """Return the ring that the numbered borders make; a negative number runs backwards."""
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


def split_at_antimeridian(polygon: Polygon) -> list[Polygon]:
    """Return a polygon whose rings may jump from one side of the antimeridian to the other as polygons that do not cross it."""
    rings = [unroll(ring.coords) for ring in (polygon.exterior, *polygon.interiors)]
    whole = make_valid(Polygon(rings[0], rings[1:]))
    west, _, east, _ = whole.bounds
    if west >= -180 and east <= 180:
        return [polygon]
    pieces = [(whole.intersection(box(-180 + turn, -90, 180 + turn, 90)), turn) for turn in (-360, 0, 360)]
    parts = [(part, turn) for piece, turn in pieces for part in getattr(piece, "geoms", [piece])]
    return [translate(part, -turn) for part, turn in parts if isinstance(part, Polygon)]


def unroll(points: Iterable[tuple[float, float]]) -> Ring:
    """Return a ring with longitudes that run on beyond 180 degrees where it crosses the antimeridian."""
    ring: Ring = []
    turn = 0
    for x, y in points:
        if ring and abs(x + turn - ring[-1][0]) > 180:
            turn += 360 if x + turn < ring[-1][0] else -360
        ring.append((x + turn, y))
    return ring


def polygons_of(geometry: dict[str, Any], arcs: list[Ring]) -> list[Polygon]:
    """Return the polygons of one country."""
    groups = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
    made = []
    for group in groups:
        rings = [ring for ring in (ring_of(numbers, arcs) for numbers in group) if len(ring) > 3]
        if rings:
            made.extend(split_at_antimeridian(Polygon(rings[0], rings[1:])))
    return made


def code_of(geometry: dict[str, Any]) -> str:
    """Return the two-letter code, empty where there is none."""
    country = pycountry.countries.get(numeric=geometry.get("id", ""))
    return country.alpha_2 if country else WITHOUT_NUMBER.get(geometry["properties"]["name"], "")


def feature_of(name: str, code: str, polygons: list[Polygon]) -> dict[str, Any]:
    """Return a country as GeoJSON, its numbers rounded."""
    whole = set_precision(make_valid(unary_union([make_valid(polygon) for polygon in polygons])), GRID)
    parts = sorted((part for part in getattr(whole, "geoms", [whole]) if isinstance(part, Polygon)), key=area, reverse=True)
    shape = mapping(MultiPolygon([*parts[:1], *(part for part in parts[1:] if part.area >= ISLET)]))
    rounded = [[[[round(x, 2), round(y, 2)] for x, y in ring] for ring in part] for part in shape["coordinates"]]
    geometry = {"type": "MultiPolygon", "coordinates": rounded}
    return {"type": "Feature", "properties": {"name": name, "iso": code}, "geometry": geometry}


def main(source: Path, target: Path) -> None:
    """Write the outlines."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = thinned_arcs(topology)
    names = Locale("en").territories
    countries: dict[str, tuple[str, list[Polygon]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code, own = code_of(geometry), geometry["properties"]["name"]
        countries[own] = (code, polygons_of(geometry, arcs))
    crimea = [polygon for polygon in countries["Russia"][1] if polygon.contains(CRIMEA)]
    countries["Russia"] = ("RU", [polygon for polygon in countries["Russia"][1] if polygon not in crimea])
    countries["Ukraine"] = ("UA", [*countries["Ukraine"][1], *crimea])
    features = [
        feature_of(names.get(code, SPELT_OUT.get(own, own)), code, polygons)
        for own, (code, polygons) in sorted(countries.items())
        if own != "Antarctica"
    ]
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    target.write_text('{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
