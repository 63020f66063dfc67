"""`whence trace`: from reports to who wrote from whom, what was changed on the way, and who stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.document import Destination, put, settle_form
from whence.cli.options import (
    ContextOption,
    EngineOption,
    ForceOption,
    HeldByOption,
    LayerOption,
    OneOutputOption,
    OpenOption,
    WholeOption,
)
from whence.cli.read import AllowPrivate, Inputs, MaxBytes
from whence.cli.screen import prepare_streams, say_failure
from whence.cli.waiting import Waiting
from whence.errors import TooFewReports, WhenceError
from whence.publish.trace.forms import TRACE_FORMS, TraceForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.reader import ReaderOptions
    from whence.reports import LoadOptions

FAILED = 1

FORMAT_HELP = "; ".join(f"{form.name}: {form.meaning}" for form in TRACE_FORMS.values())
TraceFormOption = Annotated[
    TraceForm | None,
    typer.Option(
        "--format", "-f", help=f"{FORMAT_HELP}. By default what the suffix of --output says, else terminal.", show_default=False
    ),
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        help="How many processes read reports side by side. By default one a core where there are more than 24 reports.",
        show_default=False,
    ),
]


def trace(
    inputs: Inputs,
    *,
    form: TraceFormOption = None,
    output: OneOutputOption = None,
    jobs: JobsOption = None,
    engine: EngineOption = "whence",
    context: ContextOption = "auto",
    layer: LayerOption = None,
    held_by: HeldByOption = "",
    max_bytes: MaxBytes = 10_000_000,
    allow_private: AllowPrivate = False,
    full: WholeOption = False,
    force: ForceOption = False,
    open_page: OpenOption = False,
) -> None:
    """Show which report was written from which, what was changed on the way, and who stands behind it.

    One document for all reports; it takes two or more.
    A report that is given twice is taken once; different reports of one id are told apart by a number behind it; a line says so.
    An input that fails costs one line and an exit status of 1; the others go on.
    """
    settled = settle_form(form, TRACE_FORMS, output=output, open_page=open_page)
    from whence.reader import ReaderOptions  # noqa: PLC0415 - so that --help need not wait for it
    from whence.reports import LoadOptions  # noqa: PLC0415

    reader_options = ReaderOptions(engine=engine, context=context, layer=layer, held_by=held_by)
    options = LoadOptions(max_bytes=max_bytes, allow_private=allow_private)
    destination = Destination(output=output, force=force, open_page=open_page)
    raise typer.Exit(run_trace(inputs, settled, destination, reader_options=reader_options, options=options, jobs=jobs, full=full))


def run_trace(
    inputs: Sequence[str],
    form: TraceForm,
    to: Destination,
    *,
    reader_options: ReaderOptions,
    options: LoadOptions,
    jobs: int | None = None,
    full: bool = False,
) -> int:
    """Read all inputs, trace them, put out the document, say what failed; return the exit status."""
    from whence.cli.gather import gather  # noqa: PLC0415
    from whence.publish.trace.sheet import TraceSheet  # noqa: PLC0415
    from whence.publish.trace.terminal import TraceView  # noqa: PLC0415
    from whence.tracer import trace as trace_readings  # noqa: PLC0415

    prepare_streams(data=form is not TraceForm.TERMINAL)
    try:
        to.check()
        readings, failures = gather(inputs, reader_options=reader_options, options=options, jobs=jobs)
        if len(readings) <= 1:
            raise TooFewReports(len(readings))
        with Waiting(total=None, doing="Tracing"):
            sheet = TraceSheet(trace_readings(readings), {reading.report.id: reading for reading in readings})
        put(sheet, TRACE_FORMS[form], TraceView(sheet.trace, full=full), to)
    except WhenceError as error:
        say_failure(error)
        return FAILED
    return FAILED if failures else 0
