from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factory import claim, reading
from tests.publish.halm import place, time, toponym
from tests.publish.kolm import CLAIMS, actor, event, kolm
from whence.publish.event_groups import group_by_event, is_taken_up
from whence.records import (
    Absent,
    Box,
    Claim,
    ClaimKind,
    Context,
    EventType,
    Known,
    Party,
    Reading,
    Theatre,
    TimeExpression,
    TimeKind,
    Undetermined,
)

TEXT = (
    "Troops withdrew from Nokia on Sunday. Rebels withdrew from Turku on Monday. They withdrew from Nokia again. The withdrawal "
    "ended. A raid killed nine. Guards withdrew on Tuesday."
)
NOKIA = toponym("Nokia", place("Nokia", 61.48, 23.51, number=1), text=TEXT)
TURKU = toponym("Turku", place("Turku", 60.45, 22.27, number=2), text=TEXT)
AGAIN = toponym("Nokia", place("Nokia", 61.48, 23.51, number=1), text=TEXT, nth=1)
UNKNOWN = toponym("Turku", Absent(), text=TEXT)
PLACES = (NOKIA, TURKU, AGAIN, UNKNOWN)
SUNDAY, MONDAY = time("Sunday", "2031-05-04", text=TEXT), time("Monday", "2031-05-05", text=TEXT)


def told(words: str, trigger: str = "withdrew", kind: str = "withdrawal", *, nth: int = 0, **fields: Any) -> Claim:
    return claim(TEXT, words, event=event(kind, trigger, nth=nth, text=TEXT), **fields)


FIRST = told("Troops withdrew from Nokia on Sunday", places=(0,), time=Known(SUNDAY))
SECOND = told("Rebels withdrew from Turku on Monday", nth=1, places=(1,), time=Known(MONDAY))
THIRD = told("They withdrew from Nokia again", nth=2, places=(2,))
TAKEN_UP = told("The withdrawal ended", "withdrawal")
GUARDS = told("Guards withdrew on Tuesday", nth=3)


def grouped(*claims: Claim, **fields: Any) -> list[list[Claim]]:
    return [list(group.claims) for group in group_by_event(reading(TEXT, *claims, **{"places": PLACES, **fields}))]


def test_events_come_in_the_order_of_first_mention_with_places_and_time() -> None:
    groups = group_by_event(kolm())
    assert [(group.event, [each.id for each in group.claims]) for group in groups] == [
        (EventType.WITHDRAWAL, ["c1", "c2", "c3", "c4"]),
        (EventType.SHELLING, ["c5", "c6"]),
        (EventType.DAMAGE, ["c7"]),
        (EventType.CAPTURE, ["c10"]),
    ]
    assert groups[0].places == (1, 2)
    assert isinstance(groups[0].time, Known)
    assert groups[0].time.value.text == "overnight"
    assert groups[2].time == Absent()


def test_claims_of_one_place_join_and_those_of_another_do_not() -> None:
    assert grouped(FIRST, SECOND, THIRD) == [[FIRST, THIRD], [SECOND]]


def test_an_unknown_name_is_no_place_of_a_gazetteer() -> None:
    unknown = replace(SECOND, places=(3,))
    assert grouped(SECOND, unknown) == [[SECOND], [unknown]]
    assert grouped(unknown, unknown) == [[unknown, unknown]]


def test_times_that_do_not_meet_part_what_the_place_joins() -> None:
    assert grouped(FIRST, replace(THIRD, time=Known(MONDAY))) == [[FIRST], [replace(THIRD, time=Known(MONDAY))]]


@pytest.mark.parametrize(("words", "joined"), [("Sunday", True), ("Monday", False)])
def test_days_that_the_report_does_not_settle_are_compared_as_written(words: str, joined: bool) -> None:  # noqa: FBT001
    here, there = (TimeExpression(SUNDAY.span, each, TimeKind.DATE, Undetermined()) for each in ("Sunday", words))
    claims = replace(FIRST, time=Known(here)), replace(THIRD, time=Known(there))
    assert (len(grouped(*claims)) == 1) is joined


def test_the_time_of_an_event_is_the_one_that_tells_most() -> None:
    may = time("Monday", "2031-05-01", 31, "month", text=TEXT)
    (group,) = group_by_event(reading(TEXT, replace(FIRST, time=Known(may)), replace(THIRD, time=Known(SUNDAY)), places=PLACES))
    assert group.time == Known(SUNDAY)


def test_a_noun_that_takes_up_the_only_event_of_its_type_joins_it() -> None:
    assert grouped(FIRST, TAKEN_UP) == [[FIRST, TAKEN_UP]]
    assert grouped(FIRST, SECOND, TAKEN_UP) == [[FIRST], [SECOND], [TAKEN_UP]]


def test_without_a_place_an_actor_must_agree() -> None:
    troops = (actor("agent", "Troops", text=TEXT),)
    assert grouped(FIRST, GUARDS) == [[FIRST], [GUARDS]]
    first, guards = replace(FIRST, actors=troops), replace(GUARDS, actors=troops)
    assert grouped(first, SECOND, guards) == [[first, guards], [SECOND]]


PACK = Context(
    "coast", "The coast", date(2029, 1, 1), Theatre(Box(0, 0, 1, 1), ()),
    parties=(Party("army", "Army", "a"), Party("guards", "Guards", "a", part_of="army"), Party("rebels", "Rebels", "b")),
)  # fmt: skip


@pytest.mark.parametrize(("party", "joined"), [("army", True), ("guards", True), ("rebels", False)])
def test_parties_that_have_nothing_to_do_with_each_other_part_events(party: str, joined: bool) -> None:  # noqa: FBT001
    first = replace(FIRST, actors=(actor("agent", "Troops", text=TEXT, party="army"),))
    third = replace(THIRD, actors=(actor("agent", "They", text=TEXT, party=party),))
    assert (len(grouped(first, third, context=Known(PACK))) == 1) is joined


def test_who_clashes_with_whom_may_be_told_either_way_round() -> None:
    first = told("Troops withdrew from Nokia on Sunday", "withdrew", "clash", places=(0,))
    first = replace(
        first, actors=(actor("agent", "Troops", text=TEXT, party="a"), actor("opponent", "Rebels", text=TEXT, party="b"))
    )
    swapped = replace(first, actors=tuple(replace(each, party=Known("ab"[each.role == "agent"])) for each in first.actors))
    assert len(grouped(first, swapped)) == 1


RAID = told("A raid", "raid", "strike", statement=4)
NINE = told("killed nine", "killed", "casualties", statement=4)


def test_casualties_belong_to_the_attack_of_their_own_statement_alone() -> None:
    assert grouped(RAID, NINE) == [[RAID, NINE]]
    assert grouped(RAID, replace(NINE, statement=5)) == [[RAID], [replace(NINE, statement=5)]]
    assert [group.event for group in group_by_event(reading(TEXT, NINE, RAID))] == [EventType.STRIKE]


def test_casualties_elsewhere_than_the_attack_stay_apart() -> None:
    assert len(grouped(replace(RAID, places=(0,)), replace(NINE, places=(1,)))) == 2


def test_background_stays_apart_from_news_unless_both_tell_a_time_or_it_takes_the_news_up() -> None:
    before = replace(THIRD, kind=ClaimKind.BACKGROUND)
    assert len(grouped(FIRST, before)) == 2
    assert len(grouped(FIRST, replace(before, time=Known(SUNDAY)))) == 1
    assert len(grouped(FIRST, replace(TAKEN_UP, kind=ClaimKind.BACKGROUND))) == 1


def test_what_is_told_of_a_whole_year_is_of_before() -> None:
    year = replace(FIRST, time=Known(time("Sunday", "2031-01-01", 365, "year", text=TEXT)))
    assert grouped(year, THIRD) == [[year], [THIRD]]
    assert grouped(FIRST, replace(year, id="y")) == [[FIRST, replace(year, id="y")]]


@pytest.mark.parametrize(
    ("text", "actors", "taken_up"),
    [
        ("The withdrawal ended.", (), True),
        ("The sudden quiet withdrawal ended.", (), True),
        ("Its withdrawal ended.", (), True),
        ("A withdrawal ended.", (), False),
        ("The troops, in withdrawal.", (), False),
        ("The last troops withdrawal.", ("troops",), False),
        ("He said that withdrawal ended.", (), False),
    ],
)
def test_a_noun_takes_up_by_the_word_before_it(text: str, actors: tuple[str, ...], taken_up: bool) -> None:  # noqa: FBT001
    given_claim = claim(
        text,
        text,
        event=event("withdrawal", "withdrawal", text=text),
        actors=tuple(actor("agent", each, text=text) for each in actors),
    )
    assert is_taken_up(given_claim, text) is taken_up


@pytest.mark.parametrize(
    "other",
    [
        replace(FIRST, kind=ClaimKind.SPECULATION),
        replace(FIRST, kind=ClaimKind.ASSESSMENT),
        replace(FIRST, event=None),
        told("Troops withdrew from Nokia on Sunday", "withdrew", "statement"),
    ],
)
def test_what_is_no_event_of_the_ground_is_in_no_group(other: Claim) -> None:
    assert grouped(other) == []


@given(st.lists(st.sampled_from((*CLAIMS, *CLAIMS[:6])), max_size=12))
def test_every_event_claim_is_in_one_group_and_claims_keep_their_order(claims: list[Claim]) -> None:
    copies = [replace(each, id=f"n{number}") for number, each in enumerate(claims)]
    given_reading: Reading = replace(kolm(), claims=tuple(copies))
    groups = group_by_event(given_reading)
    order = [[int(each.id[1:]) for each in group.claims] for group in groups]
    assert all(numbers == sorted(numbers) for numbers in order)
    assert order == sorted(order)
    events = [number for number, each in enumerate(copies) if each.id and CLAIMS.index(claims[number]) not in {7, 8, 10}]
    assert sorted(number for numbers in order for number in numbers) == events
