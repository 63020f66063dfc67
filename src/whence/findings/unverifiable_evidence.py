"""Evidence that a claim is said to rest on and that no reader could look up."""

from __future__ import annotations

from whence.findings.check import Material
from whence.findings.statements import passages_of
from whence.findings.unnamed_document import remarked
from whence.records import Claim, Evidence, EvidenceKind, Finding, Reason, Severity, Span

NAME = "unverifiable_evidence"

OTHERS = frozenset({EvidenceKind.PRESENCE, EvidenceKind.OUTLET})
"""What can only be asked, and what the check on links looks at."""

MISSING, KEPT = "missing", "kept from readers"
"""Kinds of the reasons by which evidence tells why it cannot be looked up."""

WRITTEN = frozenset({EvidenceKind.DOCUMENT, EvidenceKind.STATISTICS})


class UnverifiableEvidence:
    """The check."""

    name = NAME
    meaning = "The claim is said to rest on something that no reader could look up: nothing links it, dates it, or says who has it."
    limits = (
        "It goes by the report's words and links alone: the thing may well be public, and what is linked is not opened. What "
        "stands without any holder or date as the source of a claim is left to unnamed_document."
    )
    example = "In a rare video address, Mara Tolvanen said that the bridge had been destroyed."

    def run(self, material: Material) -> tuple[Finding, ...]:
        """Return a finding for each piece of evidence that no reader could look up and no other check speaks of."""
        elsewhere = remarked(material)
        found: dict[Span, tuple[Evidence, list[Claim]]] = {}
        for claim in material.claims:
            for evidence in claim.evidence:
                told = any(evidence.span.overlaps(span) for span in elsewhere)
                if not evidence.checkable and evidence.kind not in OTHERS and not told:
                    found.setdefault(evidence.span, (evidence, []))[1].append(claim)
        return tuple(_finding(evidence, claims) for evidence, claims in found.values())


def _finding(evidence: Evidence, claims: list[Claim]) -> Finding:
    """Return the finding on one piece of evidence with the claims that rest on it."""
    why = next((reason for reason in evidence.because if reason.kind in {MISSING, KEPT}), None)
    detail = why.detail if why is not None else "the report does not tell where it is"
    message = f"This is said to rest on “{evidence.text}”, which no reader could look up: {detail}."
    kept = why is not None and why.kind == KEPT
    severity = Severity.LOW if evidence.kind in WRITTEN and not kept else Severity.MEDIUM
    because = evidence.because or (Reason("evidence", detail, (evidence.span,)),)
    return Finding(NAME, severity, message, (evidence.span, *passages_of(claims)), because)


CHECK = UnverifiableEvidence()
