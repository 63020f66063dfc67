"""How many a report says were killed in an event: only what it counts, with the bounds that its words set.

Enters: the claims of an event and the text. Leaves: counts, None for what is not told. Counts of one statement are added up where
they count different people ("two women and three soldiers"), and not where one is part of another ("12 people, including three
children"). Of statements that differ the lowest count is taken, as conflict coders do until one of them is confirmed, with the
bounds of all. Nothing is made of "dozens" but its lower bound.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from whence.publish.exports.columns import words_of
from whence.publish.visible import visible
from whence.records import Claim, Known, Quantity

KILLED = "killed"
WORD = re.compile(r"[^\W\d_]+")


class Whom(Enum):
    """Who is counted, as far as the noun of the count tells."""

    CIVILIANS = auto()
    FIGHTERS = auto()
    PEOPLE = auto()
    OTHERS = auto()


@dataclass(frozen=True, slots=True)
class Count:
    """The least, the best and the most of a count, None where the words set none."""

    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Killed:
    """The killed of an event. `fighters` are by the party they belonged to; `words` are the counts as written.

    `agreed` is false where statements count differently or too vaguely for a number.
    """

    total: Count
    civilians: int | None = None
    fighters: tuple[tuple[str, int], ...] = ()
    words: tuple[str, ...] = ()
    agreed: bool = True


NOBODY_COUNTED = Killed(Count(None, None, None))


@dataclass(frozen=True, slots=True)
class Part:
    """One count of killed: whom it counts, of which party, and whether it is part of the count before it."""

    quantity: Quantity
    count: Count
    whom: Whom
    party: str
    within: bool


def count_killed(claims: Iterable[Claim], text: str) -> Killed:
    """Return the killed that some claims of one event count."""
    statements: dict[int, list[Claim]] = {}
    for claim in claims:
        statements.setdefault(claim.statement, []).append(claim)
    told = [killed for members in statements.values() if (killed := killed_of_statement(members, text)).words]
    if not told:
        return NOBODY_COUNTED
    counted = [killed for killed in told if killed.total.best is not None]
    lows = [killed.total.low for killed in told]
    highs = [killed.total.high for killed in told]
    # The lowest count stands for all, with whom it counts.
    chosen = min(counted, key=best_of) if counted else told[0]
    total = Count(
        min((low for low in lows if low is not None), default=None),
        chosen.total.best,
        None if None in highs else max((high for high in highs if high is not None), default=None),
    )
    words = tuple(dict.fromkeys(word for killed in told for word in killed.words))
    agreed = len({killed.total for killed in told}) == 1 and bool(counted)
    return Killed(total, chosen.civilians, chosen.fighters, words, agreed)


def best_of(killed: Killed) -> int:
    """Return the best number, by which counts are compared."""
    return killed.total.best or 0


def killed_of_statement(claims: Sequence[Claim], text: str) -> Killed:
    """Return the killed that one statement counts."""
    parts = parts_of(claims, text)
    if not parts:
        return NOBODY_COUNTED
    outer = [part for part in parts if not part.within] or parts
    whole = [part for part in outer if part.whom is Whom.PEOPLE]
    civilians = [part for part in parts if part.whom is Whom.CIVILIANS]
    fighters: dict[str, list[Part]] = {}
    for part in parts:
        if part.whom is Whom.FIGHTERS and part.party:
            fighters.setdefault(part.party, []).append(part)
    return Killed(
        add_up(whole or outer),
        add_up([part for part in civilians if not part.within] or civilians).best,
        tuple((party, best) for party, each in fighters.items() if (best := add_up(each).best) is not None),
        tuple(dict.fromkeys(visible(part.quantity.text) for part in parts)),
    )


def parts_of(claims: Sequence[Claim], text: str) -> list[Part]:
    """Return the counts of killed in some claims in the order of the text, each passage once."""
    found = {quantity.span: quantity for claim in claims for quantity in claim.quantities if quantity.measure == KILLED}
    parts: list[Part] = []
    before: Quantity | None = None
    for at in sorted(found):
        quantity = found[at]
        between = "" if before is None else text[before.span.end : at.start].casefold()
        within = any(re.search(rf"\b{re.escape(word)}\b", between) for word in words_of("including"))
        # What follows a part, up to the next sentence, is a part too: "including two women and a child".
        within = within or (bool(parts) and parts[-1].within and "." not in between)
        parts.append(Part(quantity, count_of(quantity), whom_of(quantity), party_of(quantity, claims), within))
        before = quantity
    return parts


def count_of(quantity: Quantity) -> Count:
    """Return a quantity in whole people; a plain number without bounds is its own bounds."""
    low, best, high = (whole(number) for number in (quantity.low, quantity.value, quantity.high))
    if low is None and high is None:
        return Count(best, best, best)
    return Count(low, best, high)


def whole(number: float | None) -> int | None:
    """Return a number of people, None where it is none."""
    return int(number) if number is not None and math.isfinite(number) and number >= 0 else None


def whom_of(quantity: Quantity) -> Whom:
    """Return whom a quantity counts, by its unit."""
    words = {word.casefold() for word in WORD.findall(quantity.unit)}
    if words & words_of("fighters"):
        return Whom.FIGHTERS
    if words & words_of("civilians"):
        return Whom.CIVILIANS
    return Whom.PEOPLE if not words or words & words_of("people") else Whom.OTHERS


def party_of(quantity: Quantity, claims: Iterable[Claim]) -> str:
    """Return the party of the actor within whose words a quantity stands, empty where there is none."""
    actors = (actor for claim in claims for actor in claim.actors if actor.span.overlaps(quantity.span))
    return next((actor.party.value for actor in actors if isinstance(actor.party, Known)), "")


def add_up(parts: Iterable[Part]) -> Count:
    """Return the sum of counts, that of the same people taken once: the larger where they differ."""
    by_unit: dict[tuple[str, str], Count] = {}
    for part in parts:
        key = (part.party, part.quantity.unit.casefold())
        by_unit[key] = larger(by_unit[key], part.count) if key in by_unit else part.count
    counts = list(by_unit.values())
    return Count(*(add([getattr(count, name) for count in counts]) for name in ("low", "best", "high")))


def larger(one: Count, other: Count) -> Count:
    """Return the count with the larger best number."""
    return max(one, other, key=size_of)


def size_of(count: Count) -> tuple[int, int]:
    """Return what counts are compared by."""
    return (count.best or 0, count.low or 0)


def add(numbers: Sequence[int | None]) -> int | None:
    """Return the sum, None where one of them is not known."""
    known = [number for number in numbers if number is not None]
    return sum(known) if known and len(known) == len(numbers) else None
