from datetime import date

import pytest

from whence.records import Box, Context, Holder, Outlet, Party, Reference, Side, Theatre

WORD = Reference("Halm Gazette", "https://gazette.example/")


def pack() -> Context:
    return Context(
        name="halm-2031",
        title="War in Halm",
        start=date(2031, 1, 1),
        theatre=Theatre(Box(1, 1, 2, 2), ("HA",)),
        sides=(Side("east", "East"),),
        parties=(Party("army", "Army of Halm", "east"),),
        outlets=(Outlet("Gazette", ("gazette.example",), "private", WORD),),
    )


@pytest.mark.parametrize(
    ("day", "holds"),
    [(date(2031, 3, 1), True), (date(2031, 5, 31), True), (date(2031, 2, 28), False), (date(2031, 6, 1), False)],
)
def test_a_holder_holds_from_the_first_day_to_the_last(day: date, *, holds: bool) -> None:
    assert Holder("Ilse Marn", WORD, since=date(2031, 3, 1), until=date(2031, 5, 31)).holds_on(day) is holds


def test_a_day_that_the_pack_does_not_tell_excludes_nobody() -> None:
    assert Holder("Ilse Marn", WORD).holds_on(date(1931, 1, 1))


def test_a_party_is_found_by_its_id() -> None:
    assert pack().party("army") == pack().parties[0]
    assert pack().party("navy") is None


@pytest.mark.parametrize(
    ("host", "known"), [("gazette.example", True), ("www.Gazette.example", True), ("notgazette.example", False), ("example", False)]
)
def test_an_outlet_is_found_by_its_domain_and_those_below(host: str, *, known: bool) -> None:
    assert (pack().outlet_of(host) is not None) is known
