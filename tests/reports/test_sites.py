"""Account ids, feeds and outgoing links."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from whence.reports.markup import read_markup
from whence.reports.sites import fingerprints, outgoing_links


def marks(head: str, body: str = "") -> list[tuple[str, str]]:
    tree = document_fromstring(f"<html><head><title>t</title>{head}</head><body>{body}<p>x</p></body></html>")
    return [(mark.kind, mark.value) for mark in fingerprints(tree, read_markup(tree, url="https://here.example/a"))]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<script>ga('create', 'UA-1234567-8')</script>", ("analytics", "UA-1234567-8")),
        ("<script src='https://x.example/gtag/js?id=G-AB12CD34EF'></script>", ("analytics", "G-AB12CD34EF")),
        ('<script>ym(12345678, "init", {})</script>', ("analytics", "12345678")),
        ("<noscript><img src='https://mc.yandex.ru/watch/12345678'></noscript>", ("analytics", "12345678")),
        ("<script data-ad-client='ca-pub-1234567890123456'></script>", ("ads", "ca-pub-1234567890123456")),
        ("<meta name='google-adsense-account' content='ca-pub-1234567890123456'>", ("ads", "ca-pub-1234567890123456")),
        ("<script>x='GTM-AB12CD'</script>", ("tag-manager", "GTM-AB12CD")),
        ("<script>fbq('init', '123456789012345')</script>", ("pixel", "123456789012345")),
        (
            "<noscript><img src='https://www.facebook.com/tr?id=123456789012345&ev=PageView'></noscript>",
            ("pixel", "123456789012345"),
        ),
        ("<meta name='generator' content='Joomla! 6'>", ("generator", "Joomla! 6")),
        ("<link rel='canonical' href='/b'>", ("canonical", "https://here.example/b")),
        ("<link rel='alternate' type='application/rss+xml' href='/feed'>", ("feed", "https://here.example/feed")),
    ],
)
def test_each_trace(head: str, expected: tuple[str, str]) -> None:
    assert marks(head) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "<p>The flight UA-1234567-8 was late, G-AB12CD34EF too.</p>",
        "<script>x='XUA-1234567-8'; y='MG-AB12CD34EF'</script>",
        "<p class='GTM-AB12CD'>x</p>",
    ],
)
def test_what_only_looks_like_one(body: str) -> None:
    assert marks("", body) == []


def test_links_lead_out_once_in_full_and_without_passwords() -> None:
    body = (
        "<a href='https://there.example/1#top'>a</a><a href='https://there.example/1'>b</a><a href='/own'>c</a><a href='https://www.here.example/x'>d</a>"
        "<a href='//other.example/y'>e</a><a href='mailto:a@b.example'>f</a><a href='javascript:x()'>g</a><a href='https://u:p@there.example/2'>h</a>"
        "<a href='https://t.me/share/url?url=https://here.example/a'>i</a><a href='http://[bad'>j</a><a href='https://blog.here.example/z'>k</a>"
    )
    tree = document_fromstring(f"<html><body>{body}</body></html>")
    found = outgoing_links(tree, read_markup(tree, url="https://here.example/a"), url="https://here.example/a")
    assert found == ("https://there.example/1", "https://other.example/y")


def test_a_saved_page_without_an_address_keeps_full_links_alone() -> None:
    tree = document_fromstring("<html><body><a href='/x'>a</a><a href='https://there.example/1'>b</a></body></html>")
    assert outgoing_links(tree, read_markup(tree, url=None), url=None) == ("https://there.example/1",)
