"""The word lists that the rules on attributions go by, read from a language's folder of data files.

Enters: a language code. Leaves: one frozen value with the lists. It holds no words of its own: to teach the rules a word, add it
to the TOML files in `whence/language/<language>/`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from whence.errors import LexiconError
from whence.language.tables import read_table
from whence.records import CueGrade, SourceKind

FOLDERS = {"en": "english"}
"""The folder of each language that has lists for attributions."""


SORTS = {"person": "people", "body": "bodies", "thing": "things"}
"""The sorts of what can be a source, in the order in which they are asked for, and the list of each kind's nouns for them."""


@dataclass(frozen=True, slots=True)
class KindWords:
    """The words that show one kind of source; see the head of source_kinds.toml for what each list means."""

    people: frozenset[str]
    bodies: frozenset[str]
    things: frozenset[str]
    modifiers: frozenset[str]
    phrases: frozenset[str]
    names: frozenset[str]
    doings: frozenset[str]
    suffixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frames:
    """Words that make an attribution in a special frame; see cues.toml."""

    according: frozenset[str]
    counting: frozenset[str]
    counts: frozenset[str]
    hearsay: frozenset[str]
    citing: frozenset[str]
    corroborating: frozenset[str]
    passive: frozenset[str]
    holding: frozenset[str]
    telling: frozenset[str]
    interview: frozenset[str]
    silent: frozenset[str]
    showing: frozenset[str]
    commenting: frozenset[str]
    speaking: frozenset[str]
    denying: frozenset[str]


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Articles, prepositions and the like that the rules ask for; see small_words.toml."""

    definite: frozenset[str]
    indefinite: frozenset[str]
    possessive: frozenset[str]
    parts: frozenset[str]
    gloss: frozenset[str]
    leading: frozenset[str]
    addressee: frozenset[str]
    carrying: frozenset[str]
    locating: frozenset[str]
    negations: frozenset[str]
    expletive: frozenset[str]
    demonstrative: frozenset[str]


@dataclass(frozen=True, slots=True)
class Referring:
    """Pronouns by what they agree with, gendered words, titles, and words that stand for one another; see referring.toml."""

    pronouns: dict[str, frozenset[str]]
    gender: dict[str, frozenset[str]]
    titles: frozenset[str]
    own_names: frozenset[str]
    synonyms: tuple[frozenset[str], ...]
    classes: dict[SourceKind, frozenset[str]]
    hypernyms: dict[str, SourceKind]

    def same(self, one: str, other: str) -> bool:
        """Tell whether two nouns may stand for one another."""
        return one == other or any(one in group and other in group for group in self.synonyms)


@dataclass(frozen=True, slots=True)
class Unnamed:
    """How a report says that a source is not named, and why; see unnamed.toml."""

    patterns: tuple[re.Pattern[str], ...]
    reasons: tuple[re.Pattern[str], ...]
    adjectives: frozenset[str]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Names of months and days of the week as reports write them; see calendar.toml."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists of one language that attributions rest on.

    `grades` gives each cue word its grade, `phrases` each cue of several words, longest first; `speech` are the verbs that make
    an attribution by themselves; `sorts` the nouns of all kinds by whether they name a person, a body or a thing.
    """

    language: str
    grades: dict[str, CueGrade]
    phrases: tuple[tuple[tuple[str, ...], CueGrade], ...]
    speech: frozenset[str]
    frames: Frames
    small: SmallWords
    kinds: dict[SourceKind, KindWords]
    sorts: dict[str, frozenset[str]]
    neutral: dict[str, SourceKind]
    utterance: frozenset[str]
    outlet_utterance: frozenset[str]
    unnamed: Unnamed
    referring: Referring
    calendar: Calendar


def _unknown(language: str) -> LexiconError:
    """Return the error for a language without word lists."""
    where = f"language {language!r}"
    reason = f"only {', '.join(sorted(FOLDERS))} have word lists for attributions"
    return LexiconError(where, reason)


def _unreadable(name: str, cause: Exception) -> LexiconError:
    """Return the error for word lists that cannot be read."""
    where, reason = f"language/{name}", f"{type(cause).__name__}: {cause}"
    return LexiconError(where, reason)


def _words(table: dict[str, Any], key: str) -> frozenset[str]:
    """Return a list of words as a set, empty where there is none."""
    return frozenset(table.get(key, ()))


def _kind(table: dict[str, Any]) -> KindWords:
    """Return one kind's words."""
    sets = {key: _words(table, key) for key in ("people", "bodies", "things", "modifiers", "phrases", "names", "doings")}
    return KindWords(**sets, suffixes=tuple(table.get("suffixes", ())))


def _patterns(lines: list[str]) -> tuple[re.Pattern[str], ...]:
    """Compile patterns that disregard case."""
    return tuple(re.compile(line, re.IGNORECASE) for line in lines)


@cache
def load_lexicon(language: str = "en") -> Lexicon:
    """Return the word lists of `language`, an ISO 639-1 code.

    Raises:
        LexiconError: if the language has no lists, or one of its files cannot be read.
    """
    folder = FOLDERS.get(language)
    if folder is None:
        raise _unknown(language)
    cues, kinds = read_table(folder, "cues.toml"), read_table(folder, "source_kinds.toml")
    unnamed, referring = read_table(folder, "unnamed.toml"), read_table(folder, "referring.toml")
    small, calendar = read_table(folder, "small_words.toml"), read_table(folder, "calendar.toml")
    try:
        graded = {grade: cues[grade.value] for grade in CueGrade}
        phrases = [(tuple(phrase.split()), grade) for grade, table in graded.items() for phrase in table["phrases"]]
        told = {kind: _kind(kinds[kind.value]) for kind in SourceKind}
        frames = {key: frozenset(words) for key, words in cues["frames"].items()}
        return Lexicon(
            language=language,
            grades={word: grade for grade, table in graded.items() for word in (*table["speech"], *table["stance"])},
            phrases=tuple(sorted(phrases, key=_longest_first)),
            speech=frozenset(word for table in graded.values() for word in table["speech"]),
            frames=Frames(**frames),
            small=SmallWords(**{name: frozenset(words) for name, words in small.items()}),
            kinds=told,
            sorts={sort: frozenset().union(*(getattr(lists, key) for lists in told.values())) for sort, key in SORTS.items()},
            neutral={word: SourceKind(kind) for word, kind in kinds["neutral"].items()},
            utterance=_words(kinds["utterance"], "nouns"),
            outlet_utterance=_words(kinds["utterance"], "outlet"),
            unnamed=Unnamed(_patterns(unnamed["patterns"]), _patterns(unnamed["reasons"]), _words(unnamed, "adjectives")),
            referring=Referring(
                pronouns={name: frozenset(words) for name, words in referring["pronouns"].items()},
                gender={name: frozenset(words) for name, words in referring["gender"].items()},
                titles=_words(referring["titles"], "words"),
                own_names=_words(referring["titles"], "own_names"),
                synonyms=tuple(frozenset(group) for group in referring["synonyms"]["groups"]),
                classes={SourceKind(kind): frozenset(words) for kind, words in referring["classes"].items()},
                hypernyms={word: SourceKind(kind) for word, kind in referring["hypernyms"].items()},
            ),
            calendar=Calendar(tuple(calendar["months"]), tuple(calendar["weekdays"])),
        )
    except (KeyError, TypeError, ValueError, re.error) as cause:
        raise _unreadable(folder, cause) from cause


def _longest_first(entry: tuple[tuple[str, ...], CueGrade]) -> tuple[int, tuple[str, ...]]:
    """Return the key that puts phrases of more words first."""
    return -len(entry[0]), entry[0]
