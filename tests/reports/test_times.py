"""Times that a page states: known, absent, undetermined, and never one for another."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from whence.records import Absent, Known, Maybe, Undetermined, value_or_none
from whence.reports.markup import read_markup
from whence.reports.times import Stated, parse_time, publication, settle, update


def times(head: str = "", body: str = "", searched: str | None = None) -> tuple[str, str]:
    tree = document_fromstring(f"<html><head><title>t</title>{head}</head><body>{body}<p>x</p></body></html>")
    markup = read_markup(tree, url=None)
    first, later = publication(tree, markup, searched=searched), update(tree, markup)
    return shown(first), shown(later)


def shown(found: Maybe[str]) -> str:
    return found.value if isinstance(found, Known) else type(found).__name__


def json_ld(**fields: str) -> str:
    pairs = ",".join(f'"{key}":"{value}"' for key, value in fields.items())
    return f'<script type="application/ld+json">{{"@type":"NewsArticle",{pairs}}}</script>'


PUBLISHED = '<meta property="article:published_time" content="2031-05-04T08:00:00+02:00">'


@pytest.mark.parametrize(
    ("head", "body", "searched", "expected"),
    [
        (PUBLISHED, "", None, ("2031-05-04T08:00:00+02:00", "Absent")),
        ("", "", None, ("Absent", "Absent")),
        ('<meta property="article:modified_time" content="2031-05-05">', "", "2031-05-05", ("Absent", "2031-05-05")),
        ('<meta property="article:modified_time" content="2031-05-05">', "", "2031-05-03", ("2031-05-03", "2031-05-05")),
        (PUBLISHED + json_ld(datePublished="2031-05-04T06:00:00Z"), "", None, ("2031-05-04T08:00:00+02:00", "Absent")),
        (PUBLISHED + json_ld(datePublished="2031-05-04"), "", None, ("2031-05-04T08:00:00+02:00", "Absent")),
        (PUBLISHED + json_ld(datePublished="2031-05-04T11:00:00+02:00"), "", None, ("2031-05-04", "Absent")),
        (PUBLISHED + json_ld(datePublished="2031-05-01"), "", None, ("Undetermined", "Absent")),
        ('<meta name="date" content="last Tuesday">', "", None, ("Undetermined", "Absent")),
        (
            "",
            '<time class="entry-date published" datetime="2031-05-04T08:00:00Z">x</time>',
            None,
            ("2031-05-04T08:00:00+00:00", "Absent"),
        ),
        ("", '<time class="updated" datetime="2031-05-04">x</time>', None, ("Absent", "2031-05-04")),
        ("", '<div class="related-posts"><time class="published" datetime="2030-01-01">x</time></div>', None, ("Absent", "Absent")),
        (
            "",
            '<time pubdate datetime="2031-05-04">x</time><time class="entry-date updated" datetime="2031-05-06">y</time>',
            None,
            ("2031-05-04", "2031-05-06"),
        ),
        ("", '<time datetime="2031-05-04">x</time>', None, ("Absent", "Absent")),
    ],
)
def test_statements(head: str, body: str, searched: str | None, expected: tuple[str, str]) -> None:
    assert times(head, body, searched) == expected


def test_the_dates_of_other_stories_in_the_markup_are_not_this_ones() -> None:
    items = '[{"@type":"NewsArticle","datePublished":"2030-01-01"}]'
    lists = f'<script type="application/ld+json">{{"@type":"ItemList","itemListElement":{items}}}</script>'
    assert times(lists) == ("Absent", "Absent")


def test_the_order_of_statements_does_not_matter() -> None:
    stated = [
        Stated(written, "here", parse_time(written)) for written in ("2031-05-04", "2031-05-04T08:00:00Z", "2031-05-04T08:01:00Z")
    ]
    assert value_or_none(settle(stated)) == value_or_none(settle(stated[::-1])) == "2031-05-04T08:01:00+00:00"


def test_reasons_name_every_statement() -> None:
    tree = document_fromstring(f"<html><head>{PUBLISHED}{json_ld(datePublished='2031-05-01')}</head><body>x</body></html>")
    found = publication(tree, read_markup(tree, url=None), searched=None)
    assert isinstance(found, Undetermined)
    assert [reason.kind for reason in found.because] == ["meta article:published_time", "JSON-LD datePublished"]
    assert isinstance(update(tree, read_markup(tree, url=None)), Absent)


@pytest.mark.parametrize("written", ["", "2031", "soon", "31.12.2031", "2031-13-01", "2031-05-04T25:00"])
def test_what_is_no_time(written: str) -> None:
    assert parse_time(written) is None


@pytest.mark.parametrize("written", ["2031-05-04T08:00:00.000Z", "2031-05-04 08:00:00+0000", "2031-05-04T08:00Z"])
def test_ways_of_writing_a_time(written: str) -> None:
    found = parse_time(written)
    assert found is not None
    assert found.isoformat() == "2031-05-04T08:00:00+00:00"
