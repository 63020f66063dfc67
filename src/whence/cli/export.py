"""`whence export`: what reports tell, in the formats of others: a coder's table, points, schema.org claims, W3C PROV."""

from __future__ import annotations

import sys
from collections import Counter
from functools import cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.options import ContextOption, EngineOption, ForceOption, HeldByOption, LayerOption
from whence.cli.output import refuse_existing, write_file
from whence.cli.read import AllowPrivate, Inputs, MaxBytes
from whence.cli.screen import prepare_streams, say_failure, say_note, write_out
from whence.errors import WhenceError
from whence.publish.exports import FORMS, ExportForm, ExportName, ExportOptions, Include, Scheme
from whence.publish.visible import shorten, visible
from whence.records import Reading

if TYPE_CHECKING:
    from whence.referents.gazetteer import Gazetteer

FAILED = 1
# Reports that a line names before it says how many more there are, and characters of a name.
NAMED = 3
NAME_LENGTH = 60
# What was left out, as it is told, and whether the option --include brings it back.
LEFT_OUT = {
    Include.DENIED: ("only denied", True),
    Include.SPECULATION: ("only speculated", True),
    Include.BACKGROUND: ("background", True),
    "assessment": ("assessments", False),
    "uncoded": ("of a kind without a code in these columns", False),
}

FORMAT_HELP = "; ".join(f"{form.name}: {form.meaning}" for form in FORMS.values())

FormatOption = Annotated[
    ExportName | None,
    typer.Option(
        "--format", "-f", help=f"{FORMAT_HELP}. By default what the suffix of --output says, else csv.", show_default=False
    ),
]
ColumnsOption = Annotated[Scheme, typer.Option("--columns", help="Whose columns csv and geojson have.")]
OutputOption = Annotated[
    str | None, typer.Option("--output", "-o", help="A file to write to; one for all reports.", show_default=False)
]
IncludeOption = Annotated[
    list[Include] | None,
    typer.Option(
        "--include",
        help="Put in, and mark as such, what else is left out: what a report has only as background, as denied or as speculation.",
        show_default=False,
    ),
]


def export(
    inputs: Inputs,
    *,
    form: FormatOption = None,
    columns: ColumnsOption = Scheme.ACLED,
    include: IncludeOption = None,
    output: OutputOption = None,
    engine: EngineOption = "whence",
    context: ContextOption = "auto",
    layer: LayerOption = None,
    held_by: HeldByOption = "",
    max_bytes: MaxBytes = 10_000_000,
    allow_private: AllowPrivate = False,
    force: ForceOption = False,
) -> None:
    """Put what reports tell into the formats of others: one document for all of them.

    What is left out, and reports without an event, are told on standard error.
    An input that fails costs one line and an exit status of 1; the others go on.
    """
    from whence.cli.run import put_all  # noqa: PLC0415 - so that --help need not wait for it
    from whence.reader import ReaderOptions  # noqa: PLC0415
    from whence.reports import LoadOptions  # noqa: PLC0415

    prepare_streams(data=True)
    wanted = FORMS[settle_form(form, output)]
    options = ExportOptions(columns=columns, include=frozenset(include or ()), region_name=name_region)
    reader_options = ReaderOptions(engine=engine, context=context, layer=layer, held_by=held_by)
    load_options = LoadOptions(max_bytes=max_bytes, allow_private=allow_private)
    try:
        sink = DocumentSink(wanted, options, output, force=force)
        failures = put_all(inputs, sink, reader_options=reader_options, options=load_options, on_screen=False)
        path = sink.finish()
    except WhenceError as error:
        say_failure(error)
        raise typer.Exit(FAILED) from error
    for line in sink.remarks():
        say(line)
    if path is not None:
        say_note(f"written: {path}")
    raise typer.Exit(FAILED if failures else 0)


class DocumentSink:
    """One document for all readings, on standard output or in a file, written when the last is known."""

    def __init__(self, form: ExportForm, options: ExportOptions, output: str | None, *, force: bool) -> None:
        """Refuse early what would be refused late.

        Raises:
            OutputExists: if the file is there and is not to be overwritten.
        """
        self.form = form
        self.options = options
        self.path = Path(output) if output is not None else None
        self.force = force
        self.pieces: list[dict[str, object]] = []
        self.readings = 0
        self.empty: list[str] = []
        self.left_out: Counter[str] = Counter()
        if self.path is not None:
            refuse_existing(self.path, force=force)

    def put(self, reading: Reading) -> None:
        """Take what one reading gives."""
        taken = self.form.take(reading, self.options)
        self.readings += 1
        self.pieces.extend(taken.pieces)
        self.left_out += taken.left_out
        if not taken.told:
            self.empty.append(reading.report.origin or reading.report.id)

    def finish(self) -> Path | None:
        """Write the document, unless no report could be read; return the file.

        Raises:
            OutputExists, OutputUnwritable: see `whence.cli.output.write_file`.
        """
        if not self.readings:
            return None
        document = self.form.write(self.pieces, self.options)
        if self.path is None:
            write_out(document)
        else:
            write_file(self.path, document, force=self.force)
        return self.path

    def remarks(self) -> list[str]:
        """Return what to say about the document: the reports that gave nothing, and what was left out."""
        unit = self.form.unit
        lines = []
        if self.empty:
            named = ", ".join(shorten(visible(id), NAME_LENGTH) for id in self.empty[:NAMED])
            more = len(self.empty) - NAMED
            lines.append(f"no {unit} to export in {named}" + (f" and {more} more" if more > 0 else ""))
        told = [f"{self.left_out[why]} {words}" for why, (words, _) in LEFT_OUT.items() if self.left_out[why]]
        if told:
            back = [str(why) for why, (_, optional) in LEFT_OUT.items() if optional and self.left_out[why]]
            cure = f"; to put them in: {' '.join(f'--include {why}' for why in back)}" if back else ""
            count = self.left_out.total()
            lines.append(f"{count} {unit}{'' if count == 1 else 's'} left out: {', '.join(told)}{cure}")
        return lines


def settle_form(form: ExportName | None, output: str | None) -> ExportName:
    """Return the form that is asked for, or that the suffix of the output says, else the table."""
    suffix = PurePath(output).suffix.lower() if output else ""
    return form or next((each.name for each in FORMS.values() if each.suffix == suffix), ExportName.CSV)


@cache
def name_region(country: str, code: str) -> str:
    """Return the gazetteer's name of a first-level region, empty where it has none."""
    found = open_index().region(country, code)
    return found.name if found else ""


@cache
def open_index() -> Gazetteer:
    """Return the index of places that the reader has made sure of."""
    from whence.referents.gazetteer import open_gazetteer  # noqa: PLC0415 - only where a place is told

    return open_gazetteer()


def say(line: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(f"whence: {visible(line)}\n")
    sys.stderr.flush()
