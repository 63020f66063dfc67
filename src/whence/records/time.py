"""When: the time expressions of a report and the intervals that they stand for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from whence.records.maybe import Absent, Maybe
from whence.records.reason import Reason
from whence.records.span import Span


class TimeKind(StrEnum):
    """The kinds of TIMEX3 (TimeML, ISO 24617-1)."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class Precision(StrEnum):
    """The unit in which an interval is meant."""

    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    PART_OF_DAY = "part of day"
    HOUR = "hour"
    MINUTE = "minute"


@dataclass(frozen=True, slots=True)
class Interval:
    """From `start` up to, not including, `end`. Both have a time zone where the report states one, else neither has."""

    start: datetime
    end: datetime
    precision: Precision


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression as a report writes it, and the interval it stands for.

    `interval` is Absent where the words give none (a set: "every Monday"; a bare duration: "for two weeks") and Undetermined where
    they need a date that the report does not tell ("yesterday" in a report without a day).
    """

    span: Span
    text: str
    kind: TimeKind
    interval: Maybe[Interval] = field(default_factory=Absent)
    because: tuple[Reason, ...] = ()
