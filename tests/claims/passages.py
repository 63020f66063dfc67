"""The specification of claims by example: its passages, what is read out of them, and the two side by side.

Enters: `passages.toml`, whose head says what every key means. Leaves: for each passage its reading, for each expected claim the one
that was found at its words and which of its keys are right (`matching.py` compares). What a passage leaves out is not looked at.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.claims.matching import Expected, fits, shown
from tests.factory import report
from whence.reader import Reader, ReaderOptions
from whence.records import Claim, Reading, Span
from whence.records.event import EventType

FILE = Path(__file__).with_name("passages.toml")
NAMING = "trigger"
"""The key that names an expected claim; the others are compared."""
TAKEN_FOR_NONE = frozenset({EventType.OTHER, EventType.STATEMENT, EventType.ASSESSMENT, EventType.DENIAL})
"""What `no_trigger` lets a word tell all the same: nothing that a coder of conflicts counts."""
WIDTH = 44


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of the specification; the fields are its keys."""

    id: str
    about: str
    text: str
    claim: tuple[Expected, ...] = ()
    published: str | None = None
    outlet: str | None = None
    context: str = "none"
    no_claim_of: tuple[str, ...] = ()
    no_trigger: tuple[str, ...] = ()
    known_gap: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One key of the specification held against what was found; `key` may be `no_claim_of` or `no_trigger` too."""

    trigger: str
    key: str
    expected: str
    found: str
    right: bool


@cache
def load_passages() -> tuple[Passage, ...]:
    """Return the passages of the file, in their order."""
    return tuple(_passage(row) for row in tomllib.loads(FILE.read_text(encoding="utf-8"))["passage"])


def _passage(row: Mapping[str, Any]) -> Passage:
    lists = {name: tuple(row[name]) for name in ("claim", "no_claim_of", "no_trigger") if name in row}
    published = {"published": row["published"].isoformat()} if "published" in row else {}
    return Passage(**{**row, **lists, **published})


@cache
def reader(context: str) -> Reader:
    """Return the reader with the shipped engine and gazetteer, loaded once for each context."""
    return Reader(ReaderOptions(context=context))


@cache
def read_passage(id: str) -> Reading:
    """Return the reading of the passage of that name, made once in a run."""
    (passage,) = [each for each in load_passages() if each.id == id]
    made = report(passage.text, id=id, published_at=passage.published, outlet=passage.outlet, language="en")
    return reader(passage.context).read(made)


def where(text: str, words: str) -> list[Span]:
    """Return every place in `text` where `words` stand as whole words."""
    return [Span(*match.span()) for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def found_at(expected: Expected, reading: Reading) -> Claim | None:
    """Return the claim whose trigger touches the expected one, of several the first of the same kind of event; None without any."""
    (words,) = where(reading.report.text, expected[NAMING])
    near = [claim for claim in reading.claims if claim.event is not None and claim.event.trigger.overlaps(words)]
    same = [claim for claim in near if fits("event", expected["event"], claim, reading)]
    return next(iter((*same, *near)), None)


def answers(passage: Passage, reading: Reading) -> Iterator[Answer]:
    """Yield each key that the passage asks for, held against what was found."""
    for expected in passage.claim:
        claim = found_at(expected, reading)
        for key, wanted in expected.items():
            if key == NAMING:
                continue
            found = "no claim" if claim is None else shown(key, claim, reading)
            yield Answer(expected[NAMING], key, str(wanted), found, claim is not None and fits(key, wanted, claim, reading))
    yield from _unwanted(passage, reading)


def _unwanted(passage: Passage, reading: Reading) -> Iterator[Answer]:
    told = [(claim.event.type, claim.event.trigger) for claim in reading.claims if claim.event is not None]
    for kind in passage.no_claim_of:
        found = [span.cut(passage.text) for told_kind, span in told if told_kind == kind]
        yield Answer("", "no_claim_of", f"no {kind}", ", ".join(found) or "none", not found)
    for words in passage.no_trigger:
        (place,) = where(passage.text, words)
        found = [str(kind) for kind, span in told if span.overlaps(place) and kind not in TAKEN_FOR_NONE]
        yield Answer(words, "no_trigger", "no event", ", ".join(found) or "none", not found)


def side_by_side(passage: Passage, reading: Reading) -> str:
    """Return what was expected of a passage beside what was found, and every event that was."""
    lines = ["", passage.text, ""]
    for answer in answers(passage, reading):
        name = f"{answer.trigger[:24]:24} {answer.key:17}"
        lines.append(f"{'  ' if answer.right else '✗ '}{name} {answer.expected[:WIDTH]:{WIDTH}} {answer.found}")
    lines += ["", "found:"]
    for claim in reading.claims:
        event = claim.event
        lines.append(f"  {claim.id}: " + ("no event" if event is None else f"{event.type} “{event.trigger.cut(passage.text)}”"))
    return "\n".join(lines)
