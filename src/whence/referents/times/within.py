"""Times within a day, lengths of time, and times that come again.

Enters: the groups of a pattern, and the day that a time belongs to. Leaves: an interval, or Absent with the reason: a length and a
set have none.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from whence.records import Interval, Precision, Reason
from whence.referents.times.calendar import hours_interval, midnight
from whence.referents.times.sight import Groups, Reading, Sight, written

_NOON = 12


def read_time(groups: Groups, day: Interval, sight: Sight, because: tuple[Reason, ...] = ()) -> Reading:
    """Read a clock time or a part of the day on the day given; `because` says which day that is."""
    if day.end - day.start > timedelta(days=1):
        return sight.unsettled("belongs to no single day")
    start = midnight(day.start.date())
    if "part" in groups:
        return sight.told(
            hours_interval(start, *sight.words.parts[groups["part"]]), f"is taken on {written(start.date())}", *because
        )
    if "moment" in groups:
        moment, precision = start + timedelta(hours=sight.words.moments[groups["moment"]]), Precision.HOUR
    else:
        minutes = int(groups.get("minute", "0"))
        moment = start + timedelta(hours=_hour(groups), minutes=minutes)
        precision = Precision.MINUTE if "minute" in groups else Precision.HOUR
    return _zoned(moment, precision, groups.get("zone"), sight, because)


def _hour(groups: Groups) -> int:
    """Return the hour from 0 to 23."""
    hour = int(groups["hour"])
    if "half" not in groups:
        return hour
    return hour % _NOON + (_NOON if groups["half"] == "p" else 0)


def _zoned(moment: datetime, precision: Precision, zone: str | None, sight: Sight, because: tuple[Reason, ...]) -> Reading:
    """Return the hour or minute from `moment` on, in the zone that is stated."""
    length = timedelta(hours=1) if precision is Precision.HOUR else timedelta(minutes=1)
    detail = f"is taken on {written(moment.date())}"
    name = sight.words.zones.get(zone or "", "")
    if not name:
        told = "in the local time of a place not told with it" if zone else "without a time zone"
        return sight.told(Interval(moment, moment + length, precision), f"{detail}, {told}", *because)
    try:
        there = ZoneInfo(name)
    except ZoneInfoNotFoundError:
        return sight.unsettled(f"is in the zone {name}, which this computer's time zone data do not hold")
    start = moment.replace(tzinfo=there)
    return sight.told(
        Interval(start, (moment + length).replace(tzinfo=there), precision), f"{detail}, in the zone {name}", *because
    )


def read_duration(groups: Groups, sight: Sight) -> Reading:
    """Say that a length of time is no place in the calendar."""
    del groups
    return sight.none("is a length of time; it does not say when")


def read_set(groups: Groups, sight: Sight) -> Reading:
    """Say that a time that comes again is no one interval."""
    del groups
    return sight.none("comes again and again; it is no one interval")
