"""The five saved pages, and pages that hold no story."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from tests.reports.saved import PAGES, gold
from whence.errors import NoText, OnlyMenu, TooComplex, Undecodable
from whence.records import Absent, Known, Report, Undetermined, value_or_none
from whence.reports import LoadOptions
from whence.reports.pages import read_page
from whence.reports.raw import Raw

GOLD = gold()
DEFAULTS = LoadOptions()
STORY = (
    "<p>The harbour board of Saltmere said on Thursday that the northern quay would be closed to boats until the end of June.</p>"
    "<p>“We have no other choice,” its chairwoman, Elin Torvald, told fishermen at a meeting that lasted into the night.</p>"
)


def read(html: str | bytes, *, url: str | None = None, options: LoadOptions = DEFAULTS) -> Report:
    data = html.encode("utf-8") if isinstance(html, str) else html
    return read_page(Raw("page.html", data, url=url), options)


@pytest.fixture(params=sorted(GOLD), ids=lambda name: name.removesuffix(".html"))
def saved(request: pytest.FixtureRequest) -> tuple[Report, dict[str, Any]]:
    return read((PAGES / request.param).read_bytes()), GOLD[request.param]


def test_the_text_is_the_story_and_nothing_else(saved: tuple[Report, dict[str, Any]]) -> None:
    report, expected = saved
    assert expected["first"] in report.text.split("\n")[0]
    assert expected["last"] in report.text
    assert [phrase for phrase in expected["absent"] if phrase.lower() in report.text.lower()] == []
    assert expected["headline"] not in report.text
    assert all(line == line.strip() != "" for line in report.text.split("\n"))


def test_every_passage_of_the_gold_stands_in_the_text(saved: tuple[Report, dict[str, Any]]) -> None:
    report, expected = saved
    passages = [part for one in expected["attributions"] for part in (*one["chain"], one["cue"], *one["content"])]
    assert [
        passage for passage in (*passages, *expected["scare_quotes"], *expected["own_voice"]) if passage not in report.text
    ] == []


def test_what_the_page_states_of_itself(saved: tuple[Report, dict[str, Any]]) -> None:
    report, expected = saved
    assert isinstance(report.headline, Known)
    assert (report.headline.value, value_or_none(report.outlet)) == (expected["headline"], expected["outlet"])
    assert (list(report.authors), report.url, value_or_none(report.language)) == (
        expected["authors"],
        expected["url"],
        expected["language"],
    )


def test_publication_and_update_are_kept_apart(saved: tuple[Report, dict[str, Any]]) -> None:
    report, expected = saved
    if expected["published_at"] == "undetermined":
        assert isinstance(report.published_at, Undetermined)
        assert len(report.published_at.because) == 2
    else:
        assert value_or_none(report.published_at) == expected["published_at"]
    assert value_or_none(report.updated_at) == expected["updated_at"]
    assert isinstance(report.captured_at, Absent)


def test_credits_have_their_place(saved: tuple[Report, dict[str, Any]]) -> None:
    report, expected = saved
    assert [[credit.kind, credit.name, credit.span is not None] for credit in report.credits] == expected["credits"]
    assert all(credit.span.cut(report.text) == credit.text for credit in report.credits if credit.span)


def test_traces_of_the_site(saved: tuple[Report, dict[str, Any]]) -> None:
    report, expected = saved
    assert [[mark.kind, mark.value] for mark in report.fingerprints] == expected["fingerprints"]
    assert list(report.links) == expected["links"]


def test_the_same_bytes_give_the_same_report() -> None:
    data = (PAGES / "wire.html").read_bytes()
    assert read(data) == read(data)


def test_a_page_that_is_all_menu() -> None:
    links = "".join(
        f"<li><a href='/{n}'>Everything about topic number {n} in our valley and beyond it this week</a></li>" for n in range(40)
    )
    with pytest.raises(OnlyMenu, match=r"page\.html: only menus.*\[W108\]"):
        read(f"<html><body><nav><ul>{links}</ul></nav><p>Welcome.</p></body></html>")


def test_a_page_without_a_word() -> None:
    with pytest.raises(NoText):
        read("<html><head><title>Loading</title></head><body><div id='root'></div><script>start()</script></body></html>")


def test_a_short_story_stays_a_story_in_a_box_with_a_suspicious_name() -> None:
    report = read(f"<html><body><div class='content social share-on'>{STORY}</div></body></html>")
    assert report.text.startswith("The harbour board")
    assert report.text.endswith("into the night.")


def test_the_headline_comes_without_the_outlet() -> None:
    title = "<title>Quay closed | Saltmere Now</title><meta property='og:title' content='Quay closed | Saltmere Now'>"
    head = f"{title}<meta property='og:site_name' content='Saltmere Now'>"
    report = read(f"<html><head>{head}</head><body><article>{STORY}</article></body></html>")
    assert value_or_none(report.headline) == "Quay closed"


def test_the_outlet_is_read_from_the_title_beside_the_headline() -> None:
    report = read(f"<html><head><title>The Quay Post :: Quay closed</title></head><body><h1>Quay closed</h1>{STORY}</body></html>")
    assert value_or_none(report.outlet) == "The Quay Post"
    assert "Quay closed" not in report.text


def test_a_page_that_names_no_outlet_has_its_host_for_one() -> None:
    report = read(f"<html><body><h1>Quay closed</h1>{STORY}</body></html>", url="https://www.quay.example/a")
    assert isinstance(report.outlet, Known)
    assert (report.outlet.value, report.outlet.because[0].kind) == ("quay.example", "address")


def test_an_organisation_as_author_is_a_credit() -> None:
    author = '"author":{"@type":"NewsMediaOrganization","name":"Norlight"}'
    graph = f'{{"@type":"NewsArticle","headline":"Quay closed",{author},"isBasedOn":"https://n.example/1"}}'
    report = read(f"<html><head><script type='application/ld+json'>{graph}</script></head><body>{STORY}</body></html>")
    assert report.authors == ()
    assert [(credit.kind, credit.name) for credit in report.credits] == [("agency", "Norlight"), ("feed", "https://n.example/1")]


def test_a_few_broken_bytes_outside_the_story_do_no_harm_and_inside_they_do() -> None:
    head, filler = b"<html><head><meta charset='utf-8'></head><body>", b"<div class='ad'>" + b"x" * 3000 + b"\xff</div>"
    story = STORY.encode()
    assert "harbour" in read(head + story + filler).text
    with pytest.raises(Undecodable, match="within the story"):
        read(head + story.replace(b"northern", b"n\xffrthern") + filler)


HOSTILE = {
    "nesting": "<html><body>" + "<div>" * 100_000 + STORY,
    "elements": "<html><body>" + "<b>x</b>" * 200_000 + STORY,
    "text": "<html><body><p>" + "word said " * 500_000,
    "stray brackets": "<html><body>" + "<" * 3_000_000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_pages_are_refused_in_bounded_time(name: str) -> None:
    started = time.monotonic()
    with pytest.raises((TooComplex, NoText)):
        read(HOSTILE[name])
    assert time.monotonic() - started < 20


@pytest.mark.parametrize(
    "junk",
    [
        "<div class='" + "a " * 2_000_000 + "'></div>",
        "<script type='application/ld+json'>" + "[" * 400_000 + "</script>",
        "<a href='https://x.example/" + "a" * 2_000_000 + "'>x</a>",
        "<!-- " * 200_000 + "-->",
        "<script>" + "UA-1 fbq('init', ym(1, " * 100_000 + "</script>",
    ],
    ids=["attribute", "json", "link", "comments", "ids"],
)
def test_hostile_parts_leave_the_story_readable(junk: str) -> None:
    started = time.monotonic()
    assert read(f"<html><body>{STORY}{junk}</body></html>").text.startswith("The harbour board")
    assert time.monotonic() - started < 20


def test_entities_of_a_doctype_are_not_unfolded() -> None:
    bomb = "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
    report = read(f"{bomb}<html><body>{STORY}<p>&b;</p></body></html>")
    assert "aaaaaaaaaa" not in report.text


def test_a_file_of_the_gold_for_every_page() -> None:
    assert {path.name for path in Path(PAGES).glob("*.html")} == set(GOLD)
