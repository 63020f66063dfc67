"""Claims: what each attribution states, and what the report states in its own voice.

Enters: attributions with their chains, quoted passages and sentences. Leaves: claims in the order of the text, each stretch of
text in the innermost one. An attribution that states nothing (a refusal, an attitude to a thing, "you think") makes no claim; its
sentence stays the report's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Token

from whence.claims.chains import Chains, spans_of_frame
from whence.claims.comments import begins_comment
from whence.claims.drafts import Draft, cue_verb, datelines, grade_of, joined, minus, shared
from whence.claims.framed import is_count, trim
from whence.claims.quotes import Quoted
from whence.claims.sources import Ground, can_speak
from whence.claims.tree import has_tree, head_of, is_finite, is_negated, lemma, sentences_of, span_of, text_of, tokens_in
from whence.records import Claim, CueGrade, Quotation, Reason, Span

DIRECT_SHARE = 0.9
"""From this share of its letters within quotation marks a content is a direct quotation. Not swept."""

AROUND = 2
"""Passages of a content that stands around its cue."""

FEW_WORDS = 4
"""A rest of a sentence of fewer words is no statement where no tree can tell. Not swept."""


WITHHELD = frozenset({CueGrade.SAID, CueGrade.CONFIRMED, CueGrade.CLAIMED, CueGrade.DENIED})
"""Grades with which a "not" withholds the statement itself; one who does not believe something states that."""


def states(ground: Ground, draft: Draft, grade: CueGrade | None, quotes: Sequence[Quoted]) -> bool:
    """Tell whether an attribution states something: its cue reports, or its content is a clause or a quotation."""
    verb = cue_verb(ground.doc, draft)
    if verb is not None and any(lemma(token) in ground.lexicon.frames.silent for token in tokens_in(ground.doc, draft.cue)):
        return False
    if not draft.source and draft.cue and draft.follows is None:
        hearsay = any(token.lower_ in ground.lexicon.frames.hearsay for token in tokens_in(ground.doc, draft.cue))
        return hearsay or (verb is not None and lemma(verb) in ground.lexicon.speech and _has_clause(ground, draft.content))
    if draft.source and verb is not None and lemma(verb) not in ground.lexicon.speech and not can_speak(ground, draft.source):
        return False
    if verb is not None and grade in WITHHELD and _is_denied(ground, draft, verb):
        return False
    if grade is not None or not draft.cue or (verb is not None and is_count(verb, ground.lexicon)):
        return True
    return _has_clause(ground, draft.content) or any(shared(draft.content, [quoted.span]) for quoted in quotes)


def _is_denied(ground: Ground, draft: Draft, verb: Token) -> bool:
    """Tell whether a "not" or "neither" stands with the reporting verb, in its cue or beside it."""
    negations = ground.lexicon.small.negations
    return is_negated(verb, negations) or any(token.lower_ in negations for token in tokens_in(ground.doc, draft.cue))


def _has_clause(ground: Ground, spans: Sequence[Span]) -> bool:
    """Tell whether a finite verb stands in `spans`; without tags, whether they have words enough."""
    tokens = tokens_in(ground.doc, spans)
    if ground.doc.has_annotation("TAG"):
        return any(is_finite(token) for token in tokens)
    return len([token for token in tokens if token.is_alpha]) >= FEW_WORDS


def quotation_of(text: str, content: Sequence[Span], quotes: Sequence[Quoted]) -> tuple[Quotation, Reason]:
    """Return whose words a content is given in, with the quoted passages as the reason."""
    inside = [span for quoted in quotes if quoted.depth == 0 for span in [quoted.span] if shared(content, [span])]
    letters = sum(char.isalnum() for span in content for char in span.cut(text))
    outside = sum(char.isalnum() for span in minus(content, inside) for char in span.cut(text))
    if not inside:
        return Quotation.INDIRECT, Reason("quotation", "no quotation marks in what is said", tuple(content))
    if letters and 1 - outside / letters >= DIRECT_SHARE:
        return Quotation.DIRECT, Reason("quotation", "what is said stands in quotation marks", tuple(inside))
    return Quotation.MIXED, Reason("quotation", "part of what is said stands in quotation marks", tuple(inside))


def make_claims(ground: Ground, drafts: Sequence[Draft], chains: Chains, quotes: Sequence[Quoted]) -> tuple[Claim, ...]:
    """Return all claims of the report, numbered in the order of the text."""
    graded = [grade_of(ground.doc, draft, ground.lexicon) for draft in drafts]
    stating = [at for at, draft in enumerate(drafts) if at not in chains.absorbed and states(ground, draft, graded[at][0], quotes)]
    claims = [
        claim
        for at in stating
        for claim in _attributed(ground, drafts, chains, at, stating=stating, graded=graded[at], quotes=quotes)
    ]
    claims.extend(_own_voice(ground, [drafts[at] for at in stating], [drafts[at] for at in chains.absorbed]))
    claims.sort(key=_place)
    return tuple(
        Claim(f"c{number}", claim.passages, claim.chain, claim.cue, claim.grade, claim.quotation, claim.attribution, claim.because)
        for number, claim in enumerate(claims, 1)
    )


def _place(claim: Claim) -> tuple[Span, int]:
    """Return the key that puts claims in the order of the text, outer ones first."""
    return claim.passages[0], len(claim.chain)


def _attributed(
    ground: Ground, drafts: Sequence[Draft], chains: Chains, at: int, *, stating: Sequence[int],
    graded: tuple[CueGrade | None, Reason | None], quotes: Sequence[Quoted],
) -> list[Claim]:  # fmt: skip
    """Return the claim of one attribution, none where others within it state all of it."""
    draft, text = drafts[at], text_of(ground.doc)
    inner = [
        span
        for other in stating
        if _within(chains, other, at)
        for span in (*spans_of_frame(ground, drafts[other]), *drafts[other].content)
    ]
    left = minus(draft.content, inner)
    passages = _passages(text, [span for span in left if not _is_of_cue(ground, span, draft)] or left)
    if not passages or (left != draft.content and not _has_clause(ground, passages)):
        return []
    grade, why = graded
    verb = cue_verb(ground.doc, draft)
    because = [*draft.because, *([why] if why is not None else [])]
    if verb is not None and is_negated(verb, ground.lexicon.small.negations):
        grade, detail = None, f"“{verb.text}” is negated: the source is not said to say so"
        because.append(Reason("cue", detail, draft.cue))
    quotation, reason = quotation_of(text, draft.content, quotes)
    return [Claim("", passages, chains.chains[at], draft.cue, grade, quotation, at, (*because, reason))]


def _is_of_cue(ground: Ground, span: Span, draft: Draft) -> bool:
    """Tell whether words behind a cue say when or where it was said, not what ("…, a spokesman said on Friday")."""
    if not draft.cue or len(draft.content) < AROUND or span.start < draft.cue[-1].end or not has_tree(ground.doc):
        return False
    tokens = [token for token in tokens_in(ground.doc, [span]) if not token.is_punct]
    head = head_of(tokens)
    if head is None or any(token.pos_ in ("VERB", "AUX") for token in tokens):
        return False
    right_behind = tokens[0].pos_ == "ADP" and len(tokens) <= FEW_WORDS + 1 and span.start - draft.cue[-1].end <= 1
    return right_behind or (head.dep_.startswith("obl") and any(cue.covers(span_of(head.head)) for cue in draft.cue))


def _within(chains: Chains, inner: int, outer: int) -> bool:
    """Tell whether one attribution stands, at any depth, within another's content."""
    at, seen = chains.parents[inner], {inner}
    while at is not None and at not in seen:
        if at == outer:
            return True
        seen.add(at)
        at = chains.parents[at]
    return False


def _passages(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans as a claim's passages: freed of commas and dashes at their ends and of the "that" before a clause."""
    kept: list[Span] = []
    for span in joined(text, spans):
        that = re.match(r"[\s,]*(?:(?:and|but|or)\b,?\s*)?(?:that\b(?!\s+(?:is|was|has|had|will|would)\b)\s*)?", span.cut(text))
        start = span.start + (that.end() if that else 0)
        if start < span.end:
            kept.extend(trim(text, Span(start, span.end)))
    return tuple(kept)


def _own_voice(ground: Ground, stating: Sequence[Draft], absorbed: Sequence[Draft]) -> list[Claim]:
    """Return what no attribution covers, sentence by sentence, where a clause of it is left."""
    doc, text = ground.doc, text_of(ground.doc)
    taken = [span for draft in stating for span in _taken(ground, draft)]
    taken.extend(
        span
        for draft in absorbed
        for span in spans_of_frame(ground, draft)
        if any(s.overlaps(span) for d in stating for s in d.source)
    )
    sentences = _sentences(ground)
    taken.extend(datelines(text))
    untold = minus(sentences, taken)
    claims = []
    for sentence in sentences:
        left = untold[bisect_left(untold, sentence.start, key=_start) : bisect_left(untold, sentence.end, key=_start)]
        whole = left == (sentence,)
        parts = [part for span in left for part in trim(text, span, ' \n\t,;:—–-”’"')]
        clauses = [part for part in parts if _has_clause(ground, [part]) or _is_comment(ground, part)]
        if whole and (not has_tree(doc) or _is_sentence(text, sentence)):
            clauses = parts
        if not clauses:
            continue
        linked = [part for part in parts if part in clauses or _hangs_on(ground, part, clauses)]
        detail = "no source is named for this sentence" if whole else "no source is named for this part of the sentence"
        claims.append(Claim("", tuple(linked), because=(Reason("own voice", detail, tuple(linked)),)))
    return claims


def _start(span: Span) -> int:
    """Return where a span begins."""
    return span.start


def _is_sentence(text: str, span: Span) -> bool:
    """Tell whether words are a sentence by their length and their end, whatever the engine takes its verb for."""
    words = [word for word in span.cut(text).split() if any(char.isalpha() for char in word)]
    return len(words) >= FEW_WORDS and span.cut(text).rstrip("”’\"')]").endswith((".", "!", "?", "…"))


def _is_comment(ground: Ground, part: Span) -> bool:
    """Tell whether a rest of a sentence is the reporter's comment on what somebody said."""
    return has_tree(ground.doc) and begins_comment(ground.doc, part, ground.lexicon, ground.quotes)


def _hangs_on(ground: Ground, part: Span, clauses: Sequence[Span]) -> bool:
    """Tell whether a rest of a sentence depends on a clause that is left."""
    head = head_of(tokens_in(ground.doc, [part]))
    return head is not None and any(clause.covers(span_of(head.head)) for clause in clauses)


def _taken(ground: Ground, draft: Draft) -> list[Span]:
    """Return what an attribution takes out of the report's own voice: all but a noun that the report itself goes on to speak of.

    In "the retreat, confirmed by two officials, opens the road" the report itself says of the retreat that it opens the road.
    """
    frame = list(spans_of_frame(ground, draft))
    tokens = tokens_in(ground.doc, draft.content)
    head = head_of(tokens) if has_tree(ground.doc) else None
    if head is not None and not any(is_finite(token) for token in tokens) and head.pos_ in ("NOUN", "PROPN", "PRON"):
        verb = cue_verb(ground.doc, draft)
        if verb is not None and verb.head.i == head.i and verb.dep_.startswith("acl"):
            return frame
    return [*frame, *draft.content]


def _sentences(ground: Ground) -> list[Span]:
    """Return the sentences of the document, broken at line ends too, without blanks around them."""
    found: list[Span] = []
    for sent in sentences_of(ground.doc):
        for match in re.finditer(r"[^\n]+", sent.cut(text_of(ground.doc))):
            found.extend(trim(text_of(ground.doc), Span(sent.start + match.start(), sent.start + match.end()), " \t"))
    return found
