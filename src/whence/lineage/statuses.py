"""How each mention stands to what it was taken from: faithful, garbled, exaggerated, contradicted, or added on the way."""

from __future__ import annotations

from collections.abc import Sequence

from whence.collation.units import Unit
from whence.lineage.routes import Route, Way
from whence.records import Status, Variation, VariationKind

GARBLING = frozenset(
    {
        VariationKind.PLACE, VariationKind.PERSON, VariationKind.NUMBER, VariationKind.UNIT, VariationKind.DATE,
        VariationKind.QUOTATION, VariationKind.ATTRIBUTION,
    }
)  # fmt: skip


def status_of(units: Sequence[Unit], route: Route, variations: Sequence[Variation], *, repeats: bool = False) -> Status:
    """Return the status of the unit of a route.

    `variations` are those that first stand in its report; `repeats` says that its words stand in the report it was taken from: what
    was left out around them contradicts nothing.
    """
    unit = units[route.unit]
    if route.way is Way.ADDED:
        return Status.ADDED
    if route.way is Way.FIRST_HAND:
        return Status.FAITHFUL
    if route.origin is not None and unit.denied != units[route.origin].denied and not repeats:
        return Status.CONTRADICTED
    kinds = {each.kind for each in variations if each.span.overlaps(unit.span)}
    if VariationKind.EXAGGERATION in kinds:
        return Status.EXAGGERATED
    return Status.GARBLED if kinds & GARBLING else Status.FAITHFUL
