"""Time expressions gathered by their words and intervals, and the plain words for it that every format shares.

Enters: a reading. Leaves: groups in the order of the text. Intervals are half-open in the records; in words, whole days are told
with the last day they hold ("1 to 5 May 2031"), anything finer with the moment they end.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from whence.publish.visible import visible
from whence.records import Absent, Interval, Known, Precision, Reading, TimeExpression, TimeKind

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FINER_THAN_DAY = frozenset({Precision.PART_OF_DAY, Precision.HOUR, Precision.MINUTE})
WITHOUT_INTERVAL = {
    TimeKind.DATE: "no interval",
    TimeKind.TIME: "no interval",
    TimeKind.DURATION: "a length of time, not a date",
    TimeKind.SET: "recurring, not one date",
}


@dataclass(frozen=True, slots=True)
class TimeGroup:
    """Expressions of the same words and interval. `mentions` are their numbers in `Reading.times`, in order."""

    written: str
    expression: TimeExpression
    mentions: tuple[int, ...]


def group_times(reading: Reading) -> tuple[TimeGroup, ...]:
    """Return the groups in the order of the text."""
    members: dict[tuple[object, ...], list[int]] = {}
    for number, expression in enumerate(reading.times):
        interval = expression.interval.value if isinstance(expression.interval, Known) else type(expression.interval)
        members.setdefault((visible(expression.text).casefold(), expression.kind, interval), []).append(number)
    return tuple(
        TimeGroup(visible(reading.times[numbers[0]].text), reading.times[numbers[0]], tuple(numbers))
        for numbers in members.values()
    )


def tell_time_expression(expression: TimeExpression) -> tuple[str, str]:
    """Return what an expression stands for in words, and its precision; why there is none, and nothing."""
    if isinstance(expression.interval, Known):
        interval = expression.interval.value
        return tell_interval(interval), tell_precision(interval.precision)
    reasons = "; ".join(visible(reason.detail) for reason in (*expression.interval.because, *expression.because)[:1])
    if isinstance(expression.interval, Absent):
        return WITHOUT_INTERVAL[expression.kind], ""
    return "undetermined" + (f": {reasons}" if reasons else ""), ""


def tell_precision(precision: Precision) -> str:
    """Return in which unit an interval is meant: `to the day`."""
    return "to a part of the day" if precision is Precision.PART_OF_DAY else f"to the {precision}"


def tell_interval(interval: Interval) -> str:
    """Return an interval in plain words: `May 2031`, `Sunday 4 May 2031`, `1 to 5 May 2031`, `4 May 2031 18:00 to 21:00`."""
    start, end = interval.start, interval.end
    if interval.precision in FINER_THAN_DAY or not is_midnight(start) or not is_midnight(end):
        return tell_clock(interval)
    last = end - timedelta(days=1) if end > start else start
    if is_new_year(start) and is_new_year(end):
        return tell_range(str(start.year), str(last.year))
    if start.day == 1 and end.day == 1:
        first = MONTHS[start.month - 1] if start.year == last.year and start.month != last.month else tell_month(start)
        return tell_range(first, tell_month(last))
    if start.date() == last.date():
        return f"{DAYS[start.weekday()]} {tell_day(start)}"
    if (start.year, start.month) == (last.year, last.month):
        return tell_range(str(start.day), tell_day(last))
    same_year = start.year == last.year
    return tell_range(f"{start.day} {MONTHS[start.month - 1]}" if same_year else tell_day(start), tell_day(last))


def tell_range(first: str, last: str) -> str:
    """Return `first to last`, or one of them where they are the same."""
    return first if first == last else f"{first} to {last}"


def tell_clock(interval: Interval) -> str:
    """Return an interval with hours and minutes, and with the zone that the report states."""
    start, end = interval.start, interval.end
    zone = tell_zone(start)
    first = f"{tell_day(start)} {start:%H:%M}"
    if interval.precision is Precision.MINUTE and end - start <= timedelta(minutes=1):
        return f"{first}{zone}"
    last = f"{end:%H:%M}" if end.date() == start.date() else f"{tell_day(end)} {end:%H:%M}"
    return f"{first} to {last}{zone}"


def tell_zone(moment: datetime) -> str:
    """Return the zone as an offset (` UTC+02:00`), nothing where the report states none."""
    offset = moment.utcoffset()
    if offset is None:
        return ""
    return f" UTC{moment.isoformat()[-6:]}" if offset else " UTC"


def tell_day(moment: datetime) -> str:
    """Return `4 May 2031`."""
    return f"{moment.day} {tell_month(moment)}"


def tell_month(moment: datetime) -> str:
    """Return `May 2031`."""
    return f"{MONTHS[moment.month - 1]} {moment.year}"


def is_midnight(moment: datetime) -> bool:
    """Tell whether a day begins at this moment."""
    return (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0)


def is_new_year(moment: datetime) -> bool:
    """Tell whether a year begins at this moment."""
    return (moment.month, moment.day) == (1, 1) and is_midnight(moment)


def tell_hover_time(expression: TimeExpression) -> str:
    """Return what the tooltip of a time expression says."""
    told, precision = tell_time_expression(expression)
    return f"Time: {told}" + (f", {precision}" if precision else "")
