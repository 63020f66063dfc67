import zipfile
from pathlib import Path

import pytest

from tests.referents.gazetteer.dumps import BAD, DUMP, NAMES, PASSED_OVER, TAKEN, VILLAGE, write_dump
from whence.errors import NotADump
from whence.referents.gazetteer.dump import Tally, read_names, read_places


def ignore(share: float) -> None:
    assert 0.0 <= share <= 1.0


@pytest.mark.parametrize("name", ["XX.txt", "XX.txt.gz", "XX.zip"])
def test_a_dump_is_read_from_text_and_archives_alike(tmp_path: Path, name: str) -> None:
    tally = Tally()
    entries = list(read_places(write_dump(tmp_path / name, DUMP), tally, heard=ignore))
    assert (tally.taken, tally.passed_over, tally.bad) == (TAKEN, PASSED_OVER, BAD)
    first = entries[0]
    assert (first.place.key, first.place.feature, first.place.region) == (f"geonames:{VILLAGE}", "P.PPL", "05")
    assert first.names == ("Ozerne Druhe", "Озерне Друге", "Ozernoye Vtoroye")


def test_inhabited_spots_and_airfields_are_taken_and_other_spots_are_not(tmp_path: Path) -> None:
    entries = read_places(write_dump(tmp_path / "XX.txt", DUMP), Tally(), heard=ignore)
    assert [entry.place.name for entry in entries if entry.place.feature.startswith("S")] == ["Hromivske Airfield"]


def test_a_county_keeps_its_key(tmp_path: Path) -> None:
    entries = read_places(write_dump(tmp_path / "XX.txt", DUMP), Tally(), heard=ignore)
    assert [entry.keys for entry in entries if entry.place.country == "US"] == [("fips:22079",)]


def test_alternate_names_are_read_without_links_and_codes(tmp_path: Path) -> None:
    tally = Tally()
    names = list(read_names(write_dump(tmp_path / "names.zip", NAMES), tally, heard=ignore))
    assert names == [(VILLAGE, "Druhé Jezerné"), (694403, "Siwersk Nowy"), (99999999, "A place not at hand")]
    assert tally.bad == 1


def unreadable(tmp_path: Path) -> dict[str, Path]:
    cut = write_dump(tmp_path / "cut.txt.gz", DUMP * 50)
    cut.write_bytes(cut.read_bytes()[:-40])
    two = tmp_path / "two.zip"
    with zipfile.ZipFile(two, "w") as archive:
        archive.writestr("a.txt", "a")
        archive.writestr("b.txt", "b")
    return {
        "missing": tmp_path / "missing.txt",
        "cut": cut,
        "two": two,
        "no archive": write_dump(tmp_path / "XX.txt", DUMP).rename(tmp_path / "fake.zip"),
        "prose": write_dump(tmp_path / "prose.txt", ["Nothing but prose.", "And more of it."]),
        "empty": write_dump(tmp_path / "empty.txt", []),
    }


@pytest.mark.parametrize("which", ["missing", "cut", "two", "no archive", "prose", "empty"])
def test_what_is_no_dump_is_refused_by_name(tmp_path: Path, which: str) -> None:
    path = unreadable(tmp_path)[which]
    with pytest.raises(NotADump, match=rf"{path.name}.*W353"):
        list(read_places(path, Tally(), heard=ignore))
