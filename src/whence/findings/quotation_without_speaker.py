"""Words in quotation marks that nobody is said to have spoken."""

from __future__ import annotations

from whence.findings.check import Material
from whence.findings.statements import passages_of, statements_of
from whence.records import Finding, Reason, Severity

NAME = "quotation_without_speaker"


class QuotationWithoutSpeaker:
    """The check."""

    name = NAME
    meaning = "A sentence stands in quotation marks and the report does not tell whose words they are."
    limits = "Scare quotes and titles of works are passed over; a speaker named in a caption or headline alone is not seen."
    example = "The square was quiet. “We have nowhere to go and nobody tells us anything.”"

    def run(self, material: Material) -> tuple[Finding, ...]:
        """Return a finding for each quotation that has neither a source nor reporting words and goes on from none."""
        found = []
        for claims in statements_of(material.claims):
            claim = claims[0]
            if claim.attribution is None or any(source.span is not None or source.text for each in claims for source in each.chain):
                continue
            attribution = material.attributions[claim.attribution]
            if attribution.source or attribution.cue:
                continue
            passages = passages_of(claims)
            because = (Reason("quotation", "no reporting words stand beside it and no quotation before it goes on here", passages),)
            found.append(Finding(NAME, Severity.MEDIUM, "The report does not tell who said this.", passages, because))
        return tuple(found)


CHECK = QuotationWithoutSpeaker()
