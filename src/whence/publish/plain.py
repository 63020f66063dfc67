"""The smallest parts of the interchange, which all its objects share: spans, reasons, values that may not be known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from whence.records import Maybe, Reason, Span, Undetermined, value_or_none

Json = dict[str, Any]


def split_maybes(maybes: dict[str, Maybe[str]]) -> tuple[dict[str, str | None], list[str]]:
    """Return the values with null for what is not known, and the keys of those that are undetermined."""
    values = {key: value_or_none(maybe) for key, maybe in maybes.items()}
    return values, [key for key, maybe in maybes.items() if isinstance(maybe, Undetermined)]


def pair(span: Span | None) -> list[int] | None:
    """Return a span as `[start, end]`, null where there is none."""
    return None if span is None else [span.start, span.end]


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    """Return spans as `[start, end]` lists."""
    return [[span.start, span.end] for span in spans]


def reason_to_dict(reason: Reason) -> Json:
    """Return one piece of evidence."""
    return {"kind": reason.kind, "detail": reason.detail, "weight": reason.weight, "spans": pairs(reason.spans)}
