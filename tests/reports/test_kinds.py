"""What some bytes are."""

from __future__ import annotations

import pytest

from whence.errors import EmptyInput, UnknownKind
from whence.reports.kinds import Kind, sniff

LINE = b'{"id": "a", "text": "The bridge is shut."}\n{"id": "b"'


@pytest.mark.parametrize(
    ("head", "name", "media_type", "kind"),
    [
        (b"<!DOCTYPE html><html>", "x.txt", None, Kind.HTML),
        (b"<!-- saved from a page -->\n<html lang='en'>", "", None, Kind.HTML),
        (b"\xef\xbb\xbf<?xml version='1.0'?><html xmlns='x'>", "", None, Kind.HTML),
        ("<html><body>".encode("utf-16"), "", None, Kind.HTML),
        (b"<div><p>One</p><p>Two</p>", "", None, Kind.HTML),
        (b"The bridge is shut <b>again</b>.", "", None, Kind.TEXT),
        (b"# Bridge shut\n", "x.md", None, Kind.MARKDOWN),
        (b"# Bridge shut\n", "x.MD", None, Kind.MARKDOWN),
        (b"# Bridge shut\n", "", "text/markdown; charset=utf-8", Kind.MARKDOWN),
        (b"# Bridge shut\n", "x.md", "text/plain", Kind.MARKDOWN),
        (b"Bridge shut", "story.log", None, Kind.TEXT),
        (b"Bridge shut", "", "text/html", Kind.HTML),
        (b"Bridge shut", "", "application/octet-stream", Kind.TEXT),
        (b"%PDF-1.7\n", "x.txt", "text/html", Kind.PDF),
        (LINE, "", None, Kind.LINES),
        (LINE, "x.json", "application/json", Kind.LINES),
        (b"not json\n" + LINE, "x.jsonl", None, Kind.LINES),
        (b'{"text": "' + b"a" * 70_000, "", None, Kind.LINES),
        (b"{curly} is what they called him.", "", None, Kind.TEXT),
    ],
)
def test_kinds(head: bytes, name: str, media_type: str | None, kind: Kind) -> None:
    assert sniff(head, origin="x", name=name, media_type=media_type) is kind


@pytest.mark.parametrize(
    ("head", "name", "media_type", "said"),
    [
        (b"PK\x03\x04\x14", "x.docx", None, "office document"),
        (b"\x89PNG\r\n", "x.html", None, "a picture"),
        (b"abc\x00def", "", None, "binary"),
        (b"a,b\n1,2\n", "x.csv", None, r"\.csv"),
        (b"<?xml version='1.0'?><rss version='2.0'>", "x.html", None, "news feed"),
        (b"<?xml version='1.0'?><note>", "", None, r"\.xml"),
        (b"{\n  'a': 1\n}", "x.json", None, "JSON document"),
        (b"plain words", "x.pdf", None, "named a PDF"),
        (b"plain words", "", "image/svg+xml", "served as image"),
        (b"plain words", "", "application/json", "served as application/json"),
    ],
)
def test_what_is_no_report(head: bytes, name: str, media_type: str | None, said: str) -> None:
    with pytest.raises(UnknownKind, match=said):
        sniff(head, origin="x", name=name, media_type=media_type)


@pytest.mark.parametrize("head", [b"", b" \n\t", b"\xef\xbb\xbf", " \n".encode("utf-16")])
def test_nothing(head: bytes) -> None:
    with pytest.raises(EmptyInput):
        sniff(head, origin="x")
