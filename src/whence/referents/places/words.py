"""The words that stand around place names, read from a language's `places.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from whence.errors import LexiconError
from whence.language.tables import read_table


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Lower-case words around place names; the comments in places.toml say what each list is for.

    `before` and `after` give GeoNames' feature class of a word, `demonyms` a country's ISO 3166-1 code.
    """

    directions: frozenset[str]
    around: frozenset[str]
    around_nouns: frozenset[str]
    area_nouns: frozenset[str]
    distances: frozenset[str]
    before: dict[str, str]
    after: dict[str, str]
    not_after: frozenset[str]
    not_before: frozenset[str]
    demonyms: dict[str, str]
    prepositions: frozenset[str]
    befallen: frozenset[str]
    passives: frozenset[str]
    befallen_before: frozenset[str]
    joints: frozenset[str]
    extras: frozenset[str]
    articles: frozenset[str]
    possessives: frozenset[str]
    beginnings: tuple[str, ...]
    direction_links: frozenset[str]
    distance_openers: frozenset[str]
    distance_links: frozenset[str]
    facilities: frozenset[str]


def _classes(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: kind for kind, words in table.items() for word in words}


def _demonyms(table: dict[str, list[str]]) -> dict[str, str]:
    known: dict[str, str] = {}
    for code, words in table.items():
        for word in words:
            known[word.lower()] = code
            known[word.lower() + "s"] = code
    return known


@cache
def load_words(language: str = "english") -> PlaceWords:
    """Return the words of `language`, a folder of `whence.language`.

    Raises:
        LexiconError: if the language has no such file, or the file lacks a table.
    """
    name = "places.toml"
    table = read_table(language, name)
    try:
        return PlaceWords(
            directions=frozenset(table["directions"]),
            around=frozenset(table["around"]),
            around_nouns=frozenset(table["around_nouns"]),
            area_nouns=frozenset(table["area_nouns"]),
            distances=frozenset(table["distances"]),
            before=_classes(table["nouns_before"]),
            after=_classes(table["nouns_after"]),
            not_after=frozenset(table["not_places"]["after"]),
            not_before=frozenset(table["not_places"]["before"]),
            demonyms=_demonyms(table["demonyms"]),
            prepositions=frozenset(table["prepositions"]),
            befallen=frozenset(table["befallen"]),
            passives=frozenset(table["passives"]),
            befallen_before=frozenset(table["befallen_before"]),
            joints=frozenset(table["joints"]),
            articles=frozenset(table["articles"]),
            possessives=frozenset(table["possessives"]),
            beginnings=tuple(table["beginnings"]),
            direction_links=frozenset(table["direction_links"]),
            distance_openers=frozenset(table["distance_openers"]),
            distance_links=frozenset(table["distance_links"]),
            facilities=frozenset(table["facilities"]),
            extras=frozenset(table["extras"]) | frozenset(table["directions"]) | frozenset(table["not_places"]["after"]),
        )
    except KeyError as error:
        raise LexiconError(name, f"the table {error} is missing") from error
