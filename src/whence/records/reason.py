"""Why a result is what it is: every result that leaves a room carries its reasons."""

from __future__ import annotations

from dataclasses import dataclass

from whence.records.span import Span


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence for a result, in words an editor can check.

    `kind` is a short stable name ("cue verb", "meta tag"), `detail` the sentence shown, `spans` the passages of the report's text
    that it rests on (none where it rests on the page's markup), `weight` its share in a decision that adds weights up.
    """

    kind: str
    detail: str
    spans: tuple[Span, ...] = ()
    weight: float | None = None
