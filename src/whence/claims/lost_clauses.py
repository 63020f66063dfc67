"""Clauses of which the engine marked a part alone, or which it gave to the wrong one of two reporting words.

Enters: drafts that `mend` has set right otherwise. Leaves: the same drafts, in the same order. "At" of "At least twelve were hurt,
a doctor told the paper" is taken for the whole clause; the clause behind "reported, citing a letter, that …" is what was reported,
and the letter what was cited.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from whence.claims.drafts import Draft, cue_verb, datelines, minus, with_reason
from whence.claims.framed import trim
from whence.claims.lexicon import Lexicon
from whence.claims.tree import base, is_finite, lemma, sentences_of, text_of, tokens_in
from whence.records import Span

FEW = 2
"""Words from which what was missed is more than an opening "However,"."""


def find_lost_clauses(doc: Doc, lexicon: Lexicon, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts, each with the whole of the clause that it reports."""
    told = [_with_lead_for_condition(doc, lexicon, draft) for draft in drafts]
    leads = [_with_whole_lead(doc, draft, [other for other in told if other is not draft]) for draft in told]
    clauses = [(draft, clause) for draft in leads if (clause := _clause_behind(doc, lexicon, draft)) is not None]
    return tuple(_parted(doc, clauses, draft, leads) for draft in leads)


def _with_whole_lead(doc: Doc, draft: Draft, others: Sequence[Draft]) -> Draft:
    """Return a draft whose content lies before its frame with the whole clause from the sentence's beginning on.

    A content that is one piece with a verb stays as it is, for the engine knows best where it begins, unless it begins with the
    object of a verb before it.
    """
    if not draft.source or not draft.content:
        return draft
    frame = min(draft.frame)
    begins = next((sent.start for sent in sentences_of(doc) if sent.start <= draft.content[0].start < sent.end), None)
    start = next((line.end for line in datelines(text_of(doc)) if line.start == begins), begins)
    if start is None or max(draft.content).end >= frame.start or start >= frame.start:
        return draft
    lead = Span(start, frame.start)
    whole = len(draft.content) == 1 and _has_verb(doc, draft.content[0]) and not _is_object(doc, draft.content[0])
    missed = minus([lead], draft.content)
    taken = any(lead.overlaps(span) for other in others for span in (*other.frame, *other.content))
    if (
        whole
        or taken
        or not _has_verb(doc, lead)
        or not _is_clause_before(doc, lead)
        or not any(map(_has_words, _cuts(doc, missed)))
    ):
        return draft
    content = trim(text_of(doc), lead)
    return with_reason(replace(draft, content=content), "mended", "the whole clause before it is reported", content)


def _is_object(doc: Doc, content: Span) -> bool:
    """Tell whether a passage begins with the object of a finite verb that stands before it."""
    tokens = tokens_in(doc, [content])
    top = next((token for token in tokens if token.head.i < tokens[0].i), None)
    return top is not None and base(top) == "obj" and is_finite(top.head)


def _is_clause_before(doc: Doc, lead: Span) -> bool:
    """Tell whether a comma parts what is said from who said it."""
    return lead.cut(text_of(doc)).rstrip().endswith(",")


def _cuts(doc: Doc, spans: Sequence[Span]) -> list[str]:
    """Return the words of passages."""
    return [span.cut(text_of(doc)) for span in spans]


def _has_words(words: str) -> bool:
    """Tell whether more than a word and a comma stand there."""
    return len([word for word in words.split() if any(char.isalnum() for char in word)]) >= FEW


def _with_lead_for_condition(doc: Doc, lexicon: Lexicon, draft: Draft) -> Draft:
    """Return a draft whose content is the condition on which somebody spoke, with what was said: the clause before the frame.

    "The road was cut, two drivers told the paper on condition that they not be named" tells of the road.
    """
    if not draft.source or not draft.cue or len(draft.content) != 1:
        return draft
    condition, frame = draft.content[0], min(draft.frame)
    sentence = next((sent for sent in doc.sents if sent.start_char <= frame.start < sent.end_char), None)
    if sentence is None or condition.start < frame.end:
        return draft
    matches = (match for pattern in lexicon.unnamed.patterns for match in pattern.finditer(sentence.text))
    shift = sentence.start_char
    if not any(Span(shift + match.start(), shift + match.end()).covers(condition) for match in matches if match.group()):
        return draft
    lead = Span(sentence.start_char, frame.start) if frame.start > sentence.start_char else None
    if lead is None or not lead.cut(text_of(doc)).rstrip().endswith(",") or not _has_verb(doc, lead):
        return draft
    whole = trim(text_of(doc), lead)
    return with_reason(replace(draft, content=whole), "mended", "what stands behind it is the condition of speaking", (condition,))


def _has_verb(doc: Doc, span: Span) -> bool:
    """Tell whether a finite verb stands in a passage."""
    return any(is_finite(token) for token in tokens_in(doc, [span]))


def _parted(doc: Doc, clauses: Sequence[tuple[Draft, Span]], draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Return a draft with the clause that stands behind "…, citing X, that", or without it if its cue is "citing"."""
    for citing, clause in clauses:
        reporting = _reporting(doc, citing, drafts)
        if reporting is None:
            continue
        if draft is citing:
            kept = tuple(span for span in citing.content if not span.overlaps(clause))
            return with_reason(replace(draft, content=kept), "mended", "what is cited ends before the clause", (clause,))
        if draft is reporting:
            return with_reason(
                replace(draft, content=(clause,)), "mended", "the clause behind what is cited is reported", (clause,)
            )
    return draft


def _clause_behind(doc: Doc, lexicon: Lexicon, draft: Draft) -> Span | None:
    """Return the clause with "that" behind what a draft cites, up to the end of its sentence, None where there is none."""
    verb = cue_verb(doc, draft)
    if verb is None or lemma(verb) not in lexicon.frames.citing or len(draft.content) < len(("cited", "clause")):
        return None
    that = next((token for token in tokens_in(doc, draft.content[1:]) if token.lower_ == "that"), None)
    if that is None or that.sent.start != verb.sent.start:
        return None
    end = that.sent.end_char
    return next(iter(trim(text_of(doc), Span(that.idx, end), " \n\t,;:—–-.")), None)


def _reporting(doc: Doc, citing: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the draft of the reporting word before "citing", of the same source and with its content behind it."""
    verb = cue_verb(doc, citing)
    same = [draft for draft in drafts if draft is not citing and draft.source == citing.source and draft.cue]
    before = [draft for draft in same if verb is not None and draft.cue[-1].end <= verb.idx]
    return before[-1] if before and all(span.start > before[-1].cue[-1].end for span in before[-1].content) else None
