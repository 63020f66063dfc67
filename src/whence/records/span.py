"""A stretch of a report's text, as half-open character offsets.

Enters: two offsets. Leaves: a value that can be compared, ordered and cut out of the text it belongs to.
It never holds text of its own, so it cannot disagree with the report.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from whence.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end` of one text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse what no text can hold.

        Raises:
            SpanError: if `start` is negative or `end` is not after it.
        """
        if self.start < 0 or self.end <= self.start:
            raise SpanError(self.start, self.end)

    def __len__(self) -> int:
        """Return the number of characters."""
        return self.end - self.start

    def cut(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


def envelope(spans: Iterable[Span]) -> Span:
    """Return the smallest span that covers all of `spans`, of which there must be one or more."""
    known = list(spans)
    return Span(min(span.start for span in known), max(span.end for span in known))
