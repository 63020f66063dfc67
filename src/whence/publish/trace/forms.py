"""The tables of forms: the one place that says in which forms a trace, and two reports side by side, can leave.

Each form is one document. What writes it is loaded only when it is asked for.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from whence.publish.formats import FILE_WIDTH

if TYPE_CHECKING:
    from rich.console import RenderableType

    from whence.publish.trace.comparing import Comparison
    from whence.publish.trace.sheet import TraceSheet

T = TypeVar("T")


class TraceForm(StrEnum):
    """In what form a trace is asked for."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"
    DOT = "dot"
    GRAPHML = "graphml"
    MD = "md"


class DiffForm(StrEnum):
    """In what form two reports side by side are asked for."""

    TERMINAL = "terminal"
    HTML = "html"
    JSON = "json"
    MD = "md"


@dataclass(frozen=True, slots=True)
class Form(Generic[T]):
    """One form: the suffix of its files, what it is good for, and what writes it."""

    name: str
    suffix: str
    meaning: str
    write: Callable[[T], str]


def write_renderable(shown: RenderableType) -> str:
    """Return what a terminal would show as plain text."""
    from rich.console import Console  # noqa: PLC0415 - only when asked for

    page = io.StringIO()
    Console(file=page, width=FILE_WIDTH, color_system=None, highlight=False, legacy_windows=False).print(shown)
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def write_terminal(sheet: TraceSheet) -> str:
    """Return the trace as plain text, whole."""
    from whence.publish.trace.terminal import TraceView  # noqa: PLC0415

    return write_renderable(TraceView(sheet.trace, full=True))


def write_json(sheet: TraceSheet) -> str:
    """Return one JSON object on one line."""
    from whence.publish.trace.interchange import to_json  # noqa: PLC0415

    return to_json(sheet.trace) + "\n"


def write_html(sheet: TraceSheet) -> str:
    """Return one self-contained page."""
    from whence.publish.trace.page import to_html  # noqa: PLC0415

    return to_html(sheet.trace, sheet.readings)


def write_dot(sheet: TraceSheet) -> str:
    """Return the stemma in Graphviz's language."""
    from whence.publish.trace.graphs import to_dot  # noqa: PLC0415

    return to_dot(sheet.trace)


def write_graphml(sheet: TraceSheet) -> str:
    """Return the stemma as GraphML."""
    from whence.publish.trace.graphs import to_graphml  # noqa: PLC0415

    return to_graphml(sheet.trace)


def write_markdown(sheet: TraceSheet) -> str:
    """Return one Markdown document."""
    from whence.publish.trace.markdown import to_markdown  # noqa: PLC0415

    return to_markdown(sheet.trace)


def write_diff_terminal(comparison: Comparison) -> str:
    """Return two reports side by side as plain text, whole."""
    from whence.publish.trace.terminal_diff import DiffView  # noqa: PLC0415

    return write_renderable(DiffView(comparison, full=True))


def write_diff_json(comparison: Comparison) -> str:
    """Return the comparison as one JSON object on one line."""
    from whence.publish.trace.comparing import to_dict  # noqa: PLC0415
    from whence.publish.trace.interchange import dump  # noqa: PLC0415

    return dump(to_dict(comparison)) + "\n"


def write_diff_html(comparison: Comparison) -> str:
    """Return two reports side by side as one self-contained page."""
    from whence.publish.trace.page_diff import to_html  # noqa: PLC0415

    return to_html(comparison)


def write_diff_markdown(comparison: Comparison) -> str:
    """Return two reports side by side as one Markdown document."""
    from whence.publish.trace.markdown_diff import to_markdown  # noqa: PLC0415

    return to_markdown(comparison)


TRACE_FORMS: dict[TraceForm, Form[TraceSheet]] = {
    TraceForm.TERMINAL: Form("terminal", ".txt", "the stemma as a tree, to read here", write_terminal),
    TraceForm.JSON: Form("json", ".json", "one JSON object, for programs", write_json),
    TraceForm.HTML: Form("html", ".html", "one self-contained page, for an editor", write_html),
    TraceForm.DOT: Form("dot", ".dot", "the stemma for Graphviz", write_dot),
    TraceForm.GRAPHML: Form("graphml", ".graphml", "the stemma for Gephi, yEd or Cytoscape", write_graphml),
    TraceForm.MD: Form("md", ".md", "Markdown, for a note or a ticket", write_markdown),
}
DIFF_FORMS: dict[DiffForm, Form[Comparison]] = {
    DiffForm.TERMINAL: Form("terminal", ".txt", "two columns, to read here", write_diff_terminal),
    DiffForm.HTML: Form("html", ".html", "one self-contained page, for an editor", write_diff_html),
    DiffForm.JSON: Form("json", ".json", "one JSON object, for programs", write_diff_json),
    DiffForm.MD: Form("md", ".md", "Markdown, for a note or a ticket", write_diff_markdown),
}
