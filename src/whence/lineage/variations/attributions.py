"""Attributions that changed on the way: another source than the one it was taken from, or one that claims to have been there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whence.collation.units import QUOTED, language_of
from whence.language.glossary import load_glossary
from whence.lineage.ground import Ground
from whence.lineage.variations.change import Change, Pair
from whence.lineage.voice import WORD, newsroom_words
from whence.records import Claim, Known, Reading, Source, SourceKind, Span, VariationKind

UNNAMED = frozenset(
    {SourceKind.ANONYMOUS, SourceKind.EXPERT, SourceKind.OFFICIAL, SourceKind.RESIDENT, SourceKind.OTHER, SourceKind.PARTY}
)
BEHIND = re.compile(r"(?: [^\W\d_]+){1,3}")


def find(ground: Ground, pair: Pair) -> Iterator[Change]:
    """Yield the sources of corresponding passages that are others than before, and a newsroom put in for a source."""
    child, parent = ground.readings[pair.child], ground.readings[pair.parent]
    done = set()
    for up, down in pair.passages:
        ours, theirs = _source(child, pair.units[down].claims), _source(parent, pair.units[up].claims)
        if ours is None or ours.span is None or theirs is None or theirs.span is None or ours.named or ours.kind not in UNNAMED:
            continue
        if ours.text.casefold() in done or _is_like(child, parent, ours, theirs):
            continue
        done.add(ours.text.casefold())
        yield Change(VariationKind.ATTRIBUTION, pair.parent, pair.child, down, ours.span, ours.text, theirs.text, theirs.span)
    yield from _newsroom(ground, pair)


def _source(reading: Reading, claims: tuple[str, ...]) -> Source | None:
    """Return the source nearest the event of the first of some claims."""
    claim: Claim | None = next((each for each in reading.claims if each.id in claims), None)
    return claim.chain[-1] if claim is not None and claim.chain else None


def _is_like(child: Reading, parent: Reading, ours: Source, theirs: Source) -> bool:
    """Tell whether two sources may be one: a meaning in common, one name, or words that say nothing ("they", "the group")."""
    mine, yours = _concepts(child, ours.text), _concepts(parent, f"{theirs.text} {_role(theirs)}")
    if not mine or mine & yours:
        return True
    return not theirs.named and ours.kind is theirs.kind


def _role(source: Source) -> str:
    return source.role.value if isinstance(source.role, Known) else ""


def _concepts(reading: Reading, words: str) -> frozenset[str]:
    glossary = load_glossary(language_of(reading))
    return frozenset().union(*(glossary.concepts(word) for word in WORD.findall(words))) if glossary else frozenset()


def _newsroom(ground: Ground, pair: Pair) -> Iterator[Change]:
    """Yield what claims that the report's own people were there, where it was written from another: "our correspondent reports"."""
    reading = ground.readings[pair.child]
    text = QUOTED.sub(_blank, reading.report.text)
    before = ground.readings[pair.parent].report.text.casefold()
    for span in newsroom_words(text, language_of(reading) or "en"):
        if span.cut(text).casefold() in before:
            continue
        behind = BEHIND.match(text, span.end)
        whole = Span(span.start, behind.end()) if behind else span
        unit = next((down for _, down in pair.passages if pair.units[down].span.overlaps(whole)), pair.passages[0][1])
        origin = next(up for up, down in pair.passages if down == unit)
        there = pair.units[origin].span
        was = " ".join(there.cut(ground.readings[pair.parent].report.text).split())
        yield Change(VariationKind.ATTRIBUTION, pair.parent, pair.child, unit, whole, whole.cut(text), was, there)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
