"""Events that only one side of the conflict tells of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from whence.findings.check import Material
from whence.findings.statements import day_of, nearest, passages_of, statements_of
from whence.records import Claim, ClaimKind, Context, Finding, Known, Party, Reason, Severity, Source, Span
from whence.referents.contexts.sides import parties_in, side_name

NAME = "one_side_only"


@dataclass(frozen=True, slots=True)
class Standing:
    """A source with the party that it speaks for, and why."""

    source: Source
    party: Party
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """The events that one statement tells of, and those on whose word; no standings where not all of them stand on one side."""

    claims: tuple[Claim, ...]
    standings: tuple[Standing, ...]

    @property
    def side(self) -> str:
        """Return the id of the side, empty where it is not one."""
        return self.standings[0].party.side if self.standings else ""


class OneSideOnly:
    """The check."""

    name = NAME
    meaning = (
        "All who are told to stand behind what happened speak for one side of the conflict, those who are said to corroborate it "
        "among them."
    )
    limits = (
        "It needs a context pack and knows those whom the pack names, by name, office or body. Somebody of a side may well tell "
        "the truth, and what one side tells against itself weighs more. Statements of one party alone are told together."
    )
    example = "The RSF opened a field hospital in Nyala, in Darfur, the RSF said."

    def run(self, material: Material) -> tuple[Finding, ...]:
        """Return a finding for each statement with several sources of one side, and one for each party that speaks alone."""
        context = material.context
        if context is None:
            return ()
        told = list(_told(material, context))
        found: list[Finding] = []
        alone: dict[str, list[Told]] = {}
        for each in told:
            if len(each.standings) > 1:
                found.append(_together(each, context))
            claims = tuple(
                claim for claim in each.claims if not any(_tells_of(other, claim) for other in told if other.side != each.side)
            )
            if len(each.standings) == 1 and claims:
                alone.setdefault(each.standings[0].party.id, []).append(Told(claims, each.standings))
        found += [_alone(group, context) for group in alone.values()]
        return tuple(sorted(found, key=_place))


def _told(material: Material, context: Context) -> Iterator[Told]:
    """Yield the statements that tell of events on somebody's word, with the side of those nearest the event if it is one."""
    day = day_of(material.report)
    for claims in statements_of(material.claims):
        events = tuple(claim for claim in claims if claim.kind is ClaimKind.EVENT and claim.chain)
        if not events:
            continue
        standings = [_standing(source, context, day) for source in nearest(events[0])]
        known = tuple(each for each in standings if each is not None)
        one = len(known) == len(standings) and len({each.party.side for each in known}) == 1
        yield Told(events, known if one else ())


def _standing(source: Source, context: Context, day: date | None) -> Standing | None:
    """Return for whom a source speaks, by its name, its role or its words; None where the pack does not tell or tells two sides."""
    words = [maybe.value for maybe in (source.name, source.role) if isinstance(maybe, Known)]
    for each in (*words, source.text):
        found = parties_in(each, context, day)
        if found and len({match.party.side for match in found}) == 1:
            return Standing(source, found[0].party, tuple(match.reason for match in found))
    return None


def _tells_of(told: Told, claim: Claim) -> bool:
    """Tell whether a statement tells of the same kind of event at the same place as a claim."""
    event = claim.event
    return event is not None and any(
        each.event is not None and each.event.type is event.type and bool(set(each.places) & set(claim.places))
        for each in told.claims
    )


def _together(told: Told, context: Context) -> Finding:
    """Return the finding on several sources of one side that are told to say the same."""
    names = " and ".join(f"“{standing.source.text}”" for standing in told.standings)
    parties = {standing.party.id for standing in told.standings}
    shared = told.standings[0].party.name if len(parties) == 1 else side_name(told.standings[0].party, context)
    message = f"{names} are told to say the same, and all speak for {shared}."
    return Finding(NAME, Severity.MEDIUM, message, (*_spans(told), *passages_of(told.claims)), _because([told]))


def _alone(group: list[Told], context: Context) -> Finding:
    """Return the finding on all that one party alone is told to say of events."""
    party = group[0].standings[0].party
    spans = tuple(dict.fromkeys(span for told in group for span in _spans(told)))
    message = (
        f"What the report tells here of events is on the word of {party.name} alone, on the side of {side_name(party, context)}."
    )
    passages = passages_of(claim for told in group for claim in told.claims)
    return Finding(NAME, Severity.LOW, message, (*spans, *passages), _because(group))


def _spans(told: Told) -> tuple[Span, ...]:
    """Return where the sources of a statement stand."""
    return tuple(standing.source.span for standing in told.standings if standing.source.span is not None)


def _because(group: list[Told]) -> tuple[Reason, ...]:
    """Return why sources are taken to speak for a side, each reason once, with the passages of those it is said of."""
    found: dict[str, Reason] = {}
    for told in group:
        for standing in told.standings:
            spans = (standing.source.span,) if standing.source.span is not None else ()
            for reason in standing.because:
                found.setdefault(reason.detail, Reason("side", reason.detail, spans))
    return tuple(found.values())


def _place(finding: Finding) -> tuple[Span, ...]:
    return finding.spans


CHECK = OneSideOnly()
