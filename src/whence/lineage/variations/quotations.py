"""Quotations that changed: what stands in quotation marks and differs, in the same language, from what it was taken from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rapidfuzz.distance import LCSseq

from whence.collation.units import language_of
from whence.lineage.ground import Ground
from whence.lineage.variations.change import Change, Pair
from whence.records import Span, VariationKind

QUOTED = re.compile(r"«([^»\n]{12,})»|“([^”\n]{12,})”|\"([^\"\n]{12,})\"")
WORD = re.compile(r"\w+")
SAME = 0.95
"""Share of words from which two quotations are one: a comma or an article may differ."""


def find(ground: Ground, pair: Pair) -> Iterator[Change]:
    """Yield the quotations of corresponding passages that differ in words."""
    child, parent = ground.readings[pair.child], ground.readings[pair.parent]
    if language_of(child) != language_of(parent):
        return
    ours, theirs = _quotations(child.report.text), _quotations(parent.report.text)
    words = " ".join(WORD.findall(parent.report.text.casefold()))
    done = set()
    for up, down in pair.passages:
        here = [span for span in ours if _meets(span, pair.units[down].span) and span not in done]
        there = [span for span in theirs if _meets(span, pair.units[up].span)]
        if not here or not there:
            continue
        span = here[0]
        done.add(span)
        written = span.cut(child.report.text)
        if " ".join(WORD.findall(written.casefold())) in words:
            continue
        origin = max(there, key=_closeness(parent.report.text, written))
        was = origin.cut(parent.report.text)
        if _alike(was, written) >= SAME:
            continue
        written = written.strip(" .,;!?…")
        span = Span(span.start, span.start + len(written)) if child.report.text.startswith(written, span.start) else span
        yield Change(VariationKind.QUOTATION, pair.parent, pair.child, down, span, written, was, origin)


def _quotations(text: str) -> list[Span]:
    """Return what stands between quotation marks."""
    return [Span(match.start(match.lastindex or 0), match.end(match.lastindex or 0)) for match in QUOTED.finditer(text)]


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _alike(one: str, other: str) -> float:
    """Return the share of words that two quotations have in common, in order."""
    return LCSseq.normalized_similarity(WORD.findall(one.casefold()), WORD.findall(other.casefold()))


def _closeness(text: str, written: str) -> Callable[[Span], tuple[float, int]]:
    """Return what tells how close a quotation is to the words written."""

    def key(span: Span) -> tuple[float, int]:
        return _alike(span.cut(text), written), -span.start

    return key
