"""A conflict: who fights, who speaks for whom, where, since when; what a context pack holds.

Everything that could be disputed carries the public source that says so. A pack names claims as claims; it judges nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from whence.records.place import Box


@dataclass(frozen=True, slots=True)
class Reference:
    """A public source of a statement: the organisation that makes it, and the address where it does."""

    organisation: str
    url: str


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name, and the ISO 639 code of the language that uses it."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the sides that parties stand on; a pack may have one for those that stand on none."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Party:
    """A body that fights, governs or speaks in the conflict.

    `side` is a side's id, `part_of` the id of the party that it belongs to (empty where it stands alone). `label` is a neutral
    description where one is needed, with the reference that it follows.
    """

    id: str
    name: str
    side: str
    aliases: tuple[Alias, ...] = ()
    part_of: str = ""
    label: str = ""
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office, from a day up to and including another; a day that the pack does not tell is None."""

    name: str
    reference: Reference
    aliases: tuple[Alias, ...] = ()
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether the person may have held the office on a day: nothing that the pack tells is against it."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Office:
    """A post that somebody speaks from; `party` is the id of the party that it belongs to."""

    id: str
    name: str
    party: str
    aliases: tuple[Alias, ...] = ()
    holders: tuple[Holder, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher: the domains it publishes under, the country it works from (ISO 3166-1), who owns it and who says so."""

    name: str
    domains: tuple[str, ...]
    ownership: str
    reference: Reference
    country: str = ""


@dataclass(frozen=True, slots=True)
class ContextPlace:
    """A place that matters in the conflict and that gazetteers lack, or know by too few names. Degrees are WGS 84."""

    name: str
    latitude: float
    longitude: float
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True)
class Theatre:
    """Where the conflict is: a rectangle around it, the countries (ISO 3166-1) and the words that name countries and regions."""

    box: Box
    countries: tuple[str, ...]
    words: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True)
class LayerDeclaration:
    """A control layer that goes with the conflict: its file, the id of the party that holds its areas, licence and origin."""

    name: str
    path: str
    held_by: str
    licence: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class Context:
    """One conflict as a context pack tells it. `start` is its first day, `end` its last one, None while it goes on."""

    name: str
    title: str
    start: date
    theatre: Theatre
    end: date | None = None
    sides: tuple[Side, ...] = ()
    parties: tuple[Party, ...] = ()
    offices: tuple[Office, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    places: tuple[ContextPlace, ...] = ()
    layers: tuple[LayerDeclaration, ...] = ()

    def party(self, id: str) -> Party | None:
        """Return the party of an id, None where there is none."""
        return next((party for party in self.parties if party.id == id), None)

    def outlet_of(self, host: str) -> Outlet | None:
        """Return the outlet that publishes under a host name or a domain above it, None where the pack knows none."""
        labels = host.lower().rstrip(".").split(".")
        names = {".".join(labels[first:]) for first in range(len(labels))}
        return next((outlet for outlet in self.outlets if names & set(outlet.domains)), None)
