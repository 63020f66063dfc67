"""Who says what in one report, on whose word: the door of this room.

Enters: the engine's Doc of a report's text and the report. Leaves: its attributions and its claims, each with reasons.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Doc

from whence.claims.chains import build_chains
from whence.claims.comments import without_comments
from whence.claims.drafts import Draft, cue_verb, from_engine
from whence.claims.framed import framed
from whence.claims.lexicon import Lexicon, load_lexicon
from whence.claims.mend import mend
from whence.claims.quotes import Quoted, find_quotes
from whence.claims.referring import gather
from whence.claims.sources import Ground
from whence.claims.speakers import give_speakers, is_quotation
from whence.claims.statements import make_claims
from whence.claims.tree import agent_of, antecedent, head_of, lemma, owner_of, span_of, tokens_in
from whence.errors import DocumentMismatch
from whence.records import Attribution, Claim, Reason, Report, value_or_none

RULES = ("attributions", "1")
"""The name and version of this room's rules, for the run record."""


class Attributed(NamedTuple):
    """What a report attributes, and what it states: `Claim.attribution` points into `attributions`."""

    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]


def attribute(doc: Doc, report: Report, *, language: str = "en") -> Attributed:
    """Return the attributions of `report` and its statements, a claim each, from the engine's `doc` of its text.

    Raises:
        DocumentMismatch: if `doc` is of another text.
        LexiconError: if `language` has no word lists.
    """
    return attribute_on_ground(doc, report, language=language)[0]


def attribute_on_ground(doc: Doc, report: Report, *, language: str = "en") -> tuple[Attributed, Ground]:
    """Return what `attribute` does, and the ground it rests on: the words and the cast.

    Raises:
        DocumentMismatch: if `doc` is of another text.
        LexiconError: if `language` has no word lists.
    """
    if doc.text != report.text:
        raise DocumentMismatch(report.id)
    lexicon = load_lexicon(language)
    quotes = find_quotes(report.text)
    ground, drafts = lay_ground(doc, lexicon, quotes, outlet=value_or_none(report.outlet))
    claims = make_claims(ground, drafts, build_chains(ground, drafts), quotes)
    attributions = tuple(Attribution(draft.source, draft.cue, draft.content, draft.because) for draft in drafts)
    return Attributed(attributions, claims), ground


def lay_ground(
    doc: Doc, lexicon: Lexicon, quotes: tuple[Quoted, ...], *, outlet: str | None = None
) -> tuple[Ground, tuple[Draft, ...]]:
    """Return what sources are made from, the cast among it, and all attributions of `doc` in the order of the text."""
    drafts = in_order(find_drafts(doc, lexicon, quotes))
    outer = tuple(quoted.span for quoted in quotes if quoted.depth == 0)
    contents = tuple(span for draft in drafts for span in draft.content)
    sources = [tokens_in(doc, draft.source) for draft in drafts if draft.source]
    speakers = _speakers(doc, drafts)
    cast = gather(doc, lexicon, quotes=outer, contents=contents, speakers=speakers, sources=sources, outlet=outlet)
    return Ground(doc, lexicon, cast, outer), drafts


def find_drafts(doc: Doc, lexicon: Lexicon, quotes: tuple[Quoted, ...]) -> tuple[Draft, ...]:
    """Return all attributions of `doc`: the engine's, completed and with their quotations made whole, and those that rules add."""
    marked = [draft for draft in from_engine(doc) if draft.source or not _has_agent(doc, lexicon, draft)]
    found = list(mend(doc, lexicon, quotes, marked))
    found.extend(framed(doc, lexicon, found))
    outer = tuple(quoted.span for quoted in quotes if quoted.depth == 0)
    spoken = list(give_speakers(doc, lexicon, quotes, without_comments(doc, lexicon, outer, found)))
    for quoted in quotes:
        held = any(span.overlaps(quoted.inner) for draft in spoken for span in draft.content)
        if quoted.depth == 0 and not held and is_quotation(doc, quoted):
            spoken.append(
                Draft(
                    (),
                    (),
                    (quoted.span,),
                    (Reason("quotation", "a quotation whose speaker the report does not tell", (quoted.span,)),),
                )
            )
    return tuple(spoken)


def _has_agent(doc: Doc, lexicon: Lexicon, draft: Draft) -> bool:
    """Tell whether a draft takes the imagery of "confirmed by imagery" for what is said: the frame's rule reads it right."""
    verb = cue_verb(doc, draft)
    passive = lexicon.frames.passive | lexicon.frames.corroborating
    agent = agent_of(verb) if verb is not None and lemma(verb) in passive else None
    return agent is not None and any(span.covers(span_of(agent)) for span in draft.content)


def in_order(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Return `drafts` in the order of the text, without those that neither name anybody nor quote."""
    numbered = sorted((draft.span, draft.content, at) for at, draft in enumerate(drafts) if _says_who(draft))
    place = {at: new for new, (_, _, at) in enumerate(numbered)}
    return tuple(replace(drafts[at], follows=place.get(_followed(drafts[at]))) for _, _, at in numbered)


def _says_who(draft: Draft) -> bool:
    """Tell whether a draft has a frame, goes on from another, or is a quotation whose speaker is missing."""
    return bool(draft.frame) or draft.follows is not None or any(reason.kind == "quotation" for reason in draft.because)


def _followed(draft: Draft) -> int:
    """Return the position of the draft that this one goes on from, -1 for none."""
    return -1 if draft.follows is None else draft.follows


def _speakers(doc: Doc, drafts: tuple[Draft, ...]) -> frozenset[int]:
    """Return the indices of the words that name sources: the heads, what relative pronouns stand for, and whose words they are."""
    found: set[int] = set()
    for draft in drafts:
        head = head_of(tokens_in(doc, draft.source))
        if head is None:
            continue
        noun = antecedent(head) or head
        owner = owner_of(noun)
        found.update(token.i for token in (head, noun, owner) if token is not None)
    return frozenset(found)
