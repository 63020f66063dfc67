"""When a report was published, as far as it is told: a stretch of hours, not a point.

A day alone is a stretch of 24 hours; a report without a time may stand anywhere. Time constrains who can have written from whom and
proves nothing: stamps are changed, and a late one may belong to the elder text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from whence.records import Known, Report

DAY_ALONE = 10
"""Characters of an ISO date without a time."""

HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """The hours since 1970, UTC, between which a report was published."""

    low: float
    high: float


def published(report: Report) -> Stretch | None:
    """Return when a report was published, None where that is not told or not to be read."""
    if not isinstance(report.published_at, Known):
        return None
    told = report.published_at.value
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return None
    if len(told) <= DAY_ALONE:
        # A day somewhere on earth: it begins in the east twelve hours before it does in Greenwich.
        start = moment.replace(tzinfo=UTC)
        return Stretch(_hours(start - timedelta(hours=12)), _hours(start + timedelta(hours=36)))
    point = _hours(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    return Stretch(point, point)


def _hours(moment: datetime) -> float:
    return moment.timestamp() / HOUR


def is_before(one: Stretch | None, other: Stretch | None) -> bool | None:
    """Tell whether one was surely published before the other; None where that cannot be told."""
    if one is None or other is None:
        return None
    if one.high < other.low:
        return True
    return False if other.high < one.low else None


def hours_between(one: Stretch | None, other: Stretch | None) -> float | None:
    """Return the hours from one to the other, from middle to middle, None where that cannot be told."""
    if one is None or other is None:
        return None
    return (other.low + other.high - one.low - one.high) / 2
