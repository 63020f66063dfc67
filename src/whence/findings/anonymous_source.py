"""A claim that rests on sources alone whom nobody could ask."""

from __future__ import annotations

from whence.findings.check import Material
from whence.findings.statements import nearest, passages_of, statements_of
from whence.records import Claim, Finding, Known, Reason, Severity, Source, SourceKind, Span

NAME = "anonymous_source"
THINGS = frozenset({SourceKind.DOCUMENT, SourceKind.IMAGERY, SourceKind.INTERCEPT})


class AnonymousSource:
    """The check."""

    name = NAME
    meaning = "Nobody who is named stands behind this claim: a reader cannot ask the one who knew it."
    limits = (
        "It does not tell whether the source was right or the outlet knows who it is. Documents and pictures have their own check."
    )
    example = "A source close to the ministry said the bridge was lost."

    def run(self, material: Material) -> tuple[Finding, ...]:
        """Return a finding for each statement whose source nearest the event, with those beside it, is not named."""
        return tuple(finding for group in statements_of(material.claims) if (finding := _finding(group)) is not None)


def _finding(claims: tuple[Claim, ...]) -> Finding | None:
    """Return the finding on the claims of one statement, None where somebody is named, a thing is shown, or nobody speaks."""
    claim = next((claim for claim in claims if _rests_on_nobody(nearest(claim))), None)
    if claim is None:
        return None
    last = nearest(claim)
    why = last[0].unnamed_because
    told = f"; the report says why: “{why.value}”" if isinstance(why, Known) else "; the report does not say why"
    spans: tuple[Span, ...] = tuple(source.span for source in last if source.span is not None)
    message = f"This rests on “{last[0].text}” alone, who is not named{told}."
    severity = Severity.MEDIUM if isinstance(why, Known) else Severity.HIGH
    if last[0].kind is not SourceKind.ANONYMOUS:
        severity = Severity.LOW if isinstance(why, Known) else Severity.MEDIUM
    because = (Reason("unnamed source", "the source nearest the event is not named", spans), *last[0].because)
    same = (each for each in claims if nearest(each) == last)
    return Finding(NAME, severity, message, (*spans, *passages_of(same)), because)


def _rests_on_nobody(last: tuple[Source, ...]) -> bool:
    """Tell whether sources are somebody in the text, but nobody who is named and no thing."""
    return bool(last) and last[0].span is not None and not any(source.named or source.kind in THINGS for source in last)


CHECK = AnonymousSource()
