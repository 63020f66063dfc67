"""The reporter's own comment behind what somebody said: ", marking the end of a siege", ", offering a glimpse into …".

Enters: drafts, the word lists and the quoted passages. Leaves: the drafts without such participles, which are then the report's own
voice. A participle is a comment where it stands behind a comma, outside quotation marks, with a verb of the list `commenting` that
has no clause: in "he called for calm, underscoring that nobody was hurt" the speaker goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from whence.claims.drafts import Draft, cue_verb, minus, with_reason
from whence.claims.lexicon import Lexicon
from whence.claims.tree import base, children, has_tree, is_finite, is_participle, kids, lemma, span_of, stretch, tokens_in
from whence.records import Span

QUOTATION_MARKS = frozenset('“”"‘„«»')


def is_comment(token: Token, lexicon: Lexicon, quotes: Sequence[Span], *, behind: bool = True) -> bool:
    """Tell whether a participle comments on what stands before it, or, not `behind`, on whom it stands with."""
    doc = token.doc
    told = {lemma(token), token.lower_} & lexicon.frames.commenting
    if not told or not is_participle(token) or token.pos_ != "VERB" or not token.i:
        return False
    if doc[token.i - 1].text not in {",", "—", "–"} or base(token) not in {"advcl", "acl", "parataxis", "conj"}:
        return False
    if (behind and token.head.i > token.i) or any(True for _ in children(token, "ccomp", "nsubj", "mark")):
        return False
    return not any(quote.overlaps(comment_span(token)) for quote in quotes)


def comment_span(token: Token) -> Span:
    """Return the place of the comment that a participle heads, without the stop behind it."""
    words = [word for word in token.subtree if word.i >= token.i]
    while len(words) > 1 and words[-1].is_punct:
        words.pop()
    return stretch(words)


def without_comments(doc: Doc, lexicon: Lexicon, quotes: Sequence[Span], drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts without what the reporter adds in a participle; a draft that is nothing but such a comment is left out."""
    if not has_tree(doc):
        return tuple(drafts)
    kept = []
    for draft in drafts:
        verb = cue_verb(doc, draft)
        if verb is not None and is_comment(verb, lexicon, quotes, behind=False) and draft.follows is None:
            continue
        kept.append(draft if verb is None or verb.pos_ != "VERB" else _without_comment(doc, lexicon, quotes, draft, verb))
    return tuple(kept)


def _without_comment(doc: Doc, lexicon: Lexicon, quotes: Sequence[Span], draft: Draft, verb: Token) -> Draft:
    """Return the draft without a comment behind its reporting verb and behind a clause that this reports."""
    tokens = tokens_in(doc, draft.content)
    for token in tokens:
        behind = token.i > verb.i and any(is_finite(word) for word in tokens if word.i < token.i)
        if not behind or verb.lower_ == "according" or not is_comment(token, lexicon, quotes):
            continue
        place = comment_span(token)
        left = minus(draft.content, [Span(place.start, max(place.end, draft.content[-1].end))])
        if left:
            detail = f"with “{token.text}” the reporter comments on what is said"
            return with_reason(replace(draft, content=left), "comment", detail, (place,))
    return draft


def begins_comment(doc: Doc, place: Span, lexicon: Lexicon, quotes: Sequence[Span]) -> bool:
    """Tell whether a passage begins with a comment's participle."""
    first = next(iter(tokens_in(doc, [place])), None)
    return first is not None and bool(kids(first)) and is_comment(first, lexicon, quotes) and place.covers(span_of(first))
