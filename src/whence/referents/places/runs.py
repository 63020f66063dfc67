"""Runs of words that may be place names: what the engine took for one, and every other run of capitalised words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc, Token

from whence.referents.places.words import PlaceWords

MOST_JOINTS = 3
"""Small words in a row within a name: "Stratford-upon-Avon"."""

PLACES = frozenset({"LOC", "GPE", "FAC"})
"""Labels of places, ours and those of other pipelines."""

BREAKS = frozenset({",", "/", "(", ")", "—", "–", ";"})


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `start` up to `end`; `by_engine` if the engine took them for a place."""

    start: int
    end: int
    by_engine: bool


def looks_like_name(token: Token) -> bool:
    """Tell whether a word begins with a capital letter."""
    return token.text[:1].isupper() and not token.is_punct


def propose(doc: Doc, words: PlaceWords) -> list[Run]:
    """Return the runs of `doc` in the order of the text."""
    found: list[Run] = []
    taken = np.zeros(len(doc), dtype=bool)
    for entity in doc.ents:
        if entity.label_ in PLACES:
            for piece in _pieces(doc, entity.start, entity.end):
                start, end = _trim(doc, *piece, words)
                if start < end:
                    found.append(Run(start, end, by_engine=True))
                    taken[start:end] = True
    at = 0
    while at < len(doc):
        if taken[at] or not looks_like_name(doc[at]):
            at += 1
            continue
        end = at + 1
        while end < len(doc) and not taken[end]:
            step = _goes_on(doc, end, words)
            if not step or taken[end : end + step].any():
                break
            end += step
        found.append(Run(at, end, by_engine=False))
        at = end
    return sorted(found, key=_start)


def _goes_on(doc: Doc, at: int, words: PlaceWords) -> int:
    """Return how many words at token `at` belong to the run before them."""
    stop = doc[at].text == "." and doc[at].idx == doc[at - 1].idx + len(doc[at - 1])
    if looks_like_name(doc[at]) or stop:
        return 1
    step = 0
    while step < MOST_JOINTS and at + step < len(doc) and doc[at + step].lower_ in words.joints:
        step += 1
    return step + 1 if step and at + step < len(doc) and looks_like_name(doc[at + step]) else 0


def _start(run: Run) -> int:
    return run.start


def _pieces(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split "Alexandria, La." at its commas."""
    at = start
    for i in range(start, end + 1):
        if i == end or doc[i].text in BREAKS or doc[i].is_space:
            if at < i:
                yield at, i
            at = i + 1


def _trim(doc: Doc, start: int, end: int, words: PlaceWords) -> tuple[int, int]:
    """Cut articles, punctuation and possessives off both ends; the full stop of "La." stays."""
    while start < end and (doc[start].is_punct or doc[start].is_space or doc[start].lower_ in words.articles):
        start += 1
    while start < end and (doc[end - 1].lower_ in words.possessives or (doc[end - 1].is_punct and doc[end - 1].text != ".")):
        end -= 1
    return start, end
