from tests.claims.events import scenes
from whence.records import Absent, Known, Maybe, Party

PLACE, TROOPS = frozenset({"place"}), frozenset({"troops"})


def norland(words: str) -> Maybe[Party]:
    return Known(Party("norland", "Norland", "west")) if words == "Norland" else Absent()


def test_a_recognised_name_is_a_place_whatever_the_lists_say() -> None:
    made = scenes.scene(scenes.WITHDREW, places=("Norland",))
    norland_, army, tolmar, bridge = (made.doc[i] for i in (0, 2, 5, 11))
    assert made.is_of(norland_, PLACE)
    assert made.is_of(tolmar, PLACE)
    assert made.is_of(army, TROOPS)
    assert not made.is_of(bridge, TROOPS)


def test_a_party_of_the_context_bears_arms() -> None:
    without, within = scenes.scene(scenes.WITHDREW), scenes.scene(scenes.WITHDREW, party_of=norland)
    assert not without.is_of(without.doc[0], TROOPS)
    assert within.is_of(within.doc[0], TROOPS)


def test_names_and_times_are_found_by_their_words() -> None:
    made = scenes.scene(scenes.WITHDREW, places=("Tolmar", "Halden"), times=("Monday",))
    assert made.toponyms == {5: 0, 13: 1}
    assert made.when == {7: 0}
