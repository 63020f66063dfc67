"""Attributions in the making: what the engine marked, before rules repair and complete it.

Enters: a Doc with the span group "attributions". Leaves: drafts, one a number in that group, with their passages as character
spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from whence.claims.lexicon import Lexicon
from whence.claims.tree import lemma, span_of, stretch, text_of, tokens_in
from whence.records import CueGrade, Reason, Span, envelope

DATELINE = re.compile(r"^[A-Z][A-Z .’'-]{2,}\b[^\n(—–]{0,50}(?:\([^()\n]{2,30}\))?\s*[—–-]{1,2}\s", re.MULTILINE)
"""The place, day and agency before a wire report's first sentence: "HALDEN, May 4 (Norfeed) - "."""

GROUP = "attributions"
"""The name of the span group in which an engine leaves what it found."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution so far. `follows` is the position of the draft whose speaker goes on, where this one has none of its own."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    because: tuple[Reason, ...] = ()
    follows: int | None = None

    @property
    def frame(self) -> tuple[Span, ...]:
        """Return the passages of source and cue."""
        return (*self.source, *self.cue)

    @property
    def span(self) -> Span:
        """Return the stretch from the first to the last passage."""
        return envelope((*self.source, *self.cue, *self.content))


def joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return `spans` in order, those made one between which nothing but blanks stands."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and (span.start <= kept[-1].end or not text[kept[-1].end : span.start].strip(" ")):
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


@lru_cache(maxsize=1)
def datelines(text: str) -> tuple[Span, ...]:
    """Return the place, day and agency that stand before a text's reports."""
    return tuple(Span(found.start(), found.end()) for found in DATELINE.finditer(text))


def minus(spans: Iterable[Span], taken: Iterable[Span]) -> tuple[Span, ...]:
    """Return what is left of `spans` without `taken`."""
    holes = sorted(taken)
    left: list[Span] = []
    passed = 0
    for span in sorted(spans):
        start = span.start
        while passed < len(holes) and holes[passed].end <= start:
            passed += 1
        for hole in holes[passed:]:
            if hole.start >= span.end:
                break
            if start < hole.start:
                left.append(Span(start, hole.start))
            start = max(start, hole.end)
        if start < span.end:
            left.append(Span(start, span.end))
    return tuple(sorted(left))


def shared(one: Iterable[Span], other: Iterable[Span]) -> int:
    """Return the number of characters that two sets of spans share."""
    others = list(other)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in others)


def from_engine(doc: Doc) -> tuple[Draft, ...]:
    """Return a draft for each number in the engine's span group that has content, in the order of the text."""
    parts: dict[int, dict[str, list[Span]]] = {}
    for span in doc.spans.get(GROUP, ()):
        words = text_of(doc)[span.start_char : span.end_char]
        if not words.strip() or span.label_ not in ("source", "cue", "content"):
            continue
        lead = len(words) - len(words.lstrip())
        tail = len(words) - len(words.rstrip())
        roles = parts.setdefault(span.id, {"source": [], "cue": [], "content": []})
        roles[span.label_].append(Span(span.start_char + lead, span.end_char - tail))
    drafts = []
    for roles in parts.values():
        source, cue, content = (joined(text_of(doc), roles[role]) for role in ("source", "cue", "content"))
        if content:
            detail = "the engine marks who speaks, the reporting words and what is said"
            drafts.append(Draft(source, cue, content, (Reason("engine", detail, (*source, *cue)),)))
    return tuple(sorted(drafts, key=_place))


def _place(draft: Draft) -> tuple[Span, Span]:
    """Return the key that puts drafts in the order of the text."""
    return draft.span, draft.content[0]


def with_reason(draft: Draft, kind: str, detail: str, spans: Iterable[Span] = ()) -> Draft:
    """Return the draft with one more reason."""
    return replace(draft, because=(*draft.because, Reason(kind, detail, tuple(spans))))


def cue_verb(doc: Doc, draft: Draft) -> Token | None:
    """Return the word that carries the cue: its highest verb, else its highest noun or preposition."""
    return _carrier(doc, draft.cue)


@lru_cache(maxsize=64)
def _carrier(doc: Doc, cue: tuple[Span, ...]) -> Token | None:
    """Return the word that carries the cue of those passages; drafts are held against one another, so it is asked often."""
    words = [token for token in tokens_in(doc, cue) if not token.is_punct]
    if not words:
        return None
    inside = {token.i for token in words}
    roots = [token for token in words if token.head.i not in inside or token.head.i == token.i]
    verbs = [token for token in words if token.pos_ in ("VERB", "AUX")]
    main = [token for token in verbs if token.pos_ == "VERB"]
    top = [token for token in roots if token in main]
    return (top or main or verbs or roots or words)[0]


def grade_of(doc: Doc, draft: Draft, lexicon: Lexicon) -> tuple[CueGrade | None, Reason | None]:
    """Return what the cue commits its speaker to, None where no list knows it, with the reason."""
    hearsay = [token for token in tokens_in(doc, draft.cue) if token.lower_ in lexicon.frames.hearsay]
    if hearsay and not draft.source:
        return CueGrade.CLAIMED, Reason("cue", f"“{hearsay[0].text}” keeps a distance", (span_of(hearsay[0]),))
    whole = [token for token in tokens_in(doc, draft.cue) if not token.is_punct]
    bare = [token for token in whole if token.pos_ != "ADV" or token.lower_ in ("out", "up")]
    for words in (whole, bare):
        lemmas, plain = [lemma(token) for token in words], [token.lower_ for token in words]
        known = {*lemmas, *plain}
        for parts, grade in lexicon.phrases:
            if parts[0] not in known:
                continue
            for at in range(len(words) - len(parts) + 1):
                if list(parts) in (lemmas[at : at + len(parts)], plain[at : at + len(parts)]):
                    run = words[at : at + len(parts)]
                    return grade, Reason("cue", f"“{' '.join(parts)}” is a cue of grade {grade.value}", (stretch(run),))
    verb = cue_verb(doc, draft)
    for token in ([verb] if verb is not None else []) + list(reversed(whole)):
        found = lexicon.grades.get(lemma(token))
        if found is not None:
            return found, Reason("cue", f"“{token.text}” is a cue of grade {found.value}", (span_of(token),))
    return None, None
