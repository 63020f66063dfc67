"""Plain text and Markdown → text, headline, stated fields and links.

A plain text keeps every character at its place: a hard-wrapped one (mail, wire copy) gets blanks for the line ends within its
paragraphs, and a leading headline is cut off, nothing else. Markdown loses its marks; raw HTML in it is dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it.token import Token

# A headline is one short line without the full stop of a sentence; the longest of wire copy and newspapers stay below.
_HEADLINE_LETTERS = 160
_SENTENCE_END = (".", "!", "…", ":", ";", ",", "。", "！")
_CLOSED = ('"', "”", "»", ")")
# Hard-wrapped text: what mail and wire programs wrap at. Shorter is verse or a list, longer is not wrapped by hand or machine.
_WRAP_MIN, _WRAP_MAX = 45, 110
# So many of the line ends within paragraphs must have had no room for the next word.
_WRAP_SHARE = 0.8
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.{0,8000}?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_-]{2,30}):[ \t]*(.{0,500}?)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Writing:
    """What a text says of itself. `fields` are the front matter's, lower-cased names to values."""

    text: str
    headline: str | None = None
    links: tuple[str, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)


def read_plain(raw: str) -> Writing:
    """Return a plain text and, where its first paragraph is one, its headline."""
    text = unwrap(raw.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n"))
    first, gap, rest = text.lstrip().partition("\n\n")
    if gap and rest.strip() and _is_headline(first):
        return Writing(rest.strip("\n").rstrip(), headline=first.strip())
    return Writing(text.strip("\n").rstrip())


def unwrap(text: str) -> str:
    """Return the text with the line ends within hard-wrapped paragraphs as blanks: as long as before, every character at its place.

    Example:
        A line end counts as wrapping only where the next word had no room, so verse and lists keep theirs.
    """
    lines = text.split("\n")
    width = max((len(line.rstrip()) for line in lines), default=0)
    within = [n for n in range(len(lines) - 1) if lines[n].strip() and lines[n + 1].strip()]
    if not within or not _WRAP_MIN <= width <= _WRAP_MAX:
        return text
    full = {n for n in within if len(lines[n].rstrip()) + 1 + len(lines[n + 1].split(maxsplit=1)[0]) > width}
    if len(full) < _WRAP_SHARE * len(within) or median(len(lines[n]) for n in within) < _WRAP_MIN:
        return text
    kept = set(within)
    parts: list[str] = []
    for n, line in enumerate(lines):
        parts += [line, " " if n in kept else "\n"]
    return "".join(parts[:-1])


def _is_headline(paragraph: str) -> bool:
    """Tell whether a first paragraph is a headline: one short line that does not end as a sentence does."""
    line = paragraph.strip()
    return (
        0 < len(line) <= _HEADLINE_LETTERS and "\n" not in line and not line.endswith(_SENTENCE_END) and not line.endswith(_CLOSED)
    )


def read_markdown(raw: str) -> Writing:
    """Return a Markdown text without its marks; its first heading, if nothing stands before it, is the headline."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - a tenth of a second that only Markdown needs

    body = raw.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(body)
    fields = {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(front[1])} if front else {}
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(body[front.end() :] if front else body)
    headline = fields.get("title") or None
    if len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        headline = _inline_text(tokens[1].children or ())
        tokens = tokens[3:]
    paragraphs = [_block_text(token) for token in tokens if token.type in {"inline", "fence", "code_block"}]
    text = "\n".join(paragraph for paragraph in paragraphs if paragraph)
    return Writing(text, headline=headline, links=_links(tokens), fields=fields)


def _block_text(token: Token) -> str:
    """Return the words of one block."""
    return _inline_text(token.children or ()) if token.type == "inline" else token.content.strip()


def _inline_text(children: Iterable[Token]) -> str:
    """Return the words of one line, marks, pictures and raw HTML left out."""
    parts = []
    for child in children:
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
    return " ".join("".join(parts).split())


def _links(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the addresses that the text links to, each once."""
    found = [str(child.attrs.get("href", "")) for token in tokens for child in token.children or () if child.type == "link_open"]
    return tuple(dict.fromkeys(address for address in found if address.startswith(("http://", "https://"))))
