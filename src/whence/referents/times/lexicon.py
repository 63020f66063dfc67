"""The words and patterns by which a language says when, read from its data file.

Enters: a language code. Leaves: one frozen value with tables and compiled patterns. It holds no words of its own: to teach the
rules an expression, add it to `times.toml` in the language's folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from whence.errors import LexiconError
from whence.language.tables import read_table

FOLDERS = {"en": "english"}
"""The folder of each language that has lists for times."""

_PLACEHOLDER = re.compile(r"\{(\w+)(?::(\w+))?\}")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "})
_BRACKETS = re.compile(r"\([^()]*\)")
_FRAME = r"(?<![\w$€£#&])(?<!\d[.,:/–-])(?:%s)(?!\w)(?![.,:/]\d)"
"""What must not stand around an expression: a word, a sum of money, more of a number."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One form of expression and the rule that reads it; a text without a word of each of `needs` cannot hold it."""

    rule: str
    form: re.Pattern[str]
    needs: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Joins:
    """What may stand between two parts of one expression."""

    day_then_time: re.Pattern[str]
    time_then_day: re.Pattern[str]
    to: re.Pattern[str]
    between: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Words before an expression that make it the limit of a stretch; see times.toml."""

    since: frozenset[str]
    until: frozenset[str]
    beside: frozenset[str]
    start: str
    pair: str


@dataclass(frozen=True, slots=True)
class Tenses:
    """How verbs tell past from future; see times.toml."""

    past_tags: frozenset[str]
    present_tags: frozenset[str]
    future_auxiliaries: frozenset[str]
    modals: frozenset[str]
    having: frozenset[str]
    being: frozenset[str]
    infinitive: frozenset[str]
    scheduled: frozenset[str]
    prospective: frozenset[str]
    urging: frozenset[str]
    equating: frozenset[str]
    counting: frozenset[str]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """All tables of one language. Keys are in small letters with straight apostrophes (see `plain`)."""

    language: str
    patterns: tuple[Pattern, ...]
    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    numbers: dict[str, tuple[int, int]]
    plural: tuple[int, int]
    ordinals: dict[str, int]
    parts: dict[str, tuple[int, int]]
    moments: dict[str, int]
    seasons: dict[str, int]
    portions: dict[str, tuple[int, int, int]]
    elapsed: dict[str, int]
    deictic: dict[str, tuple[int, str]]
    relations: dict[str, int]
    steps: dict[str, int]
    sides: dict[str, int]
    ways: dict[str, int]
    zones: dict[str, str]
    holidays: dict[str, tuple[int, int]]
    recent: dict[str, int]
    name_before: frozenset[str]
    name_after: frozenset[str]
    quantities: frozenset[str]
    year_openers: frozenset[str]
    duration_openers: frozenset[str]
    dateline_never: frozenset[str]
    apart: frozenset[str]
    joins: Joins
    bounds: Bounds
    tenses: Tenses


def plain(text: str) -> str:
    """Return `text` as the patterns want it, of the same length: small letters, straight apostrophes, ordinary blanks."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    return low.translate(_PLAIN)


def key(form: str) -> str:
    """Return a matched form as the tables write it."""
    return " ".join(plain(form).split())


def _unreadable(name: str, cause: Exception) -> LexiconError:
    """Return the error for word lists that cannot be read."""
    where, reason = f"language/{name}", f"{type(cause).__name__}: {cause}"
    return LexiconError(where, reason)


def _one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, the longest first."""
    return "|".join(re.escape(word).replace("\\ ", " ") for word in sorted(words, key=_longest_first))


def _longest_first(word: str) -> tuple[int, str]:
    """Return the key that puts longer words first."""
    return -len(word), word


def _forms(table: dict[str, Any], base: int) -> dict[str, int]:
    """Return full and short names with their numbers, the first full name having `base`."""
    numbered: dict[str, int] = {name: at for at, name in enumerate(table["full"], base)}
    numbered.update(table["short"])
    return numbered


def _zones(table: dict[str, dict[str, str]]) -> dict[str, str]:
    """Return the names of zones with their IANA names."""
    return table["names"] | {f"{place} time": zone for place, zone in table["places"].items()}


def _numbers(table: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """Return numbers in words with the least and the most that they may mean."""
    exact = {word: (value, value) for word, value in table["exact"].items()}
    return exact | {word: (low, high) for word, (low, high) in table["vague"].items()}


def _number_form(numbers: Iterable[str]) -> str:
    """Return a pattern for numbers in digits or words ("forty-five")."""
    words = _one_of(numbers)
    return rf"\d[\d,]*|(?:{words})(?:-(?:{words}))?"


def _placeholders(table: dict[str, Any]) -> dict[str, str]:
    """Return what stands for each placeholder of a form."""
    months, weekdays, zones = table["months"], table["weekdays"], table["zones"]
    ordinals = _one_of(table["ordinals"])
    numbers = table["numbers"]
    return {
        "month": _one_of([*months["full"], *months["short"]]),
        "monthname": _one_of(months["full"]),
        "weekday": _one_of([*weekdays["full"], *weekdays["short"]]),
        "day": r"[0-3]?\d",
        "dayth": r"[0-3]?\d(?:st|nd|rd|th)?",
        "nth": r"[0-3]?\d(?:st|nd|rd|th)",
        "monthno": r"[01]?\d",
        "year": r"(?:1[5-9]|20)\d\d",
        "year2": r"(?:1[5-9]|20)\d\d",
        "number": _number_form([*numbers["exact"], *numbers["vague"]]),
        "unit": _one_of(form for forms in table["units"].values() for form in forms),
        "ordinal": rf"\d[\d,]*(?:st|nd|rd|th)|{ordinals}",
        "part": _one_of(table["parts"]),
        "moment": _one_of(table["moments"]),
        "season": _one_of(table["seasons"]),
        "portion": _one_of(table["portions"]),
        "elapsed": _one_of(table["elapsed"]),
        "deictic": _one_of(table["deictic"]),
        "relation": _one_of(table["relations"]),
        "step": _one_of(table["steps"]),
        "side": _one_of(table["sides"]),
        "way": _one_of(table["ways"]),
        "zone": _one_of(_zones(zones)),
        "holiday": _one_of(table["holidays"]),
        "war": f"(?:{_one_of(table['war']['words'])})",
    }


def _needs(form: str, words: dict[str, str]) -> tuple[frozenset[str], ...]:
    """Return the first words of each placeholder that a form cannot do without: those of words alone, outside brackets."""
    while (bare := _BRACKETS.sub("", form)) != form:
        form = bare
    lists = [words[found[1]] for found in _PLACEHOLDER.finditer(form)] if "|" not in form else []
    return tuple(
        frozenset(first[0] for one in each.split("|") if (first := re.match(r"\w+", one)) is not None)
        for each in lists
        if "(" not in each and "\\d" not in each
    )


def _compile(table: dict[str, Any]) -> tuple[Pattern, ...]:
    """Return the compiled forms of expressions."""
    words = _placeholders(table)

    def _group(found: re.Match[str]) -> str:
        """Return the group for one placeholder."""
        return f"(?P<{found[2] or found[1]}>{words[found[1]]})"

    return tuple(
        Pattern(
            each["rule"],
            re.compile(_FRAME % _PLACEHOLDER.sub(_group, each["form"].replace("’", "'"))),
            _needs(each["form"], words),
        )
        for each in table["patterns"]
    )


def _between(options: list[str]) -> re.Pattern[str]:
    """Return the pattern of a gap that holds one of `options`."""
    return re.compile(rf" ?(?:{'|'.join(options)}) ?(?:the )?")


def _joins(table: dict[str, list[str]]) -> Joins:
    """Return what may stand between two parts."""
    return Joins(
        day_then_time=_between(table["day_then_time"]),
        time_then_day=_between(table["time_then_day"]),
        to=_between(table["range"]),
        between=_between(table["between"]),
    )


def _bounds(table: dict[str, Any]) -> Bounds:
    """Return the words that make an expression a limit."""
    sets = {name: frozenset(table[name]) for name in ("since", "until", "beside")}
    return Bounds(**sets, start=table["from"], pair=table["between"])


def _pairs(table: dict[str, list[Any]]) -> dict[str, Any]:
    """Return a table with its lists as tuples."""
    return {name: tuple(values) for name, values in table.items()}


@cache
def load_times(language: str = "en") -> TimeWords:
    """Return the words for times of `language`, an ISO 639-1 code.

    Raises:
        LexiconError: if the language has none, or its file cannot be read.
    """
    folder = FOLDERS.get(language)
    if folder is None:
        where, reason = f"language {language!r}", f"only {', '.join(sorted(FOLDERS))} have word lists for times"
        raise LexiconError(where, reason)
    name = f"{folder}/times.toml"
    table = read_table(folder, "times.toml")
    try:
        return TimeWords(
            language=language,
            patterns=_compile(table),
            months=_forms(table["months"], 1),
            weekdays=_forms(table["weekdays"], 0),
            units={form: unit for unit, forms in table["units"].items() for form in forms},
            numbers=_numbers(table["numbers"]),
            plural=(table["numbers"]["plural"][0], table["numbers"]["plural"][1]),
            ordinals=table["ordinals"],
            parts=_pairs(table["parts"]),
            moments=table["moments"],
            seasons=table["seasons"],
            portions=_pairs(table["portions"]),
            elapsed=table["elapsed"],
            deictic=_pairs(table["deictic"]),
            relations=table["relations"],
            steps=table["steps"],
            sides=table["sides"],
            ways=table["ways"],
            zones=_zones(table["zones"]),
            holidays=_pairs(table["holidays"]),
            recent=table["recent"],
            name_before=frozenset(table["names"]["before"]),
            name_after=frozenset(table["names"]["after"]),
            quantities=frozenset(table["names"]["quantities"]),
            year_openers=frozenset(table["years"]["openers"]),
            duration_openers=frozenset(table["durations"]["openers"]),
            dateline_never=frozenset(table["dateline"]["never"]),
            apart=frozenset(table["apart"]["words"]),
            joins=_joins(table["joins"]),
            bounds=_bounds(table["bounds"]),
            tenses=Tenses(**{name: frozenset(words) for name, words in table["tense"].items()}),
        )
    except (KeyError, TypeError, ValueError, re.error) as cause:
        raise _unreadable(name, cause) from cause
