"""The words for evidence, read from a language's `evidence.toml`, and the kind that a noun tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from whence.claims.tree import lemma
from whence.language.tables import read_table
from whence.records import EvidenceKind

UNSURE = "imagery_unsure"
ORDER = ("intercept", "social", "video", "photograph", "imagery", "statistics", "document", UNSURE)
"""Which table wins where several have a word, as they stand in the file."""

LONGEST = 3
"""The most words before a noun that a phrase may have."""


@dataclass(frozen=True, slots=True)
class EvidenceWords:
    """The lists of evidence.toml; its comments say what each is for. `closing` are the last words of its phrases."""

    nouns: dict[str, EvidenceKind]
    phrases: dict[str, EvidenceKind]
    closing: frozenset[str]
    witnesses: frozenset[str]
    observers: frozenset[str]
    reporting: frozenset[str]
    seeing: frozenset[str]
    scene: tuple[str, ...]
    showing: frozenset[str]
    seen: frozenset[str]
    prepositions: frozenset[str]
    publishing: frozenset[str]
    having: frozenset[str]
    citing: frozenset[str]
    speaking: frozenset[str]
    hidden: frozenset[str]
    platforms: dict[str, tuple[str, ...]]


@cache
def evidence_words(language: str = "english") -> EvidenceWords:
    """Return the lists of evidence.toml, read once.

    Raises:
        LexiconError: if the language has none.
    """
    table = read_table(language, "evidence.toml")
    nouns: dict[str, EvidenceKind] = {}
    phrases: dict[str, EvidenceKind] = {}
    for name in ORDER:
        kind = EvidenceKind.IMAGERY if name == UNSURE else EvidenceKind(name)
        for word in table[name]["nouns"]:
            nouns.setdefault(word, kind)
        for phrase in table[name]["phrases"]:
            phrases.setdefault(phrase, kind)
    presence, frames = table["presence"], table["frames"]
    sets = {key: frozenset(presence[key]) for key in ("witnesses", "observers", "reporting", "seeing")}
    sets |= {key: frozenset(words) for key, words in frames.items()}
    return EvidenceWords(
        nouns=nouns,
        phrases=phrases,
        closing=frozenset(_last_word(phrase) for phrase in phrases),
        scene=tuple(presence["scene"]),
        hidden=frozenset(table["checking"]["hidden"]),
        platforms={name: tuple(hosts) for name, hosts in table["platforms"].items()},
        **sets,
    )


def _last_word(phrase: str) -> str:
    """Return the last word of a phrase, or of a word with hyphens."""
    return phrase.replace("-", " ").rpartition(" ")[2]


def kind_of_head(head: Token) -> EvidenceKind | None:
    """Return the kind of evidence that a noun with the words before it tells, None for other nouns."""
    words, noun = evidence_words(), lemma(head)
    if _last_word(noun) in words.closing:
        found = _kind_of_phrase(head, words)
        if found is not None:
            return found
    return words.nouns.get(noun) or words.nouns.get(head.lower_)


def _kind_of_phrase(head: Token, words: EvidenceWords) -> EvidenceKind | None:
    """Return the kind of the longest phrase that ends with a noun."""
    row = [token for token in head.doc[max(head.sent.start, head.i - LONGEST) : head.i + 1] if not token.is_space]
    for size in range(len(row), 1, -1):
        for text in _readings(row[-size:]):
            if text in words.phrases:
                return words.phrases[text]
    return None


def _readings(row: Sequence[Token]) -> tuple[str, ...]:
    """Return a row of words as written and as lemmas, a hyphen within it closed up."""
    plain = " ".join(token.lower_ for token in row[:-1])
    lemmas = " ".join(lemma(token) for token in row[:-1])
    head = lemma(row[-1])
    return tuple(f"{before} {head}".replace(" - ", "-") for before in (plain, lemmas))
