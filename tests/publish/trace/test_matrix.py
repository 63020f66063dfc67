from dataclasses import replace
from typing import Any

from tests.publish.trace.traces import family, many, nothing
from whence.publish.trace.marked_text import gather_mentions, mark_text
from whence.publish.trace.matrix import show_assertions, show_matrix
from whence.publish.trace.register import Register, register_trace
from whence.records import Mention, Span, Status, Trace


def anchors_of(register: Register) -> set[str]:
    anchors: set[str] = set()
    for id, held in gather_mentions(register).items():
        mark_text(id, held, register, anchors)
    return anchors


def matrix(trace: Trace) -> Any:
    register = register_trace(trace)
    return show_matrix(register, anchors_of(register))


def signs(trace: Trace) -> dict[int, str]:
    return {row["number"]: "".join(cell["sign"] if cell else "·" for cell in row["cells"]) for row in matrix(trace)["rows"]}


def test_columns_are_the_reports_each_behind_the_one_it_was_written_from() -> None:
    shown = matrix(family())["columns"]
    assert [column["mark"] for column in shown] == ["1", "2", "3", "4", "5"]
    assert [column["first_hand"] for column in shown] == [True, False, False, False, False]


def test_a_sign_tells_how_each_report_gives_an_assertion_and_an_empty_cell_that_it_does_not() -> None:
    assert signs(family()) == {1: "●=≈≈·", 2: "●==↑↑", 3: "●=··≠", 4: "···++", 5: "···+·"}


def test_what_was_put_in_has_the_first_rows() -> None:
    rows = matrix(family())["rows"]
    assert [row["added"] for row in rows] == [True, True, False, False, False]
    trace = family()
    turned = matrix(replace(trace, assertions=trace.assertions[::-1]))["rows"]
    assert [row["gloss"] for row in turned if row["added"]] == [
        "The dam is next.", "Satellite images show that the bridge has collapsed.",
    ]  # fmt: skip


def test_where_something_first_stands_is_told_from_where_it_is_repeated() -> None:
    rows = {row["number"]: row for row in matrix(family())["rows"]}
    assert [cell["origin"] for cell in rows[1]["cells"] if cell] == [True, False, False, False]
    assert [cell["origin"] for cell in rows[4]["cells"] if cell] == [True, True]


def test_a_cell_leads_to_its_passage() -> None:
    register = register_trace(family())
    anchors = anchors_of(register)
    cells = [cell for row in matrix(family())["rows"] for cell in row["cells"] if cell]
    assert {cell["href"] for cell in cells} == anchors
    titles = {cell["title"] for cell in cells}
    assert {"3 Der Küstenbote: garbled, from 2 Coastline Press", "4 Inland Post: put in here"} <= titles


def test_of_several_mentions_in_one_report_the_gravest_is_shown() -> None:
    trace = family()
    again = Mention("coastline", None, Span(0, 3), Status.CONTRADICTED, "gazette")
    first = replace(trace.assertions[0], mentions=(*trace.assertions[0].mentions, again))
    assert signs(replace(trace, assertions=(first, *trace.assertions[1:])))[1] == "●≠≈≈·"


def test_a_cell_whose_passage_is_not_shown_leads_to_the_assertion() -> None:
    shown: Any = show_matrix(register_trace(family()), set())
    assert {cell["href"] for cell in shown["rows"][2]["cells"] if cell} == {"assertion-1"}


def test_a_large_matrix_is_cut_and_says_so() -> None:
    trace = many(70)
    rows = tuple(replace(trace.assertions[0], id=f"a{number}") for number in range(160))
    shown = matrix(replace(trace, assertions=rows))
    assert (len(shown["columns"]), len(shown["rows"])) == (60, 150)
    assert (shown["columns_left"], shown["rows_left"]) == (10, 10)


def test_without_assertions_there_are_no_rows() -> None:
    assert matrix(nothing())["rows"] == []


def test_an_assertion_opens_to_its_passages_witnesses_and_variations() -> None:
    shown: Any = show_assertions(register_trace(family()))[0]
    assert [each["words"] for each in shown["witnesses"]] == ["Ilvo Tarn, harbour master"]
    assert [each["told"] for each in shown["mentions"]] == [
        "stands here first", "faithful, from 1 Ostmar Gazette", "garbled, from 2 Coastline Press", "garbled, from 3 Der Küstenbote",
    ]  # fmt: skip
    assert "Die Brücke bei Nokai wurde gesperrt" in shown["mentions"][2]["words"]
    assert [(each["kind"], str(each["before"]), str(each["after"])) for each in shown["variations"]] == [
        ("place", "Nokia", "Nokai"),
        ("unit", "40 <del>centimetres</del>", "40 <ins>Meter</ins>"),
    ]
    assert [len(each["sides"]) for each in shown["variations"]] == [2, 2]
