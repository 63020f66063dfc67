from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.publish.halm import TIMES, halm
from whence.publish.times import group_times, tell_hover_time, tell_interval, tell_time_expression
from whence.records import Interval, Known, Precision


def interval(start: str, end: str, precision: str) -> Interval:
    return Interval(datetime.fromisoformat(start), datetime.fromisoformat(end), Precision(precision))


@pytest.mark.parametrize(
    ("start", "end", "precision", "told"),
    [
        ("2031-05-04", "2031-05-05", "day", "Sunday 4 May 2031"),
        ("2031-05-01", "2031-05-06", "day", "1 to 5 May 2031"),
        ("2031-04-28", "2031-05-05", "week", "28 April to 4 May 2031"),
        ("2030-12-29", "2031-01-05", "week", "29 December 2030 to 4 January 2031"),
        ("2031-05-01", "2031-06-01", "month", "May 2031"),
        ("2031-05-01", "2031-08-01", "month", "May to July 2031"),
        ("2030-12-01", "2031-03-01", "season", "December 2030 to February 2031"),
        ("2031-01-01", "2032-01-01", "year", "2031"),
        ("2029-01-01", "2032-01-01", "year", "2029 to 2031"),
        ("2029-02-24", "2030-02-24", "year", "24 February 2029 to 23 February 2030"),
        ("2031-05-04T18:00", "2031-05-05T06:00", "part of day", "4 May 2031 18:00 to 5 May 2031 06:00"),
        ("2031-05-04T08:00+03:00", "2031-05-04T09:00+03:00", "hour", "4 May 2031 08:00 to 09:00 UTC+03:00"),
        ("2031-05-04T08:15+00:00", "2031-05-04T08:16+00:00", "minute", "4 May 2031 08:15 UTC"),
        ("2031-05-04T08:15-03:30", "2031-05-04T08:16-03:30", "minute", "4 May 2031 08:15 UTC-03:30"),
    ],
)
def test_an_interval_is_told_with_the_last_day_that_it_holds(start: str, end: str, precision: str, told: str) -> None:
    assert tell_interval(interval(start, end, precision)) == told


def test_an_empty_interval_is_told_as_its_day() -> None:
    assert tell_interval(interval("2031-05-04", "2031-05-04", "day")) == "Sunday 4 May 2031"


def test_what_has_no_interval_says_why() -> None:
    told = [tell_time_expression(each) for each in TIMES]
    assert told[0] == ("Sunday 4 May 2031", "to the day")
    assert told[1][1] == "to a part of the day"
    assert told[2] == ("recurring, not one date", "")
    assert told[4] == ("undetermined: the report tells no year", "")
    assert told[5] == ("a length of time, not a date", "")


def test_the_same_words_with_the_same_interval_are_one_group() -> None:
    sunday = TIMES[0]
    moved = interval("2031-05-11", "2031-05-12", "day")
    other = replace(sunday, interval=Known(moved))
    groups = group_times(halm(times=(sunday, other, replace(sunday, text="SUNDAY"))))
    assert [group.mentions for group in groups] == [(0, 2), (1,)]


def test_a_tooltip_has_interval_and_precision() -> None:
    assert tell_hover_time(TIMES[3]) == "Time: March 2029, to the month"
    assert tell_hover_time(TIMES[2]) == "Time: recurring, not one date"


def test_days_of_a_zone_are_told_as_days() -> None:
    start = datetime.fromisoformat("2031-05-04T00:00+03:00")
    assert tell_interval(Interval(start, start + timedelta(days=1), Precision.DAY)) == "Sunday 4 May 2031"
