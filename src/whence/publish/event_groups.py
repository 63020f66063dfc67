"""Claims of one report gathered by the event that they tell of: one heading of a sheet, one row of a coder's table.

Enters: a reading. Leaves: one group an event, in the order of first mention. Two claims tell of one event where the type is the
same, the place is the same (the gazetteer entry that both names are taken for, else the written form) and nothing that they tell
is against it: times that do not meet, or actors of parties that have nothing to do with each other. What is merely left out is
not against it. A claim without a place joins the one event of its type that it fits, where its noun takes it up again ("the
withdrawal") or it names an actor that the event has. Those killed or wounded in an attack belong to it where one statement tells
both, as conflict data count them; told apart, casualties are an event of their own. What was so before (told as background, or of
a whole year) stays apart from what the report tells as news, unless both tell a time or an undated noun takes the news up.

The rules err towards two groups rather than one: an editor joins two headings in a moment, but does not see two events in one row.
Across reports, events are compared elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from whence.records import (
    Absent,
    Actor,
    Claim,
    ClaimKind,
    Context,
    EventType,
    Interval,
    Known,
    Maybe,
    Precision,
    Reading,
    TimeExpression,
    Toponym,
    Undetermined,
)
from whence.referents.gazetteer.folding import fold

KINDS = frozenset({ClaimKind.EVENT, ClaimKind.BACKGROUND})
# What somebody says is no event of the ground: it is shown among the statements.
OF_WORDS = frozenset({EventType.STATEMENT, EventType.ASSESSMENT, EventType.DENIAL, EventType.OTHER})
# What people are killed and wounded in: ACLED's battles, explosions and remote violence.
ATTACKS = frozenset({EventType.STRIKE, EventType.SHELLING, EventType.CLASH})
# Events in which the parts are exchangeable: who clashes with whom, who talks to whom.
MUTUAL = frozenset({EventType.CLASH, EventType.CEASEFIRE, EventType.NEGOTIATION})
# A word before a noun that takes up what was told before, and at most two words between ("the recent withdrawal").
TAKEN_UP = re.compile(r"\b(?:the|this|these|its|their)\s+((?:[\w’'-]+\s+){0,2})$", re.IGNORECASE)
# Characters before a noun in which such a word must stand.
LONGEST = 60
ARTICLE = re.compile(r"^(the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EventGroup:
    """The claims of one report that tell of one event.

    `places` are numbers in `Reading.places`, in the order in which the claims name them. `time` is the narrowest interval that a
    claim tells, else the first expression without one; Undetermined where the claims' times are, Absent where no claim tells any.
    """

    event: EventType
    claims: tuple[Claim, ...]
    places: tuple[int, ...]
    time: Maybe[TimeExpression]


def group_by_event(reading: Reading) -> tuple[EventGroup, ...]:
    """Return the events of a report in the order of first mention, each with its claims in the order of the text."""
    told = [claim for claim in reading.claims if tells_event(claim)]
    casualties = [claim for claim in told if type_of(claim) is EventType.CASUALTIES]
    others = [claim for claim in told if type_of(claim) is not EventType.CASUALTIES]
    groups: list[list[Claim]] = []
    for claim in (*placed(others), *unplaced(others)):
        add_to(groups, claim, find_group(groups, claim, reading))
    apart = [claim for claim in casualties if not join_attack(groups, claim, reading)]
    for claim in (*placed(apart), *unplaced(apart)):
        add_to(groups, claim, find_group(groups, claim, reading))
    order = {id(claim): number for number, claim in enumerate(reading.claims)}
    ordered = sorted((sorted(order[id(claim)] for claim in group), type_of(group[0])) for group in groups)
    return tuple(close_group(event, [reading.claims[number] for number in numbers]) for numbers, event in ordered)


def tells_event(claim: Claim) -> bool:
    """Tell whether a claim is about an event that somebody could have seen, and not about words or what might come."""
    return claim.event is not None and claim.kind in KINDS and claim.event.type not in OF_WORDS


def type_of(claim: Claim) -> EventType:
    """Return the type of a claim's event, OTHER where it tells none."""
    return EventType.OTHER if claim.event is None else claim.event.type


def placed(claims: Iterable[Claim]) -> list[Claim]:
    """Return those that say where."""
    return [claim for claim in claims if claim.places]


def unplaced(claims: Iterable[Claim]) -> list[Claim]:
    """Return those that do not say where."""
    return [claim for claim in claims if not claim.places]


def add_to(groups: list[list[Claim]], claim: Claim, group: list[Claim] | None) -> None:
    """Put a claim into its group, or into a new one of its own."""
    if group is None:
        groups.append([claim])
    else:
        group.append(claim)


def find_group(groups: list[list[Claim]], claim: Claim, reading: Reading) -> list[Claim] | None:
    """Return the group that a claim belongs to: with a place, that of the claim told last before it; without one, the only one."""
    fitting = [group for group in groups if type_of(group[0]) is type_of(claim) and fits(group, claim, reading)]
    if claim.places:
        same = [group for group in fitting if any(member.places for member in group)]
        return max(same, key=last_of) if same else None
    shared = [group for group in fitting if any(shares_actor(member, claim) for member in group)]
    if is_taken_up(claim, reading.report.text) and len(fitting) == 1:
        return fitting[0]
    return shared[0] if len(shared) == 1 else None


def last_of(group: list[Claim]) -> int:
    """Return where the claim that was put into a group last begins."""
    return group[-1].span.start


def join_attack(groups: list[list[Claim]], claim: Claim, reading: Reading) -> bool:
    """Put casualties into the one attack that the same statement tells and that they fit; tell whether there was one."""
    attacks = [
        group
        for group in groups
        if type_of(group[0]) in ATTACKS
        and any(member.statement == claim.statement and member.chain == claim.chain for member in group)
        and all(fits_place(member, claim, reading) and fits_time(member.time, claim.time) for member in group)
    ]
    if len(attacks) == 1:
        attacks[0].append(claim)
    return len(attacks) == 1


def fits(group: Iterable[Claim], claim: Claim, reading: Reading) -> bool:
    """Tell whether nothing that a claim tells is against what the members of a group tell."""
    return all(
        fits_place(member, claim, reading)
        and fits_time(member.time, claim.time)
        and fits_actors(member, claim, reading.context)
        and fits_telling(member, claim, reading.report.text)
        for member in group
    )


def fits_place(one: Claim, other: Claim, reading: Reading) -> bool:
    """Tell whether two claims may be of one place: one of them names none, or they share one."""
    where, elsewhere = ({identify_place(reading.places[number]) for number in claim.places} for claim in (one, other))
    return not where or not elsewhere or bool(where & elsewhere)


def identify_place(toponym: Toponym) -> str:
    """Return the key of the place that a name is taken for, else its folded form."""
    if isinstance(toponym.place, Known):
        return toponym.place.value.key
    return f"form:{fold(toponym.text) or toponym.text}"


def fits_time(one: Maybe[TimeExpression], other: Maybe[TimeExpression]) -> bool:
    """Tell whether two claims may be of one time: their intervals meet; days that the report does not settle are written alike."""
    if not isinstance(one, Known) or not isinstance(other, Known):
        return True
    first, second = one.value.interval, other.value.interval
    if isinstance(first, Known) and isinstance(second, Known):
        return meet(first.value, second.value)
    if isinstance(first, Undetermined) and isinstance(second, Undetermined):
        return one.value.text.casefold() == other.value.text.casefold()
    return True


def meet(one: Interval, other: Interval) -> bool:
    """Tell whether two intervals share a moment; where only one states a zone, both are read by the report's clock."""
    if (one.start.tzinfo is None) == (other.start.tzinfo is None):
        return one.start < other.end and other.start < one.end
    starts = [interval.start.replace(tzinfo=None) for interval in (one, other)]
    ends = [interval.end.replace(tzinfo=None) for interval in (one, other)]
    return starts[0] < ends[1] and starts[1] < ends[0]


def fits_actors(one: Claim, other: Claim, context: Maybe[Context]) -> bool:
    """Tell whether two claims may have the same actors: in no part do they name parties that have nothing to do with each other."""
    for role in {actor.role for actor in one.actors} & {actor.role for actor in other.actors}:
        mutual = type_of(one) in MUTUAL
        here, there = (
            {actor.party.value for actor in claim.actors if (mutual or actor.role is role) and isinstance(actor.party, Known)}
            for claim in (one, other)
        )
        if here and there and not any(belong_together(first, second, context) for first in here for second in there):
            return False
    return True


def belong_together(one: str, other: str, context: Maybe[Context]) -> bool:
    """Tell whether two parties are one, or one is part of the other."""
    return one in line_of(other, context) or other in line_of(one, context)


def line_of(party: str, context: Maybe[Context]) -> tuple[str, ...]:
    """Return a party's id and those of the parties that it is part of."""
    line = [party]
    while isinstance(context, Known) and (found := context.value.party(line[-1])) and found.part_of not in {"", *line}:
        line.append(found.part_of)
    return tuple(line)


def shares_actor(one: Claim, other: Claim) -> bool:
    """Tell whether two claims name the same actor in the same part."""
    return any(
        first.role is second.role and bool(names_of(first) & names_of(second)) for first in one.actors for second in other.actors
    )


def names_of(actor: Actor) -> frozenset[str]:
    """Return by what an actor can be known again: its party, its full name, its words without the article."""
    party = {f"party:{actor.party.value}"} if isinstance(actor.party, Known) else set[str]()
    name = {fold(actor.name.value)} if isinstance(actor.name, Known) else set[str]()
    return frozenset(party | name | {fold(ARTICLE.sub("", actor.text.strip()))}) - {""}


def fits_telling(one: Claim, other: Claim, text: str) -> bool:
    """Tell whether two claims are both of now or both of before, or both tell a time, or the one of before takes the other up."""
    if is_of_before(one) is is_of_before(other) or (isinstance(one.time, Known) and isinstance(other.time, Known)):
        return True
    before = one if is_of_before(one) else other
    return not isinstance(before.time, Known) and is_taken_up(before, text)


def is_of_before(claim: Claim) -> bool:
    """Tell whether a claim is of what was so before: told as background, or told of a whole year."""
    interval = claim.time.value.interval if isinstance(claim.time, Known) else Absent()
    whole_year = isinstance(interval, Known) and interval.value.precision is Precision.YEAR
    return whole_year or claim.kind is ClaimKind.BACKGROUND


def is_taken_up(claim: Claim, text: str) -> bool:
    """Tell whether the words that tell a claim's event take up what was told before: "the recent withdrawal", "its capture".

    Where an actor stands between ("the troops withdrew"), it is the actor that was told before.
    """
    if claim.event is None:
        return False
    start = claim.event.trigger.start
    match = TAKEN_UP.search(text, max(0, start - LONGEST), start)
    return match is not None and not any(match.start(1) < actor.span.end and actor.span.start < start for actor in claim.actors)


def close_group(event: EventType, claims: list[Claim]) -> EventGroup:
    """Return the group of these claims with their places and the time that tells most."""
    places = tuple(dict.fromkeys(number for claim in claims for number in claim.places))
    return EventGroup(event, tuple(claims), places, choose_time([claim.time for claim in claims]))


def choose_time(times: list[Maybe[TimeExpression]]) -> Maybe[TimeExpression]:
    """Return the narrowest known time, the first of equals; else the first without an interval, else what is left to say."""
    known = [time for time in times if isinstance(time, Known)]
    if known:
        return min(known, key=width_of)
    return next((time for time in times if isinstance(time, Undetermined)), Absent())


def width_of(time: Known[TimeExpression]) -> float:
    """Return the seconds of a time's interval, beyond all others where it has none."""
    interval = time.value.interval
    return (interval.value.end - interval.value.start).total_seconds() if isinstance(interval, Known) else float("inf")
