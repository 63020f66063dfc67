"""The quantities of one report, each with what is counted and what befell it.

Enters: the engine's Doc of a report's text. Leaves: quantities in the order of the text. A number is kept where a unit or noun
stands with it, where harm is told of it, or where it is the sum of a toll.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from whence.records import Quantity, Reason, Span
from whence.referents.quantities.amounts import Amount, find_amounts
from whence.referents.quantities.befallen import NOTHING, Befallen, befallen
from whence.referents.quantities.counted import Counted, counted_by, token_range, told_as
from whence.referents.quantities.unnumbered import find_unnumbered
from whence.referents.quantities.vetoes import Taken, counts, counts_nothing
from whence.referents.quantities.words import QuantityWords, load_quantities
from whence.referents.times.lexicon import plain

RULES = ("quantities", "1")
"""The name and version of these rules, for the run record."""

_TOLL_REACH = 110
"""How many characters before its sum a toll may be named."""

_JOINTS = frozenset({" and ", ", ", ", and "})
"""What stands between the counts of one list."""


@dataclass(frozen=True, slots=True)
class _Texts:
    """A report's text, as it is and as the patterns want it."""

    whole: str
    plain: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A quantity with what tells whether another may take over its noun."""

    quantity: Quantity
    counted: Counted
    sentence: int
    people: bool
    exactly_one: bool
    nominal: bool
    """Whether the noun itself tells what befell them ("12 deaths")."""

    @property
    def part(self) -> bool:
        """Tell whether it is part of a count told before."""
        return any(reason.kind == "part" for reason in self.quantity.because)


def find_quantities(doc: Doc, *, taken: Iterable[Span] = (), language: str = "en") -> tuple[Quantity, ...]:
    """Return the quantities of `doc` in the order of the text.

    `taken` are spans of times and names, whose numbers count nothing.

    Raises:
        LexiconError: if `language` has no words for quantities.
    """
    if not len(doc):
        return ()
    words, whole = load_quantities(language), doc.text
    text, spent = plain(whole), Taken.of(doc, taken)
    found: list[_Found] = []
    amounts = [amount for amount in find_amounts(text, words) if not counts_nothing(doc, text, amount, spent, words)]
    numbered = [amount.span for amount in amounts]
    amounts += find_unnumbered(text, numbered, spent, words)
    for amount in sorted(amounts, key=_start):
        if found and amount.span.start < found[-1].quantity.span.end:
            continue
        each = _read(doc, _Texts(whole, text), amount, found[-1] if found else None, words)
        if each is not None and not spent.holds(each.quantity.span, amount.number):
            found.append(each)
    return tuple(each.quantity for each in found)


def _start(amount: Amount) -> int:
    """Return where an amount begins."""
    return amount.span.start


def _read(doc: Doc, texts: _Texts, amount: Amount, last: _Found | None, words: QuantityWords) -> _Found | None:
    """Return the quantity that an amount is, None where it counts nothing."""
    whole, text = texts.whole, texts.plain
    counted = counted_by(doc, text, amount, words)
    first, _ = token_range(doc, amount.span)
    told = NOTHING if counted.measured and counted.unit != "percent" else befallen(doc, first, counted, words)
    counted = counted if counted.unit else told_as(counted, words)
    because = amount.because
    if not counted.unit and last is not None and _takes_over(doc, counted, last, first, told):
        unit = words.plurals["person"] if counted.others and (not last.people or last.exactly_one) else last.quantity.unit
        why = f"What is counted was named before: “{last.quantity.text}”."
        counted = replace(counted, unit=unit, noun=counted.noun or last.counted.noun)
        because = (*because, Reason("ellipsis", why, (last.quantity.span,)))
    elif not counted.unit and counted.others and told.measure:
        counted = replace(counted, unit=words.plurals["person"])
    elif not counted.unit and not told.measure:
        told, because = _toll(doc, text, amount, because, words)
    if not counts(doc, amount, counted, told, words):
        return None
    span = Span(amount.span.start, max(amount.span.end, counted.end))
    because = (*because, *_reasons(counted, told, span, whole), *_part(doc[:first], texts.plain, span, last, words))
    quantity = Quantity(span, span.cut(whole), amount.value, amount.low, amount.high, counted.unit, told.measure, because)
    nominal = counted.noun is not None and told.word is not None and counted.noun.i == told.word.i
    people = bool(counted.unit) and not counted.measured
    return _Found(quantity, counted, _sentence(doc, first), people, amount.low == 1, nominal)


def _sentence(doc: Doc, at: int) -> int:
    """Return where the sentence of a token begins."""
    while at > 0 and not doc[at].is_sent_start:
        at -= 1
    return at


def _takes_over(doc: Doc, counted: Counted, last: _Found, first: int, told: Befallen) -> bool:
    """Tell whether a bare number counts what was counted before it in the sentence ("killed 12 people and wounded 30")."""
    if not told.measure:
        return _beside(counted, last)
    if not last.quantity.unit or not last.quantity.measure or last.counted.measured or last.nominal:
        return False
    apart = any(token.text in {";", ":"} for token in doc[last.counted.top.i : first])
    return not apart and _sentence(doc, first) == last.sentence and counted.top.i >= last.counted.top.i


def _beside(counted: Counted, last: _Found) -> bool:
    """Tell whether a bare number is the object of a verb that is joined to the one before it ("took 12 tanks and destroyed 7")."""
    one, other = last.counted.top, counted.top
    joined = other.head.dep_ == "conj" and other.head.head.i == one.head.i
    return (
        last.counted.noun is not None
        and joined
        and one.dep_ == other.dep_
        and one.dep_ in {"obj", "dobj", "nsubj:pass", "nsubjpass"}
    )


def _toll(
    doc: Doc, text: str, amount: Amount, because: tuple[Reason, ...], words: QuantityWords
) -> tuple[Befallen, tuple[Reason, ...]]:
    """Return the measure of a toll whose sum a bare number is ("the death toll rose to 41")."""
    found = words.patterns.toll.search(text, max(0, amount.span.start - _TOLL_REACH), amount.span.start)
    if found is None:
        return NOTHING, because
    _, end = token_range(doc, Span(found.start("toll"), found.end("toll")))
    return Befallen(words.tolls[found["toll"]], doc[end - 1]), because


def _reasons(counted: Counted, told: Befallen, span: Span, whole: str) -> tuple[Reason, ...]:
    """Return why the unit and the measure are what they are."""
    unit: tuple[Reason, ...] = ()
    if counted.noun is not None:
        noun = Span(counted.noun.idx, counted.noun.idx + len(counted.noun.text))
        unit = (Reason("counted", f"“{noun.cut(whole)}” is what is counted.", (noun,)),)
    elif counted.measured:
        unit = (Reason("unit", f"Measured in {counted.unit}.", (span,)),)
    if not told.measure or told.word is None:
        return unit
    word = Span(told.word.idx, told.word.idx + len(told.word.text))
    return (*unit, Reason("measure", f"“{word.cut(whole)}” tells that those counted are {told.measure}.", (word,)))


def _part(before: Tokens, text: str, span: Span, last: _Found | None, words: QuantityWords) -> tuple[Reason, ...]:
    """Return the remark that a count is part of one told before, not to be added to it."""
    told = [token.lower_ for token in before[max(0, len(before) - 2) :]]
    pronoun = any(f" of {word}" in text[span.start : span.end + 4] for word in (*words.pronouns, "the"))
    joined = last is not None and text[last.quantity.span.end : span.start] in _JOINTS and last.part
    among = bool(told) and (told[-1] in words.part or (told[0] in words.part and told[-1] in words.pronouns))
    if not (pronoun or joined or among):
        return ()
    return (Reason("part", "It is part of those counted before, not to be added to them.", (span,)),)
