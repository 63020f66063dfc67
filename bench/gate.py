"""Hold quality: score the tree on the small gold of our own and fail where a score fell under its floor.

    python bench/gate.py                     what CI runs; exit 1 on a drop or when the gold was edited
    python bench/gate.py --repin             raise the floors to today's scores, and take the gold as it is
    python bench/gate.py --repin --allow-regression     lower them too: say why in the commit
    python bench/gate.py --polnear DEV.jsonl.gz --ud EWT.conllu.gz GUM.conllu.gz     the public sets as well (bench/public.py)

`floors.json` holds the floors and the digest of the gold they were measured on, so that neither changes quietly. The gold is small
and easy: it tells that something broke, not how good Whence is. That is measured on the public sets (docs/measures.md).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).parent.parent))

from bench import garbles, lineage, pages, passages, places, predict
from bench.notation import GOLD
from bench.score import Counts, Score, score_attributions, score_names
from tests.claims.passages import FILE as PASSAGES
from tests.reports.saved import PAGES

FLOORS = Path(__file__).parent / "floors.json"
TOLERANCE = 0.02
"""How far a score may lie under its floor. One of the 92 gold attributions moves a figure by about 0.01, and eight-bit arithmetic
is not the same on every processor: one model can flip a border or two from one to another."""

LINEAGE_TOLERANCE = 0.06
"""The same for lineage: one edge of the three families is 0.03 of its figure, and one edge moves what hangs on it."""

GARBLES = 60
"""Garbled names in the gate; bench/garbles.py takes 300 by itself."""

MANY = 10
"""Expectations of a key from which its share in the passages is held; of fewer, one is too much of it."""

FILES = ("attributions.jsonl", "names.jsonl", "places.jsonl")


@dataclass(frozen=True, slots=True)
class Floors:
    """The least that each figure may be, and the digest of the gold on which it was measured."""

    digest: str
    figures: Mapping[str, float]

    @classmethod
    def load(cls, path: Path = FLOORS) -> Floors:
        """Return what `path` holds; no floors at all where nothing was ever pinned."""
        held = json.loads(path.read_text(encoding="utf-8"))
        return cls(digest=held["gold_sha256"], figures=held["floors"])

    def save(self, path: Path = FLOORS) -> None:
        """Write the floors to `path`."""
        held = {"gold_sha256": self.digest, "floors": {name: round(value, 4) for name, value in sorted(self.figures.items())}}
        path.write_text(json.dumps(held, indent=2) + "\n", encoding="utf-8")


def gold_digest(folder: Path = GOLD) -> str:
    """Return the sha256 over the gold files, the saved pages with theirs and the passages, names and bytes."""
    digest = hashlib.sha256()
    for path in [
        *(folder / name for name in FILES),
        *sorted((folder / "lineage").glob("*.json")),
        *sorted(PAGES.glob("*.html")),
        PAGES / "gold.json",
        PASSAGES,
    ]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def rows(name: str) -> list[dict[str, Any]]:
    """Return the passages of one gold file."""
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def measure(*, engine: str = "whence") -> dict[str, float]:
    """Return every figure of the tree at hand on our gold."""
    gold = rows("attributions.jsonl")
    found = predict.attributions([row["text"] for row in gold], engine=engine)
    score = sum((score_attributions(row["attributions"], each) for row, each in zip(gold, found, strict=True)), Score())
    gold = rows("names.jsonl")
    names = predict.names([row["text"] for row in gold], engine=engine)
    counts = sum((score_names(row["names"], each) for row, each in zip(gold, names, strict=True)), Counts())
    found_places, same_place = places.measure(engine=engine)
    seen_through = garbles.score(GARBLES, engine=engine)
    return (
        score.figures()
        | {"names F1": counts.f1, "places F1": found_places, "places same": same_place}
        | {"garbles read rightly": seen_through["all"], "garbles none of correct": 1.0 - seen_through["correct names flagged"]}
        | pages.measure(engine=engine)[0]
        | {f"passages {key}": right / asked for key, (right, asked) in passages.measure().items() if asked >= MANY}
        | lineage.measure()
    )


def drops(floors: Floors, figures: Mapping[str, float], digest: str) -> list[str]:
    """Return one line for each reason to stop: edited gold, a figure without floor or value, a figure under its floor."""
    reasons = []
    if floors.digest != digest:
        reasons.append("the gold is not the one the floors were measured on: look at its change, then --repin")
    for name in sorted(floors.figures.keys() | figures.keys()):
        if name not in figures:
            reasons.append(f"{name}: has a floor but is no longer measured")
        elif name not in floors.figures:
            reasons.append(f"{name}: has no floor: --repin")
        elif figures[name] < floors.figures[name] - (LINEAGE_TOLERANCE if name.startswith("lineage ") else TOLERANCE):
            reasons.append(f"{name}: {figures[name]:.3f} is under its floor of {floors.figures[name]:.3f}")
    return reasons


def repinned(floors: Floors, figures: Mapping[str, float], digest: str, *, allow_regression: bool) -> tuple[Floors, list[str]]:
    """Return the new floors and, for each that would have to fall, a line; it falls only with `allow_regression`."""
    lower = {name: value for name, value in figures.items() if value < floors.figures.get(name, 0.0)}
    lines = [f"{name}: {value:.3f} is less than {floors.figures[name]:.3f}" for name, value in sorted(lower.items())]
    kept = {} if allow_regression else {name: floors.figures[name] for name in lower}
    return Floors(digest, {**figures, **kept}), lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate and return the exit status."""
    parser = argparse.ArgumentParser(description="Hold the quality of readings above its floors.")
    parser.add_argument("--engine", default="whence", help="the English engine to measure")
    parser.add_argument("--repin", action="store_true", help="raise the floors to today's scores and take the gold as it is")
    parser.add_argument("--allow-regression", action="store_true", help="with --repin: lower floors too")
    parser.add_argument("--polnear", type=Path, help="also score a split of PolNeAR")
    parser.add_argument("--ud", type=Path, nargs="+", default=[], help="also score treebanks in CoNLL-U")
    options = parser.parse_args(arguments)
    floors, digest, figures = Floors.load(), gold_digest(), measure(engine=options.engine)
    for name, value in figures.items():
        floor = floors.figures.get(name)
        print(f"{name:22} {value:.3f}   floor {'none' if floor is None else format(floor, '.3f')}")
    if options.polnear or options.ud:
        from bench import public  # noqa: PLC0415  needs data that no checkout has

        public.report(polnear=options.polnear, treebanks=options.ud, engine=options.engine)
    if options.repin:
        renewed, lower = repinned(floors, figures, digest, allow_regression=options.allow_regression)
        renewed.save()
        print(*lower, sep="\n")
        return 1 if lower and not options.allow_regression else 0
    reasons = drops(floors, figures, digest)
    print(*reasons, sep="\n")
    return 1 if reasons else 0


if __name__ == "__main__":
    sys.exit(main())
