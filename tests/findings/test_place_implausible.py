from pathlib import Path

import pytest

from tests.findings.ground import DRAVIK, HALM, MARN, growing, material, place, time, toponym
from tests.referents.layers import feature, saved
from whence.findings.place_implausible import CHECK
from whence.records import Finding, Place, Severity
from whence.referents.control import ControlLayer, load_layer

FOUGHT = "The army advanced on Halm."


def run(text: str, *places: Place, layer: ControlLayer | None, published: str = "2031-04-12") -> tuple[Finding, ...]:
    return CHECK.run(material(text, *(toponym(text, each) for each in places), published=published, layer=layer))


@pytest.mark.issue(3)
def test_fighting_tens_of_kilometres_from_the_line(tmp_path: Path) -> None:
    (finding,) = run(FOUGHT, HALM, layer=growing(tmp_path))
    assert (finding.rule, finding.severity) == ("place_implausible", Severity.MEDIUM)
    assert [span.cut(FOUGHT) for span in finding.spans] == ["Halm", "advanced"]
    assert all(words in finding.message for words in ("78 km", "2031-04-12", "fighting on the ground"))
    assert finding.because[0].spans == (finding.spans[1],)
    assert "layer.geojson as of 2031-04-10" in finding.because[1].detail


@pytest.mark.parametrize(
    ("text", "told"),
    [("The army captured Halm.", "a change of control"), ("The army withdrew from Halm.", "a withdrawal")],
)
def test_it_says_what_is_told_of_the_ground(text: str, told: str, tmp_path: Path) -> None:
    assert told in run(text, HALM, layer=growing(tmp_path))[0].message


def test_behind_the_line_is_as_far_as_beyond_it(tmp_path: Path) -> None:
    text = "The army advanced on Marn and Sorn."
    sorn = place("Sorn", 48.05, 31.0)
    assert [finding.spans[0].cut(text) for finding in run(text, MARN, sorn, layer=growing(tmp_path))] == ["Marn", "Sorn"]


def test_near_the_line_nothing_is_remarkable(tmp_path: Path) -> None:
    assert run("The army advanced on Dravik.", DRAVIK, layer=growing(tmp_path)) == ()


def test_shelling_and_talks_are_no_fight_for_the_ground(tmp_path: Path) -> None:
    assert run("Envoys met and shells burst in Halm.", HALM, layer=growing(tmp_path)) == ()


def test_each_kind_of_event_is_told_of_once_for_a_place(tmp_path: Path) -> None:
    text = "The army advanced on Halm, stormed Halm and captured Halm."
    places = [toponym(text, HALM, nth=nth) for nth in range(3)]
    found = CHECK.run(material(text, *places, layer=growing(tmp_path)))
    assert [finding.spans[0] for finding in found] == [places[0].span] * 2
    assert [finding.spans[1].cut(text) for finding in found] == ["advanced", "captured"]


def test_the_line_is_that_of_the_day(tmp_path: Path) -> None:
    layer = growing(tmp_path, grown="2031-04-10")
    assert run(FOUGHT, HALM, layer=layer) == ()
    text = "The army advanced on Halm on 5 April."
    told = material(text, toponym(text, HALM), times=(time(text, "5 April", "2031-04-05"),), layer=layer)
    assert len(CHECK.run(told)) == 1


def test_without_a_layer_or_a_line_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert run(FOUGHT, HALM, layer=None) == ()
    assert run(FOUGHT, HALM, layer=load_layer(saved(tmp_path, feature("2031-04-10", None)))) == ()


@pytest.mark.parametrize("published", ["2031-02-28", "2031-05-11", "2032-04-12"])
def test_a_layer_that_does_not_cover_the_day_says_nothing(published: str, tmp_path: Path) -> None:
    layer = growing(tmp_path)
    assert run(FOUGHT, HALM, layer=layer, published=published) == ()
    assert len(run(FOUGHT, HALM, layer=layer, published="2031-05-10")) == 1
