"""What a report says of where it has things from."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factory import report
from whence.lineage.declared import find_credit, find_statements, host_of, imprint_of, outlet_of
from whence.records import Credit, Report

PARENT = report("A text.", id="p", outlet="The Ostrel Herald", url="https://www.ostrel-herald.example/a/1/")
TEXT = "Shots were heard in Venna, the Ostrel Herald reported. The Ostrel Herald had a man there."


def child(text: str = "Shots were heard.", **fields: Any) -> Report:
    given = {"outlet": "Venna Leaf", "url": "https://leaf.example/1", "language": "en"}
    return report(text, id="c", **{**given, **fields})


def credited(one: Report, parent: Report = PARENT) -> list[str] | None:
    spans = find_credit(imprint_of(one), imprint_of(parent))
    return None if spans is None else [span.cut(one.text) for span in spans]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("The Ostrel Herald", "Ostrel Herald"), ("La Voz de Venna", "Voz de Venna"), ("Venna Guard, press desk", "Venna Guard"),
        ("L’Heure de Venna", "Heure de Venna"), ("Venna Leaf (online)", "Venna Leaf"), ("The Sun", ""), (None, ""),
    ],
)  # fmt: skip
def test_an_outlets_name_is_looked_for_without_its_article(told: str | None, name: str) -> None:
    assert outlet_of(report("A text.", outlet=told)) == name


@pytest.mark.parametrize("name", ["Ostrel Herald", "Altai Ledger", "Lakeside Leaf", "Theatre Weekly", "Derwent Post"])
def test_the_beginning_of_a_name_is_no_article(name: str) -> None:
    assert outlet_of(report("A text.", outlet=name)) == name
    assert find_credit(imprint_of(child(f"So the {name} reported.")), imprint_of(report("A text.", id="p", outlet=name)))


@pytest.mark.parametrize(
    ("url", "host"), [("https://www.a.example/1", "a.example"), ("https://b.example", "b.example"), (None, ""), ("http://[", "")]
)
def test_host(url: str | None, host: str) -> None:
    assert host_of(url) == host


def test_every_place_where_the_outlet_is_named_is_a_credit() -> None:
    assert credited(child(TEXT)) == ["Ostrel Herald", "Ostrel Herald"]


def test_no_mention_no_credit() -> None:
    assert credited(child("The Ostrel Heralds sang.")) is None
    assert credited(child()) is None


def test_an_outlet_that_names_itself_credits_nobody() -> None:
    assert credited(child(TEXT, outlet="The Ostrel Herald")) is None


@pytest.mark.parametrize(
    "fields",
    [
        {"links": ("https://www.ostrel-herald.example/a/1#top",)},
        {"credits": (Credit("agency", "The Ostrel Herald", "(Ostrel Herald)", None),)},
    ],
    ids=["link", "markup"],
)
def test_a_link_or_the_markup_credits_without_a_passage(fields: dict[str, Any]) -> None:
    assert credited(child(**fields)) == []


def test_a_link_elsewhere_on_the_site_credits_nothing() -> None:
    assert credited(child(links=("https://www.ostrel-herald.example/a/2",))) is None


def test_an_address_in_the_text_is_a_credit() -> None:
    assert credited(child("Shots, says ostrel-herald.example.")) == ["ostrel-herald.example"]


def test_a_statement_may_be_what_a_bodys_own_channel_put_out() -> None:
    channel = report("A text.", id="p", outlet="Ostrel Guard, press desk", url="https://guard.example/1")
    assert credited(child("It held the ford, it said in a statement."), channel) == ["statement"]
    assert credited(child("It held the ford, it said in a statement."), PARENT) is None
    assert credited(child("It held the ford, it said."), channel) is None


def test_statements_are_found_in_languages_with_a_glossary() -> None:
    assert len(find_statements("Об этом говорится в заявлении лиги.", "ru")) == 1
    assert find_statements("It said in a statement.", "xx") == ()
