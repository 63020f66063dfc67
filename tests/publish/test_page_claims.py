from tests.publish.dravik import dravik
from tests.publish.kolm import kolm
from tests.publish.markup import Page
from whence.publish.chains import group_claims
from whence.publish.page import to_html
from whence.publish.page_claims import draw_bar, lay_out, show_events, show_sections
from whence.publish.position import find_paragraphs

DESK = lay_out(kolm(), find_paragraphs(kolm().report.text))
PAGE = Page(to_html(kolm()))


def test_an_event_has_its_headline_in_parts_and_a_row_a_claim() -> None:
    first = show_events(DESK)[0]
    assert (first["what"], first["where"]) == ("Withdrawal", "Nokia (written “Nokai”)")
    assert first["facts"] == ["garrison and the last vehicles", first["where"], "3 May 2031 18:00 to 4 May 2031 06:00"]
    heads = [element.words for element in PAGE.all("h3")]
    assert heads[0] == (
        "Withdrawal — garrison and the last vehicles — Nokia (written “Nokai”) — 3 May 2031 18:00 to 4 May 2031 06:00"
    )
    assert heads[4:] == ["Other statements 1 claim", "Speculation 1 claim", "Assessments 1 claim"]


def test_every_claim_has_one_row_and_keeps_its_number_in_the_text() -> None:
    rows = PAGE.all("li", class_="row")
    assert sorted(int(row.attributes["data-claim"]) for row in rows) == list(range(1, 12))
    assert [row.attributes["data-claim"] for row in rows][-3:] == ["11", "9", "8"]


def test_assessments_are_folded_into_the_page() -> None:
    (fold,) = PAGE.all("details", class_="fold")
    assert "a heavy blow" in fold.words
    assert "open" not in fold.attributes
    assert [section["folded"] for section in show_sections(DESK)] == [False, False, True]


def test_a_row_leads_to_the_entry_of_its_chain_and_that_leads_back() -> None:
    for row in PAGE.all("li", class_="row"):
        number, entry = row.attributes["data-claim"], row.attributes["data-group"]
        (source,) = PAGE.all("li", id=entry)
        assert number in source.attributes["data-claims"].split(" ")
        assert any(link.attributes["href"] == f"#{entry}" for link in PAGE.all("a"))
        assert any(link.attributes["href"] == f"#c{number}" for link in PAGE.all("a") if link.words == number)


def test_a_row_says_how_sure_and_on_what() -> None:
    assert [element.words for element in PAGE.all("p", class_="certainty")] == [
        "denied by Turku government: “denied”",
        "probable: “show”",
        "possible: “could”",
    ]
    assert len(PAGE.all("p", class_="rests")) == 3


def test_the_reasons_of_a_row_are_those_of_all_that_it_tells() -> None:
    why = PAGE.all("details", class_="why")[0].words
    assert "trigger: “withdrawn” tells it" in why
    assert "neither a title nor a date nor a link is told" in why


def test_the_bar_counts_statements() -> None:
    assert [part["words"] for part in draw_bar(group_claims(kolm().claims))] == [
        "4 statements from a named source",
        "3 statements from an unnamed source",
        "3 statements in the report’s own voice",
    ]
    widths = [int(str(part["width"])) for part in draw_bar(group_claims(dravik().claims))]
    assert sum(widths) in {999, 1000, 1001}
