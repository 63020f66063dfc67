"""Three values for what a report may or may not tell: known, absent, undetermined.

An unknown date is not the publication date and an unnamed outlet is not an empty string, so neither `None` nor a default stands
for them. `Absent` says that we looked and the report does not tell; `Undetermined` that it tells something we cannot settle.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from whence.records.reason import Reason

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """A value and why we hold it."""

    value: T
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Absent:
    """Looked for and not there."""

    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Undetermined:
    """There, but not to be settled: contradicting, ambiguous or unreadable."""

    because: tuple[Reason, ...] = ()


Maybe: TypeAlias = Known[T] | Absent | Undetermined


def value_or_none(maybe: Maybe[T]) -> T | None:
    """Return the known value, or None for the other two: only for formats that have no third value."""
    return maybe.value if isinstance(maybe, Known) else None
