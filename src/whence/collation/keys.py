"""Units → keys: what stays the same when a passage is rewritten or translated.

Names by their skeleton under which scripts meet, numbers by their value, words by the concepts of the glossary. Each key is
weighted by how few reports hold it, as inverse document frequency does (Spärck Jones 1972): that two passages say "14" among texts
that otherwise say "town" and "night" tells much, that both say "town" little.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from babel import Locale, UnknownLocaleError
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from whence.collation.units import Unit, language_of, sentences_of
from whence.language.glossary import find_numbers, load_glossary
from whence.records import Reading, Span
from whence.referents.gazetteer.skeleton import CYRILLIC, skeleton

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
OPENING = "\"“«„‘'"
"""Marks behind which a sentence begins anew."""

LEAST_LETTERS = 3
"""A capitalised word of fewer letters ("He", "St") is no name to go by."""

INFLECTED = 2
"""Letters by which case endings make two forms of one name differ: "Дорохов", "Дорохова", "Дороховым" is told by its stem."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What a unit can be found by: skeletons of names, values of numbers, concepts, and words in their dictionary form.

    Each concept has a share: a word that may stand for three gives each a third.
    """

    names: frozenset[str]
    numbers: frozenset[float]
    concepts: Mapping[str, float]
    words: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Which words are names in the reports at hand, and under which stem the forms of one name meet."""

    known: frozenset[str]
    stems: Mapping[str, str]

    def keys(self, form: str) -> tuple[str, ...]:
        """Return the keys of a word that is a name, none for any other."""
        return tuple(self.stems.get(key, key) for key in _skeletons(form)) if form in self.known else ()


def names_in(readings: Sequence[Reading]) -> Names:
    """Return the names of the reports, settled over all of them together."""
    known = _names_of(readings)
    return Names(known, _merge(known))


def keys_of(readings: Sequence[Reading], units: Sequence[Unit], known: Names) -> tuple[Keys, ...]:
    """Return the keys of each unit."""
    found = []
    for unit in units:
        reading = readings[unit.report]
        text, language = reading.report.text, language_of(reading)
        names: set[str] = set()
        concepts: dict[str, float] = {}
        words: set[str] = set()
        glossary = load_glossary(language)
        for match in WORD.finditer(text, unit.span.start, unit.span.end):
            form = match.group()
            if keys := known.keys(form):
                names.update(keys)
                continue
            listed = glossary.concepts(form) if glossary else frozenset()
            for concept in listed:
                concepts[concept] = max(concepts.get(concept, 0.0), 1.0 / len(listed))
            words.add(lemma_of(form, language))
        numbers = {value for _, _, value in find_numbers(unit.span.cut(text), language)}
        found.append(Keys(frozenset(names), frozenset(numbers), concepts, frozenset(words)))
    return tuple(found)


def find_names(text: str, known: Names) -> tuple[tuple[Span, tuple[str, ...]], ...]:
    """Return where a text writes names, each word with its keys."""
    return tuple((Span(match.start(), match.end()), keys) for match in WORD.finditer(text) if (keys := known.keys(match.group())))


@lru_cache(maxsize=100_000)
def lemma_of(form: str, language: str) -> str:
    """Return the dictionary form of a word, the word itself in small letters where no dictionary is at hand."""
    from simplemma import lemmatize  # noqa: PLC0415 - its tables take a while to load

    folded = form.casefold()
    try:
        return lemmatize(folded, lang=language).casefold() if language else folded
    except ValueError:
        return folded


@lru_cache(maxsize=100_000)
def _skeletons(form: str) -> tuple[str, ...]:
    """Return the skeletons of a name's parts, the word itself where its script has none."""
    parts = [part for part in re.split(r"['’ʼ-]", form) if len(part) >= LEAST_LETTERS]
    return tuple(skeleton(part) or part.casefold() for part in parts)


def _names_of(readings: Sequence[Reading]) -> frozenset[str]:
    """Return the words that stand capitalised within a sentence and nowhere without a capital; days and months are none of them."""
    inside: dict[str, set[str]] = defaultdict(set)
    plain: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        text, language = reading.report.text, language_of(reading)
        for sentence in sentences_of(text):
            words = list(WORD.finditer(text, sentence.start, sentence.end))
            plain[language].update(word.group() for word in words if word.group()[0].islower())
            inside[language].update(
                word.group() for word in words[1:]
                if word.group()[0].isupper() and len(word.group()) >= LEAST_LETTERS and text[word.start() - 1] not in OPENING
            )  # fmt: skip
    return frozenset(
        form for language, forms in inside.items() for form in forms
        if form.casefold() not in plain[language] and form.casefold() not in _calendar(language)
    )  # fmt: skip


@lru_cache(maxsize=64)
def _calendar(language: str) -> frozenset[str]:
    """Return the days and months of a language, which some write with capitals and which are no names."""
    try:
        locale = Locale.parse(language) if language else Locale("en")
    except (UnknownLocaleError, ValueError):
        return frozenset()
    tables = (*locale.days.values(), *locale.months.values())
    return frozenset(str(name).casefold().strip(".") for table in tables for width in table.values() for name in width.values())


def _merge(known: Iterable[str]) -> dict[str, str]:
    """Return for each skeleton the shortest with the same beginning: the stem under which a name's case endings meet.

    Two forms meet only if one of them comes from a language that inflects names: "Bekelo" and "Bekela" are two.
    """
    skeletons = sorted({key for form in known for key in _skeletons(form)})
    inflecting = {key for form in known if CYRILLIC.search(form) for key in _skeletons(form)}
    merged: dict[str, str] = {}
    stem = ""
    for key in skeletons:
        close = len(stem) > INFLECTED + 2 and key.startswith(stem[:-1]) and len(key) - len(stem) <= INFLECTED
        if close and (key in inflecting or stem in inflecting):
            merged[key] = stem
        else:
            stem = key
    return merged


def weigh(items: Iterable[tuple[int, Iterable[str]]], total: int) -> dict[str, float]:
    """Return each key's weight, log of `total` by the holders that have it, from (holder, keys) pairs."""
    holders: defaultdict[str, set[int]] = defaultdict(set)
    for report, keys in items:
        for key in keys:
            holders[key].add(report)
    return {key: float(np.log((total + 1) / (len(reports) + 0.5))) for key, reports in holders.items()}


def matrix_of(rows: Sequence[Mapping[str, float]], weights: Mapping[str, float]) -> csr_matrix:
    """Return [rows, keys] weights by the shares that the rows give, each row of length one (or all zeros)."""
    columns = {key: n for n, key in enumerate(sorted(weights))}
    data: list[float] = []
    at: list[int] = []
    starts = [0]
    for row in rows:
        held = [key for key in sorted(row) if key in columns]
        at.extend(columns[key] for key in held)
        values = [weights[key] * row[key] for key in held]
        size = float(np.sqrt(sum(value * value for value in values))) or 1.0
        data.extend(value / size for value in values)
        starts.append(len(at))
    return csr_matrix((data, at, starts), shape=(len(rows), len(columns)), dtype=np.float32)


def entries(matrix: csr_matrix, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where the entries of some rows stand in a matrix's data, row after row, and to which of the rows each belongs."""
    first = matrix.indptr[rows]
    sizes = matrix.indptr[rows + 1] - first
    owner = np.repeat(np.arange(len(rows)), sizes)
    return np.arange(len(owner)) + (first - (np.cumsum(sizes) - sizes))[owner], owner


def products(matrix: csr_matrix, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return [one, other], the products of some rows with others: what they share; only the keys of `one` are looked at."""
    at, owner = entries(matrix, one)
    columns, place = np.unique(matrix.indices[at], return_inverse=True)
    if not columns.size:
        return np.zeros((len(one), len(other)), dtype=np.float32)
    ours = np.zeros((len(one), len(columns)), dtype=np.float32)
    ours[owner, place] = matrix.data[at]
    at, owner = entries(matrix, other)
    held = matrix.indices[at]
    place = np.minimum(np.searchsorted(columns, held), len(columns) - 1)
    shared = columns[place] == held
    theirs = np.zeros((len(other), len(columns)), dtype=np.float32)
    theirs[owner[shared], place[shared]] = matrix.data[at[shared]]
    found: NDArray[np.float32] = ours @ theirs.T
    return found
