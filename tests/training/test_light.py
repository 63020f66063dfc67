"""The light model of PLOVER types: what it reads and how it weighs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from training.light import WIDTH, WORD_VECTORS, PloverModel, load_light, word_vectors
from whence.claims.events.plover import PLOVER_TYPES
from whence.language import load_engine

QUIET = np.zeros(WIDTH, dtype=np.float32)


def one_word_model() -> PloverModel:
    """Return a model for which the first number of a vector calls attention to ASSAULT and tells of it."""
    attend = np.zeros((WIDTH, len(PLOVER_TYPES)), dtype=np.float32)
    tell = np.zeros_like(attend)
    attend[0, PLOVER_TYPES.index("ASSAULT")] = 10.0
    tell[0, PLOVER_TYPES.index("ASSAULT")] = 5.0
    return PloverModel(attend, tell, np.zeros(len(PLOVER_TYPES), dtype=np.float32))


def test_types_are_sixteen_in_the_order_of_the_alphabet() -> None:
    assert len(PLOVER_TYPES) == 16
    assert list(PLOVER_TYPES) == sorted(set(PLOVER_TYPES))


def test_one_word_decides_among_many_that_say_nothing() -> None:
    word = QUIET.copy()
    word[0] = 1.0
    alone = one_word_model().of_words(np.stack([word]))
    among = one_word_model().of_words(np.stack([QUIET] * 30 + [word]))
    assert PLOVER_TYPES[int(among.argmax())] == "ASSAULT"
    assert among.max() > 0.9 * alone.max()


def test_no_words_leave_what_was_likely_before() -> None:
    shares = one_word_model().of_words(np.zeros((0, WIDTH), dtype=np.float32))
    assert shares == pytest.approx(np.full(16, 1 / 16))


def test_word_vectors_have_a_row_for_each_word_and_stay_in_the_doc() -> None:
    doc = load_engine().analyse("Osk burned.\n\nNobody said why.")
    vectors = word_vectors(doc)
    assert vectors.shape == (sum(not token.is_space for token in doc), WIDTH)
    assert np.array_equal(word_vectors(doc), np.asarray(doc.user_data[WORD_VECTORS], dtype=np.float32))


def test_vectors_that_the_engine_left_are_taken() -> None:
    doc = load_engine().analyse("Osk burned.")
    doc.user_data[WORD_VECTORS] = np.ones((3, WIDTH), dtype=np.float16)
    assert word_vectors(doc).tolist() == np.ones((3, WIDTH)).tolist()


def test_a_text_without_words_has_no_vectors() -> None:
    assert word_vectors(load_engine().analyse(" \n ")).shape == (0, WIDTH)


def test_what_was_saved_is_what_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "light.npz"
    model = one_word_model()
    np.savez(path, attend=model.attend, tell=model.tell, base=model.base, types=np.array(PLOVER_TYPES))
    assert np.array_equal(load_light(path).tell, model.tell)


def test_a_file_of_something_else_is_named(tmp_path: Path) -> None:
    np.savez(tmp_path / "small.npz", attend=QUIET, tell=QUIET, base=QUIET, types=np.array(["AID"]))
    np.savez(tmp_path / "other.npz", attend=QUIET)
    for name in ("small.npz", "other.npz"):
        with pytest.raises(ValueError, match=name):
            load_light(tmp_path / name)
