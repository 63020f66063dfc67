"""Quotation marks told apart from apostrophes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.claims.quotes import find_quotes, paragraphs


def inner(text: str) -> list[str]:
    return [quoted.inner.cut(text) for quoted in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “it fell” twice.", ["it fell"]),
        ('She said "it fell" twice.', ["it fell"]),
        ("She said ‘it fell’ twice.", ["it fell"]),
        ("She said 'it fell' twice.", ["it fell"]),
        ("Sie sagte „es fiel“ zweimal.", ["es fiel"]),
        ("Elle a dit «il est tombé» hier.", ["il est tombé"]),
        ("She said ``it fell'' twice.", ["it fell"]),
        ("“He cried ‘stop’ and ran,” she said.", ["He cried ‘stop’ and ran,", "stop"]),
        ("Halden’s officials’ cars weren’t there.", []),
        ("Halden's officials' cars weren't there in the '90s.", []),
        ("the ’90s and rock ’n’ roll", []),
        ("‘The officials’ cars are gone,’ she said.", ["The officials’ cars are gone,"]),
        ("a ‘loss’ in the rebels’ ranks", ["loss"]),
        ("It’s ‘Halden’s bridge’ now.", ["Halden’s bridge"]),
        ("the road—“now open”—is wet", ["now open"]),
        ('("It fell," she said.)', ["It fell,"]),
        ("no marks here", []),
        ("“”", []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_depth_counts_quotations_around() -> None:
    assert [quoted.depth for quoted in find_quotes("“He cried ‘stop’ and ran,” she said.")] == [0, 1]


def test_open_quotation_runs_to_the_end_of_its_paragraph_and_goes_on_in_the_next() -> None:
    text = "“We left early.\n“Nobody came back,” she said."
    first, second = find_quotes(text)
    assert not first.closed
    assert first.inner.cut(text) == "We left early."
    assert second.continues == 0


def test_closed_quotation_does_not_go_on() -> None:
    assert find_quotes("“We left early.”\n“Nobody came back.”")[1].continues is None


def test_paragraphs_leave_blanks_out() -> None:
    text = "  One. \n\n\tTwo.\n"
    assert [span.cut(text) for span in paragraphs(text)] == ["One.", "Two."]


@given(st.text(alphabet="ab s.,\n“”‘’\"'„«»—", max_size=60))
def test_any_text_gives_passages_that_nest_or_stand_apart(text: str) -> None:
    found = find_quotes(text)
    for quoted in found:
        assert quoted.span.covers(quoted.inner)
        assert quoted.paragraph.covers(quoted.span)
    for one in found:
        for other in found:
            assert one.span.covers(other.span) or other.span.covers(one.span) or not one.span.overlaps(other.span)
