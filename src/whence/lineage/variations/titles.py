"""Titles and offices that a person did not have: "General" for a colonel, "commander of the brigade" for a civilian."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from whence.collation.units import language_of
from whence.language.glossary import Glossary, load_glossary, load_group
from whence.lineage.ground import Ground
from whence.lineage.variations.change import Change, Pair
from whence.lineage.variations.names import Name, runs_of
from whence.records import Span, VariationKind

AROUND = 70
"""Characters before and behind a name in which the parent may give a title."""

WORD = re.compile(r"[^\W\d_]+")
BEFORE = re.compile(r"(?:(?<=\W)|^)(?:[A-ZÀ-ÞА-ЯІЇЄҐ]\w+ )?([^\W\d_]+)[ -]$")
BEHIND = re.compile(r"^, (?:the )?([^\W\d_]+(?: [^\W\d_]+)?) (?:of|for|de|des|du|del) [^,.;\n“”\"]{1,60}(?=[,.;])")


def find(ground: Ground, pair: Pair) -> Iterator[Change]:
    """Yield each title beside a name of the child that the parent does not give the same person."""
    child, parent = ground.readings[pair.child], ground.readings[pair.parent]
    ours, theirs = load_glossary(language_of(child)), load_glossary(language_of(parent))
    if ours is None or theirs is None:
        return
    text, told = child.report.text, _told(ground, pair.parent, theirs)
    first: dict[str, Name] = {}
    for name in runs_of(ground, pair.parent):
        for key in name.keys:
            first.setdefault(key, name)
    done = set()
    for name in runs_of(ground, pair.child):
        known = [key for key in name.keys if key in told]
        if not known:
            continue
        held: frozenset[str] = frozenset().union(*(told[key] for key in known))
        for span, titles in _titles(text, name, ours):
            written = span.cut(text)
            if titles & held or written.casefold() in done:
                continue
            done.add(written.casefold())
            unit = next((down for _, down in pair.passages if pair.units[down].span.overlaps(name.span)), pair.passages[0][1])
            origin = first[min(known)]
            yield Change(VariationKind.PERSON, pair.parent, pair.child, unit, span, written, origin.words, origin.span)


def _told(ground: Ground, report: int, glossary: Glossary) -> dict[str, frozenset[str]]:
    """Return for each name of a report the titles near it."""
    text = ground.readings[report].report.text
    told: dict[str, frozenset[str]] = defaultdict(frozenset)
    for name in runs_of(ground, report):
        around = text[max(0, name.span.start - AROUND) : name.span.end + AROUND]
        concepts: frozenset[str] = frozenset().union(*(glossary.concepts(word) for word in WORD.findall(around)))
        for key in name.keys:
            told[key] |= concepts & load_group("titles")
    return told


def _titles(text: str, name: Name, glossary: Glossary) -> Iterator[tuple[Span, frozenset[str]]]:
    """Yield what gives a name a title, with the concepts of the title: the title and the name, or what is set behind it."""
    before = BEFORE.search(text[max(0, name.span.start - 60) : name.span.start])
    if before is not None:
        titles = glossary.concepts(before.group(1)) & load_group("titles")
        start = max(0, name.span.start - 60) + before.start()
        if titles:
            yield Span(start, name.span.end), titles
    behind = BEHIND.match(text[name.span.end : name.span.end + 90])
    if behind is not None:
        titles = frozenset().union(*(glossary.concepts(word) for word in behind.group(1).split())) & load_group("titles")
        start = name.span.end + behind.start(1)
        if titles:
            yield Span(start, name.span.end + len(behind.group().rstrip())), titles
