"""The columns of the tables as data: what each means, how it is filled, which codes may stand in it, and the codes' own rules.

Enters: the TOML files beside this one. Leaves: records. A coder reads the same files; the manual's page is made from them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from whence.errors import LexiconError
from whence.publish.exports.options import Scheme

Cell = str | int | float | None
Row = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `meaning` in the scheme, how it is `filled` here, the `codes` that may stand in it with their meaning."""

    name: str
    meaning: str
    filled: str
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table in order, and its rules.

    `days` are pairs of the most days that a time may span and its code, narrowest first; `where` gives by GeoNames' feature the
    code of a place and of ground named by it; `events` are the kinds of events that are rows, empty where the crosswalk says so.
    """

    title: str
    about: str
    columns: tuple[Column, ...]
    days: tuple[tuple[int, int], ...] = ()
    where: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    events: frozenset[str] = frozenset()
    disorder: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names in order."""
        return tuple(column.name for column in self.columns)

    def days_code(self, count: int) -> int | None:
        """Return the code of a time that touches so many days, None where it is too long for a date."""
        return next((code for most, code in self.days if count <= most), None)

    def where_code(self, feature: str, *, area: bool) -> int | None:
        """Return the code of a place of a feature, or of ground named by it; None where the scheme gives it no point."""
        fitting = [prefix for prefix in self.where if feature.startswith(prefix)]
        if not fitting:
            return None
        at, around = self.where[max(fitting, key=len)]
        return (around if area else at) or None


@cache
def columns_of(name: str) -> Columns:
    """Return the columns and rules of "acled", "ucdp" or "whence".

    Raises:
        LexiconError: if the file is missing or cannot be understood.
    """
    table = read_data(name)
    try:
        return Columns(
            table["title"],
            table["about"],
            tuple(Column(each["name"], each["meaning"], each["filled"], each.get("codes", {})) for each in table["columns"]),
            tuple((each["most"], each["code"]) for each in table.get("days", ())),
            MappingProxyType({key: (each["at"], each["area"]) for key, each in table.get("where", {}).items()}),
            frozenset(table.get("events", ())),
            MappingProxyType(table.get("disorder", {})),
            MappingProxyType(table.get("tags", {})),
        )
    except KeyError as cause:
        where, reason = f"publish/exports/{name}.toml", f"{cause} is missing"
        raise LexiconError(where, reason) from cause


def header_of(scheme: Scheme) -> tuple[str, ...]:
    """Return the names of all columns of a table, Whence's own last."""
    return (*columns_of(scheme).names, *columns_of("whence").names)


@cache
def words_of(group: str) -> frozenset[str]:
    """Return the words of a list of `people.toml`: "civilians", "fighters", "people", "weapons", "including"."""
    return frozenset(read_data("people")[group])


def read_data(name: str) -> dict[str, Any]:
    """Return what a file beside this one holds.

    Raises:
        LexiconError: if it is missing or no TOML.
    """
    try:
        return tomllib.loads(files("whence.publish.exports").joinpath(f"{name}.toml").read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as cause:
        where, reason = f"publish/exports/{name}.toml", f"{type(cause).__name__}: {cause}"
        raise LexiconError(where, reason) from cause
