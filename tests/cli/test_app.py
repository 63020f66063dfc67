import subprocess
import sys
from importlib.metadata import version

import pytest
from typer.testing import CliRunner

from whence.cli.app import app

runner = CliRunner()
HEAVY = {"jinja2", "numpy", "onnxruntime", "pandas", "spacy", "trafilatura"}


@pytest.mark.parametrize("verb", ["read", "trace", "diff", "demo"])
def test_every_verb_is_listed_and_has_help(verb: str) -> None:
    assert f"\u2502 {verb} " in runner.invoke(app, ["--help"]).stdout
    assert runner.invoke(app, [verb, "--help"]).exit_code == 0


def test_the_version_is_the_packages() -> None:
    assert runner.invoke(app, ["--version"]).stdout == f"whence {version('whence')}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["reed", "x"],
        ["read", "x", "--format", "pdf"],
        ["read", "x", "--max-bytes", "0"],
        ["read", "x", "-f", "md", "--open"],
        ["trace"],
        ["trace", "x", "y", "--jobs", "0"],
        ["diff", "x"],
        ["diff", "x", "y", "-f", "dot"],
    ],
)
def test_a_misunderstood_command_ends_with_status_2(arguments: list[str]) -> None:
    result = runner.invoke(app, arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["trace", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    tell = (
        "import sys; sys.argv = sys.argv[1:]; from whence.cli import main\n"
        "try: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    )
    code = [sys.executable, "-c", tell, "whence", *arguments]
    done = subprocess.run(code, capture_output=True, text=True, check=True)
    assert done.stdout
    assert HEAVY & set(done.stderr.split()) == set()
