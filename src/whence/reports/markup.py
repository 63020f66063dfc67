"""A page's markup → what it states of itself: meta tags, JSON-LD of the article, canonical address, base for links.

Reads lxml trees that `pages` has parsed. It will not follow JSON-LD into lists of other articles.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

# JSON-LD types that are the story (schema.org), by how their names end: NewsArticle, ReportageNewsArticle, BlogPosting, Report.
_STORY_TYPES = ("article", "posting", "report", "newsarticle")
# Where JSON-LD keeps the page's own story; every other key leads to something else (related stories, the publisher's other works).
_INTO = ("@graph", "mainEntity", "mainEntityOfPage")
# Larger scripts are data of the site's programs, and nesting deeper than this is no description of a page.
_MAX_SCRIPT = 500_000
_MAX_DEPTH = 8
_MAX_META = 2_000


@dataclass(frozen=True, slots=True)
class Markup:
    """What a page's head says: `meta` as (lower-cased name, content) in order, `stories` the article objects of its JSON-LD."""

    meta: tuple[tuple[str, str], ...]
    stories: tuple[dict[str, Any], ...]
    canonical: str | None
    base: str | None
    language: str | None

    def stated(self, *names: str) -> tuple[str, ...]:
        """Return the contents of the meta tags of these names, in the page's order."""
        return tuple(content for name, content in self.meta if name in names)


def read_markup(tree: HtmlElement, *, url: str | None) -> Markup:
    """Return what the markup states; `url` is where the page was fetched, None for a file."""
    meta = tuple(_meta(tree))
    base = url
    for element in tree.iterfind(".//base[@href]"):
        base = _absolute(element.get("href") or "", url) or url
        break
    canonical = next((link for link in _canonicals(tree, base)), None)
    if canonical is None:
        canonical = next((found for name, content in meta if name == "og:url" and (found := _absolute(content, base))), None)
    stories = tuple(_stories(tree))
    own = [story for story in stories if canonical and _same_page(story, canonical)]
    return Markup(
        meta,
        tuple(own) or stories,
        canonical,
        base or canonical,
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )


def named(value: object) -> list[str]:
    """Return the names in a JSON-LD value: a string, an object with a name, or a list of either."""
    if isinstance(value, str):
        return [" ".join(value.split())] if value.strip() else []
    if isinstance(value, dict):
        return named(value.get("name")) if not isinstance(value.get("name"), dict) else []
    if isinstance(value, list):
        return [name for entry in value[:50] if not isinstance(entry, list) for name in named(entry)]
    return []


def absolute_link(href: str, base: str | None) -> str | None:
    """Return an http(s) link in full, without its fragment, or None where it is none or cannot be completed."""
    return _absolute(href, base)


def host(url: str | None) -> str | None:
    """Return an address's host without the prefixes that sites add for phones."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    for prefix in ("www.", "m.", "amp.", "mobile."):
        name = name.removeprefix(prefix) if name and name.count(".") > 1 else name
    return name or None


def _meta(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield name and content of the meta tags and of the elements that carry a property of the story for machines."""
    for count, element in enumerate(tree.iter("meta")):
        if count >= _MAX_META:
            return
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "")[:5000].split())
        if name and content:
            yield name.strip().lower(), content


def _canonicals(tree: HtmlElement, base: str | None) -> Iterator[str]:
    """Yield the addresses that the page calls its own."""
    for element in tree.iterfind(".//link[@rel]"):
        if "canonical" in (element.get("rel") or "").lower().split() and (found := _absolute(element.get("href") or "", base)):
            yield found


def _absolute(href: str, base: str | None) -> str | None:
    """Return an http(s) address in full, without its fragment."""
    try:
        full = urljoin(base or "", href.strip())
        parts = urlsplit(full)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None:
            return None
    except ValueError:
        return None
    return parts._replace(fragment="").geturl()


def _stories(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the article objects of the page's JSON-LD."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        body = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
        if not body or len(body) > _MAX_SCRIPT:
            continue
        try:
            data = json.loads(body, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _walk(data, 0)


def _walk(data: object, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the article objects in one piece of JSON-LD."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(data, list):
        for entry in data[:200]:
            yield from _walk(entry, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        names = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
        if any(isinstance(name, str) and name.lower().endswith(_STORY_TYPES) for name in names):
            yield data
        for key in _INTO:
            yield from _walk(data.get(key), depth + 1)


def _same_page(story: dict[str, Any], canonical: str) -> bool:
    """Tell whether an article object says that it is the page at this address."""
    page = story.get("mainEntityOfPage")
    ids = [story.get("url"), story.get("@id"), page.get("@id") if isinstance(page, dict) else page]
    return any(isinstance(one, str) and one.split("#")[0].rstrip("/") == canonical.rstrip("/") for one in ids)
