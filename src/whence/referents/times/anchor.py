"""The day from which a report speaks: its dateline, else its publication.

Enters: a Doc and its report. Leaves: an interval and why, or why there is none. The two are never mixed up: the reason names the
one that was taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from whence.records import Absent, Interval, Known, Maybe, Precision, Reason, Span, Undetermined
from whence.referents.times.calendar import day_interval, month_interval, year_interval
from whence.referents.times.lexicon import TimeWords
from whence.referents.times.phrases import Phrase

_REACH = 120
"""How many characters into the text a dateline's date may begin."""

_LEAD = re.compile(r"[\s(\[]*(?:(?:[A-Z][\w.'’-]*|[a-z]{1,3}\b(?= +[A-Z])|[,/(){}\[\]·|])[\s,/]*)*\Z")
"""Before the date: names, short small words within them ("Port au Prince"), commas, brackets."""

_TAIL = re.compile(r"[\s,.]*(?:\([^()\n]{1,40}\)|\[[^\[\]\n]{1,40}\]|[A-Z][\w.]*(?: [A-Z][\w.]*){0,3})?[\s.)\]]*(?:[-–—:]|\n|\Z)")
"""Behind it: an agency, then a dash, a colon or the end of the line."""

_YEAR = re.compile(r"(\d{4})(?:-(\d{2}))?\Z")
_ALL_TIME = Interval(datetime(1500, 1, 1), datetime(5000, 1, 1), Precision.YEAR)  # noqa: DTZ001
"""What stands for a day that is not known: whatever comes out the same at both ends does not depend on it."""


ZONES = timedelta(hours=14)
"""How far one local clock may be ahead of another that is not told: no zone is further from UTC."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day from which a report speaks, as exactly as it is told, and the reason. `known` is False where nothing tells it.

    `zone` is that of the time of publication, where one is told.
    """

    interval: Interval
    because: Reason
    known: bool = True
    zone: tzinfo | None = None

    @property
    def ends(self) -> tuple[datetime, datetime]:
        """Return the first and the last moment that the report may speak from."""
        return self.interval.start, self.interval.end - timedelta(minutes=1)


NOWHERE = Anchor(_ALL_TIME, Reason("anchor", "Neither a dateline nor a time of publication is known to take it from."), known=False)
"""The anchor of a report without a date."""


def publication(published_at: Maybe[str]) -> Anchor:
    """Return the anchor that a time of publication gives."""
    if not isinstance(published_at, Known):
        if isinstance(published_at, Undetermined):
            return replace(
                NOWHERE,
                because=Reason("anchor", "The time of publication is not settled, and there is no dateline to take it from."),
            )
        return NOWHERE
    written = published_at.value.strip()
    found = _parsed(written)
    if found is None:
        return replace(NOWHERE, because=Reason("anchor", f"The time of publication, “{written}”, cannot be read."))
    interval, zone = found
    return Anchor(interval, Reason("anchor", f"Taken relative to the time of publication, {written}."), zone=zone)


def _parsed(written: str) -> tuple[Interval, tzinfo | None] | None:
    """Return the interval of an ISO time of any precision, without its zone, and the zone."""
    short = _YEAR.match(written)
    if short is not None:
        year, month = int(short[1]), int(short[2] or 0)
        if not 1500 <= year < 5000 or month > 12:  # noqa: PLR2004
            return None
        return (month_interval(year, month) if month else year_interval(year)), None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    if "T" not in written and " " not in written:
        return day_interval(date(moment.year, moment.month, moment.day)), None
    start = moment.replace(tzinfo=None, second=0, microsecond=0)
    return Interval(start, start + timedelta(minutes=1), Precision.MINUTE), moment.tzinfo


def dateline_phrase(text: str, phrases: list[Phrase], words: TimeWords) -> Phrase | None:
    """Return the phrase of the dateline: a day right behind the place at the very beginning, before a dash."""
    for phrase in phrases:
        if phrase.span.start > _REACH or phrase.head.rule not in {"date", "numeric"}:
            return None
        if phrase.bound or phrase.last or "\n" in text[: phrase.span.start].strip():
            return None
        end = phrase.span.end
        before = text[: phrase.span.start].lower().split()[-1:]
        if (
            words.dateline_never.isdisjoint(before)
            and _LEAD.match(text[: phrase.span.start])
            and _TAIL.match(text[end : end + _REACH])
        ):
            return phrase
    return None


def from_dateline(published: Anchor, interval: Maybe[Interval], span: Span, text: str) -> Anchor:
    """Return the anchor that the dateline gives, the time of publication where the dateline cannot be settled.

    A moment of publication on the dateline's day is kept for its hour.
    """
    if not isinstance(interval, Known):
        return published
    day = interval.value
    if published.known and published.interval.precision is Precision.MINUTE and day.start <= published.interval.start < day.end:
        return replace(published, because=Reason("anchor", f"Taken relative to the dateline, “{text}”.", (span,)))
    return Anchor(day, Reason("anchor", f"Taken relative to the dateline, “{text}”.", (span,)))


def absent_dateline() -> Absent:
    """Return that a report has no dateline with a date."""
    return Absent((Reason("dateline", "The text does not begin with a place or an agency and a date."),))
