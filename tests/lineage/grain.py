"""The packaged family as readings, read once, and what tests make of them without reading again: copies, other stamps, credits."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files

from tests.factory import known
from whence.collation.comparison import Comparison
from whence.lineage.ground import Ground
from whence.reader import Reader
from whence.records import Known, Reading, Report, Span, Trace

LATER = "2032-04-22T10:00:00+00:00"
"""A day behind the last report of the family."""


@cache
def reader() -> Reader:
    """Return one reader for all tests."""
    return Reader()


@cache
def family() -> tuple[Reading, ...]:
    """Return the readings of the packaged family: s1 and s2 were there, all others are written from them or from each other."""
    rows = [json.loads(line) for line in (files("whence") / "sample" / "family.jsonl").read_text(encoding="utf-8").splitlines()]
    return tuple(
        reader().read(
            Report(
                id=row["id"], text=row["text"], sha256=hashlib.sha256(row["text"].encode()).hexdigest(),
                language=Known(row["language"]), url=row["url"], headline=Known(row["headline"]), outlet=Known(row["outlet"]),
                published_at=Known(row["published_at"]),
            )
        )
        for row in rows
    )  # fmt: skip


def of(id: str) -> Reading:
    """Return the reading of one report."""
    return next(each for each in family() if each.report.id == id)


def stamped(reading: Reading, at: str | None) -> Reading:
    """Return the reading with another time of publication, or without one."""
    return replace(reading, report=replace(reading.report, published_at=known(at)))


def copy_of(reading: Reading, *, id: str = "copy", at: str | None = LATER) -> Reading:
    """Return the same text under another id, outlet and address."""
    report = replace(
        reading.report, id=id, outlet=Known(f"The {id.capitalize()} Leaf"), url=f"https://{id}.example/1", authors=(),
        published_at=known(at),
    )  # fmt: skip
    return replace(reading, report=report)


def cut(reading: Reading, dropped: frozenset[int], *, id: str = "copy") -> Reading:
    """Return a copy without some sentences, by number, read anew."""
    text = reading.report.text
    for number, sentence in reversed(list(enumerate(reading.sentences))):
        if number in dropped:
            text = text[: sentence.start] + text[sentence.end :]
    text = "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
    report = replace(copy_of(reading, id=id).report, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
    return reader().read(report)


def ground_of(*readings: Reading) -> Ground:
    """Return the ground of some readings, in the order given."""
    return Ground(Comparison(readings))


def passages(trace: Trace) -> Iterator[tuple[str, Span]]:
    """Yield every passage that a trace points at, with the report in whose text it is said to lie."""
    for assertion in trace.assertions:
        for mention in assertion.mentions:
            yield mention.report, mention.span
            yield from ((mention.report, span) for reason in mention.because for span in reason.spans)
    for variation in trace.variations:
        yield variation.report, variation.span
        yield from ((variation.report, span) for reason in variation.because for span in reason.spans)
        if variation.origin is not None:
            yield variation.origin.report, variation.origin.span
    yield from ((passage.report, passage.span) for witness in trace.witnesses for passage in witness.passages)
    yield from ((passage.report, passage.span) for finding in trace.findings for passage in finding.passages)
    for edge in (*trace.edges, *trace.alternatives):
        for parallel in (each for indication in edge.because for each in indication.parallels):
            yield from ((edge.parent, span) for span in (parallel.parent,) if span is not None)
            yield from ((edge.child, span) for span in (parallel.child,) if span is not None)
