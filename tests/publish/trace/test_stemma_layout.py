from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.publish.trace.moments import Moment
from whence.publish.trace.stemma_layout import HEIGHT, MOST_IN_ROW, Layout, Text, lay_out, spread

START = datetime(2031, 6, 2, tzinfo=UTC)


def at(hours: int | None) -> Moment | None:
    if hours is None:
        return None
    moment = START + timedelta(hours=hours)
    return Moment(moment.date(), moment)


def day(number: int) -> Moment:
    return Moment(date(2031, 6, number), None)


@st.composite
def stemmata(draw: st.DrawFn) -> tuple[list[Text], list[tuple[str, str]]]:
    hours = draw(st.lists(st.none() | st.integers(0, 90), min_size=1, max_size=24))
    texts = [Text(f"r{number}", at(hour)) for number, hour in enumerate(hours)]
    texts += [Text(f"lost{number}", None, lost=True) for number in range(draw(st.integers(0, 3)))]
    ids = [text.id for text in texts]
    ranks = {text.id: (text.moment is None, text.moment.time if text.moment else None) for text in texts}
    pairs = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=36))
    known = [pair for pair in pairs if ranks[pair[0]][0] or ranks[pair[1]][0] or ranks[pair[0]] < ranks[pair[1]]]
    return texts, known


def overlap(layout: Layout, one: str, other: str) -> bool:
    first, second = layout.boxes[one], layout.boxes[other]
    beside = abs(first.x - second.x) >= (first.width + second.width) / 2 - 0.01
    return not beside and not (first.y + first.height <= second.y or second.y + second.height <= first.y)


@given(stemmata())
def test_no_two_boxes_overlap_and_none_leaves_the_picture(given_stemma: tuple[list[Text], list[tuple[str, str]]]) -> None:
    layout = lay_out(*given_stemma)
    assert set(layout.boxes) == {text.id for text in given_stemma[0]}
    assert not [pair for pair in combinations(layout.boxes, 2) if overlap(layout, *pair)]
    for box in layout.boxes.values():
        assert box.x - box.width / 2 >= -0.01
        assert box.x + box.width / 2 <= layout.width + 0.01
        assert box.y >= 0
        assert box.y + box.height <= layout.height


@given(stemmata())
def test_where_times_are_known_a_parent_stands_above_its_child(given_stemma: tuple[list[Text], list[tuple[str, str]]]) -> None:
    texts, pairs = given_stemma
    layout = lay_out(texts, pairs)
    timed = {text.id for text in texts if text.moment}
    for parent, child in pairs:
        if parent != child and {parent, child} <= timed:
            assert layout.boxes[parent].y + HEIGHT < layout.boxes[child].y
            ys = [y for _, y in layout.lines[parent, child]]
            assert ys == sorted(ys)


@given(stemmata())
def test_rows_follow_one_another_in_time_and_the_unknown_come_last(given_stemma: tuple[list[Text], list[tuple[str, str]]]) -> None:
    texts, pairs = given_stemma
    layout = lay_out(texts, pairs)
    moments = {text.id: text.moment for text in texts}
    times = [[moment.time for id in row.ids if (moment := moments[id]) and moment.time] for row in layout.rows]
    held = [row for row in times if row]
    assert all(max(one) <= min(other) for one, other in pairwise(held))
    assert [row.timed for row in layout.rows] == sorted((row.timed for row in layout.rows), reverse=True)
    assert all(len(row.ids) <= MOST_IN_ROW for row in layout.rows)
    untimed = {text.id for text in texts if not text.moment and not text.lost}
    assert untimed <= {id for row in layout.rows if not row.timed for id in row.ids}


@given(stemmata(), st.integers(0, 99))
def test_the_same_texts_in_any_order_give_the_same_picture(
    given_stemma: tuple[list[Text], list[tuple[str, str]]], seed: int
) -> None:
    texts, pairs = given_stemma
    shuffled, turned = list(texts), list(pairs)
    random.Random(seed).shuffle(shuffled)
    random.Random(seed).shuffle(turned)
    assert lay_out(shuffled, turned) == lay_out(texts, pairs)


@given(stemmata())
def test_a_line_begins_at_its_parent_and_ends_at_its_child(given_stemma: tuple[list[Text], list[tuple[str, str]]]) -> None:
    texts, pairs = given_stemma
    layout = lay_out(texts, pairs)
    assert set(layout.lines) == {pair for pair in pairs if pair[0] != pair[1]}
    for (parent, child), points in layout.lines.items():
        from_box, to_box = layout.boxes[parent], layout.boxes[child]
        assert points[0][0] == from_box.x
        assert points[0][1] in {from_box.y, from_box.y + from_box.height}
        assert abs(points[-1][0] - to_box.x) <= to_box.width / 2
        assert points[-1][1] in {to_box.y, to_box.y + to_box.height}
        assert len(points) % 2 == 0


def test_a_lost_ancestor_stands_between_its_parent_and_its_first_copy() -> None:
    texts = [Text("a", at(0)), Text("b", at(5)), Text("c", at(9)), Text("alpha", None, lost=True)]
    layout = lay_out(texts, [("a", "alpha"), ("alpha", "b"), ("alpha", "c")])
    assert layout.boxes["a"].y < layout.boxes["alpha"].y < layout.boxes["b"].y
    assert all(row.timed for row in layout.rows)


def test_a_report_of_which_only_the_day_is_known_stands_below_what_it_was_written_from() -> None:
    texts = [Text("a", at(8)), Text("b", day(2)), Text("c", at(20))]
    layout = lay_out(texts, [("a", "b"), ("b", "c")])
    assert layout.boxes["a"].y < layout.boxes["b"].y < layout.boxes["c"].y


def test_a_circle_does_not_stop_the_drawing() -> None:
    layout = lay_out([Text("a"), Text("b"), Text("alpha", None, lost=True)], [("a", "b"), ("b", "a"), ("alpha", "alpha")])
    assert len(layout.rows) == 2


def test_two_families_beside_each_other_do_not_cross() -> None:
    texts = [Text("a", at(0)), Text("b", at(1)), Text("c", at(2)), Text("d", at(3))]
    layout = lay_out(texts, [("a", "d"), ("b", "c")])
    above, below = layout.boxes["a"].x < layout.boxes["b"].x, layout.boxes["d"].x < layout.boxes["c"].x
    assert above == below


def test_nothing_gives_an_empty_picture() -> None:
    assert lay_out([], []).boxes == {}


@given(st.lists(st.tuples(st.floats(1, 300), st.floats(-500, 1500)), min_size=1, max_size=9))
def test_boxes_are_spread_no_farther_than_they_need(boxes: list[tuple[float, float]]) -> None:
    widths, wanted = [width for width, _ in boxes], [place for _, place in boxes]
    total = sum(widths) + 18.0 * len(widths)
    places = spread(widths, wanted, total)
    for index in range(len(places) - 1):
        assert places[index + 1] - places[index] >= (widths[index] + widths[index + 1]) / 2 + 17.99
    assert spread(widths, places, total) == pytest.approx(places, abs=1e-6)
