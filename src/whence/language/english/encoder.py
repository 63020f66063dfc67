"""The shipped networks: words in, scores a word out.

Enters: words and the white space before each. Leaves: `Signals`, arrays with one row a word for a text of any length: the text
is cut into overlapping windows of word pieces, and each word's row is taken from the window in which it stands most centrally.
Three graphs run on onnxruntime: `encoder` (int8: all word scores in one pass), `attribution` (a cue's parts) and `relations`
(dependency labels), the last two over the word vectors that the first gives.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from whence.language.english.features import Pieces, special_id, to_pieces

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

WINDOW = 254
"""Word pieces of a window, as in training; two special ones come on top."""

OVERLAP = 32
"""Word pieces that neighbouring windows share, so that every word has at least half of them as context on each side."""

REACH = 96
"""Words before and behind a cue in which its source and content are looked for; in PolNeAR 2 attributions of 1,000 reach
further."""

NEAR = 16
"""Word distances from a cue told apart one by one; beyond, by half powers of two up to FAR steps. As in training."""

FAR = 12


@dataclass(frozen=True, slots=True)
class Signals:
    """What the encoder says of W words; scores are logits.

    `coarse` [W, 17] and `fine` [W, 50] part of speech, `start` [W] beginning a sentence, `names` [W, 9] entity tags, `root` [W]
    heading its sentence, `anchor` [W] beginning a cue; `arc_*` [W, 256], `label_*` [W, 96] and `pair_*` [W, 128] vectors that
    the pairwise scores are made from; `meaning` [W, 384] whose mean over a sentence is its embedding, near to that of
    all-MiniLM-L6-v2.
    """

    coarse: Floats
    fine: Floats
    start: Floats
    names: Floats
    root: Floats
    anchor: Floats
    arc_dependent: Floats
    arc_head: Floats
    label_dependent: Floats
    label_head: Floats
    pair_anchor: Floats
    pair_word: Floats
    meaning: Floats


OUTPUTS = tuple(Signals.__dataclass_fields__)


def cut_windows(pieces: Pieces, size: int = WINDOW, overlap: int = OVERLAP) -> list[tuple[int, int, int, int]]:
    """Return (start, stop, core start, core stop) in words: cores tile the text, windows hold at most `size` pieces."""
    count = len(pieces.first)
    ends = np.append(pieces.first[1:], len(pieces.ids))
    windows: list[tuple[int, int]] = []
    start = 0
    total = len(pieces.ids)
    number = 1 if total <= size else -(-(total - overlap) // (size - overlap))
    room = min(size, -(-(total + (number - 1) * overlap) // number) + 2)
    while True:
        stop = int(np.searchsorted(ends, pieces.first[start] + room, side="right"))
        windows.append((start, stop))
        if stop >= count:
            break
        following = int(np.searchsorted(pieces.first, ends[stop - 1] - overlap, side="left"))
        start = min(max(following, start + 1), stop)
    seams = [0, *((a[1] + b[0]) // 2 for a, b in pairwise(windows)), count]
    return [(*window, seams[n], seams[n + 1]) for n, window in enumerate(windows)]


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Encoder:
    """The networks of one model folder. One thread each: a desk's bulk work runs a process a core."""

    def __init__(self, folder: Path) -> None:
        """Load the graphs, the tokenizer and the label sets from `folder`."""
        self.folder = folder
        card: dict[str, Any] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.version: str = card["version"]
        self.coarse: tuple[str, ...] = tuple(card["coarse"])
        self.fine: tuple[str, ...] = tuple(card["fine"])
        self.relations: tuple[str, ...] = tuple(card["relations"])
        self.names: tuple[str, ...] = tuple(card["names"])
        self.parts: tuple[str, ...] = tuple(card["parts"])
        self.anchor_threshold: float = card["anchor_threshold"]
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.first_id = special_id(self.tokenizer, "[CLS]")
        self.last_id = special_id(self.tokenizer, "[SEP]")
        self._encoder = _session(folder / "encoder.onnx")

    @cached_property
    def _attribution(self) -> onnxruntime.InferenceSession:
        return _session(self.folder / "attribution.onnx")

    @cached_property
    def _relations(self) -> onnxruntime.InferenceSession:
        return _session(self.folder / "relations.onnx")

    def inputs(self, words: Sequence[str], gaps: Sequence[int], *, overlap: int = OVERLAP) -> list[tuple[dict[str, Any], int, int]]:
        """Return the encoder's inputs window by window, each with the range of its words that is kept."""
        pieces = to_pieces(words, gaps, self.tokenizer)
        feeds = []
        for start, stop, low, high in cut_windows(pieces, WINDOW, overlap):
            begin = int(pieces.first[start])
            end = int(pieces.first[stop]) if stop < len(pieces.first) else len(pieces.ids)
            codes = np.zeros((1, end - begin + 2, 4), dtype=np.int64)
            codes[0, 1:-1] = pieces.codes[begin:end]
            codes[0, 0, 1] = codes[0, -1, 1] = 2
            ids = np.concatenate([[self.first_id], pieces.ids[begin:end], [self.last_id]])[None]
            feeds.append(({"ids": ids, "codes": codes, "first": pieces.first[start:stop] - begin + 1}, low - start, high - start))
        return feeds

    def encode(self, words: Sequence[str], gaps: Sequence[int]) -> Signals:
        """Run the encoder over a text of one word or more.

        Args:
            words: the words of the text.
            gaps: for each word, the index into `features.GAPS` of the white space before it.

        """
        rows = []
        for feed, low, high in self.inputs(words, gaps):
            outputs = self._encoder.run(OUTPUTS, feed)
            rows.append([output[low:high] for output in outputs])
        return Signals(*(np.concatenate(column) for column in zip(*rows, strict=True)))

    def label_relations(self, signals: Signals, heads: Integers) -> Floats:
        """Return [W, relations] scores for the relation of each word to `heads` [W]; a root names itself."""
        feed = {"dependent": signals.label_dependent, "head": signals.label_head[heads]}
        scores: Floats = self._relations.run(None, feed)[0]
        return scores

    def label_parts(self, signals: Signals, anchors: Integers) -> tuple[Floats, Integers]:
        """Return [K, R, parts] scores around each of K anchors, and [K, R] the word each column stands for, -1 outside the text.

        R is at most 2 * REACH + 1.
        """
        count = len(signals.anchor)
        reach = min(REACH, max(count - 1, 1))
        away = np.arange(-reach, reach + 1)
        columns = anchors[:, None] + away[None, :]
        outside = (columns < 0) | (columns >= count)
        words = signals.pair_word[np.clip(columns, 0, count - 1)]
        distances = np.broadcast_to(distance_codes(away), columns.shape)
        feed = {
            "word": words,
            "anchor": signals.pair_anchor[anchors],
            "distance": distances,
            "inside": (~outside).astype(np.float32),
        }
        scores: Floats = self._attribution.run(None, feed)[0]
        return scores, np.where(outside, -1, columns)


def distance_codes(away: Integers) -> Integers:
    """Return the training's code for each signed word distance."""
    size = np.abs(away)
    far = np.minimum(NEAR + np.floor(2 * np.log2(np.maximum(size, 1) / NEAR)), NEAR + FAR - 1) + 1
    steps = np.where(size <= NEAR, size, np.minimum(far, NEAR + FAR))
    return (np.sign(away) * steps).astype(np.int64) + NEAR + FAR
