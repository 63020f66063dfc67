from dataclasses import replace

from tests.factory import report
from tests.publish.markup import Element, Page
from tests.publish.trace.traces import REPORTS, family, hostile_trace, many
from whence.publish.trace.register import fit, register_trace
from whence.publish.trace.stemma_svg import Work, draw_stemma
from whence.records import Trace


def drawn(trace: Trace, works: dict[str, Work] | None = None) -> Page:
    picture = draw_stemma(register_trace(trace), works or {})
    assert picture is not None
    page = Page(str(picture))
    assert not page.open
    return page


def texts(page: Page, look: str) -> list[str]:
    return [each.words for each in page.all("text", class_=look)]


def titles(elements: list[Element]) -> list[str]:
    return [each.words for each in elements]


def test_each_report_has_a_box_with_outlet_time_language_and_headline() -> None:
    page = drawn(family())
    assert texts(page, "outlet") == ["1 Ostmar Gazette", "2 Coastline Press", "3 Der Küstenbote", "4 Inland Post", "5 Wire Seven"]
    assert texts(page, "when") == [
        "2 June 07:40 · EN", "2 June 11:05 · EN", "2 June 16:20 · DE", "3 June, hour not told · EN", "time not known · EN",
    ]  # fmt: skip
    assert texts(page, "headline")[3] == "Hundreds flee as bridge collaps…"
    assert any("“Hundreds flee as bridge collapses, images show”" in words for words in titles(page.all("title")))


def test_a_lost_ancestor_has_a_greek_letter() -> None:
    page = drawn(family())
    assert texts(page, "letter") == ["α"]
    assert len(page.all("g", class_="lost")) == 1


def test_boxes_and_lines_lead_to_the_sections_below() -> None:
    links = [each.attributes["href"] for each in drawn(family()).all("a")]
    assert {f"#report-{number}" for number in range(1, 6)} <= set(links)
    assert {f"#edge-{number}" for number in range(1, 7)} <= set(links)
    assert {"#lost-1", "#alternative-1", "#witnesses"} <= set(links)


def test_lines_have_their_probability_as_label_and_width() -> None:
    page = drawn(family())
    assert sorted(texts(page, "chance")) == ["60%", "70%", "75%", "80%", "91%", "97%"]
    widths = [
        float(each.attributes["stroke-width"]) for each in page.all("path", class_="line") if "stroke-width" in each.attributes
    ]
    assert len(set(widths)) > 3


def test_the_axis_tells_days_hours_and_the_band_without_a_time() -> None:
    page = drawn(family())
    assert texts(page, "axis") == ["2 June 2031", "3 June 2031", "time not known"]
    assert texts(page, "hours") == ["07:40", "11:05", "16:20"]
    assert len(page.all("path", class_="unknown")) == 1


def test_what_a_text_put_in_stands_in_its_box() -> None:
    assert texts(drawn(family(), {"inland": Work(2, 1), "lost1": Work(0, 3)}), "work") == ["+2 ≈1", "≈3"]


def test_witnesses_hang_at_the_roots() -> None:
    assert texts(drawn(family()), "witness") == ["◆ Ilvo Tarn, harbour master +1"]


def test_the_picture_says_in_words_what_it_shows() -> None:
    page = drawn(family())
    image = page.all("svg")[0].attributes
    assert image["role"] == "img"
    assert image["aria-labelledby"] == "stemma-title stemma-desc"
    told = page.all("desc", id="stemma-desc")[0].words
    assert "4 Inland Post: written from α, a lost text (80%) and 3 Der Küstenbote (70%)" in told
    assert "1 Ostmar Gazette: written from no other report at hand" in told


def test_text_that_attacks_is_text_and_long_words_are_cut() -> None:
    page = drawn(hostile_trace())
    assert not page.all("script")
    assert not page.all("img")
    long = replace(REPORTS[0], outlet=REPORTS[0].outlet, headline=report("x", headline="long " * 900).headline)
    shown = drawn(replace(family(), reports=(long, *REPORTS[1:])))
    assert max(map(len, texts(shown, "headline"))) <= 32
    assert max(map(len, titles(shown.all("title")))) < 700


def test_sixty_reports_are_a_picture_and_more_are_not() -> None:
    assert len(drawn(many(60)).all("g", class_="node")) == 60
    assert draw_stemma(register_trace(many(61)), {}) is None
    assert draw_stemma(register_trace(replace(family(), reports=(), edges=(), lost=())), {}) is None


def test_wide_letters_take_the_room_of_two() -> None:
    assert fit("abcdef", 6) == "abcdef"
    assert fit("abcdefg", 6) == "abcde…"
    assert fit("橋は閉鎖された", 6) == "橋は…"
