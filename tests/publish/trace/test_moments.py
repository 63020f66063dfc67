from datetime import date

import pytest

from tests.factory import report
from whence.publish.trace.moments import Moment, find_moment, tell_days, tell_hours, tell_moment


def moment(told: str | None) -> Moment | None:
    return find_moment(report("text", published_at=told))


def known(*told: str) -> list[Moment]:
    return [each for each in map(moment, told) if each]


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("2031-06-02T07:40:00+00:00", "2 June 07:40"),
        ("2031-06-02T01:40:00+03:00", "1 June 22:40"),
        ("2031-06-02T07:40", "2 June 07:40"),
        ("2031-06-02", "2 June, hour not told"),
        ("yesterday", "time not known"),
        ("0001-01-01T00:00:00+14:00", "time not known"),
        ("", "time not known"),
        (None, "time not known"),
    ],
)
def test_a_moment_is_told_as_far_as_it_is_known(told: str | None, shown: str) -> None:
    assert tell_moment(moment(told)) == shown


def test_a_day_alone_has_no_hour() -> None:
    assert moment("2031-06-02") == Moment(date(2031, 6, 2), None)


def test_several_days_are_told_as_a_stretch() -> None:
    assert tell_days(known("2031-06-02")) == "2 June 2031"
    assert tell_days(known("2031-06-04", "2031-06-02")) == "2–4 June 2031"
    assert tell_days(known("2031-06-28", "2031-07-04")) == "28 June – 4 July 2031"
    assert tell_days(known("2031-12-31", "2032-01-01")) == "31 December 2031 – 1 January 2032"


def test_hours_are_told_of_one_day() -> None:
    assert tell_hours(known("2031-06-02T16:00", "2031-06-02T07:40", "2031-06-02")) == "07:40–16:00"
    assert tell_hours(known("2031-06-02T16:00")) == "16:00"
    assert tell_hours(known("2031-06-02T16:00", "2031-06-03T07:40")) == ""
    assert tell_hours(known("2031-06-02")) == ""
