from hypothesis import given
from hypothesis import strategies as st

from whence.publish.visible import HAZARD, shorten, visible


def test_a_terminal_escape_is_named_not_obeyed() -> None:
    assert visible("red \x1b[31malert\x07 and \x9b2J") == "red ⟨U+001B⟩[31malert⟨U+0007⟩ and ⟨U+009B⟩2J"


def test_a_bidirectional_override_is_named() -> None:
    assert visible("the \u202eelbon\u202c colonel \u2066x\u2069") == "the ⟨U+202E⟩elbon⟨U+202C⟩ colonel ⟨U+2066⟩x⟨U+2069⟩"


def test_text_hidden_in_tag_characters_shows() -> None:
    assert visible("fine\U000e0041") == "fine⟨U+E0041⟩"


def test_joiners_that_scripts_need_stay() -> None:
    assert visible("می\u200cخواهم") == "می\u200cخواهم"


def test_what_cannot_be_seen_leaves_no_trace() -> None:
    assert visible("\ufeffwith\xaddrawal\u200b") == "withdrawal"


def test_lines_become_one() -> None:
    assert visible(" one\n two\tthree\r\n") == "one two three"


@given(st.text(st.characters()))
def test_nothing_hazardous_is_left(text: str) -> None:
    shown = visible(text)
    assert not HAZARD.search(shown)
    assert "\n" not in shown


@given(st.text(), st.integers(min_value=12, max_value=80))
def test_a_shortened_text_keeps_to_its_limit_and_its_beginning(text: str, limit: int) -> None:
    shown = shorten(text, limit)
    assert len(shown) <= limit
    if len(text) > limit:
        head, _, _ = shown.partition(" … ")
        assert text.startswith(head)
    else:
        assert shown == text


def test_words_are_left_out_of_the_middle() -> None:
    text = "the convoy that left at dawn with forty lorries has not been heard of since it passed the mill"
    assert shorten(text, 60) == "the convoy that left at dawn with forty … the mill"
