"""Two reports, or two versions of one article, passage by passage: kept, changed, added, dropped.

Enters: two reports and how their passages correspond. Leaves: rows in the order of the later text, what was dropped from the
earlier one where it stood. A passage is kept where its words are the same; case and the shape of quotation marks make no
difference. It does not say which of the two is right, nor which came first: the caller names the earlier one first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from whence.publish.chains import count
from whence.publish.plain import Json, pair
from whence.publish.trace.differences import Difference, DifferenceKind, differences
from whence.publish.trace.interchange import report_to_dict
from whence.records import Parallel, Report, Span


class Change(StrEnum):
    """What became of a passage."""

    KEPT = "kept"
    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Row:
    """A passage of the earlier text beside that of the later one; `parts` are their differences where both have one."""

    change: Change
    before: Span | None
    after: Span | None
    parts: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports side by side, the earlier one first."""

    before: Report
    after: Report
    rows: tuple[Row, ...]

    @property
    def tally(self) -> dict[Change, int]:
        """Return how many passages were kept, changed, added and dropped."""
        found = Counter(row.change for row in self.rows)
        return {change: found[change] for change in Change}


def compare(before: Report, after: Report, parallels: Iterable[Parallel]) -> Comparison:
    """Return two reports side by side, given the passages that correspond."""
    rows = [judge(before, after, parallel) for parallel in parallels if parallel != Parallel(None, None)]
    return Comparison(before, after, weave(rows))


def judge(before: Report, after: Report, parallel: Parallel) -> Row:
    """Return what became of one passage."""
    old, new = parallel.parent, parallel.child
    if old is None or new is None:
        return Row(Change.ADDED if old is None else Change.DROPPED, old, new)
    parts = differences(old.cut(before.text), new.cut(after.text))
    same = all(part.kind is DifferenceKind.EQUAL for part in parts)
    return Row(Change.KEPT if same else Change.CHANGED, old, new, parts)


def weave(rows: list[Row]) -> tuple[Row, ...]:
    """Return the rows in the order of the later text, what was dropped behind the passage that it stood behind."""
    dropped = sorted((row for row in rows if row.after is None), key=start_before)
    kept = [row for row in rows if row.after is not None]
    anchors = sorted((row.before.start, index) for index, row in enumerate(kept) if row.before is not None)
    starts = [start for start, _ in anchors]
    behind: dict[int, list[Row]] = {}
    for row in dropped:
        at = bisect_right(starts, start_before(row)) - 1
        behind.setdefault(anchors[at][1] if at >= 0 else -1, []).append(row)
    woven = list(behind.get(-1, ()))
    for index, row in enumerate(kept):
        woven += [row, *behind.get(index, ())]
    return tuple(woven)


def start_before(row: Row) -> int:
    """Return where a passage stands in the earlier text."""
    return row.before.start if row.before is not None else 0


def summarise_comparison(comparison: Comparison) -> str:
    """Return how many passages were kept, changed, added and dropped, in words."""
    tally = comparison.tally
    return f"{count(len(comparison.rows), 'passage')}: " + ", ".join(f"{tally[change]} {change}" for change in Change) + "."


def to_dict(comparison: Comparison) -> Json:
    """Return the comparison as plain data; spans are `[start, end]` of each report's own text, in `parts` too."""
    return {
        "before": {**report_to_dict(comparison.before), "text": comparison.before.text},
        "after": {**report_to_dict(comparison.after), "text": comparison.after.text},
        "counts": {str(change): number for change, number in comparison.tally.items()},
        "passages": [
            {
                "change": str(row.change),
                "before": pair(row.before),
                "after": pair(row.after),
                "parts": [
                    {"kind": str(part.kind), "before": shift(part.before, row.before), "after": shift(part.after, row.after)}
                    for part in row.parts
                    if row.change is Change.CHANGED
                ],
            }
            for row in comparison.rows
        ],
    }


def shift(inner: Span | None, outer: Span | None) -> list[int] | None:
    """Return a stretch of a passage as offsets of the report's text, null where there is none."""
    return None if inner is None or outer is None else [outer.start + inner.start, outer.start + inner.end]


def mark_before(row: Row, comparison: Comparison) -> list[tuple[str, bool]]:
    """Return the earlier passage in pieces, each with whether the later one has it otherwise or not at all."""
    return mark(row.before, comparison.before.text, [(part.before, part.kind) for part in row.parts], whole=row.after is None)


def mark_after(row: Row, comparison: Comparison) -> list[tuple[str, bool]]:
    """Return the later passage in pieces, each with whether the earlier one has it otherwise or not at all."""
    return mark(row.after, comparison.after.text, [(part.after, part.kind) for part in row.parts], whole=row.before is None)


def mark(
    span: Span | None, text: str, parts: Iterable[tuple[Span | None, DifferenceKind]], *, whole: bool
) -> list[tuple[str, bool]]:
    """Return the words of a passage, white space among them, in pieces that differ or do not; with `whole`, all of it does."""
    if span is None:
        return []
    words = span.cut(text)
    if whole:
        return [(words, True)]
    pieces: list[tuple[str, bool]] = []
    at = 0
    for inner, kind in parts:
        if inner is not None and kind is not DifferenceKind.EQUAL:
            pieces += [(words[at : inner.start], False), (words[inner.start : inner.end], True)]
            at = inner.end
    return [piece for piece in (*pieces, (words[at:], False)) if piece[0]]
