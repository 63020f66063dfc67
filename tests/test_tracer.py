"""Many readings in, one trace out."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.factory import claim
from tests.lineage.grain import copy_of, family, of, stamped
from tests.lineage.venna import GAZETTE, gazette, herald, leaf, told
from whence.lineage.weights import shipped
from whence.records import Absent, Event, EventType, Known, Span, Status, Trace, VariationKind
from whence.tracer import LONGEST_GLOSS, trace


@pytest.fixture(scope="module", name="traced")
def sample_trace() -> Trace:
    return trace(family())


def test_nothing_in_nothing_out() -> None:
    empty = trace(())
    assert (empty.reports, empty.edges, empty.assertions, empty.witnesses, empty.findings) == ((), (), (), (), ())


def test_two_readings_with_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="same id"):
        trace((gazette(), leaf(), gazette()))


def test_one_report_alone_is_its_own_witness() -> None:
    alone = trace((gazette(),))
    assert (alone.edges, alone.lost, alone.variations) == ((), (), ())
    assert [assertion.gloss for assertion in alone.assertions] == GAZETTE.splitlines()
    assert [witness.name for witness in alone.witnesses] == ["The Venna Gazette"]
    assert {assertion.witnesses for assertion in alone.assertions} == {("w1",)}


def test_reports_are_in_the_order_of_publication_and_those_without_a_time_last() -> None:
    undated = told("alpha", "Nobody spoke.")
    assert [report.id for report in trace((undated, herald(), gazette(), leaf())).reports] == ["gazette", "leaf", "herald", "alpha"]


def test_the_descent_of_the_family(traced: Trace) -> None:
    edges = {(edge.parent, edge.child) for edge in traced.edges}
    assert {("s2", "s3"), ("s4", "s5"), ("s5", "s7"), ("s6", "s8")} <= edges
    assert all(0 < edge.probability <= 1 for edge in traced.edges)
    assert traced.parents("s1") == ()


def test_each_edge_between_reports_has_its_evidence(traced: Trace) -> None:
    reports = {report.id for report in traced.reports}
    assert all(edge.because for edge in traced.edges if {edge.parent, edge.child} <= reports)
    declared = next(edge for edge in traced.edges if (edge.parent, edge.child) == ("s2", "s3"))
    assert "declared" in {each.kind for each in declared.because}


def test_every_claim_is_mentioned_once(traced: Trace) -> None:
    mentioned = [(mention.report, mention.claim) for each in traced.assertions for mention in each.mentions if mention.claim]
    assert len(mentioned) == len(set(mentioned))
    assert set(mentioned) == {(reading.report.id, each.id) for reading in family() for each in reading.claims}


def test_mentions_are_in_the_order_of_publication(traced: Trace) -> None:
    order = {report.id: number for number, report in enumerate(traced.reports)}
    for assertion in traced.assertions:
        numbers = [order[mention.report] for mention in assertion.mentions]
        assert numbers == sorted(numbers)


def test_what_was_taken_came_from_a_report_or_a_lost_ancestor(traced: Trace) -> None:
    nodes = {report.id for report in traced.reports} | {each.id for each in traced.lost}
    for mention in (each for assertion in traced.assertions for each in assertion.mentions):
        assert mention.came_from is None or mention.came_from in nodes - {mention.report}
        assert mention.came_from is None or mention.status is not Status.ADDED


def test_all_who_stand_behind_something_are_witnesses(traced: Trace) -> None:
    known = {each.id for each in traced.witnesses}
    assert len(known) == len(traced.witnesses)
    for assertion in traced.assertions:
        assert known.issuperset(assertion.witnesses)
        assert all(known.issuperset(mention.witnesses) for mention in assertion.mentions)


def test_a_number_that_grew_tenfold_is_found_with_those_that_inherited_it(traced: Trace) -> None:
    found = [each for each in traced.variations if each.written == "4,800"]
    assert [(each.report, each.kind, each.inherited_by) for each in found] == [("s6", VariationKind.EXAGGERATION, ("s8",))]


def test_the_gloss_is_short_and_the_assertions_are_numbered(traced: Trace) -> None:
    assert [assertion.id for assertion in traced.assertions] == [f"a{n}" for n in range(1, len(traced.assertions) + 1)]
    assert max(len(assertion.gloss) for assertion in traced.assertions) <= LONGEST_GLOSS
    (long,) = trace((told("gazette", "carts and " * 60, hour=8),)).assertions
    assert len(long.gloss) <= LONGEST_GLOSS
    assert long.gloss.endswith("…")


def test_the_event_is_the_one_that_most_mentions_tell() -> None:
    kinds = (EventType.WITHDRAWAL, EventType.WITHDRAWAL, EventType.CAPTURE)
    line = GAZETTE.splitlines()[0]
    readings = [told(f"r{n}", line, claim(line, line, event=Event(kind, Span(17, 21))), hour=8 + n) for n, kind in enumerate(kinds)]
    (assertion,) = trace(readings).assertions
    assert assertion.event is EventType.WITHDRAWAL
    assert (assertion.place, assertion.time) == (Absent(), Absent())
    assert {each.event for each in trace((gazette(),)).assertions} == {EventType.OTHER}


def test_place_and_time_are_those_of_the_mentions(traced: Trace) -> None:
    assert any(isinstance(assertion.place, Known) for assertion in traced.assertions)
    days = [assertion.time.value for assertion in traced.assertions if isinstance(assertion.time, Known)]
    assert "2032-04-20" in days


def test_an_assertion_without_a_time_tells_none(traced: Trace) -> None:
    assert any(isinstance(assertion.time, Absent) for assertion in traced.assertions)


def test_the_run_names_engines_rules_and_weights(traced: Trace) -> None:
    rules = dict(traced.run.rules)
    assert rules["weights"] == shipped().version
    assert "lineage" in rules
    assert traced.run.engine != "none"
    unread = replace(gazette(), run=replace(gazette().run, engine="none"))
    assert trace((unread,)).run.engine == "none"


def test_other_weights_give_another_trace_with_their_version(traced: Trace) -> None:
    credulous = {**shipped().dependence.derived, "bias": -50.0}
    never = replace(shipped(), dependence=replace(shipped().dependence, derived=credulous), version="never")
    found = trace(family(), weights=never)
    assert found.edges == ()
    assert ("weights", "never") in found.run.rules
    assert traced.edges


def test_a_lost_ancestor_has_an_id_that_no_report_has() -> None:
    readings = [replace(each, report=replace(each.report, id="lost1")) if each.report.id == "s3" else each for each in family()]
    found = trace(readings)
    assert {each.id for each in found.lost}.isdisjoint(report.id for report in found.reports)


def test_alternatives_are_no_edges_of_the_stemma() -> None:
    found = trace([*family(), copy_of(of("s3"))])
    edges = {(edge.parent, edge.child) for edge in found.edges}
    assert edges.isdisjoint((edge.parent, edge.child) for edge in found.alternatives)


def test_a_report_without_a_time_or_text_breaks_nothing() -> None:
    found = trace([*family()[:3], stamped(told("empty", ""), None)])
    assert [report.id for report in found.reports][-1] == "empty"
    assert not any(mention.report == "empty" for assertion in found.assertions for mention in assertion.mentions)
    assert all(one <= other for one, other in pairwise(edge.child for edge in found.edges if edge.child != "empty"))
