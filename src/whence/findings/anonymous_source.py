"""A claim that rests on sources alone whom nobody could ask."""

from __future__ import annotations

from whence.findings.check import Material
from whence.records import Claim, Finding, Known, Reason, Severity, SourceKind, Span

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
        """Return a finding for each claim whose source nearest the event, with those beside it, is not named."""
        return tuple(finding for claim in material.claims if (finding := _finding(claim)) is not None)


def _finding(claim: Claim) -> Finding | None:
    """Return the finding on one claim, None where somebody is named, a thing is shown, or the report speaks itself."""
    if not claim.chain:
        return None
    last = (claim.chain[-1], *claim.chain[-1].beside)
    if any(source.named or source.kind in THINGS for source in last) or last[0].span is None:
        return None
    why = last[0].unnamed_because
    told = f"; the report says why: “{why.value}”" if isinstance(why, Known) else "; the report does not say why"
    spans: tuple[Span, ...] = tuple(source.span for source in last if source.span is not None)
    message = f"This rests on “{last[0].text}” alone, who is not named{told}."
    severity = Severity.MEDIUM if isinstance(why, Known) else Severity.HIGH
    if last[0].kind is not SourceKind.ANONYMOUS:
        severity = Severity.LOW if isinstance(why, Known) else Severity.MEDIUM
    because = (Reason("unnamed source", "the source nearest the event is not named", spans), *last[0].because)
    return Finding(NAME, severity, message, (*spans, *claim.passages), because)


CHECK = AnonymousSource()
