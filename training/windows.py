"""From examples to the windows that one step of training sees."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from tokenizers import Tokenizer

from training.data import ROLES, UNKNOWN, Example
from training.model import PARTS
from whence.language.english.features import Pieces, to_pieces

PIECES = 254
"""Pieces of a window, without the two special ones."""

NAMES = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC")
NONE = -100


@dataclass(frozen=True)
class Labels:
    """The label sets of the treebanks, in the order of the model's outputs."""

    coarse: tuple[str, ...]
    fine: tuple[str, ...]
    relations: tuple[str, ...]


def find_labels(examples: list[Example]) -> Labels:
    """Collect the labels that the treebank examples use."""
    coarse = sorted({label for e in examples for label in e.coarse or ()})
    fine = sorted({label for e in examples for label in e.fine or ()})
    relations = sorted({label for e in examples for label in e.labels or ()})
    return Labels(tuple(coarse), tuple(fine), tuple(relations))


@dataclass(slots=True)
class Window:
    """One window: pieces and word labels; NONE where a label is not known.

    `open_names` tells for each word whether its set leaves MISC out; `heads` index words of the window, -1 is a root.
    """

    ids: np.ndarray
    codes: np.ndarray
    first: np.ndarray
    names: np.ndarray
    open_names: np.ndarray
    coarse: np.ndarray | None = None
    fine: np.ndarray | None = None
    starts: np.ndarray | None = None
    heads: np.ndarray | None = None
    relations: np.ndarray | None = None
    sentence: np.ndarray | None = None
    attributed: bool = False
    anchors: list[int] = field(default_factory=list)
    parts: list[np.ndarray] = field(default_factory=list)
    targets: list[tuple[int, int, int]] = field(default_factory=list)


class Cutter:
    """Cuts examples of one kind into windows, anew with every pass."""

    def __init__(self, tokenizer: Tokenizer, labels: Labels, teacher: dict[tuple[str, int], int]) -> None:
        self.tokenizer = tokenizer
        self.coarse = {label: n for n, label in enumerate(labels.coarse)}
        self.fine = {label: n for n, label in enumerate(labels.fine)}
        self.relations = {label: n for n, label in enumerate(labels.relations)}
        self.teacher = teacher
        self.kept: dict[str, Pieces] = {}

    def pieces(self, example: Example) -> Pieces:
        """Return the pieces of an example, cut once."""
        if example.id not in self.kept:
            self.kept[example.id] = to_pieces(example.words, example.gaps, self.tokenizer)
        return self.kept[example.id]

    def runs(self, example: Example, first_room: int, *, whole_sentences: bool) -> list[tuple[int, int]]:
        """Return word ranges that fill windows; the first has `first_room` pieces of space."""
        pieces = self.pieces(example)
        ends = np.append(pieces.first[1:], len(pieces.ids))
        runs, start, room = [], 0, first_room
        count = len(example.words)
        while start < count:
            stop = int(np.searchsorted(ends, pieces.first[start] + room, side="right"))
            if stop < count and whole_sentences and example.starts is not None:
                cut = stop
                while cut > start and not example.starts[cut]:
                    cut -= 1
                stop = cut if cut > start or room < PIECES else stop
            if stop > start:
                runs.append((start, stop))
            start, room = stop, PIECES
        return runs

    def pack(self, parts: list[tuple[Example, int, int]]) -> Window:
        """Put word ranges of one or several examples into one window."""
        ids, codes, first, names, open_names = [], [], [], [], []
        window = Window(np.empty(0), np.empty(0), np.empty(0), np.empty(0), np.empty(0))
        columns: dict[str, list[np.ndarray]] = defaultdict(list)
        parts_at: list[tuple[int, np.ndarray]] = []
        at_piece = at_word = sentences = 0
        for example, start, stop in parts:
            pieces = self.pieces(example)
            low = int(pieces.first[start])
            high = int(pieces.first[stop]) if stop < len(pieces.first) else len(pieces.ids)
            ids.append(pieces.ids[low:high])
            codes.append(pieces.codes[low:high])
            first.append(pieces.first[start:stop] - low + at_piece + 1)
            size = stop - start
            tags = example.names[start:stop] if example.names is not None else [UNKNOWN] * size
            names.append(np.array([NONE if t == UNKNOWN else NAMES.index(t) for t in tags]))
            open_names.append(np.full(size, example.open_names))
            if example.heads is not None:
                sets = {
                    "coarse": (self.coarse, example.coarse),
                    "fine": (self.fine, example.fine),
                    "relations": (self.relations, example.labels),
                }
                for name, (known, given) in sets.items():
                    columns[name].append(np.array([known.get(label, NONE) for label in (given or ())[start:stop]]))
                starts = np.array((example.starts or ())[start:stop])
                columns["starts"].append(starts)
                sentence = np.cumsum(starts) + sentences
                sentences = int(sentence[-1]) + 1
                columns["sentence"].append(sentence)
                heads = np.array(example.heads[start:stop])
                inside = (heads >= start) & (heads < stop)
                columns["heads"].append(np.where(heads < 0, -1, np.where(inside, heads - start + at_word, NONE)))
            if example.attributions is not None:
                window.attributed = True
                for attribution in example.attributions:
                    anchor = attribution["cue"][0]
                    if start <= anchor < stop:
                        window.anchors.append(anchor - start + at_word)
                        parts_at.append((at_word, _parts(attribution, start, stop)))
            for number, (s, e) in self.segments(example):
                if start <= s and e <= stop:
                    window.targets.append((s - start + at_word, e - start + at_word, number))
            at_piece += high - low
            at_word += size
        window.ids, window.codes = np.concatenate(ids), np.concatenate(codes)
        window.first, window.names = np.concatenate(first), np.concatenate(names)
        window.open_names = np.concatenate(open_names)
        window.parts = [np.pad(own, (at, at_word - at - len(own))) for at, own in parts_at]
        for name, column in columns.items():
            setattr(window, name, np.concatenate(column))
        return window

    def segments(self, example: Example) -> list[tuple[int, tuple[int, int]]]:
        """Return the segments of an example that have a teacher's embedding, with its row."""
        return [(self.teacher[example.id, s], (s, e)) for s, e in segments_of(example) if (example.id, s) in self.teacher]

    def cut(self, examples: list[Example], seed: random.Random, *, whole_sentences: bool) -> list[Window]:
        """Return the windows of one pass: documents in a random order, packed one behind the other."""
        order = list(examples)
        seed.shuffle(order)
        windows: list[Window] = []
        waiting: list[tuple[Example, int, int]] = []
        room = PIECES
        for example in order:
            pieces = self.pieces(example)
            ends = np.append(pieces.first[1:], len(pieces.ids))
            for start, stop in self.runs(example, max(room, 1), whole_sentences=whole_sentences):
                size = int(ends[stop - 1] - pieces.first[start])
                if size > room:
                    if waiting:
                        windows.append(self.pack(waiting))
                    waiting, room = [], PIECES
                waiting.append((example, start, stop))
                room -= size
        if waiting:
            windows.append(self.pack(waiting))
        return windows


def segments_of(example: Example) -> list[tuple[int, int]]:
    """Return word ranges that mean something by themselves: sentences where a treebank tells them, else short paragraphs."""
    marks = example.starts if example.starts is not None else [1 if gap == 2 else 0 for gap in example.gaps]
    bounds = [i for i, mark in enumerate(marks) if mark] + [len(marks)]
    return [(s, e) for s, e in pairwise(bounds) if 4 <= e - s <= 60]


def _parts(attribution: dict[str, list[int]], start: int, stop: int) -> np.ndarray:
    """Return the part of each word of a window in one attribution, as indices into PARTS."""
    parts = np.zeros(stop - start, dtype=np.int64)
    for role in ROLES:
        words = [w for w in attribution[role] if start <= w < stop]
        for n, word in enumerate(words):
            begins = n == 0 or words[n - 1] != word - 1
            parts[word - start] = PARTS.index(("B-" if begins else "I-") + role)
    return parts
