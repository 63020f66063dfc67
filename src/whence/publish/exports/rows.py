"""Events as rows: which claims of a report make one, which are left out, and what both schemes of columns take from it.

Enters: a reading. Leaves: events with their claims, and how many were left out and why. What a report has only as denied, as what
might come, or as background is no row unless it is asked for: a coder counts what is reported to have happened. Where one source
denies what another says, the event is a row that says who denies it. Kinds of events for which a scheme has no code are left out.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import urlsplit

from whence.publish.chains import label, label_chain
from whence.publish.event_groups import EventGroup, group_by_event
from whence.publish.exports.actors import Participants, participants_of
from whence.publish.exports.columns import Row, columns_of
from whence.publish.exports.killed import Killed, count_killed
from whence.publish.exports.options import ExportOptions, Include, RegionName, Scheme
from whence.publish.exports.where import Days, choose_place, days_of, written_places
from whence.publish.visible import shorten, visible
from whence.publish.wording import cut_words
from whence.records import (
    Claim,
    ClaimKind,
    Crosswalk,
    Degree,
    Evidence,
    Known,
    Place,
    Reading,
    Report,
    Span,
    Toponym,
    value_or_none,
)

# Characters of one cell. Spreadsheets cut a cell at 32,767; a prefix and doubled quotation marks stay below that.
CELL_LENGTH = 32_000
ID_DIGITS = 16
BETWEEN = "; "
# From sure to unsure.
DEGREES = (Degree.CERTAIN, Degree.PROBABLE, Degree.POSSIBLE, Degree.UNCOMMITTED)


@dataclass(frozen=True)
class CodedEvent:
    """One event of a report: the claims that tell it, and those that say that it is not so.

    `status` is "told", or why it would be left out: "background", "denied", "speculation".
    """

    reading: Reading
    group: EventGroup
    claims: tuple[Claim, ...]
    denials: tuple[Claim, ...] = ()
    status: str = "told"
    region_name: RegionName | None = None

    @property
    def report(self) -> Report:
        """Return the report."""
        return self.reading.report

    @cached_property
    def crosswalk(self) -> Crosswalk:
        """Return what the schemes call it: by the first claim that tells it and has a word for it."""
        events = [claim.event for claim in self.claims if claim.event and claim.event.type is self.group.event]
        return next((event.crosswalk for event in events if event.crosswalk.acled_event), Crosswalk())

    @cached_property
    def id(self) -> str:
        """Return an id that the same report gives the same event."""
        first = self.claims[0]
        at = first.event.trigger if first.event else first.span
        key = json.dumps([self.report.sha256, self.report.id, self.group.event, at.start, at.end])
        return f"whence-{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:ID_DIGITS]}"

    @cached_property
    def days(self) -> Days | None:
        """Return the days that it may have been on, None where the report tells none."""
        return days_of(self.group.time)

    @cached_property
    def toponyms(self) -> tuple[Toponym, ...]:
        """Return the names of its places."""
        return tuple(self.reading.places[number] for number in self.group.places if 0 <= number < len(self.reading.places))

    @cached_property
    def toponym(self) -> Toponym | None:
        """Return the name of the place that stands for all."""
        return choose_place(self.toponyms)

    @property
    def place(self) -> Place | None:
        """Return the place that stands for all, None where none is known."""
        return None if self.toponym is None else value_or_none(self.toponym.place)

    @cached_property
    def participants(self) -> Participants:
        """Return who takes part."""
        return participants_of(self.claims, self.reading)

    @cached_property
    def killed(self) -> Killed:
        """Return the killed that it counts."""
        return count_killed(self.claims, self.report.text)

    @property
    def degree(self) -> Degree | None:
        """Return how sure the surest of those nearest the event is, None where it was not read."""
        told = [claim.certainty for claim in self.claims if claim.certainties]
        return min(told, key=DEGREES.index, default=None)

    @property
    def deniers(self) -> tuple[str, ...]:
        """Return who says that it is not so: of those that have it only as denied, those who deny it."""
        denying = self.claims if self.status == Include.DENIED else self.denials
        return (sources_of(denying) or ("the report",)) if denying else ()

    @property
    def notes(self) -> str:
        """Return the sentences of the report that tell it."""
        return tell_spans(sentences_around((claim.span for claim in self.claims), self.reading), self.report)


@dataclass(frozen=True, slots=True)
class Found:
    """The events of one reading that are told of, and how many others there are, by why they were left out."""

    events: tuple[CodedEvent, ...]
    left_out: Counter[str] = field(default_factory=Counter)


def find_events(reading: Reading, options: ExportOptions) -> Found:
    """Return the events of a reading for a table, in the order of the text."""
    told = [claim for claim in reading.claims if not is_speculation(claim)]
    # What might come is grouped apart, and as if it were told: one that came and one that may come are two.
    guessed = [replace(claim, kind=ClaimKind.EVENT) for claim in reading.claims if is_speculation(claim)]
    events = [
        code_group(group, reading, options) for group in group_by_event(replace(reading, claims=tuple(told)))
    ] + [
        CodedEvent(reading, group, group.claims, status=Include.SPECULATION, region_name=options.region_name)
        for group in group_by_event(replace(reading, claims=tuple(guessed)))
    ]  # fmt: skip
    left_out: Counter[str] = Counter()
    kept: list[CodedEvent] = []
    for event in events:
        if not has_code(event, options.columns):
            left_out["uncoded"] += 1
        elif event.status == "told" or Include(event.status) in options.include:
            kept.append(event)
        else:
            left_out[event.status] += 1
    return Found(tuple(sorted(kept, key=position)), left_out)


def position(event: CodedEvent) -> Span:
    """Return where an event is first told."""
    return event.claims[0].span


def is_speculation(claim: Claim) -> bool:
    """Tell whether a claim is about what might be: it is speculation, or the one nearest the event commits to nothing."""
    if claim.kind is ClaimKind.SPECULATION:
        return True
    asked = bool(claim.certainties) and claim.certainty is Degree.UNCOMMITTED
    return asked and claim.kind in {ClaimKind.EVENT, ClaimKind.BACKGROUND}


def code_group(group: EventGroup, reading: Reading, options: ExportOptions) -> CodedEvent:
    """Return a group as an event: told, only denied, or only background."""
    denials = tuple(claim for claim in group.claims if claim.denied)
    told = tuple(claim for claim in group.claims if not claim.denied)
    if not told:
        return CodedEvent(reading, group, denials, (), Include.DENIED, options.region_name)
    status = "told" if any(claim.kind is ClaimKind.EVENT for claim in told) else Include.BACKGROUND
    return CodedEvent(reading, group, told, denials, status, options.region_name)


def has_code(event: CodedEvent, scheme: Scheme) -> bool:
    """Tell whether a scheme codes such an event."""
    if scheme is Scheme.ACLED:
        return bool(event.crosswalk.acled_event)
    return event.group.event in columns_of(scheme).events


def sentences_around(spans: Iterable[Span], reading: Reading) -> tuple[Span, ...]:
    """Return the sentences that some passages stand in; a passage that stands in none stays as it is."""
    around = (each for span in spans for each in [sentence for sentence in reading.sentences if sentence.overlaps(span)] or [span])
    return tuple(around)


def tell_spans(spans: Iterable[Span], report: Report) -> str:
    """Return the words of some passages in one cell, none within another twice."""
    return shorten(cut_words(outermost(spans), report.text), CELL_LENGTH)


def outermost(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans that lie in no other, each once, in order."""
    distinct = sorted(set(spans))
    return tuple(span for span in distinct if not any(other != span and other.covers(span) for other in distinct))


def sources_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the sources nearest the event, each once."""
    return tuple(dict.fromkeys(label(claim.chain[-1]) for claim in claims if claim.chain))


def publisher_of(report: Report) -> str:
    """Return who published a report: the outlet, else the host of its address, else nothing."""
    if isinstance(report.outlet, Known):
        return visible(report.outlet.value)
    try:
        return visible(urlsplit(report.url or "").hostname or "")
    except ValueError:
        return ""


def join(parts: Iterable[str]) -> str:
    """Return the parts that say something, each once, in one cell."""
    return shorten(BETWEEN.join(dict.fromkeys(part for part in parts if part)), CELL_LENGTH)


def tell_evidence(evidence: Evidence) -> str:
    """Return what a claim is said to rest on in a few words."""
    return f"{evidence.kind}: {visible(evidence.text)}" + (" (checkable)" if evidence.checkable else "")


def own_row(event: CodedEvent) -> Row:
    """Return the columns that lead back to the report."""
    report, reading = event.report, event.reading
    claims: Sequence[Claim] = (*event.claims, *event.denials)
    time = value_or_none(event.group.time)
    interval = value_or_none(time.interval) if time else None
    evidence = (tell_evidence(each) for claim in claims for each in claim.evidence)
    return {
        "whence_report": visible(report.id),
        "whence_url": visible(report.url or ""),
        "whence_context": visible(reading.context.value.name) if isinstance(reading.context, Known) else "",
        "whence_event": str(event.group.event),
        "whence_status": str(event.status),
        "whence_denied_by": join(event.deniers),
        "whence_claims": " ".join(visible(claim.id) for claim in claims),
        "whence_text": tell_spans((claim.span for claim in claims), report),
        "whence_spans": json.dumps([[span.start, span.end] for claim in claims for span in claim.passages]),
        "whence_chain": join(label_chain(claim.chain) for claim in claims),
        "whence_evidence": join(evidence),
        "whence_certainty": str(event.degree) if event.degree else "",
        "whence_place": join(written_places(event.toponyms, report.text)),
        "whence_geonameid": event.place.geonameid if event.place else None,
        "whence_time": visible(time.text) if time else "",
        "whence_from": interval.start.isoformat() if interval else "",
        "whence_to": interval.end.isoformat() if interval else "",
        "whence_killed": join(event.killed.words),
    }
