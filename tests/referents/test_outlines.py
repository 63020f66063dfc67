from importlib.resources import files

import pytest
from shapely.geometry import Point

from whence.referents.outlines import load_outlines


@pytest.mark.parametrize(
    ("latitude", "longitude", "iso"),
    [(50.45, 30.52, "UA"), (45.2, 34.3, "UA"), (55.75, 37.62, "RU"), (15.6, 32.5, "SD"), (48.86, 2.35, "FR"), (-33.9, 150.9, "AU")],
)
def test_a_point_lies_in_its_country(latitude: float, longitude: float, iso: str) -> None:
    assert [outline.iso for outline in load_outlines() if outline.shape.contains(Point(longitude, latitude))] == [iso]


def test_every_outline_is_a_named_shape() -> None:
    outlines = load_outlines()
    assert len(outlines) > 200
    assert [outline.name for outline in outlines if not outline.name or outline.shape.is_empty or not outline.shape.is_valid] == []
    codes = [outline.iso for outline in outlines if outline.iso]
    assert [code for code in codes if len(code) != 2 or not code.isupper()] == []


def test_the_outlines_are_small_enough_to_carry() -> None:
    assert len(files("whence.referents").joinpath("outlines.geojson").read_bytes()) <= 700_000
