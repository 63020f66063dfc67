"""Reading → units: the passages of a report that are compared with those of others, each with where it stands.

For a report whose claims were read a unit is a claim; a claim that covers nearly the same words as another ("the withdrawal" within
"the withdrawal is complete") is compared with it as one. For a report in a language without an engine a unit is a clause, cut at
the ends of sentences and at commas that leave whole clauses on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from whence.records import EventType, Known, Reading, Span

SENTENCE_END = re.compile(r"(?<=[.!?…؟。])[\"”»’)\]]*\s+|\n+")
CLAUSE_END = re.compile(r"[,;:،؛](?=\s)|\s[–—-](?=\s)")
QUOTED = re.compile(r"«[^»\n]*»|“[^”\n]*”|„[^“”\n]*[“”]|\"[^\"\n]*\"")
ABBREVIATION = re.compile(
    r"(?:^|\W)(?!May\.|Mai\.)(?:[A-ZÀ-ÞА-ЯЁІЇЄҐ][a-zà-ÿа-яёіїєґ]{1,2}|\w|ca|cf|vs|гг|им|млн|обл|стр|тыс|ул)\.$"
)
"""A word whose stop ends no sentence: "Col.", "St.", an initial, "т.", "обл."."""

SHORTEST_CLAUSE = 24
"""Characters that a clause has at least; a shorter one stays with its neighbour. Swept 16 to 40 on the families: flat from 20 to
30."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One passage that is compared.

    `report` is the number of its reading, `claims` the ids of the claims it stands for (none where claims could not be read), `row`
    that of its vector in the reading's `claim_vectors`. `place` from 0 to 1 tells where in the text it begins.
    """

    report: int
    span: Span
    place: float
    claims: tuple[str, ...] = ()
    row: int | None = None
    event: EventType | None = None
    denied: bool = False
    quoted: bool = False


def units_of(reading: Reading, number: int) -> tuple[Unit, ...]:
    """Return the units of a reading, in the order of the text; `number` is the reading's among those compared."""
    length = max(len(reading.report.text), 1)
    if not reading.claims:
        return tuple(
            Unit(number, span, span.start / length, quoted=_is_quoted(reading.report.text, span))
            for span in clauses_of(reading.report.text)
        )
    units: list[Unit] = []
    for row, claim in enumerate(reading.claims):
        twin = next((n for n, unit in enumerate(units) if _is_one(unit.span, claim.span)), None)
        event = claim.event.type if claim.event else None
        if twin is None:
            quoted = claim.quotation is not None and claim.quotation != "indirect"
            units.append(
                Unit(number, claim.span, claim.span.start / length, (claim.id,), row, event, denied=claim.denied, quoted=quoted)
            )
            continue
        unit = units[twin]
        units[twin] = Unit(
            number, max(unit.span, claim.span, key=len), unit.place, (*unit.claims, claim.id), unit.row,
            unit.event or event, denied=unit.denied, quoted=unit.quoted,
        )  # fmt: skip
    return tuple(sorted(units, key=_where))


def _where(unit: Unit) -> Span:
    return unit.span


def _is_one(one: Span, other: Span) -> bool:
    """Tell whether two passages cover nearly the same words."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= 0.8 * max(len(one), len(other))


def clauses_of(text: str) -> tuple[Span, ...]:
    """Return the clauses of a text in any language with an alphabet."""
    found = []
    for sentence in sentences_of(text):
        found.extend(_clauses(text, sentence))
    return tuple(found)


def sentences_of(text: str) -> Iterator[Span]:
    """Yield the sentences of a text, cut at stops and line ends; an abbreviation's dot ends none."""
    start = 0
    for gap in SENTENCE_END.finditer(text):
        if "\n" not in gap.group() and (ABBREVIATION.search(text[start : gap.start()]) or not _begins(text[gap.end() :])):
            continue
        yield from _trimmed(text, start, gap.start() + len(gap.group().rstrip()))
        start = gap.end()
    yield from _trimmed(text, start, len(text))


def _begins(rest: str) -> bool:
    """Tell whether a sentence can begin so."""
    bare = rest.lstrip('"“«„(—–- ')
    return not bare or not bare[0].islower()


def _clauses(text: str, sentence: Span) -> list[Span]:
    """Return a sentence's clauses; what stands in quotation marks stays whole."""
    words = sentence.cut(text)
    closed = [match.span() for match in QUOTED.finditer(words)]
    cuts = [match.end() for match in CLAUSE_END.finditer(words) if not any(start < match.start() < end for start, end in closed)]
    edges = [0]
    for cut in cuts:
        if cut - edges[-1] >= SHORTEST_CLAUSE and len(words) - cut >= SHORTEST_CLAUSE:
            edges.append(cut)
    edges.append(len(words))
    return [
        span for start, end in pairwise(edges)
        for span in _trimmed(text, sentence.start + start, sentence.start + end)
    ]  # fmt: skip


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _is_quoted(text: str, span: Span) -> bool:
    """Tell whether most of a passage stands in quotation marks."""
    words = span.cut(text)
    return 2 * sum(len(match.group()) for match in QUOTED.finditer(words)) > len(words)


def language_of(reading: Reading) -> str:
    """Return the two letters of a report's language, empty where it is not known."""
    language = reading.report.language
    return language.value.split("-")[0].lower() if isinstance(language, Known) else ""


def number_units(readings: Sequence[Reading]) -> tuple[Unit, ...]:
    """Return the units of all readings, report by report."""
    return tuple(unit for number, reading in enumerate(readings) for unit in units_of(reading, number))
