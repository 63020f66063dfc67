"""The case table of certainty and kind, and what is read from a row of it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from spacy.tokens import Doc, Token

from tests.factory import report
from whence.claims.stance import tell_certainty, tell_kind
from whence.language import load_engine
from whence.records import Certainty, ClaimKind, CueGrade, Degree, EventType, Reason, Source, SourceKind, Span
from whence.referents.times import find_times

PUBLISHED = date(2031, 12, 20)
CODES = {Degree.CERTAIN: "CT", Degree.PROBABLE: "PR", Degree.POSSIBLE: "PS", Degree.UNCOMMITTED: "UNC"}
SOMEBODY = Source(SourceKind.OFFICIAL, None, "somebody")


@dataclass(frozen=True)
class Told:
    """What the two functions say of one row."""

    certainties: tuple[Certainty, ...]
    kind: ClaimKind
    why: Reason


def rows() -> list[dict[str, str]]:
    with (Path(__file__).parent / "cases.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="|"))


@cache
def parsed(text: str) -> Doc:
    return load_engine("whence").analyse(text)


def code(certainty: Certainty) -> str:
    return CODES[certainty.degree] + ("-" if certainty.denied else "+")


def word(doc: Doc, text: str) -> Token:
    """Return the first token that is `text`."""
    return next(token for token in doc if token.lower_ == text.lower())


def tell(row: dict[str, str], doc: Doc | None = None) -> Told:
    """Return what is told of a row, its sentence parsed by the engine where no document is given."""
    text = row["text"]
    made = parsed(text) if doc is None else doc
    trigger = (word(made, row["trigger"]),)
    cue = (Span(text.index(row["cue"]), text.index(row["cue"]) + len(row["cue"])),) if row["cue"] else ()
    grade = CueGrade(row["grade"]) if row["grade"] else None
    passages = (Span(0, len(text)),)
    told = tell_certainty(made, trigger, passages, (SOMEBODY,) if cue else (), cue, grade)
    times = find_times(made, report(text, published_at=PUBLISHED.isoformat()))
    kind, why = tell_kind(made, trigger, passages, told[-1], EventType(row["type"]), times, PUBLISHED)
    return Told(told, kind, why)
