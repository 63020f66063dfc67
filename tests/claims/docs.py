"""Build small parsed documents by hand.

A sentence is written a word a line: `word lemma pos tag head label [entity] [roles]`, columns parted by blanks. `head` counts words from 1 within the
sentence, 0 for the root. Blanks are set as usual around punctuation; a word ending in `_` has none behind it. `entity` is PER, ORG, LOC, MISC or `-`; neighbours with the same one are one entity.
`roles` are marks like `s0`, `c0`, `t1`: source, cue and content ("told") of attribution number 0 or 1, parted by commas.
Sentences are parted by an empty line, paragraphs by a line `#`.
"""

from __future__ import annotations

from dataclasses import dataclass

import spacy
from spacy.tokens import Doc, Span

from whence.records import Report

ROLES = {"s": "source", "c": "cue", "t": "content"}
VOCAB = spacy.blank("en").vocab
CLINGS_BEFORE = frozenset({",", ".", ";", ":", "?", "!", ")", "”", "»", "'s", "’s", "n’t", "%", "\n"})
CLINGS_BEHIND = frozenset({"“", "‘", "(", "«", "—", "\n"})


@dataclass(frozen=True)
class Row:
    """One word of the notation."""

    word: str
    lemma: str
    pos: str
    tag: str
    head: int
    label: str
    entity: str
    roles: tuple[str, ...]
    space: bool
    starts: bool


def rows(notation: str) -> list[Row]:
    """Read the notation."""
    found: list[Row] = []
    base, starts = 0, True
    for line in notation.strip().splitlines():
        parts = line.split()
        if not parts or parts == ["#"]:
            base, starts = len(found), True
            if parts:
                found.append(Row("\n", "\n", "SPACE", "_SP", len(found) - 1, "dep", "-", (), False, False))
                last = found[-2]
                found[-2] = Row(
                    last.word, last.lemma, last.pos, last.tag, last.head, last.label, last.entity, last.roles, False, last.starts
                )
                base = len(found)
            continue
        word, lemma, pos, tag, head, label, *rest = parts
        space = not (word.endswith("_") and len(word) > 1)
        at = len(found)
        governor = base + int(head) - 1 if int(head) else at
        roles = tuple(rest[1].split(",")) if len(rest) > 1 and rest[1] != "-" else ()
        found.append(
            Row(word if space else word[:-1], lemma, pos, tag, governor, label, rest[0] if rest else "-", roles, space, starts)
        )
        starts = False
    return found


def doc(notation: str, *, tree: bool = True) -> Doc:
    """Return the document that `notation` writes, without heads, labels, tags and sentences where `tree` is false."""
    read = rows(notation)
    words, spaces = [row.word for row in read], [row.space for row in read]
    for at in range(len(words) - 1):
        if words[at] in CLINGS_BEHIND or words[at + 1] in CLINGS_BEFORE or (words[at + 1] in "’—" and words[at + 1 :]):
            spaces[at] = False
    spaces[-1] = False
    if not tree:
        made = Doc(VOCAB, words=words, spaces=spaces, sent_starts=[row.starts for row in read])
    else:
        made = Doc(
            VOCAB, words=words, spaces=spaces, heads=[row.head for row in read], deps=[row.label for row in read],
            pos=[row.pos for row in read], tags=[row.tag for row in read], lemmas=[row.lemma for row in read],
        )  # fmt: skip
    made.set_ents([Span(made, start, end, label=label) for start, end, label in _runs([row.entity for row in read])])
    group = []
    for mark in sorted({mark for row in read for mark in row.roles}):
        for start, end, _ in _runs(["x" if mark in row.roles else "-" for row in read]):
            group.append(Span(made, start, end, label=ROLES[mark[0]], span_id=int(mark[1:])))
    made.spans["attributions"] = group
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
    """Return a report of that text."""
    return Report(id="r1", text=text, sha256="0" * 64)
