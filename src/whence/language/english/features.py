"""What the encoder is told of each word beside its lower-cased pieces.

Enters: the words of a text and the white space before each. Leaves: word pieces and four small codes a piece. The vocabulary is
lower-cased, so the shape of a word is a code of its own; so is where it stands to quotation marks, which a model that sees a
window at a time cannot count. Training and reading share this file: a change here needs a new model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

SHAPES = ("lower", "title", "upper", "mixed", "digit", "mark", "initial", "other")
GAPS = ("none", "space", "newline")
NEWLINE = GAPS.index("newline")
QUOTES = ("outside", "inside", "opening", "closing")

MAX_PIECES = 12
"""Pieces kept of one word: an address of a hundred pieces says no more than its beginning."""

KEPT = 1 << 16
"""Words whose shape and pieces are remembered from text to text."""

_STRAIGHT = '"'
_OPENING = "“«„"
_CLOSING = "”»"


@lru_cache(KEPT)
def shape_of(word: str) -> int:
    """Return the index into SHAPES of one word."""
    if any(character.isdigit() for character in word):
        return 4
    if not any(character.isalpha() for character in word):
        return 5
    if word.islower():
        return 0
    if word.isupper():
        return 6 if sum(character.isalpha() for character in word) == 1 else 2
    if word[0].isupper() and word[1:].islower():
        return 1
    return 3 if any(character.isupper() for character in word) else 7


def gap_of(space: str) -> int:
    """Return the index into GAPS of the white space before a word."""
    if "\n" in space:
        return 2
    return 1 if space else 0


def quote_states(words: Sequence[str], gaps: Sequence[int]) -> list[int]:
    """Return for each word an index into QUOTES.

    Straight marks open after white space or a bracket and close elsewhere. A newline ends what was left open, as a quotation that
    goes on opens anew in the next paragraph.
    """
    states = []
    inside = False
    for position, word in enumerate(words):
        if gaps[position] == NEWLINE:
            inside = False
        after_space = gaps[position] != 0 or position == 0 or words[position - 1] in "([—–-"
        if word in {"``", "''"}:
            opens = word == "``"
        elif word == _STRAIGHT:
            opens = not inside if after_space else False
        else:
            opens = word in _OPENING
        if opens:
            inside = True
            states.append(2)
        elif word == _STRAIGHT or word in _CLOSING or word == "''":
            states.append(3)
            inside = False
        else:
            states.append(1 if inside else 0)
    return states


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text as the encoder takes it: `ids` and `codes` a piece, `first` a word.

    `ids` [P] int64 word-piece ids without the special ones; `codes` [P, 4] int64 of shape, gap, quote and whether the piece
    continues a word; `first` [W] int64 the position of each word's first piece.
    """

    ids: NDArray[np.int64]
    codes: NDArray[np.int64]
    first: NDArray[np.int64]


def special_id(tokenizer: Tokenizer, piece: str) -> int:
    """Return the id of one of the vocabulary's own marks.

    Raises:
        KeyError: if the vocabulary has no such piece: it is not this model's.

    """
    found: int | None = tokenizer.token_to_id(piece)
    if found is None:
        raise KeyError(piece)
    return found


@lru_cache(KEPT)
def pieces_of(word: str, tokenizer: Tokenizer) -> tuple[int, ...]:
    """Return the pieces of one word, at least one and at most MAX_PIECES."""
    pieces = tokenizer.encode(word, add_special_tokens=False).ids[:MAX_PIECES]
    return tuple(pieces) or (special_id(tokenizer, "[UNK]"),)


def to_pieces(words: Sequence[str], gaps: Sequence[int], tokenizer: Tokenizer) -> Pieces:
    """Cut words into pieces."""
    quotes = quote_states(words, gaps)
    ids: list[int] = []
    codes: list[tuple[int, int, int, int]] = []
    first: list[int] = []
    for position, word in enumerate(words):
        pieces = pieces_of(word, tokenizer)
        first.append(len(ids))
        ids.extend(pieces)
        shape = shape_of(word)
        codes.append((shape, gaps[position], quotes[position], 0))
        codes.extend([(shape, gaps[position], quotes[position], 1)] * (len(pieces) - 1))
    return Pieces(
        ids=np.asarray(ids, dtype=np.int64),
        codes=np.asarray(codes, dtype=np.int64).reshape(-1, 4),
        first=np.asarray(first, dtype=np.int64),
    )
