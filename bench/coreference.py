"""Three measures of coreference, and their mean, the CoNLL score.

Enters: gold and predicted clusters of the same mentions, singletons included. Leaves: precision and recall of each.

*MUC* (Vilain, Burger, Aberdeen, Connolly & Hirschman, "A Model-Theoretic Coreference Scoring Scheme", 1995): links, the fewest that
hold a cluster together and are there in the other partition. *B-cubed* (Bagga & Baldwin, "Algorithms for Scoring Coreference
Chains", 1998): for each mention the share of its cluster that is right. *CEAF-e* (Luo, "On Coreference Resolution Performance
Metrics", 2005): clusters paired one to one so that the sum of phi-4, their Dice coefficient, is the highest. Their mean F1 is the
score of the shared task CoNLL-2012 (Pradhan et al. 2012).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeAlias

import networkx as nx

from bench.lineage_score import Measure, Share

Cluster: TypeAlias = frozenset[Hashable]
Clusters: TypeAlias = Sequence[Cluster]


def clusters_by(keys: Mapping[Hashable, Hashable]) -> list[Cluster]:
    """Return the clusters of mentions that have a key in common."""
    by: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, key in keys.items():
        by[key].add(mention)
    return [frozenset(found) for found in by.values()]


def without_singletons(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Return the clusters of two mentions or more."""
    return [cluster for cluster in clusters if len(cluster) > 1]


def _owner(clusters: Clusters) -> dict[Hashable, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def muc(gold: Clusters, predicted: Clusters) -> Measure:
    """Return the share of links."""
    return Measure(_links(predicted, _owner(gold)), _links(gold, _owner(predicted)))


def _links(clusters: Clusters, owner: Mapping[Hashable, int]) -> Share:
    """Return how many of the links within `clusters` are left when they are cut by the other partition."""
    kept = many = 0
    for cluster in clusters:
        parts = {owner.get(mention, mention) if mention in owner else ("alone", mention) for mention in cluster}
        kept += len(cluster) - len(parts)
        many += len(cluster) - 1
    return Share(kept, many)


def b_cubed(gold: Clusters, predicted: Clusters) -> Measure:
    """Return the share of each mention's cluster that is right, over the mentions."""
    return Measure(_shares(predicted, _owner(gold)), _shares(gold, _owner(predicted)))


def _shares(clusters: Clusters, owner: Mapping[Hashable, int]) -> Share:
    much, many = 0.0, 0
    for cluster in clusters:
        parts = Counter(owner[mention] for mention in cluster if mention in owner)
        much += sum(count * count for count in parts.values()) / len(cluster)
        many += len(cluster)
    return Share(much, many)


def ceaf_e(gold: Clusters, predicted: Clusters) -> Measure:
    """Return the similarity of clusters paired one to one, over the clusters."""
    owner = _owner(gold)
    graph = nx.Graph()
    for number, cluster in enumerate(predicted):
        for other, shared in Counter(owner[mention] for mention in cluster if mention in owner).items():
            dice = 2 * shared / (len(cluster) + len(gold[other]))
            graph.add_edge(("predicted", number), ("gold", other), weight=dice)
    parts = (graph.subgraph(part) for part in nx.connected_components(graph))
    similarity = sum(part.edges[pair]["weight"] for part in parts for pair in nx.max_weight_matching(part))
    return Measure(Share(similarity, len(predicted)), Share(similarity, len(gold)))


def measures(gold: Clusters, predicted: Clusters) -> dict[str, Measure]:
    """Return the three measures by name."""
    return {"MUC": muc(gold, predicted), "B-cubed": b_cubed(gold, predicted), "CEAF-e": ceaf_e(gold, predicted)}


def conll(found: Mapping[str, Measure]) -> float:
    """Return the mean F1 of the three."""
    return sum(measure.f1 for measure in found.values()) / len(found)
