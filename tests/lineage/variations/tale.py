"""Two short invented reports, the second written from the first, as `whence.lineage.variations` sees them: pairs of passages."""

from __future__ import annotations

import hashlib

from whence.collation.comparison import Comparison
from whence.lineage.ground import Ground
from whence.lineage.variations.change import Pair
from whence.reader import Reader
from whence.records import Known, Reading, Report

READER = Reader()


def read(name: str, text: str, language: str = "en", hour: int = 8) -> Reading:
    """Return the reading of an invented report of 2033."""
    return READER.read(
        Report(
            id=name, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), language=Known(language),
            outlet=Known(f"The {name.title()} Post"), published_at=Known(f"2033-02-01T{hour:02}:00:00+00:00"),
        )
    )  # fmt: skip


def pair_of(before: str, after: str, languages: tuple[str, str] = ("en", "en")) -> tuple[Ground, Pair]:
    """Return what the kinds of variations are asked with: each passage of `after` beside the likest of `before`."""
    readings = (read("elder", before, languages[0], 8), read("younger", after, languages[1], 12))
    comparison = Comparison(readings)
    block, split = comparison.block(0, 1), int(comparison.material.starts[1])
    passages = tuple((int(block[:, column].argmax()), split + column) for column in range(block.shape[1]))
    return Ground(comparison), Pair(0, 1, passages, comparison.material.units)
