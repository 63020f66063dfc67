from tests.claims.events import scenes
from whence.claims.events.roles import Circumstances, circumstances
from whence.claims.events.scene import Scene
from whence.claims.tree import phrase, stretch


def by_head(made: Scene) -> dict[str, Circumstances]:
    found = scenes.clauses(made)
    return {clause.head.text: told for clause, told in zip(found, circumstances(made, found), strict=True)}


def parts(made: Scene, told: Circumstances) -> list[tuple[str, str]]:
    text = made.doc.text
    return [(part.role.value, stretch(phrase(part.noun, joined=False, clauses=False)).cut(text)) for part in told.parts]


def test_places_and_times_belong_to_the_nearest_event() -> None:
    made = scenes.scene(scenes.WITHDREW, places=("Tolmar", "Halden"), times=("Monday",))
    told = by_head(made)
    assert [made.places[at].text for at in told["withdrew"].places] == ["Tolmar"]
    assert [made.places[at].text for at in told["shelled"].places] == ["Halden"]
    assert told["withdrew"].time == 0


def test_a_verb_joined_by_and_shares_subject_and_time() -> None:
    made = scenes.scene(scenes.WITHDREW, places=("Tolmar", "Halden"), times=("Monday",))
    told = by_head(made)["shelled"]
    assert parts(made, told) == [("agent", "Norland's army"), ("patient", "the bridge")]
    assert told.time == 0


def test_a_noun_takes_its_agent_from_of_and_its_place_from_from() -> None:
    made = scenes.scene(scenes.WITHDRAWAL, places=("Kalbara",))
    told = by_head(made)["withdrawal"]
    assert [(role, words.split(" from")[0]) for role, words in parts(made, told)] == [("agent", "Veshnian troops")]
    assert told.places == (0,)


def test_a_light_verb_lends_its_subject() -> None:
    made = scenes.scene(scenes.ATTACK)
    told = by_head(made)["attack"]
    assert ("agent", "Rebels") in parts(made, told)
    assert any(words == "the port" for _, words in parts(made, told))


def test_the_subject_of_fell_suffers_and_to_brings_who_took_it() -> None:
    made = scenes.scene(scenes.FELL)
    assert parts(made, by_head(made)["fell"]) == [("patient", "The city"), ("agent", "the rebels")]


def test_a_place_that_only_owns_somebody_is_not_where_it_was() -> None:
    made = scenes.scene(scenes.WITHDREW, places=("Norland",))
    assert by_head(made)["withdrew"].places == ()


RECEIVED = """
The the DET DT 2 det -
mayor mayor NOUN NN 3 nsubj -
suffered suffer VERB VBD 0 ROOT -
an a DET DT 5 det -
attack attack NOUN NN 3 obj -
. . PUNCT . 3 punct -
"""


def test_who_suffers_an_attack_has_not_made_it() -> None:
    made = scenes.scene(RECEIVED)
    assert parts(made, by_head(made)["attack"]) == [("patient", "The mayor")]
