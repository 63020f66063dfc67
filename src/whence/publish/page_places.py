"""What the page shows of places and times: the rows of their tables, the words of their tooltips, the map.

Enters: a reading. Leaves: plain data for the template, and for each place name and time expression of the text the row that it
leads to. Rows and text lead to one another without a script.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from whence.publish.map import draw_map
from whence.publish.places import (
    PlaceGroup,
    Regions,
    group_places,
    is_suspect,
    name_regions,
    summarise_places,
    tell_flags,
    tell_form,
    tell_hover_place,
    tell_reading,
    tell_reasons,
)
from whence.publish.position import Paragraphs
from whence.publish.reasons import show_reasons
from whence.publish.times import group_times, tell_hover_time, tell_time_expression
from whence.publish.visible import visible
from whence.records import Absent, Known, Reading, Reason, Span, Toponym


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where one name or expression of the text leads: the row's id, its own anchor, its tooltip and how it looks."""

    row: str
    anchor: str
    title: str
    look: str


@dataclass(frozen=True, slots=True)
class Pointers:
    """The pointers of a reading's places and times, by their numbers."""

    places: tuple[Pointer, ...] = ()
    times: tuple[Pointer, ...] = ()


def point_to_rows(reading: Reading) -> Pointers:
    """Return where each place name and each time expression of the text leads."""
    regions = name_regions(reading)
    places = {
        number: Pointer(f"place-{row}", f"at-place-{number + 1}", tell_hover_place(toponym, regions), look_of(toponym))
        for row, group in enumerate(group_places(reading), start=1)
        for number, toponym in ((number, reading.places[number]) for number in group.mentions)
    }
    times = {
        number: Pointer(f"time-{row}", f"at-time-{number + 1}", tell_hover_time(reading.times[number]), "time")
        for row, group in enumerate(group_times(reading), start=1)
        for number in group.mentions
    }
    return Pointers(tuple(places[number] for number in sorted(places)), tuple(times[number] for number in sorted(times)))


def look_of(toponym: Toponym) -> str:
    """Return the classes of a place name: suspect ones look like a word that a spelling checker stops at."""
    return "toponym suspect" if is_suspect(toponym) else "toponym"


def show_places(reading: Reading, paragraphs: Paragraphs) -> dict[str, object] | None:
    """Return the map and a row for each group of names; None where the report names no place."""
    groups = group_places(reading)
    if not groups:
        return None
    regions = name_regions(reading)
    rows = [show_place(group, index, reading, paragraphs, regions) for index, group in enumerate(groups, start=1)]
    return {
        "summary": summarise_places(groups),
        "suspect": any(group.suspect for group in groups),
        "rows": rows,
        "map": draw_map(reading),
    }


def show_place(group: PlaceGroup, index: int, reading: Reading, paragraphs: Paragraphs, regions: Regions) -> dict[str, object]:
    """Return what the template shows of one group of names."""
    toponym = group.toponym
    because: tuple[Reason, ...] = (*toponym.place.because, *toponym.because)
    if isinstance(toponym.place, Known) and toponym.candidates:
        because = tuple(dict.fromkeys((*because, *toponym.candidates[0].because)))
    why = tell_reasons(toponym)
    more = [reason for reason in because if reason.spans or visible(reason.detail) not in why]
    return {
        "id": f"place-{index}",
        "form": tell_form(group),
        "state": "suspect" if group.suspect else "known" if isinstance(toponym.place, Known) else "open",
        "reading": tell_reading(toponym, regions),
        "flags": tell_flags(toponym),
        "why": why,
        "mentions": show_mentions(
            ((f"at-place-{number + 1}", reading.places[number].span) for number in group.mentions), paragraphs
        ),
        "because": show_reasons(more, reading.report.text),
    }


def show_times(reading: Reading, paragraphs: Paragraphs) -> list[dict[str, object]]:
    """Return a row for each group of time expressions."""
    rows: list[dict[str, object]] = []
    for index, group in enumerate(group_times(reading), start=1):
        told, precision = tell_time_expression(group.expression)
        expression = group.expression
        anchors = ((f"at-time-{number + 1}", reading.times[number].span) for number in group.mentions)
        rows.append(
            {
                "id": f"time-{index}",
                "form": tell_form(group),
                "state": "known" if precision or isinstance(expression.interval, Absent) else "open",
                "interval": told,
                "precision": precision,
                "mentions": show_mentions(anchors, paragraphs),
                "because": show_reasons((*expression.interval.because, *expression.because), reading.report.text),
            }
        )
    return rows


def show_mentions(anchors: Iterable[tuple[str, Span]], paragraphs: Paragraphs) -> list[dict[str, str]]:
    """Return the links from a row back to the text."""
    return [
        {"anchor": anchor, "paragraph": paragraphs.locate(span)[0], "offsets": paragraphs.locate(span)[1]}
        for anchor, span in anchors
    ]
