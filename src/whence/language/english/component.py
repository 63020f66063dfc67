"""The English engine as a spaCy component.

Enters: a Doc with tokens. Leaves: the same Doc with part of speech, lemmas, dependencies, sentences and entities where it has
none yet, and always with the attributions: `doc.spans["attributions"]`, spans labelled source, cue or content, whose `id` is
the attribution's number. A pipeline with a parser and entities of its own keeps them and gains the attributions alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path

import numpy as np
import simplemma
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup, Token

from whence.language.english.decode import Analysis, analyse, find_attributions
from whence.language.english.encoder import Encoder, Signals
from whence.language.english.features import gap_of
from whence.language.tables import read_table

ATTRIBUTIONS = "attributions"
PROBABILITIES = "whence_attribution_probabilities"
EMBEDDINGS = "whence_sentence_embeddings"
MEANINGS = "whence_word_meanings"
"""`doc.user_data[MEANINGS]`: float32 [tokens, 384]; the mean over a passage is its embedding."""
NAME_SCORES = "whence_name_scores"
NAME_KINDS = ("PER", "ORG", "LOC", "MISC")
"""The columns of `doc.user_data[NAME_SCORES]`: float32 [tokens, 4], the probability that a token is in a name of that kind."""

_BROKEN_LINE = 45
"""Characters of a line from which on its end may be the margin's doing and not a paragraph's."""

_ENDS = ".!?:;\"'”’»)"


@cache
def load_encoder(folder: Path) -> Encoder:
    """Return the networks in `folder`, loaded once."""
    return Encoder(folder)


def shipped_model() -> Path:
    """Return the folder of the model that comes with the package."""
    return Path(str(resources.files("whence.language.english") / "model"))


def gaps_between(tokens: list[Token], text: str) -> list[int]:
    """Return the gap code before each of `tokens`, none of which is white space.

    A single line break inside a sentence, as margins make them, counts as a space.
    """
    gaps = []
    end = 0
    for token in tokens:
        space = text[end : token.idx]
        if space.count("\n") == 1 and end and text[end - 1] not in _ENDS and token.text[0].islower():
            line = text.rfind("\n", 0, end) + 1
            space = " " if end - line >= _BROKEN_LINE else space
        gaps.append(gap_of(space) if end else 2)
        end = token.idx + len(token)
    return gaps


class EnglishReader:
    """Fills a Doc from the networks' one pass."""

    def __init__(self, folder: Path) -> None:
        """Load the networks in `folder`."""
        self.encoder = load_encoder(folder)

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with what it lacked and its attributions."""
        words = [token for token in doc if not token.is_space]
        doc.spans[ATTRIBUTIONS] = SpanGroup(doc, name=ATTRIBUTIONS)
        if not words:
            return doc
        gaps = gaps_between(words, doc.text)
        signals = self.encoder.encode([word.text for word in words], gaps)
        if not doc.has_annotation("DEP"):
            given = [n for n, word in enumerate(words) if word.is_sent_start] if doc.has_annotation("SENT_START") else None
            fill(doc, words, analyse(self.encoder, signals, gaps, given))
        self._attribute(doc, words, signals)
        doc.user_data[EMBEDDINGS] = embed_sentences(doc, words, signals)
        doc.user_data[MEANINGS] = spread(doc, words, signals.meaning)
        doc.user_data[NAME_SCORES] = score_names(doc, words, signals.names, self.encoder.names)
        return doc

    def _attribute(self, doc: Doc, words: list[Token], signals: Signals) -> None:
        """Put the attributions into the Doc's span group."""
        spans, probabilities = [], []
        for number, attribution in enumerate(find_attributions(self.encoder, signals)):
            probabilities.append(attribution.probability)
            for role, start, end in attribution.parts:
                spans.append(Span(doc, words[start].i, words[end - 1].i + 1, label=role, span_id=number))
        doc.spans[ATTRIBUTIONS] = SpanGroup(doc, name=ATTRIBUTIONS, spans=spans)
        doc.user_data[PROBABILITIES] = tuple(probabilities)


def fill(doc: Doc, words: list[Token], analysis: Analysis) -> None:
    """Write an analysis of `words` into `doc`; white-space tokens hang on the word before them."""
    strings = doc.vocab.strings
    place = [word.i for word in words]
    above = analysis.heads.tolist()
    index = {i: n for n, i in enumerate(place)}
    before = place[0]
    heads: list[int] = []
    labels: list[tuple[str, str, str, str]] = []
    for at, token in enumerate(doc):
        n = index.get(at)
        if n is None:
            heads.append(before - at)
            labels.append(("SPACE", "_SP", token.text, "dep"))
            continue
        before = at
        heads.append(place[above[n]] - at)
        relation = "ROOT" if analysis.relations[n] == "root" else analysis.relations[n]
        labels.append((analysis.coarse[n], analysis.fine[n], lemma_of(token.text, analysis.coarse[n]), relation))
    columns = np.zeros((len(doc), 7), dtype=np.uint64)
    columns[:, 0] = np.array(heads, dtype=np.int64).astype(np.uint64)
    columns[:, 1:5] = np.array([[strings.add(label) for label in row] for row in labels], dtype=np.uint64)
    columns[:, 5] = 2
    for start, end, kind in analysis.names:
        first, last = place[start], place[end - 1]
        columns[first : last + 1, 5] = 1
        columns[first, 5] = 3
        columns[first : last + 1, 6] = strings.add(kind)
    doc.from_array([HEAD, POS, TAG, LEMMA, DEP, ENT_IOB, ENT_TYPE], columns)  # type: ignore[arg-type]


@cache
def lemma_of(word: str, coarse: str) -> str:
    """Return the lemma of an English word, by simplemma's word list and our own of verbs; names stay as they are."""
    if coarse in {"PROPN", "PUNCT", "SYM", "NUM", "X"}:
        return word
    if coarse in {"VERB", "AUX"} and word.lower() in _verb_forms():
        return _verb_forms()[word.lower()]
    return simplemma.lemmatize(word.lower(), lang="en")


@cache
def _verb_forms() -> dict[str, str]:
    """Return the verb forms of lemmas.toml with their lemmas."""
    return dict(read_table("english", "lemmas.toml")["verbs"])


def embed_sentences(doc: Doc, words: list[Token], signals: Signals) -> np.ndarray:
    """Return [S, 384] float32 unit vectors near to those of all-MiniLM-L6-v2, one a sentence; zeros for one without words."""
    rows = np.array([word.i for word in words])
    vectors = []
    for sentence in doc.sents:
        inside = signals.meaning[slice(*np.searchsorted(rows, (sentence.start, sentence.end)))]
        mean = inside.mean(0) if len(inside) else np.zeros(signals.meaning.shape[1], dtype=np.float32)
        vectors.append(mean / max(float(np.linalg.norm(mean)), 1e-9))
    return np.stack(vectors).astype(np.float32)


def spread(doc: Doc, words: list[Token], rows: np.ndarray) -> np.ndarray:
    """Return [tokens, D] float32: each word's row of `rows` [W, D], zeros for white space."""
    whole = np.zeros((len(doc), rows.shape[1]), dtype=np.float32)
    whole[[word.i for word in words]] = rows
    return whole


def embed_passages(doc: Doc, passages: Sequence[Sequence[tuple[int, int]]]) -> np.ndarray:
    """Return [N, 384] float16 unit vectors, one for each N of groups of stretches in characters; zeros for one without words.

    Each word's vector knows its sentence, so that "he left it" in two texts are near when those around them are.
    """
    meanings = doc.user_data.get(MEANINGS, np.zeros((len(doc), 0), dtype=np.float32))
    vectors = np.zeros((len(passages), meanings.shape[1]), dtype=np.float32)
    starts = np.array([token.idx for token in doc])
    for row, stretches in enumerate(passages):
        parts = [meanings[slice(*np.searchsorted(starts, stretch))] for stretch in stretches]
        total = np.concatenate(parts).sum(0) if parts else vectors[row]
        vectors[row] = total / max(float(np.linalg.norm(total)), 1e-9)
    return vectors.astype(np.float16)


def score_names(doc: Doc, words: list[Token], scores: np.ndarray, tags: Sequence[str]) -> np.ndarray:
    """Return [tokens, 4] float32 probabilities of the NAME_KINDS, zeros for white space; `scores` are [words, tags] logits."""
    odds = np.exp(scores - scores.max(1, keepdims=True))
    odds /= odds.sum(1, keepdims=True)
    found = np.zeros((len(doc), len(NAME_KINDS)), dtype=np.float32)
    rows = [word.i for word in words]
    for column, kind in enumerate(NAME_KINDS):
        found[rows, column] = odds[:, [n for n, tag in enumerate(tags) if tag[2:] == kind]].sum(1)
    return found


@Language.factory("whence_english", default_config={"folder": None})
def make_reader(nlp: Language, name: str, folder: str | None) -> EnglishReader:  # noqa: ARG001 - spaCy names them
    """Make the component for a pipeline; `folder` names another model than the shipped one."""
    return EnglishReader(Path(folder) if folder else shipped_model())
