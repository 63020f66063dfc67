"""Places and times on the terminal's sheet: what an editor must look at first as sentences, the rest as a short table.

Colour is never alone in saying something. Written forms go through `visible`, never through Rich's markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from whence.publish.places import (
    PlaceGroup,
    Regions,
    group_places,
    name_regions,
    summarise_places,
    tell_flags,
    tell_form,
    tell_reading,
    tell_suspect,
)
from whence.publish.times import TimeGroup, group_times, tell_time_expression
from whence.publish.visible import shorten
from whence.records import Known, Reading

# Rows of each table before the rest is folded into a count; the suspect names are never folded.
ROWS_SHOWN = 6
# Characters of a written form; what is longer is an area of many words.
FORM_SHOWN = 40
# Characters of a sentence about a suspect name: about four lines at 80 columns.
SENTENCE_SHOWN = 300


def view_places(reading: Reading, *, full: bool) -> Iterator[RenderableType]:
    """Yield the places of a reading: a head, the suspect names, a row for each other name; nothing where there are none."""
    groups = group_places(reading)
    if not groups:
        return
    regions = name_regions(reading)
    yield Text()
    yield Text.assemble(("Places", "bold"), (f"  {summarise_places(groups)}", "dim"))
    suspect = [group for group in groups if group.suspect]
    if suspect:
        yield Padding(view_suspect(suspect, regions, full=full), (0, 0, 0, 2))
    plain = [group for group in groups if not group.suspect]
    if plain:
        rows = [view_place(group, regions) for group in plain]
        yield Padding(view_rows(rows, full=full), (0, 0, 0, 2))


def view_times(reading: Reading, *, full: bool) -> Iterator[RenderableType]:
    """Yield the times of a reading: a head and a row for each expression; nothing where there are none."""
    groups = group_times(reading)
    if not groups:
        return
    yield Text()
    yield Text("Times", style="bold")
    yield Padding(view_rows([view_time(group) for group in groups], full=full), (0, 0, 0, 2))


def view_suspect(groups: Sequence[PlaceGroup], regions: Regions, *, full: bool) -> RenderableType:
    """Return one sentence for each garbled or doubtful name."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for group in groups:
        sentence = tell_suspect(group, regions)
        table.add_row(
            Text(tell_flags(group.toponym), style="bold red"), Text(sentence if full else shorten(sentence, SENTENCE_SHOWN))
        )
    return table


def view_place(group: PlaceGroup, regions: Regions) -> tuple[Text, Text]:
    """Return the cells of one name: the form as written, the reading."""
    known = isinstance(group.toponym.place, Known)
    reading = Text(tell_reading(group.toponym, regions), style="" if known else "yellow")
    if flags := tell_flags(group.toponym):
        reading.append(f" ({flags})", style="dim")
    return view_form(tell_form(group)), reading


def view_time(group: TimeGroup) -> tuple[Text, Text]:
    """Return the cells of one expression: the words, the interval."""
    told, precision = tell_time_expression(group.expression)
    interval = Text(told, style="" if precision else "yellow")
    if precision:
        interval.append(f" ({precision})", style="dim")
    return view_form(tell_form(group)), interval


def view_form(form: str) -> Text:
    """Return the words of the report, in at most `FORM_SHOWN` characters."""
    return Text(shorten(form, FORM_SHOWN))


def view_rows(rows: Sequence[tuple[Text, Text]], *, full: bool) -> RenderableType:
    """Return a table of two columns, folded to its first rows unless `full`."""
    shown = rows if full else rows[:ROWS_SHOWN]
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(max_width=FORM_SHOWN)
    table.add_column(ratio=1)
    for cells in shown:
        table.add_row(*cells)
    folded = len(rows) - len(shown)
    return Group(table, Text(f"and {folded} more, shown with --all", style="dim italic")) if folded else table
