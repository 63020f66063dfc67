"""What the encoder is told of words."""

from itertools import pairwise

import pytest

from whence.language.english.component import shipped_model
from whence.language.english.encoder import Encoder
from whence.language.english.features import GAPS, MAX_PIECES, QUOTES, SHAPES, gap_of, quote_states, shape_of, to_pieces


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("town", "lower"),
        ("Town", "title"),
        ("TOWN", "upper"),
        ("McTown", "mixed"),
        ("SevEr", "mixed"),
        ("12th", "digit"),
        ("—", "mark"),
        ("A", "initial"),
        ("ا", "other"),
    ],
)
def test_shape_names_the_capitals(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape


@pytest.mark.parametrize(
    ("space", "gap"), [("", "none"), (" ", "space"), ("\u00a0", "space"), ("\n", "newline"), (" \n\n ", "newline")]
)
def test_gap_tells_lines_from_spaces(space: str, gap: str) -> None:
    assert GAPS[gap_of(space)] == gap


def states(words: list[str], gaps: list[int]) -> list[str]:
    return [QUOTES[state] for state in quote_states(words, gaps)]


def test_straight_marks_open_after_a_space_and_close_after_a_word() -> None:
    found = states(['"', "No", ",", '"', "she", "said"], [2, 0, 0, 0, 1, 1])
    assert found == ["opening", "inside", "inside", "closing", "outside", "outside"]


def test_a_paragraph_ends_what_was_left_open() -> None:
    found = states(["“", "No", "“", "Yes", "”", "he"], [2, 0, 2, 0, 0, 1])
    assert found == ["opening", "inside", "opening", "inside", "closing", "outside"]


def test_every_word_has_a_piece_and_none_more_than_the_limit() -> None:
    tokenizer = Encoder(shipped_model()).tokenizer
    words = ["town", "\u200b", "x" * 400, "🜁"]
    pieces = to_pieces(words, [2, 1, 1, 1], tokenizer)
    bounds = [*pieces.first.tolist(), len(pieces.ids)]
    counts = [end - start for start, end in pairwise(bounds)]
    assert len(counts) == len(words)
    assert all(1 <= count <= MAX_PIECES for count in counts)
    assert pieces.codes.shape == (len(pieces.ids), 4)
