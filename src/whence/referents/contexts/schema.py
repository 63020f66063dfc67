"""The keys of a context pack and what may stand under them.

Enters: the tables of a pack as tomllib reads them. Leaves: problems with missing, unknown and mistyped keys. What the values say to
one another is looked at in `check.py`; what each key means is told in docs/how-to/write-a-context.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from enum import Enum
from typing import TypeAlias

from whence.referents.contexts.lines import Path

Value: TypeAlias = "dict[str, Value] | list[Value] | str | float | bool | date | None"
Table: TypeAlias = dict[str, Value]

LANGUAGE = re.compile(r"[a-z]{2,3}")
COUNTRY = re.compile(r"[A-Z]{2}")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+(?:/\S*)?")
DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}")


class Kind(Enum):
    """What a value may be; its value is how that is told."""

    TEXT = "text between quotation marks"
    ID = "an id of small letters, digits and hyphens"
    ADDRESS = "an address that begins with http:// or https://"
    COUNTRY = "a two-letter country code such as UA"
    DAY = "a day such as 2031-03-07, without quotation marks"
    NUMBER = "a number"
    TEXTS = "a list of texts"
    DOMAINS = "a list of domains such as example.org, in small letters"
    COUNTRIES = "a list of two-letter country codes such as UA"
    ALIASES = 'lists of names by language code, such as en = ["…"]'
    NAMES = 'names by id, such as west = "…"'
    TABLE = "a table"
    TABLES = "a list of tables"


@dataclass(frozen=True, slots=True)
class Key:
    """What stands under a key: its kind, whether it may be missing, and the keys of the tables in it."""

    kind: Kind
    required: bool = True
    keys: dict[str, Key] = field(default_factory=dict)


def optional(kind: Kind, keys: dict[str, Key] | None = None) -> Key:
    """Return a key that may be missing."""
    return Key(kind, required=False, keys=keys or {})


SOURCE = {"organisation": Key(Kind.TEXT), "url": Key(Kind.ADDRESS)}
ALIASES = optional(Kind.ALIASES)
HOLDER = {
    "name": Key(Kind.TEXT),
    "aliases": ALIASES,
    "since": optional(Kind.DAY),
    "until": optional(Kind.DAY),
    "source": Key(Kind.TABLE, keys=SOURCE),
}
PARTY = {
    "id": Key(Kind.ID),
    "name": Key(Kind.TEXT),
    "side": Key(Kind.ID),
    "part_of": optional(Kind.ID),
    "label": optional(Kind.TEXT),
    "source": optional(Kind.TABLE, SOURCE),
    "aliases": ALIASES,
}
OFFICE = {
    "id": Key(Kind.ID),
    "name": Key(Kind.TEXT),
    "party": Key(Kind.ID),
    "aliases": ALIASES,
    "holders": optional(Kind.TABLES, HOLDER),
}
OUTLET = {
    "name": Key(Kind.TEXT),
    "domains": Key(Kind.DOMAINS),
    "country": optional(Kind.COUNTRY),
    "ownership": Key(Kind.TEXT),
    "source": Key(Kind.TABLE, keys=SOURCE),
}
PLACE = {"name": Key(Kind.TEXT), "latitude": Key(Kind.NUMBER), "longitude": Key(Kind.NUMBER), "aliases": ALIASES}
LAYER = {
    "name": Key(Kind.TEXT),
    "path": Key(Kind.TEXT),
    "held_by": Key(Kind.ID),
    "licence": Key(Kind.TEXT),
    "source": Key(Kind.TABLE, keys=SOURCE),
}
THEATRE = {
    "south": Key(Kind.NUMBER),
    "west": Key(Kind.NUMBER),
    "north": Key(Kind.NUMBER),
    "east": Key(Kind.NUMBER),
    "countries": Key(Kind.COUNTRIES),
    "words": ALIASES,
}
PACK = {
    "name": Key(Kind.ID),
    "title": Key(Kind.TEXT),
    "start": Key(Kind.DAY),
    "end": optional(Kind.DAY),
    "theatre": Key(Kind.TABLE, keys=THEATRE),
    "sides": Key(Kind.NAMES),
    "parties": Key(Kind.TABLES, keys=PARTY),
    "offices": optional(Kind.TABLES, OFFICE),
    "outlets": optional(Kind.TABLES, OUTLET),
    "places": optional(Kind.TABLES, PLACE),
    "layers": optional(Kind.TABLES, LAYER),
}

PATTERNS = {Kind.ID: ID, Kind.ADDRESS: ADDRESS, Kind.COUNTRY: COUNTRY}
LISTS = {Kind.TEXTS: None, Kind.DOMAINS: DOMAIN, Kind.COUNTRIES: COUNTRY}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and the way to it. `holding` is the text at fault within a longer value; a `grave` one hides others."""

    path: Path
    message: str
    holding: str = ""
    grave: bool = True


def check_table(table: Table, keys: dict[str, Key], path: Path = ()) -> Iterator[Fault]:
    """Yield what is wrong with the keys of a table and of the tables in it."""
    for name in table:
        if name not in keys:
            near = get_close_matches(name, keys, n=1)
            meant = f"; did you mean {near[0]!r}?" if near else f"; the keys here are {', '.join(keys)}"
            yield Fault((*path, name), f"unknown key {name!r}{meant}", grave=False)
    for name, key in keys.items():
        if name not in table:
            if key.required:
                yield Fault(path, f"the key {name!r} is missing; it takes {key.kind.value}")
            continue
        yield from check_value(table[name], key, (*path, name))


def check_value(value: Value, key: Key, path: Path) -> Iterator[Fault]:
    """Yield what is wrong with a value."""
    if key.kind is Kind.TABLE and isinstance(value, dict):
        yield from check_table(value, key.keys, path)
    elif key.kind is Kind.TABLES and isinstance(value, list) and all(isinstance(each, dict) for each in value):
        for number, each in enumerate(value):
            if isinstance(each, dict):
                yield from check_table(each, key.keys, (*path, number))
    elif key.kind is Kind.ALIASES and isinstance(value, dict):
        for language, names in value.items():
            if not LANGUAGE.fullmatch(language):
                yield Fault((*path, language), f"{language!r} is no language code such as en, ru or uk")
            yield from check_value(names, Key(Kind.TEXTS), (*path, language))
    elif not is_plainly(value, key.kind):
        yield Fault(path, f"{path[-1]!r} takes {key.kind.value}")


def is_plainly(value: Value, kind: Kind) -> bool:
    """Tell whether a value without tables in it is of a kind."""
    if kind is Kind.NUMBER:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind is Kind.DAY:
        return isinstance(value, date) and not isinstance(value, datetime)
    if kind is Kind.NAMES:
        return isinstance(value, dict) and all(ID.fullmatch(id) and is_plainly(name, Kind.TEXT) for id, name in value.items())
    if kind in LISTS:
        pattern = LISTS[kind]
        return isinstance(value, list) and all(
            isinstance(each, str) and each.strip() and (pattern is None or pattern.fullmatch(each)) for each in value
        )
    if kind is Kind.TEXT or kind in PATTERNS:
        return isinstance(value, str) and bool(value.strip()) and (kind is Kind.TEXT or bool(PATTERNS[kind].fullmatch(value)))
    return False
