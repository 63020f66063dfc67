"""Contested assertions whose witnesses all stand on one side, though the other side speaks in the reports at hand."""

from __future__ import annotations

from dataclasses import dataclass

from whence.findings.across.check import TraceMaterial
from whence.findings.across.naming import call_all, counted, listed, plain
from whence.findings.across.standing import AtHand, at_hand, passage_of, says, stories
from whence.records import Assertion, Known, Passage, Reason, Severity, Status, TraceFinding, VariationKind, Witness
from whence.referents.contexts.sides import side_name

NAME = "one_side_across_reports"

GLOSS = 120
"""Characters of an assertion's gloss that a reason shows."""

DISPUTES = frozenset({VariationKind.CONTRADICTION, VariationKind.DENIAL})


@dataclass(frozen=True, slots=True)
class Side:
    """A side of the conflict: its id, and its name as the context pack has it (the id where no pack is at hand)."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Voices:
    """Witnesses of one side, and those of another who speak in the same story; by their ids."""

    side: Side
    mine: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Who speaks in a trace: the sides of witnesses, the witnesses, the story of each report, the stories in which each speaks."""

    sides: dict[str, Side]
    witnesses: dict[str, Witness]
    story: dict[str, str]
    where: dict[str, set[str]]
    hand: AtHand


class OneSideAcrossReports:
    """The check."""

    name = NAME
    meaning = (
        "Something is contested, all witnesses for it across the reports stand on one side, and witnesses of another side speak in "
        "reports at hand."
    )
    limits = (
        "It needs to know for whom a witness speaks, which a context pack tells. Somebody of a side may well tell the truth, and "
        "what one side tells against itself weighs more. Contested is what another report tells to the contrary."
    )
    example = (
        "The Eastern Army says that it holds the bridge; five reports say so after it. In one more report the Western Guard says "
        "that the bridge was never lost."
    )
    severity = "Medium."

    def run(self, material: TraceMaterial) -> tuple[TraceFinding, ...]:
        """Return a finding for each contested assertion with witnesses of one side only."""
        trace = material.trace
        sides = {witness.id: side for witness in trace.witnesses if (side := _side_of(witness, material)) is not None}
        disputed = {each.assertion for each in trace.variations if each.kind in DISPUTES}
        story, hand = stories(trace), at_hand(trace)
        where = {witness.id: {story[id] for id in witness.reports if id in story} for witness in trace.witnesses}
        table = Table(sides, {witness.id: witness for witness in trace.witnesses}, story, where, hand)
        voices: dict[Voices, list[Assertion]] = {}
        for each in trace.assertions:
            if _is_contested(each, disputed) and (heard := _voices(each, table)) is not None:
                voices.setdefault(heard, []).append(each)
        return tuple(_finding(heard, assertions, table) for heard, assertions in voices.items())


def _side_of(witness: Witness, material: TraceMaterial) -> Side | None:
    """Return the side that a witness stands on, None where it is not known to stand on one."""
    if not isinstance(witness.side, Known):
        return None
    for reading in material.readings.values():
        party = reading.context.value.party(witness.side.value) if isinstance(reading.context, Known) else None
        if party is not None and isinstance(reading.context, Known):
            return Side(party.side, side_name(party, reading.context.value))
    return Side(witness.side.value, witness.side.value)


def _is_contested(assertion: Assertion, disputed: set[str | None]) -> bool:
    return assertion.id in disputed or any(mention.status is Status.CONTRADICTED for mention in assertion.mentions)


def _voices(assertion: Assertion, table: Table) -> Voices | None:
    """Return who stands behind an assertion, all of one side, and who speaks of another; None where it is not so."""
    sides = table.sides
    standing = {sides.get(id) for id in assertion.witnesses}
    side = next(iter(standing), None)
    if len(standing) != 1 or side is None:
        return None
    here = {table.story[id] for id in assertion.reports if id in table.story}
    mine = sorted({id for id in assertion.witnesses if id in table.witnesses})
    others = sorted(id for id, other in sides.items() if other.id != side.id and here & table.where[id])
    return Voices(side, tuple(mine), tuple(others)) if others else None


def _finding(voices: Voices, assertions: list[Assertion], table: Table) -> TraceFinding:
    """Return the finding on all contested assertions that the same witnesses of one side stand behind."""
    mine = [table.witnesses[id] for id in voices.mine]
    others = [table.witnesses[id] for id in voices.others]
    here = {table.story[id] for each in assertions for id in each.reports if id in table.story}
    where = table.hand.in_order(id for each in others for id in each.reports if table.story.get(id) in here)
    several = len(assertions) > 1
    contested = f"{len(assertions)} assertions are contested, and" if several else "This is contested, and"
    names, other = listed([plain(each.name) for each in mine]), listed(list(dict.fromkeys(plain(each.name) for each in others)))
    message = (
        f"{contested} {_all_of(len(mine), names, several=several)} {plain(voices.side.name)}. {other}, of another side, "
        f"speak{'s' if len(others) == 1 else ''} in {call_all(where)}."
    )
    told = f"{counted(len(mine), 'witness', 'witnesses')}, on the side of {plain(voices.side.name)}"
    because = (
        *(Reason("side", f"“{plain(each.gloss, GLOSS)}”: {told}") for each in assertions),
        *(reason for each in (*mine, *others) for reason in (each.side.because if isinstance(each.side, Known) else ())),
    )
    passages = (passage for each in assertions for passage in _passages(each))
    speaking = (passage for each in others for passage in each.passages)
    return TraceFinding(NAME, Severity.MEDIUM, message, tuple(dict.fromkeys((*passages, *speaking))), because)


def _all_of(number: int, names: str, *, several: bool) -> str:
    """Return who stands behind it, as the beginning of a clause that ends with the side's name."""
    if number == 1:
        return f"{'their' if several else 'its'} one witness, {names}, stands on the side of"
    return f"all {number} witnesses for {'them' if several else 'it'}, {names}, stand on the side of"


def _passages(assertion: Assertion) -> tuple[Passage, ...]:
    """Return where an assertion first stands, and where the contrary does."""
    first = [passage_of(each) for each in assertion.mentions if each.came_from is None and says(each)]
    first = first or [passage_of(each) for each in assertion.mentions[:1]]
    return (*first, *(passage_of(each) for each in assertion.mentions if not says(each)))


CHECK = OneSideAcrossReports()
