"""Whence traces what the news says back to those who actually knew it.

    sheet = whence.read("report.html")      # a file, an address, or a Report
    for claim in sheet.claims: ...
    sheet.to_frame()

The public door: everything here is stable within a minor version.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from whence.errors import WhenceError
from whence.records import Reading, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whence.publish.sheet import ClaimSheet
    from whence.reports import Failure, LoadOptions

__all__ = ["Reading", "Report", "WhenceError", "load", "read"]


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
