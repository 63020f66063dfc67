"""Intervals of the calendar: days, weeks, months, years, their portions, and steps from one to another.

Enters: dates and counts. Leaves: half-open intervals without a time zone. Weeks begin on Monday.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

from whence.records import Interval, Precision

UNITS = {
    "minute": Precision.MINUTE,
    "hour": Precision.HOUR,
    "day": Precision.DAY,
    "night": Precision.PART_OF_DAY,
    "week": Precision.WEEK,
    "weekend": Precision.DAY,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
    "decade": Precision.YEAR,
}
"""The precision of each unit that times are counted in."""

FINER = {
    Precision.YEAR: Precision.SEASON,
    Precision.SEASON: Precision.MONTH,
    Precision.MONTH: Precision.WEEK,
    Precision.WEEK: Precision.DAY,
    Precision.DAY: Precision.PART_OF_DAY,
}
"""The precision of a portion of each."""

_MONTHS = {"month": 1, "year": 12, "decade": 120}
_STEPS = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "night": timedelta(days=1),
    "week": timedelta(weeks=1),
    "weekend": timedelta(weeks=1),
}
_SEASON_MONTHS = 3
_NIGHT = (20, 30)


def midnight(day: date) -> datetime:
    """Return the moment at which `day` begins."""
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - no zone where the report states none


def make_day(year: int, month: int, day: int) -> date | None:
    """Return that day, None where the calendar has none."""
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:  # noqa: PLR2004
        return None
    return date(year, month, day)


def day_interval(day: date, days: int = 1) -> Interval:
    """Return that day, or that many days from it on."""
    start = midnight(day)
    return Interval(start, start + timedelta(days=days), Precision.DAY)


def months_interval(year: int, month: int, count: int, precision: Precision) -> Interval:
    """Return `count` months from that month on; `month` may lie outside 1 to 12."""
    start = datetime(year, 1, 1)  # noqa: DTZ001
    return Interval(add_months(start, month - 1), add_months(start, month - 1 + count), precision)


def month_interval(year: int, month: int) -> Interval:
    """Return that month."""
    return months_interval(year, month, 1, Precision.MONTH)


def year_interval(year: int, years: int = 1) -> Interval:
    """Return that year, or that many years from it on."""
    return months_interval(year, 1, 12 * years, Precision.YEAR)


def season_interval(year: int, month: int) -> Interval:
    """Return the season that begins in that month."""
    return months_interval(year, month, _SEASON_MONTHS, Precision.SEASON)


def hours_interval(day: datetime, first: int, last: int) -> Interval:
    """Return the part of a day from hour `first` to `last`, which may lie in the next day."""
    return Interval(day + timedelta(hours=first), day + timedelta(hours=last), Precision.PART_OF_DAY)


def add_months(moment: datetime, count: int) -> datetime:
    """Return the moment that many months on, on the month's last day where it has no such day."""
    years, month = divmod(moment.month - 1 + count, 12)
    year = moment.year + years
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))


def shift(moment: datetime, count: int, unit: str) -> datetime:
    """Return the moment `count` units on, back where it is negative."""
    if unit in _MONTHS:
        return add_months(moment, count * _MONTHS[unit])
    return moment + count * _STEPS[unit]


def reaches(moment: datetime, count: int, unit: str) -> bool:
    """Tell whether the calendar goes `count` units beyond and behind the moment."""
    months = _MONTHS.get(unit)
    years = count * months / 12 if months else count * _STEPS[unit] / timedelta(days=365)
    return abs(years) < min(moment.year, 9999 - moment.year)


def unit_of(moment: datetime, unit: str) -> Interval:
    """Return the calendar's unit (day, week, month …) in which the moment lies."""
    today = moment.date()
    if unit == "decade":
        return year_interval(today.year - today.year % 10, 10)
    if unit == "year":
        return year_interval(today.year)
    if unit == "month":
        return month_interval(today.year, today.month)
    if unit in {"week", "weekend"}:
        monday = midnight(today - timedelta(days=today.weekday()))
        if unit == "week":
            return Interval(monday, monday + timedelta(days=7), Precision.WEEK)
        return Interval(monday + timedelta(days=5), monday + timedelta(days=7), Precision.DAY)
    if unit == "night":
        return hours_interval(midnight(today), *_NIGHT)
    if unit == "day":
        return day_interval(today)
    start = moment.replace(minute=0, second=0, microsecond=0) if unit == "hour" else moment.replace(second=0, microsecond=0)
    return Interval(start, start + _STEPS[unit if unit == "hour" else "minute"], UNITS.get(unit, Precision.MINUTE))


def portion_of(whole: Interval, first: int, last: int, of: int) -> Interval:
    """Return the stretch of `whole` from share `first` to share `last` of `of`, cut between its smaller units."""
    start, end = _cut(whole, first, of), _cut(whole, last, of)
    if whole.precision is Precision.YEAR and whole.end.year - whole.start.year > 1:
        return Interval(start, end, Precision.YEAR)
    return Interval(start, end, FINER.get(whole.precision, whole.precision))


def _cut(whole: Interval, share: int, of: int) -> datetime:
    """Return the moment at which a share of an interval ends."""
    if whole.precision in {Precision.YEAR, Precision.SEASON}:
        months = (whole.end.year - whole.start.year) * 12 + whole.end.month - whole.start.month
        cut = months * share // of
        return add_months(whole.start, cut - cut % 12 if months > 12 else cut)  # noqa: PLR2004 - several years: whole years
    days = (whole.end - whole.start).days
    if days > 1:
        return whole.start + timedelta(days=days * share // of)
    return whole.start + (whole.end - whole.start) * share / of
