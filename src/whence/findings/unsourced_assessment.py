"""Judgements that the report states on nobody's word."""

from __future__ import annotations

from whence.findings.check import Material
from whence.findings.statements import passages_of, sentence_at
from whence.records import Claim, ClaimKind, Finding, Reason, Severity

NAME = "unsourced_assessment"


class UnsourcedAssessment:
    """The check."""

    name = NAME
    meaning = "The report judges what something means or is worth, and nobody is told to judge so."
    limits = "An analyst writing under a name may judge; the check does not know who wrote the report. It speaks once a sentence."
    example = "The loss of the bridge is a devastating blow to the defenders."

    def run(self, material: Material) -> tuple[Finding, ...]:
        """Return a finding for each sentence with a judgement in the report's own voice."""
        sentences: dict[int, list[Claim]] = {}
        for claim in material.claims:
            if claim.kind is ClaimKind.ASSESSMENT and claim.own_voice and claim.attribution is None:
                sentences.setdefault(sentence_at(material.report, claim.passages[0].start), []).append(claim)
        return tuple(_finding(claims) for claims in sentences.values())


def _finding(claims: list[Claim]) -> Finding:
    """Return the finding on the judgements of one sentence."""
    passages = passages_of(claims)
    because = (Reason("own voice", "the judgement has no source in the report", passages),)
    own = tuple(reason for claim in claims for reason in claim.because if reason.kind != "own voice")
    return Finding(NAME, Severity.LOW, "The report judges this itself; nobody is told to judge so.", passages, (*because, *own))


CHECK = UnsourcedAssessment()
