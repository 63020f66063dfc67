from tests.claims.events import scenes
from whence.records import EventType


def test_clauses_joined_by_and_are_two_claims() -> None:
    made = scenes.scene(scenes.WITHDREW, places=("Tolmar", "Halden"))
    told = {clause.head.text: scenes.told(made, clause) for clause in scenes.clauses(made)}
    assert told == {
        "withdrew": "Norland's army withdrew from Tolmar on Monday",
        "shelled": "shelled the bridge near Halden",
    }


def test_a_noun_that_tells_an_event_stays_within_the_clause_that_judges_it() -> None:
    made = scenes.scene(scenes.WITHDRAWAL, places=("Kalbara",))
    whole, within = scenes.clauses(made)
    assert scenes.told(made, whole) == made.doc.text
    assert scenes.told(made, within) == "The quiet withdrawal of Veshnian troops from Kalbara"


def test_a_verb_that_only_says_that_an_event_was_makes_no_claim_of_its_own() -> None:
    made = scenes.scene(scenes.EVACUATION)
    (clause,) = scenes.clauses(made)
    assert clause.mention is not None
    assert (clause.head.text, scenes.told(made, clause)) == ("evacuation", made.doc.text)


def test_a_relative_clause_that_tells_an_event_is_cut_out() -> None:
    made = scenes.scene(scenes.CAPTURED)
    told = [scenes.told(made, clause) for clause in scenes.clauses(made)]
    assert told == ["The town was captured by the militia", "which burned the bridge"]


def test_killed_and_wounded_are_one_claim() -> None:
    made = scenes.scene(scenes.ATTACK)
    types = [clause.mention.group.type for clause in scenes.clauses(made) if clause.mention is not None]
    assert types.count(EventType.CASUALTIES) == 1


def test_a_statement_without_a_known_event_is_one_claim() -> None:
    made = scenes.scene(scenes.SHARES)
    (clause,) = scenes.clauses(made)
    assert clause.mention is None
    assert (clause.head.text, scenes.told(made, clause)) == ("fell", "Shares fell sharply.")
