from dataclasses import replace

from tests.claims.events import scenes
from whence.claims.events.actors import make_actor, own_to
from whence.claims.events.roles import circumstances
from whence.records import Absent, Actor, ActorRole, Known, Maybe, Party, Source, SourceKind, Span


def norland(words: str) -> Maybe[Party]:
    """Know one party by its army's name."""
    return Known(Party("norland", "Army of Norland", "west")) if words == "Norland's army" else Absent()


def actors(notation: str) -> list[Actor]:
    made = scenes.scene(notation, places=("Tolmar",) if "Tolmar" in notation else (), party_of=norland)
    return [make_actor(made, part) for told in circumstances(made, scenes.clauses(made)) for part in told.parts]


def test_a_party_of_the_context_gives_its_name_and_id() -> None:
    army = actors(scenes.WITHDREW)[0]
    assert (army.role, army.text) == (ActorRole.AGENT, "Norland's army")
    assert army.party == Known("norland", ())
    assert isinstance(army.name, Known)
    assert army.name.value == "Army of Norland"


def test_a_mention_ends_before_a_preposition_of_its_own() -> None:
    assert [actor.text for actor in actors(scenes.WITHDRAWAL)] == ["Veshnian troops"]


def test_how_the_sentence_shows_the_role_is_the_reason() -> None:
    details = [actor.because[0].detail for actor in actors(scenes.FELL)]
    assert details == ["“The city” stands as subject", "“to” stands before it"]


def test_its_forces_are_those_of_the_party_that_speaks_of_them() -> None:
    army = Actor(ActorRole.AGENT, Span(20, 30), "its forces")
    speaker = Source(SourceKind.OFFICIAL, Span(0, 12), "The ministry", party=Known("norland"))
    owned = own_to(army, (speaker,))
    assert isinstance(owned.party, Known)
    assert owned.party.value == "norland"
    assert own_to(replace(army, text="the forces"), (speaker,)).party == Absent()
    assert own_to(army, ()).party == Absent()
