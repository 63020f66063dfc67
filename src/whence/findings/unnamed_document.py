"""Documents, pictures and intercepts that a reader could not look up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from whence.claims.lexicon import load_lexicon
from whence.findings.check import Material
from whence.findings.statements import passages_of, statements_of
from whence.records import Claim, Finding, Reason, Severity, Source, SourceKind, Span

NAME = "unnamed_document"

WORDS = {
    SourceKind.DOCUMENT: "a document",
    SourceKind.IMAGERY: "pictures",
    SourceKind.INTERCEPT: "intercepted communications",
}


class UnnamedDocument:
    """The check."""

    name = NAME
    meaning = "The claim rests on a document, pictures or intercepts without a holder, author or date: nobody could look them up."
    limits = "Only what stands with the source is seen; a date given elsewhere in the report is not joined to it."
    example = "The retreat was confirmed by satellite imagery."

    def run(self, material: Material) -> tuple[Finding, ...]:
        """Return a finding for each document, picture or intercept without a holder before it in the chain, a name or a date."""
        found: list[Finding] = []
        seen: set[Span] = set()
        for claims in statements_of(material.claims):
            for one in _unfindable(claims, material.report.text):
                if one.span is None or one.span in seen:
                    continue
                seen.add(one.span)
                message = f"“{one.text}” stands for {WORDS[one.kind]} without a holder, author or date."
                because = (Reason("unnamed document", "no name and no date stand with it", (one.span,)), *one.because)
                severity = Severity.HIGH if one.kind is not SourceKind.DOCUMENT else Severity.MEDIUM
                told = passages_of(claim for claim in claims if one in claim.sources)
                found.append(Finding(NAME, severity, message, (one.span, *told), because))
        return tuple(found)


def remarked(material: Material) -> frozenset[Span]:
    """Return the passages of the documents, pictures and intercepts on which this check speaks, for checks that yield to it."""
    sources = _unfindable(material.claims, material.report.text)
    return frozenset(source.span for source in sources if source.span is not None)


def _unfindable(claims: Iterable[Claim], text: str) -> Iterator[Source]:
    """Yield the sources of claims that nothing lets a reader find."""
    for claim in claims:
        for step, source in enumerate(claim.chain):
            yield from (one for one in (source, *source.beside) if _cannot_be_found(one, held=step > 0, text=text))


def _cannot_be_found(source: Source, *, held: bool, text: str) -> bool:
    """Tell whether a source is a thing that nothing lets a reader find: no name, no holder, no date."""
    if source.kind not in WORDS or source.named or held or source.span is None:
        return False
    return not _date_pattern().search(source.span.cut(text))


@cache
def _date_pattern() -> re.Pattern[str]:
    """Return the pattern of a date that stands with a document: a year, a day of a month, a month of a year, a day of the week."""
    calendar = load_lexicon().calendar
    months, weekdays = "|".join(map(re.escape, calendar.months)), "|".join(map(re.escape, calendar.weekdays))
    return re.compile(rf"\b(?:(?:1[89]|20)\d\d|(?:{months})\.? \d{{1,2}}|\d{{1,2}} (?:{months})|{weekdays})\b")


CHECK = UnnamedDocument()
