"""A page's tree → its story, by trafilatura, between two cleanings of our own.

Before: tables that only lay the page out become plain blocks, and parts that name themselves an advertisement, a banner or a list
of other stories go, unless they hold several long paragraphs. After: the publishing system's own lines between the paragraphs go.
"""

from __future__ import annotations

import copy
import logging
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

# A line of running text has this many words or, in scripts without blanks, this many letters.
_PROSE_WORDS, _FEW_WORDS, _PROSE_LETTERS = 8, 3, 30
_LONGEST_BOILERPLATE = 160
# The headline may be repeated within the first lines.
_FIRST_LINES = 4
# A part with so many paragraphs of such a length is text, whatever its class says.
_LONG_PARAGRAPH, _MANY_PARAGRAPHS = 100, 3
# A cell with blocks or with so much text in it lays out a page; one without holds a datum.
_LONG_CELL = 400
_BLOCKS = frozenset({"p", "div", "table", "h1", "h2", "h3", "ul", "ol", "article", "section", "blockquote"})
# What holds the story itself, whatever its class says.
_ROOTS = frozenset({"body", "article", "main"})
# What no reader sees; what JSON-LD says is read elsewhere.
_UNSEEN = ("script", "style", "template", "svg", "textarea", "select")
# Lines beside the story that are looked at for credits: so long, so many.
_LONGEST_CREDIT, _MANY_LINES = 300, 100
# htmldate refuses days after this one. A fixed day, so that the same page gives the same result on every day.
_LAST_DAY = "2100-01-01"

for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Story:
    """What the extractor found; `author` may be several told apart by semicolons, `searched` is htmldate's date."""

    text: str
    title: str | None
    site: str | None
    author: str | None
    searched: str | None


def extract_story(tree: HtmlElement, *, url: str | None) -> Story:
    """Return what the extractor finds; an empty text where it finds nothing. The tree stays as it is."""
    body = copy.deepcopy(tree)
    etree.strip_elements(body, etree.Comment, etree.ProcessingInstruction, *_UNSEEN, with_tail=False)
    _unroll_tables(body)
    _drop_parts(body)
    document = trafilatura.bare_extraction(
        body,
        url=url,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": _LAST_DAY},
    )
    if document is None or isinstance(document, dict):
        return Story("", None, None, None, None)
    return Story(document.text or "", document.title, document.sitename, document.author, document.date)


def clean(text: str, *, headline: str | None) -> str:
    """Return the paragraphs, one a line, without the headline above them and the publishing system's lines between them."""
    lines = [" ".join(line.replace("\\|", "|").strip("| ").split()) for line in text.split("\n")]
    kept = [line for line in lines if line and not _is_boilerplate(line)]
    title = letters_of(headline or "")
    return "\n".join(line for n, line in enumerate(kept) if n >= _FIRST_LINES or not title or letters_of(line) != title)


def beside_story(tree: HtmlElement, text: str) -> Iterator[str]:
    """Yield the short lines in the page's article or main part that are not in the text: kickers, captions, sign-offs."""
    known = letters_of(text)
    root = next(tree.iter("article", "main"), None)
    count = 0
    for element in root.iter("p", "div", "span", "em", "small", "footer", "address") if root is not None else ():
        if any(child.tag in _BLOCKS or child.tag == "span" for child in element) or _longer(element, _LONGEST_CREDIT):
            continue
        line = " ".join("".join(element.itertext()).split())
        if line and letters_of(line) not in known and not _in_named_part(element, ("comment", "comments")):
            yield line
            count += 1
        if count >= _MANY_LINES:
            return


def _is_boilerplate(line: str) -> bool:
    """Tell whether a line, or every part of it between upright strokes, is the publishing system's own."""
    return len(line) <= _LONGEST_BOILERPLATE and all(_boilerplate().fullmatch(part) for part in line.split(" | "))


def is_prose(line: str) -> bool:
    """Tell whether a line is running text rather than a label."""
    words = line.split()
    return len(words) >= _PROSE_WORDS or (len(words) <= _FEW_WORDS and sum(sign.isalpha() for sign in line) >= _PROSE_LETTERS)


def letters_of(text: str) -> str:
    """Return the letters and digits of a line, for telling whether two lines are the same."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _unroll_tables(tree: HtmlElement) -> None:
    """Turn tables that lay out the page into plain blocks."""
    for table in list(tree.iter("table")):
        cells = table.xpath("./tr/td | ./tr/th | ./tbody/tr/td | ./tbody/tr/th")
        if any(child.tag in _BLOCKS for cell in cells for child in cell) or any(_longer(cell, _LONG_CELL) for cell in cells):
            for part in [table, *cells, *table.xpath("./tr | ./tbody | ./tbody/tr")]:
                part.tag = "div"


def _drop_parts(tree: HtmlElement) -> None:
    """Take out the parts that name themselves something other than the story."""
    words, elements = _parts()
    texts = _long_paragraphs(tree)
    waiting = [tree]
    while waiting:
        for element in list(waiting.pop()):
            if not isinstance(element.tag, str) or element.tag == "head":
                continue
            named = element.tag in elements or not _named(element).isdisjoint(words)
            if named and element.tag not in _ROOTS and texts[element] < _MANY_PARAGRAPHS and 2 * texts[element] <= texts[tree]:
                element.drop_tree()
            else:
                waiting.append(element)


def _long_paragraphs(tree: HtmlElement) -> Counter[HtmlElement]:
    """Return how many long paragraphs stand within each element."""
    count: Counter[HtmlElement] = Counter()
    for paragraph in tree.iter("p"):
        if _longer(paragraph, _LONG_PARAGRAPH):
            count[paragraph] += 1
            count.update(paragraph.iterancestors())
    return count


def _named(element: HtmlElement) -> frozenset[str]:
    """Return the words between the hyphens and underscores of an element's class and id."""
    return frozenset(re.split(r"[\s_-]+", f"{element.get('class', '')} {element.get('id', '')}".lower()))


def _in_named_part(element: HtmlElement, names: tuple[str, ...]) -> bool:
    """Tell whether an element stands in a part with one of these words in its class or id."""
    return any(not _named(parent).isdisjoint(names) for parent in (element, *element.iterancestors()))


def _longer(element: HtmlElement, limit: int) -> bool:
    """Tell whether an element holds more characters of text than this; stops counting there."""
    count = 0
    for piece in element.itertext():
        count += len(piece.strip())
        if count > limit:
            return True
    return False


@cache
def _table() -> dict[str, Any]:
    """Return the data on what is no story."""
    with (files("whence") / "reports" / "boilerplate.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _boilerplate() -> re.Pattern[str]:
    """Return what a publishing system's own lines look like."""
    return re.compile("|".join(f"(?:{line})" for line in _table()["lines"]), re.IGNORECASE)


@cache
def _parts() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words and the elements of parts that are never the story."""
    parts = _table()["parts"]
    return frozenset(parts["words"]), frozenset(parts["elements"])
