"""Where a passage stands, the same in every format: the paragraph's number and the character offsets.

Paragraphs are the non-blank lines of the extracted text, counted from 1. Offsets are those of the span itself: `12–40` is
characters 12 up to, not including, 40, as in the JSON.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from whence.records import Span

HOW_TO_READ_POSITIONS = "¶ counts the paragraphs of the extracted text; 12–40 are its characters 12 up to, not including, 40."


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The non-blank lines of one text, in order."""

    spans: tuple[Span, ...]
    starts: tuple[int, ...]

    def number(self, offset: int) -> int:
        """Return the number of the paragraph at `offset`, counted from 1; between two, that of the one before."""
        return max(1, bisect_right(self.starts, offset))

    def locate(self, span: Span) -> tuple[str, str]:
        """Return the paragraph and the offsets of `span` as shown: `("¶3", "512–604")`, or `¶3–4` where it runs on."""
        first, last = self.number(span.start), self.number(span.end - 1)
        paragraph = f"¶{first}" if first == last else f"¶{first}–{last}"
        return paragraph, f"{span.start}–{span.end}"


def find_paragraphs(text: str) -> Paragraphs:
    """Return the paragraphs of `text`: what stands between newlines and is not blank."""
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return Paragraphs(tuple(spans), tuple(span.start for span in spans))
