"""Sources that gain an office on the way: a blog in one report, officials in the report that was written from it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from whence.claims.kinds import ORDER
from whence.claims.lexicon import load_lexicon
from whence.findings.across.check import TraceMaterial
from whence.findings.across.naming import call, call_all, plain
from whence.findings.across.standing import AtHand, at_hand, claims_in
from whence.language.tables import read_table
from whence.records import (
    Passage,
    Reading,
    Reason,
    Report,
    Severity,
    Source,
    SourceKind,
    Span,
    TraceFinding,
    Variation,
    VariationKind,
)

NAME = "witness_upgraded"

HEAVY = frozenset({SourceKind.DOCUMENT, SourceKind.IMAGERY, SourceKind.INTERCEPT, SourceKind.OFFICIAL, SourceKind.PARTY})
"""Sources with the weight of an office, of arms, or of a thing that shows it."""

LIGHT = frozenset({SourceKind.ANONYMOUS, SourceKind.SOCIAL})
"""Sources for which nobody need answer."""

MIDDLE = frozenset({SourceKind.EXPERT, SourceKind.MEDIA, SourceKind.RESIDENT})
"""Sources that can be asked and hold no office."""

OFFICE = frozenset({SourceKind.OFFICIAL, SourceKind.PARTY})

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Change:
    """A variation of an attribution, with the kinds of source on either side.

    `light` tells that the words for the first are those for a source without an office.
    """

    variation: Variation
    before: frozenset[SourceKind]
    after: frozenset[SourceKind]
    light: bool


class WitnessUpgraded:
    """The check."""

    name = NAME
    meaning = (
        "What one report gives to an anonymous source, a blog or social media, a report written from it gives to officials, a "
        "party or a document; or so with what stood on the word of an outlet, a resident or an expert."
    )
    limits = (
        "It goes by the words for the sources. The later writer may have asked officials and not say so. What an outlet had from "
        "an official may be told as the official's. Kinds of sources in a language without word lists are not known."
    )
    example = (
        "One report: “A blog said that two lorries were left behind.” A rewrite of it: “Officials confirmed that two lorries were "
        "left behind.”"
    )
    severity = "High for what was anonymous, a blog's or social media's at first; else medium."

    def run(self, material: TraceMaterial) -> tuple[TraceFinding, ...]:
        """Return a finding for each attribution that gains an office, in the order of the reports."""
        hand = at_hand(material.trace)
        order, offices = hand.order, _from_office(material)
        told = [each for each in material.trace.variations if each.kind is VariationKind.ATTRIBUTION and each.report in order]
        upgraded: dict[tuple[str, str | None], Severity] = {}
        found: list[TraceFinding] = []
        for _, _, at in sorted((order[each.report], each.span, at) for at, each in enumerate(told)):
            change = _change(told[at], material)
            severity = _severity(change, upgraded, offices)
            if severity is not None:
                upgraded[told[at].report, told[at].assertion] = severity
                found.append(_finding(change, severity, hand))
        return tuple(found)


def _change(variation: Variation, material: TraceMaterial) -> Change:
    """Return a variation with the kinds of source on either side of it."""
    after = _kinds_at(material.readings.get(variation.report), variation.span) or _kinds_of(variation.written)
    before: frozenset[SourceKind] = frozenset()
    if variation.origin is not None:
        before = _kinds_at(material.readings.get(variation.origin.report), variation.origin.span)
    correct = variation.correct or ""
    return Change(variation, before or _kinds_of(correct), after, _is_light(correct))


def _severity(change: Change, upgraded: dict[tuple[str, str | None], Severity], offices: frozenset[str]) -> Severity | None:
    """Return how soon to look at a change, None where the source has gained no weight; what was gained before counts as gained."""
    variation = change.variation
    if not change.after & HEAVY:
        return None
    if variation.origin is not None and (variation.origin.report, variation.assertion) in upgraded:
        return upgraded[variation.origin.report, variation.assertion]
    if change.before & HEAVY:
        return None
    if change.light or change.before & LIGHT:
        return Severity.HIGH
    return Severity.MEDIUM if change.before & MIDDLE and variation.assertion not in offices else None


def _from_office(material: TraceMaterial) -> frozenset[str]:
    """Return the assertions with a witness in office or in arms: to name that one may but leave out who passed it on."""
    kinds = {witness.id: witness.kind for witness in material.trace.witnesses}
    return frozenset(each.id for each in material.trace.assertions if any(kinds.get(id) in OFFICE for id in each.witnesses))


def _kinds_at(reading: Reading | None, span: Span) -> frozenset[SourceKind]:
    """Return the kinds of the sources that a reading has at a passage: those that stand there, else those of the claims there."""
    if reading is None:
        return frozenset()
    sources = [source for claim in reading.claims for source in claim.sources]
    here = [source for source in sources if source.span is not None and source.span.overlaps(span)]
    return frozenset(_kind(each) for each in here or _behind(reading, span))


def _behind(reading: Reading, span: Span) -> Iterable[Source]:
    return (source for claim in claims_in(reading.claims, span) for source in claim.sources)


def _kind(source: Source) -> SourceKind:
    """Return the kind of a source; a blog is none of the press."""
    return SourceKind.SOCIAL if source.kind in MIDDLE | {SourceKind.OTHER} and _is_light(source.text) else source.kind


def _kinds_of(words: str) -> frozenset[SourceKind]:
    """Return the kinds that single words tell, each word for the first kind whose lists have it."""
    found = set()
    lists = load_lexicon().kinds
    for form in _forms(words):
        kind = next((kind for kind in ORDER if form in lists[kind].people | lists[kind].bodies | lists[kind].things), None)
        if kind is not None:
            found.add(SourceKind.SOCIAL if form in _without_office() else kind)
    return frozenset(found)


def _is_light(words: str) -> bool:
    """Tell whether words are for a source that speaks from no office."""
    return bool(_without_office() & _forms(words))


def _forms(words: str) -> set[str]:
    """Return the words of a passage in small letters, each also without a plural's ending."""
    plain_words = [match.group().lower() for match in WORD.finditer(words)]
    pairs = {f"{one} {other}" for one, other in pairwise(plain_words)}
    every = {*plain_words, *pairs}
    return every | {word.removesuffix("s") for word in every}


@cache
def _without_office() -> frozenset[str]:
    return frozenset(read_table("english", "without_office.toml")["words"])


def _finding(change: Change, severity: Severity, hand: AtHand) -> TraceFinding:
    """Return the finding on one attribution that gained an office."""
    reports, variation = hand.reports, change.variation
    origin = reports.get(variation.origin.report) if variation.origin is not None else None
    before = f"“{plain(variation.correct)}”" if variation.correct else "another source"
    source = _source(origin)
    message = f"{call(reports[variation.report])} gives this to “{plain(variation.written)}”; {source} to {before}."
    inherited = hand.in_order(variation.inherited_by)
    if inherited:
        message += f" So {'does' if len(inherited) == 1 else 'do'} {call_all(inherited)}, in the same words."
    passages = (Passage(variation.report, variation.span), *((variation.origin,) if variation.origin is not None else ()))
    kinds = ", ".join(sorted(kind.value for kind in change.after)), ", ".join(sorted(kind.value for kind in change.before))
    detail = f"kind of source: {kinds[0]}; before: {kinds[1] or 'not known'}"
    because = (Reason("attribution", detail, (variation.span,)), *variation.because)
    return TraceFinding(NAME, severity, message, passages, because)


def _source(origin: Report | None) -> str:
    return "the report that it was taken from gives it" if origin is None else f"{call(origin)}, where it was taken from, gives it"


CHECK = WitnessUpgraded()
