from dataclasses import replace

from tests.publish.halm import GARBLED_WHY, TIMES, halm
from tests.publish.markup import Page
from whence.publish.page import to_html
from whence.publish.page_places import point_to_rows, show_places, show_times
from whence.publish.position import find_paragraphs
from whence.records import Reading, Reason


def rows(given: Reading) -> list[dict[str, object]]:
    shown = show_places(given, find_paragraphs(given.report.text))
    assert shown is not None
    found = shown["rows"]
    assert isinstance(found, list)
    return found


def test_names_written_alike_lead_to_one_row() -> None:
    places = point_to_rows(halm()).places
    assert [places[number].row for number in (1, 6)] == ["place-1", "place-1"]
    assert [places[number].anchor for number in (1, 6)] == ["at-place-2", "at-place-7"]
    assert [places[number].look for number in (0, 1)] == ["toponym", "toponym suspect"]


def test_a_row_leads_back_to_each_of_its_names() -> None:
    mentions = rows(halm())[0]["mentions"]
    assert mentions == [
        {"anchor": "at-place-2", "paragraph": "¶1", "offsets": "58–63"},
        {"anchor": "at-place-7", "paragraph": "¶3", "offsets": "313–318"},
    ]


def test_a_row_says_what_state_its_reading_is_in() -> None:
    states = {str(row["form"]): row["state"] for row in rows(halm())}
    assert (states["“Nokai” ×2"], states["“Tampere”"], states["“Ulvenholm”"]) == ("suspect", "known", "open")


def test_a_reason_that_the_row_tells_is_not_told_again_unless_it_has_a_passage() -> None:
    given = halm()
    resting = Reason("nearness", GARBLED_WHY[1].detail, (given.places[0].span,))
    marked = replace(given.places[1], because=(GARBLED_WHY[0], resting), candidates=())
    first, *_ = rows(halm(places=(marked,)))
    assert str(first["why"]).startswith("no place is known as “Nokai”")
    assert first["because"] == [{"kind": "nearness", "detail": resting.detail, "words": "Tampere"}]


def test_times_have_rows_and_an_unsettled_one_stands_out() -> None:
    shown = show_times(halm(), find_paragraphs(halm().report.text))
    assert len(shown) == len(TIMES)
    assert [row["state"] for row in shown] == ["known", "known", "known", "known", "open", "known"]


def test_without_a_known_place_the_page_has_a_table_and_no_map() -> None:
    unknown = halm(places=halm().places[-2:])
    page = Page(to_html(unknown))
    assert page.all("section", id="where")
    assert not page.all("svg", class_="map")
    assert show_places(halm(places=()), find_paragraphs("")) is None
