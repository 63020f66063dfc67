"""How likely two passages say the same."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.factory import claim, reading, report
from whence.collation.comparison import Comparison
from whence.collation.likeness import KINDS, SIGNS, LikenessWeights, Material, first_step, shipped_weights, sigmoid, support
from whence.records import Event, EventType, Reading, Span

TEXT = "Twelve carts crossed the ford.\nThe guard slept.\nTurgunov spoke of bread to Orunbaeva."


def shallow(text: str, id: str) -> Reading:
    return reading(report(text, id=id, language="en"))


def with_vectors(id: str, vectors: list[list[float]], event: EventType = EventType.OTHER) -> Reading:
    lines = TEXT.splitlines()[: len(vectors)]
    claims = (claim(TEXT, line, event=Event(event, Span(0, 1))) for line in lines)
    return replace(reading(report(TEXT, id=id, language="en"), *claims), claim_vectors=np.array(vectors, dtype=np.float16))


def sign(material: Material, name: str) -> np.ndarray:
    found: np.ndarray = material.signs(material.range_of(0), material.range_of(1))[..., SIGNS.index(name)]
    return found


def test_the_same_passage_is_the_likeliest_of_each() -> None:
    block = Comparison([shallow(TEXT, "a"), shallow(TEXT, "b")]).block(0, 1)
    assert block.shape == (3, 3)
    assert block.argmax(0).tolist() == block.argmax(1).tolist() == [0, 1, 2]
    assert ((block > 0) & (block < 1)).all()


def test_two_texts_are_as_like_from_either_side() -> None:
    one, other = shallow(TEXT, "a"), shallow("The guard slept.\nNobody spoke of bread.", "b")
    np.testing.assert_allclose(Comparison([one, other]).block(0, 1), Comparison([other, one]).block(1, 0), atol=1e-5)


def test_a_report_without_passages_is_like_nothing() -> None:
    assert Comparison([shallow("", "a"), shallow(TEXT, "b")]).block(0, 1).shape == (0, 3)
    material = Material([shallow("", "a"), shallow(TEXT, "b")])
    assert list(material.range_of(0)) == []
    assert list(material.range_of(1)) == [0, 1, 2]


def test_meaning_is_the_cosine_of_the_vectors_where_both_have_one() -> None:
    material = Material([with_vectors("a", [[1, 0], [0, 1]]), with_vectors("b", [[1, 0], [0.6, 0.8]])])
    assert sign(material, "meaning") == pytest.approx(np.array([[1, 0.6], [0, 0.8]]), abs=1e-3)
    mixed = Material([with_vectors("a", [[1, 0], [0, 1]]), shallow(TEXT, "b")])
    assert not sign(mixed, "meaning").any()
    assert not sign(mixed, "words").any()


def test_shared_and_other_numbers_and_names() -> None:
    material = Material(
        [
            shallow("They saw 12 carts with Turgunov.", "a"),
            shallow("They saw 12 carts with Esenov.\nThey saw 13 with Turgunov.", "b"),
        ]
    )
    assert (sign(material, "numbers") > 0.9).tolist() == [[True, False]]
    assert sign(material, "other numbers").tolist() == [[0, 1]]
    assert (sign(material, "names") > 0.9).tolist() == [[False, True]]
    assert sign(material, "other names").tolist() == [[1, 0]]


def test_one_kind_of_event_is_a_sign_unless_it_is_other() -> None:
    for event, found in ((EventType.CAPTURE, 1.0), (EventType.OTHER, 0.0)):
        material = Material([with_vectors("a", [[1, 0]], event), with_vectors("b", [[1, 0]], event)])
        assert sign(material, "event").tolist() == [[found]]


def test_distance_and_quotation() -> None:
    text = "“Nobody is going to take it from us.”\nThe guard slept at the ford."
    material = Material([shallow(text, "a"), shallow(text, "b")])
    assert sign(material, "distance").diagonal().tolist() == [0, 0]
    assert sign(material, "distance")[0, 1] > 0.3
    assert sign(material, "both quoted").tolist() == [[1, 0], [0, 0]]
    assert sign(material, "one quoted").tolist() == [[0, 1], [1, 0]]


def test_the_rarer_of_two_keys_weighs_more() -> None:
    material = Material([shallow("They met Esenov.\nThey met Turgunov.", "a"), shallow("They met Esenov.\nThey met Esenov.", "b")])
    weights = material.key_weights
    assert set(weights) == set(KINDS)
    assert len(weights["names"]) == 2
    assert max(weights["names"].values()) > min(weights["names"].values())


def test_neighbours_in_the_same_order_speak_for_a_pair() -> None:
    scores = np.full((3, 3), -10.0, dtype=np.float32)
    scores[0, 0] = scores[2, 2] = 10.0
    around = support(scores)
    assert around[1, 1] == pytest.approx(2.0, abs=1e-2)
    assert around[0, 2] == pytest.approx(0.0, abs=1e-2)
    assert around[1, 1] > around[0, 1]


def test_pairs_with_vectors_are_judged_by_their_own_weights() -> None:
    none = (0.0,) * len(SIGNS)
    weights = LikenessWeights((*none, 2.0), (*none, -2.0), (1.0, 0.0, 0.0), (1.0, 0.0, 0.0))
    read, unread = with_vectors("a", [[1, 0]]), shallow("Nobody slept.", "b")
    found = Comparison([read, replace(read, report=report(TEXT, id="c")), unread], weights)
    assert found.block(0, 1).item() == pytest.approx(1 / (1 + np.exp(-2)), abs=1e-5)
    assert found.block(0, 2).item() == pytest.approx(1 / (1 + np.exp(2)), abs=1e-5)


def test_the_first_step_adds_up_signs_by_their_weights() -> None:
    assert first_step(np.array([[1, 2]], dtype=np.float32), (0.5, 1.0, -1.0)).tolist() == [1.5]


def test_sigmoid_holds_at_the_ends() -> None:
    assert sigmoid(np.array([-1e9, 0, 1e9], dtype=np.float32)) == pytest.approx([0, 0.5, 1])


def test_the_shipped_weights_have_one_for_each_sign_and_meaning_speaks_for() -> None:
    weights = shipped_weights()
    assert len(weights.vectors) == len(weights.keys) == len(SIGNS) + 1
    assert np.isfinite([*weights.vectors, *weights.keys, *weights.second_vectors, *weights.second_keys]).all()
    assert weights.vectors[SIGNS.index("meaning")] > 0
