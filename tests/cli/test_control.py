from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.referents.layers import box, feature, saved
from whence.cli.control import app, pick
from whence.records import Box, Place

runner = CliRunner()


@pytest.fixture
def path(tmp_path: Path) -> str:
    days = feature("2031-03-01", box(30, 48, 32, 48.5)), feature("2031-03-11", box(30, 48, 32, 49))
    return str(saved(tmp_path, *days))


def test_at_tells_the_holder_the_day_used_and_the_distance(path: str) -> None:
    result = runner.invoke(app, ["at", "48.6,31", "2031-03-05", "--layer", path])
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines() == [
        "48.6000 N, 31.0000 E",
        "2031-03-05: in no area of the layer",
        "layer: layer.geojson as of 2031-03-01, 4 days before 2031-03-05",
        "line of contact: 11.1 km away, at 48.5000 N, 31.0000 E",
    ]


def test_at_before_the_layer_begins_says_so(path: str) -> None:
    result = runner.invoke(app, ["at", "48.6,31", "2030-03-05", "--layer", path])
    assert result.exit_code == 0
    assert "not known" in result.stdout
    assert "begins on 2031-03-01" in result.stdout


def test_history_tells_when_the_place_changed_hands(path: str) -> None:
    result = runner.invoke(app, ["history", "48.6, 31", "--layer", path, "--held-by", "East"])
    assert result.stdout.splitlines()[1:] == [
        "layer.geojson: 2 days from 2031-03-01 to 2031-03-11",
        "2031-03-01 to 2031-03-01: in no area of the layer; changed by 2031-03-11",
        "2031-03-11 to 2031-03-11: held by East",
    ]


def test_a_southern_latitude_is_no_option(path: str) -> None:
    result = runner.invoke(app, ["at", "-33.9,-71.5", "2031-03-05", "--layer", path])
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("33.9000 S, 71.5000 W\n")


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["at", "98,31", "2031-03-05"], 1, "W369"),
        (["at", "48,31", "5 March"], 2, "DATE"),
        (["at", "48,31", "2031-03-05", "--lair", "x"], 2, "lair"),
        (["history"], 2, "PLACE"),
    ],
)
def test_what_is_wrong_is_told(path: str, arguments: list[str], status: int, told: str) -> None:
    result = runner.invoke(app, [*arguments, "--layer", path])
    assert result.exit_code == status
    assert told in result.stderr


def test_a_missing_layer_is_one_line(tmp_path: Path) -> None:
    result = runner.invoke(app, ["at", "48,31", "2031-03-05", "--layer", str(tmp_path / "none.geojson")])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "[W365]" in result.stderr


def place(name: str, latitude: float, longitude: float) -> Place:
    return Place(f"test:{name}", name, latitude, longitude, "P.PPL", "HA")


def test_of_several_places_the_one_in_the_layer_is_taken_and_the_others_are_counted() -> None:
    layer = Box(south=48, west=30, north=49, east=32)
    spot = pick([place("Dravik", 10, 10), place("Dravik", 48.5, 31)], layer)
    assert (spot.latitude, spot.longitude) == (48.5, 31)
    assert spot.line.endswith("; 1 other place of that name left aside")
    far = pick([place("Dravik", 10, 10)], layer)
    assert far.line == "Dravik, HA (10.0000 N, 10.0000 E); it lies far outside the layer"
