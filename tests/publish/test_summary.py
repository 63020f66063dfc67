from dataclasses import replace

import pytest

from tests.factory import claim, reading, source, span
from tests.publish.dravik import dravik
from tests.publish.kolm import CLAIMS, IMAGERY, PAPER, kolm
from whence.publish.summary import summarise, tell_checkable, tell_wrong
from whence.records import Claim, Evidence, Finding, Severity

TEXT = "The mayor said the mill burned. Officials said it was arson. The ferry is back."
mayor = source(TEXT, "The mayor", "official", name="Ana Bel", named=True)
officials = source(TEXT, "Officials", "anonymous")
burned = claim(TEXT, "the mill burned", chain=(mayor,), statement=1)
arson = claim(TEXT, "it was arson", chain=(officials,), statement=2)
ferry = claim(TEXT, "The ferry is back.", statement=3)


def test_the_paragraph_tells_what_on_whose_word_what_can_be_checked_and_what_is_wrong() -> None:
    assert summarise(kolm()) == (
        "11 claims: 8 tell of 4 events, 1 tells no event, 1 is speculation, 1 is an assessment. "
        "10 statements: 4 on the word of a named source, 3 on the word of an unnamed one, 3 in the report’s own voice; "
        "1 at second hand. "
        "3 of 6 sources named: Ilse Marn (2), Turku government, Skyward Lens. "
        "Not named: a confidential assessment … staff, residents, an analyst. "
        "A reader could look up 1 of 2 pieces of evidence: “Satellite images from Skyward Lens”; "
        "not “a confidential assessment … staff”. "
        "Cannot be right as it stands: a place name that is none (“Nokai”)."
    )


def test_a_report_without_claims_says_so() -> None:
    assert summarise(reading(TEXT)) == "No claims were found in this report."


def test_claims_of_no_event_are_not_counted_twice() -> None:
    assert summarise(reading(TEXT, burned, arson)).startswith("2 claims, none of an event. 2 statements: ")


def test_a_report_that_attributes_nothing_says_so() -> None:
    assert "All stand in the report’s own voice; nothing is attributed to anyone." in summarise(reading(TEXT, ferry))


def test_a_statement_of_two_events_is_one_saying_of_its_source() -> None:
    again = replace(burned, id="c9")
    assert "1 statement: 1 on the word of a named source. 1 of 1 source named: Ana Bel." in summarise(reading(TEXT, burned, again))


def test_a_claim_at_second_hand_counts_for_the_source_nearest_the_event() -> None:
    told = summarise(reading(TEXT, replace(arson, chain=(mayor, officials))))
    assert "1 statement: 1 on the word of an unnamed one; 1 at second hand. 0 of 1 source named. Not named: Officials." in told


def test_sources_beside_one_another_are_counted_each() -> None:
    both = replace(mayor, beside=(officials,))
    assert "1 of 2 sources named: Ana Bel. Not named: Officials." in summarise(reading(TEXT, replace(burned, chain=(both,))))


def test_many_names_are_cut_short() -> None:
    told = summarise(dravik())
    assert "7 of 13 sources named: Colonel Ilse Marn (2), Open Corridor (2), Institute for Border Studies and 4 more." in told


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((), "No evidence is named."),
        ((IMAGERY, IMAGERY), "A reader could look up 1 of 1 piece of evidence: “Satellite images from Skyward Lens”."),
        ((PAPER,), "A reader could look up 0 of 1 piece of evidence; not “a confidential assessment … staff”."),
    ],
)
def test_a_piece_of_evidence_is_counted_once(given: tuple[Evidence, ...], told: str) -> None:
    claims: list[Claim] = [replace(CLAIMS[0], evidence=given), replace(CLAIMS[1], evidence=given)]
    assert tell_checkable(claims) == told


def test_what_is_grave_but_may_be_right_is_only_counted() -> None:
    words = (span(TEXT, "Officials"),)
    grave = Finding("anonymous_source", Severity.HIGH, "Nobody is named.", words)
    late = Finding("future_told_as_past", Severity.HIGH, "After publication.", (span(TEXT, "burned"),))
    assert tell_wrong(reading(TEXT, findings=(grave,))) == "1 finding of high severity."
    assert tell_wrong(reading(TEXT, findings=(grave, late))) == (
        "Cannot be right as it stands: a day after publication told as past (“burned”). 1 further finding of high severity."
    )
    assert tell_wrong(reading(TEXT, findings=(replace(late, severity=Severity.LOW),))) == ""
