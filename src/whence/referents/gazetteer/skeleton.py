"""Place names in Latin or Cyrillic letters → one Latin skeleton under which the ways to transliterate them meet.

"Сєвєродонецьк", "Sievierodonetsk", "Severodonetsk", "Syeverodonets'k" and "Sjeverodoneck" give the same key. The tables and steps
are in skeleton.toml. A skeleton is for looking up; it is no spelling of the name.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from whence.referents.gazetteer.folding import fold, strip_marks, table

CYRILLIC = re.compile("[\u0400-\u04ff]")
# Scripts that have a skeleton at all: Latin with its extensions and Cyrillic, with what stands between words.
READABLE = re.compile("^[\u0000-\u024f\u02b0-\u036f\u0400-\u052f\u1e00-\u1eff\u2010-\u2033]+$")
GAPS = re.compile(r"[\W_]+")
# A Cyrillic skeleton of fewer letters says too little.
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Steps:
    """What skeleton.toml says, ready for use."""

    letters: dict[int, str]
    marked: dict[int, str]
    reduce: tuple[tuple[re.Pattern[str], str], ...]
    cyrillic: frozenset[str]
    arabic: frozenset[str]
    articles: frozenset[str]
    consonants: tuple[tuple[re.Pattern[str], str], ...]
    shortest: int


@cache
def steps() -> Steps:
    """Read skeleton.toml once."""
    read = table("skeleton.toml")
    cyrillic, arabic = read["cyrillic"], read["arabic"]
    return Steps(
        letters=str.maketrans(cyrillic["letters"]),
        marked=str.maketrans(cyrillic["marked"]),
        reduce=tuple((re.compile(pattern), into) for pattern, into in cyrillic["reduce"]["steps"]),
        cyrillic=frozenset(cyrillic["countries"]),
        arabic=frozenset(arabic["countries"]),
        articles=frozenset(arabic["articles"]),
        consonants=tuple((re.compile(pattern), into) for pattern, into in arabic["steps"]),
        shortest=arabic["shortest"],
    )


@lru_cache(maxsize=65536)
def latinise(name: str) -> str:
    """Return a name's letters in one plain Latin spelling, in lower case; empty for scripts other than Latin and Cyrillic."""
    if not READABLE.match(name):
        return ""
    text = unicodedata.normalize("NFC", name.casefold())
    if CYRILLIC.search(text):
        text = text.translate(steps().letters)
    if not text.isascii():
        text = text.translate(steps().marked)
    return fold(text)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """Return the skeleton of a name from a land of Cyrillic letters; empty where it would say too little."""
    text = latinise(name).replace(" ", "")
    for pattern, into in steps().reduce:
        text = pattern.sub(into, text)
    return text if len(text) >= SHORTEST and text.isascii() else ""


@lru_cache(maxsize=65536)
def consonants(name: str) -> str:
    """Return the consonants of a name romanised from Arabic; empty where they would say too little."""
    if not READABLE.match(name) or CYRILLIC.search(name):
        return ""
    rule = steps()
    spaced = GAPS.sub(" ", strip_marks(name.casefold()).replace("'", "").replace("’", "").replace("‘", ""))
    text = " ".join(word for word in spaced.split() if word not in rule.articles)
    for pattern, into in rule.consonants:
        text = pattern.sub(into, text)
    text = re.sub(r"(.)\1+", r"\1", text.replace(" ", ""))
    return f"~{text}" if len(text) >= rule.shortest and text.isascii() else ""


def skeletons_for(name: str, country: str) -> tuple[str, ...]:
    """Return the keys that a name of a place in a country is kept under, beside its folded form."""
    rule = steps()
    found = (skeleton(name) if country in rule.cyrillic else "", consonants(name) if country in rule.arabic else "")
    return tuple(key for key in found if key)


def skeletons_of(name: str) -> tuple[str, ...]:
    """Return the keys that a name of a place anywhere is looked for under."""
    return tuple(key for key in (skeleton(name), consonants(name)) if key)
