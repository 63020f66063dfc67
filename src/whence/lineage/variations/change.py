"""One difference between a passage and the one it was taken from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from whence.collation.units import Unit
from whence.records import Span, VariationKind


@dataclass(frozen=True, slots=True)
class Pair:
    """A child and one whom it took passages from, by number, with the pairs of units (there, here)."""

    parent: int
    child: int
    passages: tuple[tuple[int, int], ...]
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What `child` writes at `span`, as `written`, where `parent` has `correct` at `origin`; `unit` is the child's passage."""

    kind: VariationKind
    parent: int
    child: int
    unit: int
    span: Span
    written: str
    correct: str
    origin: Span | None

    @property
    def detail(self) -> str:
        """Return the reason in words."""
        return f"the report that it was taken from has “{self.correct}”"

    def stands_in(self, text: str) -> bool:
        """Tell whether a text has the same reading, whatever the case of its letters."""
        return _pattern(self.written).search(text) is not None


@lru_cache(maxsize=1024)
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(written)}(?!\w)", re.IGNORECASE)
