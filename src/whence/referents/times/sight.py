"""What a rule may look at when it turns an expression into an interval.

Enters: the moment from which the report speaks, the tense near the expression, the times told before it, a war's start. Leaves:
one frozen value. `now` is a single moment even where the report tells only a month; the caller asks twice, at both ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from whence.records import Absent, Interval, Known, Maybe, Reason, Span, Undetermined
from whence.referents.times.lexicon import TimeWords


class Tense(StrEnum):
    """What a verb tells of."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A time told before the expression, which "the next day" goes on from."""

    interval: Interval
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Sight:
    """What stands around one expression. `zone` is that of `now`; `goes_on` says that the clause goes on behind the expression."""

    now: datetime
    words: TimeWords
    span: Span
    text: str
    tense: Tense = Tense.NONE
    earlier: tuple[Earlier, ...] = ()
    war_start: date | None = None
    zone: tzinfo | None = None
    goes_on: bool = False

    @property
    def ahead(self) -> bool:
        """Tell whether the expression looks to the future."""
        return self.tense is Tense.FUTURE

    def told(self, interval: Interval, detail: str, *more: Reason) -> Known[Interval]:
        """Return an interval with the sentence that says how the words were read."""
        return Known(interval, (Reason("reading", f"“{self.text}” {detail}.", (self.span,)), *more))

    def guess(self, detail: str) -> Reason:
        """Return the reason that says what the words leave open and how it was settled."""
        return Reason("guess", f"{detail}.", (self.span,))

    def vague(self, detail: str) -> Reason:
        """Return the reason that says that an interval's ends are not meant exactly."""
        return Reason("vague", f"The words are loose: {detail}.", (self.span,))

    def unsettled(self, detail: str) -> Undetermined:
        """Return why the words cannot be settled."""
        return Undetermined((Reason("reading", f"“{self.text}” {detail}.", (self.span,)),))

    def contradicts(self, detail: str) -> Undetermined:
        """Return that the words cannot all be true."""
        return Undetermined((Reason("contradicts itself", f"“{self.text}”: {detail}.", (self.span,)),))

    def none(self, detail: str) -> Absent:
        """Return that the words give no interval."""
        return Absent((Reason("reading", f"“{self.text}” {detail}.", (self.span,)),))


Reading = Maybe[Interval]
Groups = dict[str, str]


def written(day: date) -> str:
    """Return a day as the reasons write it ("Tuesday 23 December 2031")."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"
