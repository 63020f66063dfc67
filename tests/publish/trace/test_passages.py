from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from tests.factory import reading, report, span
from whence.publish.trace.passages import clip, find_sentences, mark_in_sentence, show_span, surround
from whence.records import Span

TEXT = "The bridge is closed. “Nobody was hurt,” she said. It rose by 4.5 metres!\nМост закрыт. Никто не пострадал."


def told(text: str) -> list[str]:
    return [each.cut(text) for each in find_sentences(report(text))]


def test_without_a_reading_sentences_end_by_their_punctuation() -> None:
    assert told(TEXT) == [
        "The bridge is closed.", "“Nobody was hurt,” she said.", "It rose by 4.5 metres!", "Мост закрыт.", "Никто не пострадал.",
    ]  # fmt: skip


def test_a_reading_knows_its_sentences_better() -> None:
    whole = report(TEXT)
    assert find_sentences(whole, reading(whole, sentences=(Span(0, 40),))) == (Span(0, 40),)


def test_a_passage_is_surrounded_by_the_sentences_it_reaches_into() -> None:
    sentences = find_sentences(report(TEXT))
    assert surround(span(TEXT, "Nobody"), sentences).cut(TEXT) == "“Nobody was hurt,” she said."
    assert surround(span(TEXT, "said. It"), sentences).cut(TEXT) == "“Nobody was hurt,” she said. It rose by 4.5 metres!"
    assert surround(Span(3, 9), ()) == Span(3, 9)


def test_a_passage_is_cut_to_its_text() -> None:
    assert clip(Span(2, 9), "four") == Span(2, 4)
    assert clip(Span(4, 9), "four") is None


def test_what_is_meant_is_marked_and_the_rest_muted() -> None:
    sentence = surround(span(TEXT, "closed"), find_sentences(report(TEXT)))
    assert mark_in_sentence(TEXT, sentence, (span(TEXT, "bridge"), span(TEXT, "closed")), look="added") == (
        '<span class="around">The </span><mark class="added">bridge</mark><span class="around"> is </span>'
        '<mark class="added">closed</mark><span class="around">.</span>'
    )


def test_overlapping_marks_are_joined() -> None:
    assert mark_in_sentence("abcdef", Span(0, 6), (Span(0, 4), Span(2, 6)), look="x") == (
        '<mark class="x">abcd</mark><mark class="x">ef</mark>'
    )


def test_a_long_passage_and_long_surroundings_are_cut_and_say_so() -> None:
    long = "word " * 500
    assert show_span(long, Span(0, len(long))).endswith('<span class="note">[…]</span>')
    shown = mark_in_sentence(long, Span(0, 2000), (Span(1000, 1004),), look="x")
    assert str(shown).count("[…]") == 2
    assert len(shown) < 600


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 80), st.integers(1, 20)), max_size=4))
def test_sentences_and_marks_keep_every_character(text: str, at: list[tuple[int, int]]) -> None:
    spans = find_sentences(report(text))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(each.cut(text) for each in spans).split()) == "".join(text.split())
    for sentence in spans:
        shown = mark_in_sentence("x" * len(text), sentence, [Span(start, start + size) for start, size in at], look="x")
        assert len(str(parser.fromstring(f"<p>{shown}</p>").text_content())) == len(sentence)
