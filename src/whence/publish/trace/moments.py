"""When a report was published, as far as it is known: to the hour, to the day, or not at all.

All in UTC, so that outlets compare.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from whence.records import Report, value_or_none

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# How long a day alone is, as ISO 8601 writes it.
DAY_ALONE = len("2031-06-02")


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A day, and the minute where it is told. A time without a zone is taken for UTC."""

    day: date
    time: datetime | None


def find_moment(report: Report) -> Moment | None:
    """Return when a report was published, None where that is not known or not ISO 8601."""
    told = (value_or_none(report.published_at) or "").strip()
    try:
        if len(told) <= DAY_ALONE:
            return Moment(date.fromisoformat(told), None)
        moment = datetime.fromisoformat(told)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Moment(moment.date(), moment)


def tell_day(day: date, *, year: bool = False) -> str:
    """Return a day in words: `2 June`, `2 June 2031`."""
    return f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def tell_moment(moment: Moment | None) -> str:
    """Return day and minute in few words: `2 June 07:40`."""
    if moment is None:
        return "time not known"
    return f"{tell_day(moment.day)} {moment.time:%H:%M}" if moment.time else f"{tell_day(moment.day)}, hour not told"


def tell_days(moments: Sequence[Moment]) -> str:
    """Return the days of several moments, of which there must be one or more: `2 June 2031`, `2–4 June 2031`."""
    first, last = min(moment.day for moment in moments), max(moment.day for moment in moments)
    if first == last:
        return tell_day(first, year=True)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{tell_day(last, year=True)}"
    return f"{tell_day(first, year=first.year != last.year)} – {tell_day(last, year=True)}"


def tell_hours(moments: Sequence[Moment]) -> str:
    """Return from when to when on one day, empty where no minute is told or they are of several days."""
    times = sorted(moment.time for moment in moments if moment.time)
    if not times or len({moment.day for moment in moments}) > 1:
        return ""
    first, last = f"{times[0]:%H:%M}", f"{times[-1]:%H:%M}"
    return first if first == last else f"{first}–{last}"
