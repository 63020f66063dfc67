"""Whether a report speaks at first hand."""

from __future__ import annotations

import pytest

from tests.factory import reading, report
from whence.lineage.voice import is_own_channel, newsroom_words, speaks_in_first_person


def speaks(text: str, language: str | None = "en") -> bool:
    return speaks_in_first_person(reading(report(text, language=language)))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I counted shots from the roof.", "en"), ("A man told us to leave.", "en"),
        ("We found two sheds.", None),
        ("Мы видели два сарая.", "ru"), ("Nous avons vu deux hangars.", "fr"),
    ],
)  # fmt: skip
def test_first_person(text: str, language: str | None) -> None:
    assert speaks(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Two sheds burned down.", "en"), ("“I counted shots,” she said.", "en"),
        ("The US sent carts.", "en"),
        ("Our correspondent counted shots.", "en"), ("Our own correspondent slept.", "en"), ("«Мы видели два сарая».", "ru"),
        ("I counted shots.", "xx"),
    ],
)  # fmt: skip
def test_no_first_person(text: str, language: str) -> None:
    assert not speaks(text, language)


@pytest.mark.parametrize("outlet", ["Ostrel Guard, press desk", "Press Service of the Guard", "Пресс-служба гвардии"])
def test_own_channel(outlet: str) -> None:
    assert is_own_channel(report("A text.", outlet=outlet))


@pytest.mark.parametrize("outlet", ["The Ostrel Press", "Venna Leaf", None])
def test_no_own_channel(outlet: str | None) -> None:
    assert not is_own_channel(report("A text.", outlet=outlet))


def test_the_words_by_which_a_newsroom_claims_to_have_been_there() -> None:
    text = "From where our own correspondent stands it is calm. We left. Our men. The correspondent slept."
    assert [span.cut(text) for span in newsroom_words(text, "en")] == ["our own correspondent"]
    assert newsroom_words(text, "xx") == ()
