from typing import Any

import pytest

from tests.factory import claim, source, span
from tests.findings.ground import material
from whence.findings import check
from whence.findings.unverifiable_evidence import CHECK
from whence.records import Claim, Evidence, EvidenceKind, Finding, Known, Reason, Severity, SourceKind

TEXT = "In a video address Brill said that the bridge fell and the road was cut."
MISSING = Reason("missing", "the report gives no date or title, no link")
KEPT = Reason("kept from readers", "the report calls it leaked")


def evidence(kind: EvidenceKind = EvidenceKind.VIDEO, *because: Reason, checkable: bool = False) -> Evidence:
    words = "a video address"
    return Evidence(kind, span(TEXT, words), words, Known("Brill"), checkable, because or (MISSING,))


def told(*pieces: Evidence, words: str = "the bridge fell", **fields: Any) -> Claim:
    return claim(TEXT, words, evidence=pieces, **fields)


def run(*claims: Claim) -> tuple[Finding, ...]:
    return CHECK.run(material(TEXT, claims=claims))


def test_evidence_that_nobody_could_look_up() -> None:
    (finding,) = run(told(evidence()))
    assert (finding.rule, finding.severity) == ("unverifiable_evidence", Severity.MEDIUM)
    assert [each.cut(TEXT) for each in finding.spans] == ["a video address", "the bridge fell"]
    assert "no date or title, no link" in finding.message
    assert finding.because == (MISSING,)


def test_several_claims_on_one_piece_are_told_together() -> None:
    (finding,) = run(told(evidence()), told(evidence(), words="the road was cut"))
    assert [each.cut(TEXT) for each in finding.spans] == ["a video address", "the bridge fell", "the road was cut"]


@pytest.mark.parametrize("piece", [evidence(checkable=True), evidence(EvidenceKind.PRESENCE), evidence(EvidenceKind.OUTLET)])
def test_what_can_be_looked_up_or_only_asked_is_passed_over(piece: Evidence) -> None:
    assert run(told(piece)) == ()


@pytest.mark.parametrize(
    ("piece", "severity"),
    [
        (evidence(EvidenceKind.STATISTICS), Severity.LOW),
        (evidence(EvidenceKind.DOCUMENT), Severity.LOW),
        (evidence(EvidenceKind.DOCUMENT, KEPT), Severity.MEDIUM),
        (evidence(EvidenceKind.INTERCEPT), Severity.MEDIUM),
    ],
)
def test_papers_weigh_less_unless_they_are_kept_from_readers(piece: Evidence, severity: Severity) -> None:
    assert run(told(piece))[0].severity is severity


def test_evidence_without_a_reason_is_still_told() -> None:
    bare = Evidence(EvidenceKind.VIDEO, span(TEXT, "a video address"), "a video address")
    assert run(told(bare))[0].because[0].kind == "evidence"


def test_it_yields_to_the_check_on_documents() -> None:
    pictures = source(TEXT, "a video address", SourceKind.IMAGERY)
    both = check(material(TEXT, claims=(told(evidence(), chain=(pictures,)),)))
    assert [finding.rule for finding in both] == ["unnamed_document"]
