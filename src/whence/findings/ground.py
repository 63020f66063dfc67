"""What the checks on ground share: which claims tell of ground, on which day, and what a control layer says of the place then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from whence.findings.check import Material
from whence.findings.statements import day_of
from whence.language.tables import read_table
from whence.records import Claim, ClaimKind, EventType, Interval, Known, Place, PlaceFlag, Precision, Span, Toponym, Undetermined
from whence.referents.places.words import load_words

if TYPE_CHECKING:
    from whence.referents.control import ControlLayer

WORD = re.compile(r"[^\W\d_]+")
KINDS = ("taken", "left", "fought")
EVENTS = {
    EventType.CAPTURE: "taken",
    EventType.WITHDRAWAL: "left",
    EventType.ADVANCE: "fought",
    EventType.CLASH: "fought",
}
"""The events that need soldiers on the ground; shells and aircraft reach far beyond a line."""

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
    """Yield each place at which a claim tells of ground, once for each kind of event.

    A claim with an event tells of its own places on its own day, unless it denies the event or only supposes it. One in which no
    event was found tells of every place that stands in it with a word of ground. The day is that of a time expression, else that of
    publication; a claim without either is passed over, and so is one that tells of a month, a season or a year alone.
    """
    for claim in material.claims:
        for toponym, kind, word, day in (
            _told_by_event(claim, material) if claim.event is not None else _told_by_words(claim, material)
        ):
            if not isinstance(toponym.place, Known) or not _is_covered(toponym.place.value, material.layer):
                continue
            if _stands_as_ground(toponym, toponym.place.value, material.report.text):
                yield Told(claim, toponym, toponym.place.value, kind, word, day)


def _told_by_event(claim: Claim, material: Material) -> Iterator[tuple[Toponym, str, Span, date]]:
    """Yield the places of a claim's event with the kind of ground it tells of, the word that tells it, and its day."""
    if claim.event is None or claim.denied or claim.kind is ClaimKind.SPECULATION:
        return
    kind, day = EVENTS.get(claim.event.type), _day_of_event(claim, material)
    if kind is not None and day is not None:
        yield from ((material.places[at], kind, claim.event.trigger, day) for at in claim.places if at < len(material.places))


def _told_by_words(claim: Claim, material: Material) -> Iterator[tuple[Toponym, str, Span, date]]:
    """Yield the places that stand in a claim with the first word of ground of each kind."""
    day = _day(claim, material)
    if day is None:
        return
    kinds: dict[str, Span] = {}
    for word, kind in _words(claim, material.report.text):
        kinds.setdefault(kind, word)
    for toponym in material.places:
        if any(passage.covers(toponym.span) for passage in claim.passages):
            yield from ((toponym, kind, word, day) for kind, word in kinds.items())


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


def _day_of_event(claim: Claim, material: Material) -> date | None:
    """Return the day of a claim's event, else that of publication; None for background without a day and for a vague time."""
    if isinstance(claim.time, Undetermined) or (claim.kind is ClaimKind.BACKGROUND and not isinstance(claim.time, Known)):
        return None
    told = [claim.time.value] if isinstance(claim.time, Known) else []
    return _last_day([each.interval.value for each in told if isinstance(each.interval, Known)], material)


def _day(claim: Claim, material: Material) -> date | None:
    """Return the last day that a time expression of the claim names, else the day of publication, None without either."""
    told = [
        each.interval.value
        for each in material.times
        if isinstance(each.interval, Known) and any(passage.covers(each.span) for passage in claim.passages)
    ]
    return _last_day(told, material)


def _last_day(told: list[Interval], material: Material) -> date | None:
    """Return the last day of some intervals up to publication; None where they name no day, or there is neither."""
    days = [interval.start.date() for interval in told if interval.precision not in COARSE]
    if told and not days:
        return None
    printed = day_of(material.report)
    last = max(days, default=printed)
    return last if last is None or printed is None else min(last, printed)
