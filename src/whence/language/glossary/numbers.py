"""Numbers as languages write them, in digits and words → where they stand and what they are worth.

Enters: a text and a language's number words. Leaves: spans with values, in the order of the text. Words are read by text2num in the
languages that it knows, and put together here, from the lists of the glossaries, in the others; what they count is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from text_to_num import find_numbers as read_words

from whence.language.glossary.folding import fold

_BY_TEXT2NUM = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"})
_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d|[^\w\s]")
_BLANKS = re.compile(r"[\s\u00ad-]*")
_HUNDRED = 100
_TEN = 10
_THOUSAND = 1000
_FIRST_TWO = 2
"""Ordinals up to here ("first", "second") are rarely about how many or which."""

Found = tuple[int, int, float]


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """How a language writes numbers: `digits` finds those in digits.

    `values` are words that add up ("forty", "двести"; a stem ends in `*`), `scales` words that multiply what stands before them
    ("thousand", "dozen"), `fractions` ordinals that are parts after a number or article ("two thirds"), `joining` words between
    parts of one number ("and"), `apart` words that are no number by themselves ("un", "hundreds"). With `units_first` units stand
    before tens.
    """

    language: str
    digits: re.Pattern[str]
    values: Mapping[str, float]
    scales: Mapping[str, float]
    fractions: Mapping[str, float]
    joining: frozenset[str]
    apart: frozenset[str]
    units_first: bool

    @classmethod
    def of(cls, language: str, table: Mapping[str, Any]) -> NumberWords:
        """Return the number words of one glossary's table, of a language without one digits alone."""
        group, decimal = table.get("group", " "), table.get("decimal", ".,")
        blanks = " \u00a0\u202f\u2009"
        inside = "".join(re.escape(sign) for sign in group) + (blanks if " " in group else blanks[1:])
        whole = rf"(?P<whole>\d{{1,3}}(?:[{inside}]\d{{3}})+(?!\d)|\d+)"
        digits = rf"(?<!\w){whole}(?:[{re.escape(decimal)}](?P<part>\d+)(?![\d:]|[.,]\d))?"
        return cls(
            language,
            re.compile(digits),
            _folded(table.get("values", {})),
            _folded(table.get("scales", {})),
            _folded(table.get("fractions", {})),
            frozenset(map(fold, table.get("joining", ()))),
            frozenset(map(fold, table.get("apart", ()))),
            bool(table.get("units_first", False)),
        )


@dataclass(frozen=True, slots=True)
class _Word:
    """A word or sign of the text, in the form that text2num asks for."""

    form: str
    start: int
    end: int

    def text(self) -> str:
        """Return the word as text2num reads it."""
        return "#" if self.form.isdigit() else self.form.lower()

    def nt_separated(self, _previous: _Word) -> bool:
        """Tell that nothing but words parts words."""
        return False

    def not_a_number_part(self) -> bool:
        """Tell that digits are read elsewhere."""
        return self.form.isdigit()


def find_number_words(text: str, words: NumberWords) -> tuple[Found, ...]:
    """Return the numbers of `text` in its order, those in digits and those in words."""
    tokens = [_Word(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]
    found = list(_digits(text, words))
    if words.language in _BY_TEXT2NUM:
        found += _outside(_spelled(tokens, words), found)
    found += _outside(_listed(text, tokens, words), found)
    return tuple(_scaled(text, sorted(found), tokens, words))


def _folded(values: Mapping[str, float]) -> Mapping[str, float]:
    """Return a table of words with its keys folded; several words with one value stand in one key, parted by blanks."""
    return MappingProxyType({fold(word): float(value) for key, value in values.items() for word in key.split()})


def _outside(more: Iterator[Found], found: list[Found]) -> list[Found]:
    """Return those of `more` that touch none of `found`."""
    return [each for each in more if not any(each[0] < end and start < each[1] for start, end, _ in found)]


def _digits(text: str, words: NumberWords) -> Iterator[Found]:
    """Yield the numbers in digits, thousands parted and fractions marked as the language does it."""
    for match in words.digits.finditer(text):
        whole = "".join(sign for sign in match["whole"] if sign.isdigit())
        yield match.start(), match.end(), float(f"{whole}.{match['part'] or 0}")


def _spelled(tokens: list[_Word], words: NumberWords) -> Iterator[Found]:
    """Yield the numbers that text2num reads."""
    for match in read_words(tokens, words.language, threshold=0):
        if not (match.is_ordinal and match.value <= _FIRST_TWO):
            yield tokens[match.start].start, tokens[match.end - 1].end, float(match.value)


def _listed(text: str, tokens: list[_Word], words: NumberWords) -> Iterator[Found]:
    """Yield the numbers that the listed words give, those side by side put together as one ("двести сорок", "iki yüz elli")."""
    at = 0
    while at < len(tokens):
        value = _value(tokens[at].form, words)
        if value is None:
            at += 1
            continue
        last, sum_ = at, _Sum(value, 0.0, value) if value >= _THOUSAND else _Sum(0.0, value, value)
        while (step := _next(text, tokens, last, words)) is not None and (more := sum_.add(*step[1:], words)) is not None:
            last, sum_ = step[0], more
        yield tokens[at].start, tokens[last].end, sum_.done + sum_.part
        at = last + 1


@dataclass(frozen=True, slots=True)
class _Sum:
    """A number being put together: the thousands that are `done`, the `part` below them, and the `least` rank reached."""

    done: float
    part: float
    least: float

    def add(self, more: float, scale: bool, words: NumberWords) -> _Sum | None:  # noqa: FBT001 - a step of _next
        """Return the number with the next word in it, None where that word begins another number."""
        if scale and more >= _THOUSAND:
            product = (self.part or 1) * more
            return _Sum(self.done + product, 0.0, more) if self.done == 0 or product < self.done else None
        if scale:
            return _Sum(self.done, (self.part or 1) * more, more) if self.part < more else None
        if words.units_first and 1 <= self.least < _TEN < more < _HUNDRED:
            return _Sum(self.done, self.part + more, self.least)
        if 1 <= more < self._room():
            return _Sum(self.done, self.part + more, more)
        return None

    def _room(self) -> float:
        """Return below which number a part may be added: units to tens, anything below a hundred to hundreds, and so on."""
        if self.least >= _HUNDRED:
            return min(self.least, _THOUSAND)
        return _TEN if self.least == _TEN or self.least >= 2 * _TEN else 0


def _next(text: str, tokens: list[_Word], last: int, words: NumberWords) -> tuple[int, float, bool] | None:
    """Return the next part of a number behind token `last`, over a joining word, with its value and whether it multiplies."""
    for where in (last + 1, last + 2):
        if where >= len(tokens) or _BLANKS.fullmatch(text, tokens[where - 1].end, tokens[where].start) is None:
            return None
        value = _value(tokens[where].form, words)
        if value is not None:
            return where, value, fold(tokens[where].form) in words.scales
        if fold(tokens[where].form) not in words.joining and tokens[where].form != "-":
            return None
    return None


def _value(form: str, words: NumberWords) -> float | None:
    """Return what one word is worth, None where it is no number."""
    folded = fold(form)
    for shape in (folded, *(folded.removeprefix(each) for each in words.joining if folded.startswith(each) and len(each) == 1)):
        for table in (words.values, words.scales):
            if shape in table:
                return table[shape]
        for size in range(len(shape), 3, -1):
            if f"{shape[:size]}*" in words.values:
                return words.values[f"{shape[:size]}*"]
    return None


def _scaled(text: str, found: list[Found], tokens: list[_Word], words: NumberWords) -> Iterator[Found]:
    """Yield the numbers, each with the scale or part behind it ("2 million", "two dozen", "two thirds", "a fifth")."""
    kept: list[Found] = []
    for start, end, value in found:
        form = fold(text[start:end])
        part = words.fractions.get(form)
        if kept and _BLANKS.fullmatch(text, kept[-1][1], start):
            before = kept[-1]
            if part is not None or (words.scales.get(form) == value and before[2] < value):
                kept[-1] = before[0], end, before[2] * (value if part is None else part)
                continue
        kept.append((start, end, part if part is not None and _after_article(start, tokens, words) else value))
    return (each for each in kept if fold(text[each[0] : each[1]]) not in words.apart)


def _after_article(start: int, tokens: list[_Word], words: NumberWords) -> bool:
    """Tell whether the token before `start` is one that makes an ordinal a part ("a third")."""
    before = next((token for token in reversed(tokens) if token.end <= start), None)
    return before is not None and fold(before.form) in words.apart
