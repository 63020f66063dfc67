"""How time and memory of tracing grow with the number of reports.

Enters: how many made-up readings (`traditions.py`, `lineage_readings.py`). Leaves: for an eighth, a quarter, half and all of that
many, each in a process of its own: seconds of tracing alone (a few reports are traced before, so that the word lists are read), the
memory held before and the peak while they are traced (`getrusage`), the pairs of reports that are compared, and parent F1 against
the known descent, as a check that what is fast is not empty. The growth exponent is the slope of a line through the logarithms: 1
is linear, 2 all pairs.

Figures of F1 hold among made-up traditions alone and say nothing about the world.
"""

from __future__ import annotations

import math
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_context

from bench.families import Parents, parents_in
from bench.lineage_readings import readings_of
from bench.lineage_rivals import draw_near_duplicates
from bench.lineage_score import Measure, Share
from bench.lineage_trace import Whence, interchange, trace_readings
from bench.traditions import Tradition, grow
from whence.records import Reading

STEPS = (8, 4, 2, 1)
"""Parts of the whole that are measured."""

NEAR_DUPLICATES = (0.3, 3.0)
"""The least Jaccard index and the shingle with which near-duplicates are looked for in made-up reports."""

FIRST = 8
"""Made-up reports that are traced before the clock starts."""

WHENCE = "whence"
RIVAL = "near-duplicates"


@dataclass(frozen=True, slots=True)
class Measured:
    """What tracing so many reports took. Memory is in megabytes; `pairs` is None for the rival."""

    reports: int
    families: int
    seconds: float
    held: float
    peak: float
    pairs: int | None
    parent: Measure


def measure(number: int, seed: int, system: str) -> Measured:
    """Return what tracing `number` made-up readings takes in this process."""
    tradition = grow(number, seed=seed)
    readings = readings_of(tradition)
    draw = _trace if system == WHENCE else _near_duplicates
    draw(readings_of(grow(FIRST, seed=seed)))
    held = peak_memory()
    began = time.perf_counter()
    parents = draw(readings)
    seconds, peak = time.perf_counter() - began, peak_memory()
    families = len({text.family for text in tradition.texts})
    pairs = pairs_looked_at(readings) if system == WHENCE else None
    return Measured(len(readings), families, seconds, held, peak, pairs, parent_measure(tradition, parents))


def _trace(readings: Sequence[Reading]) -> Parents:
    """Return the parents that Whence finds."""
    return parents_in(interchange(trace_readings(readings))["edges"])


def pairs_looked_at(readings: Sequence[Reading]) -> int:
    """Return how many pairs of reports are compared, by the search that tracing begins with."""
    material = import_module("whence.collation.likeness").Material(readings)
    return len(import_module("whence.collation.candidates").candidates(material))


def _near_duplicates(readings: Sequence[Reading]) -> Parents:
    return draw_near_duplicates([reading.report for reading in readings], NEAR_DUPLICATES)


def parent_measure(tradition: Tradition, parents: Parents) -> Measure:
    """Return how the direct edges between reports handed over compare with those of the tradition."""
    visible = {text.id for text in tradition.handed_over}
    gold = {(parent, text.id) for text in tradition.handed_over for parent in text.parents if parent in visible}
    told = {(parent, id) for id in visible for parent in parents.get(id, ()) if parent in visible}
    hit = len(gold & told)
    return Measure(Share(hit, len(told)), Share(hit, len(gold)))


def peak_memory() -> float:
    """Return the most megabytes that this process has held so far."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def measure_apart(number: int, seed: int, system: str) -> Measured:
    """Return what `measure` does in a process of its own, so that no other run's memory is in it."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, number, seed, system).result()


def exponent(counts: Sequence[float], values: Sequence[float]) -> float:
    """Return the slope of the line nearest to the logarithms of `values` over those of `counts`."""
    across, up = [math.log(each) for each in counts], [math.log(max(each, 1e-9)) for each in values]
    middle, height = sum(across) / len(across), sum(up) / len(up)
    spread = sum((each - middle) ** 2 for each in across)
    return sum((one - middle) * (other - height) for one, other in zip(across, up, strict=True)) / spread


def lines(found: Sequence[Measured]) -> Iterator[str]:
    """Yield the table."""
    yield f"{'reports':>8} {'families':>8} {'seconds':>9} {'held MB':>8} {'peak MB':>8} {'pairs':>10} {'of all':>8} {'parents':>9}"
    for each in found:
        share = "" if each.pairs is None else f"{each.pairs / (each.reports * (each.reports - 1) / 2):.4%}"
        pairs = "not told" if each.pairs is None else f"{each.pairs:,}"
        yield (
            f"{each.reports:>8,} {each.families:>8,} {each.seconds:>9.2f} {each.held:>8.0f} {each.peak:>8.0f} "
            f"{pairs:>10} {share:>8} {each.parent.f1:>9.3f}"
        )
    if len(found) == 1:
        return
    counts = [each.reports for each in found]
    time_, memory = (exponent(counts, values) for values in ([each.seconds for each in found], [each.peak for each in found]))
    yield f"grows with the number of reports to the power of {time_:.2f} in time, {memory:.2f} in peak memory"
    if all(each.pairs for each in found):
        yield f"and {exponent(counts, [each.pairs or 0 for each in found]):.2f} in pairs"


def main(sizes: Sequence[int], *, seed: int, rivals: bool) -> int:
    """Measure, print, and return the exit status."""
    missing = Whence().missing
    if missing:
        print(f"{WHENCE}: skipped, {', '.join(missing)} is not here", file=sys.stderr)
    for system in (*(() if missing else (WHENCE,)), *((RIVAL,) if rivals else ())):
        for size in sizes:
            print(f"{system}, {size:,} made-up reports, seed {seed}")
            numbers = sorted({max(2, size // step) for step in STEPS})
            print(*lines([measure_apart(number, seed, system) for number in numbers]), "", sep="\n", flush=True)
    return 1 if missing and not rivals else 0
