import pytest

from tests.factory import span
from whence.publish.position import find_paragraphs

TEXT = "Mills stand still.\n\nThe ferry is back.\n   \nIt runs twice a day."


@pytest.mark.parametrize(("words", "position"), [("Mills", "¶1 0–5"), ("ferry", "¶2 24–29"), ("twice", "¶3 51–56")])
def test_a_position_is_paragraph_and_offsets(words: str, position: str) -> None:
    assert " ".join(find_paragraphs(TEXT).locate(span(TEXT, words))) == position


def test_a_passage_over_paragraphs_names_the_first_and_the_last() -> None:
    assert find_paragraphs(TEXT).locate(span(TEXT, TEXT))[0] == "¶1–3"


def test_paragraphs_are_counted_where_there_is_something_to_read() -> None:
    assert [each.cut(TEXT) for each in find_paragraphs(TEXT).spans] == [
        "Mills stand still.",
        "The ferry is back.",
        "It runs twice a day.",
    ]
    assert find_paragraphs(" \n\n").spans == ()
