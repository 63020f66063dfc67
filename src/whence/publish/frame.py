"""One row a claim, for a data frame or a spreadsheet: plain values, the report's words unchanged, None for what is not known."""

from __future__ import annotations

import importlib
from typing import Any

from whence.errors import MissingPackage
from whence.publish.chains import ARROW
from whence.publish.place import find_paragraphs
from whence.publish.wording import GAP
from whence.records import Reading, Source, value_or_none

COLUMNS = (
    "report", "claim", "start", "end", "paragraph", "text", "source", "source_kind", "source_role", "named", "unnamed_because",
    "chain", "cue", "grade", "quotation", "own_voice",
)  # fmt: skip


def to_rows(reading: Reading) -> list[dict[str, Any]]:
    """Return one dict a claim with the keys of `COLUMNS`; the `source_…` columns tell of the source nearest the event."""
    text = reading.report.text
    paragraphs = find_paragraphs(text)
    rows: list[dict[str, Any]] = []
    for claim in reading.claims:
        source = claim.chain[-1] if claim.chain else None
        values = (
            reading.report.id,
            claim.id,
            claim.span.start,
            claim.span.end,
            paragraphs.number(claim.span.start),
            GAP.join(span.cut(text) for span in claim.passages),
            name_of(source) if source else None,
            str(source.kind) if source else None,
            value_or_none(source.role) if source else None,
            source.named if source else None,
            value_or_none(source.unnamed_because) if source else None,
            f" {ARROW} ".join(name_of(step) for step in claim.chain) or None,
            GAP.join(span.cut(text) for span in claim.cue) or None,
            None if claim.grade is None else str(claim.grade),
            None if claim.quotation is None else str(claim.quotation),
            claim.own_voice,
        )
        rows.append(dict(zip(COLUMNS, values, strict=True)))
    return rows


def name_of(source: Source) -> str:
    """Return the full name of a source, else its words in the report."""
    return value_or_none(source.name) or source.text


def to_frame(reading: Reading) -> Any:  # noqa: ANN401 - pandas is optional, so its types are too
    """Return a pandas DataFrame of `to_rows`.

    Raises:
        MissingPackage: if pandas is not installed.
    """
    try:
        pandas = importlib.import_module("pandas")
    except ModuleNotFoundError as error:
        raise MissingPackage(package="pandas", purpose="a data frame") from error
    return pandas.DataFrame(to_rows(reading), columns=list(COLUMNS))
