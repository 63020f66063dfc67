"""From statements to claims, on sentences parsed by hand; `passages.toml` has what whole passages should give."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims import docs
from tests.claims.events import scenes
from whence.claims import read_claims
from whence.claims.attribute import Attributed
from whence.errors import DocumentMismatch
from whence.records import (
    Claim,
    ClaimKind,
    Degree,
    EventType,
    Interval,
    Known,
    Place,
    Precision,
    Span,
    TimeExpression,
    TimeKind,
    Toponym,
)

SAID = """
The the DET DT 2 det - s0
ministry ministry NOUN NN 3 nsubj - s0
said say VERB VBD 0 ROOT - c0
that that SCONJ IN 8 mark - t0
its its PRON PRP$ 6 nmod:poss - t0
forces force NOUN NNS 8 nsubj - t0
had have AUX VBD 8 aux - t0
left leave VERB VBN 3 ccomp - t0
Tolmar Tolmar PROPN NNP 8 obj LOC t0
. . PUNCT . 3 punct -
"""

THEY = """
They they PRON PRP 2 nsubj -
burned burn VERB VBD 0 ROOT -
the the DET DT 4 det -
bridge bridge NOUN NN 2 obj -
. . PUNCT . 2 punct -
"""


def toponym(text: str, name: str) -> Toponym:
    start = text.index(name)
    return Toponym(Span(start, start + len(name)), name, Known(Place(name, name, 1.0, 2.0, "P.PPL")))


def claims(notation: str, *, places: tuple[str, ...] = (), times: tuple[str, ...] = ()) -> tuple[Claim, ...]:
    return read(notation, places=places, times=times).claims


def read(notation: str, *, places: tuple[str, ...] = (), times: tuple[str, ...] = ()) -> Attributed:
    made = docs.doc(notation)
    day = Known(Interval(datetime(2032, 5, 3, tzinfo=UTC), datetime(2032, 5, 4, tzinfo=UTC), Precision.DAY))
    found = [(made.text.index(words), words) for words in times]
    return read_claims(
        made,
        docs.report(made.text),
        places=[toponym(made.text, name) for name in places],
        times=[TimeExpression(Span(at, at + len(words)), words, TimeKind.DATE, day) for at, words in found],
        published=date(2032, 5, 5),
    )


def test_a_statement_of_two_events_is_two_claims_with_one_number() -> None:
    withdrew, shelled = claims(scenes.WITHDREW, places=("Tolmar", "Halden"), times=("Monday",))
    assert withdrew.event is not None
    assert shelled.event is not None
    assert (withdrew.event.type, shelled.event.type) == (EventType.WITHDRAWAL, EventType.SHELLING)
    assert withdrew.statement == shelled.statement
    assert (withdrew.id, shelled.id) == ("c1", "c2")
    assert (withdrew.places, shelled.places) == ((0,), (1,))
    assert isinstance(withdrew.time, Known)


def test_a_claim_has_what_its_source_says_and_how_sure_each_is() -> None:
    (left,) = claims(SAID, places=("Tolmar",))
    assert left.event is not None
    assert left.event.type is EventType.WITHDRAWAL
    assert [certainty.degree for certainty in left.certainties] == [Degree.UNCOMMITTED, Degree.CERTAIN]
    assert [source.text for source in left.chain] == ["The ministry"]
    assert left.kind is ClaimKind.EVENT
    assert any(reason.kind == "event" for reason in left.event.because)


def test_what_no_word_list_knows_is_told_as_such() -> None:
    (shares,) = claims(scenes.SHARES)
    assert shares.event is not None
    assert shares.event.type is EventType.OTHER
    assert "no word list knows" in shares.event.because[0].detail


def test_they_are_the_last_who_did_something_in_an_earlier_sentence() -> None:
    *_, burned = claims(scenes.ATTACK + THEY)
    agents = [actor for actor in burned.actors if actor.text == "They"]
    assert [actor.name.value for actor in agents if isinstance(actor.name, Known)] == ["Rebels"]
    assert any(reason.kind == "pronoun" for reason in agents[0].because)


def test_the_city_carries_the_place_on_with_its_reason() -> None:
    *_, fell = claims(scenes.WITHDREW + scenes.FELL, places=("Tolmar", "Halden"))
    assert fell.places == (1,)
    assert any(reason.kind == "place" and "“city”" in reason.detail for reason in fell.because)


def test_a_document_of_another_text_is_refused() -> None:
    made = docs.doc(SAID)
    with pytest.raises(DocumentMismatch):
        read_claims(made, docs.report("Another text."))


def test_without_a_tree_statements_stay_whole() -> None:
    made = docs.doc(SAID, tree=False)
    found = read_claims(made, docs.report(made.text)).claims
    assert found
    assert all(claim.event is None and claim.statement for claim in found)


@given(
    st.lists(
        st.sampled_from([scenes.WITHDREW, scenes.WITHDRAWAL, scenes.ATTACK, scenes.CAPTURED, scenes.FELL, SAID, THEY]), max_size=4
    )
)
def test_every_span_round_trips_and_ids_count_up(sentences: list[str]) -> None:
    notation = "".join(sentences)
    found = claims(notation)
    text = docs.doc(notation).text
    assert [claim.id for claim in found] == [f"c{number}" for number in range(1, len(found) + 1)]
    for claim in found:
        assert claim.event is not None
        assert claim.event.trigger.end <= len(text)
        assert all(actor.span.cut(text) == actor.text for actor in claim.actors)
        assert len(claim.certainties) == len(claim.chain) + 1
        assert any(passage.covers(claim.event.trigger) or passage.overlaps(claim.event.trigger) for passage in claim.passages)
