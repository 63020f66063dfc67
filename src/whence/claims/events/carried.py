"""Places and doers that a report goes on to speak of without their names: "the city", "its fall", "they".

Enters: the circumstances of all claims in the order of the text. Leaves: for a claim without a place whose event befalls "the city"
or "it", the last place where the report told something to happen, with the words that carry it on; for "they" and "it" as doers the
last doer of their number told of in an earlier sentence. A name in between that is nobody's place carries nothing on: in "the
ministry in Halden said the town had fallen" the town is the one told of before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from whence.claims.events.clauses import Clause
from whence.claims.events.lexicon import load_frames
from whence.claims.events.roles import UNPLACED, Circumstances
from whence.claims.events.scene import Scene
from whence.claims.tree import base, kids, lemma, phrase
from whence.records import ActorRole


def place_words(scene: Scene, clause: Clause, told: Circumstances) -> Iterator[Token]:
    """Yield the words of a clause that stand for a place named before: "the city", "its", where its event has a place."""
    frames = load_frames()
    if clause.mention is None or clause.mention.group.type in UNPLACED:
        return
    suffers = {part.noun.i for part in told.parts if part.role is not ActorRole.AGENT}
    for i in sorted(clause.words):
        token = scene.doc[i]
        where = i in suffers or base(token) not in ("nsubj", "csubj")
        town = lemma(token) in frames.towns and where and _is_definite(token) and not _is_named(scene, token)
        if town or (token.lower_ in frames.pronouns and (i in suffers or token.head.i == clause.head.i)):
            yield token


def _is_definite(noun: Token) -> bool:
    """Tell whether a noun has "the" or "this" before it."""
    return any(child.lower_ in ("the", "this", "that") for child in kids(noun))


def _is_named(scene: Scene, noun: Token) -> bool:
    """Tell whether a place name stands with a noun ("the city of X", "the X district")."""
    return any(word.i in scene.toponyms for word in phrase(noun, joined=False, clauses=False))


def doers_meant(order: Sequence[tuple[Clause, Circumstances]]) -> dict[int, Token]:
    """Return, for each pronoun that does something, by its index, the noun of the last doer that it can stand for."""
    pronouns = load_frames().doers
    found: dict[int, Token] = {}
    last: dict[bool, Token] = {}
    for _, told in order:
        agents = [part.noun for part in told.parts if part.role is ActorRole.AGENT]
        for noun in agents:
            number = pronouns.get(noun.lower_)
            before = last.get(number) if number is not None else None
            if before is not None and before.i < noun.sent.start:
                found[noun.i] = before
        for noun in agents:
            if noun.pos_ in ("NOUN", "PROPN"):
                last[noun.tag_ in ("NNS", "NNPS")] = noun
    return found


def carry_on(scene: Scene, order: Sequence[tuple[Clause, Circumstances]]) -> list[tuple[int | None, Token | None]]:
    """Return, for each clause in the order of the text, the place carried on to it and the word that does so, None for none."""
    last: int | None = None
    found: list[tuple[int | None, Token | None]] = []
    for clause, told in order:
        if told.places:
            last = told.places[0]
            found.append((None, None))
            continue
        word = next(place_words(scene, clause, told), None)
        before = last if last is not None and word is not None and scene.places[last].span.start < word.idx else None
        found.append((before, word if before is not None else None))
    return found
