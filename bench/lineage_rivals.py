"""What else tells who copied whom: the rules that are in use today, each with the kindest threshold.

Enters: the reports of a family, and other families on which a rival's threshold is fitted. Leaves: a trace in the interchange's
shape, for `lineage_score`. None of them gives probabilities or reasons.

*nearest earlier*: each report is written from that earlier one with which its words have the highest TF-IDF cosine, if it reaches
a threshold. *near-duplicates*: from the earliest of those that MinHash with locality-sensitive hashing (Broder 1997; Leskovec,
Rajaraman & Ullman, "Mining of Massive Datasets", chapter 3) finds near it, by shingles of three or five words. *headlines*: reports
whose headlines have a Jaccard index of 0.55 or more are one story, and the earliest of them is its origin, as counters of
"independent origins" have it. *earliest*: all are written from the first.

Thresholds are those with the highest parent F1 on the families fitted on. How rivals cluster sentences and count witnesses stands
in `lineage_rival_claims.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeAlias

from bench import lineage_rival_claims
from bench.families import Case, Json, in_time_order
from bench.lineage_rival_claims import Count, Graph, words
from bench.lineage_score import Measure, Tally, score, score_alignment, score_graph
from whence.records import Known, Report

HEADLINES_ALIKE = 0.55
"""The Jaccard index from which counters of independent origins take two headlines for one story."""

COSINES = tuple(step / 50 for step in range(50))
"""Thresholds tried for the nearest earlier report."""

JACCARDS = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
"""Thresholds tried for near-duplicates; 0.5 to 0.8 is what is used on the web."""

SHINGLES = (3, 5)
PERMUTATIONS = 128

Setting: TypeAlias = tuple[float, ...]
Draw: TypeAlias = Callable[[Sequence[Report], Setting], Graph]


@dataclass(frozen=True, slots=True)
class Rival:
    """A way to draw the graph, the settings it is tried with, and the libraries it needs beside those of sentences."""

    name: str
    draw: Draw
    settings: tuple[Setting, ...] = ((),)
    needs: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the libraries that are not installed."""
        return tuple(name for name in (*lineage_rival_claims.NEEDS, *self.needs) if find_spec(name) is None)

    def fit(self, cases: Sequence[Case]) -> Callable[[Case], Json]:
        """Return the rival with the setting, the threshold of sentences and the way to count that do best on the cases."""
        setting = best(self.settings, self._parent_f1, cases)
        threshold = best(lineage_rival_claims.DISTANCES, _alignment_f1, cases)

        def trace(case: Case, count: Count) -> Json:
            return lineage_rival_claims.trace(case.reports, self.draw(case.reports, setting), threshold, count)

        def exact(count: Count, cases: Sequence[Case]) -> float:
            return sum((score(case.family, trace(case, count)) for case in cases), Tally()).headline()["witnesses exact"]

        count = best(lineage_rival_claims.COUNTS, exact, cases)
        return partial(trace, count=count)

    def _parent_f1(self, setting: Setting, cases: Sequence[Case]) -> float:
        measures = (score_graph(case.family, self.draw(case.reports, setting))["parent"] for case in cases)
        return sum(measures, Measure()).f1


def _alignment_f1(threshold: float, cases: Sequence[Case]) -> float:
    """Return the alignment of sentences clustered with a threshold."""
    measures = (
        score_alignment(case.family.occurrences, lineage_rival_claims.paired(case.family, case.reports, threshold))
        for case in cases
    )
    return sum(measures, Measure()).f1


def best(settings: Sequence[Any], value: Callable[[Any, Sequence[Case]], float], cases: Sequence[Case]) -> Any:  # noqa: ANN401 - it returns what it is given
    """Return the setting with the highest value on the cases; of several alike the middle one."""
    values = [value(setting, cases) for setting in settings] if len(settings) > 1 else [0.0]
    alike = [setting for setting, each in zip(settings, values, strict=True) if each == max(values)]
    return alike[len(alike) // 2]


def draw_nearest(reports: Sequence[Report], setting: Setting) -> Graph:
    """Return each report under the earlier one that is nearest by TF-IDF cosine, if that is near enough."""
    (least,) = setting
    return {child: (parent,) for child, parent, cosine in _nearest(tuple(in_time_order(reports))) if cosine >= least}


@lru_cache(maxsize=64)
def _nearest(reports: tuple[Report, ...]) -> tuple[tuple[str, str, float], ...]:
    """Return for each report but the first the nearest earlier one and its cosine."""
    weigh = import_module("sklearn.feature_extraction.text").TfidfVectorizer(analyzer=words, sublinear_tf=True)
    vectors = weigh.fit_transform([report.text for report in reports])
    found = []
    for number in range(1, len(reports)):
        cosines = (vectors[:number] @ vectors[number].T).toarray().ravel()
        nearest = int(cosines.argmax())
        found.append((reports[number].id, reports[nearest].id, float(cosines[nearest])))
    return tuple(found)


def draw_near_duplicates(reports: Sequence[Report], setting: Setting) -> Graph:
    """Return each report under the earliest of those that are near-duplicates of it."""
    least, size = setting[0], int(setting[1])
    index = import_module("datasketch").MinHashLSH(num_perm=PERMUTATIONS, params=_bands(least))
    seen: dict[str, tuple[int, Any]] = {}
    graph: dict[str, tuple[str, ...]] = {}
    for number, report in enumerate(in_time_order(reports)):
        sketch = _sketch(report.text, size)
        near = [id for id in index.query(sketch) if seen[id][1].jaccard(sketch) >= least]
        if near:
            graph[report.id] = (min(near, key=_order_in(seen)),)
        seen[report.id] = number, sketch
        index.insert(report.id, sketch)
    return graph


def _order_in(seen: Mapping[str, tuple[int, Any]]) -> Callable[[str], int]:
    def order(id: str) -> int:
        return seen[id][0]

    return order


@cache
def _bands(threshold: float) -> tuple[int, int]:
    """Return the bands and rows with which hashing is best at a threshold, as datasketch reckons them."""
    index = import_module("datasketch").MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    return index.b, index.r


@lru_cache(maxsize=50_000)
def _sketch(text: str, size: int) -> Any:  # noqa: ANN401 - a MinHash of datasketch, which may not be installed
    """Return the MinHash of a text's shingles."""
    known = words(text)
    shingles = {" ".join(known[start : start + size]) for start in range(max(1, len(known) - size + 1))}
    sketch = import_module("datasketch").MinHash(num_perm=PERMUTATIONS)
    sketch.update_batch([shingle.encode() for shingle in sorted(shingles)])
    return sketch


def jaccard(one: frozenset[Hashable], other: frozenset[Hashable]) -> float:
    """Return the share of what either set has that both have; 0 for two empty ones."""
    return len(one & other) / len(one | other) if one | other else 0.0


def draw_headlines(reports: Sequence[Report], _setting: Setting) -> Graph:
    """Return each report under the earliest one whose story its headline tells."""
    origins: list[tuple[str, frozenset[Hashable]]] = []
    graph: dict[str, tuple[str, ...]] = {}
    for report in in_time_order(reports):
        headline = frozenset[Hashable](words(report.headline.value if isinstance(report.headline, Known) else ""))
        origin = next((id for id, words_of_it in origins if jaccard(headline, words_of_it) >= HEADLINES_ALIKE), None)
        if origin is None:
            origins.append((report.id, headline))
        else:
            graph[report.id] = (origin,)
    return graph


def draw_earliest(reports: Sequence[Report], _setting: Setting) -> Graph:
    """Return every report under the first."""
    first, *later = in_time_order(reports)
    return {report.id: (first.id,) for report in later}


RIVALS = (
    Rival("nearest earlier", draw_nearest, tuple((cosine,) for cosine in COSINES)),
    Rival(
        "near-duplicates",
        draw_near_duplicates,
        tuple((least, float(size)) for size in SHINGLES for least in JACCARDS),
        needs=("datasketch",),
    ),
    Rival("headlines", draw_headlines),
    Rival("earliest", draw_earliest),
)
