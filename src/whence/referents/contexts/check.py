"""What the values of a context pack say to one another, and whether that can be.

Enters: a pack's record. Leaves: faults with the way to each. Shapes of values are `schema.py`'s matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from pathlib import Path as File

from whence.records import Alias, Box, Context, LayerDeclaration
from whence.referents.contexts.lines import Path
from whence.referents.contexts.schema import Fault

LATITUDE, LONGITUDE = 90.0, 180.0


def check_context(context: Context) -> Iterator[Fault]:
    """Yield what cannot be in a pack."""
    yield from check_box(context.theatre.box)
    if context.end is not None and context.end < context.start:
        yield Fault(("end",), f"the end {context.end} is before the start {context.start}")
    yield from check_ids(context)
    yield from check_links(context)
    yield from check_holders(context)
    yield from check_aliases(context)
    yield from check_domains(context)
    for number, place in enumerate(context.places):
        if not (is_degree(place.latitude, LATITUDE) and is_degree(place.longitude, LONGITUDE)):
            yield Fault(("places", number, "latitude"), f"{place.latitude}, {place.longitude} is no latitude and longitude")
    for number, layer in enumerate(context.layers):
        yield from check_layer(layer, ("layers", number))


def is_degree(value: float, limit: float) -> bool:
    """Tell whether a number is a latitude or longitude with that limit."""
    return isfinite(value) and abs(value) <= limit


def check_box(box: Box) -> Iterator[Fault]:
    """Yield what is wrong with the rectangle of the theatre; west of east may be its wrong side only at the antimeridian."""
    for name, limit in (("south", LATITUDE), ("north", LATITUDE), ("west", LONGITUDE), ("east", LONGITUDE)):
        value: float = getattr(box, name)
        if not is_degree(value, limit):
            yield Fault(("theatre", name), f"{name!r} is {value}; it lies from -{limit:g} to {limit:g}")
    if box.south >= box.north:
        yield Fault(("theatre", "south"), f"the box is upside down: south {box.south:g} is not below north {box.north:g}")
    if box.west >= box.east and not (box.west > 0 > box.east):
        yield Fault(("theatre", "west"), f"the box is inside out: west {box.west:g} is not left of east {box.east:g}")


def check_ids(context: Context) -> Iterator[Fault]:
    """Yield ids that two parties or two offices share."""
    for key, ids in (("parties", [each.id for each in context.parties]), ("offices", [each.id for each in context.offices])):
        for number, id in enumerate(ids):
            if id in ids[:number]:
                yield Fault((key, number, "id"), f"the id {id!r} is taken already")


def check_links(context: Context) -> Iterator[Fault]:
    """Yield ids of sides and parties that there are not, and labels on nobody's word."""
    sides, parties = {side.id for side in context.sides}, {party.id for party in context.parties}
    for number, party in enumerate(context.parties):
        if party.side not in sides:
            yield Fault(("parties", number, "side"), f"{party.side!r} is no side; the sides are {', '.join(sorted(sides))}")
        if party.part_of and (party.part_of not in parties or party.part_of == party.id):
            yield Fault(("parties", number, "part_of"), f"{party.part_of!r} is the id of no other party")
        if party.label and party.reference is None:
            yield Fault(("parties", number, "label"), "a label needs a source that says so")
    for number, office in enumerate(context.offices):
        if office.party not in parties:
            yield Fault(("offices", number, "party"), f"{office.party!r} is the id of no party")
    for number, layer in enumerate(context.layers):
        if layer.held_by not in parties:
            yield Fault(("layers", number, "held_by"), f"{layer.held_by!r} is the id of no party")


def check_holders(context: Context) -> Iterator[Fault]:
    """Yield holders who leave an office before they come into it."""
    for number, office in enumerate(context.offices):
        for place, holder in enumerate(office.holders):
            if holder.since is not None and holder.until is not None and holder.until < holder.since:
                told = f"{holder.name} holds the office until {holder.until}, before {holder.since}"
                yield Fault(("offices", number, "holders", place, "until"), told)


def check_aliases(context: Context) -> Iterator[Fault]:
    """Yield names that are given twice: within one entry, or to two parties or offices, so that they tell neither."""
    taken: dict[str, str] = {}
    entries = [(("parties", number), each.name, each.aliases) for number, each in enumerate(context.parties)]
    entries += [(("offices", number), each.name, each.aliases) for number, each in enumerate(context.offices)]
    for path, name, aliases in entries:
        yield from check_twice(aliases, (*path, "aliases"))
        for text in dict.fromkeys([name, *(alias.text for alias in aliases)]):
            other = taken.setdefault(text.casefold(), name)
            if other != name:
                where = next(((*path, "aliases", each.language) for each in aliases if each.text == text), (*path, "name"))
                yield Fault(where, f"{text!r} names {other!r} already; a name that fits both tells neither", text)
    for number, office in enumerate(context.offices):
        for place, holder in enumerate(office.holders):
            yield from check_twice(holder.aliases, ("offices", number, "holders", place, "aliases"))
    for number, each in enumerate(context.places):
        yield from check_twice(each.aliases, ("places", number, "aliases"))
    yield from check_twice(context.theatre.words, ("theatre", "words"))


def check_twice(aliases: tuple[Alias, ...], path: Path) -> Iterator[Fault]:
    """Yield names that stand twice in the list of one language."""
    seen: set[tuple[str, str]] = set()
    for alias in aliases:
        key = (alias.language, alias.text.casefold())
        if key in seen:
            yield Fault((*path, alias.language), f"the name {alias.text!r} stands here twice", alias.text)
        seen.add(key)


def check_domains(context: Context) -> Iterator[Fault]:
    """Yield domains that two outlets share."""
    taken: dict[str, str] = {}
    for number, outlet in enumerate(context.outlets):
        for domain in outlet.domains:
            if domain in taken:
                yield Fault(("outlets", number, "domains"), f"the domain {domain!r} is {taken[domain]}'s already", domain)
            taken[domain] = outlet.name


def check_layer(layer: LayerDeclaration, path: Path) -> Iterator[Fault]:
    """Yield that a control layer's file is not there."""
    if not File(layer.path).is_file():
        yield Fault((*path, "path"), f"there is no file {layer.path!r}; the path is taken from the pack's own folder")
