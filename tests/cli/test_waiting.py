import io
import sys
import time

import pytest

from whence.cli import waiting
from whence.cli.waiting import Waiting


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def sit_down(monkeypatch: pytest.MonkeyPatch, *, patience: float) -> Terminal:
    """Put a terminal in the place of standard error; called in the test itself, for pytest puts its own there before."""
    monkeypatch.setattr(waiting, "PATIENCE_S", patience)
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    return screen


def wait_for(words: str, screen: Terminal) -> bool:
    deadline = time.monotonic() + 5
    while words not in screen.getvalue() and time.monotonic() < deadline:
        time.sleep(0.02)
    return words in screen.getvalue()


def test_what_is_quick_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_down(monkeypatch, patience=60)
    with Waiting(total=2) as bar:
        bar.advance()
    assert terminal.getvalue() == ""


def test_what_lasts_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_down(monkeypatch, patience=0.01)
    with Waiting(total=2) as bar:
        bar.advance()
        assert wait_for("1/2", terminal)
        bar.advance()
        bar.advance()
        assert wait_for("3/3", terminal)


def test_nobody_is_shown_a_bar_where_nobody_sits(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(waiting, "PATIENCE_S", 0.01)
    with Waiting(total=1):
        time.sleep(0.1)
    assert capsys.readouterr().err == ""


def test_the_bar_makes_room_for_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_down(monkeypatch, patience=0.01)
    with Waiting(total=2) as bar:
        assert wait_for("0/2", terminal)
        with bar.paused():
            before = terminal.getvalue()
            time.sleep(0.3)
            assert terminal.getvalue() == before


def test_the_bar_says_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_down(monkeypatch, patience=0.01)
    with Waiting(total=None, doing="Tracing"):
        assert wait_for("Tracing", terminal)
    assert "Reading" not in terminal.getvalue()
