import pytest

from tests.claims.events import scenes
from whence.claims.events.lexicon import Form
from whence.claims.events.mentions import find_mentions, nominal_patients, owner_by_of, subject_and_object
from whence.records import EventType


def told(notation: str, *, places: tuple[str, ...] = ()) -> list[tuple[str, EventType]]:
    made = scenes.scene(notation, places=places)
    return [(mention.span.cut(made.doc.text), mention.group.type) for mention in find_mentions(made)]


def test_verbs_and_nouns_tell_events() -> None:
    assert told(scenes.WITHDREW, places=("Tolmar",)) == [("withdrew", EventType.WITHDRAWAL), ("shelled", EventType.SHELLING)]
    assert ("withdrawal", EventType.WITHDRAWAL) in told(scenes.WITHDRAWAL)


def test_a_noun_behind_a_light_verb_is_the_trigger_and_the_verb_its_host() -> None:
    attack = find_mentions(scenes.scene(scenes.ATTACK))[0]
    assert (attack.head.text, attack.form, attack.host is not None and attack.host.text) == ("attack", Form.NOUN, "carried")
    assert attack.verb.text == "carried"


def test_a_word_counts_only_where_its_conditions_are_met() -> None:
    assert told(scenes.FELL) == [("fell", EventType.CAPTURE)]
    assert told(scenes.SHARES) == []


def test_a_set_phrase_tells_no_event() -> None:
    idiom = scenes.FELL.replace("to to ADP IN 6 case -", "apart apart ADV RB 3 advmod -")
    assert told(idiom) == []


def test_a_noun_before_another_tells_no_event() -> None:
    made = """
    The the DET DT 3 det -
    attack attack NOUN NN 3 compound -
    helicopters helicopter NOUN NNS 4 nsubj -
    landed land VERB VBD 0 ROOT -
    . . PUNCT . 4 punct -
    """
    assert "attack" not in dict(told(made))


def test_the_passive_is_turned_round() -> None:
    captured = scenes.scene(scenes.CAPTURED).doc[3]
    doers, patients = subject_and_object(captured)
    assert ([token.text for token in doers], [token.text for token in patients]) == (["militia"], ["town"])


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    burned = scenes.scene(scenes.CAPTURED).doc[9]
    assert [token.text for token in subject_and_object(burned)[0]] == ["militia"]


def test_a_subject_behind_the_verb_belongs_to_the_next_verb() -> None:
    made = """
    Residents resident NOUN NNS 2 nsubj -
    fled flee VERB VBD 0 ROOT -
    as as SCONJ IN 5 mark -
    troops troop NOUN NNS 2 nsubj -
    entered enter VERB VBD 2 advcl -
    Tolmar Tolmar PROPN NNP 5 obj LOC
    . . PUNCT . 2 punct -
    """
    entered = scenes.scene(made).doc[4]
    assert [token.text for token in subject_and_object(entered)[0]] == ["troops"]


@pytest.mark.parametrize(("word", "patients"), [(2, ["troops"])])
def test_what_stands_behind_of_is_what_a_noun_tells_of(word: int, patients: list[str]) -> None:
    noun = scenes.scene(scenes.WITHDRAWAL).doc[word]
    assert [token.text for token in nominal_patients(noun)] == patients
    assert owner_by_of(noun) is not None


def test_from_owns_nothing() -> None:
    made = """
    The the DET DT 2 det -
    withdrawal withdrawal NOUN NN 5 nsubj -
    from from ADP IN 4 case -
    Tolmar Tolmar PROPN NNP 2 nmod LOC
    ended end VERB VBD 0 ROOT -
    . . PUNCT . 5 punct -
    """
    assert owner_by_of(scenes.scene(made).doc[1]) is None
