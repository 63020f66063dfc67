"""A map of the places of a trace's assertions, drawn by the same hand as that of one report."""

from __future__ import annotations

from collections.abc import Mapping

from whence.publish.map import Map, draw_map
from whence.records import Known, Reading, Report, Toponym, Trace


def draw_trace_map(trace: Trace, readings: Mapping[str, Reading] | None = None) -> Map | None:
    """Return the map of the places that assertions are of, with the names that reports write them by; None where none is known."""
    of_assertions = [each.place.value for each in trace.assertions if isinstance(each.place, Known)]
    keys = {toponym.place.value.key for toponym in of_assertions if isinstance(toponym.place, Known)}
    named = [
        toponym
        for report in trace.reports
        if readings and report.id in readings
        for toponym in readings[report.id].places
        if isinstance(toponym.place, Known) and (not keys or toponym.place.value.key in keys)
    ]
    places = tuple(by_itself(toponym) for toponym in (*of_assertions, *named) if isinstance(toponym.place, Known))
    if not places:
        return None
    return draw_map(Reading(Report("", "", ""), (), (), (), (), trace.run, places=places))


def by_itself(toponym: Toponym) -> Toponym:
    """Return a name without the words of its report that make an area of it: names of several reports stand on one map."""
    return Toponym(
        toponym.span, toponym.text, toponym.place, toponym.score, toponym.flags, toponym.candidates, None, toponym.because
    )
