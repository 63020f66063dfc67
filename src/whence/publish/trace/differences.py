"""Two passages held against each other word by word: what stayed, what was dropped, added or put otherwise.

Enters: two strings. Leaves: stretches in the order of both, each with its place in either. Case and the shape of quotation marks,
apostrophes and dashes make no difference. Words are aligned by the longest blocks in common (Ratcliff & Metzener 1988, the standard
library's difflib); a word that has moved is dropped in one place and added in the other.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from whence.records import Span, envelope

# A number with its separators, a word with its apostrophes and hyphens, one character of a script written without spaces, or one
# mark of punctuation.
WORD = re.compile(
    r"\d+(?:[.,:]\d+)*(?!\w)|[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f]"
    r"|(?:(?![\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f])\w)+(?:[’'\-‑](?:(?![\u3040-\u30ff\u3400-\u9fff])\w)+)*|[^\w\s]"
)
SHAPES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-"})
# Above so many words on one side difflib may leave its most frequent words out of the alignment, so that time grows no faster.
LONG = 4000
# What two differing passages have in common between two changes is no common ground where it is one word of so few letters.
ISLAND = 3


class DifferenceKind(StrEnum):
    """How a stretch of one passage stands to the other."""

    EQUAL = "equal"
    DROPPED = "dropped"
    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One stretch: where it stands in the passage before and in the one after, None on the side that does not have it."""

    kind: DifferenceKind
    before: Span | None
    after: Span | None


Block = tuple[int, int, int, int]
"""Words `start` up to `end` of one side and of the other."""


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """Return the stretches of two passages in order; every word of either side belongs to exactly one.

    White space between two stretches belongs to neither.
    """
    ours, theirs = find_words(before), find_words(after)
    return tuple(tell_difference(block, ours, theirs) for block in join_islands(align(before, after, ours, theirs), before, ours))


def find_words(text: str) -> list[Span]:
    """Return the words and marks of punctuation of a text."""
    return [Span(*match.span()) for match in WORD.finditer(text)]


def fold(span: Span, text: str) -> str:
    """Return a word as it is compared: without case, quotation marks and dashes of one shape."""
    return span.cut(text).translate(SHAPES).casefold()


def align(before: str, after: str, ours: list[Span], theirs: list[Span]) -> list[tuple[bool, Block]]:
    """Return blocks of words in order, each with whether both sides have it alike."""
    first, second = [fold(span, before) for span in ours], [fold(span, after) for span in theirs]
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=max(len(first), len(second)) > LONG)
    return [(tag == "equal", (start, end, to_start, to_end)) for tag, start, end, to_start, to_end in matcher.get_opcodes()]


def join_islands(blocks: list[tuple[bool, Block]], before: str, ours: list[Span]) -> Iterator[tuple[bool, Block]]:
    """Yield the blocks, those that differ joined over what stands between them where that is too little to be common ground."""
    held: Block | None = None
    for index, (alike, block) in enumerate(blocks):
        if alike and not (held and index + 1 < len(blocks) and is_island(block, before, ours)):
            if held:
                yield False, held
            held = None
            yield True, block
        else:
            held = block if held is None else (held[0], block[1], held[2], block[3])
    if held:
        yield False, held


def is_island(block: Block, before: str, ours: list[Span]) -> bool:
    """Tell whether a common stretch is one short word or one mark of punctuation; a number never is."""
    if block[1] - block[0] != 1:
        return False
    word = ours[block[0]].cut(before)
    return len(word) <= ISLAND and not any(character.isdigit() for character in word)


def tell_difference(found: tuple[bool, Block], ours: list[Span], theirs: list[Span]) -> Difference:
    """Return one block of words as a stretch of both texts."""
    alike, (start, end, to_start, to_end) = found
    old = envelope(ours[start:end]) if end > start else None
    new = envelope(theirs[to_start:to_end]) if to_end > to_start else None
    if alike:
        return Difference(DifferenceKind.EQUAL, old, new)
    if old is None or new is None:
        return Difference(DifferenceKind.ADDED if old is None else DifferenceKind.DROPPED, old, new)
    return Difference(DifferenceKind.CHANGED, old, new)
