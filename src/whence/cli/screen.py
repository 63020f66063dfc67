"""Standard output and standard error, made ready for report text."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from whence.publish.visible import visible

if TYPE_CHECKING:
    from rich.console import Console


def prepare_streams(*, data: bool) -> None:
    """Let no character of a report stop the printing.

    With `data`, standard output is UTF-8 whatever the locale, for programs read it; else it stays as it is and what it cannot
    show is replaced.
    """
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if data and stream is sys.stdout:
            stream.reconfigure(encoding="utf-8", errors="strict", newline="\n")
        else:
            stream.reconfigure(errors="replace")


def open_console() -> Console:
    """Return the console for sheets on standard output."""
    from rich.console import Console  # noqa: PLC0415 - only when something is shown

    return Console(highlight=False, markup=False, emoji=False)


def write_out(text: str) -> None:
    """Write data to standard output."""
    sys.stdout.write(text)
    sys.stdout.flush()


def say_failure(error: Exception) -> None:
    """Write one line about a failure to standard error."""
    sys.stderr.write(f"whence: {visible(str(error))}\n")
    sys.stderr.flush()


def say_note(text: str) -> None:
    """Write one line for a person at a terminal to standard error; nothing if nobody sits there."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{visible(text)}\n")
        sys.stderr.flush()
