from dataclasses import replace
from typing import Any

from tests.factory import span
from tests.publish.trace.traces import GAZETTE, family, nothing
from whence.publish.trace.additions import count_work, find_additions, find_changes
from whence.publish.trace.page_work import show_works
from whence.publish.trace.register import register_trace
from whence.records import Trace, Variation, VariationKind


def shown(trace: Trace) -> Any:
    register = register_trace(trace)
    additions, changes = find_additions(register), find_changes(register)
    return show_works(additions, changes, count_work(additions, changes), register)


def test_each_rewriter_has_a_card_those_that_put_sentences_in_first() -> None:
    told = shown(family())
    assert [card["text"]["words"] for card in told["cards"]] == ["α, a lost text", "4 Inland Post", "3 Der Küstenbote"]
    assert [card["work"] for card in told["cards"]] == [
        "put in 1 sentence, changed 1 reading", "put in 1 sentence", "changed 2 readings",
    ]  # fmt: skip
    assert told["told"] == "2 sentences put in by 2 texts and 3 readings changed"


def test_a_sentence_of_a_lost_text_is_shown_as_a_report_at_hand_has_it() -> None:
    sentence = shown(family())["cards"][0]["sentences"][0]
    assert sentence["seen_in"] == "4 Inland Post"
    assert sentence["evidence"]
    assert [link["mark"] for link in sentence["heirs"]] == ["5"]


def test_where_reports_at_first_hand_differ_is_nobodys_rewriting() -> None:
    differing = Variation(VariationKind.CONTRADICTION, "gazette", span(GAZETTE, "Nobody"), "Nobody", "Two")
    told = shown(replace(family(), variations=(differing,)))
    assert [row["kind"] for row in told["first_hand"]] == ["contradiction"]
    assert "Ostmar" not in str([card["text"] for card in told["cards"]])


def test_nothing_put_in_gives_no_card() -> None:
    assert shown(nothing()) == {"cards": [], "first_hand": [], "sentences": 0, "told": ""}
