"""From scores to one analysis."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from whence.language.english.decode import (
    LONGEST_SENTENCE,
    _best_heads,
    best_tags,
    find_names,
    find_starts,
    find_tree,
    log_softmax,
    spans_of,
)

TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


@given(st.integers(min_value=1, max_value=25), st.integers(min_value=0, max_value=2**31))
def test_heads_always_make_one_tree(size: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    arcs = random.normal(size=(size, size)).astype(np.float32) * 3
    heads = find_tree(arcs, random.normal(size=size).astype(np.float32))
    roots = [word for word in range(size) if heads[word] == word]
    assert len(roots) == 1
    for word in range(size):
        reached = word
        for _ in range(size):
            reached = int(heads[reached])
        assert reached == roots[0]


def test_a_loop_of_likely_heads_is_broken_where_it_costs_least() -> None:
    arcs = np.array([[0, 5, 0], [5, 0, 4], [0, 0, 0]], dtype=np.float32)
    heads = find_tree(arcs, np.array([-5, -5, 6], dtype=np.float32))
    assert heads.tolist() == [1, 2, 2]


def leads_to(root: int, heads: dict[int, int]) -> bool:
    """Tell whether following heads leads from every word to `root`."""
    for word in heads:
        at = word
        for _ in heads:
            at = heads.get(at, root)
        if at != root:
            return False
    return True


@given(st.integers(min_value=2, max_value=5), st.integers(min_value=0, max_value=2**31))
def test_the_best_heads_make_the_best_of_all_trees(size: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    root = int(random.integers(size))
    words = [word for word in range(size) if word != root]
    tried = {
        word: {head: float(random.normal()) for head in range(size) if head != word and (head == root or random.random() < 0.8)}
        for word in words
    }
    choices = (dict(zip(words, heads, strict=True)) for heads in product(*(tried[word] for word in words)))
    trees = [heads for heads in choices if leads_to(root, heads)]
    best = max(trees, key=lambda heads: sum(tried[word][head] for word, head in heads.items()))
    assert _best_heads(tried, size) == best


def test_sentences_begin_where_scores_or_paragraphs_say() -> None:
    scores = np.array([-3, -3, 2, -3, -3], dtype=np.float32)
    assert find_starts(scores, [2, 1, 1, 1, 2]) == [0, 2, 4]


def test_an_endless_sentence_is_cut() -> None:
    scores = np.full(900, -4, dtype=np.float32)
    scores[200] = -1
    starts = find_starts(scores, [2] + [1] * 899)
    assert 200 in starts
    assert max(np.diff([*starts, 900])) <= LONGEST_SENTENCE


def test_best_tags_never_begin_inside() -> None:
    scores = np.full((1, 3, 5), -5.0, dtype=np.float32)
    scores[0, 0, 2] = scores[0, 1, 2] = 0.0
    scores[0, 2, 0] = 0.0
    path = [TAGS[tag] for tag in best_tags(scores, TAGS)[0]]
    assert path == ["B-PER", "I-PER", "O"]


def may_follow(before: str, after: str) -> bool:
    """Tell whether BIO lets one tag follow another; "O" stands before a text's first."""
    return not after.startswith("I-") or (before != "O" and before[2:] == after[2:])


@given(st.integers(min_value=1, max_value=5), st.integers(min_value=0, max_value=2**31), st.sampled_from([0.3, 1.0, 4.0]))
def test_best_tags_are_the_best_of_all_sequences_that_bio_allows(size: int, seed: int, spread: float) -> None:
    random = np.random.default_rng(seed)
    scores = log_softmax((random.normal(size=(3, size, len(TAGS))) * spread).astype(np.float32))
    allowed = [
        path
        for path in product(range(len(TAGS)), repeat=size)
        if all(may_follow(TAGS[before], TAGS[after]) for before, after in zip((0, *path), path, strict=False))
    ]
    found = best_tags(scores, TAGS)
    for row, path in zip(scores, found.tolist(), strict=True):
        assert tuple(path) in allowed
        totals = row[np.arange(size), np.array(allowed)].sum(1)
        assert row[np.arange(size), path].sum() == pytest.approx(totals.max(), abs=1e-4)


def named(rows: list[dict[str, float]]) -> NDArray[np.float32]:
    """Return scores of TAGS a word: what is given, else very little."""
    scores = np.full((len(rows), len(TAGS)), -5.0, dtype=np.float32)
    for row, likely in enumerate(rows):
        for tag, score in likely.items():
            scores[row, TAGS.index(tag)] = score
    return scores


def test_no_name_goes_on_over_the_start_of_a_sentence() -> None:
    scores = named([{"B-PER": 5}, {"I-PER": 5, "B-PER": 3}, {"O": 5}])
    assert find_names(scores, TAGS, [0]) == [(0, 2, "PER")]
    assert find_names(scores, TAGS, [0, 1]) == [(0, 1, "PER"), (1, 2, "PER")]


def test_a_name_is_of_the_kind_that_is_likeliest_over_all_its_words() -> None:
    scores = named([{"B-PER": 3, "B-LOC": 2}, {"I-LOC": 5, "I-PER": 1}])
    assert find_names(scores, TAGS, [0]) == [(0, 2, "LOC")]


def test_spans_of_reads_bio() -> None:
    assert spans_of(["B-a", "I-a", "O", "B-a", "B-a", "I-b"]) == [(0, 2, "a"), (3, 4, "a"), (4, 5, "a"), (5, 6, "b")]


def test_log_softmax_sums_to_one() -> None:
    logs = log_softmax(np.array([[1.0, 2.0, 900.0]], dtype=np.float32))
    assert np.exp(logs).sum() == pytest.approx(1.0)
