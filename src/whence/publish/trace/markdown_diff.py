"""Two reports side by side as Markdown: a table with a row a passage, the words that differ struck out and in bold."""

from __future__ import annotations

from whence.publish.markdown import escape
from whence.publish.trace.comparing import Comparison, mark_after, mark_before, summarise_comparison
from whence.publish.trace.telling import BETWEEN, name_outlet
from whence.publish.wording import tell_time, tell_title
from whence.records import Report


def to_markdown(comparison: Comparison) -> str:
    """Return the comparison as one Markdown document, ending in a newline."""
    lines = ["# Two reports side by side", "", summarise_comparison(comparison), ""]
    lines.append(f"| | {head(comparison.before)} | {head(comparison.after)} |")
    lines.append("|---|---|---|")
    for row in comparison.rows:
        before = emphasise(mark_before(row, comparison), "~~")
        after = emphasise(mark_after(row, comparison), "**")
        lines.append(f"| {row.change} | {before} | {after} |")
    return "\n".join(lines) + "\n"


def head(report: Report) -> str:
    """Return outlet, time and headline of a report."""
    when = tell_time(report.published_at, absent="no date told", undetermined="date undetermined")
    return escape(f"{name_outlet(report)}{BETWEEN}{when}{BETWEEN}“{tell_title(report)}”")


def emphasise(pieces: list[tuple[str, bool]], sign: str) -> str:
    """Return a passage with what differs between two signs; blanks at its edges stay outside, as Markdown wants."""
    told: list[str] = []
    for words, differs in pieces:
        safe = escape(words)
        lead = " " if words[:1].isspace() else ""
        tail = " " if words[-1:].isspace() else ""
        told.append(f"{lead}{sign if differs and safe else ''}{safe}{sign if differs and safe else ''}{tail}")
    return "".join(told).strip()
