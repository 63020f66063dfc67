"""The verb from its arguments to its output; what stands in each form is tested in tests/publish/trace."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.publish.trace.dyke import AFTER, BEFORE
from whence.cli.app import app

runner = CliRunner()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "before.txt").write_text(BEFORE, encoding="utf-8")
    (tmp_path / "after.txt").write_text(AFTER, encoding="utf-8")
    rows = [
        {"id": id, "text": text, "language": "en"} for id, text in (("v1", BEFORE), ("v2", AFTER), ("v3", AFTER), ("v3", BEFORE))
    ]
    (tmp_path / "both.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def changes(*arguments: str) -> list[str]:
    result = runner.invoke(app, ["diff", *arguments, "-f", "json"])
    assert result.exit_code == 0, result.stderr
    return [row["change"] for row in json.loads(result.stdout)["passages"]]


@pytest.mark.usefixtures("folder")
def test_two_versions_stand_side_by_side() -> None:
    result = runner.invoke(app, ["diff", "before.txt", "after.txt"])
    assert result.exit_code == 0, result.stderr
    assert "[-12-]" in result.stdout
    assert "{+21+}" in result.stdout


@pytest.mark.usefixtures("folder")
def test_a_report_of_several_is_named_by_its_id() -> None:
    found = changes("both.jsonl#v1", "both.jsonl#v2")
    assert found == changes("before.txt", "after.txt")
    assert {"kept", "changed"} <= set(found)
    assert set(changes("both.jsonl#v1", "before.txt")) == {"kept"}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("name", "why", "code"),
    [
        ("both.jsonl", "4 reports in it", "W505"), ("both.jsonl#v9", "no reports of the id 'v9' in it", "W505"),
        ("both.jsonl#v3", "2 reports of the id 'v3' in it", "W505"), ("gone.txt", "no such file", "W110"),
    ],
)  # fmt: skip
def test_an_input_that_is_not_one_report_is_refused(name: str, why: str, code: str) -> None:
    result = runner.invoke(app, ["diff", "before.txt", name])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert why in result.stderr
    assert result.stderr.endswith(f"[{code}]\n")


def test_the_page_goes_to_a_file(folder: Path) -> None:
    result = runner.invoke(app, ["diff", "before.txt", "after.txt", "-o", "diff.html"])
    assert result.exit_code == 0, result.stderr
    assert "<del>12</del>" in (folder / "diff.html").read_text(encoding="utf-8")
