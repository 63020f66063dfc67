"""What is done by speaking: to demand, accuse, refuse or deny is an event itself, whatever is said by it.

Enters: the statements of a report and the mentions of events. Leaves: for each such word that reports a statement, what tells of
the deed, on the word of whoever tells of it: the chain without the speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from whence.claims.drafts import joined
from whence.claims.events.clauses import Clause
from whence.claims.events.lexicon import Form
from whence.claims.events.mentions import Mention
from whence.claims.tree import text_of, tokens_in
from whence.records import Attribution, Claim, CueGrade, EventType, Quotation, Reason

SPOKEN = frozenset({EventType.STATEMENT, EventType.DENIAL})
"""Types of events that are done by speaking."""

WORDS = SPOKEN | {EventType.ASSESSMENT, EventType.NEGOTIATION}
"""Types of events that words can do: their triggers may be cues."""

REPORTED = frozenset({CueGrade.SAID, CueGrade.SUGGESTED, CueGrade.BELIEVED, CueGrade.WARNED, CueGrade.CONFIRMED})
"""Grades of cues by which somebody only tells something."""


def find_deeds(
    doc: Doc, attributions: Sequence[Attribution], statements: Sequence[Claim], mentions: Sequence[Mention]
) -> Iterator[tuple[Claim, Clause]]:
    """Yield what somebody did by speaking, as a statement and its one clause."""
    acts = {mention.head.i: mention for mention in mentions if mention.group.type in SPOKEN}
    seen: set[int] = set()
    for statement in statements:
        head = next((token for token in tokens_in(doc, statement.cue) if token.i in acts and token.i not in seen), None)
        if head is None or statement.grade in REPORTED:
            continue
        seen.add(head.i)
        attribution = attributions[statement.attribution] if statement.attribution is not None else None
        frame = (*attribution.source, *attribution.cue, *attribution.content) if attribution is not None else statement.cue
        passages = tuple(joined(text_of(doc), frame))
        words = frozenset(token.i for token in tokens_in(doc, passages))
        why = Reason("deed", "to say this is an event itself, told by whoever tells of it", statement.cue)
        outer = replace(
            statement,
            passages=passages,
            chain=statement.chain[:-1],
            cue=(),
            grade=None,
            quotation=None,
            attribution=None,
            because=(why,),
        )
        yield outer, Clause(acts[head.i], head, passages, words)


def told_by_nobody(doc: Doc, attributions: Sequence[Attribution], statement: Claim, mentions: Sequence[Mention]) -> Claim:
    """Return a statement as the report's own where what was taken for its cue tells a deed ("workers went on strike").

    Who does such a thing says nothing by it; every other statement is returned as it is.
    """
    if statement.attribution is None or statement.quotation is Quotation.DIRECT or len(statement.chain) > 1:
        return statement
    cue = {token.i for token in tokens_in(doc, statement.cue) if token.pos_ == "VERB"}
    if not any(mention.head.i in cue and mention.form is Form.VERB and mention.group.type not in WORDS for mention in mentions):
        return statement
    attribution = attributions[statement.attribution]
    passages = tuple(joined(text_of(doc), (*attribution.source, *attribution.cue, *attribution.content)))
    why = Reason("own voice", "what was taken for reporting words tells a deed: no source is named", statement.cue)
    return replace(statement, passages=passages, chain=(), cue=(), grade=None, quotation=None, attribution=None, because=(why,))
