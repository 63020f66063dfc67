"""Who speaks in quotation marks, where the engine left a quotation without a speaker or cut it short.

Enters: the quoted passages, a Doc and the drafts so far. Leaves: drafts whose content holds whole quotations, and new drafts for
quotations with a speaker beside them, or whose speaker goes on from before. Scare quotes and titles stay what they are: no
quotations.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from whence.claims.drafts import Draft, joined, minus, shared, with_reason
from whence.claims.framed import cue_span, spans_of
from whence.claims.lexicon import Lexicon
from whence.claims.quotes import WORD_LIMIT, Quoted
from whence.claims.tree import (
    NOMINAL,
    SUBJECTS,
    acting_subject,
    has_tree,
    head_of,
    is_finite,
    lemma,
    phrase,
    span_of,
    stretch,
    subject_of,
    text_of,
    tokens_in,
)
from whence.records import Reason, Span

COVERED = 0.25
"""A draft that holds this share of a quotation holds it whole, when its cue stands outside. Not swept."""

REACH_AFTER, REACH_BEFORE = 8, 16
"""How many words from a quotation its reporting verb may stand, behind and before it. Not swept."""

SMALL_WORD = 3
"""Words of a title up to so many letters may be uncapitalised ("of", "the")."""

STOPS = frozenset(".!?;")

CLIMB = 3
"""How many words may stand in the tree between a quotation and the verb that it depends on. Not swept."""


def is_quotation(doc: Doc, quoted: Quoted) -> bool:
    """Tell whether a quoted passage can be somebody's words: no scare quotes, no title of a work."""
    text = quoted.inner.cut(text_of(doc))
    words = [word for word in text.split() if any(char.isalpha() for char in word)]
    if not words:
        return False
    if (
        len(words) > 1
        and text[-1] not in ".,!?…"
        and all(word.strip("’'-:,(")[:1].isupper() for word in words if len(word) > SMALL_WORD)
    ):
        return False
    if doc.has_annotation("TAG") and any(is_finite(token) for token in tokens_in(doc, [quoted.inner])):
        return len(words) > 1
    return len(words) > WORD_LIMIT


def give_speakers(doc: Doc, lexicon: Lexicon, quotes: Sequence[Quoted], drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts with every quotation made whole, followed by those for quotations that had no draft."""
    kept = list(drafts)
    holders: dict[int, int] = {}
    for at, quoted in enumerate(quotes):
        if quoted.depth:
            continue
        holder = _holder(quoted, kept)
        if holder is not None:
            kept[holder] = _whole(doc, quoted, kept[holder])
            holders[at] = holder
            if kept[holder].source or kept[holder].cue:
                continue
        before = holders.get(quoted.continues) if quoted.continues is not None else None
        if before is not None and holder is None:
            kept[before] = _gain(
                doc, kept[before], quoted, "the paragraph before leaves its quotation open and this one opens it anew"
            )
            holders[at] = before
            continue
        if not is_quotation(doc, quoted):
            continue
        made = (
            _beside(doc, lexicon, quoted, quotes)
            or _governed(doc, lexicon, quoted)
            or _carried(doc, quoted, quotes, at, drafts=kept, holders=holders)
        )
        if made is None:
            continue
        if isinstance(made, int):
            if holder is None:
                kept[made] = _gain(
                    doc, kept[made], quoted, "the quotation goes on in the same paragraph after its speaker is named"
                )
                holders[at] = made
            else:
                kept[holder] = replace(kept[holder], follows=made, because=(*kept[holder].because, _goes_on(quoted)))
        elif holder is None:
            kept.append(made)
            holders[at] = len(kept) - 1
        else:
            kept[holder] = replace(
                kept[holder], source=made.source, cue=made.cue, follows=made.follows, because=(*kept[holder].because, *made.because)
            )
    return tuple(kept)


def _goes_on(quoted: Quoted) -> Reason:
    """Return the reason for a speaker carried on."""
    return Reason("speaker carried on", "the quotation follows another by the same speaker and names nobody itself", (quoted.span,))


def _holder(quoted: Quoted, drafts: Sequence[Draft]) -> int | None:
    """Return the draft whose content holds most of the quotation, and enough of it."""
    best, most = None, COVERED * len(quoted.inner)
    for at, draft in enumerate(drafts):
        if any(quoted.span.covers(cue) for cue in draft.cue):
            continue
        held = shared(draft.content, [quoted.inner])
        if held > most:
            best, most = at, held
    return best


def _whole(doc: Doc, quoted: Quoted, draft: Draft) -> Draft:
    """Return the draft with the whole quotation in its content, marks included."""
    if any(span.covers(quoted.span) for span in draft.content) or any(quoted.span.overlaps(span) for span in draft.frame):
        return draft
    grown = replace(draft, content=joined(text_of(doc), (*draft.content, quoted.span)))
    return with_reason(grown, "quotation", "a quotation is one person's words from mark to mark", (quoted.span,))


def _gain(doc: Doc, draft: Draft, quoted: Quoted, detail: str) -> Draft:
    """Return the draft with one more quotation in its content."""
    grown = replace(draft, content=joined(text_of(doc), (*draft.content, quoted.span)))
    return with_reason(grown, "speaker carried on", detail, (quoted.span,))


def _beside(doc: Doc, lexicon: Lexicon, quoted: Quoted, quotes: Sequence[Quoted]) -> Draft | None:
    """Return a draft from the reporting words right behind or before the quotation, or on the line that introduces it."""
    outside = [other.span for other in quotes if other.depth == 0]
    for verb in (_verb_behind(doc, lexicon, quoted, outside), _verb_before(doc, lexicon, quoted, outside)):
        if verb is None:
            continue
        speaker = _speaker(verb, outside)
        if speaker:
            cue, source = cue_span(verb), stretch(speaker)
            if cue.overlaps(source) or quoted.span.overlaps(source):
                continue
            reason = Reason("quotation", f"“{verb.text}” beside the quotation tells who speaks", (cue, source))
            return Draft((source,), (cue,), (quoted.span,), (reason,))
    return None


def _governed(doc: Doc, lexicon: Lexicon, quoted: Quoted) -> Draft | None:
    """Return a draft from the verb on which the quotation depends, with other words between: "called for “a pause of ten days”"."""
    head = head_of(tokens_in(doc, [quoted.inner])) if has_tree(doc) else None
    if head is None or head.head.i == head.i:
        return None
    top, at = head, head.head
    for _ in range(CLIMB):
        if at.pos_ == "VERB" or at.head.i == at.i:
            break
        top, at = at, at.head
    if at.pos_ != "VERB" or lemma(at) not in lexicon.grades or top.dep_ in SUBJECTS or quoted.span.covers(span_of(at)):
        return None
    speaker = acting_subject(at)
    if speaker is None or speaker.pos_ not in NOMINAL or quoted.span.covers(span_of(speaker)):
        return None
    cue, source = cue_span(at), stretch(phrase(speaker))
    content = minus(joined(text_of(doc), (*spans_of(top.subtree), quoted.span)), (cue, source))
    reason = Reason("quotation", f"the quotation depends on “{at.text}”", (cue, source))
    return Draft((source,), (cue,), content, (reason,))


def _is_reporting(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether `token` is a verb that reports words."""
    return token.pos_ in ("VERB", "") and lemma(token) in lexicon.speech


def _verb_behind(doc: Doc, lexicon: Lexicon, quoted: Quoted, outside: Sequence[Span]) -> Token | None:
    """Return the reporting verb of `“…,” she said` or `“…,” said the mayor`."""
    if not quoted.closed or quoted.inner.cut(text_of(doc))[-1] == "." or quoted.span.end >= quoted.paragraph.end:
        return None
    words = 0
    for token in tokens_in(doc, [Span(quoted.span.end, quoted.paragraph.end)]):
        if token.idx < quoted.span.end:
            continue
        if token.text in STOPS or any(span.covers(span_of(token)) for span in outside) or words > REACH_AFTER:
            return None
        if _is_reporting(token, lexicon):
            return token
        if token.pos_ in ("VERB", "SCONJ", "CCONJ"):
            return None
        words += not token.is_punct
    return None


def _verb_before(doc: Doc, lexicon: Lexicon, quoted: Quoted, outside: Sequence[Span]) -> Token | None:
    """Return the reporting verb of `She said: “…”`, on the line above too when that ends in a colon."""
    lead = text_of(doc)[: quoted.span.start].rstrip()
    if not lead or (lead[-1] not in ",:" and not lead.lower().endswith((" that", " as"))):
        adjacent = tokens_in(doc, [Span(max(0, len(lead) - 1), len(lead))]) if lead else []
        if not adjacent or quoted.span.start == quoted.paragraph.start or not _is_reporting(adjacent[0], lexicon):
            return None
    if quoted.span.start == quoted.paragraph.start and lead[-1] != ":":
        return None
    words = 0
    for token in reversed(tokens_in(doc, [Span(max(0, len(lead) - 200), len(lead))])):
        if token.text in STOPS or words > REACH_BEFORE or any(span.covers(span_of(token)) for span in outside):
            return None
        if _is_reporting(token, lexicon):
            return token
        words += not token.is_punct
    return None


def _speaker(verb: Token, outside: Sequence[Span]) -> list[Token]:
    """Return the words that name who says `verb`: its subject in the tree, else the noun phrase beside it."""
    if has_tree(verb.doc):
        subject = subject_of(verb) or acting_subject(verb)
        if subject is not None and subject.pos_ in ("NOUN", "PROPN", "PRON", "DET", "NUM"):
            return [token for token in phrase(subject) if not any(span.covers(span_of(token)) for span in outside)]
    behind = _noun_run(verb, 1)
    return behind or _noun_run(verb, -1)


def _noun_run(verb: Token, step: int) -> list[Token]:
    """Return the nouns with their articles and adjectives right beside `verb`, on one side of it."""
    doc, run, at = verb.doc, [], verb.i + step
    while (
        0 <= at < len(doc) and doc[at].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART") and "\n" not in doc[at].text
    ):
        run.append(doc[at])
        at += step
    run.sort(key=_place)
    return run if any(token.pos_ in ("NOUN", "PROPN", "PRON") for token in run) else []


def _place(token: Token) -> int:
    """Return where the token stands."""
    return token.i


def _carried(
    doc: Doc, quoted: Quoted, quotes: Sequence[Quoted], at: int, *, drafts: Sequence[Draft], holders: dict[int, int]
) -> Draft | int | None:
    """Return the draft that a quotation without reporting words goes on from, or a new draft that follows it.

    In the paragraph of the quotation before, with no sentence of the report's own between, it is the same draft; a paragraph that
    is nothing but a quotation follows the one before it when that ended with, or was, the same person's quotation.
    """
    previous = next((i for i in range(at - 1, -1, -1) if quotes[i].depth == 0 and i in holders), None)
    if previous is None:
        return None
    before, holder = quotes[previous], holders[previous]
    if before.paragraph == quoted.paragraph:
        starts = text_of(doc)[: quoted.span.start].rstrip()[-1:] in '.!?,;”"’'
        return holder if starts and _letters(doc, before.span.end, quoted.span.start, drafts[holder]) <= SLACK else None
    if _letters(doc, before.span.end, before.paragraph.end, drafts[holder]) > SLACK:
        return None
    alone = not any(
        char.isalnum()
        for char in text_of(doc)[quoted.paragraph.start : quoted.span.start] + text_of(doc)[quoted.span.end : quoted.paragraph.end]
    )
    blank = not text_of(doc)[before.paragraph.end : quoted.paragraph.start].strip()
    if alone and blank:
        return Draft((), (), (quoted.span,), (_goes_on(quoted),), holder)
    return None


def _letters(doc: Doc, start: int, end: int, draft: Draft) -> int:
    """Return how many letters stand between two places that belong neither to the draft's source nor to its cue."""
    if start >= end:
        return 0
    between = Span(start, end)
    return sum(char.isalnum() for char in between.cut(text_of(doc))) - shared(draft.frame, [between])


SLACK = 40
"""How many letters besides source and cue may stand between two quotations of one speaker ("on Monday"). Not swept."""
