"""Names of places → the forms they are looked up by, so that spellings that differ in no letter that matters meet.

Folding takes off case, accents, apostrophes and soft signs, opens hyphens and dots, and writes "Saint" and "St." alike. It does not
transliterate: that is `skeleton`'s work.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from whence.errors import LexiconError

FOLDER = "whence.referents.gazetteer"
# Apostrophes, primes and the signs that stand for a soft or hard sign or a glottal stop; dots; the Arabic filler.
DROPPED = re.compile("['’‘‛ʼʹʺʻʽʾʿˈ′″`´·ьъ.\u0640\u200b-\u200f\u2060\ufeff]")
OPENED = re.compile(r"[\W_]+")
# Marks that belong to the letter: viramas and nuktas of Indic scripts, the voicing marks of Japanese.
LETTER_CLASSES = frozenset({7, 8, 9})


def table(name: str) -> dict[str, Any]:
    """Read one of the gazetteer's own data files.

    Raises:
        LexiconError: if it is missing or is not TOML.
    """
    try:
        return tomllib.loads(files(FOLDER).joinpath(name).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as cause:
        path = f"referents/gazetteer/{name}"
        raise LexiconError(path, str(cause)) from cause


@dataclass(frozen=True, slots=True)
class FoldingWords:
    """What folding.toml says: letters, words written short, words for kinds of areas, words that link them."""

    letters: dict[int, str]
    words: dict[str, str]
    first: frozenset[str]
    second: frozenset[str]
    links: frozenset[str]


@cache
def folding_words() -> FoldingWords:
    """Read folding.toml once."""
    read = table("folding.toml")
    kinds, letters = read["kinds"], str.maketrans(read["letters"])
    return FoldingWords(
        letters=letters,
        words=read["words"],
        first=frozenset(plain(word, letters) for word in kinds["first"]),
        second=frozenset(plain(word, letters) for word in kinds["second"]),
        links=frozenset(kinds["links"]),
    )


def strip_marks(text: str) -> str:
    """Take accents and points off the letters of a text."""
    opened = unicodedata.normalize("NFKD", text)
    bare = "".join(sign for sign in opened if unicodedata.combining(sign) in LETTER_CLASSES or not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", bare)


def tidy(name: str) -> str:
    """Return a name as it is written, white space and composition of letters aside."""
    return unicodedata.normalize("NFC", " ".join(name.split()))


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the folded form of a name; empty where nothing of it is left."""
    words = folding_words()
    text = plain(name, words.letters)
    if " " not in text:
        return text
    return " ".join(words.words.get(word, word) for word in text.split())


def plain(name: str, letters: dict[int, str]) -> str:
    """Return a name in plain small letters, its words apart."""
    text = name.casefold()
    if not text.isascii():
        # Opening a sign such as a raised capital may give a capital again.
        text = strip_marks(text).casefold().translate(letters)
    return OPENED.sub(" ", DROPPED.sub("", text)).strip()


@dataclass(frozen=True, slots=True)
class Stem:
    """A folded name without its word for a kind of area. `kind` is "first" or "second", as in folding.toml."""

    form: str
    kind: str


def stem_of(folded: str) -> Stem | None:
    """Take the word for a kind of administrative area off a folded name, before it or behind it; None where there is none."""
    words = folded.split()
    for size in (3, 2, 1):
        if len(words) <= size:
            continue
        behind, before = " ".join(words[-size:]), " ".join(words[:size])
        if kind := kind_of(behind):
            return Stem(" ".join(words[:-size]), kind)
        if kind := kind_of(before):
            rest = words[size:]
            while len(rest) > 1 and rest[0] in folding_words().links | {"the"}:
                rest = rest[1:]
            return Stem(" ".join(rest), kind)
    return None


def kind_of(word: str) -> str:
    """Tell which kind of area a word names: "first", "second" or, for any other word, an empty string."""
    words = folding_words()
    if word in words.first:
        return "first"
    return "second" if word in words.second else ""
