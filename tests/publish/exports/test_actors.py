from tests.factory import claim, reading, span
from tests.publish.exports.norn import AGENT, CONTEXT, OPPONENT, PATIENT, SELFOSS, actor
from whence.publish.exports.actors import Participants, participants_of
from whence.records import Actor, Known, Toponym

TEXT = "Norn troops and masked men took Selfoss and the bridge from Coast guns; 12 people, farmers and Oda Marn were held."


def told(*actors: Actor) -> Participants:
    places = (Toponym(span(TEXT, "Selfoss"), "Selfoss", Known(SELFOSS)),)
    return participants_of([claim(TEXT, TEXT, actors=actors)], reading(TEXT, places=places, context=Known(CONTEXT)))


def by(role: str, words: str, party: str = "", name: str = "") -> Actor:
    roles = {"agent": AGENT, "patient": PATIENT, "opponent": OPPONENT}
    return actor(roles[role], words, party, name=name, text=TEXT)


def test_a_party_is_named_in_full_with_the_whole_that_it_is_part_of() -> None:
    (one,) = told(by("agent", "Norn troops", "norn-army")).acting
    assert (one.name, one.whole, one.party) == ("Army of the Norn Council", "Norn Council", "norn-army")


def test_who_is_of_no_party_keeps_the_words_of_the_report() -> None:
    assert [one.name for one in told(by("agent", "masked men")).acting] == ["masked men"]
    assert [one.name for one in told(by("agent", "masked men", "not-in-the-pack")).acting] == ["masked men"]


def test_opponents_stand_before_those_whom_it_befalls() -> None:
    names = [one.name for one in told(by("patient", "farmers"), by("opponent", "Coast guns", "coast-guns")).facing]
    assert names == ["Artillery of the Coast Assembly", "farmers"]


def test_a_bridge_or_a_town_is_no_actor() -> None:
    assert told(by("patient", "the bridge"), by("patient", "Selfoss", name="Selfoss")).facing == ()
    assert [one.name for one in told(by("patient", "Oda Marn", name="Oda Marn")).facing] == ["Oda Marn"]


def test_a_weapon_is_no_actor_unless_it_is_said_whose_it_is() -> None:
    shelled = "Norn artillery and shells hit the town."
    guns = actor(AGENT, "Norn artillery", text=shelled)
    ours = actor(AGENT, "Norn artillery", "norn-army", text=shelled)
    assert told(guns, actor(AGENT, "shells", text=shelled)).acting == ()
    assert [one.name for one in told(ours).acting] == ["Army of the Norn Council"]


def test_civilians_are_known_by_their_words_unless_they_are_of_a_party() -> None:
    assert [one.civilian for one in told(by("patient", "farmers")).facing] == [True]
    assert [one.civilian for one in told(by("patient", "farmers", "coast")).facing] == [False]


def test_people_of_whom_nothing_is_told_are_remembered() -> None:
    assert told(by("patient", "12 people"), by("patient", "farmers")).others
    assert not told(by("patient", "farmers")).others


def test_one_who_acts_does_not_face_itself_and_each_stands_once() -> None:
    twice = told(
        by("agent", "Norn troops", "norn-army"), by("agent", "Norn troops", "norn-army"), by("opponent", "Norn troops", "norn-army")
    )
    assert len(twice.acting) == 1
    assert twice.facing == ()
