"""The verb from its arguments to its output, on real inputs."""

import json
import os
import re
import signal
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from typer.testing import CliRunner

from whence.cli.app import app

runner = CliRunner()
STORY = (
    "The mill in Pell burned down on Friday night, the mayor, Ana Bel, said on Saturday.\n"
    "“Nobody was hurt,” she told reporters. Two firemen, who asked not to be named, said that the fire had been laid.\n"
    "The mill had stood since 1874. According to the Orlin Gazette, its owner had wanted to sell it.\n"
)
COMMAND = [sys.executable, "-c", "from whence.cli import main; main()"]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "mill.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def sample() -> Path:
    return Path(str(files("whence") / "sample" / "report.html"))


def test_a_sheet_says_who_says_what(story: Path) -> None:
    result = runner.invoke(app, ["read", str(story)])
    assert result.exit_code == 0, result.stderr
    assert "Ana Bel" in result.stdout
    assert re.search(r"of \d+ sources? named", result.stdout)
    assert result.stderr == ""


def test_json_is_a_line_a_report_in_the_order_of_the_inputs(story: Path, sample: Path) -> None:
    result = runner.invoke(app, ["read", str(sample), str(story), "--format", "json"])
    first, second = map(json.loads, result.stdout.splitlines())
    assert first["report"]["outlet"] == "The Halm Courier"
    assert first["report"]["published_at"].startswith("2031-05-04")
    assert "Ana Bel" in second["report"]["text"]
    assert second["attributions"]


def test_standard_input_is_read(sample: Path) -> None:
    result = runner.invoke(app, ["read", "-", "-f", "json"], input=sample.read_bytes())
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["report"]["headline"] == "Garrison leaves Dravik after nine days of shelling"


def test_a_failing_input_costs_one_line_and_the_others_go_on(story: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    result = runner.invoke(app, ["read", str(tmp_path / "gone.txt"), str(empty), str(story), "-f", "json"])
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    gone, blank = result.stderr.splitlines()
    assert gone.startswith("whence: ")
    assert "gone.txt" in gone
    assert gone.endswith("[W110]")
    assert blank.endswith("[W101]")


def test_an_unknown_engine_is_said_once(story: Path, sample: Path) -> None:
    result = runner.invoke(app, ["read", str(story), str(sample), "--engine", "no_such_engine"])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert "no_such_engine" in result.stderr


def test_a_file_over_the_limit_is_refused(story: Path) -> None:
    result = runner.invoke(app, ["read", str(story), "--max-bytes", "20"])
    assert result.exit_code == 1
    assert result.stderr.endswith("[W105]\n")


def test_loopback_is_refused_unless_allowed() -> None:
    refused = runner.invoke(app, ["read", "http://127.0.0.1:9/story"])
    allowed = runner.invoke(app, ["read", "http://127.0.0.1:9/story", "--allow-private"])
    assert refused.stderr.endswith("[W120]\n")
    assert allowed.stderr.endswith("[W121]\n")


def test_pages_go_to_a_folder_with_an_index(story: Path, sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    result = runner.invoke(app, ["read", str(story), str(sample), "-f", "html", "-o", f"{folder}/"])
    assert result.exit_code == 0, result.stderr
    assert len(list(folder.glob("*.html"))) == 3
    assert "Garrison leaves Dravik" in (folder / "index.html").read_text(encoding="utf-8")


def test_several_pages_need_a_folder(story: Path, sample: Path) -> None:
    result = runner.invoke(app, ["read", str(story), str(sample), "-f", "html"])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.endswith("[W503]\n")


def test_what_is_there_is_not_overwritten(story: Path, tmp_path: Path) -> None:
    there = tmp_path / "sheet.html"
    there.write_text("mine", encoding="utf-8")
    result = runner.invoke(app, ["read", str(story), "-o", str(there)])
    assert result.exit_code == 1
    assert there.read_text(encoding="utf-8") == "mine"
    assert runner.invoke(app, ["read", str(story), "-o", str(there), "--force"]).exit_code == 0
    assert there.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_data_is_utf_8_whatever_the_locale(story: Path) -> None:
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*COMMAND, "read", str(story), "-f", "json"], env=environment, capture_output=True, check=True)
    assert "“Nobody was hurt,”" in json.loads(done.stdout.decode("utf-8"))["report"]["text"]
    shown = subprocess.run([*COMMAND, "read", str(story)], env=environment, capture_output=True, check=True)
    assert shown.stdout.isascii()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
@pytest.mark.parametrize("form", ["terminal", "json"])
def test_a_reader_that_stops_listening_is_no_error(sample: Path, form: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*COMMAND, "read", str(sample), "-f", form], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert done.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_an_interruption_is_quiet() -> None:
    # A shell that runs the tests in the background has them ignore the signal, and a command inherits that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    done = subprocess.Popen([*COMMAND, "read", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    signal.signal(signal.SIGINT, before)
    assert done.stdin is not None
    # More than the pipe holds: once it is written, the command is up and reading.
    done.stdin.write(b"The mill stands still. " * 20_000)
    done.stdin.flush()
    done.send_signal(signal.SIGINT)
    out, err = done.communicate(timeout=20)
    assert (done.returncode, out, err) == (130, b"", b"")
