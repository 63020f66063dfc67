"""Which conflict a report is about.

Enters: a report's text, its day and context packs. Leaves: the one pack that applies, with the names that say so, or why none or no
single one does. Parties and offices count as actors (an office and its holders are one), a pack's places and the theatre's words as
places. A pack applies if the text names two actors of different sides, two actors and a place, or an actor and two places; and if
the report's day, where it is known, lies between the conflict's start and a year after its end. Two actors of one side alone are
not enough: a ministry and a president have business beyond one war.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, lru_cache

from whence.records import Absent, Alias, Context, Known, Maybe, Reason, Span, Undetermined

ENOUGH = 2
"""How many actors, or places beside one actor, it takes."""

AFTERMATH = timedelta(days=366)
"""How long after a conflict's end reports are still taken to be about it."""

SHOWN = 6
"""The most names that a reason lists."""

INFLECTED = re.compile(r"[а-яёєіїґ]{4,}")
ENDING = re.compile(r"[аеиоуыэюяйьёєіїґ]{1,2}$")
ARABIC = re.compile(r"[\u0621-\u064a]")
PROCLITIC = r"[وفبكل]{0,2}"
"""Arabic writes "and", "then", "with", "like" and "for" as one word with what follows."""

APOSTROPHES = str.maketrans("’ʼ`\u00a0", "''' ")
FINAL_SIGMA = "ς"
"""What a word's last Σ becomes, which no sign by itself does."""

BETWEEN = r"[\s-]+"
CASE_ENDING = r"[а-яёєіїґ]{0,3}"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom or what a name names: a party or an office with its side, or a place, which has none."""

    key: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a pack tells: whose it is, its words' beginnings as they stand in any case form, and its pattern as text.

    A pack has hundreds of names and a report a handful of them: a pattern is looked for when all beginnings stand in a text.
    """

    owner: Owner
    stems: tuple[str, ...]
    pattern: str


@dataclass(frozen=True, slots=True)
class Found:
    """Names of one pack in a text: whose they are, and where each stands first."""

    actors: dict[Owner, Span]
    places: dict[Owner, Span]

    def enough(self) -> bool:
        """Tell whether the names are enough for the pack to apply."""
        if len(self.actors) >= ENOUGH:
            return bool(self.places) or len({owner.side for owner in self.actors}) >= ENOUGH
        return len(self.actors) == 1 and len(self.places) >= ENOUGH

    def weight(self) -> int:
        """Return how many there are."""
        return len(self.actors) + len(self.places)


def choose_context(text: str, published: date | None, contexts: Iterable[Context]) -> Maybe[Context]:
    """Return the pack that a report calls for.

    Absent where none applies, Undetermined where several do and none has more of its names in the text than each other.
    """
    day = published.date() if isinstance(published, datetime) else published
    ranked: list[tuple[int, Context, Reason]] = []
    against: list[Reason] = []
    for context in sorted(contexts, key=_name):
        reason = out_of_time(context, day)
        found = None if reason else find_names(text, context)
        if found is not None and found.enough():
            ranked.append((found.weight(), context, named(context, found, text)))
        else:
            against.append(
                reason or Reason("context", f"{context.title}: the text names too few of its parties, offices and places")
            )
    if not ranked:
        return Absent(tuple(against))
    most = max(weight for weight, _, _ in ranked)
    best = [(context, reason) for weight, context, reason in ranked if weight == most]
    if len(best) > 1:
        return Undetermined(tuple(reason for _, reason in best))
    return Known(best[0][0], (best[0][1], timed(best[0][0], day)))


def out_of_time(context: Context, day: date | None) -> Reason | None:
    """Return why a report of a day cannot be about the conflict, None if it can."""
    if day is not None and day < context.start:
        return Reason("context", f"{context.title}: began on {context.start}, after the report of {day}")
    if day is not None and context.end is not None and day > context.end + AFTERMATH:
        return Reason("context", f"{context.title}: ended on {context.end}, long before the report of {day}")
    return None


def timed(context: Context, day: date | None) -> Reason:
    """Return what the report's day says for the pack that applies."""
    if day is None:
        return Reason("context", "the report's day is not known, so the names alone decide")
    return Reason("context", f"the report of {day} falls in the time of {context.title}, from {context.start}")


def named(context: Context, found: Found, text: str) -> Reason:
    """Return the reason that lists the names."""
    spans = sorted([*found.actors.values(), *found.places.values()])
    words = ", ".join(dict.fromkeys(span.cut(text) for span in spans[:SHOWN]))
    more = f" and {len(spans) - SHOWN} more" if len(spans) > SHOWN else ""
    return Reason("context", f"{context.title}: the text names {words}{more}", tuple(spans))


def find_names(text: str, context: Context) -> Found:
    """Return whose names stand in a text; of names within one another the longest counts alone."""
    folded = fold(text)
    hits: list[tuple[Span, Owner]] = []
    for name in names_of(context):
        if all(map(folded.__contains__, name.stems)):
            hits += [(Span(*match.span()), name.owner) for match in compiled(name.pattern).finditer(folded)]
    kept: list[tuple[Span, Owner]] = []
    for span, owner in sorted(hits, key=_longest):
        if not any(span.overlaps(other) for other, _ in kept):
            kept.append((span, owner))
    actors: dict[Owner, Span] = {}
    places: dict[Owner, Span] = {}
    for span, owner in sorted(kept, key=_start):
        (actors if owner.side else places).setdefault(owner, span)
    return Found(actors, places)


def fold(text: str) -> str:
    """Return a text in small letters and with one form of apostrophe, character by character, so that offsets stay."""
    small = text.lower()
    if len(small) != len(text) or FINAL_SIGMA in small:
        small = "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)
    return small.translate(APOSTROPHES)


@lru_cache(maxsize=32)
def names_of(context: Context) -> tuple[Name, ...]:
    """Return all names of a pack, ready to be looked for; a name that belongs to two owners tells neither."""
    owners: dict[str, set[Owner]] = {}
    for owner, text in all_names(context):
        owners.setdefault(fold(text), set()).add(owner)
    return tuple(make_name(next(iter(whose)), text) for text, whose in owners.items() if len(whose) == 1)


def all_names(context: Context) -> Iterator[tuple[Owner, str]]:
    """Yield each name with its owner; somebody who held two offices stands for the first of them."""
    sides = {party.id: party.side for party in context.parties}
    first: dict[str, Owner] = {}
    for party in context.parties:
        yield from under(Owner(f"party {party.id}", party.side), party.name, party.aliases)
    for office in context.offices:
        owner = Owner(f"office {office.id}", sides[office.party])
        yield from under(owner, office.name, office.aliases)
        for holder in office.holders:
            yield from under(first.setdefault(holder.name, owner), holder.name, holder.aliases)
    for place in context.places:
        yield from under(Owner(f"place {place.name}"), place.name, place.aliases)
    for word in context.theatre.words:
        yield Owner(f"place {word.text}"), word.text


def under(owner: Owner, name: str, aliases: tuple[Alias, ...]) -> Iterator[tuple[Owner, str]]:
    """Yield a name and its aliases with their owner."""
    for text in (name, *(alias.text for alias in aliases)):
        yield owner, text


def make_name(owner: Owner, text: str) -> Name:
    """Return a name of small letters as a pattern; long words in Cyrillic may have any ending."""
    words = text.split()
    stems = tuple(ENDING.sub("", word) if INFLECTED.fullmatch(word) else word for word in words)
    whole = (PROCLITIC if ARABIC.match(text) else "") + BETWEEN.join(flexible(word) for word in words)
    return Name(owner, stems, rf"(?<!\w){whole}(?!\w)")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern ready for use, once."""
    return re.compile(pattern)


def flexible(word: str) -> str:
    """Return the pattern of one word in any of its case forms."""
    return re.escape(ENDING.sub("", word)) + CASE_ENDING if INFLECTED.fullmatch(word) else re.escape(word)


def _name(context: Context) -> str:
    return context.name


def _longest(hit: tuple[Span, Owner]) -> tuple[int, int, str]:
    return -len(hit[0]), hit[0].start, hit[1].key


def _start(hit: tuple[Span, Owner]) -> int:
    return hit[0].start
