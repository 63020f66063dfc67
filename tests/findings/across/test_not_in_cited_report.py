from dataclasses import replace
from typing import Any

import pytest

from tests.factory import claim, known, reading, report, source
from tests.findings.across.traces import assertion, cut, edges, material, mention, run
from whence.findings.across import TraceMaterial
from whence.findings.across.not_in_cited_report import CHECK
from whence.records import Report, Severity, Source, SourceKind

TEXT = "The mill burnt down. Forty lorries were lost, the Halm Gazette reported."
LORRIES = "Forty lorries were lost"
CITING = report(TEXT, id="r2", outlet="Orlin Today", published_at="2032-05-03T10:00:00+00:00")
GAZETTE = report("Fire took the mill.", id="r1", outlet="The Halm Gazette", published_at="2032-05-03T08:00:00+00:00")
OTHER = report("Forty lorries burnt.", id="r3", outlet="Dravik News", published_at="2032-05-03T07:00:00+00:00")
PAPER = source(TEXT, "the Halm Gazette", SourceKind.MEDIA, name="Halm Gazette", named=True)
FIRE = assertion(mention(GAZETTE, "Fire took the mill."), mention(CITING, "The mill burnt down."), id="fire")


def told(*, paper: Source = PAPER, cited: Report = GAZETTE, status: str = "faithful", **fields: Any) -> TraceMaterial:
    lorries = assertion(mention(OTHER, "Forty lorries burnt."), mention(CITING, LORRIES, status, claim="c1"), id="lorries")
    fields = {"assertions": (FIRE, lorries), **fields}
    return material((OTHER, cited, CITING), reading(CITING, claim(TEXT, LORRIES, id="c1", chain=(paper,))), **fields)


def test_a_claim_that_the_outlets_report_does_not_have() -> None:
    given = told()
    (finding,) = run(CHECK, given)
    assert finding.severity is Severity.MEDIUM
    assert cut(given, finding) == [("r2", LORRIES), ("r2", "the Halm Gazette")]
    assert finding.message == (
        "Orlin Today attributes this to The Halm Gazette; nothing in The Halm Gazette’s report at hand was found to say it."
    )


def test_what_no_report_before_has_weighs_more() -> None:
    assert run(CHECK, told(status="added"))[0].severity is Severity.HIGH


def test_claims_of_one_outlet_are_told_together() -> None:
    both = reading(CITING, *(claim(TEXT, words, id=words, chain=(PAPER,)) for words in ("Forty lorries", "were lost")))
    found = (
        assertion(mention(CITING, words, claim=words), mention(OTHER, "Forty lorries"), id=words)
        for words in ("Forty lorries", "were lost")
    )
    (finding,) = run(CHECK, material((GAZETTE, OTHER, CITING), both, assertions=(FIRE, *found)))
    assert len(finding.passages) == 3


def test_it_keeps_silent_where_the_report_says_it_even_otherwise() -> None:
    for status in ("faithful", "contradicted", "garbled"):
        said = assertion(mention(GAZETTE, "Fire took the mill.", status), mention(CITING, LORRIES, claim="c1"))
        assert run(CHECK, told(assertions=(said,))) == ()


def test_it_keeps_silent_where_it_was_taken_from_there() -> None:
    taken = assertion(mention(OTHER, "Forty lorries burnt."), mention(CITING, LORRIES, claim="c1", came_from="r1"))
    assert run(CHECK, told(assertions=(FIRE, taken))) == ()


@pytest.mark.parametrize(
    "paper",
    [
        replace(PAPER, name=known("The Orlin Chronicle")),
        replace(PAPER, kind=SourceKind.OFFICIAL),
        replace(PAPER, name=known(None), named=False),
        replace(PAPER, name=known("Orlin Today")),
    ],
)
def test_it_keeps_silent_on_others_than_outlets_at_hand(paper: Source) -> None:
    assert run(CHECK, told(paper=paper)) == ()


def test_a_later_report_cannot_have_been_cited() -> None:
    later = replace(GAZETTE, published_at=known("2032-05-03T12:00:00+00:00"))
    assert run(CHECK, told(cited=later)) == ()
    assert len(run(CHECK, told(cited=replace(GAZETTE, published_at=known("2032-05-03"))))) == 1
    assert len(run(CHECK, told(cited=replace(GAZETTE, published_at=known(None))))) == 1


def test_what_was_compared_with_nothing_is_passed_over() -> None:
    alone = assertion(mention(OTHER, "Forty lorries burnt."), mention(CITING, LORRIES, claim="c1"))
    assert run(CHECK, told(assertions=(alone,))) == (), "nothing of the cited report was read"
    assert run(CHECK, told(assertions=(FIRE,))) == (), "the claim is in no assertion"


def test_a_host_names_an_outlet_too() -> None:
    page = replace(GAZETTE, outlet=known(None), url="https://halmgazette.example/1")
    given = told(cited=page, edges=edges((page, CITING)))
    (finding,) = run(CHECK, given)
    assert finding.message.startswith("Orlin Today attributes this to halmgazette.example;")
