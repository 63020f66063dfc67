"""Who copied whom, and who are the witnesses? Traces of families whose descent is known, beside those of today's rules.

    python bench/lineage.py                                     the families in bench/gold/lineage
    python bench/lineage.py FAMILY.json … [--rivals]            those named; rivals need scikit-learn and datasketch
    python bench/lineage.py FAMILY.json … --cross-validate      weights, and thresholds of rivals, fitted on the other families
    python bench/lineage.py FAMILY.json … --misses              every mistake on a line, family by family
    python bench/lineage.py FAMILY.json … --traces TRACE.json … [--json]     traces made elsewhere, one a family
    python bench/lineage.py --scale 1000 [--scale 10000]        time and memory of tracing made-up readings
    python bench/lineage.py --ecb DEV.jsonl.gz                  events coreferent across reports (bench/ecbplus.py)
    python bench/lineage.py --false-descent TRAIN.jsonl.gz      how many of reports of one event are told derived

What is measured is told in `lineage_score.py`, the rivals in `lineage_rivals.py`, the table of probabilities in
`lineage_reliability.py`. Without --cross-validate, thresholds of rivals are fitted on the very families that are measured.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).parent.parent))

from bench import ecbplus, lineage_scale, lineage_strangers
from bench.families import Case, Json, load_case
from bench.lineage_misses import misses
from bench.lineage_reliability import Reliability, lines, reliability_of
from bench.lineage_rivals import RIVALS
from bench.lineage_score import Tally, score
from bench.lineage_strangers import load_strangers
from bench.lineage_trace import Whence
from whence.reader import Reader
from whence.records import Reading

Strangers = tuple[tuple[Reading, ...], ...]

GOLD = Path(__file__).parent / "gold" / "lineage"

WANTED = {
    "parent": 0.75,
    "dependence": 0.90,
    "first-hand": 0.85,
    "alignment": 0.65,
    "added": 0.55,
    "variations": 0.60,
    "witnesses exact": 0.60,
}
"""What is to be reached; bench/gate.py holds the same figures."""


class System(Protocol):
    """What can be measured: a name, what it lacks to run, and how it is made ready on some cases."""

    @property
    def name(self) -> str:
        """Return what it is called."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the modules that it needs and that are not here."""

    def fit(self, cases: Sequence[Case]) -> Callable[[Case], Json]:
        """Return what traces a case."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one system makes of each family."""

    name: str
    traces: tuple[tuple[Case, Json], ...]

    def tallies(self) -> dict[str, Tally]:
        """Return the tally of each family by name."""
        return {case.family.name: score(case.family, trace) for case, trace in self.traces}

    def total(self) -> Tally:
        """Return the tally over all families."""
        return sum(self.tallies().values(), Tally())

    def reliability(self) -> Reliability:
        """Return how the probabilities of edges compare with what is so."""
        return reliability_of([(case.family, trace) for case, trace in self.traces])

    def figures(self) -> Json:
        """Return everything by name."""
        families = {name: tally.figures() for name, tally in self.tallies().items()}
        told = self.reliability()
        return {"total": self.total().figures(), "families": families} | (
            {"reliability": told.figures()} if told.candidates else {}
        )


def run(system: System, cases: Sequence[Case], *, cross_validate: bool) -> Result:
    """Return what a system makes of the cases, made ready on all of them or, for each, on the others."""
    if not cross_validate:
        trace = system.fit(cases)
        return Result(system.name, tuple((case, trace(case)) for case in cases))
    made = [(case, system.fit([other for other in cases if other is not case])) for case in cases]
    return Result(system.name, tuple((case, trace(case)) for case, trace in made))


def measure(folder: Path = GOLD) -> dict[str, float]:
    """Return the figures of the shipped tracer on the families of `folder`, as bench/gate.py holds them.

    Over-counting of witnesses is held as the share of claims that are spared it, so that higher is better.
    """
    total = run(Whence(), [load_case(path) for path in sorted(folder.glob("*.json"))], cross_validate=False).total()
    spared = 1.0 - total.witnesses.figures()["over"]
    return {f"lineage {name}": total.headline()[name] for name in WANTED} | {"lineage witnesses not over-counted": spared}


def table(tallies: Mapping[str, Tally]) -> Iterator[str]:
    """Yield a line for each family or system, with F1 of each measure and the witnesses."""
    names = list(Tally().measures)
    columns = [*names, "witn. exact", "error", "over", "under", "over by", "under by"]
    yield f"{'':<18}" + "".join(f"{column:>12}" for column in columns)
    for row, tally in tallies.items():
        witnesses = tally.witnesses.figures()
        shown = [tally.measures[name].f1 for name in names]
        shown += [witnesses[key] for key in ("exact", "mean error", "over", "under", "over by", "under by")]
        yield f"{row:<18}" + "".join(f"{value:>12.3f}" for value in shown)


def details(tally: Tally) -> Iterator[str]:
    """Yield precision, recall and counts of each measure, and what was wanted of it."""
    for name, measure_ in tally.measures.items():
        wanted = f"  wanted {WANTED[name]:.2f}" if name in WANTED else ""
        yield (
            f"  {name:<11} P {measure_.precision.value:.3f}  R {measure_.recall.value:.3f}  F1 {measure_.f1:.3f}{wanted}"
            f"  ({measure_.recall.many} gold, {measure_.precision.many} predicted)"
        )
    witnesses = tally.witnesses
    yield (
        f"  witnesses   exact {tally.headline()['witnesses exact']:.3f}  wanted {WANTED['witnesses exact']:.2f}  "
        f"({witnesses.claims} claims; {witnesses.over} counted over by {witnesses.over_by} in sum, "
        f"{witnesses.under} under by {witnesses.under_by}); added where nothing is labelled: {tally.unjudged}"
    )


def comparison(first: Result, rivals: Sequence[Result]) -> Iterator[str]:
    """Yield for each figure that is wanted whether the first is ahead of every rival."""
    for name in WANTED:
        ours = first.total().headline()[name]
        theirs = {rival.name: rival.total().headline()[name] for rival in rivals}
        best = max(theirs, key=theirs.__getitem__)
        yield f"  {name:<16} {ours:.3f}  {'ahead of' if ours > theirs[best] else 'NOT AHEAD OF'} {best} {theirs[best]:.3f}"


def show(results: Sequence[Result]) -> None:
    """Print the tables."""
    for result in results:
        print(f"{result.name}\n", *table(result.tallies() | {"total": result.total()}), sep="\n")
        print("", *details(result.total()), sep="\n")
        told = result.reliability()
        print(*(("", *lines(told)) if told.candidates else ()), "", sep="\n")
    if len(results) > 1:
        print("together\n", *table({result.name: result.total() for result in results}), "", sep="\n")
    if len(results) > 1 and results[0].name == Whence().name:
        print(*comparison(results[0], results[1:]), sep="\n")


def systems(*, rivals: bool, cross_validate: bool, strangers: Strangers = ()) -> Iterator[System]:
    """Yield those that can run, Whence first; say on the error stream which cannot."""
    for system in (Whence(refitted=cross_validate, strangers=strangers), *(RIVALS if rivals else ())):
        if system.missing:
            print(f"{system.name}: skipped, {', '.join(system.missing)} is not here", file=sys.stderr)
        else:
            yield system


def results_of(options: argparse.Namespace) -> list[Result]:
    """Return what is asked for, system by system."""
    cases = [load_case(path) for path in options.families or sorted(GOLD.glob("*.json"))]
    if options.traces:
        traces = [json.loads(path.read_text(encoding="utf-8")) for path in options.traces]
        return [Result("traces", tuple(zip(cases, traces, strict=True)))]
    strangers = load_strangers(options.strangers, Reader()) if options.strangers else ()
    found = systems(rivals=options.rivals, cross_validate=options.cross_validate, strangers=strangers)
    return [run(system, cases, cross_validate=options.cross_validate) for system in found]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("families", type=Path, nargs="*", help="files of families; by default those in bench/gold/lineage")
    parser.add_argument("--rivals", action="store_true", help="today's rules as well")
    parser.add_argument("--cross-validate", action="store_true", help="fit weights and thresholds on the other families")
    parser.add_argument("--strangers", type=Path, help="with --cross-validate: ECB+, whose reports are alike without descent")
    parser.add_argument("--false-descent", type=Path, help="a split of ECB+: how many of its reports are told derived")
    parser.add_argument("--misses", action="store_true", help="list what is wrong in the first system's traces")
    parser.add_argument("--traces", type=Path, nargs="+", help="score these traces, one a family, in their order")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    parser.add_argument("--scale", type=int, action="append", help="trace so many made-up readings; may be given again")
    parser.add_argument("--seed", type=int, default=0, help="of the made-up readings")
    parser.add_argument("--ecb", type=Path, help="a split of ECB+")
    options = parser.parse_args(arguments)
    if options.scale:
        return lineage_scale.main(options.scale, seed=options.seed, rivals=options.rivals)
    if options.ecb:
        return ecbplus.main(options.ecb)
    if options.false_descent:
        return lineage_strangers.main(options.false_descent)
    if options.cross_validate and len(options.families) == 1:
        parser.error("--cross-validate needs two families or more")
    if options.traces and len(options.traces) != len(options.families):
        parser.error("--traces needs one trace for each family that is named")
    results = results_of(options)
    if options.json:
        print(json.dumps({result.name: result.figures() for result in results}, indent=2, ensure_ascii=False))
    else:
        show(results)
        for case, trace in results[0].traces if options.misses and results else ():
            print(f"\n{results[0].name}, {case.family.name}", *misses(case, trace), sep="\n")
    return 0 if results else 1


if __name__ == "__main__":
    sys.exit(main())
