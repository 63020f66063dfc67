import base64
import hashlib
from collections.abc import Mapping
from dataclasses import replace

import pytest
from lxml import html as parser

from tests.factory import report
from tests.publish.markup import Page
from tests.publish.trace.traces import REPORTS, family, hostile_trace, many, nothing, readings, single
from whence.publish.trace.page import read_assets, tell_lead, to_html
from whence.publish.trace.register import register_trace
from whence.records import (
    Absent,
    Assertion,
    Edge,
    EventType,
    Indication,
    Mention,
    Parallel,
    Reading,
    Run,
    Severity,
    Span,
    Status,
    Trace,
    TraceFinding,
)

TRACES = {"family": family(), "hostile": hostile_trace(), "nothing": nothing(), "single": single(), "many": many(70)}
every = pytest.mark.parametrize("trace", TRACES.values(), ids=TRACES)


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(to_html(family(), readings()))


def section(html: str, id: str) -> str:
    found = parser.fromstring(html).get_element_by_id(id)
    return " ".join(str(found.text_content()).split())


@every
def test_nothing_is_loaded_or_run_from_elsewhere(trace: Trace) -> None:
    page = Page(to_html(trace))
    assert not page.open
    names = {name for element in page.elements for name in element.attributes}
    assert not {
        name for name in names if name.startswith("on") or name in {"src", "style", "srcset", "action", "formaction", "xlink:href"}
    }
    assert not {element.tag for element in page.elements} & {
        "img",
        "iframe",
        "link",
        "object",
        "embed",
        "form",
        "base",
        "use",
        "image",
    }
    assert len(page.all("script")) == 1
    addresses = {each.url for each in trace.reports}
    for element in page.all("a"):
        href = element.attributes["href"]
        assert href.startswith("#") or (href in addresses and "noreferrer" in element.attributes["rel"])
        assert not href.startswith("javascript")


@every
def test_it_is_one_well_formed_document(trace: Trace) -> None:
    html = to_html(trace)
    assert html.startswith("<!DOCTYPE html>")
    root = parser.document_fromstring(html)
    assert root.get("lang") == "en"
    assert root.xpath("count(//h1)") == 1


@every
def test_every_link_leads_somewhere_and_every_id_is_one_elements(trace: Trace) -> None:
    page = Page(to_html(trace))
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    inner = {element.attributes["href"][1:] for element in page.all("a") if element.attributes["href"].startswith("#")}
    assert inner <= set(ids)
    assert not [element for element in page.all("a") if "a" in element.inside]


def test_the_policy_allows_the_pages_own_style_and_script_alone(page: Page) -> None:
    hashes = {
        tag: base64.b64encode(hashlib.sha256(page.all(tag)[0].words.encode()).digest()).decode() for tag in ("style", "script")
    }
    assert page.all("meta")[1].attributes["content"].split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{hashes['style']}'",
        f"script-src 'sha256-{hashes['script']}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert "url(" not in read_assets()["trace.css"]
    assert "@import" not in read_assets()["trace.css"]


def test_text_that_attacks_is_shown_as_text() -> None:
    html = to_html(hostile_trace())
    assert "alert(1)</script>" not in html
    assert "<img" not in html
    assert "\u202e" not in html
    assert "\x1b" not in html
    assert "⟨U+202E⟩" in html
    assert "{{ 7*7 }}" in html
    assert not [each for each in Page(html).all("a") if not each.attributes["href"].startswith("#")]


def test_only_web_addresses_become_links(page: Page) -> None:
    outward = {each.attributes["href"] for each in page.all("a") if not each.attributes["href"].startswith("#")}
    assert outward == {"https://gazette.example/bridge", "https://coastline.example/1"}


def test_the_head_tells_how_many_reports_rest_on_how_few() -> None:
    assert tell_lead(register_trace(family())) == (
        "5 reports; 1 was written from no other report at hand, 4 from one of these or from a text that is lost. Of 5 assertions, "
        "3 rest on a single witness, however many reports repeat it. 2 first stand in rewritings, and nobody is known to stand "
        "behind them."
    )
    assert tell_lead(register_trace(nothing())) == "2 reports; 2 were written from no other report at hand."


def test_the_sentences_that_rewriters_put_in_stand_out(page: Page) -> None:
    html = to_html(family())
    told = section(html, "put-in")
    assert "α, a lost text put in 1 sentence" in told
    assert "+ evidence put in as in 4 Inland Post Satellite images show that the bridge has collapsed." in told
    assert "Taken over by 5 Wire Seven." in told
    assert "Residents fear that the dam above the town is next. Nobody took it over." in told
    marked = [each.words for each in page.all("mark", class_="added")]
    assert "Satellite images show that the bridge has collapsed" in marked
    assert "40 centimetres → 40 Meter" in told


def test_what_was_put_in_before_anything_was_is_nobodys() -> None:
    assert "Nothing was found that a rewriting put in or changed." in section(to_html(nothing()), "put-in")


def test_every_report_opens_to_its_unchanged_text() -> None:
    root = parser.fromstring(to_html(family()))
    for number, each in enumerate(REPORTS, start=1):
        shown = root.get_element_by_id(f"report-{number}")
        for note in shown.find_class("note-of"):
            note.drop_tree()
        assert "\n".join(str(line.text_content()) for line in shown.xpath(".//p[@data-number]")) == each.text


def test_passages_tell_their_language(page: Page) -> None:
    german = [each.words for each in page.all("blockquote", lang="de", dir="auto")]
    assert any("der Fluss um 40 Meter gestiegen war" in words for words in german)


def test_the_map_shows_the_places_of_the_readings(page: Page) -> None:
    assert page.all("section", id="map")
    assert not Page(to_html(family())).all("section", id="map")


def test_findings_witnesses_and_the_run_are_told(page: Page) -> None:
    html = to_html(family())
    assert "Satellite images first stand in rewrites; nobody is named who has them." in section(html, "findings")
    told = section(html, "witnesses")
    assert "Ilvo Tarn, harbour master official · ostmar Speaks at first hand in 1 Ostmar Gazette. Behind assertions 1, 2." in told
    assert "Made by Whence 0.0.0 with engine hand, dependence 1." in page.all("footer")[0].words
    assert "no verdict" in page.all("footer")[0].words


def test_without_script_everything_folded_can_be_opened(page: Page) -> None:
    assert all(page.all("summary")[index].inside[-1] == "details" for index in range(len(page.all("summary"))))
    assert not [each for each in page.elements if "hidden" in each.attributes]


def test_too_many_reports_give_a_list_and_no_picture() -> None:
    html = to_html(many(70))
    assert not Page(html).all("svg", class_="stemma-picture")
    assert "More than 60 reports make no picture" in html
    assert "70 Outlet" in section(html, "stemma")
    assert "10 more reports" in section(html, "matrix")


def test_a_trace_of_thousands_of_mentions_stays_a_page_that_opens() -> None:
    text = "The ferry to Halm did not sail. " * 40
    reports = tuple(report(text, id=f"m{number}", outlet=f"Outlet {number}") for number in range(40))
    mentions = tuple(Mention(each.id, None, Span(0, 31), Status.FAITHFUL) for each in reports)
    gloss = "It did not sail."
    assertions = tuple(Assertion(f"a{number}", gloss, EventType.OTHER, Absent(), Absent(), (), mentions) for number in range(160))
    piece = Indication("wording", "much in common", 1.0, tuple(Parallel(Span(index, 900), Span(index, 900)) for index in range(50)))
    edges = tuple(Edge("m0", each.id, 0.5, (piece,) * 30) for each in reports[1:])
    findings = (TraceFinding("x", Severity.LOW, "m", ()),) * 500
    html = to_html(Trace(reports, edges, (), assertions, (), (), Run("0", "hand"), edges, findings))
    assert len(html) < 16_000_000
    assert "10 more assertions" in html
    page = Page(html)
    assert {each.attributes["href"][1:] for each in page.all("a")} <= {element.attributes.get("id") for element in page.elements}
    assert "and 49 more passages" in html
    assert "and 10 more pieces of evidence" in html


def test_of_thousands_of_reports_the_first_are_listed_and_no_link_leads_nowhere() -> None:
    page = Page(to_html(many(2100)))
    ids = {element.attributes.get("id") for element in page.elements}
    assert {each.attributes["href"][1:] for each in page.all("a")} <= ids
    assert "and 100 more reports" in page.all("section", id="stemma")[0].words
    assert len(page.all("details", class_="report")) == 2000


def test_what_names_nothing_in_the_trace_is_shown_all_the_same() -> None:
    trace = family()
    stray = Assertion("a9", "A gloss.", EventType.OTHER, Absent(), Absent(), ("nobody",), (
        Mention("elsewhere", None, Span(0, 4), Status.FAITHFUL),
        Mention("gazette", None, Span(9000, 9001), Status.GARBLED, "elsewhere"),
    ))  # fmt: skip
    edges = (*trace.edges, Edge("elsewhere", "gazette", 0.2))
    page = Page(to_html(replace(trace, assertions=(*trace.assertions, stray), edges=edges)))
    ids = {element.attributes.get("id") for element in page.elements}
    assert {each.attributes["href"][1:] for each in page.all("a") if each.attributes["href"].startswith("#")} <= ids
    assert "a text that is not in this trace" in page.all("body")[0].words


@pytest.mark.parametrize("given", [None, {}, readings()], ids=["none", "empty", "all"])
def test_the_page_needs_no_readings_and_is_the_same_each_time(given: Mapping[str, Reading] | None) -> None:
    assert to_html(family(), given) == to_html(family(), given)
