"""A trace as Markdown (GitHub's dialect), for a note or a ticket: whole, in the order of the terminal.

All words of the reports are escaped: they can make no link, no picture, no heading, no HTML and no new table cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from whence.publish.markdown import escape
from whence.publish.trace.branches import Branch, grow
from whence.publish.trace.telling import (
    Names,
    find_names,
    group_variations,
    order_assertions,
    summarise_trace,
    tell_alternatives,
    tell_gloss,
    tell_lost,
    tell_mentions,
    tell_passages,
    tell_pointer,
    tell_probability,
    tell_reasons,
    tell_setting,
    tell_support,
    tell_variation,
    tell_witness,
    unattested,
)
from whence.records import Assertion, Edge, Severity, Trace, TraceFinding, Variation

# Nested lists deeper than this are read as code by some readers of Markdown, and by nobody as a tree.
DEEPEST = 12
HOW_TO_READ = (
    "A number in brackets is a report’s place in the order of publication, *α* a text that is not at hand. First-hand means "
    "written from none of these reports; it makes no statement right. A percentage is the probability of “written from”."
)


def to_markdown(trace: Trace) -> str:
    """Return the trace as one Markdown document, ending in a newline."""
    names = find_names(trace)
    lines = ["# Who wrote from whom", "", escape(summarise_trace(trace)), "", "## Stemma", ""]
    for root in grow(trace):
        lines.extend(write_branch(root, names))
    lines.extend(f"- {escape(tell_lost(lost, names, most=None))}" for lost in trace.lost)
    lines.extend(["", "## Witnesses", "", *write_witnesses(trace, names)])
    variations = group_variations(trace)
    known = order_assertions(each for each in trace.assertions if not unattested(each))
    added = order_assertions(each for each in trace.assertions if unattested(each))
    lines.extend(write_assertions("Assertions", known, variations, names))
    lines.extend(write_assertions("Put in on the way", added, variations, names))
    if None in variations:
        lines.extend(["", "## Other variations", ""])
        lines.extend(f"- {escape(tell_variation(variation, names, most=None))}" for variation in variations[None])
    if trace.findings:
        lines.extend(["", "## Findings", ""])
        lines.extend(
            write_finding(finding, names) for severity in Severity for finding in trace.findings if finding.severity is severity
        )
    run = trace.run
    lines.extend(["", "---", "", f"{escape(HOW_TO_READ)}  ", f"Whence {escape(run.whence)}, engine {escape(run.engine)}."])
    return "\n".join(lines) + "\n"


def write_branch(root: Branch, names: Names) -> Iterator[str]:
    """Yield a tree as nested list items, the text first, then what was written from it."""
    stack = [(root, 0)]
    while stack:
        branch, depth = stack.pop()
        yield f"{'  ' * min(depth, DEEPEST)}- {write_text(branch, names)}"
        stack.extend((child, depth + 1) for child in reversed(branch.branches))


def write_text(branch: Branch, names: Names) -> str:
    """Return one text of the tree: what it is, from what it was written and why."""
    if branch.pointer is not None:
        return escape(tell_pointer(branch, names))
    edges = [edge for edge in (branch.edge, *branch.also_from) if edge is not None]
    others = tell_alternatives(branch, names)
    tail = f"; {escape(others)}" if others else ""
    if not edges:
        note = "" if branch.id in names.letters else ": first-hand"
        return f"**{escape(names.tell_report(branch.id))}**{note}{tail}"
    return f"{escape(names.tell_report(branch.id))}: {'; also '.join(write_edge(edge, names) for edge in edges)}{tail}"


def write_edge(edge: Edge, names: Names) -> str:
    """Return from what a text was written, how probable that is, and the weightiest reasons."""
    told = "; ".join(tell_reasons(edge))
    return escape(f"written from {names.call(edge.parent)}, {tell_probability(edge.probability)}{': ' if told else ''}{told}")


def write_witnesses(trace: Trace, names: Names) -> Iterator[str]:
    """Yield who stands at the roots, an item each."""
    for witness in trace.witnesses:
        name, about = tell_witness(witness, names)
        yield f"- **{escape(name)}**: {escape(about)}"
    if not trace.witnesses:
        yield "Nobody who could be identified."


def write_assertions(
    title: str, assertions: Sequence[Assertion], variations: Mapping[str | None, Sequence[Variation]], names: Names
) -> Iterator[str]:
    """Yield a section with a heading an assertion: who stands behind it, where it stands, its variations; nothing without one."""
    if not assertions:
        return
    yield from ("", f"## {title}")
    for assertion in assertions:
        yield from ("", f"### {escape(tell_gloss(assertion))}", "", f"{escape(tell_setting(assertion))}  ")
        yield f"{escape(tell_support(assertion, names))}  "
        yield escape(f"In {tell_mentions(assertion, names, most=None)}.")
        told = [tell_variation(variation, names, most=None) for variation in variations.get(assertion.id, [])]
        yield from ("", *(f"- {escape(each)}" for each in told)) if told else ()


def write_finding(finding: TraceFinding, names: Names) -> str:
    """Return one finding as a list item."""
    passages = "; ".join(tell_passages(finding.passages, names))
    where = f"; {escape(passages)}" if passages else ""
    return f"- **{finding.severity}** {escape(finding.message)} ({escape(finding.rule)}{where})"
