"""Build small parsed documents by hand.

A sentence is written a word a line: `word lemma pos tag head label [entity] [roles]`, columns parted by blanks. `head` counts
words from 1 within the sentence, 0 for the root. Blanks are set as usual around punctuation. `entity` is PER, ORG, LOC, MISC or
`-`; neighbours with the same one are one entity. `roles` are marks like `s0`, `c0`, `t1`, parted by commas: source, cue and
content ("told") of attribution number 0 or 1. Sentences are parted by an empty line, paragraphs by a line `#`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import spacy
from spacy.tokens import Doc, Span

from whence.claims import Attributed, attribute
from whence.claims.attribute import lay_ground
from whence.claims.drafts import Draft
from whence.claims.lexicon import load_lexicon
from whence.claims.quotes import find_quotes
from whence.claims.sources import Ground
from whence.records import Claim, Report

ROLES = {"s": "source", "c": "cue", "t": "content"}
VOCAB = spacy.blank("en").vocab
CLINGS_BEFORE = frozenset({",", ".", ";", ":", "?", "!", ")", "”", "’", "'s", "’s", "n’t", "%", "—", "\n"})
CLINGS_BEHIND = frozenset({"“", "‘", "(", "—", "\n"})


@dataclass(frozen=True)
class Row:
    """One word of the notation, its head counted from 0 within the document."""

    word: str
    lemma: str
    pos: str
    tag: str
    head: int
    label: str
    entity: str = "-"
    roles: tuple[str, ...] = ()
    starts: bool = False


def rows(notation: str) -> list[Row]:
    found: list[Row] = []
    base, starts = 0, True
    for line in notation.strip().splitlines():
        parts = line.split()
        if not parts or parts == ["#"]:
            if parts:
                found.append(Row("\n", "\n", "SPACE", "_SP", len(found) - 1, "dep"))
            base, starts = len(found), True
            continue
        word, lemma, pos, tag, head, label, *rest = parts
        governor = base + int(head) - 1 if int(head) else len(found)
        roles = tuple(rest[1].split(",")) if len(rest) > 1 and rest[1] != "-" else ()
        found.append(Row(word, lemma, pos, tag, governor, label, rest[0] if rest else "-", roles, starts))
        starts = False
    return found


def doc(notation: str, *, tree: bool = True, marks: bool = True) -> Doc:
    """Return the document that `notation` writes; without `tree` words and sentences alone, without `marks` no attributions."""
    read = rows(notation)
    if not marks:
        read = [replace(row, roles=()) for row in read]
    if not read:
        return Doc(VOCAB)
    words = [row.word for row in read]
    spaces = [one not in CLINGS_BEHIND and other not in CLINGS_BEFORE for one, other in pairwise(words)] + [False]
    if tree:
        made = Doc(
            VOCAB, words=words, spaces=spaces, heads=[row.head for row in read], deps=[row.label for row in read],
            pos=[row.pos for row in read], tags=[row.tag for row in read], lemmas=[row.lemma for row in read],
        )  # fmt: skip
    else:
        made = Doc(VOCAB, words=words, spaces=spaces, sent_starts=[row.starts for row in read])
    made.set_ents([Span(made, start, end, label=label) for start, end, label in _runs([row.entity for row in read])])
    marked = sorted({mark for row in read for mark in row.roles})
    made.spans["attributions"] = [
        Span(made, start, end, label=ROLES[mark[0]], span_id=int(mark[1:]))
        for mark in marked for start, end, _ in _runs(["x" if mark in row.roles else "-" for row in read])
    ]  # fmt: skip
    return made


def _runs(marks: list[str]) -> list[tuple[int, int, str]]:
    """Return the stretches of equal marks other than `-`."""
    found: list[tuple[int, int, str]] = []
    for at, mark in enumerate(marks):
        if mark == "-":
            continue
        if found and found[-1][1] == at and found[-1][2] == mark:
            found[-1] = (found[-1][0], at + 1, mark)
        else:
            found.append((at, at + 1, mark))
    return found


def report(text: str) -> Report:
    return Report(id="r1", text=text, sha256="0" * 64)


def read(notation: str, *, tree: bool = True, marks: bool = True) -> Attributed:
    """Return what is attributed and claimed in the document that `notation` writes."""
    made = doc(notation, tree=tree, marks=marks)
    return attribute(made, report(made.text))


def ground(notation: str, *, marks: bool = True) -> tuple[Ground, tuple[Draft, ...]]:
    """Return the ground that sources are made from and the attributions of the document that `notation` writes."""
    made = doc(notation, marks=marks)
    return lay_ground(made, load_lexicon(), find_quotes(made.text))


def says(claim: Claim, text: str) -> str:
    """Return a claim's words, its passages parted by " … "."""
    return " … ".join(passage.cut(text) for passage in claim.passages)
