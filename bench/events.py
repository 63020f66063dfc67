"""Which event type is a text about? Precision, recall and F1 for each PLOVER type, and their macro mean.

    python bench/events.py --synthetic synthetic-train.jsonl.gz --gsr gsr-cameo.json
    python bench/events.py … --light FILE [--union]

By default the triggers are measured, which is what Whence goes by; with the file that `python -m training.plover` writes, the light
model on the engine's word vectors, their rival, or both together. Of the synthetic stories only the
fifth under held-out headlines is scored, on its text alone. The gold sentences (Open Event Data Alliance, version 0.5 of PLOVER,
none of them trained on) are scored all together and in two halves by the number in their id: choices were made on the even.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.score import Counts
from whence.claims.events.plover import PLOVER_TYPES, rule_scores
from whence.language import load_engine

SINCE_RENAMED = {"DEMAND": "REQUEST", "FIGHT": "ASSAULT", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE"}
"""Types of PLOVER 0.5 that version 1.0 merged into others."""

HELD_OUT = 5
"""One in so many headlines is held out for measuring."""

RULES_COUNT = 4.0
"""What the triggers' shares count in the union, where the model's probabilities count 1.

Of 0.25, 0.5, 1, 2 and 4 the best on the gold sentences with even ids, on 2026-11-23.
"""

Scores = Callable[[Doc], np.ndarray]


@dataclass(frozen=True, slots=True)
class Gold:
    """A text and the type it is about. `id` tells the halves of the gold sentences apart."""

    id: str
    text: str
    type: str


def held_out(title: str) -> bool:
    """Tell whether stories under this headline are for measuring and not for training: one in five, by its sha256."""
    return int(hashlib.sha256(title.encode()).hexdigest(), 16) % HELD_OUT == 0


def read_synthetic(path: Path) -> list[Gold]:
    """Return the stories under held-out headlines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Gold(str(n), row["text"], row["label"]) for n, row in enumerate(rows) if held_out(row["title"])]


def read_gsr(path: Path) -> list[Gold]:
    """Return the gold sentences under today's names of the types."""
    rows = [row for row in json.loads(path.read_text(encoding="utf-8")) if row["event"] != "DOCUMENT"]
    return [Gold(row["id"], row["text"], SINCE_RENAMED.get(row["event"], row["event"])) for row in rows]


def scores_of(light: Path | None, *, union: bool) -> Scores:
    """Return the function that scores a Doc, [16]: the triggers, or the light model in a file, or both."""
    if light is None:
        return rule_scores
    from training.light import load_light  # noqa: PLC0415 - the triggers are measured without it

    model = load_light(light)

    def union_scores(doc: Doc) -> np.ndarray:
        return model.of_text(doc) + RULES_COUNT * rule_scores(doc)

    return union_scores if union else model.of_text


def tally(gold: Sequence[str], told: Sequence[str]) -> dict[str, Counts]:
    """Return the counts of each type."""
    pairs = list(zip(gold, told, strict=True))
    return {
        type_: Counts(sum(a == b == type_ for a, b in pairs), sum(b == type_ for _, b in pairs), sum(a == type_ for a, _ in pairs))
        for type_ in PLOVER_TYPES
    }


def macro_f1(counts: dict[str, Counts]) -> float:
    """Return the mean F1 of the types."""
    return sum(each.f1 for each in counts.values()) / len(counts)


def tell_types(texts: Iterable[str], score: Scores) -> list[str]:
    """Return the likeliest type of each text; empty where nothing speaks for any."""
    engine, told = load_engine(), []
    for text in texts:
        scores = score(engine.analyse(text))
        told.append(PLOVER_TYPES[int(scores.argmax())] if scores.any() else "")
    return told


def even(gold: Gold) -> bool:
    """Tell whether a gold sentence is in the half on which choices are made."""
    return int(gold.id[-4:]) % 2 == 0


def show(name: str, counts: dict[str, Counts]) -> None:
    """Print one table."""
    print(f"{name}: macro F1 {macro_f1(counts):.3f}")
    for type_, each in counts.items():
        print(f"  {type_:<10} P {each.precision:.3f}  R {each.recall:.3f}  F1 {each.f1:.3f}  of {each.gold}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--synthetic", type=Path, help="synthetic-train.jsonl.gz")
    parser.add_argument("--gsr", type=Path, help="gsr-cameo.json")
    parser.add_argument("--light", type=Path, help="the light model's file")
    parser.add_argument("--union", action="store_true", help="the light model and the triggers together")
    arguments = parser.parse_args()
    score = scores_of(arguments.light, union=arguments.union)
    if arguments.synthetic is not None:
        gold = read_synthetic(arguments.synthetic)
        told = tell_types((each.text for each in gold), score)
        show("synthetic, held-out headlines", tally([each.type for each in gold], told))
    if arguments.gsr is not None:
        gold = read_gsr(arguments.gsr)
        told = tell_types((each.text for each in gold), score)
        show("gold sentences", tally([each.type for each in gold], told))
        for name, half in (("even", True), ("odd", False)):
            kept = [(each.type, type_) for each, type_ in zip(gold, told, strict=True) if even(each) is half]
            print(f"gold sentences, {name} ids: macro F1 {macro_f1(tally(*map(list, zip(*kept, strict=True)))):.3f} of {len(kept)}")


if __name__ == "__main__":
    main()
