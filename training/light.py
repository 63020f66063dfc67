"""The rival of the triggers: which PLOVER type a sentence or a text is about, by a light model on the engine's word vectors.

Enters: the vectors that the engine makes of words on its way to a sentence's embedding. Leaves: a probability for each of the
sixteen event types of PLOVER (Open Event Data Alliance). For each type the model weighs the words of a sentence by how much they
tell of that type and adds up what they say (attention pooling of Ilse, Tomczak & Welling 2018, one head a type), so that one
verb can decide where a mean over all words would drown it.
It does not tell who did what, and always names sixteen shares, of a text without any event too. It is not shipped: on gold
sentences the triggers do better alone, and no weight of the two together does better than they (`docs/measures.md`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

from whence.claims.events.plover import PLOVER_TYPES
from whence.language.english.component import gaps_between, load_encoder, shipped_model

WIDTH = 384
"""Numbers in a word's vector."""

WORD_VECTORS = "whence_word_vectors"
"""Where a Doc keeps its word vectors in `user_data`: [words, 384] float32, a row for each token that is not white space."""

LEAD = 80
"""Words of a text that are looked at: a news story tells its event first. As in training."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PloverModel:
    """The weights.

    `attend` [384, 16] says how much a word counts for a type, `tell` [384, 16] what it says for it, `base` [16] how likely each
    type is before a word is read.
    """

    attend: Floats
    tell: Floats
    base: Floats

    def of_words(self, words: Floats) -> Floats:
        """Return [16] float32 probabilities of PLOVER_TYPES for one sentence or text of `words` [W, 384], all words at once.

        No words at all give what is likely before any is read.
        """
        logits = self.base
        if len(words):
            heat = words @ self.attend
            share = np.exp(heat - heat.max(0))
            share /= share.sum(0)
            logits = logits + (share * (words @ self.tell)).sum(0)
        odds = np.exp(logits - logits.max())
        shares: Floats = (odds / odds.sum()).astype(np.float32)
        return shares

    def of_text(self, doc: Doc) -> Floats:
        """Return [16] float32 probabilities for a whole text, from its first LEAD words."""
        return self.of_words(word_vectors(doc)[:LEAD])

    def of_sentence(self, sentence: Span) -> Floats:
        """Return [16] float32 probabilities for a sentence or any other stretch of a Doc; its neighbours colour its vectors."""
        rows = np.array([token.i for token in sentence.doc if not token.is_space], dtype=np.int64)
        return self.of_words(word_vectors(sentence.doc)[(rows >= sentence.start) & (rows < sentence.end)])


def word_vectors(doc: Doc) -> Floats:
    """Return [W, 384] float32, a row for each token of `doc` that is not white space.

    The engine's are taken where it left them in the Doc; else its encoder reads the words once more, and they are left there.
    """
    held = doc.user_data.get(WORD_VECTORS)
    if held is None:
        held = doc.user_data[WORD_VECTORS] = _encode(doc)
    vectors: Floats = np.asarray(held, dtype=np.float32)
    return vectors


def _encode(doc: Doc) -> Floats:
    words = [token for token in doc if not token.is_space]
    if not words:
        return np.zeros((0, WIDTH), dtype=np.float32)
    signals = load_encoder(shipped_model()).encode([word.text for word in words], gaps_between(words, doc.text))
    return signals.meaning.astype(np.float32)


def load_light(path: Path) -> PloverModel:
    """Return the model that `python -m training.plover` has written to `path`.

    Raises:
        ValueError: if the file holds no such model.
        OSError: if it cannot be read.
    """
    with np.load(path, allow_pickle=False) as held:
        missing = {"attend", "tell", "base", "types"} - set(held.files)
        if missing:
            message = f"{path}: the arrays {', '.join(sorted(missing))} are missing"
            raise ValueError(message)
        attend, tell, base = (held[part].astype(np.float32) for part in ("attend", "tell", "base"))
        types = tuple(held["types"].tolist())
    width, count = (WIDTH, len(PLOVER_TYPES))
    if types != PLOVER_TYPES or attend.shape != (width, count) or tell.shape != (width, count) or base.shape != (count,):
        message = f"{path}: its arrays are not those of a model for the sixteen types"
        raise ValueError(message)
    return PloverModel(attend, tell, base)
