import pytest

from bench.lineage_rival_claims import cluster, origins, origins_among, sentences_of, trace
from tests.factory import report

GRAPH = {"b": ("a",), "c": ("b", "d")}


def test_sentences_end_at_a_stop_and_a_space_or_a_line() -> None:
    text = 'He said "We left." They paid 3.5 marks!\nNobody came …\n***\nThe end'
    found = list(sentences_of(report(text)))
    assert [each.text for each in found] == ['He said "We left."', "They paid 3.5 marks!", "Nobody came …", "The end"]
    assert [text[slice(*each.span)] for each in found] == [each.text for each in found]


def test_origins_are_the_roots_of_the_reports_whether_they_say_it_or_not() -> None:
    assert origins({"c"}, GRAPH) == {"a", "d"}
    assert origins({"a", "e"}, GRAPH) == {"a", "e"}
    assert origins_among({"a", "c"}, GRAPH) == {"a"}


def test_like_sentences_are_one_assertion_and_others_are_not() -> None:
    pytest.importorskip("sklearn")
    reports = (report("Five carts crossed the ford.", id="a"), report("Fifteen carts crossed the ford. A clinic opened.", id="b"))
    first, second, third = cluster(reports, 0.6)
    assert first.cluster == second.cluster != third.cluster


def test_what_a_parent_lacks_is_added_and_other_numbers_are_variations() -> None:
    pytest.importorskip("sklearn")
    reports = (
        report("Some 5 carts crossed the ford.", id="a", published_at="2031-05-04"),
        report("Some 15 carts crossed the ford. A clinic opened in Korrel.", id="b", published_at="2031-05-05"),
        report("Some 15 carts crossed the ford.", id="c", published_at="2031-05-06"),
    )
    told = trace(reports, {"b": ("a",), "c": ("b",)}, 0.6, origins)
    added = [
        (each["gloss"], mention["report"])
        for each in told["assertions"]
        for mention in each["mentions"]
        if mention["status"] == "added"
    ]
    assert added == [("A clinic opened in Korrel.", "b")]
    assert told["variations"] == [{"kind": "number", "report": "b", "written": "15", "inherited_by": ["c"]}]
    assert {each["independent_witnesses"] for each in told["assertions"]} == {1}
