"""What the rules on events look at: the document, the words, and what is known of its names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from whence.claims.cast import Cast
from whence.claims.events.lexicon import PLACE, EventLexicon
from whence.claims.tree import lemma, tokens_in
from whence.records import Context, Known, Maybe, Party, TimeExpression, Toponym

TROOPS = "troops"
STANDING_FOR_PLACES = frozenset({"it", "its", "they", "them", "which", "that"})
"""Pronouns that may stand for a place where a place is asked for; who stands for people alone."""

STANDING_FOR_BODIES = frozenset({"it", "we"})
"""Pronouns that stand for bodies rather than for anybody who comes and goes."""

PLACE_NAMES = frozenset({"LOC", "GPE"})

PartyOf = Callable[[str], Maybe[Party]]
"""Tells which party of the context pack some words mean."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One document with its names. `toponyms` and `times` are positions in the reading's lists by the index of a word in them."""

    doc: Doc
    lexicon: EventLexicon
    cast: Cast
    places: tuple[Toponym, ...]
    times: tuple[TimeExpression, ...]
    context: Context | None
    party_of: PartyOf
    toponyms: dict[int, int] = field(default_factory=dict)
    when: dict[int, int] = field(default_factory=dict)

    def is_of(self, token: Token, classes: frozenset[str]) -> bool:
        """Tell whether a noun is of one of these sorts; a place name counts as a place, a party's name as troops."""
        words = {lemma(token), token.lower_}
        if any(not words.isdisjoint(self.lexicon.classes.get(name, ())) for name in classes):
            return True
        if PLACE in classes and (token.i in self.toponyms or token.ent_type_ in PLACE_NAMES or token.lower_ in STANDING_FOR_PLACES):
            return True
        if TROOPS not in classes:
            return False
        return token.lower_ in STANDING_FOR_BODIES or (token.pos_ == "PROPN" and isinstance(self.party_of(token.text), Known))


def set_scene(
    doc: Doc, lexicon: EventLexicon, cast: Cast, *, places: Sequence[Toponym], times: Sequence[TimeExpression],
    context: Context | None, party_of: PartyOf,
) -> Scene:  # fmt: skip
    """Return the scene of one document, its place names and time expressions found by the words in them."""
    toponyms = {token.i: at for at, place in enumerate(places) for token in tokens_in(doc, (place.span,))}
    when = {token.i: at for at, time in enumerate(times) for token in tokens_in(doc, (time.span,))}
    return Scene(doc, lexicon, cast, tuple(places), tuple(times), context, party_of, toponyms, when)
