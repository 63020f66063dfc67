"""The options that several verbs share, with their help, and what they amount to."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Annotated

import typer

from whence.publish.formats import FORMATS, FormatName

FORMAT_HELP = "; ".join(f"{form.name}: {form.meaning}" for form in FORMATS.values())

FormatOption = Annotated[
    FormatName | None,
    typer.Option(
        "--format", "-f", help=f"{FORMAT_HELP}. By default what the suffix of --output says, else terminal.", show_default=False
    ),
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        help="A file to write to, or a folder for one file a report (a name without a suffix is a folder).",
        show_default=False,
    ),
]
OneOutputOption = Annotated[
    str | None, typer.Option("--output", "-o", help="A file to write to; one for all reports.", show_default=False)
]
EngineOption = Annotated[
    str, typer.Option("--engine", help="The language engine: whence, or an installed spaCy pipeline by its name.")
]
ContextOption = Annotated[
    str,
    typer.Option("--context", metavar="NAME|FILE|auto|none", help="The context pack: a shipped one, a file, chosen by the text."),
]
LayerOption = Annotated[
    Path | None,
    typer.Option("--layer", metavar="FILE", help="A control layer (GeoJSON, .gz) to check places against.", show_default=False),
]
HeldByOption = Annotated[
    str, typer.Option("--held-by", metavar="NAME", help="Who holds the layer's areas that name no holder.", show_default=False)
]
AllOption = Annotated[bool, typer.Option("--all", help="Show every statement, and every passage whole, in the terminal.")]
WholeOption = Annotated[bool, typer.Option("--all", help="Show everything in the terminal: fold nothing, shorten nothing.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Overwrite files that are there already.")]
OpenOption = Annotated[bool, typer.Option("--open", help="Write the html page and open it in the browser.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentation:
    """How the sheets leave: their form, where to, whether whole, over what is there, and into the browser."""

    form: FormatName
    output: str | None
    full: bool
    force: bool
    open_page: bool


def settle_presentation(*, form: FormatName | None, output: str | None, full: bool, force: bool, open_page: bool) -> Presentation:
    """Return what the options amount to together.

    Raises:
        typer.BadParameter: if a page is to be opened that is none.
    """
    by_suffix = {each.suffix: each.name for each in FORMATS.values()} | {".json": FormatName.JSON, ".htm": FormatName.HTML}
    suffix = PurePath(output).suffix.lower() if output else ""
    settled = form or (FormatName.HTML if open_page else by_suffix.get(suffix, FormatName.TERMINAL))
    if open_page and settled is not FormatName.HTML:
        message = "only an html page can be opened in a browser"
        raise typer.BadParameter(message, param_hint="--open")
    return Presentation(form=settled, output=output, full=full, force=force, open_page=open_page)


def is_folder(output: str) -> bool:
    """Tell whether an output is meant as a folder: it is one, ends like one, or has no suffix."""
    return os.path.isdir(output) or output.endswith(("/", os.sep)) or not PurePath(output).suffix  # noqa: PTH112 - Path drops the last slash
