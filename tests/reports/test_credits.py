"""Declared descent in the words of the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.reports.credits import credits_in_text

BODY = "The council met on Monday. It agreed on nothing.\nNobody was surprised, the mayor said.\n"


def found(text: str) -> list[tuple[str, str | None]]:
    return [(credit.kind, credit.name) for credit in credits_in_text(text)]


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("DRAVIK (Coastline Press) – Troops left the town.", [("agency", "Coastline Press")]),
        ("ARDUN, Velmora, May 11 (Norlight) - Troops left the town.", [("agency", "Norlight")]),
        ("Ardun (AFP) – Troops left the town.", [("agency", "AFP")]),
        ("(AP) — Troops left the town.", [("agency", "AP")]),
        ("SALTMERE, May 11. /Norlight/. Troops left the town.", [("agency", "Norlight")]),
        ("The Union of Northern Towns (UNT) wants a bridge.", []),
        ("Troops (about forty) - left the town.", []),
        ("By Ana Kovar", [("byline", "Ana Kovar")]),
        ("By Ana Kovar and Pavo Rusk in Ardun", [("byline", "Ana Kovar"), ("byline", "Pavo Rusk")]),
        ("By Ana Kovar, Marlow Courier", [("byline", "Ana Kovar"), ("byline", "Marlow Courier")]),
        ("By Reuters", [("agency", "Reuters")]),
        ("By Staff Reporter", [("byline", None)]),
        ("By Tuesday the town was empty, its mayor said on Perch.", []),
    ],
)
def test_at_the_beginning(lead: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(f"{lead}\n{BODY}") == expected


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("(AP)", [("agency", "AP")]),
        ("The town is empty. (Reuters, AFP)", [("agency", "AFP"), ("agency", "Reuters")]),
        ("The town is empty (see map)", []),
        ("(Norlight)", [("agency", "Norlight")]),
        ("The town is empty. — AFP", [("agency", "AFP")]),
        ("(with inputs from agencies)", [("contribution", None)]),
        ("The town is empty. With reporting from Norlight.", [("contribution", "Norlight")]),
        ("The talks went on with information from the ministry.", []),
        ("Additional reporting by J. B. Marant in Ardun.", [("contribution", "J. B. Marant")]),
        ("Reporting by Ana Kovar; Editing by Godwin Starr", [("contribution", "Ana Kovar")]),
        ("Ana Kovar and Pavo Rusk contributed to this report.", [("contribution", "Ana Kovar"), ("contribution", "Pavo Rusk")]),
        ("This story was compiled from wire reports.", [("contribution", None)]),
        ("This article was first published by Open Border.", [("feed", "Open Border")]),
        ("Source: Ministry of Roads", [("feed", "Ministry of Roads")]),
        ("Source: velmorachronicle.example", [("feed", "velmorachronicle.example")]),
        ("Sources close to the ministry denied it.", []),
        ("Translated from Velmoran by Ilse Marn.", [("translation", "Ilse Marn")]),
        ("Translated from Velmoran.", [("translation", None)]),
        ("Translated by Ilse Marn", [("translation", "Ilse Marn")]),
        ("Her poems were translated by friends.", []),
        ("This story has not been edited by Valley staff and is published from a syndicated feed.", [("feed", None)]),
    ],
)
def test_at_the_end(tail: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(BODY + tail) == expected


def test_spans_cut_the_words_of_the_credit() -> None:
    text = f"  (AP) — Troops left.\n{BODY}  Additional reporting by Ana Kovar.  "
    stated = credits_in_text(text)
    assert [credit.text for credit in stated] == ["(AP) —", "Additional reporting by Ana Kovar."]
    assert all(
        credit.span is not None and credit.span.cut(text) == credit.text and credit.because[0].spans == (credit.span,)
        for credit in stated
    )


@given(st.text(alphabet=st.sampled_from("ABz .,;()[]/–-\n’&") | st.sampled_from(list("By with from reporting AP")), max_size=400))
def test_every_span_round_trips(text: str) -> None:
    assert all(credit.span is not None and credit.span.cut(text) == credit.text != "" for credit in credits_in_text(text))


@pytest.mark.parametrize("piece", ["A", "A ", "A, ", "A.", "By A and ", "(A ", "with reporting from ", "AA, A ", "/A"])
def test_no_formula_takes_long(piece: str) -> None:
    started = time.monotonic()
    credits_in_text("\n".join([piece * (290 // len(piece))] * 200))
    assert time.monotonic() - started < 10
