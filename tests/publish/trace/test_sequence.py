from datetime import UTC, date, datetime

from whence.publish.trace.moments import Moment
from whence.publish.trace.sequence import insert_lost, order_known, order_unknown, sort_by_ties


def hour(number: int, day: int = 2) -> tuple[Moment | None, bool]:
    return Moment(date(2031, 6, day), datetime(2031, 6, day, number, tzinfo=UTC)), False


def whole_day(day: int = 2) -> tuple[Moment | None, bool]:
    return Moment(date(2031, 6, day), None), False


def test_hours_and_days_are_never_gone_against() -> None:
    moments = {"late": hour(9), "early": hour(8), "eve": hour(23, 1), "day": whole_day(1)}
    assert order_known(moments, [("late", "early"), ("early", "eve"), ("late", "day")]) == ["day", "eve", "early", "late"]


def test_within_its_day_a_report_without_an_hour_stands_behind_what_it_was_written_from() -> None:
    moments = {"a": hour(8), "b": whole_day(), "c": hour(20)}
    assert order_known(moments, [("a", "b")]) == ["a", "b", "c"]
    assert order_known(moments, []) == ["b", "a", "c"]
    assert order_known(moments, [("a", "b"), ("b", "a")])[-1] == "c"


def test_texts_of_unknown_time_stand_behind_what_they_were_written_from() -> None:
    assert order_unknown(["c", "b", "a"], [("c", "a")]) == ["b", "c", "a"]


def test_a_circle_is_cut() -> None:
    assert sort_by_ties({"a": 0, "b": 1, "c": 2}, [("b", "a"), ("a", "b"), ("b", "c")]) == ["a", "b", "c"]


def test_a_lost_ancestor_stands_right_before_its_first_copy_and_one_behind_another_too() -> None:
    pairs = [("x", "y"), ("y", "b"), ("y", "c"), ("x", "c"), ("z", "nowhere")]
    assert insert_lost(["a", "b", "c"], ["x", "y", "z"], pairs) == ["a", "x", "y", "b", "c"]
