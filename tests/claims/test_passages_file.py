"""The specification of claims by example is itself in order: its words stand in its texts, and it covers what it is to cover."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.claims.matching import KEYS, PARTIES, ROLES, quantity_parts, words_of
from tests.claims.passages import FILE, NAMING, Passage, load_passages, where
from whence.records.event import ClaimKind, Degree, EventType, EvidenceKind
from whence.referents.contexts import load_context

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "passages.md"
PASSAGES = load_passages()
CLAIMS = [(passage, claim) for passage in PASSAGES for claim in passage.claim]
NAMES = [f"{passage.id}-{claim[NAMING]}" for passage, claim in CLAIMS]
YEARS = range(2031, 2035)
NOUNS = frozenset({
    "withdrawal", "capture", "offensive", "battles", "bombardment", "air raid", "missile strike", "drone attack", "deaths",
    "exodus", "evacuation", "arrival", "truce", "talks", "airlift", "destruction", "threats", "denial", "blow", "resignation",
})  # fmt: skip
"""Triggers that are nouns, one or more of each kind of event; in "editor-and-pilot" a capture is a detention."""


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def quoted(claim: dict[str, Any]) -> list[str]:
    """Return every piece of an expectation that is given in words of the text."""
    words = [*listed(claim[NAMING]), *claim.get("place", ()), *claim.get("chain", ())]
    words += [each for role in ROLES for each in listed(claim.get(role, []))]
    words += [claim["time"]] if isinstance(claim.get("time"), str) and claim["time"] else []
    return words + [each[key] for each in claim.get("evidence", ()) for key in ("words", "holder") if key in each]


def test_there_are_at_least_fifty_passages_each_with_a_name_of_its_own() -> None:
    assert len(PASSAGES) >= 50
    assert [name for name, count in Counter(passage.id for passage in PASSAGES).items() if count > 1] == []
    assert len({passage.text for passage in PASSAGES}) == len(PASSAGES)


@pytest.mark.parametrize("kind", EventType)
def test_every_kind_of_event_is_told_by_a_noun_and_by_another_word(kind: EventType) -> None:
    triggers = {claim[NAMING] for _, claim in CLAIMS if claim["event"] == kind}
    assert triggers & NOUNS, triggers
    assert triggers - NOUNS - {"fall", "loss"}, triggers


@pytest.mark.parametrize("passage", PASSAGES, ids=[passage.id for passage in PASSAGES])
def test_a_passage_says_what_it_shows_and_expects_something(passage: Passage) -> None:
    assert passage.about.endswith(".")
    assert 1 <= sum(passage.text.count(mark) for mark in (". ", "? ", ".\n")) + 1 <= 3
    assert passage.claim or passage.no_claim_of
    assert {*passage.no_claim_of} <= {*EventType}
    assert [words for words in passage.no_trigger if len(where(passage.text, words)) != 1] == []
    assert passage.context == "none" or load_context(passage.context).parties


@pytest.mark.parametrize(("passage", "claim"), CLAIMS, ids=NAMES)
def test_the_words_of_a_claim_stand_in_the_text_its_trigger_once(passage: Passage, claim: dict[str, Any]) -> None:
    assert len(where(passage.text, claim[NAMING])) == 1
    assert [words for words in quoted(claim) if not where(passage.text, words)] == []


@pytest.mark.parametrize(("passage", "claim"), CLAIMS, ids=NAMES)
def test_the_values_of_a_claim_are_those_of_the_records(passage: Passage, claim: dict[str, Any]) -> None:
    assert claim.keys() - {NAMING} <= KEYS
    assert "event" in claim
    assert EventType(claim["event"]) not in passage.no_claim_of
    assert {claim[key] for key in ("certainty", "report_certainty") if key in claim} <= {*Degree}
    assert claim.get("kind", "event") in {*ClaimKind}
    assert {each["kind"] for each in claim.get("evidence", ())} <= {*EvidenceKind}
    assert {each.keys() <= {"kind", "words", "holder", "checkable"} for each in claim.get("evidence", ())} <= {True}
    known = {party.id for party in load_context(passage.context).parties} if passage.context != "none" else set()
    assert {claim[key] for key in PARTIES if key in claim} <= known


@pytest.mark.parametrize(("passage", "claim"), CLAIMS, ids=NAMES)
def test_quantities_and_days_can_be_read(passage: Passage, claim: dict[str, Any]) -> None:
    for written in claim.get("quantities", ()):
        parts = quantity_parts(written)
        assert parts.keys() <= {"value", "low", "high", "unit", "measure"}
        assert set(words_of(parts.get("unit", ""))) <= {*words_of(passage.text), "km"}
    if isinstance(claim.get("time"), list):
        start, end = (date.fromisoformat(day) for day in claim["time"])
        assert start < end
        assert start.year in YEARS


@pytest.mark.parametrize("written", ["twelve soldiers", "12", "killed soldiers"])
def test_a_quantity_in_short_begins_with_its_number_and_ends_with_its_unit(written: str) -> None:
    with pytest.raises(ValueError, match="not a quantity"):
        quantity_parts(written)


def test_all_that_can_be_expected_of_a_claim_is_expected_somewhere() -> None:
    used = {key for _, claim in CLAIMS for key in claim}
    assert KEYS - used == {"patient_party"}
    assert {claim["certainty"] for _, claim in CLAIMS if "certainty" in claim} == {*Degree}
    assert {claim["kind"] for _, claim in CLAIMS if "kind" in claim} == {*ClaimKind}
    assert {claim["denied"] for _, claim in CLAIMS if "denied" in claim} == {True, False}


def test_the_manual_shows_every_passage_with_its_section() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [passage.id for passage in PASSAGES if f"\n### {passage.id}\n" not in page or f"> {passage.text}\n" not in page] == []
    sections = [
        line.removeprefix("# ---- ") for line in FILE.read_text(encoding="utf-8").splitlines() if line.startswith("# ---- ")
    ]
    assert [section for section in sections if f"\n## {section}\n" not in page] == []
    assert len(tomllib.loads(FILE.read_text(encoding="utf-8"))["passage"]) == page.count("\n### ")
