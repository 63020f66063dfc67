"""What a report declares itself to be made from or by: in its text, in its page's markup, in its feed.

Enters: the extracted text and what the markup states. Leaves: `Credit`s, those in the text with their place. The text keeps its
credit lines; which of them an analysis should not read as news is for the reader to decide.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from whence.records import Credit, Reason, Span
from whence.reports.markup import Markup, named

# Credits stand at the edges: so much of a long paragraph's beginning or end is looked at, and so many paragraphs.
_EDGE = 300
_OPENING, _HEAD, _CLOSING = 2, 5, 4
_SPLIT = re.compile(r"\s*(?:[,;/]|\band\b|&)\s*(?:and\s+)?")
_AT_PLACE = re.compile(r" in [A-ZÀ-ÞĀ-Ž][^,;]*\Z")
_NAME = re.compile(r"(?:The )?[^\W\d_a-zß-ÿ][\w.’'-]*(?: [\w.’'-]+){0,4}\Z")


@dataclass(frozen=True, slots=True)
class _Formula:
    """One way of giving credit."""

    kind: str
    where: str
    pattern: re.Pattern[str]
    meaning: str


def credits_in_text(text: str) -> tuple[Credit, ...]:
    """Return the credits that stand in a text, in its order; the first formula that fits a stretch has it."""
    paragraphs = list(_paragraphs(text))
    taken: list[Span] = []
    found: list[Credit] = []
    for formula in _formulas():
        for span, name in _matches(formula, text, paragraphs):
            if any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            because = (Reason("credit formula", formula.meaning, (span,)),)
            found += [Credit(_kind(formula.kind, one), one, span.cut(text), span, because) for one in _names(name)]
    return tuple(sorted(found, key=_place))


def credits_in_markup(markup: Markup, authors: Iterable[str], *, outlet: str | None) -> tuple[Credit, ...]:
    """Return the credits that a page's markup states: its authors and the sources it names."""
    found = [
        Credit(_kind("byline", author), author, author, None, (Reason("markup", "the page names its author"),))
        for author in authors
    ]
    table = _table()["markup"]
    found += [credit_field(content, f"meta {name}") for name, content in markup.meta if name in table["meta"]]
    for story in markup.stories:
        reason = Reason("JSON-LD author", "the page names an organisation as its author")
        others = [author for author in _organisations(story.get("author")) if author.casefold() != (outlet or "").casefold()]
        found += [Credit("agency", author, author, None, (reason,)) for author in others]
        for key, kind in table["story"].items():
            because = f"JSON-LD {key}"
            names = named(story.get(key)) or _addresses(story.get(key))
            found += [Credit(kind, name, name, None, (Reason(because, f"the page's markup says {key}: {name}"),)) for name in names]
    return tuple(found)


def credit_field(value: str, where: str) -> Credit:
    """Return the credit in a field that names the source, of a feed, a line of JSON or a page."""
    return Credit("feed", value, value, None, (Reason(where, f"{where} names {value}"),))


def joined(*groups: Iterable[Credit]) -> tuple[Credit, ...]:
    """Return credits of several origins, each kind and name once; a credit with a place in the text goes before one without."""
    everything = [credit for group in groups for credit in group]
    found: dict[tuple[str, str], Credit] = {}
    for credit in sorted(everything, key=_placeless):
        key = (credit.kind, (credit.name or credit.text).casefold())
        found.setdefault(key, credit)
    return tuple(found.values())


def _matches(formula: _Formula, text: str, paragraphs: list[Span]) -> Iterator[tuple[Span, str | None]]:
    """Yield where a formula fits and what it credits."""
    for span in _places(formula.where, paragraphs):
        match = _fit(formula, text, span)
        groups = {} if match is None else match.groupdict()
        if match is not None and match.group().strip() and ("known" not in groups or _are_agencies(groups["known"])):
            start, end = match.start(), match.end()
            lead = len(match.group()) - len(match.group().lstrip())
            tail = len(match.group()) - len(match.group().rstrip())
            yield Span(start + lead, end - tail), groups.get("name") or groups.get("known")


def _fit(formula: _Formula, text: str, span: Span) -> re.Match[str] | None:
    """Return the match of a formula in one paragraph, bounded to the edge it is looked for at."""
    if formula.where == "opening":
        return formula.pattern.match(text, span.start, min(span.end, span.start + _EDGE))
    if formula.where in {"head", "line"}:
        return formula.pattern.fullmatch(text, span.start, span.end) if len(span) <= _EDGE else None
    start = max(span.start, span.end - _EDGE)
    for match in formula.pattern.finditer(text, start, span.end):
        if match.end() == span.end:
            return match
    return None


def _places(where: str, paragraphs: list[Span]) -> list[Span]:
    """Return the paragraphs in which a formula is looked for."""
    cuts = {"opening": paragraphs[:_OPENING], "head": paragraphs[:_HEAD], "closing": paragraphs[-_CLOSING:]}
    return cuts.get(where, paragraphs)


def _paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs of a text without the blanks around them."""
    for match in re.finditer(r"[^\n]+", text):
        body = match.group()
        start = match.start() + len(body) - len(body.lstrip())
        end = match.start() + len(body.rstrip())
        if end > start:
            yield Span(start, end)


def _names(name: str | None) -> list[str | None]:
    """Return the single names in a credit, or its own words where they cannot be told apart; None where it names nobody."""
    whole = " ".join((name or "").split()).strip(" .;,–—-")
    whole = _AT_PLACE.sub("", whole)
    if not whole or whole.casefold() in _generic():
        return [None]
    parts = [part for part in _SPLIT.split(whole) if part]
    if len(parts) > 1 and all(_NAME.match(part) or part.casefold() in _generic() for part in parts) and whole not in _agencies():
        return [None if part.casefold() in _generic() else part for part in parts]
    return [whole]


def _kind(kind: str, name: str | None) -> str:
    """Return "agency" for a byline that is an agency's."""
    return "agency" if kind == "byline" and name in _agencies() else kind


def _are_agencies(names: str) -> bool:
    """Tell whether these are the names of known agencies and nothing else."""
    return names in _agencies() or all(part in _agencies() for part in _SPLIT.split(names))


def _organisations(author: object) -> list[str]:
    """Return the authors that JSON-LD says are organisations."""
    entries = author if isinstance(author, list) else [author]
    return [
        name
        for entry in entries
        if isinstance(entry, dict) and str(entry.get("@type", "")).endswith("Organization")
        for name in named(entry)
    ]


def _addresses(value: object) -> list[str]:
    """Return the addresses in a JSON-LD value that names nothing."""
    entries = value if isinstance(value, list) else [value]
    found = [entry.get("url") or entry.get("@id") for entry in entries if isinstance(entry, dict)]
    return [one for one in found if isinstance(one, str) and one.startswith("http")]


def _place(credit: Credit) -> tuple[int, str]:
    """Return what credits are sorted by."""
    return (credit.span.start if credit.span else -1, credit.name or "")


def _placeless(credit: Credit) -> bool:
    """Tell whether a credit has no place in the text."""
    return credit.span is None


@cache
def _table() -> dict[str, Any]:
    """Return the credit formulas."""
    with (files("whence") / "language" / "english" / "credits.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _agencies() -> frozenset[str]:
    """Return the known agencies' names."""
    return frozenset(_table()["agencies"]["names"])


@cache
def _generic() -> frozenset[str]:
    """Return the words that credit nobody by name."""
    return frozenset(name.casefold() for name in _table()["generic"]["names"])


@cache
def _formulas() -> tuple[_Formula, ...]:
    """Return the formulas with their parts filled in."""
    table = _table()
    formulas = []
    for entry in table["pattern"]:
        pattern = entry["pattern"]
        for name, part in table["parts"].items():
            pattern = pattern.replace("{" + name + "}", part)
        formulas.append(_Formula(entry["kind"], entry["where"], re.compile(pattern, re.MULTILINE), entry["meaning"]))
    return tuple(formulas)
