"""Expressions that name a place in the calendar: dates, months, years, decades, seasons, feasts, wars.

Enters: the groups of a pattern and what stands around it. Leaves: an interval, or why there is none. A date without its year is
taken as the nearest that the tense allows, and says so.
"""

from __future__ import annotations

from datetime import date, timedelta

from whence.records import Interval, Precision, Reason
from whence.referents.times.calendar import (
    add_months,
    day_interval,
    make_day,
    midnight,
    month_interval,
    portion_of,
    reaches,
    season_interval,
    shift,
    year_interval,
)
from whence.referents.times.sight import Groups, Reading, Sight, Tense, written

SLIP = timedelta(days=14)
"""A day of a month told in the past tense that lies no further ahead than this is read as this year's, a slip of pen or clock, not
as that of a year ago. Two weeks by convention: no bench measures it."""

_HUNDRED = 100
_LEAST_DIGIT = 10


def _year(groups: Groups) -> int | None:
    """Return the year that is written, None where none is."""
    form = groups.get("year") or groups.get("year2")
    return int(form) if form else None


def number_in(form: str) -> int:
    """Return the digits of a form ("23rd") as a number."""
    return int("".join(sign for sign in form if sign.isdigit()))


def _month(groups: Groups, sight: Sight) -> int:
    """Return the month that is written, in words or figures."""
    if "monthno" in groups:
        return int(groups["monthno"])
    return sight.words.months[groups.get("month") or groups["monthname"]]


def _portion(whole: Interval, groups: Groups, sight: Sight) -> tuple[Interval, tuple[Reason, ...]]:
    """Return the portion of `whole` that the words name, all of it where they name none."""
    form = groups.get("portion")
    if form is None:
        return whole, ()
    return portion_of(whole, *sight.words.portions[form]), (sight.vague(f"“{form}” is taken as a fixed share of the period"),)


def nearest(candidates: list[date], sight: Sight) -> date:
    """Return the candidate that the tense near the expression allows: past unless the words look ahead."""
    today = sight.now.date()
    if sight.ahead:
        return min((day for day in candidates if day >= today), default=candidates[-1])
    if sight.tense is Tense.PRESENT:
        return min(candidates, key=_Distance(today))
    return max((day for day in candidates if day <= today + SLIP), default=candidates[0])


class _Distance:
    """How far a day is from another."""

    def __init__(self, today: date) -> None:
        """Keep the day."""
        self.today = today

    def __call__(self, day: date) -> int:
        """Return the number of days between."""
        return abs((day - self.today).days)


def read_date(groups: Groups, sight: Sight) -> Reading:
    """Read a day of a month, with or without its year and weekday."""
    year, month, number = _year(groups), _month(groups, sight), number_in(groups.get("day") or groups["dayth"])
    more: tuple[Reason, ...] = ()
    if year is None:
        around = range(sight.now.year - 4, sight.now.year + 5)
        known = [day for each in around if (day := make_day(each, month, number)) is not None]
        if not known:
            return sight.contradicts("the month has no such day")
        day = nearest(known, sight)
        more = (sight.guess(f"No year is told; {day.year} is the nearest that the tense allows"),)
    else:
        exact = make_day(year, month, number)
        if exact is None:
            return sight.contradicts("the month has no such day")
        day = exact
    wanted = sight.words.weekdays.get(groups.get("weekday", ""))
    if wanted is not None and day.weekday() != wanted:
        near = [make_day(each, month, number) for each in range(day.year - 6, day.year + 7)]
        years = [each for each in near if each is not None and each.weekday() == wanted]
        hint = f"; in {max(years, key=_Nearer(day)).year} it was one" if years else ""
        name = f"{midnight(day + timedelta(days=(wanted - day.weekday()) % 7)):%A}"
        return sight.contradicts(f"{day.day} {day:%B} {day.year} is a {day:%A}, not a {name}{hint}")
    return sight.told(day_interval(day), f"is {written(day)}", *more)


class _Nearer:
    """Order days by how near they are to one."""

    def __init__(self, day: date) -> None:
        """Keep the day."""
        self.day = day

    def __call__(self, other: date) -> int:
        """Return more for a nearer day."""
        return -abs((other - self.day).days)


def read_numeric(groups: Groups, sight: Sight) -> Reading:
    """Read "12/23/2031": one order of month and day where the other is impossible, else unsettled."""
    year, one, two = int(groups["year"]), int(groups["one"]), int(groups["two"])
    readings = {day for day in (make_day(year, one, two), make_day(year, two, one)) if day is not None}
    if not readings:
        return sight.contradicts("no month has such a day")
    if len(readings) > 1:
        first, second = sorted(readings)
        return sight.unsettled(f"may be {written(first)} or {written(second)}: the order of day and month is not told")
    day = readings.pop()
    return sight.told(
        day_interval(day), f"is {written(day)}; in the other order there is no such day" if one != two else f"is {written(day)}"
    )


def read_day_range(groups: Groups, sight: Sight) -> Reading:
    """Read "from 3 to 5 May"."""
    first = read_date({**groups, "dayth": groups["first"]}, sight)
    last = read_date({**groups, "dayth": groups["last"]}, sight)
    return span_between(first, last, sight)


def span_between(first: Reading, last: Reading, sight: Sight) -> Reading:
    """Return the interval from the beginning of one to the end of the other."""
    for each in (first, last):
        if not hasattr(each, "value"):
            return each
    low, high = first.value, last.value  # type: ignore[union-attr]
    if (low.start.tzinfo is None) is not (high.end.tzinfo is None):
        zone = low.start.tzinfo or high.end.tzinfo
        low, high = (
            Interval(each.start.replace(tzinfo=zone), each.end.replace(tzinfo=zone), each.precision) for each in (low, high)
        )
    if low.start >= high.end:
        return sight.contradicts("the range ends before it begins")
    guesses = tuple(dict.fromkeys(each for side in (first, last) for each in side.because if each.kind in {"guess", "vague"}))
    return sight.told(
        Interval(low.start, high.end, high.precision), "runs from the beginning of the first to the end of the second", *guesses
    )


def read_day_of_month(groups: Groups, sight: Sight) -> Reading:
    """Read "the 23rd": of the month that the tense allows."""
    number = number_in(groups["nth"])
    first = midnight(sight.now.date().replace(day=1))
    months = [add_months(first, step) for step in range(-2, 3)]
    known = [day for each in months if (day := make_day(each.year, each.month, number)) is not None]
    if not known:
        return sight.contradicts("no month has such a day")
    today = sight.now.date()
    if sight.ahead:
        day = min((each for each in known if each >= today), default=known[-1])
    else:
        day = max((each for each in known if each <= today), default=known[0])
    return sight.told(
        day_interval(day), f"is {written(day)}", sight.guess("No month is told; the nearest that the tense allows is taken")
    )


def read_month(groups: Groups, sight: Sight) -> Reading:
    """Read a month, with or without its year, or a portion of it."""
    year, month = _year(groups), _month(groups, sight)
    guess: tuple[Reason, ...] = ()
    if year is None and "of_year" in groups:
        year = sight.now.year + sight.words.relations[groups["of_year"]]
    elif year is None and "relation" in groups:
        step, now = sight.words.relations[groups["relation"]], sight.now.month
        year = sight.now.year - (step < 0 and month >= now) + (step > 0 and month <= now)
    elif year is None:
        passed = month <= sight.now.month
        upcoming = month >= sight.now.month
        year = sight.now.year + (0 if upcoming else 1) if sight.ahead else sight.now.year - (0 if passed else 1)
        guess = (sight.guess(f"No year is told; {year} is the nearest that the tense allows"),)
    interval, loose = _portion(month_interval(year, month), groups, sight)
    return sight.told(interval, f"is of {month_interval(year, month).start:%B} {year}", *guess, *loose)


def read_year(groups: Groups, sight: Sight) -> Reading:
    """Read a year or a portion of it."""
    year = int(groups["year"])
    interval, loose = _portion(year_interval(year), groups, sight)
    return sight.told(interval, f"is of the year {year}", *loose)


def read_year_range(groups: Groups, sight: Sight) -> Reading:
    """Read "2022-2024" or "2022/23"."""
    first, last = int(groups["first"]), int(groups["last"])
    if last < _HUNDRED:
        last += first - first % _HUNDRED
    if last <= first:
        return sight.unsettled("is no range of years")
    return sight.told(year_interval(first, last - first + 1), f"runs from the beginning of {first} to the end of {last}")


def read_decade(groups: Groups, sight: Sight) -> Reading:
    """Read "the 1990s" or a portion of it."""
    first = int(groups["decade"])
    years = _HUNDRED if first % _HUNDRED == 0 and first < 2000 else _LEAST_DIGIT  # noqa: PLR2004 - "the 1900s" is a century
    interval, loose = _portion(year_interval(first, years), groups, sight)
    return sight.told(interval, f"is of the {years} years from {first} on", *loose)


def read_season(groups: Groups, sight: Sight) -> Reading:
    """Read a season of a named year, or this, last or next one; a named winter lies in two years and is left open."""
    month = sight.words.seasons[groups["season"]]
    if "year" in groups:
        year = int(groups["year"])
        if month == 12:  # noqa: PLR2004 - the season that begins in December
            return sight.unsettled(f"may be the winter that ends or the one that begins in {year}")
    else:
        step = sight.words.relations[groups["relation"]]
        year = _season_year(month, step, sight)
    interval, loose = _portion(season_interval(year, month), groups, sight)
    return sight.told(
        interval, f"is the season from {interval.start:%B} {interval.start.year} on, in the northern hemisphere", *loose
    )


def _season_year(month: int, step: int, sight: Sight) -> int:
    """Return the year in which this, last or next season of that kind begins."""
    starts = [season_interval(sight.now.year + each, month) for each in range(-2, 3)]
    if step < 0:
        return max(each.start.year for each in starts if each.end <= sight.now)
    if step > 0:
        return min(each.start.year for each in starts if each.start > sight.now)
    holding = [each.start.year for each in starts if each.start <= sight.now < each.end]
    return holding[0] if holding else sight.now.year


def read_holiday(groups: Groups, sight: Sight) -> Reading:
    """Read a feast that keeps its date."""
    month, number = sight.words.holidays[groups["holiday"]]
    figures = {"monthno": str(month), "day": str(number)} | ({"year": groups["year"]} if "year" in groups else {})
    return read_date(figures, sight)


def read_war(groups: Groups, sight: Sight) -> Reading:
    """Read "the war's second year": counted from the start that the context gives."""
    if sight.war_start is None:
        return sight.unsettled("counts from the start of a war that no context gives")
    form = groups["ordinal"]
    nth = number_in(form) if form[0].isdigit() else sight.words.ordinals[form]
    unit = sight.words.units[groups["unit"]]
    start = midnight(sight.war_start)
    if nth < 1 or not reaches(start, nth, unit):
        return sight.unsettled("lies outside the calendar")
    interval = Interval(shift(start, nth - 1, unit), shift(start, nth, unit), _PRECISIONS.get(unit, Precision.DAY))
    return sight.told(interval, f"is counted from {written(sight.war_start)}, the start that the context gives")


_PRECISIONS = {"year": Precision.YEAR, "month": Precision.MONTH, "week": Precision.WEEK, "decade": Precision.YEAR}


def read_war_start(groups: Groups, sight: Sight) -> Reading:
    """Read "the start of the war"."""
    del groups
    if sight.war_start is None:
        return sight.unsettled("names the start of a war that no context gives")
    return sight.told(day_interval(sight.war_start), f"is {written(sight.war_start)}, which the context gives")
