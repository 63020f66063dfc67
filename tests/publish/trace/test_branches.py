from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.factory import report
from tests.publish.trace.traces import family, nothing
from whence.publish.trace.branches import Branch, grow
from whence.records import Edge

IDS = [f"r{number}" for number in range(7)]


def drawn(roots: tuple[Branch, ...]) -> list[tuple[str, str | None]]:
    stack: list[tuple[Branch, str | None]] = [(root, None) for root in roots]
    found: list[tuple[str, str | None]] = []
    while stack:
        branch, above = stack.pop()
        if branch.pointer is None:
            found.append((branch.id, above))
        stack.extend((child, branch.id) for child in branch.branches)
    return found


def test_the_likelier_parent_has_the_report_and_the_other_a_pointer() -> None:
    (root,) = grow(family())
    assert dict(drawn((root,))) == {
        "gazette": None, "coastline": "gazette", "kuestenbote": "coastline", "lost1": "coastline", "inland": "lost1",
        "seven": "lost1",
    }  # fmt: skip
    coastline = root.branches[0]
    kuestenbote = next(branch for branch in coastline.branches if branch.id == "kuestenbote")
    assert [(branch.id, branch.pointer) for branch in kuestenbote.branches] == [("inland", "lost1")]
    assert root.size == 6


def test_families_come_before_reports_that_stand_alone() -> None:
    reports = tuple(report("x", id=id) for id in IDS[:3])
    roots = grow(replace(nothing(), reports=reports, edges=(Edge("r1", "r2", 0.5),)))
    assert [root.id for root in roots] == ["r1", "r0"]


@given(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS), st.floats(0, 1)), max_size=20))
def test_every_report_is_drawn_exactly_once_whatever_the_edges(found: list[tuple[str, str, float]]) -> None:
    edges = tuple(Edge(*each) for each in {(parent, child): (parent, child, p) for parent, child, p in found}.values())
    roots = grow(replace(nothing(), reports=tuple(report("x", id=id) for id in IDS), edges=edges))
    assert sorted(id for id, _ in drawn(roots)) == IDS
    assert sum(root.size for root in roots) == len(IDS)
