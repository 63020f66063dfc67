"""What a name that fits no place may have been before it was garbled.

Enters: a form and the names of all places of an area. Leaves: likely originals with the kind of change that leads from one to the
other. The changes are those that names suffer in transliteration, machine translation and rewriting: letters lost from within,
odd capitals, letters doubled, letters changed, an end or a beginning lost, and a stem that is completed to another name. Letters
are compared in one plain Latin spelling, in every form that a place has: a Russian form garbled in English is found as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

from whence.records import Box, Place
from whence.referents.gazetteer import Gazetteer
from whence.referents.gazetteer.nearby import Nearby
from whence.referents.gazetteer.skeleton import latinise
from whence.referents.places.words import load_words

SHORTEST = 4
"""Letters of a form, garbled or not, below which nothing is concluded."""

SHORTLIST = 60
"""Forms of the area that are looked at letter by letter."""

LEAST = 0.62
"""Similarity from which a place counts as a possible original; swept from 0.5 to 0.75 on bench/garbles.py."""

Counts = NDArray[np.uint16]

DOUBLED = re.compile(r"(.)\1+")


COMPLETED = "the same stem, completed otherwise"
"""The weakest of the changes: many names of a region share a stem."""


@dataclass(frozen=True, slots=True)
class Original:
    """A place that a garbled form may stand for: the name it was garbled from, how like the two are (0 to 1), and the change."""

    place: Place
    form: str
    similarity: float
    change: str


@dataclass(frozen=True, slots=True)
class Forms:
    """The names of an area's places in plain Latin letters; `owners[i]` tells the place of `letters[i]` and its nth name.

    `sizes` tells how many letters each name has, `initials` the code of its first, `written` all those letters in a row, `places`
    the name that each stands in; `counts` how often a letter stands in each name, for the letters that were asked for so far.
    """

    nearby: Nearby
    letters: list[str]
    owners: list[tuple[int, int]]
    sizes: Counts
    initials: NDArray[np.uint8]
    written: NDArray[np.uint8]
    places: NDArray[np.int32]
    counts: dict[str, Counts]

    def shared(self, letters: str) -> Counts:
        """Return how many letters each name shares with `letters`, wherever they stand."""
        total = np.zeros_like(self.sizes)
        for letter, count in Counter(letters).items():
            if letter not in self.counts:
                inside = self.places[self.written == ord(letter)]
                self.counts[letter] = np.bincount(inside, minlength=len(self.sizes)).astype(np.uint16)
            total += np.minimum(self.counts[letter], count)
        return total


def doubles(form: str, names: Iterable[str]) -> bool:
    """Tell whether a letter is doubled in `form` that none of the `names` it is taken for doubles."""
    letters = latinise(form).replace(" ", "")
    known = {latinise(name).replace(" ", "") for name in names}
    pairs = {match.group() for match in DOUBLED.finditer(letters)}
    return bool(known) and any(not any(pair in name for name in known) for pair in pairs)


def is_odd(form: str) -> bool:
    """Tell whether a capital stands inside a word, as in "SiverSk": names in -Mc, -Mac, De- and Le- are let pass."""
    for word in re.split(r"[\W\d_\u02b0-\u02ff]+", form):
        bare = next((word.removeprefix(each) for each in load_words().beginnings if word.startswith(each)), word)
        if bare[1:] != bare[1:].lower() and not word.isupper() and len(word) >= SHORTEST:
            return True
    return False


@lru_cache(maxsize=16)
def forms_within(gazetteer: Gazetteer, box: Box) -> Forms:
    """Return the names of all places in a box, made once."""
    nearby = gazetteer.nearby(box)
    letters: list[str] = []
    owners: list[tuple[int, int]] = []
    for spaced, owner in zip(nearby.forms, nearby.owners, strict=True):
        plain = spaced.replace(" ", "")
        if len(plain) >= SHORTEST and plain.isascii():
            letters.append(plain)
            owners.append(owner)
    sizes = np.fromiter(map(len, letters), dtype=np.uint16, count=len(letters))
    written = np.frombuffer("".join(letters).encode("ascii"), dtype=np.uint8)
    initials = np.fromiter((ord(plain[0]) for plain in letters), dtype=np.uint8, count=len(letters))
    places = np.repeat(np.arange(len(letters), dtype=np.int32), sizes)
    return Forms(nearby, letters, owners, sizes, initials, written, places, {})


def find_originals(form: str, gazetteer: Gazetteer, box: Box, *, limit: int = 12) -> tuple[Original, ...]:
    """Return the places in `box` whose name may have been garbled to `form`, the likest first."""
    letters = latinise(form).replace(" ", "")
    if len(letters) < SHORTEST or not letters.isascii():
        return ()
    names = forms_within(gazetteer, box)
    shared, odd = names.shared(letters), is_odd(form)
    best: dict[str, Original] = {}
    for at in {*_alike(letters, names, shared), *_longer(letters, names, shared)}:
        similarity, change = compare(letters, names.letters[at], odd=odd)
        owner, nth = names.owners[at]
        place = names.nearby.places[owner]
        if similarity >= LEAST and (place.key not in best or similarity > best[place.key].similarity):
            best[place.key] = Original(place, names.nearby.written(owner, nth), similarity, change)
    return tuple(sorted(best.values(), key=_likest_first)[:limit])


def _likest_first(original: Original) -> tuple[float, int, str]:
    return -original.similarity, -original.place.population, original.place.key


def _alike(letters: str, names: Forms, shared: Counts) -> Iterator[int]:
    """Yield the names that are half alike or more: at least half the letters of the longer one stand in both."""
    longer = np.maximum(names.sizes, len(letters))
    likely = np.flatnonzero(shared >= longer - longer // 2).tolist()
    choices = [names.letters[at] for at in likely]
    scorer = OSA.normalized_similarity
    for _, _, number in process.extract(letters, choices, scorer=scorer, limit=SHORTLIST, score_cutoff=0.5):
        yield likely[number]


def _longer(letters: str, names: Forms, shared: Counts) -> Iterator[int]:
    """Yield the names with the same first letter that hold all the letters in order, or share a stem."""
    stem = letters[: max(SHORTEST, len(letters) // 2)]
    likely = (names.initials == ord(letters[0])) & ((shared == len(letters)) | (names.shared(stem) == len(stem)))
    for at in np.flatnonzero(likely).tolist():
        name = names.letters[at]
        if is_within(letters, name) or name.startswith(stem):
            yield at


def is_within(short: str, long: str) -> bool:
    """Tell whether the letters of `short` stand in `long` in the same order, the last one last."""
    rest = iter(long)
    return short[-1] == long[-1] and all(letter in rest for letter in short)


def compare(garbled: str, original: str, *, odd: bool = False) -> tuple[float, str]:
    """Return how likely `garbled` was made from `original` (0 to 1), and by which change; both in plain Latin letters."""
    if garbled == original:
        return 1.0, "capital letters within" if odd else "the same letters"
    found = [(OSA.normalized_similarity(garbled, original), "letters changed")]
    if DOUBLED.sub(r"\1", garbled) == DOUBLED.sub(r"\1", original):
        found.append((0.97, "a letter doubled or single"))
    lost = len(original) - len(garbled)
    if 0 < lost <= len(original) // 2 and is_within(garbled, original) and Prefix.similarity(garbled, original) >= 2:  # noqa: PLR2004
        found.append(((0.96 if odd else 0.9) - 0.05 * lost, "letters lost from within"))
    if lost > 0 and (original.startswith(garbled) or original.endswith(garbled)):
        found.append((0.95 - 0.05 * lost, "an end lost" if original.startswith(garbled) else "a beginning lost"))
    stem = Prefix.similarity(garbled, original)
    if SHORTEST <= stem < len(garbled) and 2 * stem >= len(original):
        found.append((0.45 + 0.5 * stem / len(original), COMPLETED))
    return max(found)
