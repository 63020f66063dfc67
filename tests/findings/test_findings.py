"""Each check speaks on its example's kind and holds its tongue elsewhere."""

from __future__ import annotations

import pytest

from whence.findings import CHECKS, Material, check
from whence.records import Attribution, Claim, Finding, Known, Reason, Report, Severity, Source, SourceKind, Span

TEXT = "A source said the depot burned. Satellite images of 3 May show it. Satellite images show it. “We are lost.”"
SAID, DEPOT = Span(0, 8), Span(14, 30)
DATED, UNDATED = Span(32, 57), Span(67, 83)
WHY = (Reason("test", "made by hand"),)


def report() -> Report:
    return Report(id="r1", text=TEXT, sha256="0" * 64)


def claim(*chain: Source, passage: Span = DEPOT, attribution: int | None = 0) -> Claim:
    return Claim("c1", (passage,), chain, attribution=attribution, because=WHY)


def source(kind: SourceKind, span: Span | None, *, named: bool = False, beside: tuple[Source, ...] = ()) -> Source:
    return Source(kind, span, span.cut(TEXT) if span else "", named=named, because=WHY, beside=beside)


def run(*claims: Claim, attribution: Attribution | None = None) -> tuple[Finding, ...]:
    return check(Material(report(), (attribution or Attribution((SAID,), (), (DEPOT,), WHY),), claims))


def test_unnamed_source_alone() -> None:
    (finding,) = run(claim(source(SourceKind.ANONYMOUS, SAID)))
    assert (finding.rule, finding.severity) == ("anonymous_source", Severity.HIGH)
    assert finding.spans[0] == SAID
    assert "does not say why" in finding.message


def test_reason_for_not_naming_is_told_and_weighs_less() -> None:
    hidden = Source(SourceKind.ANONYMOUS, SAID, "A source", unnamed_because=Known("on condition of anonymity", WHY), because=WHY)
    (finding,) = run(claim(hidden))
    assert finding.severity is Severity.MEDIUM
    assert "on condition of anonymity" in finding.message


def test_unnamed_official_weighs_less_than_a_bare_source() -> None:
    assert run(claim(source(SourceKind.OFFICIAL, SAID)))[0].severity is Severity.MEDIUM


@pytest.mark.parametrize(
    "chain",
    [
        (),
        (source(SourceKind.OFFICIAL, SAID, named=True),),
        (source(SourceKind.ANONYMOUS, SAID), source(SourceKind.OFFICIAL, SAID, named=True)),
        (source(SourceKind.ANONYMOUS, SAID, beside=(source(SourceKind.NGO, SAID, named=True),)),),
    ],
)
def test_named_source_nearest_the_event_is_enough(chain: tuple[Source, ...]) -> None:
    assert run(claim(*chain)) == ()


def test_pictures_without_a_date() -> None:
    (finding,) = run(claim(source(SourceKind.IMAGERY, UNDATED)))
    assert (finding.rule, finding.severity) == ("unnamed_document", Severity.HIGH)
    assert finding.spans[0].cut(TEXT) == "Satellite images"


def test_each_thing_is_told_once() -> None:
    thing = source(SourceKind.DOCUMENT, UNDATED)
    assert [finding.rule for finding in run(claim(thing), claim(thing))] == ["unnamed_document"]


@pytest.mark.parametrize(
    "chain",
    [
        (source(SourceKind.IMAGERY, DATED),),
        (source(SourceKind.DOCUMENT, UNDATED, named=True),),
        (source(SourceKind.MEDIA, SAID, named=True), source(SourceKind.DOCUMENT, UNDATED)),
    ],
)
def test_thing_with_date_name_or_holder_can_be_found(chain: tuple[Source, ...]) -> None:
    assert "unnamed_document" not in {finding.rule for finding in run(claim(*chain))}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("images of 2031", True), ("images of Sept. 3", True), ("images of 14 June", True), ("images taken on Saturday", True),
        ("images that may show 12 tanks", False), ("12 march images", False),
    ],
)  # fmt: skip
def test_date_lets_pictures_be_found(words: str, *, found: bool) -> None:
    place = Span(0, len(words))
    pictures = Source(SourceKind.IMAGERY, place, words, because=WHY)
    made = Report(id="r1", text=words, sha256="0" * 64)
    findings = check(Material(made, (Attribution((place,), (), (place,), WHY),), (claim(pictures, passage=place),)))
    assert (findings == ()) is found


def test_quotation_nobody_speaks() -> None:
    quote = Span(TEXT.index("“"), len(TEXT))
    spoken = claim(source(SourceKind.ANONYMOUS, None), passage=quote)
    (finding,) = run(spoken, attribution=Attribution((), (), (quote,), WHY))
    assert finding.rule == "quotation_without_speaker"
    assert finding.spans == (quote,)


def test_quotation_that_goes_on_has_its_speaker() -> None:
    quote = Span(TEXT.index("“"), len(TEXT))
    carried = Source(SourceKind.OFFICIAL, None, "Mara Tolvanen", named=True, because=WHY)
    assert run(claim(carried, passage=quote), attribution=Attribution((), (), (quote,), WHY)) == ()


def test_claims_of_one_statement_are_told_together() -> None:
    words = source(SourceKind.ANONYMOUS, SAID)
    whole, part, other = claim(words), claim(words, passage=Span(18, 30)), claim(words, passage=UNDATED)
    (finding,) = run(whole, part, other)
    assert (finding.rule, finding.spans) == ("anonymous_source", (SAID, DEPOT, UNDATED))


def test_statements_of_one_source_are_told_apart() -> None:
    words = source(SourceKind.ANONYMOUS, SAID)
    both = Attribution((SAID,), (), (DEPOT,), WHY), Attribution((SAID,), (), (UNDATED,), WHY)
    found = check(Material(report(), both, (claim(words), claim(words, passage=UNDATED, attribution=1))))
    assert [finding.spans[1] for finding in found] == [DEPOT, UNDATED]


def test_claims_of_one_quotation_are_told_together() -> None:
    quote = Span(TEXT.index("“"), len(TEXT))
    (finding,) = run(claim(passage=quote), claim(passage=DATED), attribution=Attribution((), (), (quote,), WHY))
    assert finding.spans == (DATED, quote)


def test_claims_on_one_document_are_told_together() -> None:
    thing = source(SourceKind.DOCUMENT, UNDATED)
    (finding,) = run(claim(thing), claim(thing, passage=DATED))
    assert finding.spans == (UNDATED, DEPOT, DATED)


@pytest.mark.parametrize("each", CHECKS, ids=[each.name for each in CHECKS])
def test_every_check_describes_itself(each: object) -> None:
    assert all(getattr(each, field).strip() for field in ("name", "meaning", "limits", "example"))


def test_names_are_unique() -> None:
    assert len({each.name for each in CHECKS}) == len(CHECKS)
