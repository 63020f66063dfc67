"""Events as GeoJSON points (RFC 7946): the columns of a table as properties, the precision of the point among them.

A place that is not known, or of which a scheme gives no point, is an event with a null geometry: it is left out of no count.
Degrees are WGS 84, longitude first, as the standard wants; there is no `crs`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whence.publish.exports.columns import Row
from whence.publish.exports.plain_json import to_page
from whence.publish.plain import Json


def to_geojson(header: Sequence[str], rows: Iterable[Row]) -> str:
    """Return a feature collection, a feature a row."""
    return to_page({"type": "FeatureCollection", "features": [feature_of(header, row) for row in rows]})


def feature_of(header: Sequence[str], row: Row) -> Json:
    """Return a row as a feature; what is not known is null."""
    latitude, longitude = row.get("latitude"), row.get("longitude")
    located = isinstance(latitude, float | int) and isinstance(longitude, float | int)
    return {
        "type": "Feature",
        "id": row[header[0]],
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]} if located else None,
        "properties": {name: None if row.get(name) == "" else row.get(name) for name in header},
    }
