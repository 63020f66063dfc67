from markdown_it import MarkdownIt

from tests.publish.trace.dyke import dyke, hostile_comparison
from whence.publish.trace.markdown_diff import to_markdown

PARSER = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])


def test_each_passage_is_a_row_and_only_what_differs_is_marked() -> None:
    told = to_markdown(dyke())
    assert (
        "| changed | The mayor, Ana Bel, said that ~~12~~ houses stood under water. | The mayor, Ana Bel, said that **21** houses"
        in told
    )
    assert "| added |  | **The water board denied that no warning had been given.** |" in told
    assert "| dropped | ~~Nobody had warned them, she said.~~ |  |" in told
    assert sum(token.type == "tr_open" for token in PARSER.parse(told)) == 1 + 5


def test_no_word_makes_markdown() -> None:
    found = {token.type for top in PARSER.parse(to_markdown(hostile_comparison())) for token in (top, *(top.children or ()))}
    assert not found & {"link_open", "image", "html_inline", "html_block", "code_inline", "em_open"}
    assert sum(token.type == "td_open" for token in PARSER.parse(to_markdown(hostile_comparison()))) == 3 * 3
