"""What the checks on ground share: which claims tell of ground, on which day, and what a control layer says of the place then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from whence.findings.check import Material
from whence.language.tables import read_table
from whence.records import Claim, Known, Place, PlaceFlag, Precision, Span, Toponym
from whence.referents.places.words import load_words

if TYPE_CHECKING:
    from whence.referents.control import ControlLayer

WORD = re.compile(r"[^\W\d_]+")
KINDS = ("taken", "left", "fought")
COARSE = frozenset({Precision.YEAR, Precision.SEASON, Precision.MONTH})
"""Intervals that name no day: a layer may show a change on any of theirs."""

MARGIN = 3.0
"""Degrees around a layer's areas within which it is taken to speak of the ground."""

CAPITAL = "P.PPLC"

REACH = 40
"""Characters before a name in which the word before it is looked for."""

LAG = 21
"""Days that a layer may lag behind: layers do so by days, not by weeks. An older picture says nothing of a day."""


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
    table = read_table(language, "ground.toml")
    return {word: kind for kind in KINDS for word in table[kind]}


def told_of(material: Material) -> Iterator[Told]:
    """Yield each place that stands in a claim with a word of ground, once for each kind of word.

    The day is that of a time expression in the same claim, else the report's day of publication; a claim without either is passed
    over, and so is one that tells of a month, a season or a year alone.
    """
    for claim in material.claims:
        words = list(_words(claim, material.report.text))
        places = [each for each in material.places if any(passage.covers(each.span) for passage in claim.passages)]
        day = _day(claim, material)
        if day is None:
            continue
        for toponym in places:
            if not isinstance(toponym.place, Known) or not _is_covered(toponym.place.value, material.layer):
                continue
            if not _stands_as_ground(toponym, toponym.place.value, material.report.text):
                continue
            kinds: dict[str, Span] = {}
            for word, kind in words:
                kinds.setdefault(kind, word)
            for kind, word in kinds.items():
                yield Told(claim, toponym, toponym.place.value, kind, word, day)


def _is_covered(place: Place, layer: ControlLayer | None) -> bool:
    """Tell whether a place is a town and not far outside the areas of the layer, which says nothing of the rest of the world."""
    if not place.feature.startswith("P."):
        return False
    return layer is None or layer.box().widened(MARGIN).holds(place.latitude, place.longitude)


def _stands_as_ground(toponym: Toponym, place: Place, text: str) -> bool:
    """Tell whether a name stands for ground and not for a government, as that of a capital does without "in" or "near"."""
    if toponym.area is not None or place.feature != CAPITAL:
        return True
    before = WORD.findall(text[max(0, toponym.span.start - REACH) : toponym.span.start])[-1:]
    return bool(before) and (before[0].lower() in load_words().prepositions or before[0].lower() in ground_words())


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
    told = [
        each.interval.value
        for each in material.times
        if isinstance(each.interval, Known) and any(passage.covers(each.span) for passage in claim.passages)
    ]
    days = [interval.start.date() for interval in told if interval.precision not in COARSE]
    if told and not days:
        return None
    published = material.report.published_at
    if isinstance(published, Known):
        try:
            printed = date.fromisoformat(published.value[:10])
        except ValueError:
            return max(days, default=None)
        return min(max(days, default=printed), printed)
    return max(days, default=None)
