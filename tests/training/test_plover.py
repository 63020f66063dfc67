"""Making the light model, on a few invented lines."""

import gzip
import json
import tomllib
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

from bench.events import held_out, macro_f1, read_gsr, read_synthetic, tally
from training.light import WIDTH
from training.plover import SENTENCES, Example, fill_headline, fill_sentence, fit, gather, save
from whence.claims.events.plover import PLOVER_TYPES

TITLES = [f"Synthetic headline {n} of {{country_1}}" for n in range(40)]


def stories() -> list[dict[str, str]]:
    return [{"text": f"Synthetic story {n}.", "title": title, "label": "AID"} for n, title in enumerate(TITLES)]


def test_no_headline_is_both_learnt_from_and_measured_on(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl.gz"
    path.write_bytes(gzip.compress("".join(json.dumps(story) + "\n" for story in stories()).encode()))
    measured = {gold.text for gold in read_synthetic(path)}
    learnt = {example.text for example in gather(stories(), SENTENCES) if example.source == "stories"}
    assert measured
    assert learnt
    assert not measured & learnt
    assert len(measured) + len(learnt) == len(TITLES)


def test_held_out_headlines_are_not_learnt_from_either() -> None:
    learnt = {example.text for example in gather(stories(), SENTENCES) if example.source == "headlines"}
    kept_back = [title.removesuffix("{country_1}") for title in TITLES if held_out(title)]
    assert not any(text.startswith(title) for title in kept_back for text in learnt)


def test_slots_are_filled_the_same_way_each_time() -> None:
    line = "{a} praised {b} in {p}."
    assert fill_sentence(line, 1) == fill_sentence(line, 1)
    assert len({fill_sentence(line, n) for n in range(6)}) > 1
    assert "{" not in fill_sentence(line, 1) + fill_headline("{country_1} warns {country_2} over {city}", 1)


def test_every_type_has_sentences_and_none_stands_twice() -> None:
    lines = tomllib.loads(SENTENCES.read_text("utf-8"))
    assert set(lines) == set(PLOVER_TYPES)
    every = [line for each in lines.values() for line in each]
    assert len(set(every)) == len(every)


def examples_told_by_one_word() -> tuple[list[np.ndarray], list[Example]]:
    chance = np.random.default_rng(3)
    vectors, examples = [], []
    for n in range(320):
        words = chance.normal(size=(int(chance.integers(3, 9)), WIDTH)).astype(np.float32)
        words[n % len(words), n % 16] = 25.0
        vectors.append(words)
        source = ("sentences", "headlines", "stories")[n % 3]
        examples.append(Example("", PLOVER_TYPES[n % 16], source))
    return vectors, examples


def test_the_model_finds_the_word_that_tells_and_is_the_same_each_time(tmp_path: Path) -> None:
    vectors, examples = examples_told_by_one_word()
    model = fit(vectors, examples, passes=12, seed=1)
    right = [PLOVER_TYPES[int(model.of_words(words).argmax())] == each.type for words, each in zip(vectors, examples, strict=True)]
    assert np.mean(right) > 0.95
    again = fit(vectors, examples, passes=12, seed=1)
    assert np.array_equal(model.tell, again.tell)
    with np.load(save(model, tmp_path)) as held:
        assert held["types"].tolist() == list(PLOVER_TYPES)
        assert np.allclose(held["attend"], model.attend, atol=1e-2)


def test_old_names_become_todays(tmp_path: Path) -> None:
    path = tmp_path / "g.json"
    rows = [
        {"id": f"synthetic-000{n}", "event": event, "text": "x"} for n, event in enumerate(["DOCUMENT", "DEMAND", "FIGHT", "AID"])
    ]
    path.write_text(json.dumps(rows), encoding="utf-8")
    assert [gold.type for gold in read_gsr(path)] == ["REQUEST", "ASSAULT", "AID"]


def test_macro_f1_is_the_mean_over_all_types() -> None:
    counts = tally(["AID", "AID", "REJECT"], ["AID", "", "REJECT"])
    assert counts["AID"].f1 == pytest.approx(2 / 3)
    assert macro_f1(counts) == pytest.approx((2 / 3 + 1) / 16)
