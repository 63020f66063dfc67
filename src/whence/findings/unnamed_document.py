"""Documents, pictures and intercepts that a reader could not look up."""

from __future__ import annotations

import re

from whence.findings.check import Material
from whence.records import Finding, Reason, Severity, Source, SourceKind, Span

NAME = "unnamed_document"

WORDS = {
    SourceKind.DOCUMENT: "a document",
    SourceKind.IMAGERY: "pictures",
    SourceKind.INTERCEPT: "intercepted communications",
}

DATE = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b|"
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
)
"""A date that stands with a document: a year, a day of a month, a day of the week."""


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
        for claim in material.claims:
            for step, source in enumerate(claim.chain):
                for one in (source, *source.beside):
                    if one.span is None or one.span in seen or not _cannot_be_found(one, held=step > 0, text=material.report.text):
                        continue
                    seen.add(one.span)
                    message = f"“{one.text}” stands for {WORDS[one.kind]} without a holder, author or date."
                    because = (Reason("unnamed document", "no name and no date stand with it", (one.span,)), *one.because)
                    severity = Severity.HIGH if one.kind is not SourceKind.DOCUMENT else Severity.MEDIUM
                    found.append(Finding(NAME, severity, message, (one.span, *claim.passages), because))
        return tuple(found)


def _cannot_be_found(source: Source, *, held: bool, text: str) -> bool:
    """Tell whether a source is a thing that nothing lets a reader find: no name, no holder, no date."""
    if source.kind not in WORDS or source.named or held or source.span is None:
        return False
    return not DATE.search(source.span.cut(text))


CHECK = UnnamedDocument()
