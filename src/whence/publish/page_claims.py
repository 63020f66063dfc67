"""What the page shows of claims: the events with a row for each claim, what is no event, and on whose word all stands.

Enters: a reading. Leaves: plain data for the template. Each row has a number, by which the text leads to it and it leads back, and
names the entry of its chain among the sources.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from whence.publish.chains import ChainGroup, count, group_claims, label, label_chain, tell_about
from whence.publish.event_wording import tell_certainty, tell_chain, tell_evidence, tell_headline, tell_telling
from whence.publish.position import Paragraphs
from whence.publish.reasons import show_reasons
from whence.publish.sections import sort_claims
from whence.publish.wording import join_told, tell_cue, tell_passage, tell_quotation
from whence.records import Claim, Reading, Reason, Source

SIGNS = {"named": "●", "unnamed": "○", "own": "–"}


@dataclass(frozen=True, slots=True)
class Desk:
    """What the rows of one page are made from: the reading, its paragraphs, the number and the source's entry of each claim."""

    reading: Reading
    paragraphs: Paragraphs
    numbers: dict[int, int]
    sources: dict[int, str]


def lay_out(reading: Reading, paragraphs: Paragraphs) -> Desk:
    """Return the numbers of the claims, counted from 1, and for each the id of its chain's entry."""
    numbers = {id(claim): number for number, claim in enumerate(reading.claims, start=1)}
    sources = {
        id(claim): f"g{index}" for index, group in enumerate(group_claims(reading.claims), start=1) for claim in group.claims
    }
    return Desk(reading, paragraphs, numbers, sources)


def show_events(desk: Desk) -> list[dict[str, object]]:
    """Return what the template shows of each event: its headline in parts, how it is told, a row a claim."""
    shown: list[dict[str, object]] = []
    for index, group in enumerate(sort_claims(desk.reading).events, start=1):
        headline = tell_headline(group, desk.reading)
        facts = [part for part in (headline.who, headline.numbers, headline.where, headline.when) if part]
        shown.append(
            {
                "id": f"e{index}",
                "what": headline.what,
                "where": headline.where,
                "facts": facts,
                "telling": tell_telling(group),
                "rows": show_rows(group.claims, desk),
            }
        )
    return shown


def show_sections(desk: Desk) -> list[dict[str, object]]:
    """Return what the template shows of the claims that are of no event."""
    return [
        {
            "id": section.title.lower().replace(" ", "-"),
            "title": section.title,
            "folded": section.folded,
            "total": count(len(section.claims), "claim"),
            "rows": show_rows(section.claims, desk),
        }
        for section in sort_claims(desk.reading).rest
    ]


def show_rows(claims: Iterable[Claim], desk: Desk) -> list[dict[str, object]]:
    """Return what the template shows of some claims."""
    return [show_claim(claim, desk) for claim in claims]


def show_claim(claim: Claim, desk: Desk) -> dict[str, object]:
    """Return what the template shows of one claim."""
    text = desk.reading.report.text
    cue, grade = tell_cue(claim, text)
    naming = "own" if claim.own_voice else "named" if claim.chain[-1].named else "unnamed"
    return {
        "number": desk.numbers[id(claim)],
        "source": desk.sources[id(claim)],
        "naming": naming,
        "sign": SIGNS[naming],
        "passage": tell_passage(claim, text),
        "chain": tell_chain(claim),
        "cue": cue,
        "grade": grade,
        "quotation": tell_quotation(claim),
        "certainty": tell_certainty(claim, text),
        "evidence": tell_evidence(claim),
        "position": " ".join(desk.paragraphs.locate(claim.span)),
        "because": show_reasons(dict.fromkeys(reasons_of(claim)), text),
    }


def reasons_of(claim: Claim) -> Iterable[Reason]:
    """Yield every reason for what is told of a claim: the claim, its event, those in it, how sure, on what, on whose word."""
    yield from claim.because
    yield from claim.event.because if claim.event else ()
    parts = (claim.actors, claim.quantities, claim.certainties, claim.evidence, claim.chain)
    yield from (reason for told in parts for part in told for reason in part.because)


def show_sources(desk: Desk) -> list[dict[str, object]]:
    """Return what the template shows of each chain: its sources, how many statements, the numbers of its claims."""
    return [
        {
            "id": f"g{index}",
            "naming": naming_of(group),
            "sign": SIGNS[naming_of(group)],
            "label": label_chain(group.chain),
            "chain": [show_source(source) for source in group.chain],
            "total": count(group.statements, "statement"),
            "statements": group.statements,
            "claims": [desk.numbers[id(claim)] for claim in group.claims],
        }
        for index, group in enumerate(group_claims(desk.reading.claims), start=1)
    ]


def show_source(source: Source) -> dict[str, object]:
    """Return what the template shows of one link of a chain."""
    naming = "named" if source.named else "unnamed"
    return {"naming": naming, "sign": SIGNS[naming], "label": label(source), "about": tell_about(source)}


def naming_of(group: ChainGroup) -> str:
    """Return named, unnamed or own: by the source nearest the event."""
    return "own" if group.own_voice else "named" if group.named else "unnamed"


def tell_hover(claim: Claim, text: str) -> str:
    """Return what a passage's tooltip says: on whose word, how it is said, and how sure."""
    cue, grade = tell_cue(claim, text)
    return join_told(", ", label_chain(claim.chain), cue, grade, tell_quotation(claim), tell_certainty(claim, text))


def draw_bar(groups: Iterable[ChainGroup]) -> list[dict[str, object]]:
    """Return the parts of the bar in thousandths: statements by named sources, by unnamed ones, in the report's own voice."""
    totals = dict.fromkeys(SIGNS, 0)
    for group in groups:
        totals[naming_of(group)] += group.statements
    whole = sum(totals.values())
    words = {"named": "from a named source", "unnamed": "from an unnamed source", "own": "in the report’s own voice"}
    parts: list[dict[str, object]] = []
    start = 0
    for naming, number in totals.items():
        if number:
            width = round(1000 * number / whole)
            told = f"{count(number, 'statement')} {words[naming]}"
            parts.append({"naming": naming, "sign": SIGNS[naming], "start": start, "width": width, "words": told})
            start += width
    return parts
