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
