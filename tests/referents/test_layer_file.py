import gzip
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.referents.layers import box, feature, layer_text, saved
from whence.errors import InvalidLayer, LayerTooLarge, UnreadableLayer
from whence.referents import layer_file
from whence.referents.layer_file import read_layer_file

GROUND = box(31, 48, 32, 49)


def test_days_holders_and_areas_are_read(tmp_path: Path) -> None:
    path = saved(
        tmp_path,
        feature("2031-03-02", GROUND, holder="East"),
        feature("2031-03-01T18:00:00", GROUND),
        feature("2031-03-03", None),
    )
    file = read_layer_file(path, held_by="West")
    assert file.days == (date(2031, 3, 1), date(2031, 3, 2), date(2031, 3, 3))
    assert [(area.day.day, area.holder) for area in file.areas] == [(2, "East"), (1, "West")]


def test_a_compressed_layer_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "layer.geojson.gz"
    path.write_bytes(gzip.compress(layer_text(feature("2031-03-01", GROUND)).encode()))
    plain = read_layer_file(saved(tmp_path, feature("2031-03-01", GROUND)))
    assert read_layer_file(path).areas == plain.areas


def test_an_outline_that_crosses_itself_is_mended(tmp_path: Path) -> None:
    bow = {"type": "Polygon", "coordinates": [[[31, 48], [32, 49], [32, 48], [31, 49], [31, 48]]]}
    file = read_layer_file(saved(tmp_path, feature("2031-03-01", bow)))
    assert len(file.areas) == 2
    assert all(area.shape.is_valid for area in file.areas)


RING = [[31, 48], [32, 48], [32, 49], [31, 48]]
BAD: list[tuple[str, Any, str]] = [
    ("no date", feature(None, GROUND), "feature 1 has no date"),
    ("no such day", feature("2031-02-30", GROUND), "no date"),
    ("a number for a date", feature("x", GROUND) | {"properties": {"date": 20310301}}, "no date"),
    ("no properties", {"type": "Feature", "geometry": GROUND}, "no properties"),
    ("no feature", [1], "no properties"),
    ("holder", feature("2031-03-01", GROUND, holder=7), "the holder is no text"),
    ("a point", feature("2031-03-01", {"type": "Point", "coordinates": [31, 48]}), "no Polygon"),
    ("no coordinates", feature("2031-03-01", {"type": "Polygon"}), "cannot be read"),
    ("text for coordinates", feature("2031-03-01", {"type": "Polygon", "coordinates": "xyz"}), "cannot be read"),
    ("text for a number", feature("2031-03-01", {"type": "Polygon", "coordinates": [[["a", "b"]]]}), "cannot be read"),
    ("two points", feature("2031-03-01", {"type": "Polygon", "coordinates": [RING[:2]]}), "cannot be read"),
    ("metres", feature("2031-03-01", {"type": "Polygon", "coordinates": [[[5e6, 6e6], *RING, [5e6, 6e6]]]}), "on the globe"),
    ("one number", feature("2031-03-01", {"type": "Polygon", "coordinates": [[[1], [2], [3], [1]]]}), "cannot be read"),
    ("deeper", feature("2031-03-01", {"type": "Polygon", "coordinates": [[RING, RING]]}), "cannot be read"),
]


@pytest.mark.parametrize(("bad", "told"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_what_is_wrong_with_a_feature_is_told_with_the_file(tmp_path: Path, bad: object, told: str) -> None:
    path = saved(tmp_path, bad)
    with pytest.raises(InvalidLayer, match=told) as caught:
        read_layer_file(path)
    assert str(caught.value).startswith(str(path))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no JSON at line 1"),
        (b'{"type":\n "FeatureCollection",', "no JSON at line 2"),
        (b"[" * 200_000, "nested"),
        (b'{"type": "FeatureCollection"}', "no GeoJSON"),
        (b'{"type": "Polygon", "features": []}', "no GeoJSON"),
        (b"[1, 2]", "no GeoJSON"),
        (b'{"type": "FeatureCollection", "features": []}', "no features"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": "\xff"}', "utf-8"),
        (b'{"a": ' + b"9" * 5000 + b"}", "digits"),
    ],
)
def test_what_is_no_layer_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "layer.geojson"
    path.write_bytes(content)
    with pytest.raises(InvalidLayer, match=told):
        read_layer_file(path)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.gz"
    broken.write_bytes(gzip.compress(layer_text(feature("2031-03-01", GROUND)).encode())[:-20])
    for path in (tmp_path, tmp_path / "missing.geojson", broken):
        with pytest.raises(UnreadableLayer, match=path.name):
            read_layer_file(path)


def test_size_features_and_points_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, *(feature("2031-03-01", GROUND) for _ in range(4)))
    for limit, told in (("MAX_BYTES", "bytes"), ("MAX_FEATURES", "features"), ("MAX_POINTS", "points")):
        with monkeypatch.context() as patch:
            patch.setattr(layer_file, limit, 3)
            with pytest.raises(LayerTooLarge, match=f"more than 3 {told}"):
                read_layer_file(path)
    assert len(read_layer_file(path).areas) == 4
