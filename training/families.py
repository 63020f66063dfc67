"""Transmission families as examples: which passages say the same, and which report was written from which.

A family's file holds reports of known descent, each claim with every sentence that gives it. `Family` joins that to the readings of
the reports that are handed over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whence.collation.units import Unit
from whence.reader import Reader
from whence.records import Known, Reading, Report

HALF = 0.5
"""Share of the shorter of two passages that both must cover to be the same, as the scorer counts."""

LOST = -1
"""The parent that was not handed over."""


@dataclass(frozen=True, slots=True)
class Family:
    """One family's gold beside the readings of the reports that are handed over, in the file's order."""

    name: str
    gold: dict[str, Any]
    readings: tuple[Reading, ...]

    @property
    def parents(self) -> tuple[frozenset[int], ...]:
        """Return each reading's parents by number, LOST for one that is withheld."""
        number = {reading.report.id: n for n, reading in enumerate(self.readings)}
        told = {document["id"]: document["parents"] for document in self.gold["documents"]}
        return tuple(frozenset(number.get(parent, LOST) for parent in told[reading.report.id]) for reading in self.readings)

    @property
    def ancestors(self) -> tuple[frozenset[int], ...]:
        """Return each reading's ancestors by number, those beyond a withheld text among them."""
        above = {document["id"]: document["parents"] for document in self.gold["documents"]}
        number = {reading.report.id: n for n, reading in enumerate(self.readings)}
        found = []
        for reading in self.readings:
            open_, seen = list(above[reading.report.id]), set()
            while open_:
                parent = open_.pop()
                seen.add(parent)
                open_.extend(above[parent])
            found.append(frozenset(number[parent] for parent in seen if parent in number))
        return tuple(found)

    def claims_of(self, units: Sequence[Unit]) -> list[frozenset[str]]:
        """Return for each unit the gold claims whose sentences it stands on."""
        spans: list[list[tuple[str, int, int]]] = [[] for _ in self.readings]
        number = {reading.report.id: n for n, reading in enumerate(self.readings)}
        for claim in self.gold["claims"]:
            for place in claim["in"]:
                if place["document"] in number:
                    at = number[place["document"]]
                    start = self.readings[at].report.text.index(place["sentence"])
                    spans[at].append((claim["id"], start, start + len(place["sentence"])))
        return [
            frozenset(claim for claim, start, end in spans[unit.report] if _overlap((start, end), (unit.span.start, unit.span.end)))
            for unit in units
        ]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and shared >= HALF * min(one[1] - one[0], other[1] - other[0])


def reports_of(gold: dict[str, Any]) -> list[Report]:
    """Return the reports of a family that are handed over, without labels."""
    return [
        Report(
            id=document["id"], text=document["text"], sha256=hashlib.sha256(document["text"].encode()).hexdigest(),
            language=Known(document["language"]), url=document["url"], headline=Known(document["headline"]),
            outlet=Known(document["outlet"]), published_at=Known(document["published_at"]),
        )
        for document in gold["documents"] if not document["withheld"]
    ]  # fmt: skip


def load_families(paths: Sequence[Path], reader: Reader) -> tuple[Family, ...]:
    """Read the families' files and their reports."""
    families = []
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        families.append(Family(path.stem, gold, tuple(reader.read(report) for report in reports_of(gold))))
    return tuple(families)
