"""Records built by hand from the words of a text, so that no test counts characters.

Every text in the tests is invented: people, outlets and places that do not exist, in the year 2031.
"""

from __future__ import annotations

import hashlib
from typing import Any

from whence.records import (
    Absent,
    Attribution,
    Claim,
    CueGrade,
    Finding,
    Known,
    Maybe,
    Quotation,
    Reading,
    Report,
    Run,
    Source,
    SourceKind,
    Span,
)


def known(value: str | None) -> Maybe[str]:
    """Return the value as known, None as absent."""
    return Absent() if value is None else Known(value)


def report(text: str, *, id: str = "r1", **fields: Any) -> Report:
    """Return a report of `text`; plain strings among `fields` become known values where the record holds a Maybe."""
    maybes = {"language", "headline", "outlet", "published_at", "updated_at", "captured_at"}
    fields = {
        name: known(value) if name in maybes and (value is None or isinstance(value, str)) else value
        for name, value in fields.items()
    }
    sha256 = fields.pop("sha256", hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return Report(id=id, text=text, sha256=sha256, **fields)


def span(text: str, words: str, *, nth: int = 0) -> Span:
    """Return where `words` stand in `text`, the `nth` time they do."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def spans(text: str, *words: str) -> tuple[Span, ...]:
    """Return where each of `words` first stands in `text`."""
    return tuple(span(text, each) for each in words)


def source(
    text: str,
    words: str,
    kind: SourceKind | str = SourceKind.OTHER,
    *,
    nth: int = 0,
    name: str | Maybe[str] | None = None,
    role: str | Maybe[str] | None = None,
    named: bool = False,
    unnamed_because: str | Maybe[str] | None = None,
    understood: bool = False,
    **fields: Any,
) -> Source:
    """Return the source mentioned as `words` in `text`; with `understood`, one that the text does not mention there."""
    return Source(
        kind=SourceKind(kind),
        span=None if understood else span(text, words, nth=nth),
        text=words,
        name=known(name) if name is None or isinstance(name, str) else name,
        role=known(role) if role is None or isinstance(role, str) else role,
        named=named,
        unnamed_because=known(unnamed_because) if unnamed_because is None or isinstance(unnamed_because, str) else unnamed_because,
        **fields,
    )


def claim(
    text: str,
    *words: str,
    id: str = "",
    chain: tuple[Source, ...] = (),
    cue: str | Span | None = None,
    grade: CueGrade | str | None = None,
    quotation: Quotation | str | None = None,
    **fields: Any,
) -> Claim:
    """Return the claim that the passages `words` of `text` state; without an id it gets one from its first offset."""
    passages = spans(text, *words)
    at = () if cue is None else (cue,) if isinstance(cue, Span) else spans(text, cue)
    return Claim(
        id=id or f"c{passages[0].start}",
        passages=passages,
        chain=chain,
        cue=at,
        grade=None if grade is None else CueGrade(grade),
        quotation=None if quotation is None else Quotation(quotation),
        **fields,
    )


def reading(
    of: Report | str,
    *claims: Claim,
    attributions: tuple[Attribution, ...] = (),
    findings: tuple[Finding, ...] = (),
    sentences: tuple[Span, ...] = (),
    **fields: Any,
) -> Reading:
    """Return the reading of a report (or of a text) with these claims."""
    whole = of if isinstance(of, Report) else report(of)
    run = fields.pop("run", Run(whence="0.0.0", engine="hand"))
    return Reading(
        report=whole, sentences=sentences, attributions=attributions, claims=claims, findings=findings, run=run, **fields
    )
