"""One row a claim, a place name or a time expression, for a data frame or a spreadsheet.

Values are plain, the report's words unchanged, None stands for what is not known.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from typing import Any, Literal

from whence.errors import MissingPackage
from whence.publish.chains import ARROW
from whence.publish.plain_places import place_to_dict, time_to_dict
from whence.publish.position import find_paragraphs
from whence.publish.wording import GAP
from whence.records import ActorRole, Claim, Crosswalk, Known, Reading, Source, value_or_none

# What parts several values in one cell.
BETWEEN = "; "

COLUMNS = (
    "report", "claim", "start", "end", "paragraph", "text", "source", "source_kind", "source_role", "named", "unnamed_because",
    "chain", "cue", "grade", "quotation", "own_voice", "statement", "kind", "event", "plover", "mode", "acled_event",
    "acled_sub_event", "trigger", "agents", "patients", "opponents", "places", "time", "time_from", "time_to", "quantities",
    "denied", "certainty", "evidence", "checkable",
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
        rows.append(dict(zip(COLUMNS, (*values, *event_values(claim, reading)), strict=True)))
    return rows


def event_values(claim: Claim, reading: Reading) -> tuple[Any, ...]:
    """Return what a claim tells, for the columns from `statement` on; several of one kind stand in one cell, parted by `BETWEEN`.

    `places` has the name of the best reading, else the written form; `checkable` tells whether a reader could look up any of the
    evidence, None where there is none.
    """
    event, when = claim.event, value_or_none(claim.time)
    interval = value_or_none(when.interval) if when else None
    codes = event.crosswalk if event else Crosswalk()
    actors = [[value_or_none(actor.name) or actor.text for actor in claim.actors if actor.role is role] for role in ActorRole]
    toponyms = [reading.places[number] for number in claim.places]
    return (
        claim.statement,
        str(claim.kind),
        str(event.type) if event else None,
        *(code or None for code in (codes.plover, codes.mode, codes.acled_event, codes.acled_sub_event)),
        event.trigger.cut(reading.report.text) if event else None,
        *(join_cell(names) for names in actors),
        join_cell(toponym.place.value.name if isinstance(toponym.place, Known) else toponym.text for toponym in toponyms),
        when.text if when else None,
        interval.start.isoformat() if interval else None,
        interval.end.isoformat() if interval else None,
        join_cell(f"{quantity.text} ({quantity.measure})" if quantity.measure else quantity.text for quantity in claim.quantities),
        claim.denied,
        str(claim.certainty),
        join_cell(evidence.kind for evidence in claim.evidence),
        any(evidence.checkable for evidence in claim.evidence) if claim.evidence else None,
    )


def join_cell(parts: Iterable[str]) -> str | None:
    """Return the parts in one cell, None where there are none."""
    return BETWEEN.join(parts) or None


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
