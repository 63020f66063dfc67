"""Claims on the terminal's sheet: by event, then what is no event; under each its words, the chain behind it, how sure, on what.

Colour is never alone in saying something. Report text goes through `visible`, never through Rich's markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from whence.publish.chains import count
from whence.publish.event_groups import EventGroup
from whence.publish.event_wording import tell_certainty, tell_chain, tell_evidence, tell_headline, tell_telling
from whence.publish.position import Paragraphs
from whence.publish.sections import Section, sort_claims
from whence.publish.visible import shorten
from whence.publish.wording import tell_passage, tell_saying
from whence.records import Claim, Reading

# How much of a passage is shown, in characters: about three lines of the passage column at 80 columns.
PASSAGE_SHOWN = 150
# How many statements of the report's own voice are shown of one section before the rest is folded into a count.
OWN_VOICE_SHOWN = 3

NAMED, UNNAMED, OWN = "●", "○", "–"
FOLDED = "shown with --all"


def view_claims(reading: Reading, paragraphs: Paragraphs, *, full: bool) -> Iterator[RenderableType]:
    """Yield every event with its claims, then the other claims by what they are."""
    sections = sort_claims(reading)
    for group in sections.events:
        yield Text()
        yield view_headline(group, reading)
        yield Padding(view_rows(group.claims, reading, paragraphs, full=full), (0, 0, 0, 2))
    for section in sections.rest:
        yield Text()
        yield from view_section(section, reading, paragraphs, full=full)


def view_headline(group: EventGroup, reading: Reading) -> RenderableType:
    """Return an event in plain words, and how it is told."""
    headline = Text(str(tell_headline(group, reading)), style="bold")
    told = tell_telling(group)
    return Group(headline, Padding(Text(told, style="dim"), (0, 0, 0, 2))) if told else headline


def view_section(section: Section, reading: Reading, paragraphs: Paragraphs, *, full: bool) -> Iterator[RenderableType]:
    """Yield claims that are of no event; what is folded as a count."""
    number = count(len(section.claims), "claim")
    hidden = section.folded and not full
    yield Text.assemble((section.title, "bold"), (f"  {number}{f', {FOLDED}' if hidden else ''}", "dim"))
    if hidden:
        return
    own = [claim for claim in section.claims if claim.own_voice]
    left_out = set() if full else {id(claim) for claim in own[OWN_VOICE_SHOWN:]}
    shown = [claim for claim in section.claims if id(claim) not in left_out]
    yield Padding(view_rows(shown, reading, paragraphs, full=full), (0, 0, 0, 2))
    if left_out:
        yield Padding(Text(f"and {len(left_out)} more in the report’s own voice, {FOLDED}", style="dim italic"), (0, 0, 0, 2))


def view_rows(claims: Sequence[Claim], reading: Reading, paragraphs: Paragraphs, *, full: bool) -> RenderableType:
    """Return one row a claim: its position, and its passage over what is told of it."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True, width=position_width(reading, paragraphs))
    table.add_column(ratio=1)
    for claim in claims:
        passage = tell_passage(claim, reading.report.text)
        words = Text(passage if full else shorten(passage, PASSAGE_SHOWN))
        table.add_row(Text(tell_position(claim, paragraphs), style="dim"), Group(words, *view_behind(claim, reading.report.text)))
    return table


def view_behind(claim: Claim, text: str) -> Iterator[RenderableType]:
    """Yield on whose word a claim stands and how it is said, how sure it is told, and what it is said to rest on."""
    sign, style = (OWN, "dim") if claim.own_voice else (NAMED, "cyan") if claim.chain[-1].named else (UNNAMED, "yellow")
    chain = Text(f"{sign} {tell_chain(claim)}", style=style)
    if saying := tell_saying(claim, text):
        chain.append(f" · {saying}", style="not bold dim")
    yield chain
    if certainty := tell_certainty(claim, text):
        yield Padding(Text(certainty, style="bold"), (0, 0, 0, 2))
    yield from (Padding(Text(evidence, style="dim"), (0, 0, 0, 2)) for evidence in tell_evidence(claim))


def tell_position(claim: Claim, paragraphs: Paragraphs) -> str:
    """Return paragraph and offsets on one line."""
    return " ".join(paragraphs.locate(claim.span))


def position_width(reading: Reading, paragraphs: Paragraphs) -> int:
    """Return the width of the widest position, so that the passages of all groups stand in one column."""
    return max(len(tell_position(claim, paragraphs)) for claim in reading.claims)
