import math

import pytest

from tests.factory import claim
from tests.publish.exports.norn import PATIENT, actor, killed
from whence.publish.exports.killed import NOBODY_COUNTED, Count, count_killed
from whence.records import Actor, Claim, Quantity


def one(text: str, *quantities: Quantity, actors: tuple[Actor, ...] = (), statement: int = 1) -> Claim:
    return claim(text, text, statement=statement, quantities=quantities, actors=actors)


def test_a_plain_number_is_its_own_bounds() -> None:
    text = "Shells killed 12 people."
    assert count_killed([one(text, killed("12", value=12, text=text))], text).total == Count(12, 12, 12)


def test_a_bound_stays_open_where_the_words_leave_it_open() -> None:
    text = "Shells killed at least 12 people."
    assert count_killed([one(text, killed("at least 12", value=12, low=12, text=text))], text).total == Count(12, 12, None)


def test_dozens_are_no_number() -> None:
    text = "Shells killed dozens."
    told = count_killed([one(text, killed("dozens", low=24, text=text))], text)
    assert told.total == Count(24, None, None)
    assert told.words == ("dozens",)
    assert not told.agreed


def test_the_wounded_are_not_killed() -> None:
    text = "Shells hurt 12 people."
    hurt = Quantity(killed("12", text=text).span, "12", 12, unit="people", measure="wounded")
    assert count_killed([one(text, hurt)], text) == NOBODY_COUNTED


def test_different_people_are_added_up() -> None:
    text = "Shells killed two women, one boy, a singer and three soldiers."
    told = count_killed(
        [
            one(
                text,
                killed("two", value=2, unit="women", text=text),
                killed("one", value=1, unit="boy", text=text),
                killed("a singer", value=1, unit="singer", text=text),
                killed("three", value=3, unit="soldiers", text=text),
            )
        ],
        text,
    )
    assert told.total.best == 7
    assert told.civilians == 3


@pytest.mark.parametrize("between", ["including", "among them"])
def test_a_part_is_not_added_to_its_whole(between: str) -> None:
    text = f"Shells killed nine civilians, {between} two women and three children."
    told = count_killed(
        [
            one(
                text,
                killed("nine", value=9, unit="civilians", text=text),
                killed("two", value=2, unit="women", text=text),
                killed("three", value=3, unit="children", text=text),
            )
        ],
        text,
    )
    assert (told.total.best, told.civilians) == (9, 9)


def test_a_count_of_people_is_the_whole() -> None:
    text = "Twelve people died: nine soldiers and three nurses."
    told = count_killed(
        [
            one(
                text,
                killed("Twelve", value=12, text=text),
                killed("nine", value=9, unit="soldiers", text=text),
                killed("three", value=3, unit="nurses", text=text),
            )
        ],
        text,
    )
    assert (told.total.best, told.civilians) == (12, 3)


def test_the_same_passage_in_two_claims_is_counted_once() -> None:
    text = "The strike killed 12 people."
    count = killed("12", value=12, text=text)
    assert count_killed([one(text, count), one(text, count)], text).total.best == 12


def test_of_statements_that_differ_the_lowest_stands_with_the_bounds_of_all() -> None:
    text = "The office said 12 people died. Residents said 20 people died. The paper wrote of 12 dead."
    told = count_killed(
        [
            one(text, killed("20", value=20, low=20, high=20, text=text), statement=2),
            one(text, killed("12", value=12, low=12, high=12, text=text), statement=1),
        ],
        text,
    )
    assert told.total == Count(12, 12, 20)
    assert not told.agreed
    assert set(told.words) == {"12", "20"}


def test_fighters_are_counted_for_their_party_where_it_is_told() -> None:
    text = "The strike killed four Coast soldiers and two soldiers."
    actors = (actor(PATIENT, "four Coast soldiers", "coast", text=text), actor(PATIENT, "two soldiers", text=text))
    counts = (killed("four", value=4, unit="soldiers", text=text), killed("two", value=2, unit="soldiers", text=text))
    told = count_killed([one(text, *counts, actors=actors)], text)
    assert told.fighters == (("coast", 4),)
    assert told.total.best == 6


@pytest.mark.parametrize("number", [math.nan, math.inf, -3.0])
def test_what_is_no_number_of_people_is_not_counted(number: float) -> None:
    text = "Shells killed 12 people."
    assert count_killed([one(text, killed("12", value=number, text=text))], text).total == Count(None, None, None)
