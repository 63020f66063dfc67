"""Dates that drift: another day of the same event, or day and month changed places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from whence.collation.units import language_of
from whence.lineage.ground import Ground
from whence.lineage.variations.change import Change, Pair
from whence.records import Span, VariationKind

FIGURES = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](?:19|20)\d{2}\b")
"""A day in figures, read day first as most of the world writes it."""

LAST_DAY, LAST_MONTH = 31, 12

ORDINAL = r"(?:st|nd|rd|th|er|º|°|ª)?"


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month as a text writes it, or a day of the week, which has no month."""

    span: Span
    day: int
    month: int


def find(ground: Ground, pair: Pair) -> Iterator[Change]:
    """Yield the days that differ between corresponding passages."""
    child, parent = ground.readings[pair.child], ground.readings[pair.parent]
    ours, theirs = find_dates(child.report.text, language_of(child)), find_dates(parent.report.text, language_of(parent))
    have, had = {(each.day, each.month) for each in ours}, {(each.day, each.month) for each in theirs}
    done = set()
    for up, down in pair.passages:
        here = [each for each in ours if _within(each.span, pair.units[down].span) and (each.day, each.month) not in had]
        there = [each for each in theirs if _within(each.span, pair.units[up].span) and (each.day, each.month) not in have]
        for day in here:
            other = next((each for each in there if bool(each.month) == bool(day.month)), None)
            if other is None or (day.day, day.month) in done:
                continue
            done.add((day.day, day.month))
            written, was = day.span.cut(child.report.text), other.span.cut(parent.report.text)
            yield Change(VariationKind.DATE, pair.parent, pair.child, down, day.span, written, was, other.span)


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


@lru_cache(maxsize=512)
def find_dates(text: str, language: str) -> tuple[Day, ...]:
    """Return the days that a text writes with the name of their month, and the days of the week."""
    months, weekdays, pattern = _calendar(language)
    found = [
        Day(Span(match.start(), match.end()), int(match.group(1)), int(match.group(2)))
        for match in FIGURES.finditer(text) if int(match.group(1)) <= LAST_DAY and int(match.group(2)) <= LAST_MONTH
    ]  # fmt: skip
    for match in pattern.finditer(text) if pattern else ():
        if match.group("weekday"):
            found.append(Day(Span(match.start(), match.end()), weekdays[match.group("weekday").casefold()], 0))
            continue
        month = months[(match.group("after") or match.group("before")).casefold()]
        day = int(match.group("first") or match.group("last"))
        if 1 <= day <= LAST_DAY:
            found.append(Day(Span(match.start(), match.end()), day, month))
    return tuple(sorted(found, key=_where))


def _where(day: Day) -> Span:
    return day.span


@lru_cache(maxsize=64)
def _calendar(language: str) -> tuple[dict[str, int], dict[str, int], re.Pattern[str] | None]:
    """Return the months and weekdays of a language by name, and the pattern of its dates."""
    try:
        locale = Locale.parse(language or "en")
    except (UnknownLocaleError, ValueError):
        return {}, {}, None
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            months.update({str(name).casefold().rstrip("."): n for n, name in locale.months[context][width].items()})
        months.update({"sept": 9} if language == "en" else {})
        weekdays.update({str(name).casefold(): n + 1 for n, name in locale.days[context]["wide"].items()})
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    weekday = "|".join(sorted(map(re.escape, weekdays), key=len, reverse=True))
    pattern = re.compile(
        rf"\b(?:(?P<first>\d{{1,2}}){ORDINAL}(?: de| of|\.)? (?P<after>{month})|(?P<before>{month})\.? (?P<last>\d{{1,2}})"
        rf"{ORDINAL}(?!\d|[.,]\d)|(?P<weekday>{weekday}))\b",
        re.IGNORECASE,
    )
    return months, weekdays, pattern
