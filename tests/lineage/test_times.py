"""When a report was published: a stretch of hours, or nothing."""

from __future__ import annotations

import pytest

from tests.factory import report
from whence.lineage.times import Stretch, hours_between, is_before, published


def at(told: str | None) -> Stretch | None:
    return published(report("A text.", published_at=told))


def test_a_moment_is_a_point_in_universal_time() -> None:
    moment = at("2031-05-04T08:00:00+06:00")
    assert moment is not None
    assert moment.low == moment.high
    assert moment == at("2031-05-04T02:00:00+00:00") == at("2031-05-04T02:00:00")


def test_a_day_alone_lasts_as_long_as_it_is_that_day_anywhere() -> None:
    day, noon = at("2031-05-04"), at("2031-05-04T12:00:00+00:00")
    assert day is not None
    assert noon is not None
    assert day.high - day.low == 48
    assert (day.low + day.high) / 2 == noon.low


@pytest.mark.parametrize("told", [None, "", "yesterday", "2031-13-40"])
def test_what_cannot_be_read_is_no_time(told: str | None) -> None:
    assert at(told) is None


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2031-05-04T08:00:00+00:00", "2031-05-04T09:00:00+00:00", True),
        ("2031-05-04T09:00:00+00:00", "2031-05-04T08:00:00+00:00", False),
        ("2031-05-04T09:00:00+00:00", "2031-05-04T09:00:00+00:00", None),
        ("2031-05-04T09:00:00+06:00", "2031-05-04T08:00:00+00:00", True),
        ("2031-05-04", "2031-05-04T23:00:00+00:00", None),
        ("2031-05-04", "2031-05-06T23:00:00+00:00", True),
        ("2031-05-08", "2031-05-04", False),
        (None, "2031-05-04", None),
        ("2031-05-04", None, None),
    ],
)
def test_one_is_surely_before_the_other_or_after_or_neither(one: str | None, other: str | None, before: bool | None) -> None:  # noqa: FBT001
    assert is_before(at(one), at(other)) is before


def test_hours_between() -> None:
    assert hours_between(at("2031-05-04T08:00:00+00:00"), at("2031-05-04T11:30:00+00:00")) == pytest.approx(3.5)
    assert hours_between(at("2031-05-05"), at("2031-05-04")) == pytest.approx(-24)
    assert hours_between(at("2031-05-05"), None) is None
