"""Who takes part in an event: the mention, the fullest name and the party, as far as the report and the context pack tell them.

Enters: a scene and the parts of a clause. Leaves: actors with their reasons.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from whence.claims.cast import Cast
from whence.claims.events.lexicon import load_frames
from whence.claims.events.roles import Part
from whence.claims.events.scene import Scene
from whence.claims.tree import name_behind, phrase, stretch, text_of
from whence.records import Absent, Actor, ActorRole, Known, Maybe, Reason, Source, Span, Undetermined
from whence.referents.contexts.sides import STANDS_FOR


def make_actor(scene: Scene, part: Part, stands_for: Token | None = None) -> Actor:
    """Return somebody who takes part, with the fullest name and the party, as far as they are known.

    `stands_for` is the noun of an earlier sentence for which a pronoun stands where the cast does not settle it.
    """
    text = text_of(scene.doc)
    span = stretch(_words_of(part.noun))
    how = f"“{span.cut(text)}” stands as {part.shown_by}" if part.shown_by in ROLES_SHOWN else f"“{part.shown_by}” stands before it"
    shown = Reason("role", how, (span,))
    name, why = _name(scene.cast, part.noun)
    if stands_for is not None and not isinstance(name, Known):
        before = stretch(_words_of(stands_for))
        detail = f"“{part.noun.text}” is taken for “{before.cut(text)}”, the last doer told of before"
        name, why = Known(before.cut(text)), (Reason("pronoun", detail, (span, before)),)
    whole = Span(span.start, part.noun.head.idx + len(part.noun.head)) if part.shown_by == "modifier" else span
    party = scene.party_of(whole.cut(text))
    if not isinstance(party, Known) and isinstance(name, Known):
        party = scene.party_of(name.value)
    governs = isinstance(party, Known) and any(reason.kind == STANDS_FOR for reason in party.because)
    if governs and part.role is not ActorRole.AGENT:
        party = Absent()
    if isinstance(party, Known):
        name = name if isinstance(name, Known) and part.noun.ent_type_ == "PER" else Known(party.value.name, party.because)
        return Actor(part.role, span, span.cut(text), name, Known(party.value.id, party.because), (shown, *why))
    rest: Maybe[str] = Undetermined(party.because) if isinstance(party, Undetermined) else Absent()
    return Actor(part.role, span, span.cut(text), name, rest, (shown, *why))


def own_to(actor: Actor, chain: Sequence[Source]) -> Actor:
    """Return "its forces" with the party of the source that speaks of them, where the words themselves tell none."""
    first = actor.text.split()[0].lower()
    if isinstance(actor.party, Known) or first not in load_frames().own or not chain or not isinstance(chain[-1].party, Known):
        return actor
    spans = (actor.span, chain[-1].span) if chain[-1].span is not None else (actor.span,)
    detail = f"“{first}” are those of “{chain[-1].text}”, who speaks of them"
    return replace(actor, party=Known(chain[-1].party.value, (Reason("pronoun", detail, spans),)))


def _words_of(noun: Token) -> list[Token]:
    """Return the words of somebody's mention: the noun phrase up to a preposition other than "of", without a possessive ending."""
    words = [word for word in phrase(noun, joined=False, clauses=False) if not word.is_space]
    end = next((at for at, word in enumerate(words) if _opens_adverbial(word, noun)), len(words))
    words = words[:end]
    verb = next((at for at, word in enumerate(words) if word.i > noun.i and word.pos_ == "AUX"), len(words))
    words = words[:verb]
    while len(words) > 1 and words[0].i < noun.i and words[0].pos_ in ("CCONJ", "ADP", "PUNCT") and words[0].lower_ not in KEPT:
        words.pop(0)
    words.extend(name_behind(noun) if words and words[-1].i == noun.i else ())
    while len(words) > 1 and (words[-1].lower_ in ("'s", "’s", "’", "'") or words[-1].is_punct):
        words.pop()
    return words or [noun]


def _opens_adverbial(word: Token, noun: Token) -> bool:
    """Tell whether a preposition behind a noun opens a phrase of its own and not the complement of an adjective."""
    return word.i > noun.i and word.pos_ == "ADP" and word.lower_ != "of" and word.head.head.pos_ != "ADJ"


KEPT = frozenset({"at", "up", "about", "between", "over", "under"})
"""Prepositions that open a number and belong to it: "at least 12 soldiers"."""

ROLES_SHOWN = frozenset({"subject", "object", "possessive", "modifier", "what it describes"})
"""How the tree shows a role without a preposition."""


def _name(cast: Cast, noun: Token) -> tuple[Maybe[str], tuple[Reason, ...]]:
    """Return the fullest name that the report gives somebody, with why a pronoun or description means them."""
    mention = cast.at(noun)
    if mention is None:
        return Absent(), ()
    if mention.figure is None:
        return Undetermined(mention.because), mention.because
    return (Known(mention.figure.name, mention.because) if mention.figure.names else Absent()), mention.because
