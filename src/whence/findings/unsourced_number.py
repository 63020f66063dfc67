"""Numbers that the report states on nobody's word."""

from __future__ import annotations

from whence.findings.check import Material
from whence.findings.statements import passages_of, sentence_at
from whence.records import Claim, ClaimKind, Finding, Quantity, Reason, Severity, Span

NAME = "unsourced_number"

FEW = 3
"""Counts up to this say no more than a look does, unless people were killed, hurt or driven out. Not swept."""

LENGTHS = frozenset({"km", "miles", "metres", "feet", "yards", "km/h"})
"""Units of what a map tells as well."""


class UnsourcedNumber:
    """The check."""

    name = NAME
    meaning = "The report gives a number for what happened, and does not say who counted or where the number is from."
    limits = (
        "A source told in another sentence is not joined to the number. Distances are passed over, and so are counts up to three "
        "unless people were killed, hurt or driven out. It speaks once a sentence."
    )
    example = "The flood forced 300 families from the village on Monday."

    def run(self, material: Material) -> tuple[Finding, ...]:
        """Return a finding for each sentence with numbers of events that the report tells itself and rests on no evidence."""
        sentences: dict[int, tuple[dict[Span, Quantity], list[Claim]]] = {}
        for claim in material.claims:
            if claim.kind is not ClaimKind.EVENT or not claim.own_voice or claim.attribution is not None or claim.evidence:
                continue
            counted = {quantity.span: quantity for quantity in claim.quantities if _is_counted(quantity)}
            if counted:
                numbers, claims = sentences.setdefault(sentence_at(material.report, min(counted).start), ({}, []))
                numbers.update(counted)
                claims.append(claim)
        return tuple(_finding(sorted(numbers.values(), key=_place), claims) for numbers, claims in sentences.values())


def _is_counted(quantity: Quantity) -> bool:
    """Tell whether somebody must have counted or measured: more than a look or a map would tell."""
    if quantity.measure:
        return True
    return quantity.unit not in LENGTHS and not (quantity.value is not None and quantity.value <= FEW and quantity.unit)


def _finding(quantities: list[Quantity], claims: list[Claim]) -> Finding:
    """Return the finding on the numbers of one sentence; people killed, hurt or driven out weigh more than things."""
    words = ", ".join(f"“{each.text}”" + (f" ({each.measure})" if each.measure else "") for each in quantities)
    message = f"The report does not say where {'these numbers are' if len(quantities) > 1 else 'this number is'} from: {words}."
    spans = tuple(each.span for each in quantities)
    own = tuple(reason for each in quantities for reason in each.because)
    because = (Reason("own voice", "no source stands with it in its sentence", spans), *own)
    severity = Severity.MEDIUM if any(each.measure for each in quantities) else Severity.LOW
    return Finding(NAME, severity, message, (*spans, *passages_of(claims)), because)


def _place(quantity: Quantity) -> Span:
    return quantity.span


CHECK = UnsourcedNumber()
