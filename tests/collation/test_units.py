"""Which passages of a report are compared: claims, one where two cover the same words; clauses where no claims were read."""

from __future__ import annotations

import pytest

from tests.factory import claim, reading, report, span
from whence.collation.units import clauses_of, language_of, number_units, sentences_of, units_of
from whence.records import Certainty, Degree, Event, EventType, Quotation

TEXT = "The Ostrel Guard left Venna in the night. “We are going home,” said its captain. Five carts crossed the ford."


def cut(text: str) -> list[str]:
    return [sentence.cut(text) for sentence in sentences_of(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Venna fell. Korrel held.", ["Venna fell.", "Korrel held."]),
        ("Venna fell\nKorrel held", ["Venna fell", "Korrel held"]),
        ("Gen. Ambrel spoke. He left.", ["Gen. Ambrel spoke.", "He left."]),
        ("It cost 3.5 million. Nobody paid.", ["It cost 3.5 million.", "Nobody paid."]),
        ("“Go!” he said. They went.", ["“Go!” he said.", "They went."]),
        ("Венна пала. Коррель держится.", ["Венна пала.", "Коррель держится."]),
        ("  \n ", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_a_long_sentence_is_cut_at_commas_that_leave_whole_clauses() -> None:
    text = "The guard left the bridge at night, and five carts crossed the ford before sunrise."
    assert [clause.cut(text) for clause in clauses_of(text)] == [
        "The guard left the bridge at night,",
        "and five carts crossed the ford before sunrise.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On Friday, 4 May, the guard left.",
        "He said: “We left the bridge at the ford last night, and we are not going to come back to it.”",
    ],
    ids=["too short", "quoted"],
)
def test_a_clause_is_not_cut(text: str) -> None:
    assert [clause.cut(text) for clause in clauses_of(text)][-1].endswith(text[-20:])
    assert len([clause for clause in clauses_of(text) if "," in clause.cut(text)[:-1]]) == len(clauses_of(text))


def test_each_claim_is_a_unit_in_the_order_of_the_text() -> None:
    units = units_of(reading(TEXT, claim(TEXT, "Five carts crossed the ford"), claim(TEXT, "The Ostrel Guard left Venna")), 3)
    assert [(unit.claims, unit.row, unit.report) for unit in units] == [(("c0",), 1, 3), ((f"c{TEXT.index('Five')}",), 0, 3)]
    assert 0 == units[0].place < units[1].place < 1


def test_claims_that_cover_nearly_the_same_words_are_one_unit() -> None:
    whole, part = (
        claim(TEXT, "The Ostrel Guard left Venna in the night", id="a"),
        claim(TEXT, "The Ostrel Guard left Venna in the", id="b"),
    )
    (unit,) = units_of(reading(TEXT, part, whole), 0)
    assert unit.claims == ("b", "a")
    assert unit.span == whole.span
    assert unit.row == 0


def test_a_claim_within_another_that_is_much_longer_is_a_unit_of_its_own() -> None:
    units = units_of(
        reading(TEXT, claim(TEXT, "The Ostrel Guard left Venna in the night", id="a"), claim(TEXT, "the night", id="b")), 0
    )
    assert [unit.claims for unit in units] == [("a",), ("b",)]


def test_a_unit_keeps_the_event_the_polarity_and_whether_it_is_quoted() -> None:
    told = Event(EventType.WITHDRAWAL, span(TEXT, "left"))
    claims = (
        claim(TEXT, "The Ostrel Guard left Venna", event=told, certainties=(Certainty(Degree.CERTAIN, denied=True),)),
        claim(TEXT, "We are going home", quotation=Quotation.DIRECT),
        claim(TEXT, "Five carts crossed the ford", quotation=Quotation.INDIRECT),
    )
    units = units_of(reading(TEXT, *claims), 0)
    assert [unit.event for unit in units] == [EventType.WITHDRAWAL, None, None]
    assert [unit.denied for unit in units] == [True, False, False]
    assert [unit.quoted for unit in units] == [False, True, False]


def test_where_no_claims_were_read_clauses_are_units_without_claims() -> None:
    units = units_of(reading(TEXT), 0)
    assert [unit.span.cut(TEXT) for unit in units] == [clause.cut(TEXT) for clause in clauses_of(TEXT)]
    assert {(unit.claims, unit.row) for unit in units} == {((), None)}


def test_a_clause_that_is_mostly_in_quotation_marks_is_quoted() -> None:
    text = "He spoke.\n“Nobody is going to take that bridge from us,” he said."
    assert [unit.quoted for unit in units_of(reading(text), 0)] == [False, True]


def test_units_are_numbered_report_by_report() -> None:
    assert [unit.report for unit in number_units((reading("One."), reading(""), reading("Two.\nThree.")))] == [0, 2, 2]


@pytest.mark.parametrize(("told", "language"), [("en-GB", "en"), ("RU", "ru"), (None, "")])
def test_language(told: str | None, language: str) -> None:
    assert language_of(reading(report("One.", language=told))) == language
