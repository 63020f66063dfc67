from dataclasses import replace

from tests.publish.dravik import dravik
from tests.publish.kolm import CLAIMS, kolm
from whence.publish.sections import order_findings, sort_claims
from whence.records import ClaimKind, Finding, Severity, Span


def test_what_is_no_event_stands_under_what_it_is_and_assessments_are_folded() -> None:
    rest = sort_claims(kolm()).rest
    assert [(section.title, [claim.id for claim in section.claims], section.folded) for section in rest] == [
        ("Other statements", ["c11"], False),
        ("Speculation", ["c9"], False),
        ("Assessments", ["c8"], True),
    ]


def test_background_without_an_event_has_its_own_heading() -> None:
    before = replace(CLAIMS[9], event=None)
    (section,) = sort_claims(kolm(claims=(before,))).rest
    assert (section.title, section.claims) == ("Background", (before,))


def test_without_events_all_are_statements() -> None:
    assert [section.title for section in sort_claims(dravik()).rest] == ["Statements"]


def test_every_claim_stands_in_one_place() -> None:
    kinds = tuple(replace(each, kind=kind, id=f"{each.id}-{kind}") for each in CLAIMS for kind in ClaimKind)
    sections = sort_claims(kolm(claims=kinds))
    of_events = [claim.id for group in sections.events for claim in group.claims]
    shown = of_events + [claim.id for section in sections.rest for claim in section.claims]
    assert sorted(shown) == sorted(claim.id for claim in kinds)


def test_findings_that_say_the_same_are_one() -> None:
    first, second = Span(0, 3), Span(5, 9)
    low = Finding("loaded_wording", Severity.LOW, "It judges.", (first,))
    high = Finding("place_garbled", Severity.HIGH, "No place.", (first,))
    found = order_findings((low, high, replace(low, spans=(second, first))))
    assert [(each.rule, each.spans) for each in found] == [("place_garbled", (first,)), ("loaded_wording", (first, second))]
