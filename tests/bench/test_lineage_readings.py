import numpy as np
import pytest

from bench.lineage_readings import direction, readings_of
from bench.traditions import Fact, grow
from whence.records import Absent, Known, Reading

TRADITION = grow(120, seed=3)
READINGS = readings_of(TRADITION)
TEXTS = {text.id: text for text in TRADITION.texts}


def test_each_text_handed_over_has_a_reading_in_an_order_that_tells_nothing() -> None:
    ids = [reading.report.id for reading in READINGS]
    assert ids == sorted(text.id for text in TRADITION.handed_over)


@pytest.mark.parametrize("reading", READINGS[:30], ids=[reading.report.id for reading in READINGS[:30]])
def test_spans_stand_where_their_words_are(reading: Reading) -> None:
    text = reading.report.text
    tellings = TEXTS[reading.report.id].tellings
    assert [span.cut(text)[-1] for span in reading.sentences] == ["."] * len(tellings)
    for claim, telling in zip(reading.claims, tellings, strict=True):
        place = reading.places[claim.places[0]]
        assert place.span.cut(text) == telling.town
        assert claim.event is not None
        assert claim.span.covers(claim.event.trigger)
        for actor in claim.actors:
            assert actor.span.cut(text) == telling.fact.agent
        for quantity in claim.quantities:
            assert (quantity.span.cut(text), quantity.value) == (str(telling.number), telling.number)
        assert [source.text for source in claim.chain] == ([telling.speaker] if telling.speaker else [])
        assert all(source.span is not None and source.span.cut(text) == source.text for source in claim.chain)
        assert all(cue.cut(text) == "said" for cue in claim.cue)


def test_a_mangled_town_is_no_place_and_another_is() -> None:
    for reading in READINGS:
        for toponym in reading.places:
            assert isinstance(toponym.place, Known if toponym.text in TRADITION.towns else Absent)


def test_vectors_are_of_length_one_and_near_for_one_fact() -> None:
    vectors: list[np.ndarray] = []
    facts: list[Fact] = []
    for reading in READINGS:
        assert reading.claim_vectors is not None
        assert reading.claim_vectors.dtype == np.float16
        vectors.extend(reading.claim_vectors.astype(np.float32))
        facts.extend(telling.fact for telling in TEXTS[reading.report.id].tellings)
    whole = np.array(vectors)
    assert np.allclose(np.linalg.norm(whole, axis=1), 1, atol=0.01)
    cosines = whole @ whole.T
    same = np.array([[one.id == other.id for other in facts] for one in facts])
    assert cosines[same].min() > 0.7
    assert cosines[~same].max() < 0.65


def test_directions_depend_on_the_words_alone() -> None:
    assert np.array_equal(direction("a"), direction("a"))
    assert abs(float(direction("a") @ direction("b"))) < 0.3


def test_times_are_told_as_far_as_the_text_tells_them() -> None:
    for reading in READINGS:
        text, told = TEXTS[reading.report.id], reading.report.published_at
        assert isinstance(told, Known) is text.time_told
        if isinstance(told, Known):
            assert ("T" in told.value) is text.hour_told
