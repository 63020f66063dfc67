from dataclasses import replace

from tests.publish.halm import NOKIA, TAMPERE
from tests.publish.markup import Page
from tests.publish.trace.traces import family, readings
from whence.publish.trace.trace_map import draw_trace_map
from whence.records import Known, Span, Toponym


def labels(words: str) -> list[str]:
    return [each.words for each in Page(words).all("text", class_="point")]


def test_the_places_of_assertions_are_on_the_map_and_no_others() -> None:
    trace = family()
    place = Toponym(Span(0, 5), "Tampere", Known(TAMPERE), 0.9, (), (), Span(0, 9))
    placed = replace(trace, assertions=(replace(trace.assertions[0], place=Known(place)), *trace.assertions[1:]))
    drawn = draw_trace_map(placed, readings())
    assert drawn is not None
    assert labels(str(drawn.drawing)) == ["Tampere"]


def test_the_reports_names_for_them_are_shown_too() -> None:
    trace = family()
    place = Toponym(Span(0, 5), "Nokia", Known(NOKIA), 0.9)
    placed = replace(trace, assertions=(replace(trace.assertions[0], place=Known(place)), *trace.assertions[1:]))
    drawn = draw_trace_map(placed, readings())
    assert drawn is not None
    assert labels(str(drawn.drawing)) == ["Nokia (“Nokai”)"]


def test_without_a_known_place_there_is_no_map() -> None:
    assert draw_trace_map(family()) is None
