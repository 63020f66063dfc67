"""Who takes part in an event, as a row can hold it: those who act, and those against whom it is done or whom it befalls.

Enters: the actors of an event's claims. Leaves: names, the fullest first. Nobody is made up where the report names nobody, and what
is no actor (a bridge, a town) is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whence.publish.event_groups import line_of
from whence.publish.exports.columns import words_of
from whence.publish.exports.killed import WORD
from whence.publish.visible import visible
from whence.records import Actor, ActorRole, Claim, Context, Known, Maybe, Reading, value_or_none


@dataclass(frozen=True, slots=True)
class Participant:
    """One who takes part: the fullest name known, the party's id and the name of the whole that it is part of, if it has one."""

    name: str
    whole: str
    party: str = ""
    civilian: bool = False


@dataclass(frozen=True, slots=True)
class Participants:
    """Those who act, and those against whom it is done and whom it befalls, each once, in the order of the text.

    `others` tells that it befalls people, too, of whom the report does not say what they are.
    """

    acting: tuple[Participant, ...] = ()
    facing: tuple[Participant, ...] = ()
    others: bool = False


def participants_of(claims: Sequence[Claim], reading: Reading) -> Participants:
    """Return who takes part in the event of some claims."""
    actors = [actor for claim in claims for actor in claim.actors if takes_part(actor, reading)]
    in_role = {role: [tell_actor(actor, reading.context) for actor in actors if actor.role is role] for role in ActorRole}
    acting = distinct(in_role[ActorRole.AGENT])
    names = {one.name.casefold() for one in acting}
    facing = distinct([*in_role[ActorRole.OPPONENT], *in_role[ActorRole.PATIENT]])
    others = any(is_of(actor, "people") for claim in claims for actor in claim.actors if actor.role is not ActorRole.AGENT)
    return Participants(acting, tuple(one for one in facing if one.name.casefold() not in names), others)


def distinct(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return those that have a name, each name once."""
    by_name: dict[str, Participant] = {}
    for one in participants:
        if one.name:
            by_name.setdefault(one.name.casefold(), one)
    return tuple(by_name.values())


def takes_part(actor: Actor, reading: Reading) -> bool:
    """Tell whether an actor of a claim is one for a table."""
    return is_somebody(actor, reading) if actor.role is ActorRole.PATIENT else not is_weapon(actor)


def is_somebody(actor: Actor, reading: Reading) -> bool:
    """Tell whether what an event befalls is an actor: a party, civilians, or somebody named who is no place of the report."""
    if isinstance(actor.party, Known) or is_civilian(actor):
        return True
    return isinstance(actor.name, Known) and not any(actor.span.overlaps(place.span) for place in reading.places)


def is_weapon(actor: Actor) -> bool:
    """Tell whether what acts is a weapon or an attack, of which the report does not tell whose it is."""
    words = WORD.findall(actor.text.casefold())
    return not isinstance(actor.party, Known) and bool(words) and words[-1] in words_of("weapons")


def is_civilian(actor: Actor) -> bool:
    """Tell whether an actor's words are those for civilians, and it is of no party."""
    return not isinstance(actor.party, Known) and is_of(actor, "civilians") and not is_of(actor, "fighters")


def is_of(actor: Actor, group: str) -> bool:
    """Tell whether one of an actor's words is of a group of `people.toml`."""
    return bool({word.casefold() for word in WORD.findall(actor.text)} & words_of(group))


def tell_actor(actor: Actor, context: Maybe[Context]) -> Participant:
    """Return an actor by its fullest name, with the whole that its party is part of."""
    party = value_or_none(actor.party) or ""
    told = value_or_none(actor.name) or name_of_party(party, context) or actor.text
    name = visible(told)
    whole = visible(name_of_party(line_of(party, context)[-1], context)) if party else ""
    return Participant(name, whole or name, party, is_civilian(actor))


def name_of_party(id: str, context: Maybe[Context]) -> str:
    """Return a party's name, empty where the context does not know it."""
    party = context.value.party(id) if id and isinstance(context, Known) else None
    return party.name if party else ""
