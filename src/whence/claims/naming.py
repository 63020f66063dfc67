"""Why a source is not named, where the report says so.

Enters: an unnamed source and the sentences that speak of it. Leaves: the report's own words on it ("speaking on condition of
anonymity because …"), or that it gives none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from whence.claims.cast import Mention
from whence.claims.drafts import minus
from whence.claims.sources import Ground
from whence.claims.tree import text_of, tokens_in
from whence.records import Absent, Known, Reason, Source, SourceKind, Span

SILENT = frozenset({SourceKind.DOCUMENT, SourceKind.IMAGERY, SourceKind.INTERCEPT, SourceKind.MEDIA})
"""Kinds of which no report says that they wished not to be named."""

GAP = 24
"""How many characters may stand between a formula and the reason that goes on from it. Not swept."""


def with_naming(ground: Ground, source: Source, frame: Iterable[Span]) -> Source:
    """Return the source with the report's reason for not naming it, looked for where it is first and last spoken of."""
    if source.named or source.kind in SILENT:
        return source
    places = [source.span] if source.span is not None else []
    places.extend(frame)
    for sentence in _sentences(ground, [*places, *_earlier(ground, source)]):
        found = _formula(ground, sentence, source.span)
        if found is not None:
            reason = Reason("not named", "the report says why it does not name the source", (found,))
            return replace(
                source, unnamed_because=Known(found.cut(text_of(ground.doc)), (reason,)), because=(*source.because, reason)
            )
    return replace(source, unnamed_because=Absent((Reason("not named", "the report does not say why", tuple(places[:1])),)))


def speaks_of_naming(ground: Ground, place: Span) -> bool:
    """Tell whether a word belongs to a formula by which a source is not named, or to its reason: its "asked" reports nothing."""
    sentence = next(iter(_sentences(ground, [place])), None)
    return sentence is not None and any(span.overlaps(place) for span in _formulas(ground, sentence))


def _earlier(ground: Ground, source: Source) -> list[Span]:
    """Return the other places where the same figure is mentioned, the first one first."""
    if source.span is None:
        return []
    mentions: list[Mention] = []
    for token in tokens_in(ground.doc, [source.span]):
        mention = ground.cast.mentions.get(token.i)
        if mention is not None and mention.figure is not None and not mention.figure.names:
            mentions = mention.figure.mentions
            break
    return [mention.span for mention in mentions]


def _sentences(ground: Ground, places: Iterable[Span]) -> list[Span]:
    """Return the sentences in which `places` lie, each once."""
    kept: list[Span] = []
    for place in places:
        inside = ground.doc.char_span(place.start, place.end, alignment_mode="expand")
        for sent in inside.sents if inside is not None else ():  # type: ignore[attr-defined]
            span = Span(sent.start_char, max(sent.end_char, sent.start_char + 1))
            if span not in kept:
                kept.append(span)
    return kept


def _formula(ground: Ground, sentence: Span, source: Span | None) -> Span | None:
    """Return the formula in a sentence, outside quotation marks, that stands nearest to the source, with the reason behind it."""
    found = []
    for span in _formulas(ground, sentence):
        within = source is not None and source.start <= span.start < source.end
        found.append(Span(span.start, min(span.end, source.end)) if within and source is not None else span)
    if not found:
        return None
    anchor = source.start if source is not None else sentence.start
    merged = [max((other for other in found if other.overlaps(span)), key=len) for span in found]
    return min((abs(span.start - anchor), span) for span in merged)[1]


def _formulas(ground: Ground, sentence: Span) -> list[Span]:
    """Return all formulas of not naming in a sentence, outside quotation marks, each with the reason that goes on from it."""
    text, unnamed = text_of(ground.doc), ground.lexicon.unnamed
    found: list[Span] = []
    for stretch in minus([sentence], ground.quotes):
        for match in (match for pattern in unnamed.patterns for match in pattern.finditer(text, stretch.start, stretch.end)):
            end = match.end()
            for reason in unnamed.reasons:
                behind = reason.search(text, end, stretch.end)
                if behind is not None and behind.start() - end <= GAP and not set(text[end : behind.start()]) & set(".;"):
                    end = behind.end()
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            found.append(Span(start, start + len(text[start:end].rstrip())))
    return found
