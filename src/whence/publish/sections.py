"""The claims of a report as a sheet orders them: by event first, then what is no event of the ground.

Enters: a reading. Leaves: the events with their claims, and the rest by what it is: what might come, what was so before, what
somebody makes of it, and what tells no event. Every claim stands in one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from whence.publish.event_groups import EventGroup, group_by_event, tells_event
from whence.records import Claim, ClaimKind, Finding, Reading, Severity


@dataclass(frozen=True, slots=True)
class Section:
    """Claims that are of no event, under one heading. `folded` says that a sheet shows how many, and them only when asked."""

    title: str
    claims: tuple[Claim, ...]
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Sections:
    """What a sheet shows, in its order."""

    events: tuple[EventGroup, ...]
    rest: tuple[Section, ...]


def sort_claims(reading: Reading) -> Sections:
    """Return the claims by event, and the others by their kind; a heading without claims is left out."""
    events = group_by_event(reading)
    rest = [claim for claim in reading.claims if not tells_event(claim)]
    kinds = {kind: tuple(claim for claim in rest if claim.kind is kind) for kind in ClaimKind}
    sections = (
        Section("Other statements" if events else "Statements", kinds[ClaimKind.EVENT]),
        Section("Speculation", kinds[ClaimKind.SPECULATION]),
        Section("Background", kinds[ClaimKind.BACKGROUND]),
        Section("Assessments", kinds[ClaimKind.ASSESSMENT], folded=True),
    )
    return Sections(events, tuple(section for section in sections if section.claims))


def order_findings(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings as a sheet shows them: the most severe first, those of one check that say the same joined to one.

    The joined finding stands where its first one did and has the passages of all of them.
    """
    joined: dict[tuple[str, Severity, str], Finding] = {}
    for finding in findings:
        key = finding.rule, finding.severity, finding.message
        before = joined.get(key)
        spans = finding.spans if before is None else (*before.spans, *(span for span in finding.spans if span not in before.spans))
        because = finding.because if before is None else (*before.because, *finding.because)
        joined[key] = replace(finding, spans=spans, because=because)
    return tuple(finding for severity in Severity for finding in joined.values() if finding.severity is severity)
