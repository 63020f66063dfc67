"""Putting out one document that tells of several reports: on the screen, in a file, or into the browser."""

from __future__ import annotations

import tempfile
import webbrowser
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeVar

import typer

from whence.cli.output import refuse_existing, write_file
from whence.cli.screen import open_console, say_note, write_out

if TYPE_CHECKING:
    from enum import StrEnum

    from rich.console import RenderableType

    from whence.publish.trace.forms import Form

    Name = TypeVar("Name", bound=StrEnum)

T = TypeVar("T")
TERMINAL, HTML = "terminal", "html"
OTHER_SUFFIXES = {".htm": ".html", ".gv": ".dot", ".jsonl": ".json", ".markdown": ".md"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """Where a document goes: a file or the screen, over what is there, into the browser."""

    output: str | None
    force: bool
    open_page: bool

    def check(self) -> None:
        """Refuse early what would be refused late.

        Raises:
            OutputExists: if the file is there and is not to be overwritten.
        """
        if self.output is not None:
            refuse_existing(Path(self.output), force=self.force)


def settle_form(form: Name | None, forms: Mapping[Name, Form[T]], *, output: str | None, open_page: bool) -> Name:
    """Return the form that is asked for, or that --open or the suffix of the output says, else the terminal's.

    Raises:
        typer.BadParameter: if a page is to be opened that is none.
    """
    suffix = PurePath(output).suffix.lower() if output else ""
    suffix = OTHER_SUFFIXES.get(suffix, suffix)
    wanted = HTML if open_page else next((each.name for each in forms.values() if each.suffix == suffix), TERMINAL)
    settled = form or next(name for name in forms if name == wanted)
    if open_page and settled != HTML:
        message = "only an html page can be opened in a browser"
        raise typer.BadParameter(message, param_hint="--open")
    return settled


def put(thing: T, form: Form[T], view: RenderableType, to: Destination) -> None:
    """Put out one document; on the screen, the terminal's form at the width of the screen.

    Raises:
        OutputExists, OutputUnwritable: see `whence.cli.output.write_file`.
    """
    if to.output is None and not to.open_page:
        if form.name == TERMINAL:
            open_console().print(view)
        else:
            write_out(form.write(thing))
        return
    path = Path(to.output) if to.output is not None else Path(tempfile.mkdtemp(prefix="whence-")) / f"whence{form.suffix}"
    write_file(path, form.write(thing), force=to.force)
    say_note(f"written: {path}")
    if to.open_page:
        webbrowser.open(path.resolve().as_uri())
