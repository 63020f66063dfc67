"""Expressions that count from the report's day or from a time told before: yesterday, last Friday, two weeks earlier.

Enters: the groups of a pattern and what stands around it. Leaves: an interval, or why there is none.
"""

from __future__ import annotations

from datetime import date, timedelta

from whence.records import Interval, Precision, Reason
from whence.referents.times.calendar import UNITS, day_interval, hours_interval, midnight, portion_of, reaches, shift, unit_of
from whence.referents.times.sight import Earlier, Groups, Reading, Sight, written

_FINE = frozenset({Precision.DAY, Precision.PART_OF_DAY, Precision.HOUR, Precision.MINUTE})
_SMALL = frozenset({"second", "minute", "hour"})
_WEEK = 7


def read_deictic(groups: Groups, sight: Sight) -> Reading:
    """Read "yesterday", "tonight", "tomorrow morning"."""
    offset, part = sight.words.deictic[groups["deictic"]]
    part = groups.get("part") or part
    day = sight.now.date() + timedelta(days=offset)
    if not part:
        return sight.told(day_interval(day), f"is {written(day)}")
    return sight.told(hours_interval(midnight(day), *sight.words.parts[part]), f"is the {part} of {written(day)}")


def read_overnight(groups: Groups, sight: Sight) -> Reading:
    """Read "overnight": the night that ends on the report's day, or the one that begins on it where the words look ahead."""
    night = sight.words.parts["night"]
    if "into" in groups:
        day = _weekday(groups["into"], 0, sight) - timedelta(days=1)
    elif "weekday" in groups:
        day = _weekday(groups["weekday"], 0, sight)
    else:
        day = sight.now.date() - timedelta(days=0 if sight.ahead else 1)
    return sight.told(hours_interval(midnight(day), *night), f"is the night that begins on {written(day)}")


def read_weekday(groups: Groups, sight: Sight) -> Reading:
    """Read a day of the week, with "last" or "next", a portion or a part of the day."""
    step = sight.words.relations.get(groups.get("relation", ""))
    day = _weekday(groups["weekday"], 0 if step is None else step, sight, this=step == 0)
    side = "after" if day > sight.now.date() else "before" if day < sight.now.date() else "on"
    guess = () if step is not None else (sight.guess(f"The nearest one {_direction(sight)} is taken, as the tense says"),)
    part = groups.get("part")
    if part:
        found = hours_interval(midnight(day), *sight.words.parts[part])
        return sight.told(found, f"is the {part} of {written(day)}", *guess)
    whole = day_interval(day)
    if "portion" in groups:
        whole = portion_of(whole, *sight.words.portions[groups["portion"]])
        return sight.told(whole, f"is a third of {written(day)}", *guess, sight.vague("the share of the day is a convention"))
    return sight.told(whole, f"is {written(day)}, {side} the day of the report", *guess)


def _direction(sight: Sight) -> str:
    """Return on which side a weekday is looked for."""
    return "to come" if sight.ahead else "past"


def _weekday(form: str, step: int, sight: Sight, *, this: bool = False) -> date:
    """Return the day: the nearest past one or, where the words look ahead, the nearest to come, today included."""
    wanted, today = sight.words.weekdays[form], sight.now.date()
    monday = today - timedelta(days=today.weekday())
    if this:
        return monday + timedelta(days=wanted)
    if step > 0:
        return monday + timedelta(days=_WEEK + wanted)
    back = (today.weekday() - wanted) % _WEEK
    if step < 0:
        return today - timedelta(days=back or _WEEK)
    return today + timedelta(days=-back % _WEEK) if sight.ahead else today - timedelta(days=back)


def read_period(groups: Groups, sight: Sight) -> Reading:
    """Read "last year", "earlier this month", "the end of the year", "over the weekend"."""
    unit = sight.words.units[groups.get("unit") or groups["unit2"]]
    step = sight.words.relations.get(groups.get("relation", ""), 0)
    here = unit_of(sight.now, unit)
    if unit == "weekend" and step == 0:
        step = 0 if sight.ahead or here.start <= sight.now else -1
    if unit in _SMALL:
        return sight.unsettled("is too fine for the report's day")
    whole = unit_of(shift(sight.now, step, unit), unit)
    if "elapsed" in groups:
        return _elapsed(whole, sight.words.elapsed[groups["elapsed"]], sight)
    if "portion" in groups:
        cut = portion_of(whole, *sight.words.portions[groups["portion"]])
        return sight.told(cut, f"is of {_shown(whole)}", sight.vague("the share of the period is a convention"))
    return sight.told(whole, f"is {_shown(whole)}")


def _elapsed(whole: Interval, side: int, sight: Sight) -> Reading:
    """Return what has passed of a period, or is to come."""
    today = midnight(sight.now.date())
    start, end = (whole.start, today) if side < 0 else (today + timedelta(days=1), whole.end)
    if start >= end:
        return sight.unsettled("leaves no day of the period")
    return sight.told(
        Interval(start, end, whole.precision), f"is the part of {_shown(whole)} on that side of the day of the report"
    )


def _shown(whole: Interval) -> str:
    """Return an interval of days in words."""
    last = (whole.end - timedelta(seconds=1)).date()
    if whole.start.date() == last:
        return written(last)
    return f"{whole.start.date().isoformat()} to {last.isoformat()}"


def number_of(form: str | None, sight: Sight) -> tuple[int, int]:
    """Return the least and the most that a number means; a missing one stands for a bare plural."""
    if form is None:
        return sight.words.plural
    if form[0].isdigit():
        value = int(form.replace(",", "").strip() or 0)
        return value, value
    if form in sight.words.numbers:
        return sight.words.numbers[form]
    pieces = [sight.words.numbers[piece] for piece in form.split("-")]
    return sum(low for low, _ in pieces), sum(high for _, high in pieces)


def read_ago(groups: Groups, sight: Sight) -> Reading:
    """Read "two days ago": the calendar's unit that many back."""
    return _counted_from(
        groups, -1, sight, Earlier(Interval(sight.now, sight.now + timedelta(minutes=1), Precision.MINUTE), sight.span, "")
    )


def _counted_from(groups: Groups, side: int, sight: Sight, start: Earlier) -> Reading:
    """Return the unit that lies a count of units from a moment."""
    unit = sight.words.units[groups["unit"]]
    lone = "number" not in groups and groups["unit"] == unit
    low, high = (1, 1) if lone else number_of(groups.get("number"), sight)
    moment = start.interval.start
    if not reaches(moment, high + 1, unit):
        return sight.unsettled("lies outside the calendar")
    near, far = unit_of(shift(moment, side * low, unit), unit), unit_of(shift(moment, side * high, unit), unit)
    found = Interval(min(near.start, far.start), max(near.end, far.end), UNITS.get(unit, Precision.MINUTE))
    if unit in _SMALL and sight.zone is not None and not start.text:
        found = Interval(found.start.replace(tzinfo=sight.zone), found.end.replace(tzinfo=sight.zone), found.precision)
    more = (sight.vague(f"taken as {low} to {high} {unit}s"),) if low != high else ()
    if not start.text:
        return sight.told(found, f"is counted from the day of the report, by the {unit}", *more)
    because = Reason("anchor", f"Counted from “{start.text}”, told before it.", (start.span,))
    return sight.told(found, f"is counted from “{start.text}”", because, *more)


def read_counted(groups: Groups, sight: Sight, base: Earlier | None = None) -> Reading:
    """Read "two days earlier", "hours after": counted from a time told before, never from an event."""
    side = sight.words.sides[groups["side"]]
    unit = sight.words.units[groups["unit"]]
    if base is None and groups["side"] in sight.words.bounds.beside and sight.goes_on:
        return sight.unsettled("counts from an event, not from a date")
    start = base or _fitting(unit, sight)
    if start is None:
        return sight.unsettled("counts from a time that the words before it do not tell")
    return _counted_from(groups, side, sight, start)


def _fitting(unit: str, sight: Sight) -> Earlier | None:
    """Return the last time told before that is as fine as the unit."""
    for told in reversed(sight.earlier):
        fine = told.interval.precision in _FINE
        if unit in _SMALL and told.interval.precision in {Precision.HOUR, Precision.MINUTE}:
            return told
        if unit in {"day", "night", "week"} and fine:
            return told
        if unit in {"month", "year", "decade"} and (fine or told.interval.precision in {Precision.MONTH, UNITS[unit]}):
            return told
    return None


def read_following(groups: Groups, sight: Sight) -> Reading:
    """Read "the next day", "that night", "the previous year": from a time told before."""
    unit = sight.words.units[groups["unit"]] if "unit" in groups else "day"
    start = _fitting(unit, sight)
    if start is None or unit in _SMALL:
        return sight.unsettled("counts from a time that the words before it do not tell")
    step = sight.words.steps[groups["step"]]
    because = Reason("anchor", f"Counted from “{start.text}”, told before it.", (start.span,))
    moment = shift(midnight(start.interval.start.date()), step, unit)
    if "part" in groups:
        return sight.told(hours_interval(moment, *sight.words.parts[groups["part"]]), f"is counted from “{start.text}”", because)
    return sight.told(unit_of(moment, unit), f"is counted from “{start.text}”", because)


def read_stretch(groups: Groups, sight: Sight) -> Reading:
    """Read "the past two weeks", "in recent months", "the coming days": up to the report's day or from it on."""
    unit = sight.words.units[groups["unit"]]
    ahead = sight.words.ways[groups["way"]] > 0
    loose = "number" not in groups and groups["unit"] != unit
    low, high = number_of(groups["number"], sight) if "number" in groups else (1, 1)
    count = sight.words.recent.get(unit, 1) if loose else high
    small = unit in _SMALL
    today = sight.now if small else midnight(sight.now.date())
    if not reaches(today, count, unit):
        return sight.unsettled("lies outside the calendar")
    if ahead:
        found = Interval(
            today, shift(today, count, unit) + (timedelta() if small else timedelta(days=1)), UNITS.get(unit, Precision.MINUTE)
        )
    else:
        found = Interval(
            shift(today, -count, unit), today if small else today + timedelta(days=1), UNITS.get(unit, Precision.MINUTE)
        )
    more = (sight.vague(f"taken as {count} {unit}s"),) if loose or low != high else ()
    return sight.told(found, f"{'begins' if ahead else 'ends'} with the day of the report", *more)
