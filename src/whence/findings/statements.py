"""What the checks on claims share: which claims come of one statement, so that a check speaks once of what stands there once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from whence.records import Claim, Known, Report, Source, Span

SENTENCE_END = re.compile(r"[.!?][”’\"')]*\s+(?=[^a-z\s])|\n+")


def statements_of(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """Return claims by the attribution that they come of; those of none by their statement, each alone where it has no number."""
    groups: dict[tuple[str, int | Span], list[Claim]] = {}
    for claim in claims:
        key: tuple[str, int | Span] = ("claim", claim.span)
        if claim.attribution is not None:
            key = ("attribution", claim.attribution)
        elif claim.statement:
            key = ("statement", claim.statement)
        groups.setdefault(key, []).append(claim)
    return tuple(tuple(group) for group in groups.values())


def passages_of(claims: Iterable[Claim]) -> tuple[Span, ...]:
    """Return the passages of claims in order, without those that lie within others."""
    spans = sorted({passage for claim in claims for passage in claim.passages})
    return tuple(one for one in spans if not any(other != one and other.covers(one) for other in spans))


def nearest(claim: Claim) -> tuple[Source, ...]:
    """Return the source nearest the event with those beside it, none in the report's own voice."""
    return (claim.chain[-1], *claim.chain[-1].beside) if claim.chain else ()


def sentence_at(report: Report, offset: int) -> int:
    """Return the number of the sentence in which an offset stands, as far as punctuation tells sentences."""
    return sum(end.end() <= offset for end in SENTENCE_END.finditer(report.text))


def day_of(report: Report) -> date | None:
    """Return the day of publication, None where the report tells none or less than a day."""
    if not isinstance(report.published_at, Known):
        return None
    try:
        return date.fromisoformat(report.published_at.value[:10])
    except ValueError:
        return None
