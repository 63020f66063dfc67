import html
import re

from tests.publish.trace.dyke import dyke, hostile_comparison
from whence.publish.trace.page_diff import to_html


def test_the_page_shows_both_texts_with_what_differs() -> None:
    page = to_html(dyke())
    assert "<del>12</del> houses" in page
    assert "<ins>21</ins> houses" in page
    assert '<td dir="auto" lang="en"><ins>The water board denied that no warning had been given.</ins></td>' in page
    assert 'href="https://courier.example/dyke"' in page


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    for page in (to_html(dyke()), to_html(hostile_comparison())):
        assert "default-src 'none'" in html.unescape(page)
        assert not re.search(r"<(script|img|link|iframe|object)\b", page)
        assert not re.search(r"(?:src|href)=\"(?!https://courier\.example)[^\"]", page)
        assert not re.search("[\x1b\u202e]", page)
