"""What a claim is said to rest on: sources of its chain that can be looked at, and words in its sentence that tell of evidence.

Enters: the engine's Doc, the report, and one claim's passages, chain, cue, sentence and times. Leaves: `Evidence`, each passage
once, in the order of the text. It tells what the report says that there is; it does not look for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from whence.claims.evidence.frames import Hint, hints
from whence.claims.evidence.holders import dates_with, fullest, holder_of, title_in, weigh
from whence.claims.evidence.links import is_own
from whence.claims.evidence.words import evidence_words, kind_of_head
from whence.claims.tree import head_of, text_of, tokens_in
from whence.records import (
    Absent,
    Evidence,
    EvidenceKind,
    Known,
    Maybe,
    Reason,
    Report,
    Source,
    SourceKind,
    Span,
    TimeExpression,
)

KINDS = {
    SourceKind.DOCUMENT: EvidenceKind.DOCUMENT,
    SourceKind.IMAGERY: EvidenceKind.IMAGERY,
    SourceKind.INTERCEPT: EvidenceKind.INTERCEPT,
    SourceKind.SOCIAL: EvidenceKind.SOCIAL,
    SourceKind.MEDIA: EvidenceKind.OUTLET,
}
"""What a source of a kind is as evidence; people's words are none."""

MADE = frozenset({SourceKind.DOCUMENT, SourceKind.IMAGERY, SourceKind.INTERCEPT})
"""Sources whose noun tells the kind of evidence more closely: footage is a video, figures are statistics."""


def find_evidence(  # noqa: PLR0917 - what is known of one claim, in the order in which it is read
    doc: Doc,
    report: Report,
    passages: Sequence[Span],
    chain: Sequence[Source],
    cue: Sequence[Span],
    sentence: Span,
    times: Sequence[TimeExpression],
) -> tuple[Evidence, ...]:
    """Return what the claim of `passages`, told by `chain` with the reporting words `cue` in `sentence`, is said to rest on."""
    sources = tuple(one for step in chain for one in (step, *step.beside))
    told = hints(doc, passages, sources, cue, sentence)
    found = [_shown(doc, report, hint, sources, times) for hint in told if hint.kind is EvidenceKind.PRESENCE]
    found += list(_of_chain(doc, report, chain, cue, times))
    found += [_shown(doc, report, hint, sources, times) for hint in told if hint.kind is not EvidenceKind.PRESENCE]
    kept: list[Evidence] = []
    for each in found:
        if not any(_is_told(each, other) for other in kept):
            kept.append(each)
    return tuple(sorted(kept, key=_place))


def _is_told(evidence: Evidence, other: Evidence) -> bool:
    """Tell whether evidence is told already; a report and the paper that has it are two, a paper and its reporter one."""
    if not evidence.span.overlaps(other.span):
        return False
    return evidence.span == other.span or evidence.kind is other.kind or EvidenceKind.PRESENCE in (evidence.kind, other.kind)


def _of_chain(
    doc: Doc, report: Report, chain: Sequence[Source], cue: Sequence[Span], times: Sequence[TimeExpression]
) -> Iterator[Evidence]:
    """Yield the sources of a chain that can be looked at; each step before one has it."""
    for step, source in enumerate(chain):
        before = chain[step - 1] if step else None
        for one in (source, *source.beside):
            made = _of_source(doc, report, one, before=before, chain=chain, times=times)
            if made is not None:
                yield made if made.kind is not EvidenceKind.OUTLET else _dated(made, doc, report, cue, times)


def _of_source(
    doc: Doc, report: Report, source: Source, *, before: Source | None, chain: Sequence[Source], times: Sequence[TimeExpression]
) -> Evidence | None:
    """Return a source as evidence, None where it is somebody's word, the report's own outlet, or not in the text here."""
    if source.kind not in KINDS or source.span is None:
        return None
    head = head_of(tokens_in(doc, (source.span,)))
    kind = KINDS[source.kind]
    if source.kind in MADE and head is not None:
        kind = kind_of_head(head) or kind
    if kind is EvidenceKind.OUTLET and is_own((fullest(source), source.text), report):
        return None
    reasons = (Reason("source", f"the claim is attributed to “{source.text}”, {_label(kind)}", (source.span,)),)
    holder: Maybe[str] = Absent()
    if source.kind in (SourceKind.MEDIA, SourceKind.SOCIAL) and source.named:
        holder = Known(fullest(source), (Reason("holder", "it speaks for itself", (source.span,)),))
    elif source.kind not in (SourceKind.MEDIA, SourceKind.SOCIAL):
        holder = _holder(head, before, chain)
    dates = dates_with(head, source.span, times)
    titled = source.kind is SourceKind.DOCUMENT and title_in(head, source.text)
    platform = _platform(source.text)
    whole = fullest(source) if source.kind in MADE else ""
    checkable, why = weigh(report, source.span, holder, dates=dates, titled=titled, platform=platform, fullest_name=whole)
    return Evidence(kind, source.span, source.text, holder, checkable, (*reasons, *why))


def _holder(head: Token | None, before: Source | None, chain: Sequence[Source]) -> Maybe[str]:
    """Return who has a thing: whom the words about it name, else the step before it in the chain."""
    holder = holder_of(head, chain) if head is not None else Absent()
    if isinstance(holder, Known) or before is None:
        return holder
    spans = (before.span,) if before.span is not None else ()
    return Known(fullest(before), (Reason("holder", f"“{before.text}” tells of it", spans),))


def _dated(made: Evidence, doc: Doc, report: Report, cue: Sequence[Span], times: Sequence[TimeExpression]) -> Evidence:
    """Return an outlet's report with the date that stands with its reporting words: "the paper reported on 3 May"."""
    verbs = {token.i for token in tokens_in(doc, cue)}
    spans = [
        time.span for time in times if any(token.head.i in verbs and token.i not in verbs for token in tokens_in(doc, (time.span,)))
    ]
    checkable, why = weigh(report, made.span, made.holder, dates=spans)
    return replace(made, checkable=checkable, because=(made.because[0], *why)) if spans else made


def _shown(doc: Doc, report: Report, hint: Hint, chain: Sequence[Source], times: Sequence[TimeExpression]) -> Evidence:
    """Return the evidence that words in the sentence tell of."""
    text = hint.span.cut(text_of(doc))
    if hint.kind is EvidenceKind.PRESENCE:
        there = Reason("holder", "who is said to have been there", (hint.span,))
        holder: Maybe[str] = Known(_name_at(hint.span, chain) or text, (there,))
        missing = Reason("missing", "what somebody saw cannot be looked up; a name would let a reader ask", (hint.span,))
        return Evidence(hint.kind, hint.span, text, holder, checkable=False, because=(hint.reason, missing))
    holder = holder_of(hint.head, chain)
    if not isinstance(holder, Known) and hint.holder is not None:
        name = _name_at(hint.holder, chain) or hint.holder.cut(text_of(doc))
        holder = Known(name, (Reason("holder", f"“{hint.holder.cut(text_of(doc))}” gives it", (hint.holder,)),))
    dates = dates_with(hint.head, hint.span, times)
    titled = hint.kind is EvidenceKind.DOCUMENT and title_in(hint.head, text)
    checkable, why = weigh(report, hint.span, holder, dates=dates, titled=titled, platform=_platform(text))
    return Evidence(hint.kind, hint.span, text, holder, checkable, (hint.reason, *why))


def _name_at(span: Span, chain: Sequence[Source]) -> str | None:
    """Return the fullest name of the named source that stands at a place."""
    return next((fullest(one) for one in chain if one.named and one.span is not None and one.span.overlaps(span)), None)


def _platform(text: str) -> str:
    """Return the platform that words name, empty where they name none."""
    platforms = evidence_words().platforms
    return next((word for word in text.lower().replace(",", " ").split() if word in platforms), "")


def _label(kind: EvidenceKind) -> str:
    """Return a kind of evidence as it reads in a sentence."""
    return {
        EvidenceKind.OUTLET: "another outlet",
        EvidenceKind.STATISTICS: "statistics",
        EvidenceKind.IMAGERY: "imagery",
        EvidenceKind.SOCIAL: "a post or channel",
    }.get(kind, f"{'an' if kind.value[0] in 'aeiou' else 'a'} {kind.value}")


def _place(evidence: Evidence) -> Span:
    return evidence.span


__all__ = ["find_evidence"]
