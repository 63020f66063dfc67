from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from whence.publish.map_labels import Layout, Rectangle, measure_words
from whence.publish.map_view import HEIGHT, WIDTH


def test_a_label_stands_to_the_right_of_its_mark_where_there_is_room() -> None:
    label = Layout().place("Nokia", 100, 100, radius=4)
    assert label is not None
    assert (label.anchor, label.x) == ("start", 107)


def test_at_the_right_border_it_stands_to_the_left() -> None:
    label = Layout().place("Nokia", WIDTH - 10, 100, radius=4)
    assert label is not None
    assert label.anchor == "end"


def test_where_there_is_no_room_there_is_no_label() -> None:
    layout = Layout()
    layout.take(WIDTH / 2, HEIGHT / 2, WIDTH)
    assert layout.place("Nokia", 100, 100, radius=4) is None


def test_wide_letters_count_as_wide() -> None:
    assert measure_words("東京", 10) > measure_words("ab", 10)


def test_a_faint_label_takes_the_roomiest_point() -> None:
    layout = Layout()
    layout.take(100, 100, 10)
    assert layout.roomiest([(105, 105), (120, 100), (150, 100)]) == (150, 100)
    assert layout.roomiest([]) is None


@given(
    st.lists(
        st.tuples(
            st.text("ab я東", min_size=1, max_size=20), st.floats(0, WIDTH), st.floats(0, HEIGHT), st.sampled_from([0.0, 4.0])
        ),
        max_size=12,
    )
)
def test_labels_lie_in_the_drawing_and_not_on_one_another(asked: list[tuple[str, float, float, float]]) -> None:
    layout = Layout()
    placed = sum(layout.place(words, x, y, radius=radius) is not None for words, x, y, radius in asked)
    assert len(layout.taken) == placed
    assert all(room.inside for room in layout.taken)
    assert not any(one.overlaps(other) for one, other in combinations(layout.taken, 2))


def test_the_distance_to_a_rectangle_is_to_its_nearest_side() -> None:
    room = Rectangle(10, 10, 20, 20)
    assert (room.distance((15, 15)), room.distance((25, 15)), room.distance((23, 24))) == (0, 5, 5)
