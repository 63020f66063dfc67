"""Who stands behind each mention: the source nearest the event where an assertion has its roots, known across reports.

Independence counts sources and not reports: two reporters who heard one spokesman are two reports and one witness. A mention that
first stands in a report written from others has a witness only if the report says who told *it* so by name, or if it has an author
of its own; else nobody is known to stand behind it and it was added on the way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from whence.collation.keys import WORD
from whence.lineage.declared import outlet_of
from whence.lineage.ground import Ground
from whence.lineage.voice import is_own_channel, speaks_in_first_person
from whence.records import Absent, Claim, Known, Maybe, Reading, Source, SourceKind, Span
from whence.referents.gazetteer.skeleton import skeleton
from whence.reports.called import called

SHORTEST_NAME = 3
"""Letters of a word in capitals that may name somebody."""

FIRST_HAND = frozenset(
    {
        SourceKind.OFFICIAL, SourceKind.PARTY, SourceKind.NGO, SourceKind.RESIDENT, SourceKind.EXPERT, SourceKind.PERSON,
        SourceKind.ANONYMOUS, SourceKind.OTHER, SourceKind.MEDIA, SourceKind.SOCIAL,
    }
)  # fmt: skip
"""Kinds of sources that can know something; a document, an image and an intercept are what somebody else knows by."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One who stands behind a mention, as one report tells it.

    `key` identifies across reports. `bodies` are the keys of the names in its name and office, by which a body and its spokesman
    are known to be one. `sure` says that a reader could tell it from others: a name, a body's own channel, a reporter who says "I".
    """

    key: str
    name: str
    kind: SourceKind
    side: Maybe[str]
    span: Span | None
    bodies: frozenset[str] = frozenset()
    sure: bool = True


def voice_of(ground: Ground, unit: int) -> Voice:
    """Return who stands behind a unit that stands in its report at first hand."""
    reading = ground.readings[ground.comparison.material.units[unit].report]
    claim = ground.claim_of(unit)
    source = _nearest(claim) if claim is not None else None
    return outlet_voice(reading) if source is None else _as_voice(reading, source)


def has_voice(ground: Ground, unit: int, above: Iterable[int]) -> bool:
    """Tell whether a passage of a derived report has somebody of its own behind it.

    The report has an author who speaks, by a byline or in the first person, or it names a source whom none of the reports `above`
    knows.
    """
    material = ground.comparison.material
    reading = material.readings[material.units[unit].report]
    if reading.report.authors or speaks_in_first_person(reading):
        return True
    claim = ground.claim_of(unit)
    chain = claim.chain if claim is not None else ()
    names = [source.name.value for source in chain if source.named and isinstance(source.name, Known)]
    if not names:
        return False
    known = frozenset().union(*(ground.keyed[other].names for other in above))
    return any(known.isdisjoint(f"name:{key}" for key in material.names.keys(name.split()[-1])) for name in names if name.split())


def _nearest(claim: Claim) -> Source | None:
    """Return the source of a claim that is nearest the event and could know it; None for the report's own voice."""
    return next((source for source in reversed(claim.chain) if source.kind in FIRST_HAND), claim.chain[-1] if claim.chain else None)


def _as_voice(reading: Reading, source: Source) -> Voice:
    """Return a source as one who stands behind a mention; an unnamed one is known by its kind within its report."""
    name = source.name.value if isinstance(source.name, Known) else ""
    role = source.role.value if isinstance(source.role, Known) else ""
    if name and source.named:
        return Voice(f"name:{key_of(name)}", name, source.kind, source.party, source.span, bodies_in(name) | bodies_in(role))
    key = f"{source.kind}:{reading.report.id}:{source.text.casefold()}"
    return Voice(key, name or source.text or "unnamed", source.kind, source.party, source.span, bodies_in(source.text), sure=False)


def key_of(name: str) -> str:
    """Return what a person's or body's name is known by across spellings: the skeleton of its last word."""
    words = [word.group() for word in WORD.finditer(name)]
    return skeleton(words[-1]) or words[-1].casefold() if words else name.casefold()


def bodies_in(words: str) -> frozenset[str]:
    """Return the keys of the names in some words: of each word in capitals."""
    found = (word.group() for word in WORD.finditer(words))
    return frozenset(skeleton(word) or word.casefold() for word in found if word[0].isupper() and len(word) >= SHORTEST_NAME)


def outlet_voice(reading: Reading) -> Voice:
    """Return the outlet of a report as the one who was there, or the body whose own channel it is."""
    name = called(reading.report)
    channel = is_own_channel(reading.report)
    kind = SourceKind.PARTY if channel else SourceKind.MEDIA
    key = f"outlet:{outlet_of(reading.report) or reading.report.url or reading.report.id}"
    return Voice(key, name, kind, Absent(), None, bodies_in(name), sure=channel or speaks_in_first_person(reading))
