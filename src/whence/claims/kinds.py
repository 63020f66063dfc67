"""What kind of source a noun or a name stands for.

Enters: a token of the tree or a name, and the word lists. Leaves: a kind with the reason, or None where the lists are silent. The
line between a party and an official is drawn in source_kinds.toml: who bears arms speaks as a party, who holds an office as an
official.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TypeAlias

from spacy.tokens import Token

from whence.claims.lexicon import Lexicon, load_lexicon
from whence.claims.tree import lemma, phrase, span_of, stretch
from whence.records import Reason, SourceKind, Span

Told: TypeAlias = tuple[SourceKind, Reason]
"""A kind of source and why."""

THINGS = frozenset({SourceKind.DOCUMENT, SourceKind.IMAGERY, SourceKind.INTERCEPT})
"""Kinds that are no one's voice but something to look at or to listen to."""

ORDER = (
    SourceKind.INTERCEPT, SourceKind.IMAGERY, SourceKind.PARTY, SourceKind.MEDIA, SourceKind.OFFICIAL,
    SourceKind.NGO, SourceKind.EXPERT, SourceKind.SOCIAL, SourceKind.ANONYMOUS, SourceKind.RESIDENT,
    SourceKind.DOCUMENT, SourceKind.PERSON, SourceKind.OTHER,
)  # fmt: skip
"""Which kind wins where a word stands in the lists of two."""


def kind_of_noun(head: Token, lexicon: Lexicon, *, words: Sequence[Token] = ()) -> Told | None:
    """Return the kind that the noun phrase around `head` tells; `words` are its words where the tree is not to be asked."""
    if not any(token.i == head.i for token in words):
        words = [token for token in phrase(head, joined=False) if not token.is_space]
    found = _phrase_kind(words, lexicon, through=head)
    if found is not None:
        return found
    noun = lemma(head)
    if noun in lexicon.neutral or head.lower_ in lexicon.neutral:
        return _affiliation(head, words, lexicon) or _told(lexicon.neutral.get(noun, SourceKind.OTHER), head, "is said of")
    for kind in ORDER:
        lists = lexicon.kinds[kind]
        if noun in lists.people or noun in lists.bodies or noun in lists.things or head.lower_ in lists.bodies:
            return _told(kind, head, "is a word for")
    before = [token for token in words if token.i < head.i]
    return _first(before, lexicon, modifiers=True)


def _told(kind: SourceKind, word: Token, how: str) -> Told:
    """Return `kind` with the reason that a word shows it."""
    return kind, Reason("source kind", f"“{word.text}” {how} {_label(kind)}", (span_of(word),))


def _label(kind: SourceKind) -> str:
    """Return a kind as it reads in a sentence."""
    article = "an" if kind.value[0] in "aeio" else "a"
    return f"{article} {kind.value} source"


def _phrase_kind(words: Sequence[Token], lexicon: Lexicon, *, through: Token | None) -> Told | None:
    """Return the kind of the longest listed phrase among `words`, which must run through `through` where that is given."""
    plain, lemmas = [token.lower_ for token in words], [lemma(token) for token in words]
    index = _phrases_by_word(lexicon.language)
    best: tuple[int, int, int, str] | None = None
    for at, starts in enumerate(zip(plain, lemmas, strict=True)):
        for entry, rank in (found for start in {*starts} for found in index.get(start, ())):
            parts = entry.split()
            end = at + len(parts)
            if parts not in (plain[at:end], lemmas[at:end]) or (
                through is not None and all(t.i != through.i for t in words[at:end])
            ):
                continue
            candidate = (-len(parts), rank, at, entry)
            best = candidate if best is None else min(best, candidate)
    if best is None:
        return None
    length, rank, at, entry = best
    kind = ORDER[rank]
    return kind, Reason("source kind", f"“{entry}” is a word for {_label(kind)}", (stretch(words[at : at - length]),))


@cache
def _phrases_by_word(language: str) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return the phrases of all kinds by their first word, each with the place of its kind in ORDER."""
    index: dict[str, tuple[tuple[str, int], ...]] = {}
    for rank, kind in enumerate(ORDER):
        for entry in sorted(load_lexicon(language).kinds[kind].phrases):
            first = entry.split()[0]
            index[first] = (*index.get(first, ()), (entry, rank))
    return index


def _affiliation(head: Token, words: Sequence[Token], lexicon: Lexicon) -> Told | None:
    """Return the kind of the body that a neutral noun like "spokesman" speaks for."""
    others = [token for token in words if token.i != head.i]
    found = _phrase_kind(others, lexicon, through=None)
    if found is not None and found[0] not in THINGS:
        return found
    return _first(others, lexicon, modifiers=True)


def _first(words: Sequence[Token], lexicon: Lexicon, *, modifiers: bool) -> Told | None:
    """Return the kind of the first of `words` that a list of bodies, modifiers or proper names holds."""
    for token in words:
        word = lemma(token)
        for kind in ORDER:
            lists = lexicon.kinds[kind]
            if kind in (SourceKind.DOCUMENT, SourceKind.IMAGERY, SourceKind.PERSON, SourceKind.SOCIAL):
                continue
            if word in lists.bodies or (modifiers and (word in lists.modifiers or token.lower_ in lists.modifiers)):
                return _told(kind, token, "speaks of")
            if token.pos_ == "PROPN" and token.text in lists.names:
                return _told(kind, token, "in a name speaks of")
    return None


def kind_of_name(name: str, span: Span, lexicon: Lexicon) -> Told | None:
    """Return the kind that a body's name tells: by its last word before "of" or "for", else by another, last first.

    "Ministry of Defence Press Office" has an official's word and an outlet's; the word that heads the name is asked first.
    """
    found = _kind_in_name(name, lexicon.language)
    if found is None:
        return None
    kind, word = found
    return kind, Reason("source kind", f"“{word}” in the name is a word for {_label(kind)}", (span,))


@lru_cache(4096)
def _kind_in_name(name: str, language: str) -> tuple[SourceKind, str] | None:
    """Return the kind that a name tells, with the word for it."""
    lexicon = load_lexicon(language)
    lowered = f" {name.lower()} "
    for kind in ORDER:
        for entry in lexicon.kinds[kind].phrases:
            if f" {entry} " in lowered:
                return kind, entry
    front = re.split(r"\s(?:of|for|on|at|in|and)\s", name)[0].split()
    rest = name.split()[len(front) :]
    for word in (*reversed(front), *reversed(rest)):
        bare = word.strip("’'\"“”(),")
        for kind in ORDER:
            lists = lexicon.kinds[kind]
            if bare in lists.names or any(len(bare) > len(end) and bare.lower().endswith(end) for end in lists.suffixes):
                return kind, bare
    return None


def sort_of_noun(head: Token, lexicon: Lexicon) -> str | None:
    """Return whether a noun names a person, a body or a thing that can be a source, None for other nouns."""
    noun = lemma(head)
    if noun in lexicon.neutral:
        return "person"
    word = head.lower_
    return next((sort for sort, nouns in lexicon.sorts.items() if noun in nouns or word in nouns), None)
