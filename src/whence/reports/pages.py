"""An HTML page → its story: text, headline, outlet, authors, times, credits, fingerprints, links.

The text comes from trafilatura (Barbaresi 2021), times from htmldate and the page's own statements. What enters is bounded first:
elements are counted, attributes cut, nesting beyond the parser's limit refused.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from whence.errors import NoText, OnlyMenu, TooComplex, Undecodable
from whence.records import Absent, Credit, Known, Maybe, Reason, Report
from whence.reports.credits import credits_in_markup, credits_in_text, joined
from whence.reports.decode import decode
from whence.reports.identify import identify
from whence.reports.kinds import Kind
from whence.reports.markup import Markup, host, named, read_markup
from whence.reports.options import LoadOptions
from whence.reports.raw import Raw, short_id
from whence.reports.sites import fingerprints, outgoing_links
from whence.reports.story import Story, beside_story, clean, extract_story, is_prose, letters_of
from whence.reports.times import publication, update

# The extractor searches attributes over and over; longer ones name no part of a page, nor do more of them in all than any page has.
_MAX_ATTRIBUTE, _MAX_ATTRIBUTES = 1_000, 1_000_000
_LONG_ATTRIBUTES = frozenset({"content", "config"})
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "textarea"})
# Text that is told of links: fewer letters of running text than this, beside more links than that, is a menu.
_MIN_STORY_LETTERS = 120
_MANY_LINKS = 10
# The links of a menu are among the first of its page.
_COUNTED_LINKS = 500
# What a library raises on markup that it did not expect; one page must not stop the others.
_EXTRACTOR_FAILS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError, etree.LxmlError)
# What publishing systems put between a page's headline and its outlet in the title.
_TITLE_PARTS = re.compile(r"\s+(?:[|–—·•»«-]|::)\s+")


def read_page(raw: Raw, options: LoadOptions) -> Report:
    """Return the report on a page.

    Raises:
        InputError: if there is no story on it, or it cannot be read.
    """
    decoded = decode(raw.data, origin=raw.origin, encoding=options.encoding, charset=raw.charset, markup=True)
    tree = _parse(decoded.text, raw.origin, options)
    markup = read_markup(tree, url=raw.url)
    marks, links = fingerprints(tree, markup), outgoing_links(tree, markup, url=raw.url)
    try:
        story = extract_story(tree, url=raw.url or markup.canonical)
    except _EXTRACTOR_FAILS as error:
        raise TooComplex(raw.origin, f"the extractor fails on its markup ({type(error).__name__})") from error
    headline = _headline(tree, markup, story)
    outlet = _outlet(tree, markup, story, url=raw.url or markup.canonical, headline=headline)
    text = clean(story.text, headline=headline.value if isinstance(headline, Known) else None)
    _refuse_menu(tree, text, raw.origin)
    if decoded.broken and "\ufffd" in text:
        raise Undecodable(raw.origin, f"bytes within the story are not {decoded.encoding}")
    authors = _authors(markup, story, outlet)
    named_outlet = outlet.value if isinstance(outlet, Known) else None
    return Report(
        id=short_id(raw.sha256),
        text=text,
        sha256=raw.sha256,
        language=identify(text, declared=markup.language),
        url=raw.url or markup.canonical,
        headline=headline,
        outlet=outlet,
        authors=authors,
        published_at=publication(tree, markup, searched=story.searched),
        updated_at=update(tree, markup),
        captured_at=raw.captured_at,
        credits=joined(credits_in_text(text), _credits_beside(tree, text), credits_in_markup(markup, authors, outlet=named_outlet)),
        links=links,
        fingerprints=marks,
        media_type=Kind.HTML.value,
        origin=raw.origin,
    )


def _parse(text: str, origin: str, options: LoadOptions) -> HtmlElement:
    """Return the page's tree, bounded.

    Raises:
        NoText: if there is no element.
        TooComplex: if there are too many, or too deep.
    """
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        tree = document_fromstring(text.replace("\x00", "").encode("utf-8", errors="replace"), parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NoText(origin, "no markup with text in it") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise TooComplex(origin, "elements nested too deep")
    characters = described = 0
    for count, element in enumerate(tree.iter()):
        characters += _visible(element)
        if count >= options.max_elements:
            raise TooComplex(origin, f"more than {options.max_elements:,} elements")
        if characters > options.max_characters:
            raise TooComplex(origin, f"more than {options.max_characters:,} characters of text")
        described += _cut_attributes(element, described)
    return tree


def _cut_attributes(element: HtmlElement, described: int) -> int:
    """Cut what describes an element to what a page needs and return how much is left; `described` is that of the others."""
    size = 0
    for name, value in element.attrib.items() if isinstance(element.tag, str) else ():
        if name in _LONG_ATTRIBUTES:
            continue
        limit = _MAX_ATTRIBUTE if described + size < _MAX_ATTRIBUTES else 0
        if len(value) > limit:
            element.set(name, value[:limit])
        size += min(len(value), limit)
    return size


def _visible(element: HtmlElement) -> int:
    """Return how many characters of visible text stand in an element and behind it."""
    inside = len(element.text or "") if isinstance(element.tag, str) and element.tag not in _UNSEEN else 0
    return inside + len(element.tail or "")


def _refuse_menu(tree: HtmlElement, text: str, origin: str) -> None:
    """Refuse a page whose text is a menu or nothing.

    Raises:
        OnlyMenu: if there are links around no story.
        NoText: if there is hardly a word.
    """
    links = dict.fromkeys(found for link in tree.iterfind(".//a") if (found := letters_of("".join(link.itertext()))))
    prose = [line for line in text.split("\n") if is_prose(line) and letters_of(line) not in links]
    letters = letters_of("".join(prose))
    linked = sum(len(link) for link in list(links)[:_COUNTED_LINKS] if link in letters)
    if len(letters) - linked >= _MIN_STORY_LETTERS:
        return
    if len(links) >= _MANY_LINKS:
        raise OnlyMenu(origin, "only menus, links and notices, no story")
    if not prose:
        raise NoText(origin, "no text found on the page")


def _headline(tree: HtmlElement, markup: Markup, story: Story) -> Maybe[str]:
    """Return the headline: JSON-LD's, else the only first-rank heading, else the page's title without the outlet."""
    for entry in markup.stories:
        for name in named(entry.get("headline"))[:1]:
            return Known(name, (Reason("JSON-LD headline", "the page's markup names it"),))
    site = letters_of((*markup.stated("og:site_name"), "")[0])
    headings = [text for element in tree.iterfind(".//h1") if (text := " ".join("".join(element.itertext()).split()))]
    headings = [text for text in dict.fromkeys(headings) if letters_of(text) != site]
    if len(headings) == 1:
        return Known(headings[0], (Reason("heading", "the only heading of the first rank"),))
    for title in (*markup.stated("og:title"), " ".join((story.title or "").split())):
        if title:
            kept = [part for part in _TITLE_PARTS.split(title) if not (site and letters_of(part) == site)]
            return Known(
                " – ".join(kept) if len(kept) > 1 else title if not kept else kept[0], (Reason("title", "the page's title"),)
            )
    return Absent((Reason("markup", "no headline found"),))


def _outlet(tree: HtmlElement, markup: Markup, story: Story, *, url: str | None, headline: Maybe[str]) -> Maybe[str]:
    """Return the outlet as the page names it, else the host it is published on."""
    for name in markup.stated("og:site_name"):
        return Known(name, (Reason("meta og:site_name", "the page names its outlet"),))
    for entry in markup.stories:
        for name in named(entry.get("publisher"))[:1]:
            return Known(name, (Reason("JSON-LD publisher", "the page names its publisher"),))
    title = " ".join((tree.findtext(".//title") or "").split())
    parts = [part for part in _TITLE_PARTS.split(title) if part]
    if (
        isinstance(headline, Known)
        and len(parts) == len(("headline", "outlet"))
        and letters_of(headline.value) in {letters_of(part) for part in parts}
    ):
        other = parts[1] if letters_of(parts[0]) == letters_of(headline.value) else parts[0]
        return Known(other, (Reason("title", "the page's title names it beside the headline"),))
    home = host(url)
    if story.site and story.site.lower().removeprefix("www.") != home:
        return Known(story.site, (Reason("markup", "the page's tags name its outlet"),))
    if home:
        return Known(home, (Reason("address", "the page names no outlet; this is the host it is on"),))
    return Absent((Reason("markup", "the page names no outlet"),))


def _credits_beside(tree: HtmlElement, text: str) -> tuple[Credit, ...]:
    """Return the credits in lines of the page that the extractor took for no part of the story; they have no place in the text."""
    found = []
    for line in beside_story(tree, text):
        for credit in credits_in_text(line):
            if credit.span is not None and len(credit.span) == len(line):
                because = tuple(Reason(reason.kind, f"{reason.detail}, beside the story") for reason in credit.because)
                found.append(Credit(credit.kind, credit.name, credit.text, None, because))
    return tuple(found)


def _authors(markup: Markup, story: Story, outlet: Maybe[str]) -> tuple[str, ...]:
    """Return the people named as authors."""
    site = outlet.value.casefold() if isinstance(outlet, Known) else ""
    found: list[str] = []
    for entry in markup.stories:
        authors = entry.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            if not (isinstance(author, dict) and str(author.get("@type", "")).endswith("Organization")):
                found += named(author)
    if not any(entry.get("author") for entry in markup.stories):
        found = [name.strip() for name in (story.author or "").split(";") if name.strip()]
    return tuple(dict.fromkeys(name for name in found if name.casefold() != site and not name.startswith("http")))
