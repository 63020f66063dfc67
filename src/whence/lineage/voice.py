"""Whether a report speaks at first hand: in the first person, or as the own channel of a body. Words are in voices.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from whence.collation.units import QUOTED, language_of
from whence.language.tables import read_table
from whence.records import Known, Reading, Report, Span

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
AHEAD = 3
"""Words behind "our" among which a newsroom's noun takes it back: "our own correspondent"."""


@dataclass(frozen=True, slots=True)
class VoiceWords:
    """The words of one language by which a report speaks of itself."""

    first: frozenset[str]
    newsroom: frozenset[str]


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return read_table("glossary", "voices.toml")


@cache
def _words(language: str) -> VoiceWords | None:
    """Return the words of a language, None where there are none."""
    table = _tables().get(language)
    if table is None:
        return None
    first, newsroom = (frozenset(word.casefold() for word in table[kind]) for kind in ("first", "newsroom"))
    return VoiceWords(first, newsroom)


@cache
def _channels() -> re.Pattern[str]:
    """Return what makes an outlet's name that of a body's own channel, in any language: an outlet's is not always the report's."""
    listed = sorted({words for table in _tables().values() for words in table["channel"]}, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(words)}" for words in listed), re.IGNORECASE)


def is_own_channel(report: Report) -> bool:
    """Tell whether the outlet is the press office or site of a body: what it says is that body's word."""
    return isinstance(report.outlet, Known) and _channels().search(report.outlet.value) is not None


def speaks_in_first_person(reading: Reading) -> bool:
    """Tell whether a report says "I" or "we" outside quotation marks, not counting what anybody may write ("our correspondent")."""
    return _first_person(reading.report.text, language_of(reading) or "en")


@lru_cache(maxsize=4096)
def _first_person(text: str, language: str) -> bool:
    words = _words(language)
    if words is None:
        return False
    plain = QUOTED.sub(" ", text)
    found = [match.group() for match in WORD.finditer(plain)]
    return any(
        _is_first(word, words) and words.newsroom.isdisjoint(each.casefold() for each in found[at + 1 : at + 1 + AHEAD])
        for at, word in enumerate(found)
    )


def newsroom_words(text: str, language: str) -> tuple[Span, ...]:
    """Return where a text claims that its own newsroom was there: "our correspondent", from the pronoun to the noun."""
    words = _words(language)
    if words is None:
        return ()
    found = list(WORD.finditer(text))
    spans = []
    for at, word in enumerate(found):
        ahead = found[at + 1 : at + 1 + AHEAD]
        noun = next((each for each in ahead if each.group().casefold() in words.newsroom), None)
        if _is_first(word.group(), words) and noun is not None and not set(text[word.end() : noun.start()]) & set(".,;:!?\n"):
            spans.append(Span(word.start(), noun.end()))
    return tuple(spans)


def _is_first(word: str, words: VoiceWords) -> bool:
    """Tell whether a word is one of the first person; "US" in capitals is a country."""
    return word.casefold() in words.first and (len(word) == 1 or not word.isupper())
