"""Why a report is taken to be written from another: each edge with its evidence, the weights, the passages side by side.

Enters: the register of a trace. Leaves: plain data for the template. A weight is what a piece adds to the log-odds of descent; its
bar is drawn to one scale over the whole page, so that pieces compare.
"""

from __future__ import annotations

from collections.abc import Sequence

from whence.publish.reasons import show_reasons
from whence.publish.trace.register import Register
from whence.publish.trace.side_by_side import MOST_PARALLELS, show_parallels
from whence.publish.trace.telling import tell_probability, weightiest
from whence.publish.visible import shorten, visible
from whence.records import Edge, Indication, LostAncestor

# Edges and pieces of evidence that are shown.
MOST_EDGES, MOST_INDICATIONS = 200, 20
# Pairs of passages that the page holds: where the pieces of evidence are many, each shows fewer, but one.
MOST_PAIRS = 1500
# Characters of what a piece of evidence says.
DETAIL_SHOWN = 400
# Half the width of a bar, and the weight beyond which all bars are as long.
HALF, HEAVIEST = 50.0, 6.0


def show_edges(edges: Sequence[Edge], name: str, register: Register) -> list[dict[str, object]]:
    """Return the edges with their evidence, those of the earliest child first; where there are too many, the likeliest.

    `name` begins their anchors.
    """
    scale = min(HEAVIEST, max((abs(each.weight) for edge in edges for each in edge.because), default=1.0)) or 1.0
    likeliest = sorted((-edge.probability, number) for number, edge in enumerate(edges, start=1))[:MOST_EDGES]
    placed = sorted((register.position(edges[number - 1].child), against, number) for against, number in likeliest)
    pieces = sum(min(len(edges[number - 1].because), MOST_INDICATIONS) for *_, number in placed)
    most = max(1, min(MOST_PARALLELS, MOST_PAIRS // max(1, pieces)))
    return [show_edge(edges[number - 1], f"{name}-{number}", register, scale=scale, most=most) for *_, number in placed]


def show_edge(edge: Edge, anchor: str, register: Register, *, scale: float, most: int) -> dict[str, object]:
    """Return one edge; a bar at full length is `scale`, a piece of evidence shows at most so many passages."""
    ordered = weightiest(edge)
    return {
        "anchor": anchor,
        "parent": register.link(edge.parent),
        "child": register.link(edge.child),
        "lost": register.lost(edge.parent) or register.lost(edge.child),
        "probability": tell_probability(edge.probability),
        "kinds": ", ".join(dict.fromkeys(visible(each.kind) for each in ordered if each.weight > 0)),
        "indications": [show_indication(each, edge, register, scale=scale, most=most) for each in ordered[:MOST_INDICATIONS]],
        "more": max(0, len(ordered) - MOST_INDICATIONS),
    }


def show_indication(indication: Indication, edge: Edge, register: Register, *, scale: float, most: int) -> dict[str, object]:
    """Return one piece of evidence: what it says, its weight as a number and a bar, its passages."""
    length = HALF * min(1.0, abs(indication.weight) / scale)
    return {
        "kind": visible(indication.kind),
        "detail": shorten(visible(indication.detail), DETAIL_SHOWN),
        "weight": f"{indication.weight:+.1f}".replace("-", "−"),
        "against": indication.weight < 0,
        "start": f"{HALF - length if indication.weight < 0 else HALF:.1f}",
        "length": f"{length:.1f}",
        "parallels": show_parallels(indication.parallels, edge.parent, edge.child, register, most=most),
    }


def show_lost(lost: LostAncestor, register: Register) -> dict[str, object]:
    """Return what is known of a lost ancestor."""
    return {
        "anchor": register.anchors[lost.id],
        "letter": register.letter(lost.id),
        "parents": register.links(edge.parent for edge in register.parents.get(lost.id, ())),
        "children": register.links(lost.children),
        "because": show_reasons(lost.because, ""),
    }
