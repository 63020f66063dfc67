import json

from typer.testing import CliRunner

from whence.cli.app import app

runner = CliRunner()


def test_the_demo_shows_the_sample() -> None:
    result = runner.invoke(app, ["demo"])
    assert result.exit_code == 0, result.stderr
    assert "Garrison leaves Dravik" in result.stdout
    assert "Ilse Marn" in result.stdout


def test_the_sample_is_read_without_its_menus() -> None:
    text = json.loads(runner.invoke(app, ["demo", "-f", "json"]).stdout)["report"]["text"]
    assert text.endswith("Talks are due to resume in Halm on 11 May.")
    assert not [word for word in ("cookies", "Advertisement", "Read also", "riverman", "©") if word in text]


def test_the_demo_traces_the_sample_family() -> None:
    result = runner.invoke(app, ["demo", "--trace"])
    assert result.exit_code == 0, result.stderr
    assert "8 reports: " in result.stdout
    for outlet in ("Radio Kokomeren", "The Issyk Letter", "Orlan Evening Star"):
        assert outlet in result.stdout
    assert "first-hand" in result.stdout
    assert "written from" in result.stdout


def test_forms_of_a_stemma_need_a_trace() -> None:
    refused = runner.invoke(app, ["demo", "-f", "dot"])
    assert refused.exit_code == 2
    assert "--trace" in refused.stderr
    traced = runner.invoke(app, ["demo", "--trace", "-f", "dot"])
    assert traced.exit_code == 0, traced.stderr
    assert traced.stdout.startswith("digraph stemma {")
