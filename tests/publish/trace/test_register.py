import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.publish.trace.traces import family, many
from whence.publish.trace.register import MOST_ASSERTIONS, find_firsts, register_trace
from whence.records import Edge


def test_each_text_is_called_the_same_everywhere() -> None:
    register = register_trace(family())
    assert register.call("inland") == "4 Inland Post"
    assert register.call("lost1") == "α, a lost text"
    assert register.call("nowhere") == "a text that is not in this trace"
    assert register.link("seven") == {"words": "5 Wire Seven", "mark": "5", "href": "report-5"}
    assert register.link("nowhere")["href"] == ""
    assert [link["mark"] for link in register.links(["lost1", "seven", "lost1"])] == ["α", "5"]


def test_reports_stand_behind_what_they_were_written_from() -> None:
    register = register_trace(many(20))
    place = {id: index for index, id in enumerate(register.order)}
    assert sorted(register.order) == sorted(each.id for each in register.trace.reports)
    assert all(place[edge.parent] < place[edge.child] for edge in register.trace.edges)


def test_the_most_probable_parent_comes_first() -> None:
    register = register_trace(family())
    assert [edge.parent for edge in register.parents["inland"]] == ["lost1", "kuestenbote"]
    assert register.derived("inland")
    assert not register.derived("gazette")


def test_what_was_put_in_has_no_witness_and_first_stands_in_a_rewriting() -> None:
    assert register_trace(family()).put_in == {"a4", "a5"}
    assert [mention.report for mention in find_firsts(family().assertions[3])] == ["inland", "seven"]


def test_where_assertions_are_too_many_those_that_were_put_in_are_listed() -> None:
    trace = family()
    more = tuple(replace(trace.assertions[0], id=f"b{number}") for number in range(MOST_ASSERTIONS))
    register = register_trace(replace(trace, assertions=(*more, *trace.assertions)))
    assert len(register.listed) == MOST_ASSERTIONS
    assert {"a4", "a5"} <= register.listed
    assert register.link_assertion("a5") == {"words": MOST_ASSERTIONS + 5, "href": f"assertion-{MOST_ASSERTIONS + 5}"}
    assert register.link_assertion("a1")["href"] == ""


def test_a_lost_ancestor_stands_in_time_before_the_first_report_written_from_it() -> None:
    register = register_trace(family())
    assert register.position("kuestenbote") < register.position("lost1") < register.position("inland")


@given(st.integers(0, 99))
def test_the_order_of_edges_changes_nothing(seed: int) -> None:
    trace = family()
    edges: list[Edge] = list(trace.edges)
    random.Random(seed).shuffle(edges)
    assert register_trace(replace(trace, edges=tuple(edges))).order == register_trace(trace).order
