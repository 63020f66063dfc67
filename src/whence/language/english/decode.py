"""From the networks' scores to one consistent analysis: sentences, trees, entities, attributions.

Enters: `Signals` of a text. Leaves: plain arrays and word spans. Trees are maximum spanning arborescences (Chu and Liu 1965,
Edmonds 1967) with one root a sentence; tag sequences are the best that BIO allows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whence.language.english.encoder import Encoder, Floats, Integers, Signals
from whence.language.english.features import NEWLINE

LONGEST_SENTENCE = 250
"""Words: a longer one (a list, a page without full stops) is cut, at the likeliest start, so that trees stay cheap."""

ROOTS_TRIED = 2
"""Roots tried where the likeliest heads of a sentence's words make no tree."""

HEADS_TRIED = 3
"""Heads tried for each word there."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was decoded for W words.

    `starts` are the words that begin sentences; `heads` [W] the head of each word, a root naming itself; `relations`, `coarse`
    and `fine` a label a word; `names` (start, end, type) word spans.
    """

    starts: list[int]
    heads: Integers
    relations: list[str]
    coarse: list[str]
    fine: list[str]
    names: list[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Parts:
    """One attribution as word spans: (role, start, end) in the order of the text, and the probability of its cue."""

    parts: tuple[tuple[str, int, int], ...]
    probability: float


def log_softmax(scores: Floats) -> Floats:
    """Return the logarithms of the probabilities along the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    out: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return out


def find_starts(scores: Floats, gaps: Sequence[int]) -> list[int]:
    """Return the words that begin sentences: those the encoder says and those that follow a paragraph's end."""
    starts = sorted({0, *(int(i) for i in np.flatnonzero(scores > 0)), *(i for i, gap in enumerate(gaps) if gap == NEWLINE)})
    cut = []
    for start, end in zip(starts, [*starts[1:], len(scores)], strict=True):
        cut.append(start)
        while end - cut[-1] > LONGEST_SENTENCE:
            cut.append(cut[-1] + 1 + int(np.argmax(scores[cut[-1] + 1 : cut[-1] + LONGEST_SENTENCE])))
    return cut


def find_tree(arcs: Floats, root: Floats) -> Integers:
    """Return the head of each of S words, a root naming itself.

    Args:
        arcs: [S, S] scores of the column's word being the head of the row's.
        root: [S] scores of being the root.

    """
    size = len(root)
    if size == 1:
        return np.zeros(1, dtype=np.int64)
    own = arcs.copy()
    np.fill_diagonal(own, root)
    scores = log_softmax(own)
    heads: Integers = scores.argmax(1)
    if _is_tree(heads):
        return heads
    best: tuple[float, Integers] = (-np.inf, heads)
    likely = np.flatnonzero(heads == np.arange(size))
    for candidate in likely[:ROOTS_TRIED] if len(likely) else [np.diag(scores).argmax()]:
        tree = _arborescence(scores, int(candidate))
        total = float(scores[np.arange(size), tree].sum())
        if total > best[0]:
            best = total, tree
    return best[1]


def _arborescence(scores: Floats, root: int) -> Integers:
    """Return the heads of the best tree under `root`, each word choosing among its HEADS_TRIED likeliest heads and the root."""
    likely = np.argsort(-scores, axis=1)[:, :HEADS_TRIED].tolist()
    rows = scores.tolist()
    tried = {
        word: {head: rows[word][head] for head in (root, *heads) if head != word}
        for word, heads in enumerate(likely)
        if word != root
    }
    best = _best_heads(tried, len(rows))
    return np.array([best.get(word, root) for word in range(len(rows))], dtype=np.int64)


def _best_heads(tried: dict[int, dict[int, float]], fresh: int) -> dict[int, int]:
    """Return the head of each word in the best tree: the maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967).

    Each word takes its best head; words in a circle are made one, `fresh`, and opened again. `tried` has the scores of the heads of
    each word but the root.
    """
    heads = {word: max(scores, key=scores.__getitem__) for word, scores in tried.items()}
    circle = _find_circle(heads)
    if not circle:
        return heads
    joined: dict[int, dict[int, float]] = {fresh: {}}
    entered: dict[int, int] = {}
    left: dict[int, int] = {}
    for word, scores in tried.items():
        if word in circle:
            for head, score in scores.items():
                lost = score - scores[heads[word]]
                if head not in circle and lost > joined[fresh].get(head, -np.inf):
                    joined[fresh][head], entered[head] = lost, word
            continue
        joined[word] = {head: score for head, score in scores.items() if head not in circle}
        inside = [head for head in scores if head in circle]
        if inside:
            left[word] = max(inside, key=scores.__getitem__)
            joined[word][fresh] = scores[left[word]]
    outer = _best_heads(joined, fresh + 1)
    above = outer.pop(fresh)
    return {**heads, **{word: left[word] if head == fresh else head for word, head in outer.items()}, entered[above]: above}


def _find_circle(heads: dict[int, int]) -> set[int]:
    """Return the words of one circle of heads, none where all lead to the root."""
    known: set[int] = set()
    for start in heads:
        path: list[int] = []
        at = start
        while at in heads and at not in known:
            known.add(at)
            path.append(at)
            at = heads[at]
        if at in path:
            return {*path[path.index(at) :]}
    return set()


def _is_tree(heads: Integers) -> bool:
    """Tell whether following heads leads every word to one and the same root."""
    size = len(heads)
    if int((heads == np.arange(size)).sum()) != 1:
        return False
    reached = heads
    for _ in range(max(1, int(np.ceil(np.log2(size))))):
        reached = reached[reached]
    return bool((heads[reached] == reached).all())


def find_heads(signals: Signals, starts: Sequence[int]) -> Integers:
    """Return the head of every word of the text, sentence by sentence."""
    count = len(signals.root)
    heads = np.zeros(count, dtype=np.int64)
    for start, end in zip(starts, [*starts[1:], count], strict=True):
        arcs = signals.arc_dependent[start:end] @ signals.arc_head[start:end].T
        heads[start:end] = find_tree(arcs, signals.root[start:end]) + start
    return heads


def _transitions(tags: Sequence[str]) -> Floats:
    """Return [T, T] zeros where the column's tag may follow the row's, -inf where not."""
    allowed = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for row, before in enumerate(tags):
        for column, after in enumerate(tags):
            if after.startswith("I-") and before[2:] != after[2:]:
                allowed[row, column] = -np.inf
    return allowed


def best_tags(scores: Floats, tags: Sequence[str]) -> Integers:
    """Return [K, N] the best tag sequence of each row of [K, N, T] log probabilities that BIO allows.

    It is the best tag of each word but in the stretches where those break BIO. A stretch ends where no better sequence can go on
    inside a name: beginning one anew leaves the rest as it is, and loses less than the best tag of the word before gains.
    """
    inner = [number for number, tag in enumerate(tags) if tag.startswith("I-")]
    outer = [tags.index(f"B-{tags[number][2:]}") for number in inner]
    paths: Integers = scores.argmax(2)
    inside = np.isin(paths, inner)
    broken = inside & np.pad(~np.isfinite(_transitions(tags))[paths[:, :-1], paths[:, 1:]], ((0, 0), (1, 0)), constant_values=True)
    gained = scores.max(2)[..., None] - np.maximum(scores[..., outer], scores[..., inner])
    lost = scores[..., inner] - scores[..., outer]
    ends = (gained[:, :-1] > lost[:, 1:]).all(2) & ~inside[:, :-1]
    for row in np.flatnonzero(broken.any(1)):
        bounds = [0, *(np.flatnonzero(ends[row]) + 1), len(inside[row])]
        for stretch in {bisect_right(bounds, at) for at in np.flatnonzero(broken[row])}:
            cut = slice(bounds[stretch - 1], bounds[stretch])
            paths[row, cut] = _viterbi(scores[row, cut], tags)
    return paths


def _viterbi(scores: Floats, tags: Sequence[str]) -> Integers:
    """Return [N] the best tag sequence of [N, T] log probabilities that BIO allows (Viterbi 1967)."""
    allowed = _transitions(tags)
    total = scores[0] + np.array([-np.inf if tag.startswith("I-") else 0.0 for tag in tags], dtype=np.float32)
    back = []
    for row in scores[1:]:
        reached = total[:, None] + allowed
        back.append(reached.argmax(0))
        total = reached.max(0) + row
    path = [int(total.argmax())]
    for before in reversed(back):
        path.append(int(before[path[-1]]))
    return np.array(path[::-1], dtype=np.int64)


def spans_of(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return (start, end, type) of the BIO spans of a tag sequence."""
    spans: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        if tag == "O":
            continue
        if tag.startswith("I-") and spans and spans[-1][1] == i and spans[-1][2] == tag[2:]:
            spans[-1] = (spans[-1][0], i + 1, tag[2:])
        else:
            spans.append((i, i + 1, tag[2:]))
    return spans


def find_names(scores: Floats, tags: Sequence[str], starts: Sequence[int]) -> list[tuple[int, int, str]]:
    """Return the entities of a text, none across a sentence's start."""
    logs = log_softmax(scores)
    inner = [number for number, tag in enumerate(tags) if tag.startswith("I-")]
    logs[np.ix_([*starts], inner)] = -1e4
    (path,) = best_tags(logs[None], tags)
    return spans_of([tags[i] for i in path])


def find_attributions(encoder: Encoder, signals: Signals) -> list[Parts]:
    """Return the attributions of a text in the order of their cues; of two that claim one cue, the likelier."""
    anchors: NDArray[np.int64] = np.flatnonzero(signals.anchor > encoder.anchor_threshold)
    if not len(anchors):
        return []
    scores, columns = encoder.label_parts(signals, anchors)
    logs = log_softmax(scores)
    logs[columns < 0] = [0.0] + [-1e4] * (logs.shape[2] - 1)
    paths = best_tags(logs, encoder.parts)
    found: list[Parts] = []
    taken: set[int] = set()
    middle = logs.shape[1] // 2
    tags = [[encoder.parts[tag] for tag in path] for path in paths.tolist()]
    for row in np.argsort(-signals.anchor[anchors], kind="stable"):
        spans = _one_frame(spans_of(tags[row]), logs[row], paths[row], middle)
        offset = int(anchors[row]) - middle
        parts = tuple((role, start + offset, end + offset) for start, end, role in spans)
        cue = {word for role, start, end in parts if role == "cue" for word in range(start, end)}
        if not cue or cue & taken or not any(role == "content" for role, *_ in parts):
            continue
        taken |= cue
        found.append(Parts(parts, float(1 / (1 + np.exp(-signals.anchor[anchors[row]])))))
    return sorted(found, key=_first_cue)


def _one_frame(spans: list[tuple[int, int, str]], logs: Floats, path: Integers, middle: int) -> list[tuple[int, int, str]]:
    """Return `spans` with one source and one cue at most: of several the likeliest source and the cue at the anchor.

    An attribution in PolNeAR has one passage of each in all but 10 of 20,000 cases; only contents are split.
    """
    kept = {role: (0, 0, role) for role in ("source", "cue")}
    best = -np.inf
    for start, end, role in spans:
        inside = np.arange(start, end)
        margin = float((logs[inside, path[inside]] - logs[inside, 0]).sum())
        if role == "source" and margin > best:
            best = margin
            kept[role] = (start, end, role)
        elif role == "cue" and start <= middle < end:
            kept[role] = (start, end, role)
    return [span for span in spans if span[2] == "content" or span == kept[span[2]]]


def _first_cue(attribution: Parts) -> int:
    return min(start for role, start, _ in attribution.parts if role == "cue")


def analyse(encoder: Encoder, signals: Signals, gaps: Sequence[int], starts: Sequence[int] | None = None) -> Analysis:
    """Decode everything but the attributions; `starts` overrules the encoder's own sentences."""
    begin = list(starts) if starts is not None else find_starts(signals.start, gaps)
    heads = find_heads(signals, begin)
    scores = encoder.label_relations(signals, heads).copy()
    is_root = heads == np.arange(len(heads))
    root = encoder.relations.index("root")
    scores[:, root] = np.where(is_root, np.inf, -np.inf)
    return Analysis(
        starts=begin,
        heads=heads,
        relations=[encoder.relations[i] for i in scores.argmax(1)],
        coarse=[encoder.coarse[i] for i in signals.coarse.argmax(1)],
        fine=[encoder.fine[i] for i in signals.fine.argmax(1)],
        names=find_names(signals.names, encoder.names, begin),
    )
