"""How far two points on the earth are from one another, on a sphere: within 0.5 % of the ellipsoid's distance."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from whence.records import Place

EARTH_RADIUS_KM = 6371.0088
"""The mean radius."""


def great_circle(south: float, west: float, north: float, east: float) -> float:
    """Return the kilometres between two points, each given as latitude and longitude in degrees (haversine formula)."""
    one, other = radians(south), radians(north)
    half = sin((other - one) / 2) ** 2 + cos(one) * cos(other) * sin(radians(east - west) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(half, 1.0)))


def kilometres(one: Place, other: Place) -> float:
    """Return the kilometres between the points of two places."""
    return great_circle(one.latitude, one.longitude, other.latitude, other.longitude)
