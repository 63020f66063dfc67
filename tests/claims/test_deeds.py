from tests.claims.test_detail import claims
from whence.records import Degree, EventType

DENIED = """
The the DET DT 2 det - s0
ministry ministry NOUN NN 3 nsubj - s0
denied deny VERB VBD 0 ROOT - c0
that that SCONJ IN 8 mark - t0
its its PRON PRP$ 6 nmod:poss - t0
forces force NOUN NNS 8 nsubj - t0
had have AUX VBD 8 aux - t0
left leave VERB VBN 3 ccomp - t0
Tolmar Tolmar PROPN NNP 8 obj LOC t0
. . PUNCT . 3 punct -
"""


def test_to_deny_is_an_event_told_by_the_report_and_what_is_denied_another() -> None:
    deed, content = claims(DENIED, places=("Tolmar",))
    assert deed.event is not None
    assert content.event is not None
    assert (deed.event.type, deed.chain, deed.denied) == (EventType.DENIAL, (), False)
    assert (content.event.type, content.denied) == (EventType.WITHDRAWAL, True)
    assert [(actor.role.value, actor.text) for actor in deed.actors][:1] == [("agent", "The ministry")]
    assert deed.certainty is Degree.CERTAIN


def test_plain_saying_is_no_event() -> None:
    said = DENIED.replace("denied deny", "said say")
    assert [claim.event.type for claim in claims(said, places=("Tolmar",)) if claim.event is not None] == [EventType.WITHDRAWAL]


def test_a_deed_is_a_statement_of_its_own() -> None:
    deed, content = claims(DENIED, places=("Tolmar",))
    assert deed.statement != content.statement
