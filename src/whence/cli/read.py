"""`whence read`: from files and addresses to claim sheets."""

from __future__ import annotations

from typing import Annotated

import typer

from whence.cli.options import (
    AllOption,
    ContextOption,
    EngineOption,
    ForceOption,
    FormatOption,
    HeldByOption,
    LayerOption,
    OpenOption,
    OutputOption,
    settle_presentation,
)

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUTS",
        help="Files, folders, patterns, http(s) addresses, or - for standard input. HTML, plain text, Markdown, PDF or JSON Lines.",
        show_default=False,
    ),
]
MaxBytes = Annotated[int, typer.Option("--max-bytes", min=1, help="The largest file or page that is read.")]
AllowPrivate = Annotated[bool, typer.Option("--allow-private", help="Fetch addresses of private and loopback networks too.")]


def read(
    inputs: Inputs,
    *,
    form: FormatOption = None,
    output: OutputOption = None,
    engine: EngineOption = "whence",
    context: ContextOption = "auto",
    layer: LayerOption = None,
    held_by: HeldByOption = "",
    max_bytes: MaxBytes = 10_000_000,
    allow_private: AllowPrivate = False,
    full: AllOption = False,
    force: ForceOption = False,
    open_page: OpenOption = False,
) -> None:
    """Show who says what in each report, and on whose word.

    One sheet a report, in the order given.
    An input that fails costs one line and an exit status of 1; the others go on.
    """
    presentation = settle_presentation(form=form, output=output, full=full, force=force, open_page=open_page)
    from whence.cli.run import run  # noqa: PLC0415 - so that --help need not wait for it
    from whence.reader import ReaderOptions  # noqa: PLC0415
    from whence.reports import LoadOptions  # noqa: PLC0415

    reader_options = ReaderOptions(engine=engine, context=context, layer=layer, held_by=held_by)
    options = LoadOptions(max_bytes=max_bytes, allow_private=allow_private)
    raise typer.Exit(run(inputs, presentation, reader_options=reader_options, options=options))
