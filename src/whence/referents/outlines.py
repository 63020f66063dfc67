"""The outlines of the world's countries, for telling a front from a coast and for drawing maps.

Enters: nothing. Leaves: a shape a country in WGS 84 degrees, from Natural Earth (public domain, 1:50 million, thinned by
`training/outlines.py`). A border may stray by five kilometres or more, so these shapes decide nothing about a place near one; they
take no side in any dispute over a border.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True)
class Outline:
    """A country's English name, its ISO 3166-1 two-letter code (empty where it has none) and its shape."""

    name: str
    iso: str
    shape: BaseGeometry


@cache
def load_outlines() -> tuple[Outline, ...]:
    """Return the outline of every country, by name."""
    text = files("whence.referents").joinpath("outlines.geojson").read_text("utf-8")
    return tuple(
        Outline(feature["properties"]["name"], feature["properties"]["iso"], shape(feature["geometry"]))
        for feature in json.loads(text)["features"]
    )
