from pathlib import Path

from typer.testing import CliRunner

from tests.referents.contexts.packs import LAYER, PACK, changed, line_with, saved
from whence.cli.context import app
from whence.referents.contexts import shipped_contexts

runner = CliRunner()


def test_check_praises_a_good_pack(tmp_path: Path) -> None:
    result = runner.invoke(app, ["check", str(saved(tmp_path, PACK))])
    assert (result.exit_code, result.stdout) == (0, f"{tmp_path / 'pack.toml'}: a good context pack\n")


def test_check_prints_every_problem_with_file_and_line(tmp_path: Path) -> None:
    text = changed("south = 10.0", "south = 13.0").replace('side = "west"', 'side = "north"')
    result = runner.invoke(app, ["check", str(saved(tmp_path, text))])
    assert result.exit_code == 1
    places = [line.split(": ")[0] for line in result.stdout.splitlines()]
    assert places == [f"{tmp_path / 'pack.toml'}:{line_with(text, mark)}" for mark in ("south = 13", 'side = "north"')]


def test_check_of_a_missing_file_is_one_line(tmp_path: Path) -> None:
    result = runner.invoke(app, ["check", str(tmp_path / "none.toml")])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "[W362]" in result.stderr


def test_list_names_the_shipped_packs() -> None:
    lines = runner.invoke(app, ["list"]).stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(shipped_contexts())


def test_show_tells_all_of_a_pack_with_its_sources(tmp_path: Path) -> None:
    (tmp_path / "ground.geojson").write_text("{}", encoding="utf-8")
    shown = runner.invoke(app, ["show", str(saved(tmp_path, PACK + LAYER))]).stdout
    assert (
        "  Army of East Halm (east-army)\n    President of East Halm\n      Ilse Marn from 2029-01-01 until 2031-05-01 [" in shown
    )
    assert "called a militia by East Halm [Halm Institute, https://institute.example/guard]" in shown
    assert "Halm Gazette (gazette.example): private [" in shown
    assert "Dravik Bridge" in shown
    assert "CC0-1.0" in shown


def test_show_lets_nothing_steer_the_terminal(tmp_path: Path) -> None:
    path = saved(tmp_path, changed("War in Halm", "War\\u001b[2J in Halm"))
    assert "\x1b" not in runner.invoke(app, ["show", str(path)]).stdout


def test_show_of_an_unknown_pack_names_the_known_ones() -> None:
    result = runner.invoke(app, ["show", "halm"])
    assert result.exit_code == 1
    assert "ukraine-2022" in result.stderr
