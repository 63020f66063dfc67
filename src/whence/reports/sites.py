"""A page's markup → traces of the site: account ids, generator, canonical address, feeds, and the links that lead out of it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lxml.html import HtmlElement

from whence.records import Fingerprint
from whence.reports.markup import Markup, absolute_link, host

# So much of a page's scripts and attributes is searched; ids stand in the head and at the end of the body.
_MAX_SEARCHED = 2_000_000
_MAX_ATTRIBUTE = 20_000
# More links than this make a directory, not a report.
_MAX_LINKS = 2_000
_LONGEST_LINK = 2_000
_SEARCHED = frozenset({"src", "href", "content", "value", "config", "type"})


@dataclass(frozen=True, slots=True)
class _Trace:
    """One form of account id."""

    kind: str
    pattern: re.Pattern[str]
    where: str


def fingerprints(tree: HtmlElement, markup: Markup) -> tuple[Fingerprint, ...]:
    """Return the site's traces, each once: ids in the data file's order of forms, then generator, canonical address, feeds."""
    scripts, attributes = _machine_text(tree)
    places = {"script": (scripts,), "attribute": (attributes,), "markup": (scripts, attributes)}
    found = [
        Fingerprint(trace.kind, match[1])
        for trace in _traces()
        for text in places[trace.where]
        for match in trace.pattern.finditer(text)
        if not _within_word(text, match.start())
    ]
    found += [Fingerprint("generator", content[:200]) for content in markup.stated("generator")]
    if markup.canonical:
        found.append(Fingerprint("canonical", markup.canonical))
    for element in tree.iterfind(".//link[@rel]"):
        kind = (element.get("type") or "").lower()
        if kind in {"application/rss+xml", "application/atom+xml"} and (
            feed := absolute_link(element.get("href") or "", markup.base)
        ):
            found.append(Fingerprint("feed", feed))
    return tuple(dict.fromkeys(found))


def outgoing_links(tree: HtmlElement, markup: Markup, *, url: str | None) -> tuple[str, ...]:
    """Return the http(s) links to other hosts, each once in the page's order; links that share this page are left out."""
    own = {name for name in (host(url), host(markup.canonical)) if name}
    share = _share_links()
    found: dict[str, None] = {}
    for element in tree.iterfind(".//a[@href]"):
        href = element.get("href") or ""
        link = absolute_link(href, markup.base) if len(href) <= _LONGEST_LINK else None
        if link is None or any(mark in link for mark in share):
            continue
        name = host(link)
        if name is not None and not any(name == home or name.endswith(f".{home}") for home in own):
            found[link] = None
            if len(found) >= _MAX_LINKS:
                break
    return tuple(found)


def _within_word(text: str, start: int) -> bool:
    """Tell whether a word goes on before this character."""
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_")


def _machine_text(tree: HtmlElement) -> tuple[str, str]:
    """Return the scripts' text and the addresses and data attributes, cut to what is searched."""
    scripts: list[str] = []
    attributes: list[str] = []
    left = _MAX_SEARCHED
    for element in tree.iter():
        if left <= 0:
            break
        if element.tag in {"script", "noscript"} and element.text:
            scripts.append(element.text[:left])
            left -= len(element.text)
        for name, value in element.attrib.items():
            if name in _SEARCHED or str(name).startswith("data-"):
                attributes.append(value[:_MAX_ATTRIBUTE])
                left -= min(len(value), _MAX_ATTRIBUTE)
    return "\n".join(scripts), "\n".join(attributes)


@cache
def _traces() -> tuple[_Trace, ...]:
    """Return the forms of account ids."""
    with (files("whence") / "reports" / "fingerprints.toml").open("rb") as file:
        return tuple(_Trace(entry["kind"], re.compile(entry["pattern"]), entry["where"]) for entry in tomllib.load(file)["id"])


@cache
def _share_links() -> tuple[str, ...]:
    """Return what links carry that share the page they stand on."""
    with (files("whence") / "reports" / "fingerprints.toml").open("rb") as file:
        return tuple(tomllib.load(file)["links"]["share"])
