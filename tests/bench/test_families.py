from datetime import UTC, datetime

import pytest

from bench.families import ancestors, case_of, in_time_order, moment
from tests.bench.small import FIRST, case, family
from tests.factory import report


def test_withheld_texts_and_labels_are_not_handed_over() -> None:
    reports = case().reports
    assert [report.id for report in reports] == ["a", "b", "d", "e"]
    assert reports[0].text == FIRST


def test_the_gold_keeps_the_parents_of_withheld_texts() -> None:
    gold = case().family
    assert gold.parents["c"] == {"b"}
    assert gold.visible == {"a", "b", "d", "e"}


def test_occurrences_stand_where_their_sentence_is_and_only_in_what_is_visible() -> None:
    occurrences = case().family.occurrences
    assert {each.document for each in occurrences} == {"a", "b", "d"}
    assert [each.claim for each in occurrences if each.added] == ["fires"]
    start, end = next(each.span for each in occurrences if (each.claim, each.document) == ("carts", "a"))
    assert FIRST[start:end] == "Five carts crossed the ford"


def test_a_garble_that_first_stands_in_a_withheld_text_counts_where_it_is_inherited() -> None:
    assert case().family.garbles == {("fifteen", "b"), ("fifty", "d")}


def test_a_sentence_that_is_not_in_its_document_is_refused() -> None:
    held = family()
    held["claims"][0]["in"][0]["sentence"] = "Nobody left"
    with pytest.raises(ValueError, match="substring"):
        case_of(held)


def test_time_order_heeds_time_zones_and_puts_the_unknown_last() -> None:
    texts = [
        report("One.", id="unknown", published_at=None),
        report("Two.", id="late", published_at="2031-05-04T09:00:00+00:00"),
        report("Three.", id="early", published_at="2031-05-04T10:00:00+04:00"),
        report("Four.", id="day", published_at="2031-05-04"),
    ]
    assert [each.id for each in in_time_order(texts)] == ["day", "early", "late", "unknown"]
    assert moment(texts[3]) == datetime(2031, 5, 4, tzinfo=UTC)


def test_ancestors_are_found_at_any_remove_and_circles_end() -> None:
    assert ancestors({"d": ["c"], "c": ["a", "b"]}, "d") == {"a", "b", "c"}
    assert ancestors({"a": ["b"], "b": ["a"]}, "a") == {"a", "b"}
