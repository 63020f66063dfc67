from hypothesis import given
from hypothesis import strategies as st

from tests.factory import report
from tests.publish.trace.dyke import AFTER, BEFORE, dyke, hostile_comparison, versions
from whence.publish.trace.comparing import Change, compare, mark_after, mark_before, summarise_comparison, to_dict
from whence.records import Parallel, Span


def test_what_was_dropped_stands_where_it_stood() -> None:
    assert [(str(row.change), row.before.cut(BEFORE)[:9] if row.before else None) for row in dyke().rows] == [
        ("kept", "The dyke "), ("changed", "The mayor"), ("dropped", "Nobody ha"), ("added", None), ("kept", "The army "),
    ]  # fmt: skip


def test_what_stood_first_and_was_dropped_stands_first() -> None:
    rows = compare(*versions(), (Parallel(Span(35, 40), Span(0, 5)), Parallel(Span(0, 5), None))).rows
    assert [row.change for row in rows] == [Change.DROPPED, Change.CHANGED]


def test_only_the_words_that_differ_are_marked() -> None:
    row = dyke().rows[1]
    assert [piece for piece, differs in mark_before(row, dyke()) if differs] == ["12"]
    assert [piece for piece, differs in mark_after(row, dyke()) if differs] == ["21"]
    assert "".join(piece for piece, _ in mark_after(row, dyke())) == "The mayor, Ana Bel, said that 21 houses stood under water."


def test_quotation_marks_and_case_are_no_change() -> None:
    one, other = report("“Go,” she said."), report('"go," she said.')
    assert compare(one, other, (Parallel(Span(0, 15), Span(0, 15)),)).rows[0].change is Change.KEPT


def test_the_summary_counts() -> None:
    assert summarise_comparison(dyke()) == "5 passages: 2 kept, 1 changed, 1 added, 1 dropped."
    assert summarise_comparison(compare(*versions(), ())) == "0 passages: 0 kept, 0 changed, 0 added, 0 dropped."


def test_plain_data_has_the_places_of_both_texts() -> None:
    data = to_dict(dyke())
    assert (data["before"]["id"], data["after"]["text"]) == ("v1", AFTER)
    assert data["counts"] == {"kept": 2, "changed": 1, "added": 1, "dropped": 1}
    changed = data["passages"][1]
    (part,) = [part for part in changed["parts"] if part["kind"] == "changed"]
    assert BEFORE[slice(*part["before"])] == "12"
    assert AFTER[slice(*part["after"])] == "21"
    assert data["passages"][0]["parts"] == []
    assert (data["passages"][2]["after"], data["passages"][3]["before"]) == (None, None)


def test_no_passage_is_lost_from_either_side() -> None:
    comparison = hostile_comparison()
    for row in comparison.rows:
        if row.before is not None:
            assert "".join(piece for piece, _ in mark_before(row, comparison)) == row.before.cut(comparison.before.text)
        if row.after is not None:
            assert "".join(piece for piece, _ in mark_after(row, comparison)) == row.after.cut(comparison.after.text)


@given(st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 30)), st.one_of(st.none(), st.integers(0, 30))), max_size=12))
def test_every_parallel_has_its_row(found: list[tuple[int | None, int | None]]) -> None:
    parallels = [
        Parallel(None if old is None else Span(old, old + 3), None if new is None else Span(new, new + 3)) for old, new in found
    ]
    told = [parallel for parallel in parallels if parallel != Parallel(None, None)]
    rows = compare(*versions(), parallels).rows
    assert sorted((row.before or Span(99, 100), row.after or Span(99, 100)) for row in rows) == sorted(
        (parallel.parent or Span(99, 100), parallel.child or Span(99, 100)) for parallel in told
    )
