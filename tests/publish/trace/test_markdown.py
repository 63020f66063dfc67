from markdown_it import MarkdownIt

from tests.publish.trace.traces import family, hostile_trace, nothing
from whence.publish.trace.markdown import to_markdown

PARSER = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
ACTIVE = {"link_open", "image", "html_inline", "html_block", "code_inline", "code_block", "em_open", "table_open", "s_open"}


def kinds(markdown: str) -> set[str]:
    return {token.type for top in PARSER.parse(markdown) for token in (top, *(top.children or ()))}


def test_the_parts_come_in_the_order_of_the_terminal() -> None:
    told = to_markdown(family())
    heads = ("# Who wrote", "## Stemma", "## Witnesses", "## Assertions", "### 12 families", "## Put in on the way", "## Findings")
    assert [told.index(head) for head in heads] == sorted(told.index(head) for head in heads)


def test_the_stemma_is_a_list_as_deep_as_the_tree() -> None:
    tokens = PARSER.parse(to_markdown(family()).partition("## Witnesses")[0])
    assert sum(token.type == "list_item_open" for token in tokens) == 6 + 1 + 1, "texts, one pointer, one lost text in words"
    assert max(token.level for token in tokens if token.type == "inline") == 3 + 2 * 3


def test_an_edge_within_reach_is_told() -> None:
    assert "; or else from Inland Post (4), 22%\n" in to_markdown(family())


def test_every_variation_is_told_with_its_heirs() -> None:
    told = to_markdown(family())
    number = "- number: “120 families” where Coastline Press (2) has “12 families”, first in Inland Post (4); inherited by "
    assert f"{number}Wire Seven (5)" in told
    assert "- added evidence: “Satellite images”, first in Inland Post (4)" in told


def test_no_part_of_a_trace_makes_markdown() -> None:
    told = to_markdown(hostile_trace())
    assert not kinds(told) & ACTIVE
    assert "\u202e" not in told
    assert "\x1b" not in told


def test_nothing_found_is_said() -> None:
    told = to_markdown(nothing())
    assert "Nobody who could be identified." in told
    assert "## Assertions" not in told
    assert told.endswith(".\n")
