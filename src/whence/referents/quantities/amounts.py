"""Numbers in digits and words → the amounts that they stand for, with the words that bound them.

Enters: the plain text of a report and the language's words for quantities. Leaves: amounts in the order of the text, whatever they
count. Spelled numbers are read by text2num, and only where a number was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from text_to_num import text2num

from whence.records import Reason, Span
from whence.referents.quantities.words import QuantityWords, Vague

_DIGITS = re.compile(r"\d[\d, ]*(?:\.\d+)?")
_HALF = "and a half"
_REACH = 48
"""How many characters before a number its bounding words may begin: room for two of the longest."""
_HEDGES = 3
"""How many bounding words may be heaped up ("at least another 30")."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One number or range. `span` covers its bounding words, `number` the number alone; `unit` is told by a sign of money.

    `word` is the vague word, empty for an exact number. `bounded` names the kinds of words that bound it.
    """

    span: Span
    number: Span
    value: float | None
    low: float | None
    high: float | None
    unit: str = ""
    word: str = ""
    casualties: bool = False
    ranged: bool = False
    bounded: tuple[str, ...] = ()
    because: tuple[Reason, ...] = ()

    @property
    def one(self) -> bool:
        """Tell whether it is exactly one."""
        return self.low == self.high == 1


def find_amounts(text: str, words: QuantityWords) -> Iterator[Amount]:
    """Yield the amounts of `text`, which is in small letters with straight apostrophes."""
    for match in words.patterns.number.finditer(text):
        found = _pair(match, text, words) if match["pair"] else _single(match, text, words)
        for each in found:
            yield _bounded(each, text, words)


def read_number(form: str, words: QuantityWords) -> Vague | None:
    """Return what one number in digits or words stands for, None where it is none after all."""
    if form in words.vague:
        return _times(words.vague[form], [], words)
    digits = _DIGITS.match(form)
    if digits is not None:
        return _exactly(float(digits[0].replace(",", "").replace(" ", "")), form[digits.end() :], words)
    if form.startswith("half a "):
        return _scaled(0.5, form.split()[2:], words)
    pieces = form.replace("-", " ").split()
    counted = next((word for word in words.vague if form.startswith(word)), None)
    if counted is not None:
        return _times(words.vague[counted], form[len(counted) :].split(), words)
    if pieces[0] in {"a", "an"}:
        pieces[0] = "one"
    if _HALF in form:
        at = pieces.index("half")
        whole = _spelled(" ".join(pieces[: at - 2]))
        return None if whole is None else _scaled(whole + 0.5, pieces[at + 1 :], words)
    if pieces[-1] == "dozen":
        whole = _spelled(" ".join(pieces[:-1]))
        return None if whole is None else _scaled(whole, ["dozen"], words)
    whole = _spelled(" ".join(pieces))
    return None if whole is None else Vague(whole, whole, whole)


def _spelled(form: str) -> float | None:
    """Return the number that `form` spells."""
    try:
        return float(text2num(form, "en"))
    except ValueError:
        return None


def _exactly(number: float, rest: str, words: QuantityWords) -> Vague:
    """Return digits with the scale behind them."""
    if _HALF in rest:
        number, rest = number + 0.5, rest.replace(_HALF, "")
    return _scaled(number, rest.replace("-", " ").split(), words)


def _scaled(number: float, scales: list[str], words: QuantityWords) -> Vague:
    """Return a number times the scale words behind it."""
    for scale in scales:
        number *= words.scales.get(scale, 1)
    number = round(number, 6)
    return Vague(number, number, number)


def _times(vague: Vague, rest: list[str], words: QuantityWords) -> Vague:
    """Return a vague count of scale words ("several hundred", "tens of thousands")."""
    low, high, value = float(vague.low), vague.high, vague.value
    for word in rest:
        plural = words.vague.get(word)
        scale = plural.low / 2 if plural is not None else words.scales.get(word, 1)
        low *= scale
        high = None if high is None or plural is not None else high * scale
        value = None if value is None else value * scale
    return Vague(low, None if high is None else float(high), None if value is None else float(value), vague.casualties)


def _single(match: re.Match[str], text: str, words: QuantityWords) -> Iterator[Amount]:
    """Yield the one amount of a number or range, both where they are no range ("rose from 35 to 41")."""
    unit = words.money.get((match["sign"] or "").strip(), "")
    low, start = read_number(match["low"], words), match.start()
    if match["high"] is None:
        if low is not None:
            yield _amount(Span(start, match.end("low")), low, match["low"], unit)
        return
    high = read_number(match["high"], words)
    if low is None or high is None:
        return
    two = match["join"] == " to " and words.patterns.changing.search(text, max(0, start - _REACH), start) is not None
    if two:
        yield _amount(Span(start, match.end("low")), low, match["low"], unit)
        yield _amount(Span(match.start("high"), match.end()), high, match["high"], unit)
        return
    yield from _range(match, low, high, unit, words)


def _pair(match: re.Match[str], text: str, words: QuantityWords) -> Iterator[Amount]:
    """Yield the range "between 10 and 15"."""
    low, high = read_number(match["least"], words), read_number(match["most"], words)
    sign = match["sign2"] or match["sign"] or ""
    if low is not None and high is not None and text:
        yield from _range(match, low, high, words.money.get(sign.strip(), ""), words)


def _range(match: re.Match[str], low: Vague, high: Vague, unit: str, words: QuantityWords) -> Iterator[Amount]:
    """Yield a range whose ends go up; a scale behind the second holds for the first as well ("2 to 3 million")."""
    forms = (match["least"] or match["low"], match["most"] or match["high"])
    least, most = low.low, high.high if high.high is not None else None
    scale = next((words.scales[word] for word in forms[1].split() if word in words.scales), 1)
    if most is not None and scale > 1 and least < most / scale and not any(word in words.scales for word in forms[0].split()):
        least *= scale
    if most is not None and least >= most:
        return
    span = Span(match.start(), match.end())
    because = Reason("range", f"A range from “{forms[0]}” to “{forms[1]}”.", (span,))
    yield Amount(span, span, None, least, most, unit, ranged=True, because=(because,))


def _amount(span: Span, read: Vague, form: str, unit: str) -> Amount:
    """Return the amount of one number."""
    if read.low == read.high == read.value:
        return Amount(span, span, read.value, read.low, read.high, unit)
    most = "no upper end" if read.high is None else f"at most {read.high:,.0f}"
    because = Reason("vague", f"“{form}” is taken for at least {read.low:,.0f}, with {most}.", (span,))
    return Amount(span, span, read.value, read.low, read.high, unit, form, read.casualties, because=(because,))


def _bounded(amount: Amount, text: str, words: QuantityWords) -> Amount:
    """Return an amount with the bounding words around it."""
    for _ in range(_HEDGES):
        before = words.patterns.bound_before.search(text, max(0, amount.span.start - _REACH), amount.span.start)
        if before is None:
            break
        amount = _bind(amount, before[0].strip(), Span(before.start(), before.start() + len(before[0].strip())), words)
    after = words.patterns.bound_after.match(text, amount.span.end)
    if after is not None:
        amount = _bind(amount, after[0].strip(), Span(after.end() - len(after[0].strip()), after.end()), words)
    return amount


def _bind(amount: Amount, word: str, where: Span, words: QuantityWords) -> Amount:
    """Return an amount as one bounding word leaves it."""
    bound = words.bound_of[word]
    sets = words.bounds[bound]
    span = Span(min(amount.span.start, where.start), max(amount.span.end, where.end))
    if bound == "exact":
        return replace(amount, span=span)
    because = (*amount.because, Reason("bound", f"“{word}” bounds the number.", (where,)))
    if bound == "about" and amount.low != amount.high:
        return replace(amount, span=span, because=because)
    floor = amount.value if amount.low is None else amount.low
    ceiling = amount.value if amount.high is None else amount.high
    value = amount.value if "value" in sets else None
    low, high = (floor if "low" in sets else None), (ceiling if "high" in sets else None)
    if low is value is high is None:  # "up to dozens": the ceiling is as vague as before
        return replace(amount, span=span, because=because)
    return replace(amount, span=span, value=value, low=low, high=high, bounded=(*amount.bounded, bound), because=because)
