"""Numbers that drift: one that the child gives and the parent does not, where the parent gives another of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from whence.collation.units import language_of
from whence.language.glossary import find_numbers, load_glossary, load_group
from whence.language.tables import read_table
from whence.lineage.ground import Ground
from whence.lineage.variations.change import Change, Pair
from whence.lineage.variations.dates import find_dates
from whence.records import Span, VariationKind

HEDGE = re.compile(
    r"(?:(?:nearly|almost|at least|at most|as (?:much|many) as|more than|over|under|up to|fewer than) )?(?:an? )?$",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\b\d{1,2}[:h.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
BEHIND = re.compile(r"[ -][^\W\d_]+(?: [^\W\d_]+)?")
WORD = re.compile(r"[^\W\d_]+")
NEAR = 3
"""Words behind a number among which that is which it counts."""

SMALL = 3
"""Up to which a number says little by itself: "three towns", "two sides"."""

GROWN = 1.5

FAR = 12.0
"""Times by which a number may have grown or shrunk and still be taken for the other, unless both count the same thing."""

AGE = re.compile(r"(?:aged|age|,) ?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    `value` is about how much, `counts` what the words behind it may mean, `noun` what the next one does, ages left out; `vague`
    says that it is neither digits nor a number's words ("dozens").
    """

    span: Span
    value: float
    counts: frozenset[str]
    noun: frozenset[str] = frozenset()
    vague: bool = False


def find(ground: Ground, pair: Pair) -> Iterator[Change]:
    """Yield the numbers that differ: those that count the same thing anywhere, or the only ones of corresponding passages."""
    child, parent = ground.readings[pair.child], ground.readings[pair.parent]
    text = child.report.text
    ours, theirs = numbers_in(text, language_of(child)), numbers_in(parent.report.text, language_of(parent))
    have, had = {number.value for number in ours}, {number.value for number in theirs}
    used: set[Span] = set()
    done: set[float] = set()
    for number in ours:
        if number.value in had or number.value in done:
            continue
        other = _match(pair, number, ours, [each for each in theirs if each.value not in have and each.span not in used], had)
        if other is None:
            continue
        done.add(number.value)
        used.add(other.span)
        unit = next((down for _, down in pair.passages if _within(number.span, pair.units[down].span)), pair.passages[0][1])
        span = _whole(text, number)
        kind = VariationKind.EXAGGERATION if number.value >= GROWN * other.value and other.value > 1 else VariationKind.NUMBER
        was = _whole(parent.report.text, other)
        yield Change(kind, pair.parent, pair.child, unit, span, span.cut(text), was.cut(parent.report.text), was)
    if language_of(child) == language_of(parent):
        yield from _units(ground, pair, ours, theirs)


def _match(pair: Pair, number: Number, ours: tuple[Number, ...], lost: list[Number], had: set[float]) -> Number | None:
    """Return the parent's number that a number of the child stands for."""
    for up, down in pair.passages:
        if not _within(number.span, pair.units[down].span):
            continue
        here = [each for each in ours if _within(each.span, pair.units[down].span) and each.value not in had]
        there = [each for each in lost if _within(each.span, pair.units[up].span)]
        same = [each for each in there if each.counts & number.counts]
        if same:
            return same[0]
        if len(here) == 1 and len(there) == 1 and _is_near(number, there[0]):
            return there[0]
    same = [each for each in lost if each.counts & number.counts and min(number.value, each.value) > SMALL]
    return same[0] if len(same) == 1 else None


def _is_near(number: Number, other: Number) -> bool:
    """Tell whether two numbers are of one size, and neither too small to mean anything."""
    small, great = sorted((number.value, other.value))
    return small > SMALL and great <= FAR * small


def _units(ground: Ground, pair: Pair, ours: tuple[Number, ...], theirs: tuple[Number, ...]) -> Iterator[Change]:
    """Yield the numbers that stayed while what they count did not: "86 people" for "86 families"."""
    child, parent = ground.readings[pair.child].report.text, ground.readings[pair.parent].report.text
    done = set()
    for up, down in pair.passages:
        for number in ours:
            if number.value <= SMALL or number.value in done or not number.noun or not _within(number.span, pair.units[down].span):
                continue
            there = [each for each in theirs if each.value == number.value]
            beside = [each for each in there if each.noun and _within(each.span, pair.units[up].span)]
            if not beside or any(each.counts & number.counts for each in there):
                continue
            done.add(number.value)
            span, was = _with_noun(child, number.span), _with_noun(parent, beside[0].span)
            yield Change(VariationKind.UNIT, pair.parent, pair.child, down, span, span.cut(child), was.cut(parent), was)


@lru_cache(maxsize=512)
def numbers_in(text: str, language: str) -> tuple[Number, ...]:
    """Return the numbers of a text that belong to no date or time of day, vague amounts among them, in order."""
    taken = [each.span for each in find_dates(text, language)]
    taken += [Span(match.start(), match.end()) for match in CLOCK.finditer(text)]
    found = []
    pattern, values = _vague(language)
    for match in pattern.finditer(text):
        span = Span(match.start(), match.end())
        found.append(Number(span, values[match.group().casefold()], _counted(text, span, language), vague=True))
        taken.append(span)
    for start, end, value in find_numbers(text, language):
        span = Span(start, end)
        if value not in {0.0, 1.0} and not any(each.overlaps(span) for each in taken):
            found.append(Number(span, value, _counted(text, span, language), _noun(text, span, language)))
    return tuple(sorted(found, key=_where))


def _where(number: Number) -> Span:
    return number.span


@cache
def _vague(language: str) -> tuple[re.Pattern[str], dict[str, float]]:
    """Return the pattern of a language's vague amounts, which may fit nothing, and about what each stands for."""
    table = read_table("glossary", "vague.toml").get(language, {})
    listed = "|".join(re.escape(key) for key in sorted(table, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE), {key: float(table[key]) for key in table}


def _counted(text: str, span: Span, language: str) -> frozenset[str]:
    """Return the concepts of the words behind a number."""
    glossary = load_glossary(language)
    if glossary is None:
        return frozenset()
    rest = re.split(r"[.;:!?\n]", text[span.end : span.end + 50])[0]
    return frozenset().union(*(glossary.concepts(word) for word in WORD.findall(rest)[:NEAR]))


def _noun(text: str, span: Span, language: str) -> frozenset[str]:
    """Return the concepts of the word right behind a number, none for an age."""
    glossary = load_glossary(language)
    next_word = re.match(r" ([^\W\d_]+)", text[span.end : span.end + 30])
    if glossary is None or next_word is None or AGE.search(text[: span.start][-12:]):
        return frozenset()
    concepts = glossary.concepts(next_word.group(1))
    return concepts & load_group("counted")


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _whole(text: str, number: Number) -> Span:
    """Return a number with what hedges it before it; a vague amount with what it counts."""
    if number.vague:
        return _with_noun(text, number.span)
    hedge = HEDGE.search(text[max(0, number.span.start - 20) : number.span.start])
    return Span(number.span.start - (len(hedge.group()) if hedge else 0), number.span.end)


def _with_noun(text: str, span: Span) -> Span:
    noun = BEHIND.match(text, span.end)
    return Span(span.start, noun.end()) if noun else span
