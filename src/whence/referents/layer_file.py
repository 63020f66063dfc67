"""Control layers as files: GeoJSON, as it is or compressed with gzip.

Enters: a path. Leaves: dated areas. Each feature of the collection is an area (Polygon or MultiPolygon in WGS 84 degrees, or null:
on that day nothing was held) with the property `date`, a day as ISO 8601 writes it, and perhaps `holder`, who held it. All features
of one date together are the picture of that day. Polygons that cross themselves are mended; anything else that is not as it should
be stops the reading with an error that names the file and the feature. Size, areas and points are bounded, for a layer may come
from anywhere.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn, TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.errors import ShapelyError
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from whence.errors import InvalidLayer, LayerTooLarge, UnreadableLayer

MAX_BYTES = 256_000_000
"""Decompressed. A year of daily pictures of a front of 1,000 km at 100 m takes some 150 MB."""
MAX_FEATURES = 100_000
MAX_POINTS = 10_000_000
Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"

GZIP = b"\x1f\x8b"
CHUNK = 1 << 20
LIMITS = (180.0, 90.0)
"""Of longitude and latitude, in degrees either way."""


@dataclass(frozen=True, slots=True)
class Area:
    """Ground held by one holder on one day: a single polygon. `holder` is empty where the layer does not say who."""

    day: date
    holder: str
    shape: Polygon


@dataclass(frozen=True, slots=True)
class LayerFile:
    """What a file holds: its days in order, and all areas. A day may have no area."""

    name: str
    days: tuple[date, ...]
    areas: tuple[Area, ...]


def read_layer_file(path: Path, *, held_by: str = "") -> LayerFile:
    """Return the dated areas of a file; `held_by` holds those that name no holder.

    Raises:
        UnreadableLayer: if the file cannot be read,
        LayerTooLarge: if it is beyond the limits,
        InvalidLayer: if it is no collection of dated areas.
    """
    name = str(path)
    features = features_of(parse(read_bytes(path), name), name)
    days: set[date] = set()
    areas: list[Area] = []
    points = 0
    for number, feature in enumerate(features, start=1):
        day, holder, shapes = read_feature(feature, f"feature {number}", name)
        points += sum(int(shapely.get_num_coordinates(shape)) for shape in shapes)
        if points > MAX_POINTS:
            raise _too_large(name, f"more than {MAX_POINTS:,} points")
        days.add(day)
        areas += [Area(day, holder or held_by, shape) for shape in shapes]
    if not days:
        _refuse(name, "it has no features")
    return LayerFile(name, tuple(sorted(days)), tuple(areas))


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes, decompressed, up to the limit.

    Raises:
        UnreadableLayer: if that cannot be done,
        LayerTooLarge: if there are more.
    """
    name = str(path)
    try:
        with path.open("rb") as file:
            packed = file.read(len(GZIP)) == GZIP
        with gzip.open(path, "rb") if packed else path.open("rb") as stream:
            chunks, size = [], 0
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                if size > MAX_BYTES:
                    raise _too_large(name, f"more than {MAX_BYTES:,} bytes")
                chunks.append(chunk)
    except (OSError, EOFError, zlib.error) as cause:
        reason = getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
        raise UnreadableLayer(name, reason) from cause
    return b"".join(chunks)


def parse(content: bytes, name: str) -> Json:
    """Return JSON as a value.

    Raises:
        InvalidLayer: if it is none, or nested beyond reason.
    """
    try:
        whole: Json = json.loads(content.decode("utf-8-sig"), parse_constant=_no_constant)
    except json.JSONDecodeError as cause:
        raise _invalid(name, f"no JSON at line {cause.lineno}, {cause.msg}") from cause
    except RecursionError as cause:
        raise _invalid(name, "JSON nested beyond reason") from cause
    except ValueError as cause:
        raise _invalid(name, str(cause)) from cause
    return whole


def features_of(whole: Json, name: str) -> list[Json]:
    """Return the features of a collection.

    Raises:
        InvalidLayer: if it is none,
        LayerTooLarge: if there are too many.
    """
    features = whole.get("features") if isinstance(whole, dict) else None
    if not isinstance(whole, dict) or whole.get("type") != "FeatureCollection" or not isinstance(features, list):
        _refuse(name, "it is no GeoJSON FeatureCollection")
    if len(features) > MAX_FEATURES:
        raise _too_large(name, f"more than {MAX_FEATURES:,} features")
    return features


def read_feature(feature: Json, where: str, name: str) -> tuple[date, str, list[Polygon]]:
    """Return a feature's day, its holder (empty where it names none) and its polygons.

    Raises:
        InvalidLayer: if one is missing or wrong.
    """
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(feature, dict) or not isinstance(properties, dict):
        _refuse(name, f"{where} has no properties")
    holder = properties.get("holder", "")
    if not isinstance(holder, str):
        _refuse(name, f"{where}: the holder is no text")
    day = read_day(properties.get("date"), where, name)
    return day, holder.strip(), read_shapes(feature.get("geometry"), f"{where} ({day})", name)


def read_day(written: Json, where: str, name: str) -> date:
    """Return the day of a date or of a date with a time.

    Raises:
        InvalidLayer: if it is neither.
    """
    if written is None:
        _refuse(name, f"{where} has no date")
    try:
        return datetime.fromisoformat(written if isinstance(written, str) else "").date()
    except ValueError as cause:
        raise _invalid(name, f"{where}: {written!r:.40} is no date") from cause


def read_shapes(geometry: Json, where: str, name: str) -> list[Polygon]:
    """Return the polygons of a geometry, mended where they cross themselves.

    Raises:
        InvalidLayer: if it is no area on the globe.
    """
    if geometry is None:
        return []
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or kind not in {"Polygon", "MultiPolygon"}:
        _refuse(name, f"{where}: its geometry is {str(kind)[:40]}, no Polygon or MultiPolygon")
    try:
        groups = [geometry["coordinates"]] if kind == "Polygon" else items(geometry["coordinates"])
        polygons = [[ring(each) for each in items(group)] for group in groups]
        whole = MultiPolygon([Polygon(rings[0], rings[1:]) for rings in polygons if rings])
        return list(polygons_in(whole if whole.is_valid else shapely.make_valid(whole)))
    except (KeyError, IndexError, TypeError, ValueError, OverflowError, ShapelyError) as cause:
        raise _invalid(name, f"{where}: its outline cannot be read, {str(cause)[:80]}") from cause


def items(value: Json) -> list[Json]:
    """Return a list as one.

    Raises:
        ValueError: if it is none.
    """
    if not isinstance(value, list):
        message = f"{str(value)[:40]} stands where a list should"
        raise ValueError(message)  # noqa: TRY004 - a wrong file, not a wrong call
    return value


def ring(points: Json) -> NDArray[np.float64]:
    """Return a ring as longitudes and latitudes, without heights.

    Raises:
        ValueError: if a point is not on the globe.
    """
    pairs = [items(point)[:2] for point in items(points)]
    degrees = np.array(pairs, dtype=np.float64).reshape(len(pairs), 2)
    if not bool(np.all(np.abs(degrees) <= LIMITS)):
        message = "a longitude or latitude is not on the globe"
        raise ValueError(message)
    return degrees


def polygons_in(shape: BaseGeometry) -> Iterator[Polygon]:
    """Yield the polygons with some area among the parts of a shape; mending may leave lines and points behind."""
    if isinstance(shape, Polygon):
        if shape.area > 0:
            yield shape
        return
    for part in getattr(shape, "geoms", ()):
        yield from polygons_in(part)


def _no_constant(word: str) -> NoReturn:
    """Refuse the numbers that JSON does not have.

    Raises:
        ValueError: always.
    """
    message = f"{word} is no number"
    raise ValueError(message)


def _invalid(name: str, reason: str) -> InvalidLayer:
    """Return the error for a file with something wrong in it."""
    return InvalidLayer(name, reason)


def _too_large(name: str, reason: str) -> LayerTooLarge:
    """Return the error for a file beyond a limit."""
    return LayerTooLarge(name, reason)


def _refuse(name: str, reason: str) -> NoReturn:
    """Stop at something wrong.

    Raises:
        InvalidLayer: always.
    """
    raise _invalid(name, reason)
