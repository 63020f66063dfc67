"""Families of reports whose descent is known, and what of them is handed to a tracer.

Enters: a file in the form that `docs/measures.md` tells (documents with their parents, claims with every occurrence and who stands
behind them, garbles). Leaves: a `Family`, which scorers compare with, and a `Case`, which holds what a tracer may see: the reports
without those withheld and without any label, loaded as a user's JSON Lines are, and their readings.
"""

from __future__ import annotations

import io
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from whence.records import Known, Reading, Report
from whence.reports.lines import read_lines
from whence.reports.options import LoadOptions

if TYPE_CHECKING:
    from whence.reader import Reader

Json: TypeAlias = dict[str, Any]
Offsets: TypeAlias = tuple[int, int]
Parents: TypeAlias = Mapping[str, Iterable[str]]

HANDED_OVER = ("id", "url", "outlet", "published_at", "language", "headline", "text")
"""What of a document a tracer may see."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One claim as one document gives it; `added` where it first stands and nobody is behind it."""

    claim: str
    document: str
    span: Offsets
    added: bool


@dataclass(frozen=True, slots=True)
class Family:
    """What is true of a family.

    `parents` holds every document, the withheld too; `visible` those handed over. `witnesses` tells of each claim how many
    independent witnesses stand behind it, `garbles` the mangled strings with the documents that hold them.
    """

    name: str
    visible: frozenset[str]
    parents: Mapping[str, frozenset[str]]
    occurrences: tuple[Occurrence, ...]
    witnesses: Mapping[str, int]
    garbles: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Case:
    """A family, its file as it stands, and its reports as they are handed over."""

    family: Family
    gold: Json
    reports: tuple[Report, ...]

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Return the readings of the reports, made once."""
        return tuple(reader().read(report) for report in self.reports)


@cache
def reader() -> Reader:
    """Return the reader of all cases: by default settings, as a user who says nothing gets it."""
    from whence.reader import Reader  # noqa: PLC0415 - made-up readings are traced without the engines that it loads

    return Reader()


def load_case(path: Path) -> Case:
    """Return the case of one file."""
    return case_of(json.loads(path.read_text(encoding="utf-8")))


def case_of(held: Json) -> Case:
    """Return the case of what a file holds."""
    return Case(family_of(held), held, reports_of(held["documents"]))


def family_of(held: Json) -> Family:
    """Return what the gold of a family says."""
    documents = {document["id"]: document for document in held["documents"]}
    visible = frozenset(id for id, document in documents.items() if not document.get("withheld"))
    occurrences = [
        Occurrence(
            claim["id"],
            told["document"],
            _place(documents[told["document"]]["text"], told["sentence"]),
            added=not claim["witnesses"] and told["parent"] is None,
        )
        for claim in held["claims"]
        for told in claim["in"]
        if told["document"] in visible
    ]
    garbles = {
        (garble["written"].casefold(), id)
        for garble in held["garbles"]
        for id in (garble["document"], *garble["inherited_by"])
        if id in visible
    }
    return Family(
        name=held["family"],
        visible=visible,
        parents={id: frozenset(document["parents"]) for id, document in documents.items()},
        occurrences=tuple(occurrences),
        witnesses={claim["id"]: len(claim["witnesses"]) for claim in held["claims"]},
        garbles=frozenset(garbles),
    )


def _place(text: str, sentence: str) -> Offsets:
    start = text.index(sentence)
    return start, start + len(sentence)


def reports_of(documents: Iterable[Json]) -> tuple[Report, ...]:
    """Return the reports of the documents that are not withheld, as `whence` loads them from JSON Lines.

    Raises:
        InputError: if a document is no report.
    """
    lines = [
        json.dumps({key: document[key] for key in HANDED_OVER}, ensure_ascii=False)
        for document in documents
        if not document.get("withheld")
    ]
    reports: list[Report] = []
    for loaded in read_lines("\n".join(lines).encode(), io.BytesIO(), origin="family", options=LoadOptions()):
        if isinstance(loaded, tuple):
            raise loaded[1]
        reports.append(loaded)
    return tuple(reports)


def moment(report: Report) -> datetime:
    """Return when a report was published; one without a time comes last."""
    if not isinstance(report.published_at, Known):
        return datetime.max.replace(tzinfo=UTC)
    told = datetime.fromisoformat(report.published_at.value)
    return told if told.tzinfo else told.replace(tzinfo=UTC)


def in_time_order(reports: Iterable[Report]) -> list[Report]:
    """Return the reports by time of publication, then by id."""
    return sorted(reports, key=_moment_and_id)


def _moment_and_id(report: Report) -> tuple[datetime, str]:
    return moment(report), report.id


def ancestors(parents: Parents, id: str) -> set[str]:
    """Return all that `id` was written from, at any remove."""
    found: set[str] = set()
    waiting = list(parents.get(id, ()))
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting.extend(parents.get(each, ()))
    return found


def parents_in(edges: Sequence[Json]) -> dict[str, set[str]]:
    """Return the parents of each child in the edges of a trace."""
    parents: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        parents[edge["child"]].add(edge["parent"])
    return dict(parents)
