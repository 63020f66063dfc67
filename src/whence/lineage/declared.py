"""Declared descent: what a report itself says of where it has things from.

Bylines, agency credits and links lead to outlets; outlets named in the text ("the Herald reported, citing…") do too. That a report
names an outlet does not say that it read it: a rewrite keeps the credit of what it rewrites.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from whence.collation.keys import WORD
from whence.language.glossary import load_glossary
from whence.lineage.voice import is_own_channel
from whence.records import Known, Report, Span

LEADING = re.compile(r"^(?:(?:the|la|le|les|el|los|las|der|die|das|il|o|a)\s+|l['’]\s*)(?=\S)", re.IGNORECASE)
SHORTEST = 4
"""Letters of an outlet's name under which it could be any word."""


def outlet_of(report: Report) -> str:
    """Return an outlet's name without an article, empty where there is none to look for."""
    if not isinstance(report.outlet, Known):
        return ""
    name = LEADING.sub("", report.outlet.value.strip()).split("(")[0].split(",")[0].strip()
    return name if len(name) >= SHORTEST else ""


def host_of(url: str | None) -> str:
    """Return the host of an address without "www.", empty where there is none."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a report can be credited by, and where it may credit others.

    `name` is its outlet's, `pattern` finds it in a text, `channel` tells that it is a body's own; `host` and `address` are where it
    stands; `credits` and `links` are those of its markup.
    """

    name: str
    pattern: re.Pattern[str] | None
    channel: bool
    host: str
    address: str
    text: str
    language: str
    credits: tuple[str, ...]
    links: frozenset[str]


def imprint_of(report: Report) -> Imprint:
    """Return what a report can be credited by and credits."""
    name = outlet_of(report)
    return Imprint(
        name,
        re.compile(rf"(?<!\w){re.escape(name)}(?!\w)") if name else None,
        is_own_channel(report),
        host_of(report.url),
        (report.url or "").rstrip("/"),
        report.text,
        report.language.value.split("-")[0].lower() if isinstance(report.language, Known) else "en",
        tuple(credit.name.casefold() for credit in report.credits if credit.name),
        frozenset(link.split("#")[0].rstrip("/") for link in report.links),
    )


def find_credit(child: Imprint, parent: Imprint) -> tuple[Span, ...] | None:
    """Return where `child` credits `parent`: passages of its text, none for a link or a credit in the markup; None if it does not.

    A statement that the child speaks of may be what a parent that is a body's own channel put out.
    """
    if parent.pattern is not None and parent.name != child.name:
        if parent.name in child.text:
            found = tuple(Span(match.start(), match.end()) for match in parent.pattern.finditer(child.text))
            if found:
                return found
        if any(parent.name.casefold() in credit for credit in child.credits):
            return ()
    if parent.host and parent.host != child.host:
        if parent.address in child.links:
            return ()
        at = child.text.find(parent.host)
        if at >= 0:
            return (Span(at, at + len(parent.host)),)
    return (find_statements(child.text, child.language) or None) if parent.channel and not child.channel else None


@lru_cache(maxsize=1024)
def find_statements(text: str, language: str) -> tuple[Span, ...]:
    """Return where a text speaks of a statement or communiqué, which a body's own channel may have put out."""
    glossary = load_glossary(language)
    if glossary is None:
        return ()
    words = WORD.finditer(text)
    return tuple(Span(word.start(), word.end()) for word in words if "statement" in glossary.concepts(word.group()))
