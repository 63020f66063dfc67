"""The claim sheet as Markdown (GitHub's dialect), for a note or a ticket.

All words of the report are escaped: they can make no link, no picture, no heading, no HTML and no new table cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from whence.publish.chains import ARROW, group_claims, label_chain, tell_about
from whence.publish.event_groups import EventGroup
from whence.publish.event_wording import tell_certainty, tell_chain, tell_evidence, tell_headline, tell_telling
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
from whence.publish.sections import order_findings, sort_claims
from whence.publish.summary import summarise
from whence.publish.times import group_times, tell_time_expression
from whence.publish.visible import visible
from whence.publish.wording import HOW_TO_READ_CUES, join_told, tell_making, tell_passage, tell_saying, tell_title
from whence.records import Claim, Finding, Reading

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
    lines.append(f"> {escape(summarise(reading))}  ")
    lines.extend(f"> Read in part: {escape(reason.detail)}  " for reason in reading.shallow)
    sections = sort_claims(reading)
    lines.extend(["", "## Events"] if sections.events else [])
    for group in sections.events:
        lines.extend(["", *write_event(group, reading, paragraphs)])
    for section in sections.rest:
        lines.extend(["", f"## {section.title}", "", *write_claims(section.claims, reading, paragraphs)])
    lines.extend(write_sources(reading.claims, paragraphs))
    lines.extend(write_places(reading))
    lines.extend(write_times(reading))
    if reading.findings:
        lines.extend(["", "## Findings", ""])
        lines.extend(write_finding(finding, paragraphs) for finding in order_findings(reading.findings))
    run = reading.run
    lines.extend(["", "---", "", f"{HOW_TO_READ_POSITIONS} {HOW_TO_READ_CUES}  "])
    lines.append(f"Whence {escape(run.whence)}, engine {escape(run.engine)}. sha256 {escape(reading.report.sha256)}.")
    return "\n".join(lines) + "\n"


def write_event(group: EventGroup, reading: Reading, paragraphs: Paragraphs) -> list[str]:
    """Return an event in plain words as a heading, how it is told, and a table with one row a claim."""
    told = tell_telling(group)
    headline = escape(str(tell_headline(group, reading)))
    return [
        f"### {headline}",
        "",
        *([f"{escape(told[0].upper() + told[1:])}.", ""] if told else []),
        *write_claims(group.claims, reading, paragraphs),
    ]


def write_claims(claims: Iterable[Claim], reading: Reading, paragraphs: Paragraphs) -> list[str]:
    """Return a table with one row a claim: where, its words, the chain behind it, how it is said, how sure, on what."""
    text = reading.report.text
    lines = ["| Where | Passage | On whose word | How |", "|---|---|---|---|"]
    for claim in claims:
        how = join_told("; ", tell_saying(claim, text), tell_certainty(claim, text), *tell_evidence(claim))
        cells = (" ".join(paragraphs.locate(claim.span)), tell_passage(claim, text), tell_chain(claim), how)
        lines.append(f"| {' | '.join(escape(cell) for cell in cells)} |")
    return lines


def write_sources(claims: Iterable[Claim], paragraphs: Paragraphs) -> list[str]:
    """Return on whose word the claims stand, a row a chain; nothing where there are no claims."""
    groups = group_claims(claims)
    rows: list[str] = []
    for group in groups:
        about = f" {ARROW} ".join(tell_about(source) for source in group.chain)
        where = ", ".join(dict.fromkeys(paragraphs.locate(claim.span)[0] for claim in group.claims))
        rows.append(f"| {escape(label_chain(group.chain))} | {escape(about)} | {group.statements} | {where} |")
    return ["", "## On whose word", "", "| Chain | Who | Statements | Where |", "|---|---|---|---|", *rows] if rows else []


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
