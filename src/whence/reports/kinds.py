"""What kind of input some bytes are, by their content first, then by what the server or the file's name says.

Enters: the first bytes. Leaves: a `Kind`, or an `UnknownKind` that says what was seen.
"""

from __future__ import annotations

import codecs
import json
import re
from enum import StrEnum
from pathlib import PurePosixPath

from whence.errors import EmptyInput, UnknownKind

# So many bytes are looked at; every mark below stands well within them.
HEAD_BYTES = 65_536


class Kind(StrEnum):
    """The kinds of input, each by its media type."""

    HTML = "text/html"
    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    PDF = "application/pdf"
    LINES = "application/jsonl"


SUFFIXES = {
    ".html": Kind.HTML, ".htm": Kind.HTML, ".xhtml": Kind.HTML, ".shtml": Kind.HTML,
    ".txt": Kind.TEXT, ".text": Kind.TEXT,
    ".md": Kind.MARKDOWN, ".markdown": Kind.MARKDOWN,
    ".pdf": Kind.PDF,
    ".jsonl": Kind.LINES, ".ndjson": Kind.LINES, ".jsonlines": Kind.LINES,
}  # fmt: skip

MEDIA_TYPES = {
    "text/html": Kind.HTML, "application/xhtml+xml": Kind.HTML,
    "text/plain": Kind.TEXT,
    "text/markdown": Kind.MARKDOWN, "text/x-markdown": Kind.MARKDOWN,
    "application/pdf": Kind.PDF, "application/x-pdf": Kind.PDF,
    "application/jsonl": Kind.LINES, "application/x-jsonlines": Kind.LINES, "application/x-ndjson": Kind.LINES,
    "application/ndjson": Kind.LINES, "application/json-lines": Kind.LINES,
}  # fmt: skip

# Media types that say nothing of the content.
_VAGUE = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/download", "application/force-download"})
# Text, but never a report: reading them as one would give nonsense without a warning.
_OTHER_TEXT = frozenset(
    {".csv", ".tsv", ".xml", ".rss", ".atom", ".css", ".js", ".json5", ".yaml", ".yml", ".toml", ".ini", ".py", ".svg"}
)

_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MAGIC = (
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"RIFF", "a picture or a sound"),
    (b"\x1f\x8b", "a gzip archive"), (b"\xd0\xcf\x11\xe0", "an old office document"), (b"{\\rtf", "a rich-text document"),
    (b"%!PS", "a PostScript document"), (b"7z\xbc\xaf", "an archive"), (b"Rar!", "an archive"),
)  # fmt: skip
_HTML = re.compile(
    rb"\A\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_MARKUP = re.compile(rb"<(?:html|head|body|article|div|p|meta|table)\b[^>]{0,500}>", re.IGNORECASE)
_FEED = re.compile(rb"\A\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
# A page without a head: so many elements of pages among the first bytes.
_MANY_ELEMENTS, _FIRST_BYTES = 3, 8192
_XML = re.compile(rb"\A\s*<\?xml\b")


def sniff(head: bytes, *, origin: str, name: str = "", media_type: str | None = None) -> Kind:
    """Return the kind of an input from its first bytes, its file name and the media type it was served with.

    Raises:
        EmptyInput: if there is nothing but white space.
        UnknownKind: if it is none of the kinds.
    """
    start = _without_bom(head)
    if not start.strip(b" \t\r\n\f\x00"):
        raise EmptyInput(origin, "empty")
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    _refuse_binary(head, origin)
    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    declared = (media_type or "").split(";")[0].strip().lower()
    return _by_text(start, suffix, declared, origin)


def _by_text(start: bytes, suffix: str, declared: str, origin: str) -> Kind:
    """Return the kind of what is some text."""
    if _FEED.match(start):
        raise UnknownKind(origin, "a news feed, not a report")
    if _HTML.match(start):
        return Kind.HTML
    if _looks_like_lines(start):
        return Kind.LINES
    if declared in MEDIA_TYPES and not (MEDIA_TYPES[declared] is Kind.TEXT and suffix in SUFFIXES):
        return _not_pdf(MEDIA_TYPES[declared], origin)
    if declared not in _VAGUE and declared not in MEDIA_TYPES:
        raise UnknownKind(origin, f"served as {declared}")
    if suffix in SUFFIXES:
        return _not_pdf(SUFFIXES[suffix], origin)
    if suffix == ".json":
        raise UnknownKind(origin, "a JSON document, not JSON Lines (one report a line)")
    if suffix in _OTHER_TEXT or _XML.match(start):
        raise UnknownKind(origin, f"a {suffix or '.xml'} file is not a report")
    return Kind.HTML if len(_MARKUP.findall(start, 0, _FIRST_BYTES)) >= _MANY_ELEMENTS else Kind.TEXT


def _not_pdf(kind: Kind, origin: str) -> Kind:
    """Return the kind, unless it claims to be a PDF and is not.

    Raises:
        UnknownKind: if it does.
    """
    if kind is Kind.PDF:
        raise UnknownKind(origin, "named a PDF but is none")
    return kind


def _without_bom(head: bytes) -> bytes:
    """Return the bytes as ASCII-compatible text: byte-order mark off, UTF-16 as UTF-8."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[: len(head) // 2 * 2].decode("utf-16", errors="replace").encode("utf-8", errors="replace")
    return head.removeprefix(codecs.BOM_UTF8)


def _refuse_binary(head: bytes, origin: str) -> None:
    """Refuse what is not text.

    Raises:
        UnknownKind: naming what it seems to be.
    """
    for mark, what in _MAGIC:
        if head.startswith(mark):
            raise UnknownKind(origin, f"{what}, not a report")
    if b"\x00" in head and not head.startswith(_BOMS):
        raise UnknownKind(origin, "binary data")


def _looks_like_lines(start: bytes) -> bool:
    """Tell whether the first line is a JSON object by itself (or starts as one too long to be seen whole)."""
    body = start.lstrip()
    if not body.startswith(b"{"):
        return False
    first, newline, _ = body.partition(b"\n")
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return not newline and len(start) >= HEAD_BYTES // 2 and re.match(rb'\{\s*"[^"]{1,40}"\s*:', body) is not None
