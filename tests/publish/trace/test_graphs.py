import io
import re
from dataclasses import replace

import networkx as nx
import pytest

from tests.factory import report
from tests.publish.trace.traces import family, hostile_trace, many, nothing
from whence.errors import MissingPackage
from whence.publish.trace.graphs import to_dot, to_graphml, to_networkx
from whence.records import Edge, Trace

QUOTED = r'"(?:[^"\\]|\\.)*"'
ATTRIBUTE = rf"[a-z_]+={QUOTED}"
STATEMENT = re.compile(rf"  ({QUOTED})(?: -> ({QUOTED}))? \[({ATTRIBUTE}(?:, {ATTRIBUTE})*)\];")
AWKWARD = 'a"b\\ -> c];\n}<&>\u202e\x00\ufffe\\'


def unquote(quoted: str) -> str:
    return re.sub(r"\\(.)", r"\1", quoted[1:-1])


def parse(dot: str) -> tuple[dict[str, dict[str, str]], dict[tuple[str, str], dict[str, str]]]:
    """Return nodes and edges of what `to_dot` writes; anything else in it fails."""
    first, *lines = dot.splitlines()
    assert first == "digraph stemma {"
    assert lines.pop() == "}"
    assert [line.split()[0] for line in lines[:3]] == ["rankdir=TB;", "node", "edge"]
    nodes, edges = {}, {}
    for line in lines[3:]:
        match = STATEMENT.fullmatch(line)
        assert match, line
        told = {key: unquote(value) for key, value in re.findall(rf"([a-z_]+)=({QUOTED})", match[3])}
        if match[2]:
            edges[unquote(match[1]), unquote(match[2])] = told
        else:
            nodes[unquote(match[1])] = told
    return nodes, edges


def awkward() -> Trace:
    reports = (report(AWKWARD, id=AWKWARD, outlet=AWKWARD, headline=AWKWARD, url=AWKWARD), report("x", id="plain"))
    return replace(nothing(), reports=reports, edges=(Edge(AWKWARD, "plain", 0.5),))


@pytest.mark.parametrize(
    "trace", [family(), hostile_trace(), many(30), awkward(), nothing()], ids=["family", "hostile", "many", "awkward", "no edges"]
)
def test_what_others_read_is_what_was_written(trace: Trace) -> None:
    graph = to_networkx(trace)
    assert graph.number_of_nodes() == len(trace.reports) + len(trace.lost)
    assert graph.number_of_edges() == len(trace.edges)
    read = nx.read_graphml(io.BytesIO(to_graphml(trace).encode()))
    assert dict(read.nodes(data=True)) == dict(graph.nodes(data=True))
    assert {ends[:2]: ends[2] for ends in read.edges(data=True)} == {ends[:2]: ends[2] for ends in graph.edges(data=True)}
    nodes, edges = parse(to_dot(trace))
    assert set(nodes) == set(graph.nodes)
    assert set(edges) == set(graph.edges)
    assert all(edges[ends]["probability"] == str(graph.edges[ends]["probability"]) for ends in edges)


def test_nodes_tell_what_the_report_does_and_leave_out_the_rest() -> None:
    nodes = to_networkx(family()).nodes
    assert nodes["gazette"] == {
        "label": "Ostmar Gazette (1)", "kind": "report", "outlet": "Ostmar Gazette", "published_at": "2031-06-02T07:40:00+00:00",
        "language": "en", "url": "https://gazette.example/bridge", "headline": "Bridge at Nokia closed", "first_hand": True,
    }  # fmt: skip
    assert "published_at" not in nodes["seven"]
    assert nodes["lost1"] == {"label": "*α*", "kind": "lost", "first_hand": False}


def test_edges_tell_probability_and_kinds() -> None:
    assert to_networkx(family()).edges["gazette", "coastline"] == {"probability": 0.97, "kinds": "declared, wording, time"}


def test_no_character_of_a_name_acts_on_a_screen() -> None:
    for written in (to_dot(awkward()), to_graphml(awkward())):
        assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e\ufffe]", written)


def test_a_missing_package_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "networkx", None)
    with pytest.raises(MissingPackage, match="networkx"):
        to_networkx(family())
