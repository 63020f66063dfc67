from dataclasses import replace

import pytest

from tests.factory import claim, reading, source
from tests.publish.halm import PLACES as FERRY_PLACES
from tests.publish.halm import TEXT as FERRY
from tests.publish.halm import TIMES, place, toponym
from tests.publish.kolm import CLAIMS, IMAGERY, KILLED, TEXT, actor, event, kolm, sure
from whence.publish.event_groups import EventGroup, group_by_event
from whence.publish.event_wording import (
    tell_actors,
    tell_certainty,
    tell_chain,
    tell_evidence,
    tell_headline,
    tell_numbers,
    tell_telling,
    tell_when,
    tell_where,
)
from whence.records import Absent, Actor, Certainty, Claim, Degree, EventType, Known, Maybe, TimeExpression, Undetermined


def group_of(
    kind: EventType, *claims: Claim, places: tuple[int, ...] = (), time: Maybe[TimeExpression] | None = None
) -> EventGroup:
    return EventGroup(kind, claims, places, time or Absent())


def test_a_headline_says_what_who_where_and_when() -> None:
    withdrawal, shelling, damage, _ = (str(tell_headline(group, kolm())) for group in group_by_event(kolm()))
    assert withdrawal == (
        "Withdrawal — garrison and the last vehicles — Nokia (written “Nokai”) — 3 May 2031 18:00 to 4 May 2031 06:00"
    )
    assert shelling == ("Shelling — on a school — killed: “at least 12 people”; wounded: “dozens” — Lempäälä — Saturday 3 May 2031")
    assert damage == "Damage — place not told — date not told"


GARRISON = actor("agent", "The garrison", name="garrison")
VEHICLES = actor("agent", "the last vehicles")
IT = actor("agent", "it", nth=2)
SCHOOL = actor("patient", "a school")
RESIDENTS = actor("opponent", "residents")


@pytest.mark.parametrize(
    ("kind", "actors", "told"),
    [
        ("withdrawal", (VEHICLES, GARRISON, IT), "garrison and the last vehicles"),
        ("withdrawal", (IT,), ""),
        ("clash", (GARRISON, RESIDENTS), "garrison against residents"),
        ("shelling", (GARRISON, SCHOOL), "garrison, on a school"),
        ("capture", (GARRISON, SCHOOL), "garrison, of a school"),
        ("damage", (SCHOOL,), "a school"),
    ],
)
def test_actors_are_told_by_their_parts(kind: str, actors: tuple[Actor, ...], told: str) -> None:
    given = claim(TEXT, "the damage", event=event(kind, "damage"), actors=actors)
    assert tell_actors(group_of(EventType(kind), given)) == told


def test_what_is_taken_is_told_as_the_place_where_there_is_one() -> None:
    given = claim(TEXT, "the damage", event=event("capture", "damage"), actors=(GARRISON, SCHOOL))
    assert tell_actors(group_of(EventType.CAPTURE, given, places=(1,))) == "garrison"


def test_one_party_under_two_names_is_one_actor_by_the_longer() -> None:
    actors = (actor("agent", "The garrison", name="garrison", party="a"), actor("agent", "it", name="Turku garrison", party="a"))
    given = claim(TEXT, "the damage", event=event("withdrawal", "damage"), actors=actors)
    assert tell_actors(group_of(EventType.WITHDRAWAL, given)) == "Turku garrison"


def test_numbers_keep_their_words_and_the_same_are_told_once() -> None:
    of_vehicles = replace(KILLED, measure="", text="forty vehicles")
    given = replace(CLAIMS[5], quantities=(KILLED, KILLED, of_vehicles))
    assert tell_numbers([given, given]) == "killed: “at least 12 people”"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (1, "Nokia (written “Nokai”)"),
        (4, "north-east of Hämeenlinna"),
        (8, "Ruovesi (written “Rome”)"),
        (10, "Ulvenholm (place not known)"),
        (11, "Springfield (place undetermined)"),
    ],
)
def test_a_place_is_told_by_its_name_beside_what_is_written(number: int, told: str) -> None:
    ferry = reading(FERRY, places=FERRY_PLACES)
    assert tell_where(group_of(EventType.STRIKE, places=(number,)), ferry) == told


def test_a_short_form_of_a_name_is_no_other_form() -> None:
    oblast = toponym("Turku", place("Turku Region", 60.5, 22.3, number=9), text=TEXT)
    assert tell_where(group_of(EventType.STRIKE, places=(0,)), reading(TEXT, places=(oblast,))) == "Turku Region"


def test_places_of_one_event_are_told_each_once() -> None:
    ferry = reading(FERRY, places=FERRY_PLACES)
    assert tell_where(group_of(EventType.STRIKE, places=(0, 1, 6)), ferry) == "Tampere and Nokia (written “Nokai”)"


@pytest.mark.parametrize(
    ("time", "told"),
    [
        (Known(TIMES[0]), "Sunday 4 May 2031"),
        (Known(TIMES[2]), "“every Monday”"),
        (Known(TIMES[4]), "“11 May” (date undetermined)"),
        (Undetermined(), "date undetermined"),
        (Absent(), "date not told"),
    ],
)
def test_a_time_is_told_as_far_as_it_is_known(time: Maybe[TimeExpression], told: str) -> None:
    assert tell_when(group_of(EventType.STRIKE, time=time)) == told


def test_a_chain_is_one_line_from_the_report_to_the_one_who_knew() -> None:
    assert tell_chain(CLAIMS[0]) == "report ← Orlin Gazette ← a confidential assessment by the general staff (not identified)"
    assert tell_chain(CLAIMS[8]) == "report ← an analyst (not named)"
    assert tell_chain(CLAIMS[7]) == "report, in its own voice"


def test_those_beside_a_step_stand_beside_it() -> None:
    both = replace(source(TEXT, "residents", "resident"), beside=(source(TEXT, "Colonel Ilse Marn", named=True),))
    assert tell_chain(claim(TEXT, "the damage", chain=(both,))) == "report ← residents (not named) and Colonel Ilse Marn"


@pytest.mark.parametrize(
    ("certainties", "told"),
    [
        ((), ""),
        (sure("uncommitted", "certain"), ""),
        (sure("uncommitted", "possible", word="could"), "possible: “could”"),
        (sure("uncommitted", "uncommitted"), "not committed to"),
        (sure("uncommitted", "certain", denied=True, word="denied"), "denied by an analyst: “denied”"),
        ((Certainty(Degree.POSSIBLE), Certainty(Degree.CERTAIN)), "possible to the report"),
        (sure("probable", "possible"), "probable to the report; possible"),
    ],
)
def test_certainty_is_told_where_it_is_not_plain(certainties: tuple[Certainty, ...], told: str) -> None:
    assert tell_certainty(replace(CLAIMS[8], certainties=certainties), TEXT) == told


def test_evidence_says_whether_a_reader_could_look_it_up() -> None:
    paper, imagery = tell_evidence(CLAIMS[0])[0], tell_evidence(CLAIMS[4])[0]
    assert paper == (
        "rests on “a confidential assessment by the general staff” (document, held by general staff; a reader could not look it up)"
    )
    assert imagery.endswith("(imagery, held by Skyward Lens; a reader could look it up)")
    assert "held by" not in tell_evidence(replace(CLAIMS[4], evidence=(replace(IMAGERY, holder=Absent()),)))[0]


def test_how_an_event_is_told() -> None:
    withdrawal, _, damage, capture = group_by_event(kolm())
    assert tell_telling(withdrawal) == "4 claims, denied by Turku government"
    assert tell_telling(damage) == ""
    assert tell_telling(capture) == "background"
