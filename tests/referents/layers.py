"""Small control layers, all of them invented; the ground lies within the outlines of Ukraine and Moldova."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def box(west: float, south: float, east: float, north: float) -> dict[str, Any]:
    """Return a rectangle as GeoJSON."""
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def feature(day: str | None, geometry: dict[str, Any] | None, **properties: Any) -> dict[str, Any]:
    """Return an area of a day."""
    return {"type": "Feature", "properties": {"date": day} | properties if day else properties, "geometry": geometry}


def layer_text(*features: Any) -> str:
    """Return a layer as text."""
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def saved(folder: Path, *features: Any, name: str = "layer.geojson") -> Path:
    """Write a layer into a folder."""
    path = folder / name
    path.write_text(layer_text(*features), encoding="utf-8")
    return path
