import base64
import hashlib
import re

import pytest

from tests.factory import reading, report
from tests.publish.dravik import TEXT, dravik
from tests.publish.halm import TEXT as FERRY
from tests.publish.halm import halm
from tests.publish.hostile import hostile
from tests.publish.kolm import kolm
from tests.publish.markup import Page
from whence.publish.page import index_entry, read_assets, safe_link, to_html, to_index
from whence.records import Reading, Undetermined


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(to_html(dravik()))


@pytest.mark.parametrize(
    "given",
    [dravik(), halm(), kolm(), hostile(), reading("Nothing here is claimed."), reading(" ")],
    ids=["sample", "places", "events", "hostile", "empty", "blank"],
)
def test_nothing_is_loaded_or_run_from_elsewhere(given: Reading) -> None:
    page = Page(to_html(given))
    assert not page.open
    assert {element.tag for element in page.elements} <= {
        "html", "head", "meta", "title", "style", "body", "div", "a", "header", "p", "strong", "h1", "h2", "h3", "dl", "dt", "dd",
        "section", "svg", "rect", "ul", "ol", "li", "span", "main", "article", "aside", "button", "kbd", "nav",
        "blockquote", "details", "summary", "footer", "code", "script",
        "figure", "figcaption", "table", "thead", "tbody", "tr", "th", "td", "path", "circle", "g", "text", "desc",
    }  # fmt: skip
    names = {name for element in page.elements for name in element.attributes}
    assert not {name for name in names if name.startswith("on") or name in {"src", "style", "srcset", "action", "formaction"}}
    assert len(page.all("script")) <= 1
    assert "url(" not in read_assets()["page.css"]
    assert "@import" not in read_assets()["page.css"]


def test_the_policy_allows_the_pages_own_style_and_script_alone(page: Page) -> None:
    policy = page.all("meta")[1].attributes["content"]
    hashes = {
        tag: base64.b64encode(hashlib.sha256(page.all(tag)[0].words.encode()).digest()).decode() for tag in ("style", "script")
    }
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{hashes['style']}'",
        f"script-src 'sha256-{hashes['script']}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_text_that_attacks_is_shown_as_text() -> None:
    html = to_html(hostile())
    assert "What is said to have happened" in html
    assert "alert(1)</script>" not in html
    assert "<img" not in html
    assert "49" not in Page(html).all("h1")[0].words
    assert "\u202e" not in html
    assert "\x1b" not in html
    assert "⟨U+202E⟩" in Page(html).all("article")[0].words


def test_the_text_is_the_reports(page: Page) -> None:
    shown = [element.words for element in page.all("p", dir="auto") if "data-number" in element.attributes]
    assert shown == TEXT.split("\n")


@pytest.mark.parametrize("given", [dravik(), halm(), kolm(), hostile()], ids=["sample", "places", "events", "hostile"])
def test_every_anchor_leads_somewhere_and_every_id_is_one_elements(given: Reading) -> None:
    page = Page(to_html(given))
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    inner = {element.attributes["href"] for element in page.all("a") if element.attributes["href"].startswith("#")}
    assert {href[1:] for href in inner} <= set(ids)


def test_without_script_every_passage_leads_to_its_row_and_back(page: Page) -> None:
    rows = page.all("li", class_="row")
    assert len(rows) == len(dravik().claims)
    for number in range(1, len(rows) + 1):
        assert any(element.attributes.get("href") == f"#p{number}" for element in page.all("a", class_="back"))
        marked = [element for element in page.all("a") if str(number) in element.attributes.get("data-passage", "").split(" ")]
        assert "".join(element.words for element in marked)
        assert page.all("span", id=f"p{number}")
    assert "hidden" in page.all("section", id="detail")[0].attributes


@pytest.mark.parametrize("given", [dravik(), halm(), kolm()], ids=["sample", "places", "events"])
def test_links_are_not_nested(given: Reading) -> None:
    page = Page(to_html(given))
    assert not [element for element in page.all("a") if "a" in element.inside]


def test_an_overlap_leads_to_its_innermost_claim(page: Page) -> None:
    nested = next(element for element in page.all("a") if element.words == "at least forty vehicles on the road to Pell")
    assert nested.attributes["data-passage"] == "7 6"
    assert nested.attributes["href"] == "#c7"
    assert nested.attributes["data-last"] == "6,7"


def test_each_chain_has_an_entry_with_its_naming(page: Page) -> None:
    groups = [element.attributes["data-naming"] for element in page.all("li", class_="group")]
    assert groups.count("own") == 1
    assert groups[-1] == "own"
    assert groups.count("unnamed") == 6


def test_reasons_are_shown_with_their_words(page: Page) -> None:
    assert "cue verb: “reported” and “citing” nest two sources (reported … citing)" in page.all("details")[0].words
    assert "pronoun: “She” is the last woman named in the paragraph" in page.all("body")[0].words


def test_every_place_name_and_every_time_leads_to_its_row_and_back() -> None:
    given = halm()
    page = Page(to_html(given))
    shown = [element.words for element in page.all("p", dir="auto") if "data-number" in element.attributes]
    assert shown == FERRY.split("\n")
    for look, row, mentions in (("toponym", "place", given.places), ("time", "time", given.times)):
        links = page.all("a", class_=look)
        assert [link.words for link in links] == [each.text for each in mentions]
        for number, link in enumerate(links, start=1):
            assert page.all("tr", id=link.attributes["href"][1:])
            assert page.all("a", href=f"#at-{row}-{number}")


def test_a_place_name_keeps_the_claim_that_it_is_part_of() -> None:
    garbled = Page(to_html(halm())).all("a", class_="suspect")[0]
    assert (garbled.words, garbled.attributes["data-passage"], garbled.attributes["href"]) == ("Nokai", "1", "#place-1")
    place_line, claim_line = garbled.attributes["title"].split("\n")
    assert place_line == "Place, garbled: best reading Nokia, Pirkanmaa, Finland"
    assert claim_line.startswith("harbour office of Pirkanmaa")


def test_a_report_without_places_and_times_has_no_empty_sections(page: Page) -> None:
    assert not page.all("section", id="where")
    assert not page.all("section", id="when")
    assert not page.all("table")


def test_findings_come_by_severity(page: Page) -> None:
    assert [element.words for element in page.all("span", class_="severity")] == ["high", "medium"]


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://halm-courier.example/a", "https://halm-courier.example/a"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https://[broken", ""),
        ("https://halm-courier.example/\u202egpj", ""),
        (None, ""),
    ],
)
def test_only_web_addresses_become_links(url: str | None, link: str) -> None:
    assert safe_link(url) == link


def test_an_unknown_date_is_not_shown_as_one() -> None:
    words = Page(to_html(reading(report("A text.", published_at=Undetermined())))).all("dl")[0].words
    assert "date undetermined" in words
    assert "outlet not told" in words


def test_the_index_leads_to_every_page() -> None:
    index = Page(to_index([index_entry("a.html", dravik()), index_entry("b.html", hostile())]))
    assert [element.attributes["href"] for element in index.all("a")] == ["a.html", "b.html"]
    assert "20 claims" in index.all("ol")[0].words
    assert not index.all("script")


# Contrast: WCAG 2.1 asks 4.5 for text, 3 for lines that carry meaning.

TEXT_ON_GROUND = [
    (ink, ground)
    for ink in ("ink", "muted", "named", "unnamed", "high")
    for ground in ("paper", "card")
] + [("ink", f"{naming}-{state}") for naming in ("named", "unnamed") for state in ("tint", "on")] + [
    ("ink", "own-on"), ("muted", "own-on"), ("ink", "land"), ("muted", "land"), ("ink", "sea"), ("muted", "sea"),
    ("named", "named-tint"), ("unnamed", "unnamed-tint"),
]  # fmt: skip
LINES_ON_GROUND = [
    ("named", "named-tint"),
    ("unnamed", "unnamed-tint"),
    ("focus", "paper"),
    ("high", "land"),
    ("high", "sea"),
    ("ink", "named-on"),
    ("ink", "unnamed-on"),
]


def palette(*, dark: bool) -> dict[str, str]:
    light, shadow, *_ = re.findall(r":root \{(.*?)\}", read_assets()["page.css"], re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))
    return colours | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", shadow)) if dark else colours


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, shade = sorted([luminance(one), luminance(other)], reverse=True)
    return (light + 0.05) / (shade + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read_on_its_ground(ink: str, ground: str, *, dark: bool) -> None:
    colours = palette(dark=dark)
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), LINES_ON_GROUND)
def test_lines_that_carry_meaning_can_be_seen(line: str, ground: str, *, dark: bool) -> None:
    colours = palette(dark=dark)
    assert contrast(colours[line], colours[ground]) >= 3
