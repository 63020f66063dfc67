from pathlib import Path

import pytest

from tests.findings.ground import DAYS, DRAVIK, MARN, growing, material, time, toponym
from tests.referents.layers import box, feature, saved
from whence.findings.control_conflict import CHECK
from whence.records import Finding, Place, PlaceFlag, Severity
from whence.referents.control import ControlLayer, load_layer

TAKEN = "The army captured Marn and Dravik."


def run(text: str, *places: Place, layer: ControlLayer | None, published: str = "2031-04-12") -> tuple[Finding, ...]:
    return CHECK.run(material(text, *(toponym(text, each) for each in places), published=published, layer=layer))


@pytest.mark.issue(3)
def test_a_capture_of_ground_held_all_along(tmp_path: Path) -> None:
    (finding,) = run(TAKEN, MARN, layer=growing(tmp_path))
    assert (finding.rule, finding.severity) == ("control_conflict", Severity.MEDIUM)
    assert [span.cut(TAKEN) for span in finding.spans] == ["Marn", "captured"]
    assert all(words in finding.message for words in ("taken", "layer.geojson", "East", "2031-03-01"))
    assert "2031-04-20" in finding.because[0].detail


def test_a_capture_of_ground_never_held_and_a_withdrawal_from_it(tmp_path: Path) -> None:
    layer = growing(tmp_path)
    (finding,) = run(TAKEN, DRAVIK, layer=layer)
    assert "nobody that the layer names" in finding.message
    (finding,) = run("The army withdrew from Dravik.", DRAVIK, layer=layer)
    assert "left" in finding.message


def test_holders_without_a_name_are_told_as_one_side(tmp_path: Path) -> None:
    layer = load_layer(saved(tmp_path, *(feature(day, box(30, 48, 32, 48.5)) for day in DAYS)))
    assert "one side" in run(TAKEN, MARN, layer=layer)[0].message


@pytest.mark.parametrize("grown", ["2031-03-31", "2031-04-10", "2031-04-20"])
def test_a_change_within_weeks_before_or_after_is_none(grown: str, tmp_path: Path) -> None:
    assert run(TAKEN, DRAVIK, layer=growing(tmp_path, grown=grown)) == ()


def test_a_change_weeks_before_or_after_is_one(tmp_path: Path) -> None:
    assert len(run(TAKEN, DRAVIK, layer=growing(tmp_path, grown="2031-03-11"))) == 1
    assert len(run(TAKEN, DRAVIK, layer=growing(tmp_path, grown="2031-04-20"), published="2031-03-30")) == 1


def test_fighting_is_no_change_of_hands(tmp_path: Path) -> None:
    assert run("Fighting goes on in Marn.", MARN, layer=growing(tmp_path)) == ()


def test_a_place_is_told_of_once_where_it_stands_first(tmp_path: Path) -> None:
    text = "The army captured Marn, withdrew from Marn and captured Dravik."
    places = toponym(text, MARN), toponym(text, MARN, nth=1), toponym(text, DRAVIK)
    found = CHECK.run(material(text, *places, layer=growing(tmp_path)))
    assert [finding.spans[0] for finding in found] == [places[0].span, places[2].span]
    assert [finding.spans[1].cut(text) for finding in found] == ["captured", "captured"]


def test_without_a_layer_there_is_nothing_to_say() -> None:
    assert run(TAKEN, MARN, layer=None) == ()


@pytest.mark.parametrize("published", ["2031-02-28", "2031-03-21"])
def test_a_layer_that_begins_too_late_says_nothing(published: str, tmp_path: Path) -> None:
    assert run(TAKEN, MARN, layer=growing(tmp_path), published=published) == ()


def test_a_layer_that_ended_weeks_before_says_nothing(tmp_path: Path) -> None:
    layer = growing(tmp_path)
    assert len(run(TAKEN, MARN, layer=layer, published="2031-05-10")) == 1
    assert run(TAKEN, MARN, layer=layer, published="2031-05-11") == ()
    assert run(TAKEN, MARN, layer=layer, published="2032-04-12") == ()


def test_a_gap_in_the_layer_in_which_the_change_may_lie_says_nothing(tmp_path: Path) -> None:
    layer = growing(tmp_path, days=("2031-03-01", "2031-06-01"), grown="2031-06-01")
    assert run(TAKEN, DRAVIK, layer=layer, published="2031-04-12") == ()
    assert len(run(TAKEN, MARN, layer=layer, published="2031-04-12")) == 1, "the same hands on both sides of the gap"


def test_a_day_in_the_text_goes_before_that_of_publication(tmp_path: Path) -> None:
    text = "The army captured Dravik on 14 March."
    found = material(
        text, toponym(text, DRAVIK), times=(time(text, "14 March", "2031-03-14"),), layer=growing(tmp_path, grown="2031-03-21")
    )
    assert CHECK.run(found) == ()


def test_a_garbled_name_is_shown_as_it_stands_with_its_reading(tmp_path: Path) -> None:
    text = "The army captured MaRn."
    found = material(text, toponym(text, MARN, PlaceFlag.GARBLED, words="MaRn"), layer=growing(tmp_path))
    assert "“MaRn” (Marn)" in CHECK.run(found)[0].message
