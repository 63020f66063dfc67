"""What rewriters put in, and what they changed: each with the text in which it first stands and the reports that took it over.

Enters: the register of a trace. Leaves: sentences that first stand in a text written from another, that none of its sources has
and behind which no witness is known; and variations. What several reports have from one lost ancestor is the ancestor's. Nothing
here says that a sentence is untrue: only that nobody is known to stand behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from whence.publish.trace.passages import clip, surround
from whence.publish.trace.register import Register, find_firsts
from whence.publish.trace.stemma_svg import Work
from whence.records import Assertion, Mention, Passage, Reason, Span, Variation, VariationKind

# Variations that are something put in, not something changed.
PUT_IN = {VariationKind.CLAIM: "claim", VariationKind.EVIDENCE: "evidence"}


@dataclass(frozen=True, slots=True)
class Addition:
    """One sentence that was put in.

    `origin` is the text that it first stands in, `report` where it can be read: the same, or the first report at hand that was
    written from a lost one. `marks` are the words meant; `heirs` the reports that took it over.
    """

    origin: str
    report: str
    sentence: Span
    marks: tuple[Span, ...]
    kinds: tuple[str, ...]
    assertions: tuple[str, ...]
    heirs: tuple[str, ...]
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One variation with the text in which it first stands."""

    origin: str
    variation: Variation


def find_additions(register: Register) -> tuple[Addition, ...]:
    """Return the sentences that were put in, in the order of the texts they first stand in; each sentence once."""
    merged: dict[tuple[str, str, Span], Addition] = {}
    for addition in (*from_assertions(register), *from_variations(register)):
        key = (addition.origin, addition.report, addition.sentence)
        merged[key] = join_additions(merged[key], addition) if key in merged else addition
    found = [replace(addition, heirs=order_reports(addition.heirs, register)) for addition in merged.values()]
    placed = sorted((register.position(each.origin), register.position(each.report), each.sentence, each) for each in found)
    return tuple(each for *_, each in placed)


def from_assertions(register: Register) -> Iterator[Addition]:
    """Yield what assertions without a witness add where they first stand."""
    for assertion in register.trace.assertions:
        if assertion.id not in register.put_in:
            continue
        for origin, firsts in place_firsts(assertion, register).items():
            _, _, number = min((register.position(first.report), first.span, number) for number, first in enumerate(firsts))
            first, heirs = firsts[number], find_heirs(assertion, firsts)
            place = Passage(first.report, first.span)
            yield from make_addition(
                register, origin, place, kind="claim", assertion=assertion.id, heirs=heirs, because=first.because
            )


def place_firsts(assertion: Assertion, register: Register) -> dict[str, list[Mention]]:
    """Return the mentions with which an assertion enters, by the text they first stand in, where that was written from another."""
    firsts: dict[str, list[Mention]] = {}
    for mention in find_firsts(assertion):
        origin = mention.came_from if mention.came_from is not None and register.lost(mention.came_from) else mention.report
        if register.lost(origin) or register.derived(origin):
            firsts.setdefault(origin, []).append(mention)
    return firsts


def find_heirs(assertion: Assertion, firsts: Iterable[Mention]) -> tuple[str, ...]:
    """Return the reports that have an assertion from its first mentions, those themselves included."""
    found = {mention.report for mention in firsts}
    while more := {mention.report for mention in assertion.mentions if mention.came_from in found} - found:
        found |= more
    return tuple(found)


def from_variations(register: Register) -> Iterator[Addition]:
    """Yield added claims and added evidence."""
    for variation in register.trace.variations:
        origin = find_origin(variation, register)
        if variation.kind in PUT_IN and (register.lost(origin) or register.derived(origin)):
            yield from make_addition(
                register,
                origin,
                Passage(variation.report, variation.span),
                kind=PUT_IN[variation.kind],
                assertion=variation.assertion,
                heirs=variation.inherited_by,
                because=variation.because,
            )


def make_addition(
    register: Register,
    origin: str,
    place: Passage,
    *,
    kind: str,
    assertion: str | None,
    heirs: Iterable[str],
    because: tuple[Reason, ...],
) -> Iterator[Addition]:
    """Yield the sentence in which a passage stands, where the report is at hand."""
    held = clip(place.span, register.text(place.report))
    if held is not None:
        sentence = surround(held, register.sentences[place.report])
        named = () if assertion is None or assertion not in register.assertions else (assertion,)
        others = tuple(id for id in heirs if id != place.report)
        yield Addition(origin, place.report, sentence, (held,), (kind,), named, others, because)


def join_additions(one: Addition, other: Addition) -> Addition:
    """Return one sentence for two passages of it."""
    return replace(
        one,
        marks=tuple(dict.fromkeys((*one.marks, *other.marks))),
        kinds=tuple(dict.fromkeys((*one.kinds, *other.kinds))),
        assertions=tuple(dict.fromkeys((*one.assertions, *other.assertions))),
        heirs=tuple(dict.fromkeys((*one.heirs, *other.heirs))),
        because=tuple(dict.fromkeys((*one.because, *other.because))),
    )


def find_origin(variation: Variation, register: Register) -> str:
    """Return the text in which a reading first stands: a lost ancestor where another report written from that has it too."""
    heirs = set(variation.inherited_by)
    for edge in register.parents.get(variation.report, ()):
        siblings = {other.child for other in register.children.get(edge.parent, ())} - {variation.report}
        if register.lost(edge.parent) and siblings & heirs:
            return edge.parent
    return variation.report


def find_changes(register: Register) -> tuple[Change, ...]:
    """Return the variations that change a reading, those of texts written from others first, in the order of the texts."""
    changes = [
        Change(find_origin(variation, register), variation)
        for variation in register.trace.variations
        if variation.kind not in PUT_IN or not (register.derived(variation.report))
    ]
    return tuple(changes)


def count_work(additions: Iterable[Addition], changes: Iterable[Change]) -> dict[str, Work]:
    """Return for each text how many sentences it put in and how many readings it changed."""
    put_in: dict[str, int] = {}
    changed: dict[str, int] = {}
    for addition in additions:
        put_in[addition.origin] = put_in.get(addition.origin, 0) + 1
    for change in changes:
        changed[change.origin] = changed.get(change.origin, 0) + 1
    return {id: Work(put_in.get(id, 0), changed.get(id, 0)) for id in {**put_in, **changed}}


def order_reports(ids: Iterable[str], register: Register) -> tuple[str, ...]:
    """Return reports in the order of publication."""
    return tuple(sorted(dict.fromkeys(ids), key=register.position))
