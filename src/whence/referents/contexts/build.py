"""From the tables of a context pack to its record.

Enters: tables that `schema.py` found in order. Leaves: a `Context`. It checks nothing.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from whence.records import (
    Alias,
    Box,
    Context,
    ContextPlace,
    Holder,
    LayerDeclaration,
    Office,
    Outlet,
    Party,
    Reference,
    Side,
    Theatre,
)
from whence.referents.contexts.schema import Table


def build_context(table: Table, folder: Path | None = None) -> Context:
    """Return the record of a pack; the paths of its layers are taken from the folder that it lies in."""
    pack: dict[str, Any] = dict(table)
    return Context(
        name=pack["name"],
        title=pack["title"],
        start=pack["start"],
        end=pack.get("end"),
        theatre=theatre_of(pack["theatre"]),
        sides=tuple(Side(id, name) for id, name in pack["sides"].items()),
        parties=tuple(party_of(each) for each in pack["parties"]),
        offices=tuple(office_of(each) for each in pack.get("offices", ())),
        outlets=tuple(outlet_of(each) for each in pack.get("outlets", ())),
        places=tuple(place_of(each) for each in pack.get("places", ())),
        layers=tuple(layer_of(each, folder) for each in pack.get("layers", ())),
    )


def aliases_of(table: dict[str, Any], key: str = "aliases") -> tuple[Alias, ...]:
    """Return the aliases of a table, language by language."""
    return tuple(Alias(text, language) for language, texts in table.get(key, {}).items() for text in texts)


def reference_of(table: dict[str, Any]) -> Reference:
    """Return the source that a table names."""
    return Reference(table["source"]["organisation"], table["source"]["url"])


def theatre_of(table: dict[str, Any]) -> Theatre:
    """Return where the conflict is."""
    sides = {name: float(table[name]) for name in ("south", "west", "north", "east")}
    return Theatre(Box(**sides), tuple(table["countries"]), aliases_of(table, "words"))


def party_of(table: dict[str, Any]) -> Party:
    """Return a party."""
    return Party(
        id=table["id"],
        name=table["name"],
        side=table["side"],
        aliases=aliases_of(table),
        part_of=table.get("part_of", ""),
        label=table.get("label", ""),
        reference=reference_of(table) if "source" in table else None,
    )


def office_of(table: dict[str, Any]) -> Office:
    """Return an office with its holders."""
    holders = tuple(holder_of(each) for each in table.get("holders", ()))
    return Office(table["id"], table["name"], table["party"], aliases_of(table), holders)


def holder_of(table: dict[str, Any]) -> Holder:
    """Return a holder of an office."""
    since: date | None = table.get("since")
    until: date | None = table.get("until")
    return Holder(table["name"], reference_of(table), aliases_of(table), since, until)


def outlet_of(table: dict[str, Any]) -> Outlet:
    """Return an outlet."""
    return Outlet(table["name"], tuple(table["domains"]), table["ownership"], reference_of(table), table.get("country", ""))


def place_of(table: dict[str, Any]) -> ContextPlace:
    """Return a place."""
    return ContextPlace(table["name"], float(table["latitude"]), float(table["longitude"]), aliases_of(table))


def layer_of(table: dict[str, Any], folder: Path | None) -> LayerDeclaration:
    """Return a control layer's declaration."""
    path = str(folder / table["path"]) if folder is not None else table["path"]
    return LayerDeclaration(table["name"], path, table["held_by"], table["licence"], reference_of(table))
