from typing import Any

import pytest

from tests.factory import claim, source, span
from tests.findings.ground import material
from whence.findings.unsourced_number import CHECK
from whence.records import Claim, ClaimKind, Evidence, EvidenceKind, Finding, Quantity, Severity, SourceKind

TEXT = "The flood forced 300 families from Dravik. It killed two people and 12 sheep 5 km off, the mayor said."


def counted(words: str, value: float | None, unit: str, measure: str = "") -> Quantity:
    return Quantity(span(TEXT, words), words, value, value, value, unit, measure)


FAMILIES = counted("300 families", 300, "families")
DEAD = counted("two people", 2, "people", "killed")
SHEEP = counted("12 sheep", 12, "sheep")


def told(*quantities: Quantity, words: str = "The flood forced 300 families from Dravik", **fields: Any) -> Claim:
    return claim(TEXT, words, quantities=quantities, **fields)


def run(*claims: Claim) -> tuple[Finding, ...]:
    return CHECK.run(material(TEXT, claims=claims))


def test_a_number_that_nobody_is_told_to_have_counted() -> None:
    (finding,) = run(told(FAMILIES))
    assert (finding.rule, finding.severity) == ("unsourced_number", Severity.LOW)
    assert [each.cut(TEXT) for each in finding.spans] == ["300 families", "The flood forced 300 families from Dravik"]
    assert "this number is from: “300 families”" in finding.message


def test_one_finding_a_sentence_and_people_killed_weigh_more() -> None:
    found = run(told(FAMILIES), told(SHEEP, words="12 sheep"), told(DEAD, words="It killed two people"), told(FAMILIES))
    assert [finding.severity for finding in found] == [Severity.LOW, Severity.MEDIUM]
    assert "“two people” (killed), “12 sheep”" in found[1].message


@pytest.mark.parametrize(
    "quantity", [counted("5 km", 5, "km"), counted("two people", 2, "people"), counted("12 sheep", 3, "sheep")]
)
def test_distances_and_what_a_look_tells_are_passed_over(quantity: Quantity) -> None:
    assert run(told(quantity)) == ()


def test_a_number_too_vague_for_a_value_counts() -> None:
    assert len(run(told(counted("12 sheep", None, "sheep")))) == 1


@pytest.mark.parametrize(
    "other",
    [
        told(),
        told(FAMILIES, chain=(source(TEXT, "the mayor", SourceKind.OFFICIAL),)),
        told(FAMILIES, attribution=0),
        told(FAMILIES, kind=ClaimKind.BACKGROUND),
        told(FAMILIES, evidence=(Evidence(EvidenceKind.STATISTICS, FAMILIES.span, FAMILIES.text),)),
    ],
)
def test_a_number_on_somebodys_word_or_on_evidence_is_passed_over(other: Claim) -> None:
    assert run(other) == ()
