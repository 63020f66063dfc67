import pytest

from tests.factory import report
from tests.publish.trace.traces import family, nothing
from whence.publish.trace.telling import find_names, name_lost, name_outlet, summarise_trace, tell_probability, unattested


@pytest.mark.parametrize(
    ("probability", "told"),
    [(1.0, "over 99%"), (0.994, "over 99%"), (0.97, "97%"), (0.5, "50%"), (0.004, "under 1%"), (0.0, "under 1%")],
)
def test_no_probability_is_told_as_certainty(probability: float, told: str) -> None:
    assert tell_probability(probability) == told


def test_lost_ancestors_go_through_the_alphabet_and_on() -> None:
    names = [name_lost(index) for index in range(50)]
    assert names[:2] == ["*α*", "*β*"]
    assert names[24] == "*α2*"
    assert len(set(names)) == 50


def test_a_report_is_called_by_outlet_else_host_else_id() -> None:
    assert name_outlet(report("x", id="a", outlet="The Courier", url="https://c.example/1")) == "The Courier"
    assert name_outlet(report("x", id="a", url="https://c.example/1")) == "c.example"
    assert name_outlet(report("x", id="a", url="https://[bad")) == "a"


def test_two_reports_of_one_outlet_never_look_alike() -> None:
    names = find_names(family())
    assert len({names.call(id) for id in (*names.reports, *names.letters)}) == 6
    assert names.call("unheard of") == "unheard of"


def test_only_what_nobody_stands_behind_was_put_in() -> None:
    assert [assertion.id for assertion in family().assertions if unattested(assertion)] == ["a4", "a5"]


def test_the_summary_counts() -> None:
    assert summarise_trace(family()) == (
        "5 reports: 1 first-hand, 4 written from others. 1 was written from more than one. 1 text that is not at hand must have "
        "lain between. 2 witnesses stand behind them. 5 assertions, 2 of them put in on the way without a witness."
    )
    assert summarise_trace(nothing()) == "2 reports: 2 first-hand, 0 written from others. No witness could be identified."
