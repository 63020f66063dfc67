import io
import json
from dataclasses import replace
from typing import Any

import geopandas
import pytest

from tests.publish.exports.norn import norn
from whence.publish.exports import FORMS, ExportName, ExportOptions, Scheme
from whence.publish.exports.columns import header_of
from whence.records import Known

GEOJSON = FORMS[ExportName.GEOJSON]


def page(scheme: Scheme = Scheme.ACLED) -> str:
    options = ExportOptions(columns=scheme)
    return GEOJSON.write(GEOJSON.take(norn(), options).pieces, options)


def read(text: str) -> Any:
    return geopandas.read_file(io.BytesIO(text.encode("utf-8")), engine="pyogrio")


@pytest.mark.parametrize("scheme", Scheme)
def test_geopandas_reads_points_in_degrees(scheme: Scheme) -> None:
    frame = read(page(scheme))
    assert frame.crs.to_epsg() == 4326
    points = frame[frame.geometry.notna()]
    assert len(points) == {Scheme.ACLED: 3, Scheme.UCDP: 2}[scheme]
    assert (points.geometry.x == points["longitude"]).all()
    assert (points.geometry.y == points["latitude"]).all()


def test_an_event_without_a_known_place_is_a_feature_without_a_geometry() -> None:
    frame = read(page())
    assert frame[frame.geometry.isna()]["whence_claims"].tolist() == ["c9", "c12"]


def test_the_precision_is_a_property() -> None:
    assert read(page())["geo_precision"].dropna().tolist() == [1, 1, 2]
    assert read(page(Scheme.UCDP))["where_prec"].dropna().tolist() == [1, 2]


def test_a_feature_has_the_columns_with_null_for_what_is_not_known() -> None:
    feature = json.loads(page())["features"][3]
    assert tuple(feature["properties"]) == header_of(Scheme.ACLED)
    assert feature["id"] == feature["properties"]["event_id_cnty"]
    assert feature["geometry"] is None
    assert feature["properties"]["fatalities"] is None
    assert feature["properties"]["event_date"] is None


def test_longitude_stands_first_and_there_is_no_crs() -> None:
    document = json.loads(page())
    assert document["features"][0]["geometry"] == {"type": "Point", "coordinates": [-20.99712, 63.93311]}
    assert set(document) == {"type", "features"}


def test_no_event_is_an_empty_collection() -> None:
    assert len(read(GEOJSON.write((), ExportOptions()))) == 0


def test_nothing_raw_that_a_screen_would_obey() -> None:
    hostile = replace(norn(), report=replace(norn().report, outlet=Known("a\x9b\u202eb\u2028c\x1b")))
    text = GEOJSON.write(GEOJSON.take(hostile, ExportOptions()).pieces, ExportOptions())
    assert not set(text) & set("\x9b\u202e\u2028\x1b")
    assert json.loads(text)["features"][0]["properties"]["source"].startswith("a⟨U+009B⟩")
