"""Garbled names of places and persons.

A name that the child writes and the parent does not is held against the names of the parent that the child lacks: those that look
alike under their skeletons, wherever they stand, and those of corresponding passages, if it happens more than once.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from whence.collation.keys import Names, find_names
from whence.collation.units import language_of
from whence.language.glossary import load_glossary, load_group
from whence.lineage.ground import Ground
from whence.lineage.variations.change import Change, Pair
from whence.records import Span, VariationKind

ALIKE = 0.6
"""Likeness of two names from which one may be a garbled form of the other."""

SAME_ABROAD = 0.72
"""Likeness from which two names in different scripts are one, written in two ways. Within one script a letter parts them."""

HALF = 0.5
"""Likeness from which two names answer one another where names in corresponding passages are counted off."""

VOUCHED = 0.3
"""Likeness that is enough where another word of the name is the same: "Nils Ostor" for "Nils Aastrand"."""

SHORTEST = 4
"""Letters of a skeleton that is compared; a shorter one is like too many."""

JOINTS = re.compile(r"[ \u00a0]|(?: (?:al|an|ar|d[aeiou]s?|del|der|e[lr]|la|le|los|of|the|van|von) )|['’-]")

PARTICLE = re.compile(r"(?<=[a-zа-яіїєґ,] )([A-Z][a-z]) $")
"""A capitalised particle before a name: "Er Sallum", "Um Keddada"."""

MIXED = re.compile(r"(?=\w*[A-Za-z])(?=\w*[\u0400-\u04ff])\w+")
"""A word with letters of two alphabets: half transliterated."""

LINK = re.compile(r" (?:of|for|de|del|des|du|la) ")
"""What makes a name one of words that have a meaning, and are translated: "Comisión de Garantes"."""

CYRILLIC = re.compile("[\u0400-\u04ff]")

CLEAR = 0.75
"""Likeness from which two names need not stand in corresponding passages."""


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words that are names, with the keys of all its words."""

    span: Span
    words: str
    keys: frozenset[str]


def runs_of(ground: Ground, report: int) -> tuple[Name, ...]:
    """Return the names of a report, words side by side taken together; a title before a name is none of it."""
    return _runs(ground.readings[report].report.text, ground.comparison.material.names)


@lru_cache(maxsize=512)
def _runs(text: str, known: Names) -> tuple[Name, ...]:
    runs: list[Name] = []
    for span, keys in find_names(text, known):
        if is_title(span.cut(text)):
            continue
        joint = text[runs[-1].span.end : span.start] if runs else "\n"
        if JOINTS.fullmatch(joint):
            whole = Span(runs[-1].span.start, span.end)
            runs[-1] = Name(whole, whole.cut(text), runs[-1].keys | set(keys))
        else:
            short = PARTICLE.search(text[max(0, span.start - 5) : span.start])
            whole = Span(span.start - len(short.group(1)) - 1, span.end) if short else span
            runs.append(Name(whole, whole.cut(text), frozenset(keys)))
    return tuple(runs)


def is_title(word: str, language: str = "en") -> bool:
    """Tell whether a word is a rank or an office."""
    glossary = load_glossary(language)
    return glossary is not None and not load_group("titles").isdisjoint(glossary.concepts(word))


def find(ground: Ground, pair: Pair) -> Iterator[Change]:
    """Yield each name of the child that the parent lacks, with the name of the parent that it stands for."""
    ours, theirs = runs_of(ground, pair.child), runs_of(ground, pair.parent)
    have: frozenset[str] = frozenset().union(*(name.keys for name in ours))
    had: frozenset[str] = frozenset().union(*(name.keys for name in theirs))
    gone = [name for name in theirs if not name.keys <= have]
    abroad = language_of(ground.readings[pair.child]) != language_of(ground.readings[pair.parent])
    together, votes = _beside(pair, ours, gone, have, had)
    done = set()
    for name in ours:
        if name.words.casefold() in done:
            continue
        if MIXED.search(name.words):
            other = next((each for each in theirs if each.keys & name.keys and not MIXED.search(each.words)), None)
        elif name.keys - had or _is_cut(name, gone, have):
            other = _likest(name, gone, had, together) or _voted(votes[name.words], gone)
            other = None if other is None or _is_one(name, other) else other
        else:
            continue
        if other is None or (abroad and LINK.search(name.words)):
            continue
        done.add(name.words.casefold())
        unit = next((down for _, down in pair.passages if _within(name.span, pair.units[down].span)), pair.passages[0][1])
        kind = VariationKind.PLACE if _is_place(ground, pair, name.span, other.span) else VariationKind.PERSON
        yield Change(kind, pair.parent, pair.child, unit, name.span, name.words, other.words, other.span)


def _beside(
    pair: Pair, ours: tuple[Name, ...], gone: list[Name], have: frozenset[str], had: frozenset[str]
) -> tuple[frozenset[tuple[str, str]], defaultdict[str, Counter[str]]]:
    """Return which new and lost names stand in corresponding passages, and how often the two are all that is left of those."""
    together: set[tuple[str, str]] = set()
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for up, down in pair.passages:
        here = {name.words: name for name in ours if _within(name.span, pair.units[down].span) and not name.keys <= had}
        there = {name.words: name for name in gone if _within(name.span, pair.units[up].span)}
        together.update((one, other) for one in here for other in there)
        new = {words: name for words, name in here.items() if not name.keys & had}
        lost = {words: name for words, name in there.items() if not name.keys & have}
        alike = [(one, other) for one in new for other in lost if _nearest(new[one].keys, lost[other].keys) >= HALF]
        left = sorted(new.keys() - {one for one, _ in alike})
        right = sorted(lost.keys() - {other for _, other in alike})
        if len(left) == 1 and len(right) == 1:
            votes[left[0]][right[0]] += 1
    return frozenset(together), votes


def _nearest(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how alike the two likest words of two names are."""
    return max((_alike(left, right) for left in one for right in other), default=0.0)


def _voted(votes: Counter[str], gone: list[Name]) -> Name | None:
    """Return the name that stood in for another more than once."""
    if not votes:
        return None
    words, count = max(votes.items(), key=_most)
    return next((name for name in gone if name.words == words), None) if count > 1 else None


def _most(item: tuple[str, int]) -> tuple[int, str]:
    return item[1], item[0]


def _likest(name: Name, gone: list[Name], had: frozenset[str], together: frozenset[tuple[str, str]]) -> Name | None:
    """Return the lost name that a new one is a garbled form of, by those of its words that the parent lacks."""
    best: tuple[float, int] = (0.0, 0)
    for number, other in enumerate(gone):
        shared, new = name.keys & other.keys, name.keys - had
        if not new:
            # A word fell off: "Er Sallum" for "Sallum el Bahri".
            likeness = CLEAR if shared and name.words not in other.words else 0.0
        else:
            likeness = _nearest(new, other.keys - name.keys)
            if shared and likeness > VOUCHED:
                likeness = max(likeness, CLEAR)
        if likeness >= CLEAR or (likeness >= ALIKE and (name.words, other.words) in together):
            best = max(best, (likeness, -number))
    return gone[-best[1]] if best[0] else None


def _alike(one: str, other: str) -> float:
    if min(len(one), len(other)) < SHORTEST:
        return 0.0
    return Levenshtein.normalized_similarity(one, other)


def _is_cut(name: Name, gone: list[Name], have: frozenset[str]) -> bool:
    """Tell whether a name of several words keeps a part of one of the parent's names, in other words than that has."""
    words = name.words.split()
    return len(words) > 1 and any(
        name.keys & other.keys and not (other.keys - name.keys) & have and not {words[0], words[-1]} <= set(other.words.split())
        for other in gone
    )


def _is_one(name: Name, other: Name) -> bool:
    """Tell whether two forms are one name, inflected, or written in two scripts."""
    left, right = name.keys - other.keys, other.keys - name.keys
    if not left and name.words in other.words:
        return True
    if left and all(any(one.startswith(two) or two.startswith(one) for two in right) for one in left):
        return True
    abroad = bool(CYRILLIC.search(name.words)) != bool(CYRILLIC.search(other.words))
    return abroad and bool(left) and all(any(_alike(one, two) >= SAME_ABROAD for two in right) for one in left)


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_place(ground: Ground, pair: Pair, here: Span, there: Span) -> bool:
    """Tell whether either report's reading has a place there."""
    return any(
        toponym.span.start < span.end and span.start < toponym.span.end
        for report, span in ((pair.child, here), (pair.parent, there)) for toponym in ground.readings[report].places
    )  # fmt: skip
