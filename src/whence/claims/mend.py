"""What the engine marked, set right by the tree and the quotation marks.

Enters: the engine's drafts. Leaves: the same drafts, in the same order, with a source where the tree shows one, without stray
passages of another sentence, without the report's own gloss behind a quotation, with the subject of a clause that the frame
splits. Each change leaves its reason; a draft that nothing speaks against stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from whence.claims.conjoined import misread, whole_phrase
from whence.claims.drafts import Draft, cue_verb, datelines, joined, minus, shared, with_reason
from whence.claims.framed import trim
from whence.claims.kinds import sort_of_noun
from whence.claims.lexicon import Lexicon
from whence.claims.lost_clauses import find_lost_clauses
from whence.claims.quotes import Quoted
from whence.claims.tree import (
    NOMINAL,
    acting_subject,
    agent_of,
    base,
    has_tree,
    head_of,
    is_passive,
    kids,
    lemma,
    phrase,
    sentences_of,
    span_of,
    stretch,
    subject_of,
    text_of,
    tokens_in,
)
from whence.records import Span, envelope

REACH = 3
"""How many words the engine may have cut off at the end of a passage. Not swept."""


def mend(doc: Doc, lexicon: Lexicon, quotes: Sequence[Quoted], drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the engine's drafts, set right where the tree or the quotation marks speak against them."""
    mended = []
    lines = datelines(text_of(doc))
    for draft in drafts:
        verb = cue_verb(doc, draft)
        better = without_dateline(doc, lines, draft)
        better = without_strays(doc, better, [other for other in drafts if other is not draft])
        better = without_gloss(doc, lexicon, quotes, better)
        if has_tree(doc):
            if verb is not None:
                better = with_source(lexicon, better, verb)
                better = with_own_subject(doc, lexicon, better, verb)
            better = without_loose_pronoun(doc, lexicon, better)
            better = with_whole_source(doc, better)
            better = with_joined_source(doc, lexicon, better)
            better = with_split_subject(doc, better)
            better = with_whole_end(doc, better, drafts)
        better = without_dateline(doc, lines, better)
        if better.content:
            mended.append(better)
    parted = part_siblings(doc, mended)
    return find_lost_clauses(doc, lexicon, parted) if has_tree(doc) else parted


def without_dateline(doc: Doc, lines: Sequence[Span], draft: Draft) -> Draft:
    """Return the draft without a wire report's dateline in any of its passages."""
    if not any(line.overlaps(draft.span) for line in lines):
        return draft
    parts = [tuple(part for span in minus(spans, lines) for part in trim(text_of(doc), span)) for spans in _roles(draft)]
    return replace(draft, source=parts[0], cue=parts[1], content=parts[2])


def _roles(draft: Draft) -> tuple[tuple[Span, ...], ...]:
    """Return source, cue and content."""
    return draft.source, draft.cue, draft.content


def without_strays(doc: Doc, draft: Draft, others: Sequence[Draft]) -> Draft:
    """Return the draft without passages of sentences in which neither its source nor its cue stands.

    A quotation in another sentence may stay, in the paragraph of the frame, unless a draft holds it whose frame stands nearer. A
    passage that runs on into the next paragraph without a quotation is cut at the end of its own.
    """
    text = text_of(doc)
    pieces = [piece for span in draft.content for piece in _by_paragraph(text, span)]
    if not draft.cue:
        return draft
    frame = envelope(draft.frame)
    around = [sent for sent in sentences_of(doc) if sent.overlaps(frame)]
    home = [sent for sent in around if any(_in(sent.start, sent.end, span) for span in draft.frame)]
    near = [span for span in pieces if _is_near(text, span, frame, home)]
    kept = list(near)
    for span in pieces:
        if span in near or (near and not any(mark in span.cut(text) for mark in '“”"‘’«»„')):
            continue
        if not any(
            shared(other.content, [span]) and other.frame and _nearer(text, envelope(other.frame), frame, span) for other in others
        ):
            kept.append(span)
    if sorted(kept) == sorted(pieces):
        return draft
    left = tuple(sorted(kept))
    return with_reason(
        replace(draft, content=left), "mended", "a passage of another sentence is left out", minus(draft.content, left)
    )


def _by_paragraph(text: str, span: Span) -> list[Span]:
    """Return a passage cut at line breaks."""
    return [
        Span(span.start + found.start(), span.start + found.end())
        for found in re.finditer(r"[^\n\s](?:[^\n]*[^\n\s])?", span.cut(text))
    ]


def _is_near(text: str, span: Span, frame: Span, home: Sequence[Span]) -> bool:
    """Tell whether a passage stands in the paragraph of the frame and in one of its sentences, or right beside the frame."""
    beside = _gap(span, frame) <= REACH
    return (beside or any(place.overlaps(span) for place in home)) and "\n" not in _between(text, span, frame)


def _between(text: str, one: Span, other: Span) -> str:
    """Return what stands between two spans."""
    return text[min(one.end, other.end) : max(one.start, other.start)]


def _nearer(text: str, one: Span, other: Span, place: Span) -> bool:
    """Tell whether `one` stands nearer to `place` than `other`: in its paragraph, then by characters, then before it."""
    return _distance(text, one, place) < _distance(text, other, place)


def _distance(text: str, span: Span, place: Span) -> tuple[int, int, bool]:
    """Return how far a span stands from a place."""
    return _between(text, span, place).count("\n"), _gap(span, place), span.start > place.start


def _gap(one: Span, other: Span) -> int:
    """Return how many characters stand between two spans."""
    return max(0, max(one.start, other.start) - min(one.end, other.end))


def _in(start: int, end: int, span: Span) -> bool:
    """Tell whether a span begins between two offsets."""
    return start <= span.start < end


def with_whole_source(doc: Doc, draft: Draft) -> Draft:
    """Return the draft with its source's noun phrase whole, where the engine took only its article or left off its end."""
    if len(draft.source) != 1:
        return draft
    source = draft.source[0]
    tokens = [token for token in tokens_in(doc, [source]) if not token.is_punct]
    head = head_of(tokens)
    if head is None:
        return draft
    inner = head.pos_ in ("DET", "ADJ") or base(head) in ("compound", "amod")
    top = head.head if inner and head.head.i > head.i and head.head.i - head.i <= REACH else head
    whole = stretch(phrase(top))
    if head.pos_ in ("PRON", "VERB") or not (whole.start <= source.end and source.start <= whole.end) or top.pos_ not in NOMINAL:
        return draft
    grown = Span(min(whole.start, source.start), max(whole.end, source.end))
    extra = len(tokens_in(doc, [grown])) - len(tokens_in(doc, [source]))
    near = extra <= REACH or (top is not head)
    if (
        not extra
        or not near
        or any(grown.overlaps(span) for span in (*draft.cue, *draft.content))
        or "\n" in grown.cut(text_of(doc))
    ):
        return draft
    return with_reason(replace(draft, source=(grown,)), "mended", "the source's noun phrase is taken whole", (grown,))


def without_loose_pronoun(doc: Doc, lexicon: Lexicon, draft: Draft) -> Draft:
    """Return the draft without the "who" or "which" at the end of a source whose relative clause the engine left out."""
    if len(draft.source) != 1:
        return draft
    words = [token for token in tokens_in(doc, draft.source) if not token.is_punct]
    if len(words) <= 1 or words[-1].lower_ not in lexicon.referring.pronouns["relative"]:
        return draft
    left = stretch(words[:-1])
    return with_reason(replace(draft, source=(left,)), "mended", f"“{words[-1].text}” begins a clause of its own", (left,))


def with_joined_source(doc: Doc, lexicon: Lexicon, draft: Draft) -> Draft:
    """Return the draft with a second source that the tree hides behind a participle: "imagery and intercepted calls"."""
    head = head_of(tokens_in(doc, draft.source)) if len(draft.source) == 1 else None
    if head is None or head.pos_ not in NOMINAL or misread(head, lexicon) is None:
        return draft
    grown = Span(draft.source[0].start, max(draft.source[0].end, stretch(whole_phrase(head, lexicon)).end))
    if grown == draft.source[0] or any(grown.overlaps(span) for span in (*draft.cue, *draft.content)):
        return draft
    return with_reason(replace(draft, source=(grown,)), "mended", "a second source stands behind “and”", (grown,))


def with_whole_end(doc: Doc, draft: Draft, others: Sequence[Draft]) -> Draft:
    """Return the draft with the last words of a clause that the engine left off: those before the next stop, when few."""
    last = draft.content[-1] if draft.content else None
    if last is None or last.end >= len(text_of(doc)) or not text_of(doc)[last.end - 1].isalnum():
        return draft
    rest = [
        token
        for token in doc.char_span(last.end, min(len(text_of(doc)), last.end + 80), alignment_mode="expand") or ()
        if token.idx >= last.end
    ]
    run: list[Token] = []
    for token in rest:
        if token.is_punct or token.is_space:
            break
        run.append(token)
    taken = [span for other in (draft, *others) for span in (*other.frame, *(other.content if other is not draft else ()))]
    if not 0 < len(run) <= REACH or any(token.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") for token in run) or "’" in run[0].text:
        return draft
    grown = Span(last.start, stretch(run).end)
    if any(stretch(run).overlaps(span) for span in taken) or stretch(run).start - last.end > 1:
        return draft
    longer = replace(draft, content=(*draft.content[:-1], grown))
    return with_reason(longer, "mended", "the clause is taken to its end", (stretch(run),))


def without_gloss(doc: Doc, lexicon: Lexicon, quotes: Sequence[Quoted], draft: Draft) -> Draft:
    """Return the draft without the report's own comment behind a quotation that ends in a comma: "…,” a reference to …"."""
    text = text_of(doc)
    for quoted in quotes:
        end = quoted.span.end
        if quoted.depth or not quoted.closed or quoted.inner.cut(text)[-1] != ",":
            continue
        for span in draft.content:
            rest = text[end : span.end].split() if span.start <= quoted.span.start and end < span.end else []
            if (
                rest
                and rest[0].lower() in lexicon.small.gloss
                and not any(other.span.start >= end and span.overlaps(other.span) for other in quotes)
            ):
                gloss = Span(end, span.end)
                return with_reason(
                    replace(draft, content=minus(draft.content, [gloss])),
                    "mended",
                    "the report's own words follow the quotation",
                    (gloss,),
                )
    return draft


def with_source(lexicon: Lexicon, draft: Draft, verb: Token) -> Draft:
    """Return the draft with the source that the tree shows for its cue, where it has none."""
    if draft.source:
        return draft
    if verb.pos_ not in ("VERB", "AUX") or lemma(verb) not in lexicon.grades:
        return draft
    speaker = agent_of(verb) if is_passive(verb) else acting_subject(verb)
    if speaker is None or speaker.pos_ not in NOMINAL or speaker.lower_ in lexicon.small.expletive:
        return draft
    free = minus((stretch(phrase(speaker)),), (*draft.cue, *draft.content))
    place = next((span for span in free if span.covers(span_of(speaker))), None)
    if place is None:
        return draft
    return with_reason(replace(draft, source=(place,)), "subject", f"“{speaker.text}” is the subject of “{verb.text}”", (place,))


def with_own_subject(doc: Doc, lexicon: Lexicon, draft: Draft, verb: Token) -> Draft:
    """Return the draft with its cue's subject as, or in, the source, where the engine took only a later part of it.

    In "his remarks, corroborated by officials, suggest" the remarks suggest, not the officials; in "sources close to the staff
    said" it is not the staff that speaks.
    """
    subject, head = subject_of(verb), head_of(tokens_in(doc, draft.source))
    if subject is None or head is None or is_passive(verb) or subject.i >= head.i or head.i > verb.i or subject.pos_ not in NOMINAL:
        return draft
    between = [token for token in doc[subject.i + 1 : head.i] if token.pos_ == "VERB"]
    bearing = next((token for token in between if (agent := agent_of(token)) is not None and agent.i == head.i), None)
    if bearing is not None:
        words = [token for token in phrase(subject, clauses=False) if token.i < bearing.i and not token.is_punct]
        place = stretch(words or [subject])
    elif subject.ent_type_ or sort_of_noun(subject, lexicon) is not None:
        first = phrase(subject, joined=False, clauses=False)[0]
        if first.i and lemma(doc[first.i - 1]) in lexicon.frames.citing:
            return draft
        place = Span(min(first.idx, subject.idx), draft.source[-1].end)
    else:
        return draft
    if any(place.overlaps(span) for span in (*draft.cue, *draft.content)) or "\n" in place.cut(text_of(doc)):
        return draft
    return with_reason(replace(draft, source=(place,)), "mended", f"“{subject.text}” is the subject of “{verb.text}”", (place,))


def with_split_subject(doc: Doc, draft: Draft) -> Draft:
    """Return the draft with the subject of a clause that the frame splits: "The bridge, he said, is not safe"."""
    if len(draft.content) != 1 or not draft.frame:
        return draft
    content, frame = draft.content[0], envelope(draft.frame)
    head = head_of(tokens_in(doc, [content]))
    if head is None or content.start < frame.end or text_of(doc)[frame.end : content.start].strip(" ,—–-"):
        return draft
    first = tokens_in(doc, [content])[0]
    subject = next(
        (token for token in (head, *kids(head)) if token.dep_ in ("nsubj", "nsubj:pass", "nsubjpass") and token.i < first.i), None
    )
    if (
        subject is None
        or subject.idx >= frame.start
        or (first.pos_ not in ("AUX", "VERB") and not any(first.i == token.i for token in kids(head)))
    ):
        return draft
    place = stretch(phrase(subject))
    if place.end > frame.start or any(place.overlaps(span) for span in draft.frame):
        return draft
    grown = replace(draft, content=joined(text_of(doc), (place, content)))
    return with_reason(grown, "mended", "the subject of what is said stands before the reporting words", (place,))


def part_siblings(doc: Doc, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts with statements of one speaker told apart where the engine put the second into the first one's content."""
    parted = list(drafts)
    for at, draft in enumerate(drafts):
        for other in drafts:
            if other is draft or not other.source or other.source != draft.source or not other.cue:
                continue
            cue = other.cue[0]
            if any(span.covers(cue) for span in draft.content):
                inner = [Span(cue.start, max(span.end for span in (*other.cue, *other.content)))]
                left = tuple(part for span in minus(parted[at].content, inner) for part in trim(text_of(doc), span))
                if left:
                    parted[at] = replace(parted[at], content=left)
    return tuple(parted)
