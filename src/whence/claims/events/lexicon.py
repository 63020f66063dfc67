"""The words that tell of events, as the data files hold them: triggers by lemma, sorts of nouns, and what coding schemes call each.

Enters: a language code. Leaves: one frozen value. To teach the reading a word, add it to `triggers.toml` of the language's folder.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from whence.claims.lexicon import FOLDERS
from whence.errors import LexiconError
from whence.language.tables import read_table
from whence.records import Crosswalk, EventType


class Form(StrEnum):
    """What sort of word tells an event."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"


PLACE = "place"
NOBODY = "none"


@dataclass(frozen=True, slots=True)
class Group:
    """Words that tell one event in one way: what it is, and who stands where in the sentence; see the head of triggers.toml."""

    name: str
    type: EventType
    crosswalk: Crosswalk
    subject: str
    object: str
    of: str
    prepositions: Mapping[str, str]
    subject_is: frozenset[str]
    object_is: frozenset[str]
    of_is: frozenset[str]
    needs: frozenset[str]
    not_before: frozenset[str]

    def conditions(self, form: Form) -> int:
        """Return how many conditions the group sets to a form: of two groups that fit, the more demanding one knows better."""
        nominal, verbal = (self.of_is,), (self.subject_is, self.object_is)
        return sum(bool(each) for each in (self.needs, *(nominal if form is Form.NOUN else verbal)))


@dataclass(frozen=True, slots=True)
class Entry:
    """One trigger: the lemmas of its words, and the group that it belongs to."""

    words: tuple[str, ...]
    form: Form
    group: Group


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """All triggers of one language.

    `entries` gives those that begin with a lemma, longest first; `light` are verbs like "launch", `idioms` set phrases that tell of
    no event, by their first word.
    """

    entries: Mapping[Form, Mapping[str, tuple[Entry, ...]]]
    classes: Mapping[str, frozenset[str]]
    light: tuple[tuple[str, ...], ...]
    idioms: Mapping[str, tuple[tuple[str, ...], ...]]
    meanings: Mapping[EventType, str]
    crosswalks: Mapping[EventType, Crosswalk]


@cache
def load_events(language: str = "en") -> EventLexicon:
    """Return the event words of `language`, an ISO 639-1 code.

    Raises:
        LexiconError: if the language has none, or one of its files cannot be read.
    """
    folder = FOLDERS.get(language)
    if folder is None:
        where, reason = f"language {language!r}", f"only {', '.join(sorted(FOLDERS))} have word lists for events"
        raise LexiconError(where, reason)
    types, triggers = read_table(folder, "event_types.toml"), read_table(folder, "triggers.toml")
    try:
        crosswalks = {EventType(name): _crosswalk(table, Crosswalk()) for name, table in types.items()}
        groups = [(table, _group(table, crosswalks)) for table in triggers["group"]]
        entries = {form: _by_first_word(_entries(groups, form)) for form in Form}
        return EventLexicon(
            entries=entries,
            classes={name: frozenset(words) for name, words in triggers["classes"].items()},
            light=_phrases(triggers["light"]),
            idioms=_by_start(_phrases(triggers["idioms"])),
            meanings={EventType(name): table["meaning"] for name, table in types.items()},
            crosswalks=crosswalks,
        )
    except (KeyError, TypeError, ValueError) as cause:
        where, reason = f"language/{folder}/triggers.toml", f"{type(cause).__name__}: {cause}"
        raise LexiconError(where, reason) from cause


def _phrases(lines: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return phrases as tuples of words, longest first."""
    return tuple(sorted((tuple(line.split()) for line in lines), key=len, reverse=True))


def _by_start(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return phrases by their first word."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in phrases:
        found[words[0]].append(words)
    return {first: tuple(some) for first, some in found.items()}


def _crosswalk(table: Mapping[str, Any], default: Crosswalk) -> Crosswalk:
    """Return what coding schemes call it, by the table and else by default; a scheme's narrower word goes with its wider one."""
    event, mode = table.get("plover", default.plover), table.get("mode", "" if "plover" in table else default.mode)
    acled = tuple(table.get("acled", (default.acled_event, default.acled_sub_event))) or ("", "")
    return Crosswalk(event, mode, *acled)


def _group(table: Mapping[str, Any], crosswalks: Mapping[EventType, Crosswalk]) -> Group:
    """Return one group of triggers."""
    kind = EventType(table["type"])
    return Group(
        name=table["name"],
        type=kind,
        crosswalk=_crosswalk(table, crosswalks[kind]),
        subject=table.get("subject", "agent"),
        object=table.get("object", "patient"),
        of=table.get("of", "patient"),
        prepositions=dict(table.get("with", {})),
        subject_is=frozenset(table.get("subject_is", ())),
        object_is=frozenset(table.get("object_is", ())),
        of_is=frozenset(table.get("of_is", ())),
        needs=frozenset(table.get("needs", ())),
        not_before=frozenset(table.get("not_before", ())),
    )


def _entries(groups: Iterable[tuple[Mapping[str, Any], Group]], form: Form) -> list[Entry]:
    """Return all triggers of one form."""
    return [Entry(_words(line), form, group) for table, group in groups for line in table.get(f"{form.value}s", ())]


def _words(line: str) -> tuple[str, ...]:
    """Return the words of a trigger as tokenizers part them: a hyphen between letters is one of its own."""
    return tuple(part for word in line.split() for part in re.split(r"(?<=\w)(-)(?=\w)", word))


def _by_first_word(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Return triggers by their first lemma, longest and most demanding first."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.words[0]].append(entry)
    return {word: tuple(sorted(some, key=_demand, reverse=True)) for word, some in found.items()}


def _demand(entry: Entry) -> tuple[int, int]:
    """Return the key that puts the longest and most demanding trigger first."""
    return len(entry.words), entry.group.conditions(entry.form)


@dataclass(frozen=True, slots=True)
class Frames:
    """The small words of event_frames.toml; `doers` tells of each pronoun for a doer whether it stands for several."""

    locating: frozenset[str]
    aside: frozenset[str]
    parts: frozenset[str]
    occurring: frozenset[str]
    towns: frozenset[str]
    pronouns: frozenset[str]
    figurative: frozenset[str]
    figures: frozenset[str]
    undergoing: frozenset[str]
    own: frozenset[str]
    doers: Mapping[str, bool]


@cache
def load_frames(folder: str = "english") -> Frames:
    """Return the small words of a language's folder.

    Raises:
        LexiconError: if they cannot be read.
    """
    table = read_table(folder, "event_frames.toml")
    try:
        keys = ("locating", "aside", "parts", "occurring", "towns", "pronouns", "figurative", "figures", "undergoing", "own")
        doers = {word: several for key, several in (("one", False), ("several", True)) for word in table["doers"][key]}
        return Frames(**{key: frozenset(table[key]) for key in keys}, doers=doers)
    except (KeyError, TypeError) as cause:
        where, reason = f"language/{folder}/event_frames.toml", f"{type(cause).__name__}: {cause}"
        raise LexiconError(where, reason) from cause
