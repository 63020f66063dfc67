"""A trace inside a notebook's cell: the stemma as nested lists, the assertions as a table; without script or anchors."""

from __future__ import annotations

from markupsafe import Markup

from whence.publish.chains import count
from whence.publish.notebook import ROW, STYLE
from whence.publish.trace.branches import Branch, grow
from whence.publish.trace.telling import (
    Names,
    find_names,
    order_assertions,
    summarise_trace,
    tell_gloss,
    tell_mentions,
    tell_pointer,
    tell_probability,
    tell_reasons,
    tell_support,
    unattested,
)
from whence.records import Trace

# What a cell shows before the rest is a count: texts of the stemma, assertions.
TEXTS_SHOWN, ASSERTIONS_SHOWN = 40, 12
# Nested lists deeper than this leave no room for words.
DEEPEST = 8


def to_cell(trace: Trace) -> str:
    """Return an HTML fragment: summary, stemma, assertions, what was put in."""
    names = find_names(trace)
    added = order_assertions(each for each in trace.assertions if unattested(each))
    known = order_assertions(each for each in trace.assertions if not unattested(each))
    rows = Markup()
    for title, assertions in (("Assertions", known), ("Put in on the way", added)):
        if assertions:
            rows += Markup('<tr><th colspan="3">{}</th></tr>').format(title)
        for assertion in assertions[:ASSERTIONS_SHOWN]:
            rows += ROW.format(tell_support(assertion, names), tell_gloss(assertion), tell_mentions(assertion, names))
        if len(assertions) > ASSERTIONS_SHOWN:
            rows += ROW.format("", f"and {len(assertions) - ASSERTIONS_SHOWN} more", "")
    findings = Markup("<p>{}</p>").format(count(len(trace.findings), "finding")) if trace.findings else Markup()
    whole = Markup('<div class="whence-sheet">{}<p><strong>{}</strong></p>{}<table>{}</table>{}</div>')
    return str(whole.format(STYLE, summarise_trace(trace), show_stemma(trace, names), rows, findings))


def show_stemma(trace: Trace, names: Names) -> Markup:
    """Return the texts in the order of the trees, each indented by its depth; too many as a count."""
    items = Markup()
    shown = 0
    total = 0
    stack = [(root, 0) for root in reversed(grow(trace))]
    while stack:
        branch, depth = stack.pop()
        stack.extend((child, depth + 1) for child in reversed(branch.branches))
        total += 1
        if shown < TEXTS_SHOWN:
            shown += 1
            style = f"margin-left:{min(depth, DEEPEST) * 1.5}em"
            items += Markup('<li dir="auto" style="{}">{}</li>').format(style, tell_branch(branch, names))
    if total > shown:
        items += Markup("<li>and {} more</li>").format(total - shown)
    return Markup("<ul>{}</ul>").format(items)


def tell_branch(branch: Branch, names: Names) -> str:
    """Return one text in a line."""
    if branch.pointer is not None:
        return tell_pointer(branch, names)
    title = names.tell_report(branch.id)
    if branch.edge is None:
        return title if branch.id in names.letters else f"{title}: first-hand"
    told = "; ".join(tell_reasons(branch.edge))
    why = f"written from {names.call(branch.edge.parent)}, {tell_probability(branch.edge.probability)}"
    return f"{title}: {why}{': ' if told else ''}{told}"
