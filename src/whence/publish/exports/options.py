"""What a caller may ask of an export; light, so that the command line can show its help at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

RegionName = Callable[[str, str], str]
"""Gives the name of a first-level region by its country and GeoNames' code, empty where it is not known."""


class Scheme(StrEnum):
    """Whose columns a table has."""

    ACLED = "acled"
    UCDP = "ucdp"


class Include(StrEnum):
    """What is left out unless it is asked for."""

    BACKGROUND = "background"
    DENIED = "denied"
    SPECULATION = "speculation"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """How a reading leaves: whose columns, what else than reported events, and where the names of regions are from."""

    columns: Scheme = Scheme.ACLED
    include: frozenset[Include] = frozenset()
    region_name: RegionName | None = None
