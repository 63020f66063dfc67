"""The words by which a language says how many, read from its data file.

Enters: a language code. Leaves: one frozen value with tables and compiled patterns. It holds no words of its own: to teach the
rules a word, add it to `quantities.toml` in the language's folder.
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
"""The folder of each language that has lists for quantities."""

_BEFORE = r"(?<![\w.,:/#№$€£₴₽-])"
"""What must not stand before a number: a word, a sign of money that is none of ours, more of a number, a hyphen ("T-72")."""

_AFTER = r"(?!\w)(?![.,:/]\d)(?!-\d)"
"""What must not stand behind it."""

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d,.])|\d+(?:\.\d+)?"


@dataclass(frozen=True, slots=True)
class Vague:
    """What a vague word allows; `casualties` where it counts nothing but people who came to harm."""

    low: float
    high: float | None = None
    value: float | None = None
    casualties: bool = False


@dataclass(frozen=True, slots=True)
class Harm:
    """The words for what befell those counted; see quantities.toml."""

    verbs: dict[str, str]
    undergone: dict[str, str]
    states: dict[str, str]
    nouns: dict[str, str]


@dataclass(frozen=True, slots=True)
class Never:
    """Words beside a number that counts nothing; see quantities.toml."""

    units: frozenset[str]
    before: frozenset[str]
    ages: re.Pattern[str]
    years: frozenset[str]
    definite: frozenset[str]
    months: frozenset[str]


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled forms: numbers and ranges, words that bound them, units behind them, sums told before them."""

    number: re.Pattern[str]
    bound_before: re.Pattern[str]
    bound_after: re.Pattern[str]
    unit: re.Pattern[str]
    toll: re.Pattern[str]
    none: re.Pattern[str]
    one: re.Pattern[str]
    changing: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """All tables of one language, keys in small letters with straight apostrophes."""

    vague: dict[str, Vague]
    simple: frozenset[str]
    scales: dict[str, float]
    bounds: dict[str, frozenset[str]]
    bound_of: dict[str, str]
    unit_of: dict[str, str]
    money: dict[str, str]
    skipped: frozenset[str]
    pronouns: frozenset[str]
    people: frozenset[str]
    fighters: frozenset[str]
    plurals: dict[str, str]
    unchanging: frozenset[str]
    others: frozenset[str]
    part: frozenset[str]
    between: frozenset[str]
    harm: Harm
    tolls: dict[str, str]
    leaving: frozenset[str]
    lives: frozenset[str]
    of: frozenset[str]
    never: Never
    patterns: Patterns


def _one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, the longest first."""
    return "|".join(re.escape(word).replace("\\ ", " ") for word in sorted(words, key=_longest_first))


def _longest_first(word: str) -> tuple[int, str]:
    """Return the key that puts longer words first."""
    return -len(word), word


def _number_form(table: dict[str, Any]) -> str:
    """Return a pattern for one number, in digits or words, exact or vague."""
    words, vague = table["words"], table["vague"]
    simple, scale = _one_of(words["simple"]), _one_of(words["scales"])
    apart = _one_of(word for word in words["suffixes"] if len(word) > 1)
    suffix = rf" ?(?:{apart})|{_one_of([*words['suffixes'], *words['money_suffixes']])}"
    plurals = _one_of(word for word in vague if word.endswith("s") and " " not in word)
    counters = _one_of(word for word in vague if not word.endswith("s"))
    half = "(?: and a half)?"
    spelled = rf"(?:{simple})(?:-(?:{simple}))?"
    tail = rf"(?:[ -](?:{scale})(?!\w)(?:(?: and |[ -])(?:{spelled})(?!\w))?)*"
    return (
        rf"(?:{_DIGITS})(?:(?:{suffix})(?!\w)|{half}(?:[ -](?:{scale})(?!\w))+)?"
        rf"|half a (?:{scale})"
        rf"|(?:{plurals}|several)(?: of (?:{plurals}))+|(?:{counters}|several)(?: of)? (?:{scale})(?!\w)(?: (?:{scale})(?!\w))?"
        rf"|(?:{counters}|{plurals})"
        rf"|an? (?:{scale})(?!\w)(?:(?: and |[ -])(?:{spelled})(?!\w))?{tail}"
        rf"|(?:{spelled})(?: and a half (?:{scale})|{tail})"
    )


def _number(table: dict[str, Any]) -> re.Pattern[str]:
    """Return the pattern of a number or a range, with the sign of money before it."""
    one = _number_form(table)
    joins = _one_of(table["ranges"]["joins"])
    signs = _one_of(table["money"])
    form = (
        rf"{_BEFORE}(?:(?P<sign>{signs}) ?)?"
        rf"(?:(?P<pair>between )(?P<sign2>[$€£])?(?P<least>{one}) and (?:[$€£])?(?P<most>{one})"
        rf"|(?P<low>{one})(?:(?P<join>{joins})(?:[$€£])?(?P<high>{one}))?){_AFTER}"
    )
    return re.compile(form)


def _patterns(table: dict[str, Any], people: Iterable[str]) -> Patterns:
    """Return the compiled forms."""
    bounds = table["bounds"].values()
    before = _one_of(word for each in bounds for word in each["before"])
    after = _one_of(word for each in bounds for word in each["after"])
    units = _one_of(form for forms in table["units"].values() for form in forms)
    tolls = _one_of(word for each in table["measures"].values() for word in each["tolls"])
    return Patterns(
        number=_number(table),
        bound_before=re.compile(rf"(?<![\w-])(?:{before}) ?$"),
        bound_after=re.compile(rf" ?(?:{after})(?!\w)"),
        unit=re.compile(rf"[ -]?(?P<unit>{units})(?!\w|-\d)"),
        toll=re.compile(
            rf"(?<!\w)(?P<toll>{tolls})(?!\w)[^;.\n]{{0,60}}?(?<!\w)(?:to|at|of|from|was|is|reached|hit|exceeded|passed|topped) $"
        ),
        none=re.compile(
            rf"(?<![\w-])(?:{_one_of(table['people']['joining']['none'])})(?! (?:fewer|less|more|longer|matter)\b)(?!\w)"
        ),
        one=re.compile(rf"(?<![\w-])an? (?:[\w'-]+ ){{0,3}}?(?:{_one_of(people)})(?![\w'-])"),
        changing=re.compile(rf"(?<!\w)(?:{_one_of(table['ranges']['changing'])})(?: [\w-]+){{0,5}} from $"),
    )


def _harm(table: dict[str, dict[str, list[str]]]) -> Harm:
    """Return the words for harm, each with its measure."""

    def _of(part: str) -> dict[str, str]:
        """Return the words of one list."""
        return {word: measure for measure, lists in table.items() for word in lists[part]}

    return Harm(verbs=_of("verbs"), undergone=_of("undergone"), states=_of("states"), nouns=_of("nouns"))


def _never(table: dict[str, list[str]], months: list[str]) -> Never:
    """Return the words beside numbers that count nothing."""
    return Never(
        units=frozenset(table["units"]),
        before=frozenset(table["before"]),
        ages=re.compile(rf"[ -](?:{_one_of(table['ages'])})(?!\w)"),
        years=frozenset(table["years"]),
        definite=frozenset(table["definite"]),
        months=frozenset(month.lower() for month in months),
    )


def _words(table: dict[str, Any], months: list[str]) -> QuantityWords:
    """Return the tables of one language, `table` being the file's."""
    people, joining = table["people"], table["people"]["joining"]
    return QuantityWords(
        vague={word: Vague(**each) for word, each in table["vague"].items()},
        simple=frozenset(table["words"]["simple"]),
        scales=table["words"]["scales"] | table["words"]["suffixes"] | table["words"]["money_suffixes"],
        bounds={name: frozenset(each["sets"]) for name, each in table["bounds"].items()},
        bound_of={word: name for name, each in table["bounds"].items() for word in (*each["before"], *each["after"])},
        unit_of={form: unit for unit, forms in table["units"].items() for form in forms},
        money={sign.strip(): unit for sign, unit in table["money"].items()},
        skipped=frozenset(table["never"]["skipped"]),
        pronouns=frozenset(table["never"]["pronouns"]),
        people=frozenset(people["nouns"]),
        fighters=frozenset(people["fighters"]),
        plurals=people["plurals"],
        unchanging=frozenset(people["unchanging"]),
        others=frozenset(joining["others"]),
        part=frozenset(joining["part"]),
        between=frozenset(joining["between"]),
        harm=_harm(table["measures"]),
        tolls={word: name for name, each in table["measures"].items() for word in each["tolls"]},
        leaving=frozenset(table["light"]["leaving"]),
        lives=frozenset(table["light"]["lives"]),
        of=frozenset(table["light"]["of"]),
        never=_never(table["never"], months),
        patterns=_patterns(table, people["nouns"]),
    )


@cache
def load_quantities(language: str = "en") -> QuantityWords:
    """Return the words for quantities of `language`, an ISO 639-1 code.

    Raises:
        LexiconError: if the language has none, or its file cannot be read.
    """
    folder = FOLDERS.get(language)
    if folder is None:
        where, reason = f"language {language!r}", f"only {', '.join(sorted(FOLDERS))} have word lists for quantities"
        raise LexiconError(where, reason)
    table, calendar = read_table(folder, "quantities.toml"), read_table(folder, "calendar.toml")
    try:
        return _words(table, calendar["months"])
    except (KeyError, TypeError, ValueError, re.error) as cause:
        where, reason = f"language/{folder}/quantities.toml", f"{type(cause).__name__}: {cause}"
        raise LexiconError(where, reason) from cause
