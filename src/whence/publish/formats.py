"""The table of formats: the one place that says in which forms a claim sheet can leave, and what each is good for."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from whence.records import Reading

# Columns of the terminal form when it is written to a file.
FILE_WIDTH = 100


class FormatName(StrEnum):
    """What the caller asks for."""

    TERMINAL = "terminal"
    JSON = "json"
    MD = "md"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Format:
    """One form: `suffix` of its files, `separator` between several in one stream, None where each needs a file of its own."""

    name: FormatName
    suffix: str
    media_type: str
    meaning: str
    separator: str | None
    write: Callable[[Reading], str]


def write_terminal(reading: Reading) -> str:
    """Return the sheet as plain text, whole."""
    from rich.console import Console  # noqa: PLC0415 - only when asked for

    from whence.publish.terminal import SheetView  # noqa: PLC0415

    page = io.StringIO()
    Console(file=page, width=FILE_WIDTH, color_system=None, highlight=False, legacy_windows=False).print(
        SheetView(reading, full=True)
    )
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def write_json(reading: Reading) -> str:
    """Return one line of JSON."""
    from whence.publish.interchange import to_json_line  # noqa: PLC0415

    return to_json_line(reading) + "\n"


def write_markdown(reading: Reading) -> str:
    """Return one Markdown document."""
    from whence.publish.markdown import to_markdown  # noqa: PLC0415

    return to_markdown(reading)


def write_html(reading: Reading) -> str:
    """Return one self-contained page; Jinja2 is loaded only now."""
    from whence.publish.page import to_html  # noqa: PLC0415

    return to_html(reading)


FORMATS: dict[FormatName, Format] = {
    form.name: form
    for form in (
        Format(FormatName.TERMINAL, ".txt", "text/plain", "a sheet to read here", "\n", write_terminal),
        Format(FormatName.JSON, ".jsonl", "application/x-ndjson", "one JSON line a report, for programs", "", write_json),
        Format(FormatName.MD, ".md", "text/markdown", "Markdown, for a note or a ticket", "\n", write_markdown),
        Format(FormatName.HTML, ".html", "text/html", "one self-contained page, for an editor", None, write_html),
    )
}
