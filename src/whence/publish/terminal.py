"""The claim sheet in a terminal: Rich renderables, built from Text alone.

Enters: a reading. Leaves: something a Rich console prints at 80 columns or more, with or without colour: whatever colour says,
a word or a sign says too. Report text goes through `visible` and never through Rich's markup.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from whence.publish.chains import ARROW, ChainGroup, count, group_claims, label, tell_about
from whence.publish.position import HOW_TO_READ_POSITIONS, Paragraphs, find_paragraphs
from whence.publish.sections import order_findings
from whence.publish.summary import summarise
from whence.publish.terminal_claims import NAMED, OWN, UNNAMED, view_claims
from whence.publish.terminal_places import view_places, view_times
from whence.publish.visible import shorten, visible
from whence.publish.wording import HOW_TO_READ_CUES, tell_making, tell_title
from whence.records import Finding, Known, Reading, Severity

SEVERITY_STYLE = {Severity.HIGH: "bold red", Severity.MEDIUM: "bold yellow", Severity.LOW: "bold"}
SPANS_SHOWN = 3


class SheetView:
    """A reading as a Rich renderable; with `full`, every passage whole and nothing folded."""

    def __init__(self, reading: Reading, *, full: bool = False) -> None:
        """Keep what to show."""
        self.reading = reading
        self.full = full

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the sheet at the width at hand."""
        yield from view_sheet(self.reading, full=self.full)


def view_sheet(reading: Reading, *, full: bool) -> Iterator[RenderableType]:
    """Yield header, summary, events and other claims, sources, places, times, findings and legend."""
    paragraphs = find_paragraphs(reading.report.text)
    yield view_header(reading)
    yield Text()
    yield view_summary(reading)
    yield from view_claims(reading, paragraphs, full=full)
    yield from view_sources(reading, paragraphs)
    yield from view_places(reading, full=full)
    yield from view_times(reading, full=full)
    if reading.findings:
        yield Text()
        yield view_findings(reading.findings, paragraphs, reading.report.text)
    if reading.claims:
        yield Text()
        yield Text(f"{NAMED} named  {UNNAMED} not named  {HOW_TO_READ_POSITIONS} {HOW_TO_READ_CUES}", style="dim")


def view_header(reading: Reading) -> RenderableType:
    """Return headline and making: outlet and dates on one line, identity on the next, then credits and address."""
    facts = dict(tell_making(reading))
    title = Text(tell_title(reading.report), style="bold")
    published = facts["published"]
    dates = [facts["outlet"], f"published {published}" if isinstance(reading.report.published_at, Known) else published]
    dates.extend(f"{name} {facts[name]}" for name in ("updated", "captured") if name in facts)
    making = [f"language {facts['language']}", count(int(facts["words"]), "word"), f"sha256 {facts['sha256']}"]
    lines = [title, Text(" · ".join(dates)), Text(" · ".join(making), style="dim")]
    lines.extend(Text(f"{name}: {facts[name]}", style="dim") for name in ("by", "credits", "from", "context") if name in facts)
    return Group(*lines)


def view_summary(reading: Reading) -> RenderableType:
    """Return the paragraph that an editor reads first, and why less than all was read."""
    lines = [Text(summarise(reading), style="bold")]
    lines.extend(Text(f"Read in part: {visible(reason.detail)}", style="yellow") for reason in reading.shallow)
    return Group(*lines)


def view_sources(reading: Reading, paragraphs: Paragraphs) -> Iterator[RenderableType]:
    """Yield on whose word the claims stand: a head, then for each chain its sources, their naming, and where they are heard."""
    if not reading.claims:
        return
    yield Text()
    yield Text("On whose word", style="bold")
    for group in group_claims(reading.claims):
        yield Padding(view_source(group, paragraphs), (0, 0, 0, 2))


def view_source(group: ChainGroup, paragraphs: Paragraphs) -> RenderableType:
    """Return a chain, with kind, role and naming of each of its sources."""
    where = ", ".join(dict.fromkeys(paragraphs.locate(claim.span)[0] for claim in group.claims))
    number = f"  {count(group.statements, 'statement')}, {where}"
    if group.own_voice:
        return Text.assemble((f"{OWN} the report’s own voice", "dim bold"), (number, "dim"))
    chain = Text()
    for step, source in enumerate(group.chain):
        chain.append(f" {ARROW} " if step else "")
        chain.append(f"{NAMED if source.named else UNNAMED} ", style="cyan" if source.named else "yellow")
        chain.append(label(source), style="bold cyan" if source.named else "bold yellow")
    chain.append(number, style="dim")
    about = [tell_about(source, roles=len(group.chain) == 1) for source in group.chain]  # a chain is long enough without roles
    return Group(chain, Padding(Text(f" {ARROW} ".join(about), style="dim"), (0, 0, 0, 2)))


def view_findings(findings: tuple[Finding, ...], paragraphs: Paragraphs, text: str) -> RenderableType:
    """Return the findings, the most severe first, each with its rule, its positions and the words it rests on."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for finding in order_findings(findings):
        words = Text(visible(finding.message))
        for span in finding.spans[:SPANS_SHOWN]:
            paragraph, offsets = paragraphs.locate(span)
            words.append(f"\n{paragraph} {offsets}: {shorten(visible(span.cut(text)), 80)}", style="dim")
        more = len(finding.spans) - SPANS_SHOWN
        words.append(f"\nand {count(more, 'more passage')}" if more > 0 else "", style="dim")
        words.append(f"\n{visible(finding.rule)}", style="dim italic")
        table.add_row(Text(str(finding.severity), style=SEVERITY_STYLE[finding.severity]), words)
    return Group(Text("Findings", style="bold"), Padding(table, (0, 0, 0, 2)))
