"""What the checks on ground share: which claims tell of ground, on which day, and what a control layer says of the place then."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from whence.findings.check import Material
from whence.records import Claim, Known, Place, PlaceFlag, Span, Toponym

WORD = re.compile(r"[^\W\d_]+")
KINDS = ("taken", "left", "fought")


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that tells of ground: the place it names, the word that tells, which kind of word, the day, if it is known."""

    claim: Claim
    toponym: Toponym
    place: Place
    kind: str
    word: Span
    day: date


@cache
def ground_words(language: str = "english") -> dict[str, str]:
    """Return the words of ground.toml, each with its kind."""
    file = resources.files("whence.language") / language / "ground.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return {word: kind for kind in KINDS for word in table[kind]}


def told_of(material: Material) -> Iterator[Told]:
    """Yield each place that stands in a claim with a word of ground, once for each kind of word.

    The day is that of a time expression in the same claim, else the report's day of publication; a claim without either is passed
    over.
    """
    for claim in material.claims:
        words = list(_words(claim, material.report.text))
        places = [each for each in material.places if any(passage.covers(each.span) for passage in claim.passages)]
        day = _day(claim, material)
        if day is None:
            continue
        for toponym in places:
            if not isinstance(toponym.place, Known) or not toponym.place.value.feature.startswith("P."):
                continue
            kinds: dict[str, Span] = {}
            for word, kind in words:
                kinds.setdefault(kind, word)
            for kind, word in kinds.items():
                yield Told(claim, toponym, toponym.place.value, kind, word, day)


def is_doubted(toponym: Toponym) -> bool:
    """Tell whether the reading of a name is itself in doubt."""
    return bool({PlaceFlag.GARBLED, PlaceFlag.DOUBTFUL} & {*toponym.flags})


def _words(claim: Claim, text: str) -> Iterator[tuple[Span, str]]:
    known = ground_words()
    for passage in claim.passages:
        for match in WORD.finditer(passage.cut(text)):
            kind = known.get(match.group().lower())
            if kind is not None:
                yield Span(passage.start + match.start(), passage.start + match.end()), kind


def _day(claim: Claim, material: Material) -> date | None:
    """Return the last day that a time expression of the claim names, else the day of publication, None without either."""
    days = [
        each.interval.value.start.date()
        for each in material.times
        if isinstance(each.interval, Known) and any(passage.covers(each.span) for passage in claim.passages)
    ]
    published = material.report.published_at
    if isinstance(published, Known):
        try:
            printed = date.fromisoformat(published.value[:10])
        except ValueError:
            return max(days, default=None)
        return min(max(days, default=printed), printed)
    return max(days, default=None)
