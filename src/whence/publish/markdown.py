"""The claim sheet as Markdown (GitHub's dialect), for a note or a ticket.

All words of the report are escaped: they can make no link, no picture, no heading, no HTML and no new table cell.
"""

from __future__ import annotations

import re

from whence.publish.chains import ARROW, ChainGroup, count, group_claims, label, summarise, tell_about
from whence.publish.places import (
    group_places,
    name_regions,
    summarise_places,
    tell_flags,
    tell_form,
    tell_reading,
    tell_suspect,
)
from whence.publish.position import HOW_TO_READ_POSITIONS, Paragraphs, find_paragraphs
from whence.publish.times import group_times, tell_time_expression
from whence.publish.visible import visible
from whence.publish.wording import HOW_TO_READ_CUES, tell_cue, tell_making, tell_passage, tell_quotation, tell_title
from whence.records import Finding, Reading, Severity

SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&$])")
# GitHub turns bare addresses and mentions into links; a backslash in them keeps them text.
BARE_ADDRESS = re.compile(r"(?i)\b(https?|ftp|www|mailto|xmpp)([:.])")
MENTION = re.compile(r"@(?=\w)")


def escape(text: str) -> str:
    """Return text made safe to see, with all that Markdown would act on escaped."""
    escaped = SPECIAL.sub(r"\\\1", visible(text))
    return MENTION.sub(r"\\@", BARE_ADDRESS.sub(r"\1\\\2", escaped))


def to_markdown(reading: Reading) -> str:
    """Return the sheet as one Markdown document, ending in a newline."""
    paragraphs = find_paragraphs(reading.report.text)
    lines = [f"# {escape(tell_title(reading.report))}", ""]
    lines.extend(f"- {name}: {escape(value)}" for name, value in tell_making(reading))
    lines.append("")
    lines.extend(f"> {escape(line)}  " for line in summarise(reading))
    lines.extend(f"> Read in part: {escape(reason.detail)}  " for reason in reading.shallow)
    for group in group_claims(reading.claims):
        lines.extend(["", *write_group(group, reading, paragraphs)])
    lines.extend(write_places(reading))
    lines.extend(write_times(reading))
    if reading.findings:
        lines.extend(["", "## Findings", ""])
        for severity in Severity:
            lines.extend(write_finding(finding, paragraphs) for finding in reading.findings if finding.severity is severity)
    run = reading.run
    lines.extend(["", "---", "", f"{HOW_TO_READ_POSITIONS} {HOW_TO_READ_CUES}  "])
    lines.append(f"Whence {escape(run.whence)}, engine {escape(run.engine)}. sha256 {escape(reading.report.sha256)}.")
    return "\n".join(lines) + "\n"


def write_group(group: ChainGroup, reading: Reading, paragraphs: Paragraphs) -> list[str]:
    """Return the heading of a chain, what is told of its sources, and a table with one row a claim."""
    text = reading.report.text
    if group.own_voice:
        lines = [
            "## The report’s own voice",
            "",
            f"{count(len(group.claims), 'claim')}, on nobody’s word.",
            "",
            "| Where | Passage |",
            "|---|---|",
        ]
        lines.extend(
            f"| {' '.join(paragraphs.locate(claim.span))} | {escape(tell_passage(claim, text))} |" for claim in group.claims
        )
        return lines
    about = f" {ARROW} ".join(escape(tell_about(source, roles=False)) for source in group.chain)
    chain = f" {ARROW} ".join(escape(label(source)) for source in group.chain)
    lines = [f"## {chain}", "", about, "", "| Where | Passage | Cue | Quotation |", "|---|---|---|---|"]
    for claim in group.claims:
        cue, grade = tell_cue(claim, text)
        saying = escape(cue) + (f" ({grade})" if grade else "")
        cells = (" ".join(paragraphs.locate(claim.span)), escape(tell_passage(claim, text)), saying, tell_quotation(claim))
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def write_places(reading: Reading) -> list[str]:
    """Return the names that must be looked at as a list and a table with one row a name; nothing where there are none."""
    groups = group_places(reading)
    if not groups:
        return []
    regions = name_regions(reading)
    suspect = [f"- **{tell_flags(group.toponym)}** {escape(tell_suspect(group, regions))}" for group in groups if group.suspect]
    lines = ["", "## Places", "", f"{summarise_places(groups)}.", *(["", *suspect] if suspect else [])]
    rows = [
        f"| {escape(tell_form(group))} | {escape(tell_reading(group.toponym, regions))} | {tell_flags(group.toponym)} |"
        for group in groups
        if not group.suspect
    ]
    return [*lines, "", "| Written | Place | |", "|---|---|---|", *rows] if rows else lines


def write_times(reading: Reading) -> list[str]:
    """Return a table with one row an expression; nothing where there are none."""
    rows: list[str] = []
    for group in group_times(reading):
        told, precision = tell_time_expression(group.expression)
        rows.append(f"| {escape(tell_form(group))} | {escape(told)} | {precision} |")
    return ["", "## Times", "", "| Written | Interval | Precision |", "|---|---|---|", *rows] if rows else []


def write_finding(finding: Finding, paragraphs: Paragraphs) -> str:
    """Return one finding as a list item."""
    positions = ", ".join(" ".join(paragraphs.locate(span)) for span in finding.spans)
    return f"- **{finding.severity}** {escape(finding.message)} ({escape(finding.rule)}{'; ' + positions if positions else ''})"
