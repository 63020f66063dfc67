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

from whence.publish.chains import ARROW, ChainGroup, count, group_claims, label, summarise, tell_about
from whence.publish.position import HOW_TO_READ_POSITIONS, Paragraphs, find_paragraphs
from whence.publish.terminal_places import view_places, view_times
from whence.publish.visible import shorten, visible
from whence.publish.wording import HOW_TO_READ_CUES, tell_cue, tell_making, tell_passage, tell_quotation, tell_title
from whence.records import Claim, Finding, Known, Reading, Severity

# How much of a passage is shown, in characters: about three lines of the passage column at 80 columns.
PASSAGE_SHOWN = 150
# How many statements of the report's own voice are shown before the rest is folded into a count.
OWN_VOICE_SHOWN = 3
# From this width on, in columns, cue, grade and quotation get room to stand on one line.
WIDE = 110

NAMED, UNNAMED = "●", "○"
SEVERITY_STYLE = {Severity.HIGH: "bold red", Severity.MEDIUM: "bold yellow", Severity.LOW: "bold"}
SEVERITY_ORDER = tuple(SEVERITY_STYLE)


class SheetView:
    """A reading as a Rich renderable; with `full`, every passage whole and the report's own voice unfolded."""

    def __init__(self, reading: Reading, *, full: bool = False) -> None:
        """Keep what to show."""
        self.reading = reading
        self.full = full

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the sheet at the width at hand."""
        yield from view_sheet(self.reading, full=self.full, wide=options.max_width >= WIDE)


def view_sheet(reading: Reading, *, full: bool, wide: bool) -> Iterator[RenderableType]:
    """Yield header, summary, groups, places, times, findings and legend."""
    paragraphs = find_paragraphs(reading.report.text)
    yield view_header(reading)
    yield Text()
    yield view_summary(reading)
    for group in group_claims(reading.claims):
        yield Text()
        yield view_group_head(group)
        yield Padding(view_rows(group, reading, paragraphs, full=full, wide=wide), (0, 0, 0, 2))
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
    """Return the two lines that an editor reads first, and why less than all was read."""
    first, second = summarise(reading)
    lines = [Text(first, style="bold"), Text(second)]
    lines.extend(Text(f"Read in part: {visible(reason.detail)}", style="yellow") for reason in reading.shallow)
    return Group(*lines)


def view_group_head(group: ChainGroup) -> RenderableType:
    """Return the chain, with kind, role and naming of each of its sources."""
    number = count(len(group.claims), "claim")
    if group.own_voice:
        return Text.assemble(("The report’s own voice", "dim bold"), (f"  {number}, on nobody’s word", "dim"))
    chain = Text()
    for step, source in enumerate(group.chain):
        chain.append(f" {ARROW} " if step else "")
        chain.append(f"{NAMED if source.named else UNNAMED} ", style="cyan" if source.named else "yellow")
        chain.append(label(source), style="bold cyan" if source.named else "bold yellow")
    if len(group.claims) > 1:
        chain.append(f"  {number}", style="dim")
    about = [tell_about(source, roles=len(group.chain) == 1) for source in group.chain]  # a chain is long enough without roles
    return Group(chain, Padding(Text(f" {ARROW} ".join(about), style="dim"), (0, 0, 0, 2)))


def view_rows(group: ChainGroup, reading: Reading, paragraphs: Paragraphs, *, full: bool, wide: bool) -> RenderableType:
    """Return one row a claim: position, passage, and how it is said."""
    shown = group.claims if full or not group.own_voice else group.claims[:OWN_VOICE_SHOWN]
    style = "dim" if group.own_voice else ""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True, width=position_width(reading, paragraphs))
    table.add_column(ratio=1)
    if not group.own_voice:
        table.add_column(width=34 if wide else 22)
    for claim in shown:
        passage = tell_passage(claim, reading.report.text)
        cells = [
            Text(tell_position(claim, paragraphs), style="dim"),
            Text(passage if full else shorten(passage, PASSAGE_SHOWN), style=style),
        ]
        if not group.own_voice:
            cells.append(view_saying(claim, reading.report.text))
        table.add_row(*cells)
    folded = len(group.claims) - len(shown)
    return Group(table, Text(f"and {folded} more, shown with --all", style="dim italic")) if folded else table


def tell_position(claim: Claim, paragraphs: Paragraphs) -> str:
    """Return paragraph and offsets on one line."""
    return " ".join(paragraphs.locate(claim.span))


def position_width(reading: Reading, paragraphs: Paragraphs) -> int:
    """Return the width of the widest position, so that the passages of all groups stand in one column."""
    return max(len(tell_position(claim, paragraphs)) for claim in reading.claims)


def view_saying(claim: Claim, text: str) -> Text:
    """Return the cue with its grade and whether the words are the speaker's own."""
    cue, grade = tell_cue(claim, text)
    saying = Text(shorten(cue, 40), style="italic")
    if grade:
        saying.append(f" ({grade})", style="not italic")
    if quotation := tell_quotation(claim):
        saying.append(" · ", style="not italic dim")
        saying.append(quotation, style="not italic bold" if quotation == "direct" else "not italic")
    return saying


def view_findings(findings: tuple[Finding, ...], paragraphs: Paragraphs, text: str) -> RenderableType:
    """Return the findings, the most severe first, each with its rule, its positions and the words it rests on."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for severity in SEVERITY_ORDER:
        for finding in findings:
            if finding.severity is not severity:
                continue
            words = Text(visible(finding.message))
            for span in finding.spans[:3]:
                paragraph, offsets = paragraphs.locate(span)
                words.append(f"\n{paragraph} {offsets}: {shorten(visible(span.cut(text)), 80)}", style="dim")
            words.append(f"\n{visible(finding.rule)}", style="dim italic")
            table.add_row(Text(str(severity), style=SEVERITY_STYLE[severity]), words)
    return Group(Text("Findings", style="bold"), Padding(table, (0, 0, 0, 2)))
