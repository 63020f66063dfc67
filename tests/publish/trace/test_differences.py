from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.publish.trace.differences import Difference, DifferenceKind, differences, find_words

WORDS = st.lists(
    st.sampled_from(["the", "bridge", "Nokia", "12", "40", "families", ",", ".", "“", "was", "закрыт", "橋"]), max_size=30
)
TEXTS = WORDS.map(" ".join) | st.text(max_size=60)


def told(before: str, after: str) -> list[tuple[str, str, str]]:
    return [
        (each.kind.value, each.before.cut(before) if each.before else "", each.after.cut(after) if each.after else "")
        for each in differences(before, after)
    ]


def test_what_stayed_was_dropped_added_and_changed() -> None:
    before = "The road bridge at Nokia was closed after 40 centimetres"
    after = "The bridge at Nokai was closed on Sunday after 40 metres"
    assert told(before, after) == [
        ("equal", "The", "The"),
        ("dropped", "road", ""),
        ("equal", "bridge at", "bridge at"),
        ("changed", "Nokia", "Nokai"),
        ("equal", "was closed", "was closed"),
        ("added", "", "on Sunday"),
        ("equal", "after 40", "after 40"),
        ("changed", "centimetres", "metres"),
    ]


def test_case_and_the_shape_of_quotation_marks_make_no_difference() -> None:
    assert told("“Nobody’s hurt,” she said – twice", '"nobody\'s hurt," she said — twice') == [
        ("equal", "“Nobody’s hurt,” she said – twice", '"nobody\'s hurt," she said — twice')
    ]


@pytest.mark.parametrize(("before", "after"), [("12,500 men", "12,600 men"), ("1.5 km", "15 km")])
def test_a_number_is_one_word(before: str, after: str) -> None:
    assert told(before, after)[0] == ("changed", before.split(maxsplit=1)[0], after.split(maxsplit=1)[0])


def test_a_short_word_between_two_changes_belongs_to_them() -> None:
    assert told("moved families to schools", "drove soldiers to barracks") == [
        ("changed", "moved families to schools", "drove soldiers to barracks")
    ]


def test_a_number_between_two_changes_is_common_ground() -> None:
    assert ("equal", "12", "12") in told("moved 12 families", "drove 12 soldiers")


def test_a_script_without_spaces_is_compared_by_characters() -> None:
    assert told("橋は閉鎖された", "橋は崩壊された") == [
        ("equal", "橋は", "橋は"),
        ("changed", "閉鎖", "崩壊"),
        ("equal", "された", "された"),
    ]


def test_an_empty_side_is_all_added_or_all_dropped() -> None:
    assert told("", "") == []
    assert told("a bridge", " ") == [("dropped", "a bridge", "")]
    assert told("", "a bridge") == [("added", "", "a bridge")]


@given(TEXTS, TEXTS)
def test_every_word_of_either_side_is_in_exactly_one_stretch_in_order(before: str, after: str) -> None:
    found = differences(before, after)
    for text, sides in ((before, [each.before for each in found]), (after, [each.after for each in found])):
        spans = [span for span in sides if span]
        assert all(one.end <= other.start for one, other in pairwise(spans))
        held = [word for word in find_words(text) if any(span.covers(word) for span in spans)]
        assert held == find_words(text)
    assert all((each.before is None) == (each.kind is DifferenceKind.ADDED) for each in found)
    assert all((each.after is None) == (each.kind is DifferenceKind.DROPPED) for each in found)


@given(TEXTS)
def test_a_passage_does_not_differ_from_itself(text: str) -> None:
    assert {each.kind for each in differences(text, text)} <= {DifferenceKind.EQUAL}


@given(TEXTS, TEXTS)
def test_the_other_way_round_nothing_is_added_that_was_not_dropped(before: str, after: str) -> None:
    first, back = differences(before, after), differences(after, before)
    assert bool([each for each in first if each.kind is not DifferenceKind.EQUAL]) == bool(
        [each for each in back if each.kind is not DifferenceKind.EQUAL]
    )


def test_the_same_passages_give_the_same_stretches() -> None:
    assert differences("a b c", "a x c") == differences("a b c", "a x c")
    assert isinstance(differences("a", "b")[0], Difference)
