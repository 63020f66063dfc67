"""Reading inputs and putting out their sheets: what `read` and `demo` do alike."""

from __future__ import annotations

import sys
import webbrowser
from collections.abc import Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING

from whence.cli.options import Presentation
from whence.cli.output import Sink, open_sink
from whence.cli.screen import prepare_streams, say_failure, say_note
from whence.cli.waiting import Waiting
from whence.errors import NeedsFolder, UnfitEngine, UnknownEngine, WhenceError
from whence.publish.formats import FormatName
from whence.records import Report

if TYPE_CHECKING:
    from whence.reader import Reader
    from whence.reports import LoadOptions

FAILED = 1
MISUSED = 2


def run(inputs: Sequence[str], presentation: Presentation, *, engine: str, options: LoadOptions) -> int:
    """Read all inputs, put out their sheets, say what failed; return the exit status."""
    prepare_streams(data=presentation.form is not FormatName.TERMINAL)
    try:
        sink = open_sink(presentation)
        failures = put_all(inputs, sink, engine=engine, options=options, on_screen=presentation.output is None)
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


def put_all(inputs: Sequence[str], sink: Sink, *, engine: str, options: LoadOptions, on_screen: bool) -> int:
    """Put out the sheet of every report, in order; return how many failed.

    Raises:
        WhenceError: if the engine or the output is such that none can be put out.
    """
    from whence.reader import Reader  # noqa: PLC0415 - the models behind it take a second
    from whence.reports import Failure, load  # noqa: PLC0415

    reader: Reader | None = None
    failures = 0
    with Waiting(total=count_inputs(inputs)) as waiting:
        for item in load(inputs, options=options):
            if isinstance(item, Failure):
                error: Exception | None = item.error
            else:
                reader = reader or Reader(engine=engine)
                error = put_one(item, reader, sink, waiting, on_screen=on_screen)
            waiting.advance()
            if error is not None:
                failures += 1
                with waiting.paused():
                    say_failure(error)
    return failures


def put_one(report: Report, reader: Reader, sink: Sink, waiting: Waiting, *, on_screen: bool) -> WhenceError | None:
    """Read one report and put out its sheet; return what went wrong with it alone.

    Raises:
        NeedsFolder: for that concerns all.
        UnknownEngine: and so does an engine that is not there,
        UnfitEngine: or cannot do the work.
    """
    try:
        reading = reader.read(report)
        with waiting.paused() if on_screen else nullcontext():
            sink.put(reading)
    except (NeedsFolder, UnknownEngine, UnfitEngine):
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
