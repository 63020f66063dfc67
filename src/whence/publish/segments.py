"""A report's text cut where any span begins or ends, so that nested and overlapping passages can be marked on it without nesting.

Enters: a reading. Leaves: paragraphs of segments; each segment knows the claims whose passage, source or cue it is part of, and
the place name or time expression. The segments of a paragraph joined give its characters back unchanged.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from whence.publish.position import find_paragraphs
from whence.records import Reading, Span


class Part(StrEnum):
    """What a stretch of text is: a part of a claim, a place name, a time expression."""

    PASSAGE = "passage"
    SOURCE = "source"
    CUE = "cue"
    PLACE = "place"
    TIME = "time"


OF_CLAIMS = frozenset({Part.PASSAGE, Part.SOURCE, Part.CUE})


@dataclass(frozen=True, slots=True)
class Mark:
    """One span and its part; `index` points into the reading's claims, its places or its times."""

    span: Span
    part: Part
    index: int


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that the same marks cover. `marks` has the widest first, so the last of a part is its innermost."""

    span: Span
    marks: tuple[Mark, ...]

    def claims(self, part: Part | None = None) -> tuple[int, ...]:
        """Return the claims that the segment is part of, innermost first, each once."""
        parts = OF_CLAIMS if part is None else {part}
        return tuple(dict.fromkeys(mark.index for mark in reversed(self.marks) if mark.part in parts))

    def innermost(self, part: Part) -> Mark | None:
        """Return the innermost mark of one part, where there is one."""
        return next((mark for mark in reversed(self.marks) if mark.part is part), None)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the text, with its number and its segments in order."""

    number: int
    span: Span
    segments: tuple[Segment, ...]


def collect_marks(reading: Reading) -> list[Mark]:
    """Return the marks of all claims, places and times, cut to the text, by start and the widest first."""
    end = len(reading.report.text)
    marks: set[Mark] = set()
    for index, claim in enumerate(reading.claims):
        marks.update(Mark(span, Part.PASSAGE, index) for span in claim.passages)
        marks.update(Mark(span, Part.CUE, index) for span in claim.cue)
        marks.update(Mark(source.span, Part.SOURCE, index) for source in claim.chain if source.span is not None)
    marks.update(Mark(toponym.span, Part.PLACE, index) for index, toponym in enumerate(reading.places))
    marks.update(Mark(expression.span, Part.TIME, index) for index, expression in enumerate(reading.times))
    return sorted((mark for mark in marks if mark.span.end <= end), key=mark_order)


def mark_order(mark: Mark) -> tuple[int, int, str, int]:
    """Order by start, then the widest first; part and index settle the rest the same way every time."""
    return (mark.span.start, -mark.span.end, mark.part, mark.index)


def cut_paragraphs(reading: Reading) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the report, cut at every border of a mark."""
    marks = collect_marks(reading)
    paragraphs: list[Paragraph] = []
    active: list[Mark] = []
    upcoming = 0
    for number, span in enumerate(find_paragraphs(reading.report.text).spans, start=1):
        segments: list[Segment] = []
        at = span.start
        while at < span.end:
            while upcoming < len(marks) and marks[upcoming].span.start <= at:
                active.append(marks[upcoming])
                upcoming += 1
            active = sorted((mark for mark in active if mark.span.end > at), key=width_order)
            borders = [mark.span.end for mark in active]
            if upcoming < len(marks):
                borders.append(marks[upcoming].span.start)
            to = min([span.end, *borders])
            segments.append(Segment(Span(at, to), tuple(active)))
            at = to
        paragraphs.append(Paragraph(number, span, tuple(segments)))
    return tuple(paragraphs)


def width_order(mark: Mark) -> tuple[int, tuple[int, int, str, int]]:
    """Order the widest first."""
    return (-len(mark.span), mark_order(mark))
