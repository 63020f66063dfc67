"""Reading inputs and putting out their sheets: what `read` and `demo` do alike."""

from __future__ import annotations

import gc
import sys
import webbrowser
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from whence.cli.options import Presentation
from whence.cli.output import Sink, open_sink
from whence.cli.screen import prepare_streams, say_failure, say_note
from whence.cli.waiting import Waiting
from whence.errors import NeedsFolder, WhenceError
from whence.publish.formats import FormatName
from whence.records import Report

if TYPE_CHECKING:
    from whence.reader import Reader, ReaderOptions
    from whence.reports import LoadOptions

FAILED = 1
MISUSED = 2


def run(inputs: Sequence[str], presentation: Presentation, *, reader_options: ReaderOptions, options: LoadOptions) -> int:
    """Read all inputs, put out their sheets, say what failed; return the exit status."""
    prepare_streams(data=presentation.form is not FormatName.TERMINAL)
    try:
        sink = open_sink(presentation)
        failures = put_all(inputs, sink, reader_options=reader_options, options=options, on_screen=presentation.output is None)
        page = sink.finish()
    except WhenceError as error:
        # What no other input could mend: an unknown engine, an output that cannot be.
        say_failure(error)
        return MISUSED if isinstance(error, NeedsFolder) else FAILED
    if page is not None:
        say_note(f"written: {page}")
        if presentation.open_page:
            webbrowser.open(page.resolve().as_uri())
    return FAILED if failures else 0


def put_all(inputs: Sequence[str], sink: Sink, *, reader_options: ReaderOptions, options: LoadOptions, on_screen: bool) -> int:
    """Put out the sheet of every report, in order; return how many failed.

    Raises:
        WhenceError: if the engine, the gazetteer, the context, the layer or the output is such that none can be put out.
    """
    from whence.reports import Failure, load  # noqa: PLC0415 - what is heavy waits until it is needed

    reader: Reader | None = None
    failures = 0
    with Waiting(total=count_inputs(inputs)) as waiting:
        for item in load(inputs, options=options):
            if isinstance(item, Failure):
                error: Exception | None = item.error
            else:
                reader = reader or make_reader(reader_options, waiting)
                error = put_one(item, reader, sink, waiting, on_screen=on_screen)
            waiting.advance()
            if error is not None:
                failures += 1
                with waiting.paused():
                    say_failure(error)
    return failures


def make_reader(options: ReaderOptions, waiting: Waiting) -> Reader:
    """Return a reader that has all it needs.

    Raises:
        WhenceError: if something that every reading rests on is not there.
    """
    # What is loaded here lives until the end: the collector need not walk over it, neither meanwhile nor with every report.
    gc.disable()
    try:
        from whence.reader import Reader  # noqa: PLC0415 - the models behind it take a second

        reader = Reader(replace(options, progress=waiting.tell))
        reader.prepare()
    finally:
        gc.freeze()
        gc.enable()
    return reader


def put_one(report: Report, reader: Reader, sink: Sink, waiting: Waiting, *, on_screen: bool) -> WhenceError | None:
    """Read one report and put out its sheet; return what went wrong with it alone.

    Raises:
        NeedsFolder: for that concerns all.
    """
    try:
        reading = reader.read(report)
        with waiting.paused() if on_screen else nullcontext():
            sink.put(reading)
    except NeedsFolder:
        raise
    except WhenceError as error:
        return error
    return None


def count_inputs(inputs: Sequence[str]) -> int | None:
    """Return how many inputs there are behind the names, for the progress bar; None where nobody sees one."""
    if not sys.stderr.isatty():
        return None
    from whence.reports import count_hint  # noqa: PLC0415

    return count_hint(inputs)
