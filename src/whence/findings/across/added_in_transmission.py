"""Assertions and evidence that first stand in a report written from others, and behind which nobody is known to stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whence.findings.across.check import TraceMaterial
from whence.findings.across.naming import call, call_all, counted, plain
from whence.findings.across.standing import (
    AtHand,
    Standing,
    at_hand,
    claims_at,
    claims_in,
    passage_of,
    path_of,
    same_place,
    says,
    standings,
)
from whence.records import (
    Claim,
    ClaimKind,
    EventType,
    EvidenceKind,
    Mention,
    Passage,
    Reason,
    Report,
    Severity,
    Source,
    SourceKind,
    Span,
    Status,
    TraceFinding,
    Variation,
    VariationKind,
)

NAME = "added_in_transmission"

THINGS = frozenset({SourceKind.DOCUMENT, SourceKind.IMAGERY, SourceKind.INTERCEPT})
"""Sources that are something to look at or to listen to."""

UNNAMED = frozenset({SourceKind.ANONYMOUS, SourceKind.OFFICIAL, SourceKind.EXPERT, SourceKind.PARTY})
"""Those who, unnamed, lend a claim the weight of an office or of knowledge."""

SHOWN = frozenset({
    EvidenceKind.DOCUMENT, EvidenceKind.IMAGERY, EvidenceKind.INTERCEPT, EvidenceKind.PHOTOGRAPH, EvidenceKind.VIDEO,
})  # fmt: skip

OPINION = frozenset({ClaimKind.ASSESSMENT, ClaimKind.SPECULATION})
NO_EVENT = frozenset({EventType.ASSESSMENT, EventType.OTHER})


@dataclass(frozen=True, slots=True)
class Added:
    """What first stands at one place of a derived report: the standings there, and where it is told as evidence.

    `slight` tells that it is a judgement, a guess, or tells of no event on anybody's word.
    """

    report: Report
    span: Span
    standings: tuple[Standing, ...]
    support: tuple[Span, ...]
    slight: bool


class AddedInTransmission:
    """The check."""

    name = NAME
    meaning = (
        "A report that was written from others says something that they do not say, and no witness is known for it; or it names "
        "evidence for something that they tell without."
    )
    limits = (
        "It goes by the reports at hand: the writer may have had another source that is not among them, or have known it. Where a "
        "text between two reports is lost, it cannot tell which of the two writers put it in. In a language whose claims are not "
        "read it cannot tell evidence from the rest."
    )
    example = (
        "A communiqué says that a depot was taken. A rewrite of it adds: “Satellite imagery shows thirty lorries beside the "
        "depot.” No other report at hand has the imagery."
    )
    severity = (
        "High where it is told as evidence (imagery, intercepts, documents, people in office who are not named); low where it is a "
        "judgement, a guess or a remark on no event; else medium."
    )

    def run(self, material: TraceMaterial) -> tuple[TraceFinding, ...]:
        """Return a finding for each place of a derived report at which something first stands that nobody stands behind."""
        hand = at_hand(material.trace)
        added = list(_added(material, hand))
        told: dict[str, list[Span]] = {}
        for each in added:
            told.setdefault(each.report.id, []).append(each.span)
        evidence = [
            variation
            for variation in material.trace.variations
            if variation.kind is VariationKind.EVIDENCE
            and not any(span.overlaps(variation.span) for span in told.get(variation.report, ()))
        ]
        return (*(_finding(each, hand) for each in added), *_findings_on_evidence(evidence, material, hand))


def _added(material: TraceMaterial, hand: AtHand) -> Iterator[Added]:
    """Yield each place of a derived report at which assertions first stand that nobody stands behind."""
    reports, parents = hand.reports, hand.parents
    first: dict[str, list[Standing]] = {}
    for each in standings(material.trace):
        if each.mention.report in parents and _first_stands(each):
            first.setdefault(each.mention.report, []).append(each)
    for id, found in first.items():
        if id not in reports:
            continue
        for group in _by_place(found):
            claims = tuple(dict.fromkeys(claim for each in group for claim in claims_at(material, each.mention)))
            slight = bool(claims) and all(_is_slight(claim) for claim in claims)
            yield Added(reports[id], group[0].mention.span, tuple(group), _support(claims), slight)


def _first_stands(standing: Standing) -> bool:
    """Tell whether a mention was taken from nowhere and nobody stands behind it: so the trace says, or it comes first."""
    mention, assertion = standing.mention, standing.assertion
    if mention.came_from is not None or mention.witnesses or not says(mention):
        return False
    return mention.status is Status.ADDED or (not assertion.witnesses and assertion.mentions[0] == mention)


def _by_place(found: Iterable[Standing]) -> Iterator[list[Standing]]:
    """Yield standings of one report in the order of the text, those at one place together."""
    group: list[Standing] = []
    for each in sorted(found, key=_place):
        if group and not same_place(group[0].mention.span, each.mention.span):
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _place(standing: Standing) -> tuple[Span, str]:
    return standing.mention.span, standing.assertion.id


def _support(claims: Iterable[Claim]) -> tuple[Span, ...]:
    """Return where claims are told to rest on things, or on people in office or of knowledge who are not named."""
    found: set[Span] = set()
    for claim in claims:
        found |= {each.span for each in claim.evidence if each.kind in SHOWN}
        found |= {source.span for source in claim.sources if source.span is not None and _lends_weight(source)}
    return tuple(sorted(one for one in found if not any(other != one and other.covers(one) for other in found)))


def _is_slight(claim: Claim) -> bool:
    """Tell whether a claim is a judgement or a guess, or the report's own remark on no event that is known."""
    no_event = claim.event is None or claim.event.type in NO_EVENT
    return claim.kind in OPINION or (no_event and claim.own_voice)


def _lends_weight(source: Source) -> bool:
    return source.kind in THINGS or (source.kind in UNNAMED and not source.named)


def _finding(added: Added, hand: AtHand) -> TraceFinding:
    """Return the finding on what first stands at one place."""
    later = _repeats(added, hand)
    repeating = hand.in_order(passage.report for passage in later)
    words = " and ".join(f"“{plain(span.cut(added.report.text))}”" for span in added.support)
    nobody = "no witness is known for it"
    if any(each.assertion.witnesses for each in added.standings):
        nobody += " as it is told here; other reports tell the like on somebody's word"
    message = f"This first stands in {call(added.report)}; {_not_before(added.report, repeating, hand)}, and {nobody}."
    if words:
        message += f" It is told on the strength of {words}."
    passages = [Passage(added.report.id, added.span), *(Passage(added.report.id, span) for span in added.support)]
    if later:
        message += _repeated(repeating)
        passages += later
    severity = Severity.HIGH if added.support else Severity.LOW if added.slight else Severity.MEDIUM
    own = Reason("added", "it stands in nothing that the report was written from, and no witness is known for it", (added.span,))
    told = (reason for each in added.standings for reason in (*each.assertion.because, *each.mention.because))
    return TraceFinding(NAME, severity, message, tuple(dict.fromkeys(passages)), (own, *dict.fromkeys(told)))


def _repeated(reports: list[Report]) -> str:
    """Return the sentence that tells which later reports repeat something, nothing where none does."""
    ending = "s" if len(reports) == 1 else ""
    return f" {counted(len(reports), 'later report')} repeat{ending} it: {call_all(reports)}." if reports else ""


def _repeats(added: Added, hand: AtHand) -> list[Passage]:
    """Return where other reports at hand say what was added, in the order of the trace."""
    order = hand.order
    found = {
        passage_of(mention)
        for each in added.standings
        for mention in each.assertion.mentions
        if mention.report != added.report.id and says(mention) and mention.report in order and _is_the_same(mention, each)
    }
    return [passage for _, passage in sorted((order[passage.report], passage) for passage in found)]


def _is_the_same(mention: Mention, added: Standing) -> bool:
    """Tell whether a mention says what was added, and not the like on somebody's word."""
    if not added.assertion.witnesses:
        return True
    mentions = {each.report: each for each in added.assertion.mentions}
    return added.mention.report in path_of(mention, mentions)


def _not_before(report: Report, repeating: list[Report], hand: AtHand) -> str:
    """Return that the reports which a report was written from do not say it, by their names; else those written from the same."""
    parents = hand.in_order(hand.parents[report.id])
    if parents:
        return f"{call_all(parents)}, which it was written from, {'do' if len(parents) > 1 else 'does'} not have it"
    beside = [id for lost in hand.parents[report.id] for id in hand.children.get(lost, ()) if id != report.id]
    silent = [each for each in hand.in_order(beside) if each not in repeating]
    told = f", {call_all(silent)}, written from the same, {'do' if len(silent) > 1 else 'does'} not have it" if silent else ""
    return f"what it was written from is not at hand{told}"


def _findings_on_evidence(variations: Iterable[Variation], material: TraceMaterial, hand: AtHand) -> Iterator[TraceFinding]:
    """Yield a finding for each piece of evidence that a report names for what the report it was written from tells without."""
    reports = hand.reports
    for each in variations:
        if each.report not in reports:
            continue
        source = reports.get(each.origin.report) if each.origin is not None else None
        told = f"{call(source)}, where this was taken from," if source is not None else "the report that this was taken from"
        message = f"{call(reports[each.report])} rests this on “{plain(each.written)}”; {told} names no such evidence."
        passages = [Passage(each.report, each.span)]
        reading = material.readings.get(each.report)
        claims = claims_in(reading.claims, each.span) if reading is not None else ()
        passages += [Passage(each.report, span) for claim in claims for span in claim.passages]
        passages += [each.origin] if each.origin is not None else []
        message += _repeated(hand.in_order(each.inherited_by))
        own = Reason("added evidence", "the words for the evidence have no counterpart there", (each.span,))
        yield TraceFinding(NAME, Severity.HIGH, message, tuple(dict.fromkeys(passages)), (own, *each.because))


CHECK = AddedInTransmission()
