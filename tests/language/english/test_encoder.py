"""Windows over a text, and what comes back for each word."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.language.english.component import shipped_model
from whence.language.english.encoder import FAR, NEAR, OVERLAP, WINDOW, Encoder, cut_windows, distance_codes
from whence.language.english.features import Pieces

SENTENCE = ["The", "mayor", "of", "Qarvel", "said", "the", "bridge", "had", "been", "closed", "since", "Monday", "."]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(shipped_model())


def pieces_of(counts: list[int]) -> Pieces:
    first = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)
    total = sum(counts)
    return Pieces(np.zeros(total, dtype=np.int64), np.zeros((total, 4), dtype=np.int64), first)


@given(st.lists(st.integers(min_value=1, max_value=12), min_size=1, max_size=900))
def test_cores_tile_the_text_and_no_window_is_too_long(counts: list[int]) -> None:
    pieces = pieces_of(counts)
    ends = [*pieces.first[1:].tolist(), len(pieces.ids)]
    reached = 0
    for start, stop, low, high in cut_windows(pieces, WINDOW, OVERLAP):
        assert start <= low <= high <= stop
        assert ends[stop - 1] - pieces.first[start] <= WINDOW
        assert low == reached
        reached = high
    assert reached == len(counts)


def test_a_short_text_is_one_window() -> None:
    assert cut_windows(pieces_of([1] * WINDOW), WINDOW, OVERLAP) == [(0, WINDOW, 0, WINDOW)]


def test_distances_are_signed_and_bounded() -> None:
    away = np.arange(-3000, 3001)
    codes = distance_codes(away)
    assert codes.min() == 0
    assert codes.max() == 2 * (NEAR + FAR)
    assert (np.diff(codes) >= 0).all()
    assert codes[3000] == NEAR + FAR


def test_five_thousand_words_come_back_one_row_each(encoder: Encoder) -> None:
    words = (SENTENCE * 400)[:5000]
    signals = encoder.encode(words, [2] + [1] * 4999)
    assert signals.names.shape == (5000, len(encoder.names))
    assert signals.arc_head.shape[0] == signals.meaning.shape[0] == 5000
    assert np.isfinite(signals.meaning).all()


def test_a_word_is_read_alike_wherever_its_window_is_cut(encoder: Encoder) -> None:
    long = encoder.encode(SENTENCE * 60, [2] + [1] * (60 * len(SENTENCE) - 1))
    said = SENTENCE.index("said")
    assert all(long.anchor[n * len(SENTENCE) + said] > encoder.anchor_threshold for n in range(60))


def test_parts_outside_the_text_are_told(encoder: Encoder) -> None:
    signals = encoder.encode(["Officials", "said", "no", "."], [2, 1, 1, 0])
    scores, columns = encoder.label_parts(signals, np.array([1]))
    assert scores.shape == (1, 7, len(encoder.parts))
    assert columns.tolist() == [[-1, -1, 0, 1, 2, 3, -1]]
