"""How a mention stands to what it was taken from."""

from __future__ import annotations

import pytest

from whence.collation.units import Unit
from whence.lineage.routes import Route, Way
from whence.lineage.statuses import status_of
from whence.records import Span, Status, Variation, VariationKind

UNITS = (Unit(0, Span(0, 20), 0.0), Unit(1, Span(10, 30), 0.1), Unit(1, Span(40, 60), 0.5, denied=True))
TAKEN = Route(1, Way.TAKEN, 0, 0)


def variation(kind: VariationKind, start: int, end: int) -> Variation:
    return Variation(kind, "r1", Span(start, end), "120", "12")


@pytest.mark.parametrize(
    ("route", "status"),
    [
        (Route(1, Way.FIRST_HAND), Status.FAITHFUL),
        (Route(1, Way.ADDED), Status.ADDED),
        (TAKEN, Status.FAITHFUL),
        (Route(2, Way.TAKEN, 0, 0), Status.CONTRADICTED),
        (Route(2, Way.TAKEN, 0, None), Status.FAITHFUL),
        (Route(2, Way.FIRST_HAND), Status.FAITHFUL),
    ],
)
def test_by_the_way_and_the_polarity(route: Route, status: Status) -> None:
    assert status_of(UNITS, route, ()) is status


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (VariationKind.PLACE, Status.GARBLED), (VariationKind.NUMBER, Status.GARBLED), (VariationKind.QUOTATION, Status.GARBLED),
        (VariationKind.EXAGGERATION, Status.EXAGGERATED), (VariationKind.EVIDENCE, Status.FAITHFUL),
    ],
)  # fmt: skip
def test_by_the_variations_that_stand_in_it(kind: VariationKind, status: Status) -> None:
    assert status_of(UNITS, TAKEN, (variation(kind, 12, 15),)) is status
    assert status_of(UNITS, TAKEN, (variation(kind, 31, 35),)) is Status.FAITHFUL
    assert status_of(UNITS, Route(1, Way.ADDED), (variation(kind, 12, 15),)) is Status.ADDED


def test_exaggeration_is_told_before_garbling() -> None:
    both = (variation(VariationKind.NUMBER, 12, 15), variation(VariationKind.EXAGGERATION, 12, 15))
    assert status_of(UNITS, TAKEN, both) is Status.EXAGGERATED
