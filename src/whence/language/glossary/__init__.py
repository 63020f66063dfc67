"""What words of conflict reporting mean, in several languages: a word as it stands in a text → language-neutral concepts.

Enters: one word, in any case and form. Leaves: the names of the concepts that it may stand for ("bridge", "withdraw"), the same in
every language, so that passages can be compared where no translation is at hand; and the numbers that a text writes out. A concept
is a small set of words that reports use for one another, rewriters' synonyms included: coarser than a dictionary's sense. The
lists are written by hand, one file a language; english.toml names all the concepts, the others hold some of them. Nothing is told
apart by context: a word of two meanings gives the concepts of both, and it is for the caller to ask how many agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from whence.language.glossary.folding import fold
from whence.language.glossary.numbers import NumberWords, find_number_words
from whence.language.tables import read_table

__all__ = ["GLOSSARIES", "Glossary", "find_numbers", "fold", "load_glossary", "load_group"]

GLOSSARIES: Mapping[str, str] = MappingProxyType(
    {
        "ar": "arabic",
        "de": "german",
        "en": "english",
        "es": "spanish",
        "fr": "french",
        "pt": "portuguese",
        "ru": "russian",
        "tr": "turkish",
        "uk": "ukrainian",
    }
)
"""The languages that have a glossary, by their ISO 639-1 code, and the file of each."""

_LEMMATISED = frozenset(GLOSSARIES) - {"ar"}
_KEPT = 1 << 16
"""How many words a process keeps the answer for: the vocabulary of some thousands of reports, in a few megabytes."""
_SHORTEST_REST = 3
"""The fewest letters that must be left of a word when a particle written with it is taken off."""
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """One language's words and their concepts.

    `words` and `stems` are folded; `capitalised` holds words that count only so written.
    `before` and `after` are particles that the language writes as one with a word, longest first; `endings` are tried in the
    place of those that a word has, where it is not found by itself; `number_words` are those that text2num does not know.
    """

    language: str
    words: Mapping[str, frozenset[str]]
    capitalised: Mapping[str, frozenset[str]]
    stems: Mapping[str, frozenset[str]]
    before: tuple[str, ...]
    after: tuple[str, ...]
    endings: Mapping[str, tuple[str, ...]]
    number_words: NumberWords

    def concepts(self, word: str) -> frozenset[str]:
        """Return what `word`, as it stands in the text, may stand for; nothing where it is not listed."""
        return _find_concepts(self, word)

    @property
    def numbers(self) -> Mapping[str, float]:
        """Return the number words that this glossary adds, folded, a stem ending in `*`, with what each is worth."""
        return self.number_words.values


@lru_cache(maxsize=len(GLOSSARIES) * 2)
def load_glossary(language: str) -> Glossary | None:
    """Return the glossary of a language named by its ISO 639-1 code, None where there is none."""
    if language not in GLOSSARIES:
        return None
    table = read_table("glossary", f"{GLOSSARIES[language]}.toml")
    found: dict[str, set[str]] = {}
    for concept, entries in table["words"].items():
        for entry in entries.split():
            found.setdefault(entry if entry[:1].isupper() else fold(entry), set()).add(concept)
    particles: dict[str, Any] = table.get("particles", {})
    return Glossary(
        language,
        _frozen({entry: concepts for entry, concepts in found.items() if not entry.endswith("*") and not entry[:1].isupper()}),
        _frozen({entry: concepts for entry, concepts in found.items() if entry[:1].isupper()}),
        _frozen({entry[:-1]: concepts for entry, concepts in found.items() if entry.endswith("*")}),
        _longest_first(particles.get("before", "")),
        _longest_first(particles.get("after", "")),
        MappingProxyType({fold(old): tuple(new.split()) for olds, new in table.get("endings", {}).items() for old in olds.split()}),
        NumberWords.of(language, table.get("numbers", {})),
    )


@lru_cache(maxsize=16)
def load_group(name: str) -> frozenset[str]:
    """Return the concepts that groups.toml gathers under a name.

    Raises:
        LexiconError: if there is no such file.
    """
    return frozenset(read_table("glossary", "groups.toml")[name])


def find_numbers(text: str, language: str) -> tuple[tuple[int, int, float], ...]:
    """Return where `text` gives a number, in digits or in words, and which, in the order of the text.

    Times of day and the days of dates are numbers as well ("02:40" is two of them); what a number counts is for the caller to
    judge. Of a language without a glossary only digits are read.
    """
    glossary = load_glossary(language)
    return find_number_words(text, NumberWords.of(language, {}) if glossary is None else glossary.number_words)


def _frozen(found: dict[str, set[str]]) -> Mapping[str, frozenset[str]]:
    """Return the entries so that nobody can change them."""
    return MappingProxyType({entry: frozenset(concepts) for entry, concepts in found.items()})


def _longest_first(particles: str) -> tuple[str, ...]:
    """Return the particles of a list, folded, the longest first."""
    return tuple(sorted((fold(particle) for particle in particles.split()), key=len, reverse=True))


@lru_cache(maxsize=_KEPT)
def _find_concepts(glossary: Glossary, word: str) -> frozenset[str]:
    """Return the concepts of a word: by itself, without what is written as one with it, or by the parts of a compound."""
    bare = word.strip("'’ʼ`\"«»“”„.,;:!?()[]…-–—")
    if not bare:
        return _NONE
    if found := _by_form(glossary, bare):
        return found
    for shorter in _without_particles(glossary, bare):
        found = _by_form(glossary, shorter) or (_find_concepts(glossary, shorter) if glossary.language == "ar" else _NONE)
        if found:
            return found
    if "-" in bare:
        return _NONE.union(*(_find_concepts(glossary, part) for part in bare.split("-") if part))
    return _NONE


def _by_form(glossary: Glossary, word: str) -> frozenset[str]:
    """Return the concepts of a word by its form and lemma, or else by the longest stem that it begins with."""
    form, lemmas = fold(word), tuple(_lemmas(word, glossary.language))
    listed = glossary.words.get(form, _NONE).union(*(glossary.words.get(lemma, _NONE) for lemma in lemmas))
    if word[:1].isupper():
        listed |= glossary.capitalised.get(word[:1] + word[1:].lower(), _NONE)
    if listed:
        return listed
    listed = next((found for each in (form, *lemmas) if (found := _by_stem(glossary, each))), _NONE)
    return listed or _NONE.union(*(glossary.words.get(other, _NONE) for other in _with_other_ending(glossary, form)))


def _by_stem(glossary: Glossary, form: str) -> frozenset[str]:
    """Return the concepts of the longest listed stem that a folded form begins with."""
    return next((glossary.stems[form[:size]] for size in range(len(form), 0, -1) if form[:size] in glossary.stems), _NONE)


def _with_other_ending(glossary: Glossary, form: str) -> Iterator[str]:
    """Yield a folded form with the endings that a dictionary has in the place of its own."""
    for old, new in glossary.endings.items():
        if form.endswith(old):
            yield from (form.removesuffix(old) + each for each in new)


def _lemmas(word: str, language: str) -> Iterator[str]:
    """Yield the folded lemmas of a word, taken as it is written and in small letters (German tells nouns by their capital)."""
    if language not in _LEMMATISED:
        return
    import simplemma  # noqa: PLC0415 - reads its word list when it is first asked

    for form in dict.fromkeys((word.lower(), word)):
        yield fold(simplemma.lemmatize(form, lang=language))


def _without_particles(glossary: Glossary, word: str) -> Iterator[str]:
    """Yield a word without each particle that may be written as one with it."""
    form = fold(word)
    for particle in glossary.before:
        if form.startswith(particle) and len(form) - len(particle) >= _SHORTEST_REST:
            yield form[len(particle) :] if len(form) != len(word) else word[len(particle) :]
    for particle in glossary.after:
        if form.endswith(particle) and len(form) - len(particle) >= _SHORTEST_REST:
            yield form[: -len(particle)] if len(form) != len(word) else word[: -len(particle)]
