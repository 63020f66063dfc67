"""`whence demo`: a claim sheet of the report that comes with the package, or a trace of the family that does."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import Annotated

import typer

from whence.cli.document import Destination, settle_form
from whence.cli.options import AllOption, EngineOption, ForceOption, OpenOption, OutputOption, settle_presentation
from whence.cli.trace import TraceFormOption, run_trace
from whence.publish.formats import FormatName
from whence.publish.trace.forms import TRACE_FORMS, TraceForm

TraceOption = Annotated[
    bool, typer.Option("--trace", help="Trace a family of reports on one event, many of them written from others.")
]


def demo(
    *,
    traced: TraceOption = False,
    form: TraceFormOption = None,
    output: OutputOption = None,
    engine: EngineOption = "whence",
    full: AllOption = False,
    force: ForceOption = False,
    open_page: OpenOption = False,
) -> None:
    """Read the sample report that comes with Whence, or trace the sample family; everything in them is invented."""
    from whence.cli.run import run  # noqa: PLC0415 - so that --help need not wait for it
    from whence.reader import ReaderOptions  # noqa: PLC0415
    from whence.reports import LoadOptions  # noqa: PLC0415

    folder = files("whence") / "sample"
    reader_options = ReaderOptions(engine=engine)
    if traced:
        settled = settle_form(form, TRACE_FORMS, output=output, open_page=open_page)
        to = Destination(output=output, force=force, open_page=open_page)
        with as_file(folder / "family.jsonl") as family:
            status = run_trace([str(family)], settled, to, reader_options=reader_options, options=LoadOptions(), full=full)
        raise typer.Exit(status)
    wanted = narrow(form)
    presentation = settle_presentation(form=wanted, output=output, full=full, force=force, open_page=open_page)
    with as_file(folder / "report.html") as sample:
        status = run([str(sample)], presentation, reader_options=reader_options, options=LoadOptions())
    raise typer.Exit(status)


def narrow(form: TraceForm | None) -> FormatName | None:
    """Return the form of a claim sheet.

    Raises:
        typer.BadParameter: if the form is one of a stemma alone.
    """
    if form is None:
        return None
    if str(form) not in {str(each) for each in FormatName}:
        message = f"{form} shows a stemma: add --trace"
        raise typer.BadParameter(message, param_hint="--format")
    return FormatName(form)
