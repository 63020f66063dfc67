"""Documents by hand: what the engine would say of a text is written into it.

`[Siversk]` is a name that the engine takes for a place, `{Siversk}` one that it thinks likely to be a place without saying so, and
`<Siversk>` one that it takes for a person. Words with a capital are proper nouns; a sentence ends at a full stop or a line's end.
"""

from __future__ import annotations

import re

import numpy as np
import spacy
from spacy.tokens import Doc
from spacy.tokens import Span as Phrase
from spacy.util import filter_spans

from whence.language.english.component import NAME_KINDS, NAME_SCORES
from whence.records import Span
from whence.referents.gazetteer import Gazetteer
from whence.referents.places.mentions import Mention

MARKED = re.compile(r"\[(.+?)\]|\{(.+?)\}|<(.+?)>", re.DOTALL)
KINDS = (("LOC", 0.97), ("LOC", 0.85), ("PER", 0.97))
"""What the engine says of each kind of brackets."""

TOKENISE = spacy.blank("en")
ENDS = frozenset({".", "!", "?"})


def doc(marked: str, *, likely: float = 0.85) -> Doc:
    """Return the document that `marked` writes; `likely` is how likely names in braces are."""
    text, names = _unmark(marked)
    made = TOKENISE(text)
    scores = np.full((len(made), len(NAME_KINDS)), 0.01, dtype=np.float32)
    phrases = []
    for start, end, kind in names:
        phrase = made.char_span(start, end, label=KINDS[kind][0], alignment_mode="expand")
        if phrase is None:
            continue
        scores[phrase.start : phrase.end, NAME_KINDS.index(KINDS[kind][0])] = likely if kind == 1 else KINDS[kind][1]
        if kind != 1:
            phrases.append(phrase)
    made.set_ents(filter_spans(phrases))
    for token in made:
        token.pos_ = "PROPN" if token.text[:1].isupper() else "X"
        before = made[token.i - 1] if token.i else None
        token.is_sent_start = before is None or before.text in ENDS or before.is_space
    made.user_data[NAME_SCORES] = scores
    return made


def _unmark(marked: str) -> tuple[str, list[tuple[int, int, int]]]:
    """Return the text without brackets, and the names with their offsets in it and the number of their kind."""
    text, names, at = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[at : match.start()]
        kind = next(n for n, group in enumerate(match.groups()) if group is not None)
        names.append((len(text), len(text) + len(match[kind + 1]), kind))
        text += match[kind + 1]
        at = match.end()
    return text + marked[at:], names


def mention(phrase: Phrase, gazetteer: Gazetteer | None = None, *, kind: str = "", inside: int | None = None) -> Mention:
    """Return an entity as a mention."""
    matches = gazetteer.find(phrase.text) if gazetteer is not None else ()
    span = Span(phrase.start_char, phrase.end_char)
    return Mention(phrase.start, phrase.end, span, phrase.text, 1.0, matches, kind, inside)
