"""Reading all reports before anything is shown, for verbs that hold them against one another; over processes where they are many.

An input that fails costs one line on standard error, and the others go on. Readings come in the order of the reports, however many
processes share the work.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from whence.cli.run import make_reader
from whence.cli.screen import say_failure
from whence.cli.waiting import Waiting
from whence.errors import ReadingStopped, WhenceError
from whence.records import Reading, Report

if TYPE_CHECKING:
    from whence.reader import Reader, ReaderOptions
    from whence.reports import LoadOptions

# A process takes about as long to start as this many short reports take to read; measured on one core with reports of 170 words.
FEW = 24


@dataclass(frozen=True, slots=True)
class Unread:
    """A report that could not be read, and why: an error's words travel between processes where the error itself may not."""

    message: str


def gather(
    inputs: Sequence[str], *, reader_options: ReaderOptions, options: LoadOptions, jobs: int | None = None
) -> tuple[tuple[Reading, ...], int]:
    """Return the readings of all reports behind `inputs`, no two with one id, and how many failed.

    `jobs` is the number of processes; None for one where reports are few, else one for each core.

    Raises:
        WhenceError: if the engine, the gazetteer, the context or the layer is such that none can be read.
        ReadingStopped: if a process was ended from outside.
    """
    from whence.reports import Failure, load  # noqa: PLC0415 - what is heavy waits until it is needed
    from whence.reports.distinct import tell_apart  # noqa: PLC0415

    failures = 0
    with Waiting(total=None) as waiting:
        loaded: list[Report] = []
        for item in load(inputs, options=options):
            if isinstance(item, Failure):
                failures += 1
                complain(item.error, waiting)
            else:
                loaded.append(item)
        ids, remarks = tell_apart(loaded)
        reports = [replace(report, id=id) for id, report in zip(ids, loaded, strict=True) if id is not None]
        for remark in remarks:
            complain(ValueError(remark), waiting)
        waiting.total = len(reports)
        readings: list[Reading] = []
        for found in read_all(reports, reader_options, waiting, jobs=settle_jobs(jobs, len(reports))) if reports else ():
            waiting.advance()
            if isinstance(found, Unread):
                failures += 1
                complain(ValueError(found.message), waiting)
            else:
                readings.append(found)
    return tuple(readings), failures


def complain(error: Exception, waiting: Waiting) -> None:
    """Write one line on standard error, the bar out of its way."""
    with waiting.paused():
        say_failure(error)


def settle_jobs(jobs: int | None, reports: int) -> int:
    """Return how many processes read: what was asked for, else one for few reports and one a core for many."""
    return min(jobs or (count_cores() if reports > FEW else 1), max(reports, 1))


def count_cores() -> int:
    """Return the cores that this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def read_all(reports: Sequence[Report], options: ReaderOptions, waiting: Waiting, *, jobs: int) -> Iterator[Reading | Unread]:
    """Yield what each report yields, in their order.

    Raises:
        WhenceError: if something that every reading rests on is not there.
        ReadingStopped: if a process was ended from outside.
    """
    # The index of places is compiled, and what is missing told, before any process starts.
    reader = make_reader(options, waiting)
    if jobs == 1:
        yield from (read_one(report, reader) for report in reports)
        return
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=ignore_interrupt)
    try:
        yield from pool.map(partial(read_elsewhere, replace(options, progress=None)), reports)
    except BrokenProcessPool as error:
        raise ReadingStopped(jobs) from error
    finally:
        pool.shutdown(cancel_futures=True)


def read_one(report: Report, reader: Reader) -> Reading | Unread:
    """Return what one report yields, or why it yields nothing."""
    try:
        return reader.read(report)
    except WhenceError as error:
        return Unread(str(error))


def read_elsewhere(options: ReaderOptions, report: Report) -> Reading | Unread:
    """Return what one report yields, in a process of its own."""
    return read_one(report, own_reader(options))


@cache
def own_reader(options: ReaderOptions) -> Reader:
    """Return the reader of this process."""
    from whence.reader import Reader  # noqa: PLC0415 - in the process that reads

    return Reader(options)


def ignore_interrupt() -> None:
    """Leave the interrupt key to the process that started this one, so that it is answered once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
