"""A small index of real towns, written by the real writer, and the whole one from the cache folder."""

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from whence.referents.gazetteer import Gazetteer, open_gazetteer
from whence.referents.gazetteer.opening import MAKER
from whence.referents.gazetteer.store import SCHEMA, Writer, fresh_index
from whence.referents.gazetteer.towns import town_entries


def city(number: int, name: str, at: tuple[float, float], code: str, population: int, *others: str) -> dict[str, Any]:
    return {
        "geonameid": number,
        "name": name,
        "latitude": at[0],
        "longitude": at[1],
        "countrycode": code.partition(".")[0],
        "admin1code": code.partition(".")[2],
        "population": population,
        "alternatenames": list(others),
    }


CITIES = [
    city(694403, "Siversk", (48.86476, 38.09683), "UA.05", 10875, "Seversk", "Sivers'k", "Северск", "Сіверськ"),
    city(496360, "Sevsk", (52.15, 34.49), "RU.10", 7620, "Севск"),
    city(492094, "Seversk", (56.6, 84.88), "RU.75", 109106, "Северск"),
    city(709717, "Donetsk", (48.023, 37.80224), "UA.05", 901645, "Донецьк", "Донецк", "UKS", "83000"),
    city(693805, "Simferopol", (44.95719, 34.11079), "UA.11", 336460, "Сімферополь"),
    city(703448, "Kyiv", (50.45466, 30.5238), "UA.12", 2797553, "Kiev", "Київ", "Киев", "IEV"),
    city(170063, "Ma‘arrat an Nu‘mān", (35.64, 36.67), "SY.12", 58008, "معرة النعمان", "Maarat al-Numan"),
    city(2193733, "Auckland", (-36.85, 174.76), "NZ.E7", 417910),
    city(2198148, "Suva", (-18.14, 178.44), "FJ.01", 77366),
    city(5884073, "Saint-Denis", (48.93, 2.36), "FR.11", 96128, "St. Denis"),
]


def write_index(path: Path, cities: list[dict[str, Any]]) -> None:
    with fresh_index(path) as base:
        writer = Writer(base)
        for entry in town_entries(cities, capitals={"UA": "Kyiv"}):
            writer.put(entry)
        writer.finish(**{"schema": str(SCHEMA), MAKER: version(MAKER), "version": "a small index for tests"})


@pytest.fixture(scope="session")
def small_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gazetteer") / "small.sqlite"
    write_index(path, CITIES)
    return path


@pytest.fixture
def small(small_path: Path) -> Iterator[Gazetteer]:
    gazetteer = open_gazetteer(small_path)
    yield gazetteer
    gazetteer.close()


@pytest.fixture(scope="session")
def whole() -> Gazetteer:
    """The index that users have: compiled by the first test that asks, then taken from the cache folder."""
    return open_gazetteer()
