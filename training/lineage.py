"""Fit the weights of collation and lineage on transmission families, and write them where the package reads them.

    python -m training.lineage FAMILY.json [FAMILY.json …] --strangers ECB.jsonl.gz

A few minutes on one core. The weights are few, named and readable; an expert may change one by hand and see what it does.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from training import dependence, likeness
from training.families import Family, load_families
from training.strangers import load_strangers
from whence.collation.likeness import SIGNS, LikenessWeights
from whence.lineage.weights import DependenceWeights, Weights
from whence.reader import Reader
from whence.records import Reading

PACKAGE = Path(__file__).parent.parent / "src" / "whence"

LIKENESS_HEAD = """\
# How likely two passages say the same: what each sign adds to the log-odds (whence.collation.likeness tells what the signs are).
# Made by `python -m training.lineage` from transmission families. [vectors] is for two passages that one engine read, [keys] for
# two in different languages. `second` weighs the first step, what neighbouring passages say, and a constant.
"""

LINEAGE_HEAD = """\
# Who wrote from whom: what each sign adds to the log-odds of descent (whence.lineage.signs, digests, lost and additions tell what
# the signs are).
# Made by `python -m training.lineage` from transmission families and from ECB+, whose reports are alike without descent; signs are
# bound so that what makes descent plausible never counts against it. A sign of weight 0 spoke for nothing that others had not said.
"""


def fit(families: Sequence[Family], strangers: Sequence[Sequence[Reading]] = ()) -> Weights:
    """Return all weights fitted on families; `strangers` are groups of reports that are alike without descent."""
    alike = likeness.fit(families)
    dependent = dependence.fit_dependence(families, alike, strangers)
    print_form = likeness_toml(alike) + dependence_toml(dependent, "")
    return Weights(alike, dependent, hashlib.sha256(print_form.encode()).hexdigest()[:12])


def likeness_toml(weights: LikenessWeights) -> str:
    """Return likeness.toml."""
    text = LIKENESS_HEAD
    for name, first, second in (("vectors", weights.vectors, weights.second_vectors), ("keys", weights.keys, weights.second_keys)):
        text += f"\n[{name}]\n" + _lines(dict(zip((*SIGNS, "bias"), first, strict=True)))
        text += f"second = [{', '.join(f'{weight:.3f}' for weight in second)}]\n"
    return text


def dependence_toml(weights: DependenceWeights, version: str) -> str:
    """Return weights.toml."""
    text = LINEAGE_HEAD + f'\nversion = "{version}"\n'
    for name, table in (
        ("derived", weights.derived),
        ("parent", weights.parent),
        ("second", weights.second),
        ("lost", weights.lost),
        ("added", weights.added),
    ):
        text += f"\n[{name}]\n" + _lines(table)
    return text


def _lines(table: Mapping[str, float]) -> str:
    return "".join(
        f"{key if key.isidentifier() else repr(key).replace(chr(39), chr(34))} = {weight:.3f}\n" for key, weight in table.items()
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit on the families named and write the package's two files of weights."""
    parser = argparse.ArgumentParser(description="Fit the weights of lineage.")
    parser.add_argument("families", nargs="+", type=Path, metavar="FAMILY.json")
    parser.add_argument("--strangers", type=Path, help="ECB+, whose reports are alike without descent")
    options = parser.parse_args(arguments)
    reader = Reader()
    strangers = load_strangers(options.strangers, reader) if options.strangers else ()
    weights = fit(load_families(options.families, reader), strangers)
    (PACKAGE / "collation" / "likeness.toml").write_text(likeness_toml(weights.likeness), encoding="utf-8")
    (PACKAGE / "lineage" / "weights.toml").write_text(dependence_toml(weights.dependence, weights.version), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
