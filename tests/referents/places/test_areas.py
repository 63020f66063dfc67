import pytest

from tests.referents.places.docs import doc, mention
from whence.referents.places.areas import find_area
from whence.referents.places.words import load_words


def area(marked: str) -> str | None:
    made = doc(marked)
    found = find_area(made, mention(made.ents[0]), load_words())
    return None if found is None else found.cut(made.text)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Clashes on the [Lyman] direction went on.", "the Lyman direction"),
        ("The [Lyman] axis is quiet.", "The Lyman axis"),
        ("Clashes in [Lyman] sector went on.", "Lyman sector"),
        ("Shells fell near [Lyman].", "near Lyman"),
        ("They wait outside the [Lyman] of old.", "outside the Lyman"),
        ("They hold the outskirts of [Lyman] now.", "the outskirts of Lyman"),
        ("Woods north-east of [Lyman] burned.", "north-east of Lyman"),
        ("They came to the south of [Lyman] at night.", "the south of Lyman"),
        ("They hold the north and the east of [Lyman] now.", "the north and the east of Lyman"),
        ("A post 10 km from [Lyman] was hit.", "10 km from Lyman"),
        ("A post 10 km north of [Lyman] was hit.", "10 km north of Lyman"),
        ("A post 10 km to the north-east of [Lyman] was hit.", "10 km to the north-east of Lyman"),
        ("A post 10-15 km from [Lyman] was hit.", "10-15 km from Lyman"),
        ("A post some ten kilometres away from [Lyman] was hit.", "some ten kilometres away from Lyman"),
        ("A post a few miles from the [Lyman] was hit.", "a few miles from the Lyman"),
        ("They moved to 5 km from [Lyman] today.", "5 km from Lyman"),
        ("A post 10 km from the village of [Lyman] was hit.", "10 km from the village of Lyman"),
        ("Woods north of the town of [Lyman] burned.", "north of the town of Lyman"),
        ("They hold the suburb of [Lyman] now.", "the suburb of Lyman"),
    ],
)
def test_the_words_that_make_an_area_are_covered_with_the_name(marked: str, expected: str) -> None:
    assert area(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "[Lyman] is quiet.",
        "They left [Lyman] today.",
        "They came from [Lyman] today.",
        "They went from north to [Lyman] today.",
        "The mayor of [Lyman] left.",
        "The town of [Lyman] is quiet.",
        "Northern [Lyman] is quiet.",
        "They drove km from [Lyman] today.",
        "The cost of 10 to [Lyman] rose.",
        "Some 10 boats from [Lyman] came.",
        "of [Lyman]",
        "the [Lyman]",
        "km from [Lyman]",
    ],
)
def test_a_place_that_is_named_for_itself_is_no_area(marked: str) -> None:
    assert area(marked) is None


def test_words_of_another_sentence_or_line_make_no_area() -> None:
    assert area("They are near.\n[Lyman] is quiet.") is None
    assert area("They hold the [Lyman]\ndirection signs.") is None


def test_a_long_row_of_directions_is_cut_short() -> None:
    found = area("north and south and east and west and north and south of [Lyman]")
    assert found is not None
    assert len(found.split()) < 10
