"""Two reports side by side in a terminal: a sign for what became of each passage, the earlier words beside the later ones.

Enters: a comparison. Leaves: something a Rich console prints at 60 columns or more. Words that differ stand in brackets, so that
nothing is told by colour alone. Report text goes through `visible` and never through Rich's markup.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from whence.publish.chains import count
from whence.publish.trace.comparing import Change, Comparison, Row, mark_after, mark_before, summarise_comparison
from whence.publish.trace.telling import BETWEEN, name_outlet
from whence.publish.visible import HAZARD, NOTHING, name_character, shorten
from whence.publish.wording import tell_time, tell_title
from whence.records import Report

SIGNS = {Change.KEPT: "=", Change.CHANGED: "≠", Change.ADDED: "+", Change.DROPPED: "−"}
# Passages in a row that stayed as they were, from which on they are folded into a count.
KEPT_SHOWN = 3
TITLE_SHOWN = 100
OLD, NEW, NONE = ("[-", "-]"), ("{+", "+}"), ("", "")
HOW_TO_READ = "= kept  ≠ changed  + added  − dropped  [-in the first alone-]  {+in the second alone+}"


class DiffView:
    """Two reports side by side as a Rich renderable; with `full`, what was kept is shown too."""

    def __init__(self, comparison: Comparison, *, full: bool = False) -> None:
        """Keep what to show."""
        self.comparison = comparison
        self.full = full

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield summary, the two columns, legend."""
        yield Text(summarise_comparison(self.comparison), style="bold")
        yield Text()
        yield view_columns(self.comparison, full=self.full)
        yield Text()
        yield Text(HOW_TO_READ, style="dim")


def view_columns(comparison: Comparison, *, full: bool) -> Table:
    """Return the passages in two columns under the two reports."""
    table = Table.grid(padding=(0, 2, 1, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    table.add_row("", view_report(comparison.before), view_report(comparison.after))
    for row in fold_kept(comparison.rows, full=full):
        if isinstance(row, int):
            table.add_row("=", Text(f"… {count(row, 'passage')} kept", style="dim italic"), "")
        else:
            # Where a whole passage stands on one side alone, its sign says so and brackets would only be in the way.
            old, new = (OLD, NEW) if row.change is Change.CHANGED else (NONE, NONE)
            before, after = mark_before(row, comparison), mark_after(row, comparison)
            table.add_row(SIGNS[row.change], bracket(before, old, "red"), bracket(after, new, "green"))
    return table


def view_report(report: Report) -> RenderableType:
    """Return the head of a column: outlet, time, headline."""
    when = tell_time(report.published_at, absent="no date told", undetermined="date undetermined")
    about = Text(f"{name_outlet(report)}{BETWEEN}{when}", style="dim")
    return Group(Text(shorten(tell_title(report), TITLE_SHOWN), style="bold"), about)


def fold_kept(rows: tuple[Row, ...], *, full: bool) -> Iterator[Row | int]:
    """Yield the rows, the middle of a long run of kept ones as its number."""
    run: list[Row] = []
    for row in (*rows, None):
        if row is not None and row.change is Change.KEPT:
            run.append(row)
            continue
        if full or len(run) <= KEPT_SHOWN:
            yield from run
        else:
            yield from (run[0], len(run) - 2, run[-1])
        run = []
        if row is not None:
            yield row


def bracket(pieces: list[tuple[str, bool]], signs: tuple[str, str], style: str) -> Text:
    """Return the words of a passage, those that differ in brackets."""
    shown = Text()
    for words, differs in pieces:
        safe = HAZARD.sub(name_character, NOTHING.sub("", " ".join(words.split("\n")).replace("\t", " ").replace("\r", " ")))
        shown.append(f"{signs[0]}{safe}{signs[1]}" if differs else safe, style=style if differs else "")
    shown.rstrip()
    return shown
