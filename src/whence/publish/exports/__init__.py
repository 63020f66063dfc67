"""A reading in the formats of others: a coder's table (CSV), points (GeoJSON), schema.org claims, W3C PROV.

Enters: readings. Leaves: one document for all of them, and how much of each was left out and why. Events, their columns and codes
are in `rows.py` and the TOML files; `acled.py` and `ucdp.py` fill the columns; `FORMS` is the table of forms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from whence.publish.exports.options import ExportOptions, Include, Scheme
from whence.records import Reading


class ExportName(StrEnum):
    """What the caller asks for."""

    CSV = "csv"
    GEOJSON = "geojson"
    CLAIMREVIEW = "claimreview"
    PROV = "prov"


@dataclass(frozen=True, slots=True)
class Taken:
    """What one reading gives to a document: its pieces, how many of them are events or claims, and what was left out by why."""

    pieces: tuple[dict[str, Any], ...]
    told: int
    left_out: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class ExportForm:
    """One form: what it is good for, the unit it counts in, what a reading gives to it, and how the pieces of all are written."""

    name: ExportName
    suffix: str
    media_type: str
    meaning: str
    unit: str
    take: Callable[[Reading, ExportOptions], Taken]
    write: Callable[[Iterable[dict[str, Any]], ExportOptions], str]


def take_rows(reading: Reading, options: ExportOptions) -> Taken:
    """Return a row for each event."""
    from whence.publish.exports.acled import acled_row  # noqa: PLC0415 - only when asked for
    from whence.publish.exports.rows import find_events  # noqa: PLC0415
    from whence.publish.exports.ucdp import ucdp_row  # noqa: PLC0415

    tell = {Scheme.ACLED: acled_row, Scheme.UCDP: ucdp_row}[options.columns]
    found = find_events(reading, options)
    rows = tuple(tell(event) for event in found.events)
    return Taken(rows, len(rows), found.left_out)


def take_claims(reading: Reading, options: ExportOptions) -> Taken:
    """Return the nodes of the claims."""
    from whence.publish.exports.claimreview import review_nodes  # noqa: PLC0415

    nodes, left_out = review_nodes(reading, options)
    return Taken(tuple(nodes), sum(node["@type"] == "Claim" for node in nodes), left_out)


def take_provenance(reading: Reading, _options: ExportOptions) -> Taken:
    """Return the records of all claims; nothing is left out."""
    from whence.publish.exports.prov import provenance_of  # noqa: PLC0415

    return Taken((provenance_of(reading),), len(reading.claims))


def write_csv(rows: Iterable[dict[str, Any]], options: ExportOptions) -> str:
    """Return a table; without a row, its header alone."""
    from whence.publish.exports.columns import header_of  # noqa: PLC0415
    from whence.publish.exports.table import to_csv  # noqa: PLC0415

    return to_csv(header_of(options.columns), rows)


def write_geojson(rows: Iterable[dict[str, Any]], options: ExportOptions) -> str:
    """Return a feature collection."""
    from whence.publish.exports.columns import header_of  # noqa: PLC0415
    from whence.publish.exports.geojson import to_geojson  # noqa: PLC0415

    return to_geojson(header_of(options.columns), rows)


def write_claimreview(nodes: Iterable[dict[str, Any]], _options: ExportOptions) -> str:
    """Return a JSON-LD document."""
    from whence.publish.exports.claimreview import to_claimreview  # noqa: PLC0415

    return to_claimreview(nodes)


def write_prov(documents: Iterable[dict[str, Any]], _options: ExportOptions) -> str:
    """Return a PROV-JSON document."""
    from whence.publish.exports.prov import to_prov  # noqa: PLC0415

    return to_prov(documents)


FORMS: dict[ExportName, ExportForm] = {
    form.name: form
    for form in (
        ExportForm(ExportName.CSV, ".csv", "text/csv", "a table, a row an event", "event", take_rows, write_csv),
        ExportForm(ExportName.GEOJSON, ".geojson", "application/geo+json", "the same as points", "event", take_rows, write_geojson),
        ExportForm(
            ExportName.CLAIMREVIEW,
            ".jsonld",
            "application/ld+json",
            "schema.org Claim, with drafts of ClaimReview without a verdict",
            "claim",
            take_claims,
            write_claimreview,
        ),
        ExportForm(
            ExportName.PROV,
            ".provjson",
            "application/json",
            "W3C PROV-JSON, what comes from whom",
            "claim",
            take_provenance,
            write_prov,
        ),
    )
}

__all__ = ["FORMS", "ExportForm", "ExportName", "ExportOptions", "Include", "Scheme", "Taken"]
