import re
from dataclasses import replace

import pytest

from tests.publish.halm import FINLAND, NOKIA, PLACES, ROME, SPRINGFIELDS, TAMPERE, TURKU, halm, place, toponym
from tests.publish.markup import Page
from whence.publish.map import Map, draw_map
from whence.records import Absent, Candidate, Known, Place, PlaceFlag, Reading, Toponym


def drawn(given: Reading) -> Map:
    found = draw_map(given)
    assert found is not None
    return found


def labels(found: Map) -> dict[str, str]:
    return {element.words: element.attributes["class"] for element in Page(found.drawing).all("text")}


def test_each_place_has_its_mark_and_label() -> None:
    shown = labels(drawn(halm()))
    assert shown["Tampere"] == "point"
    assert shown["Pirkanmaa"] == "area"
    assert shown["Nokia (“Nokai”)"] == "point"
    assert shown["FINLAND"] == "country"


def test_a_suspect_name_has_a_ring_and_an_area_a_hollow_mark() -> None:
    page = Page(drawn(halm()).drawing)
    assert len(page.all("circle", class_="ring")) == 2
    assert len(page.all("circle", class_="by")) == 1
    assert len(page.all("circle", class_="dot")) == 6


def test_the_legend_explains_the_marks_that_are_there_and_no_others() -> None:
    assert [kind for kind, _ in drawn(halm()).legend] == ["dot", "ring", "by", "area"]
    assert [kind for kind, _ in drawn(halm(places=PLACES[:1])).legend] == ["dot"]


def test_a_picture_says_in_words_what_it_shows() -> None:
    page = Page(drawn(halm()).drawing)
    image = page.all("svg")[0].attributes
    assert image["role"] == "img"
    assert image["aria-labelledby"].split() == [page.all("title")[0].attributes["id"], page.all("desc")[0].attributes["id"]]
    assert "Nokia, Pirkanmaa, Finland: written “Nokai” ×2 (garbled)" in page.all("desc")[0].words


def test_the_runner_up_of_a_doubtful_name_is_shown_where_it_is_near() -> None:
    near = toponym("Rome", NOKIA, PlaceFlag.DOUBTFUL, candidates=(Candidate(NOKIA, 0.5), Candidate(TURKU, 0.4)))
    far = replace(near, candidates=(Candidate(NOKIA, 0.5), Candidate(ROME, 0.4)))
    shown = drawn(halm(places=(PLACES[0], PLACES[7], near)))
    assert len(Page(shown.drawing).all("path", class_="cross")) == 1
    assert "cross" in dict(shown.legend)
    assert not Page(drawn(halm(places=(PLACES[0], PLACES[7], far))).drawing).all("path", class_="cross")


def test_what_the_map_leaves_out_is_told_with_its_distance() -> None:
    told = drawn(halm(places=(*PLACES[:6], toponym("Rome", ROME)))).beyond
    assert re.fullmatch(r"Beyond the map: Rome, 2,\d\d\d km south of \w+\.", told)
    assert drawn(halm()).beyond == ""


def test_without_a_known_place_there_is_no_map() -> None:
    assert draw_map(halm(places=PLACES[-2:])) is None
    assert draw_map(halm(places=())) is None


def test_a_country_alone_is_shown_with_its_neighbours() -> None:
    shown = labels(drawn(halm(places=(toponym("Finland", FINLAND),))))
    assert shown["Finland"] == "area"
    assert "SWEDEN" in shown
    assert "FINLAND" not in shown


def test_a_close_view_has_a_small_map_of_its_surroundings() -> None:
    assert Page(drawn(halm()).drawing).all("svg", class_="inset")
    wide = drawn(halm(places=(toponym("Tampere", TAMPERE), toponym("Rome", ROME))))
    assert not Page(wide.drawing).all("svg", class_="inset")


EVERYWHERE = [
    place("Vaduz", 47.14, 9.52, number=1),
    place("Suva", -18.14, 178.44, number=2),
    place("Alert", 82.5, -62.3, number=3),
    place("Vostok", -78.46, 106.84, number=4),
    place("Null", 0.0, 0.0, number=5),
    *SPRINGFIELDS,
]


@pytest.mark.parametrize("where", EVERYWHERE, ids=[each.name for each in EVERYWHERE])
def test_a_map_can_be_drawn_anywhere(where: Place) -> None:
    assert where.name in labels(drawn(halm(places=(toponym("Tampere", where),))))


def test_the_whole_world_is_light_enough_for_a_page() -> None:
    tokyo, dakar = place("Tokyo", 35.7, 139.7, number=8), place("Dakar", 14.7, -17.4, number=9)
    far = tuple(toponym("Tampere", each) for each in (TAMPERE, SPRINGFIELDS[0], tokyo, dakar))
    assert len(drawn(halm(places=far)).drawing) < 150_000


def test_words_on_the_map_are_escaped() -> None:
    evil = place('"><script>1</script>\x1b', 61.5, 23.8, number=7)
    drawing = str(drawn(halm(places=(Toponym(PLACES[0].span, "<b>", Known(evil), flags=(PlaceFlag.GARBLED,)),))).drawing)
    assert "<script" not in drawing
    assert "<b>" not in drawing
    assert "\x1b" not in drawing


def test_the_same_reading_gives_the_same_map() -> None:
    unknown = replace(PLACES[0], place=Absent())
    assert drawn(halm()).drawing == drawn(halm(places=(*PLACES, unknown))).drawing
