"""Rows as comma-separated values that a spreadsheet can open without obeying them.

A report is written by strangers, and a spreadsheet runs a cell that begins like a formula. Such a cell gets an apostrophe before
it, which spreadsheets hide and other readers can take off (OWASP, "CSV Injection"). Numbers are ours and stay as they are. Controls
and bidirectional overrides are named, cells are cut at what a spreadsheet holds, and every cell is one line.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from whence.publish.exports.columns import Cell, Row
from whence.publish.exports.rows import CELL_LENGTH
from whence.publish.visible import shorten, visible

# What begins a formula in one spreadsheet or another, its full-width forms included.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
SHIELD = "'"


def to_csv(header: Sequence[str], rows: Iterable[Row]) -> str:
    """Return a table with its header, RFC 4180 but for the line ends, which are those of Unix."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([write_cell(row.get(name)) for name in header])
    return page.getvalue()


def write_cell(cell: Cell) -> str:
    """Return a cell as text; what is not known is empty."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    told = shorten(visible(cell), CELL_LENGTH)
    return SHIELD + told if told.startswith(FORMULA) else told
