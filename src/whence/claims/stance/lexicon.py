"""The words that tell how sure something is and what kind of claim it is, read from a language's folder of data files.

Enters: a language code. Leaves: two frozen values, `Stances` for certainty and `Judgements` for kinds. They hold no words of their
own: to teach the rules a word, add it to `certainty.toml` or `assessment.toml` in the language's folder.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from whence.claims.lexicon import FOLDERS
from whence.errors import LexiconError
from whence.language.tables import read_table
from whence.records import CueGrade, Degree

CODES = {"CT": Degree.CERTAIN, "PR": Degree.PROBABLE, "PS": Degree.POSSIBLE, "UNC": Degree.UNCOMMITTED}
"""FactBank's values, "U" written "UNC"."""

USES = ("verbs", "clauses", "objects", "subjects", "nouns", "infinitives", "adjectives", "adverbs")
"""The lists that a class of words may have; certainty.toml says what each means."""


@dataclass(frozen=True, slots=True)
class Value:
    """How sure an event is, and whether it is said not to be."""

    degree: Degree
    denied: bool


@dataclass(frozen=True, slots=True)
class Stance:
    """What a class of words makes of the event it governs; `name` is the class, `open` tells that it might be or come."""

    name: str
    affirmed: Value
    negated: Value
    says: str
    open: bool


@dataclass(frozen=True, slots=True)
class Term:
    """A rung of a scale of estimative words. `bands` gives each standard's chance in percent, least and most."""

    words: tuple[str, ...]
    stance: Stance
    bands: tuple[tuple[str, int, int], ...]


Entry = tuple[tuple[str, ...], Stance]
"""The words behind the first one of an entry ("off" of "call off"), and its class."""


@dataclass(frozen=True, slots=True)
class Stances:
    """All words of certainty of one language.

    `uses` gives for each use and first word its entries, longest first; `terms` the estimative terms by their last word.
    """

    classes: dict[str, Stance]
    uses: dict[str, dict[str, tuple[Entry, ...]]]
    terms: dict[str, tuple[Term, ...]]
    grades: dict[CueGrade, Stance]
    words: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Judgements:
    """All words of judgement, meaning and earlier times of one language; see assessment.toml for what each list means."""

    words: dict[str, frozenset[str]]
    pairs: frozenset[tuple[str, str]]


def _value(code: str) -> Value:
    """Return what a code like "PR-" stands for."""
    return Value(CODES[code[:-1]], {"+": False, "-": True}[code[-1]])


def _stance(name: str, table: dict[str, Any]) -> Stance:
    """Return one class of words."""
    return Stance(name, _value(table["affirmed"]), _value(table["negated"]), table["says"], bool(table.get("open", False)))


def _longest(entry: Entry) -> tuple[int, tuple[str, ...]]:
    """Order entries of one first word, those of more words first."""
    return (-len(entry[0]), entry[0])


def _index(tables: dict[str, Any], classes: dict[str, Stance], use: str) -> dict[str, tuple[Entry, ...]]:
    """Return the entries of one use by their first word."""
    found: dict[str, list[Entry]] = {}
    for name, table in tables.items():
        for entry in table.get(use, ()):
            first, *rest = entry.split()
            found.setdefault(first, []).append((tuple(rest), classes[name]))
    return {first: tuple(sorted(entries, key=_longest)) for first, entries in found.items()}


def _terms(rows: list[dict[str, Any]], classes: dict[str, Stance]) -> dict[str, tuple[Term, ...]]:
    """Return the estimative terms by their last word, those of more words first."""
    merged: dict[tuple[str, ...], Term] = {}
    for row in rows:
        bands = tuple((key, int(row[key][0]), int(row[key][1])) for key in ("icd203", "phia", "ipcc") if key in row)
        for words in row["words"]:
            term = Term(tuple(words.split()), classes[row["class"]], bands)
            merged[term.words] = term
    found: dict[str, list[Term]] = {}
    for term in sorted(merged.values(), key=_most_words):
        found.setdefault(term.words[-1], []).append(term)
    return {last: tuple(terms) for last, terms in found.items()}


def _most_words(term: Term) -> tuple[int, tuple[str, ...]]:
    """Order terms, those of more words first."""
    return (-len(term.words), term.words)


def _folder(language: str) -> str:
    """Return the folder of `language`.

    Raises:
        LexiconError: if it has none.
    """
    folder = FOLDERS.get(language)
    if folder is None:
        where, reason = f"language {language!r}", f"only {', '.join(sorted(FOLDERS))} have word lists for certainty"
        raise LexiconError(where, reason)
    return folder


@cache
def load_stances(language: str = "en") -> Stances:
    """Return the words of certainty of `language`, an ISO 639-1 code.

    Raises:
        LexiconError: if the language has no such list, or it cannot be read.
    """
    folder = _folder(language)
    table = read_table(folder, "certainty.toml")
    try:
        classes = {name: _stance(name, row) for name, row in table["classes"].items()}
        indexes = {use: _index(table["classes"], classes, use) for use in USES}
        return Stances(
            classes=classes,
            uses=indexes,
            terms=_terms(table["estimates"], classes),
            grades={grade: _stance(grade.value, table["grades"][grade.value]) for grade in CueGrade},
            words={name: frozenset(words) for name, words in table["words"].items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as cause:
        where, reason = f"language/{folder}/certainty.toml", f"{type(cause).__name__}: {cause}"
        raise LexiconError(where, reason) from cause


@cache
def load_judgements(language: str = "en") -> Judgements:
    """Return the words of judgement of `language`, an ISO 639-1 code.

    Raises:
        LexiconError: if the language has no such list, or it cannot be read.
    """
    folder = _folder(language)
    table = read_table(folder, "assessment.toml")
    try:
        pairs = frozenset((verb, noun) for row in table["pairs"] for verb in row["verbs"] for noun in row["nouns"])
        return Judgements({name: frozenset(words) for name, words in table["words"].items()}, pairs)
    except (KeyError, TypeError, AttributeError) as cause:
        where, reason = f"language/{folder}/assessment.toml", f"{type(cause).__name__}: {cause}"
        raise LexiconError(where, reason) from cause
