"""Whence traces what the news says back to those who actually knew it.

    sheet = whence.read("report.html")      # a file, an address, or a Report
    for claim in sheet.claims: ...
    sheet.to_frame()

    traced = whence.trace(["reports/"])     # which was written from which, and who stands behind it
    for assertion in traced.assertions: ...

The public door: everything here is stable within a minor version.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from whence.errors import WhenceError
from whence.records import Reading, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whence.publish.sheet import ClaimSheet
    from whence.publish.trace.sheet import TraceSheet
    from whence.reader import Reader
    from whence.reports import Failure, LoadOptions

__all__ = ["Reading", "Report", "WhenceError", "load", "read", "trace"]


def load(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], *, options: LoadOptions | None = None
) -> Iterator[Report | Failure]:
    """Yield a report, or a failure with its error, for all that `inputs` name: files, folders, patterns, addresses, "-"."""
    from whence import reports  # noqa: PLC0415 - the door opens fast; what is behind it loads when it is used

    named = [inputs] if isinstance(inputs, str | os.PathLike) else list(inputs)
    yield from reports.load([os.fspath(name) for name in named], options=options or reports.LoadOptions())


def read(
    what: str | os.PathLike[str] | Report,
    *,
    engine: str = "whence",
    context: str = "auto",
    layer: str | os.PathLike[str] | None = None,
    options: LoadOptions | None = None,
) -> ClaimSheet:
    """Return the claim sheet of one report.

    Args:
        what: a file, an http(s) address, or a report made or loaded before. Of an input with several reports, the first.
        engine: "whence" or the name of an installed spaCy pipeline.
        context: a context pack's name or file, "auto" for the shipped one that the report calls for, or "none".
        layer: the file of a control layer that places are checked against.
        options: limits for files and addresses.

    Raises:
        WhenceError: if there is no report behind `what`, or it cannot be read; the message says why.

    """
    from whence.publish.sheet import ClaimSheet  # noqa: PLC0415
    from whence.reader import Reader, ReaderOptions  # noqa: PLC0415
    from whence.reports import Failure  # noqa: PLC0415

    report = what if isinstance(what, Report) else next(load(what, options=options))
    if isinstance(report, Failure):
        raise report.error
    settled = ReaderOptions(engine=engine, context=context, layer=None if layer is None else Path(layer))
    return ClaimSheet(Reader(settled).read(report))


def trace(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str] | Report | Reading | ClaimSheet],
    *,
    engine: str = "whence",
    context: str = "auto",
    layer: str | os.PathLike[str] | None = None,
    options: LoadOptions | None = None,
) -> TraceSheet:
    """Return which report was written from which, what was changed on the way, and who stands behind it.

    A report that is given twice is taken once; different reports of one id are told apart by a number behind it.

    Args:
        inputs: files, folders, patterns, addresses, and reports, readings or claim sheets made before.
        engine: "whence" or the name of an installed spaCy pipeline; for what is not read yet, like the next two.
        context: a context pack's name or file, "auto" for the shipped one that a report calls for, or "none".
        layer: the file of a control layer that places are checked against.
        options: limits for files and addresses.

    Raises:
        TooFewReports: if there are fewer than two.
        WhenceError: if an input gives no report or cannot be read; the message says why. To go on without it, give the reports that
            `load` yields.

    """
    from whence.errors import TooFewReports  # noqa: PLC0415
    from whence.publish.trace.sheet import TraceSheet  # noqa: PLC0415
    from whence.reader import Reader, ReaderOptions  # noqa: PLC0415
    from whence.reports.distinct import tell_apart  # noqa: PLC0415
    from whence.tracer import trace as trace_readings  # noqa: PLC0415

    reader = Reader(ReaderOptions(engine=engine, context=context, layer=None if layer is None else Path(layer)))
    given = list(_take(inputs, options))
    ids, _ = tell_apart(each if isinstance(each, Report) else each.report for each in given)
    readings = tuple(_read_as(id, each, reader) for id, each in zip(ids, given, strict=True) if id is not None)
    if len(readings) <= 1:
        raise TooFewReports(len(readings))
    return TraceSheet(trace_readings(readings), {reading.report.id: reading for reading in readings})


def _take(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str] | Report | Reading | ClaimSheet], options: LoadOptions | None
) -> Iterator[Report | Reading]:
    """Yield reports and readings as they are, and the reports behind names.

    Raises:
        WhenceError: if there is no report behind a name.
    """
    from whence.publish.sheet import ClaimSheet  # noqa: PLC0415
    from whence.reports import Failure  # noqa: PLC0415

    for given in [inputs] if isinstance(inputs, str | os.PathLike) else inputs:
        if isinstance(given, ClaimSheet):
            yield given.reading
        elif isinstance(given, Report | Reading):
            yield given
        else:
            for found in load(given, options=options):
                if isinstance(found, Failure):
                    raise found.error
                yield found


def _read_as(id: str, given: Report | Reading, reader: Reader) -> Reading:
    """Return the reading of a report under an id of its own; what has been read is not read again."""
    if isinstance(given, Reading):
        return given if given.report.id == id else replace(given, report=replace(given.report, id=id))
    return reader.read(given if given.id == id else replace(given, id=id))
