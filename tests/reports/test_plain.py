"""Plain text and Markdown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whence.reports.plain import read_markdown, read_plain, unwrap

WRAPPED = """\
Bridge shut for a week

The mayor of Kestrin said on Monday that the bridge would stay closed
until engineers had looked at the two piers that were damaged in the
flood of last month.

“We cannot take the risk,” she said, and added that the ferry would
run every half hour.
"""


def test_a_hard_wrapped_text_becomes_paragraphs_of_the_same_length() -> None:
    writing = read_plain(WRAPPED)
    assert writing.headline == "Bridge shut for a week"
    first, gap, second = writing.text.split("\n")
    assert (first[:18], first[-11:], gap) == ("The mayor of Kestr", "last month.", "")
    assert second.startswith("“We cannot")
    assert second.endswith("half hour.")
    assert len(unwrap(WRAPPED)) == len(WRAPPED)


def test_verse_and_lists_keep_their_lines() -> None:
    verse = "The bridge is closed, the ferry late,\nthe mayor says we have to wait,\n"
    verse += "the engineers are on their way,\nand that is all there is to say.\n"
    assert unwrap(verse) == verse


def test_one_paragraph_a_line_is_left_alone() -> None:
    text = (
        "The first paragraph is a long one that no program has wrapped, since it goes on beyond a hundred letters or so.\nA second."
    )
    assert read_plain(text + "\n").text == text


def test_a_first_sentence_is_no_headline() -> None:
    writing = read_plain("The bridge is shut.\n\nNobody knows why.")
    assert (writing.headline, writing.text) == (None, "The bridge is shut.\n\nNobody knows why.")
    assert read_plain("“It is shut”\n\nNobody knows why.").headline is None


@given(st.text(alphabet="ab \n.", max_size=300))
def test_unwrapping_moves_no_character(text: str) -> None:
    assert unwrap(text).replace("\n", " ") == text.replace("\n", " ")


def test_markdown_loses_its_marks_and_keeps_its_words() -> None:
    writing = read_markdown(
        '---\ntitle: "Not this"\ndate: 2031-05-04\nAuthor: Ana Kovar\n---\n# Bridge *shut*\n\nThe **mayor** said\nso [here](https://there.example/a).\n\n'
        "> “We wait,” she said.\n\n- one\n- two\n\n![map](m.png) <b>bold</b>\n\n```\ncode\n```\n<script>x()</script>\n"
    )
    assert writing.headline == "Bridge shut"
    assert writing.text.split("\n") == ["The mayor said so here.", "“We wait,” she said.", "one", "two", "bold", "code"]
    assert writing.links == ("https://there.example/a",)
    assert (writing.fields["date"], writing.fields["author"]) == ("2031-05-04", "Ana Kovar")


def test_front_matter_gives_the_headline_where_no_heading_does() -> None:
    assert read_markdown("---\ntitle: Bridge shut\n---\nThe mayor said so.\n").headline == "Bridge shut"
