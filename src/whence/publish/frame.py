"""One row a claim, a place name or a time expression, for a data frame or a spreadsheet.

Values are plain, the report's words unchanged, None stands for what is not known.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any, Literal

from whence.errors import MissingPackage
from whence.publish.chains import ARROW
from whence.publish.plain_places import place_to_dict, time_to_dict
from whence.publish.position import find_paragraphs
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


PLACE_COLUMNS = (
    "report", "start", "end", "paragraph", "text", "flags", "score", "key", "geonameid", "name", "country", "lat", "lon",
    "undetermined",
)  # fmt: skip
TIME_COLUMNS = ("report", "start", "end", "paragraph", "text", "kind", "from", "to", "precision", "undetermined")


def to_place_rows(reading: Reading) -> list[dict[str, Any]]:
    """Return one dict a place name with the keys of `PLACE_COLUMNS`; those of the best reading are None where there is none."""
    told = (place_to_dict(toponym) for toponym in reading.places)
    return [pick_columns(PLACE_COLUMNS, {**each, "flags": ", ".join(each["flags"])}, reading) for each in told]


def to_time_rows(reading: Reading) -> list[dict[str, Any]]:
    """Return one dict a time expression with the keys of `TIME_COLUMNS`; the interval runs up to, not including, `to`."""
    return [pick_columns(TIME_COLUMNS, time_to_dict(expression), reading) for expression in reading.times]


def pick_columns(columns: tuple[str, ...], told: dict[str, Any], reading: Reading) -> dict[str, Any]:
    """Return a row of `columns` from what the interchange tells of one name or expression."""
    start, end = told["span"]
    paragraph = find_paragraphs(reading.report.text).number(start)
    placed = {"report": reading.report.id, "start": start, "end": end, "paragraph": paragraph}
    values = {**told, **placed, "undetermined": bool(told["undetermined"])}
    return {column: values[column] for column in columns}


def name_of(source: Source) -> str:
    """Return the full name of a source, else its words in the report."""
    return value_or_none(source.name) or source.text


FrameOf = Literal["claims", "places", "times"]
TABLES: dict[FrameOf, tuple[tuple[str, ...], Callable[[Reading], list[dict[str, Any]]]]] = {
    "claims": (COLUMNS, to_rows),
    "places": (PLACE_COLUMNS, to_place_rows),
    "times": (TIME_COLUMNS, to_time_rows),
}


def to_frame(reading: Reading, *, of: FrameOf = "claims") -> Any:  # noqa: ANN401 - pandas is optional, so its types are too
    """Return a pandas DataFrame with one row a claim, or one row a place name or a time expression.

    Raises:
        MissingPackage: if pandas is not installed.
    """
    try:
        pandas = importlib.import_module("pandas")
    except ModuleNotFoundError as error:
        raise MissingPackage(package="pandas", purpose="a data frame") from error
    columns, rows = TABLES[of]
    return pandas.DataFrame(rows(reading), columns=list(columns))
