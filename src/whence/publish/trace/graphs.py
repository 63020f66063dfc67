"""The stemma for programs that draw and count graphs: DOT (Graphviz), GraphML (Gephi, yEd, Cytoscape) and networkx.

Nodes are the reports and the lost ancestors, by their ids; edges run from the text that was written from to the one that was
written. What the report does not tell is left out as an attribute, in GraphML and networkx too. Ids and names are made safe: no
character of them acts on a terminal, and none ends a quoted string or a tag.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

from whence.errors import MissingPackage
from whence.publish.trace.telling import Names, find_names
from whence.publish.visible import visible
from whence.records import Edge, Trace, value_or_none

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
# What XML 1.0 allows no document to hold beyond what `visible` names: the two non-characters of the basic plane.
NO_XML = re.compile("[\ufffe\uffff]")
Value = str | bool | float
TYPES: dict[type, str] = {str: "string", bool: "boolean", float: "double"}
# Each attribute with its type, nodes first, so that a reader finds all keys declared in one order.
NODE_KEYS: dict[str, type] = {
    "label": str, "kind": str, "outlet": str, "published_at": str, "language": str, "url": str, "headline": str, "first_hand": bool,
}  # fmt: skip
EDGE_KEYS: dict[str, type] = {"probability": float, "kinds": str}


def list_nodes(trace: Trace) -> Iterator[tuple[str, dict[str, Value]]]:
    """Yield each report and lost ancestor with its attributes; those of unknown value are left out."""
    names = find_names(trace)
    derived = {edge.child for edge in trace.edges}
    for report in trace.reports:
        told: dict[str, Value | None] = {
            "label": names.call(report.id),
            "kind": "report",
            "outlet": value_or_none(report.outlet),
            "published_at": value_or_none(report.published_at),
            "language": value_or_none(report.language),
            "url": report.url,
            "headline": value_or_none(report.headline),
            "first_hand": report.id not in derived,
        }
        yield (
            clean(report.id),
            {key: clean(value) if isinstance(value, str) else value for key, value in told.items() if value is not None},
        )
    for id in list_lost(trace, names):
        yield clean(id), {"label": names.call(id), "kind": "lost", "first_hand": id not in derived}


def list_lost(trace: Trace, names: Names) -> Iterator[str]:
    """Yield the ids of lost ancestors, and of what edges name beside them, each once."""
    yield from names.letters
    named = dict.fromkeys(id for edge in trace.edges for id in (edge.parent, edge.child))
    yield from (id for id in named if id not in names.letters and id not in names.reports)


def edge_attributes(edge: Edge) -> dict[str, Value]:
    """Return the probability of an edge and the kinds of evidence for it."""
    return {"probability": float(edge.probability), "kinds": clean(", ".join(dict.fromkeys(each.kind for each in edge.because)))}


def clean(text: str) -> str:
    """Return text on one line with what acts on a screen, or what no XML may hold, made visible."""
    return NO_XML.sub("\ufffd", visible(text))


def to_dot(trace: Trace) -> str:
    """Return the stemma in Graphviz's language, ending in a newline; lost ancestors are dashed ellipses."""
    lines = ["digraph stemma {", "  rankdir=TB;", '  node [shape=box, fontname="sans-serif"];', '  edge [fontname="sans-serif"];']
    for id, told in list_nodes(trace):
        look = (
            {"shape": "ellipse", "style": "dashed"}
            if told["kind"] == "lost"
            else {"peripheries": "2"}
            if told["first_hand"]
            else {}
        )
        lines.append(f"  {quote(id)} [{write_attributes({**told, **look})}];")
    for edge in trace.edges:
        told = {"label": f"{edge.probability:.2f}", **edge_attributes(edge)}
        lines.append(f"  {quote(clean(edge.parent))} -> {quote(clean(edge.child))} [{write_attributes(told)}];")
    return "\n".join([*lines, "}"]) + "\n"


def write_attributes(told: dict[str, Value]) -> str:
    """Return attributes as DOT writes them."""
    return ", ".join(f"{key}={quote(write_value(value))}" for key, value in told.items())


def write_value(value: Value) -> str:
    """Return a value as XML Schema and DOT write it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def quote(text: str) -> str:
    """Return text as a quoted string of DOT: quotes and backslashes doubled with a backslash, on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def to_graphml(trace: Trace) -> str:
    """Return the stemma as a GraphML document, ending in a newline."""
    ET.register_namespace("", GRAPHML)
    root = ET.Element(tag("graphml"))
    for domain, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys.items():
            declared = {"id": f"{domain}_{name}", "for": domain, "attr.name": name, "attr.type": TYPES[kind]}
            ET.SubElement(root, tag("key"), declared)
    graph = ET.SubElement(root, tag("graph"), {"id": "stemma", "edgedefault": "directed"})
    for id, told in list_nodes(trace):
        add_data(ET.SubElement(graph, tag("node"), {"id": id}), "node", told)
    for edge in trace.edges:
        ends = {"source": clean(edge.parent), "target": clean(edge.child)}
        add_data(ET.SubElement(graph, tag("edge"), ends), "edge", edge_attributes(edge))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def tag(name: str) -> str:
    """Return an element's name in GraphML's namespace."""
    return f"{{{GRAPHML}}}{name}"


def add_data(element: ET.Element, domain: str, told: dict[str, Value]) -> None:
    """Put attributes under a node or an edge."""
    for key, value in told.items():
        ET.SubElement(element, tag("data"), {"key": f"{domain}_{key}"}).text = write_value(value)


def to_networkx(trace: Trace) -> Any:  # noqa: ANN401 - networkx brings no types
    """Return the stemma as a `networkx.DiGraph` with the same attributes.

    Raises:
        MissingPackage: if networkx is not installed.
    """
    try:
        networkx = importlib.import_module("networkx")
    except ImportError as error:
        raise MissingPackage("networkx", "a graph") from error  # noqa: EM101 - the name of the package
    graph = networkx.DiGraph()
    graph.add_nodes_from(list_nodes(trace))
    graph.add_edges_from((clean(edge.parent), clean(edge.child), edge_attributes(edge)) for edge in trace.edges)
    return graph
