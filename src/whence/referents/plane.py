"""A flat map in kilometres around a point.

Enters: shapes in WGS 84 degrees. Leaves: the same shapes in kilometres east and north of the point, and back. Equirectangular:
north-south lengths are right, east-west lengths are off by the ratio of the cosines of the latitudes, which is under 2 % within
50 km of the point and under 6 % within 200 km, up to 60 degrees from the equator. Great circles are those of a sphere,
within 0.5 % of the ellipsoid's.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from whence.referents.distance import EARTH_RADIUS_KM

KM_PER_DEGREE = EARTH_RADIUS_KM * radians(1)

LEAST_COSINE = 0.01
"""So that no map is divided by nothing at a pole."""


@dataclass(frozen=True, slots=True)
class Plane:
    """The flat map around a point."""

    latitude: float
    longitude: float

    def scale(self) -> NDArray[np.float64]:
        """Return kilometres a degree, east and north."""
        return np.array([KM_PER_DEGREE * max(cos(radians(self.latitude)), LEAST_COSINE), KM_PER_DEGREE])

    def flatten(self, shape: BaseGeometry) -> BaseGeometry:
        """Return a shape of degrees in kilometres."""

        def forward(points: NDArray[np.float64]) -> NDArray[np.float64]:
            flat: NDArray[np.float64] = (points - np.array([self.longitude, self.latitude])) * self.scale()
            return flat

        return shapely.transform(shape, forward)

    def unfold(self, shape: BaseGeometry) -> BaseGeometry:
        """Return a shape of kilometres in degrees."""

        def back(points: NDArray[np.float64]) -> NDArray[np.float64]:
            degrees: NDArray[np.float64] = points / self.scale() + np.array([self.longitude, self.latitude])
            return degrees

        return shapely.transform(shape, back)
