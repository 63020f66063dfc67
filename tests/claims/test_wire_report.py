"""A wire report from a port, as agencies write them: dateline, an unnamed speaker with a reason, a count, an aside."""

from __future__ import annotations

import pytest

from whence.reader import Reader
from whence.records import ActorRole, Reading, Report

TEXT = (
    "PORT-AU-PRINCE, May 4 (Norfeed) - Police retook the fuel terminal of Varreux on Tuesday, a police commander said.\n"
    "A nurse who asked not to be identified because she feared reprisals said that nine bodies had been counted at the hospital.\n"
    "The interior ministry put the toll at seven. Gunmen attacked a checkpoint near the terminal, according to a police statement."
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    """Return the reading of an invented report of 2032."""
    return Reader().read(Report(id="wire", text=TEXT, sha256="0" * 64))


def said(reading: Reading) -> list[str]:
    """Return what each claim says."""
    return [claim.span.cut(TEXT) for claim in reading.claims]


def test_a_clause_is_reported_from_its_subject_on(reading: Reading) -> None:
    assert any(words.startswith("Police retook the fuel terminal") for words in said(reading))


def test_the_dateline_is_in_no_claim(reading: Reading) -> None:
    assert not [words for words in said(reading) if "Norfeed" in words or "PORT" in words]


def test_the_reason_for_not_naming_is_no_claim(reading: Reading) -> None:
    assert not [words for words in said(reading) if words.strip(" .").startswith(("reprisals", "she feared", "not to be"))]


def test_a_count_is_on_the_word_of_who_counts(reading: Reading) -> None:
    (claim,) = (claim for claim in reading.claims if "at seven" in claim.span.cut(TEXT))
    assert claim.chain[0].text == "The interior ministry"


def test_bodies_counted_are_casualties(reading: Reading) -> None:
    events = [claim.event.type for claim in reading.claims if claim.event and "nine bodies" in claim.span.cut(TEXT)]
    assert "casualties" in events


def test_who_is_quoted_in_an_aside_takes_no_part(reading: Reading) -> None:
    (attack,) = (claim for claim in reading.claims if "attacked" in claim.span.cut(TEXT))
    opponents = [actor.text for actor in attack.actors if actor.role is ActorRole.OPPONENT]
    assert not [text for text in opponents if "statement" in text]


def test_a_name_joined_by_hyphens_is_one_place(reading: Reading) -> None:
    assert "AU" not in {toponym.text for toponym in reading.places}
