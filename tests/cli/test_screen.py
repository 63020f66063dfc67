import pytest

from whence.cli.screen import say_failure, say_note
from whence.errors import MissingInput


def test_a_failure_is_one_harmless_line(capsys: pytest.CaptureFixture[str]) -> None:
    say_failure(MissingInput("a\x1b[2J\nb.txt", "no such file"))
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "\x1b" not in err
    assert err.endswith("[W110]\n")


def test_a_note_is_for_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    say_note("written: sheet.html")
    assert capsys.readouterr().err == ""
