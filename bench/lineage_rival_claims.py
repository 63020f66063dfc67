"""What a rival makes of the claims: sentences clustered by their words, and counted by its graph of the reports.

Enters: reports and a rival's graph over them. Leaves: a trace in the interchange's shape. Sentences are cut at full stops and
clustered by the cosine of their TF-IDF vectors (agglomerative, average linkage); a cluster stands for an assertion. Its witnesses
are the origins of the reports that have it, as counters of independent origins count, or only those origins that have it
themselves: whichever does a rival better. A cluster is *added* where it first stands in a report with a parent in the graph, none
of which has it. Where a sentence has other numbers than those of the parents in its cluster, the numbers are *variations*.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import TypeAlias

from bench.families import Family, Json, Offsets, ancestors, in_time_order
from bench.lineage_score import pair
from whence.records import Report

NEEDS = ("sklearn",)

DISTANCES = tuple(step / 20 for step in range(6, 20))
"""Thresholds tried for the cosine distance within a cluster."""

_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[\"'”’»)]*(?=\s|$)|$)", re.MULTILINE)
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

Graph: TypeAlias = Mapping[str, tuple[str, ...]]
"""The parents of each report that has some."""

Count: TypeAlias = Callable[[set[str], Graph], set[str]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report, and the cluster that it is in."""

    report: str
    span: Offsets
    text: str
    cluster: int = 0


def words(text: str) -> list[str]:
    """Return the words of a text, without capitals."""
    return _WORD.findall(text.casefold())


def sentences_of(report: Report) -> Iterator[Sentence]:
    """Yield the sentences of a report, cut where a full stop and a space are."""
    for match in _SENTENCE.finditer(report.text):
        if _WORD.search(match.group()):
            yield Sentence(report.id, match.span(), match.group())


@lru_cache(maxsize=256)
def cluster(reports: tuple[Report, ...], threshold: float) -> tuple[Sentence, ...]:
    """Return the sentences of the reports in time order, each with its cluster."""
    known = [sentence for report in in_time_order(reports) for sentence in sentences_of(report)]
    if len(known) < 2:  # noqa: PLR2004 - one is no cluster's
        return tuple(known)
    weigh = import_module("sklearn.feature_extraction.text").TfidfVectorizer(analyzer=words, sublinear_tf=True)
    gather = import_module("sklearn.cluster").AgglomerativeClustering(
        n_clusters=None, metric="cosine", linkage="average", distance_threshold=threshold
    )
    labels = gather.fit_predict(weigh.fit_transform([sentence.text for sentence in known]).toarray())
    return tuple(
        Sentence(sentence.report, sentence.span, sentence.text, int(label)) for sentence, label in zip(known, labels, strict=True)
    )


def paired(family: Family, reports: tuple[Report, ...], threshold: float) -> list[str | None]:
    """Return for each gold occurrence the cluster that it is paired with."""
    mentions: dict[str, list[tuple[Offsets, str, str]]] = defaultdict(list)
    for sentence in cluster(reports, threshold):
        mentions[sentence.report].append((sentence.span, str(sentence.cluster), ""))
    return pair(family.occurrences, mentions)


def trace(reports: tuple[Report, ...], graph: Graph, threshold: float, count: Count) -> Json:
    """Return a rival's trace."""
    clusters: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in cluster(reports, threshold):
        clusters[sentence.cluster].append(sentence)
    return {
        "reports": [report.id for report in reports],
        "edges": [{"parent": parent, "child": child} for child, parents in graph.items() for parent in parents],
        "lost": [],
        "assertions": [_assertion(number, found, graph, count) for number, found in clusters.items()],
        "variations": [each for found in clusters.values() for each in _variations(found, graph)],
    }


def _assertion(number: int, found: Sequence[Sentence], graph: Graph, count: Count) -> Json:
    having = {sentence.report for sentence in found}
    first = found[0].report
    added = bool(graph.get(first)) and having.isdisjoint(graph[first])
    return {
        "id": str(number),
        "gloss": found[0].text,
        "independent_witnesses": len(count(having, graph)),
        "mentions": [
            {
                "report": sentence.report,
                "span": list(sentence.span),
                "status": "added" if added and sentence.report == first else "faithful",
            }
            for sentence in found
        ],
    }


def origins(reports: set[str], graph: Graph) -> set[str]:
    """Return the reports without parents from which `reports` descend; one without parents is its own origin."""
    return {id for report in reports for id in (report, *ancestors(graph, report)) if not graph.get(id)}


def origins_among(reports: set[str], graph: Graph) -> set[str]:
    """Return those of `reports` that have no parents."""
    return {report for report in reports if not graph.get(report)}


COUNTS: tuple[Count, ...] = (origins, origins_among)
"""How witnesses may be counted."""


def _variations(found: Sequence[Sentence], graph: Graph) -> Iterator[Json]:
    """Yield the numbers in one cluster that a parent's sentences do not have, with the later reports that have them too."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for sentence in found:
        numbers[sentence.report].update(_NUMBER.findall(sentence.text))
    for report, written in numbers.items():
        parents = [parent for parent in graph.get(report, ()) if parent in numbers]
        for number in sorted(written):
            if parents and not any(number in numbers[parent] for parent in parents):
                heirs = [id for id, held in numbers.items() if number in held and report in ancestors(graph, id)]
                yield {"kind": "number", "report": report, "written": number, "inherited_by": heirs}
