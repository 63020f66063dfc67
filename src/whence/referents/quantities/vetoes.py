"""Numbers that count nothing: dates, names, ages, places in a list, scores.

Enters: an amount and what stands around it. Leaves: a yes or no.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from whence.records import Span
from whence.referents.quantities.amounts import Amount
from whence.referents.quantities.befallen import Befallen
from whence.referents.quantities.counted import Counted, token_range
from whence.referents.quantities.words import QuantityWords

_OLDEST = 115
"""A number beyond it is nobody's age."""
_YEARS = (1500, 2100)
"""Between these a bare number of four digits may be a year."""
_OF_NAMES = frozenset({"nummod", "flat", "compound", "appos", "nmod", "nmod:unmarked"})
"""How a number hangs from the name that it belongs to ("Boeing 727")."""
_SMALL = 10
"""A count up to it that "the" stands before points back to what is known ("the two leaders")."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What times and names cover: `times` as the caller says, `names` as the engine does."""

    times: tuple[Span, ...]
    names: tuple[Span, ...]

    @classmethod
    def of(cls, doc: Doc, taken: Iterable[Span]) -> Taken:
        """Return what is covered in `doc`."""
        names = tuple(Span(ent.start_char, ent.end_char) for ent in doc.ents if len(ent) > 1)
        return cls(tuple(taken), names)

    def covers(self, span: Span) -> bool:
        """Tell whether a number lies in a time or name."""
        return any(span.overlaps(each) for each in self.times) or any(each.covers(span) for each in self.names)

    def holds(self, whole: Span, number: Span) -> bool:
        """Tell whether a quantity is no more than its number's own time ("12" of "12 hours")."""
        return any(each.covers(number) or each.covers(whole) for each in self.times)


def counts_nothing(doc: Doc, text: str, amount: Amount, taken: Taken, words: QuantityWords) -> bool:
    """Tell whether the words around an amount make it a date, a name, an age or the like."""
    number, never = amount.number, words.never
    if taken.covers(number):
        return True
    if amount.unit:
        return False
    start, end = token_range(doc, number)
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    low_before = "" if before is None else before.lower_
    low_after = "" if after is None else after.lower_
    if words.never.ages.match(text, number.end) or low_after in never.units or _joined_unit(text, number.end, words):
        return True
    if low_before in never.months or low_after in never.months or (not amount.bounded and _is_label(doc, start, end, words)):
        return True
    return _is_age(doc, amount, start, end, words.people) or _is_year(text, amount, low_before, words)


def _is_label(doc: Doc, start: int, end: int, words: QuantityWords) -> bool:
    """Tell whether a number names one of a row: behind a word like "Brigade" or "No.", and not before what it counts."""
    if not start or doc[start].is_sent_start:
        return False
    head = doc[end - 1].head
    if head.i == start - 1 and head.pos_ == "PROPN" and doc[end - 1].dep_ in _OF_NAMES:
        return True
    stop = doc[start - 1].text == "." and start > 1 and not doc[start - 2].whitespace_
    if doc[start - 1 - stop].lower_ not in words.never.before:
        return False
    return not (doc[end - 1].dep_ == "nummod" and head.i >= end and head.tag_ in {"NNS", "NNPS"})


def _joined_unit(text: str, end: int, words: QuantityWords) -> bool:
    """Tell whether a hyphen joins the number to a word that is no measure ("a two-thirds majority", "a three-storey block")."""
    if not text.startswith("-", end) or not text[end + 1 : end + 2].isalpha():
        return False
    return words.patterns.unit.match(text, end) is None


def _is_age(doc: Doc, amount: Amount, start: int, end: int, people: frozenset[str]) -> bool:
    """Tell whether a number tells an age: between commas or brackets behind a name ("Ivan, 34, …"), or in "a woman of 61"."""
    if amount.bounded or amount.low != amount.high or amount.low is None or amount.low > _OLDEST or start < 2:  # noqa: PLR2004
        return False
    opened, before = doc[start - 1].text, doc[start - 2]
    if opened == "of" and before.tag_ == "NN" and before.lower_ in people:
        return True
    closed = doc[end].text if end < len(doc) else "."
    named = before.pos_ in {"PROPN", "NOUN"} or bool(before.ent_type_)
    return named and opened in {",", "("} and closed in {",", ")", ".", ";", "and"}


def _is_year(text: str, amount: Amount, before: str, words: QuantityWords) -> bool:
    """Tell whether a bare number of four digits stands where a year stands."""
    form = text[amount.number.start : amount.number.end]
    if amount.bounded or len(form) != 4 or not form.isdigit() or not _YEARS[0] <= int(form) < _YEARS[1]:  # noqa: PLR2004 - digits of a year
        return False
    return before in words.never.years or before.endswith(("'s", "’s"))


def counts(doc: Doc, amount: Amount, counted: Counted, told: Befallen, words: QuantityWords) -> bool:
    """Tell whether an amount with what was found for it counts something."""
    if not counted.unit and not told.measure:
        return False
    if told.measure:
        return True
    if amount.casualties or counted.unit.lower() in words.never.units:
        return False
    if counted.measured:
        return True
    noun = counted.noun
    if noun is None:
        return False
    start, _ = token_range(doc, amount.span)
    if amount.one and doc[start].lower_ == "one" and not amount.bounded and noun.lower_ not in words.people:
        return False
    many = amount.low is not None and amount.low > 1
    if noun.tag_ in {"NN", "NNP"} and many and noun.lower_ not in words.unchanging:
        return False
    before = doc[start - 1].lower_ if start else ""
    return not (before in words.never.definite and amount.low is not None and amount.low <= _SMALL and not amount.bounded)
