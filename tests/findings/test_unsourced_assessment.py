from typing import Any

import pytest

from tests.factory import claim, source
from tests.findings.ground import material
from whence.findings.unsourced_assessment import CHECK
from whence.records import Claim, ClaimKind, Finding, Severity, SourceKind

TEXT = "The loss is a blow, and a shameful one. Brill calls it a disaster. It will haunt the guard."


def judged(words: str, **fields: Any) -> Claim:
    return claim(TEXT, words, **{"kind": ClaimKind.ASSESSMENT, **fields})


def run(*claims: Claim) -> tuple[Finding, ...]:
    return CHECK.run(material(TEXT, claims=claims))


def test_a_judgement_on_nobodys_word() -> None:
    (finding,) = run(judged("The loss is a blow"))
    assert (finding.rule, finding.severity) == ("unsourced_assessment", Severity.LOW)
    assert [span.cut(TEXT) for span in finding.spans] == ["The loss is a blow"]


def test_one_finding_a_sentence() -> None:
    found = run(judged("The loss is a blow"), judged("a shameful one"), judged("It will haunt the guard"))
    assert [[span.cut(TEXT) for span in finding.spans] for finding in found] == [
        ["The loss is a blow", "a shameful one"],
        ["It will haunt the guard"],
    ]


@pytest.mark.parametrize(
    "other",
    [
        judged("a disaster", chain=(source(TEXT, "Brill", SourceKind.PERSON),)),
        judged("a disaster", attribution=0),
        judged("The loss", kind=ClaimKind.EVENT),
        judged("It will haunt", kind=ClaimKind.SPECULATION),
    ],
)
def test_what_somebody_judges_or_what_is_no_judgement_is_passed_over(other: Claim) -> None:
    assert run(other) == ()
