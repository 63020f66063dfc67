"""A trace in a terminal: the stemma as a tree, the witnesses, the assertions with their variations, what was put in, findings.

Enters: a trace. Leaves: something a Rich console prints at 60 columns or more, with or without colour: whatever colour says, a word
says too. Report text goes through `visible` and never through Rich's markup. Long lists are folded into a count unless all is asked
for; findings never are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from whence.publish.chains import count
from whence.publish.trace.branches import Branch, grow
from whence.publish.trace.telling import (
    NAMED,
    REASONS_SHOWN,
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
from whence.publish.visible import visible
from whence.records import Assertion, Edge, Severity, Trace, Variation

SEVERITY_STYLE = {Severity.HIGH: "bold red", Severity.MEDIUM: "bold yellow", Severity.LOW: "bold"}
# What is shown before the rest is folded into a count: trees, branches of one text, witnesses, assertions, variations of one.
TREES_SHOWN, BRANCHES_SHOWN, WITNESSES_SHOWN, ASSERTIONS_SHOWN, VARIATIONS_SHOWN = 12, 12, 12, 12, 4
# Columns that a step down the tree takes, and those that its words need: what lies deeper is drawn as a tree of its own.
STEP, ROOM = 4, 36
FOLDED = "shown with --all"
HOW_TO_READ = (
    "(3) is a report’s number in the order of publication; *α* a text that is not at hand. First-hand: written from none of these "
    "reports; that makes no statement right. A percentage is the probability of “written from”. Copies are counted as reports, "
    "never as witnesses."
)


class TraceView:
    """A trace as a Rich renderable; with `full`, nothing folded."""

    def __init__(self, trace: Trace, *, full: bool = False) -> None:
        """Keep what to show."""
        self.trace = trace
        self.full = full

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the trace at the width at hand."""
        yield from view_trace(self.trace, full=self.full, width=options.max_width)


def view_trace(trace: Trace, *, full: bool, width: int) -> Iterator[RenderableType]:
    """Yield summary, stemma, witnesses, assertions, what was put in, other variations, findings, legend."""
    names = find_names(trace)
    yield Text(summarise_trace(trace), style="bold")
    yield from view_stemma(trace, names, full=full, width=width)
    yield from view_witnesses(trace, names, full=full)
    variations = group_variations(trace)
    known = order_assertions(each for each in trace.assertions if not unattested(each))
    yield from view_assertions("Assertions", "the most widespread first", known, variations, names, full=full)
    added = order_assertions(each for each in trace.assertions if unattested(each))
    note = "they first stand in a report that was written from others; nobody is known to stand behind them"
    yield from view_assertions("Put in on the way", note, added, variations, names, full=full)
    yield from view_others(variations.get(None, []), names, full=full)
    yield from view_findings(trace, names)
    yield Text()
    yield Text(HOW_TO_READ, style="dim")


def view_stemma(trace: Trace, names: Names, *, full: bool, width: int) -> Iterator[RenderableType]:
    """Yield the trees, families before reports that stand alone, and what is known of the texts that are not at hand."""
    yield Text()
    yield head("Stemma", "who wrote from whom")
    waiting = list(grow(trace))
    shown = waiting if full else waiting[:TREES_SHOWN]
    left = waiting[len(shown) :]
    deepest = max(1, (width - ROOM) // STEP)
    for number, root in enumerate(shown):
        if number and root.branches:
            yield Text()
        pending = [root]
        while pending:
            branch = pending.pop(0)
            yield draw(branch, names, pending, deepest=deepest, full=full)
    if left:
        yield fold(f"… and {count(len(left), 'more tree')} of {count(sum(root.size for root in left), 'text')}")
    for lost in trace.lost if full else trace.lost[:NAMED]:
        yield Padding(Text(tell_lost(lost, names, most=None if full else NAMED), style="italic"), (0, 0, 0, 2))


def draw(root: Branch, names: Names, pending: list[Branch], *, deepest: int, full: bool) -> Tree:
    """Return one tree; what lies too deep for the width is put behind `pending`, to be drawn as a tree of its own."""
    tree = Tree(view_branch(root, names, full=full), guide_style="dim")
    stack = [(root, tree, 1)]
    while stack:
        branch, node, depth = stack.pop()
        shown = branch.branches if full else branch.branches[:BRANCHES_SHOWN]
        for child in shown:
            if depth >= deepest and child.branches:
                node.add(Text(f"{names.call(child.id)}, drawn below", style="dim"))
                pending.append(child)
            else:
                stack.append((child, node.add(view_branch(child, names, full=full)), depth + 1))
        if len(shown) < len(branch.branches):
            node.add(fold(f"… and {len(branch.branches) - len(shown)} more written from it"))
    return tree


def view_branch(branch: Branch, names: Names, *, full: bool) -> RenderableType:
    """Return a text of the tree: what it is, and why it stands where it stands."""
    if branch.pointer is not None:
        return Text(tell_pointer(branch, names), style="dim")
    title = Text(
        names.tell_report(branch.id), style="italic" if branch.id in names.letters else "bold" if branch.edge is None else ""
    )
    lines = [Text(tell_edge(edge, names, full=full), style="dim") for edge in (branch.edge, *branch.also_from) if edge is not None]
    if not lines and branch.id not in names.letters:
        lines.append(Text("first-hand", style="green"))
    if others := tell_alternatives(branch, names, most=None if full else REASONS_SHOWN):
        lines.append(Text(others, style="dim italic"))
    return Group(title, *lines)


def tell_edge(edge: Edge, names: Names, *, full: bool) -> str:
    """Return from what a report was written, how probable that is, and the weightiest reasons."""
    told = "; ".join(tell_reasons(edge, most=None if full else REASONS_SHOWN))
    return f"written from {names.call(edge.parent)}, {tell_probability(edge.probability)}{': ' if told else ''}{told}"


def view_witnesses(trace: Trace, names: Names, *, full: bool) -> Iterator[RenderableType]:
    """Yield who stands at the roots: name, kind, side, in which reports they speak."""
    yield Text()
    yield head("Witnesses", "who knew at first hand, or claims it")
    shown = trace.witnesses if full else trace.witnesses[:WITNESSES_SHOWN]
    for witness in shown:
        name, about = tell_witness(witness, names)
        yield Padding(Group(Text(name, style="bold"), Padding(Text(about, style="dim"), (0, 0, 0, 2))), (0, 0, 0, 2))
    if len(shown) < len(trace.witnesses):
        yield fold(f"… and {len(trace.witnesses) - len(shown)} more, {FOLDED}")
    if not trace.witnesses:
        yield Padding(Text("nobody who could be identified"), (0, 0, 0, 2))


def view_assertions(
    title: str,
    note: str,
    assertions: Sequence[Assertion],
    variations: Mapping[str | None, Sequence[Variation]],
    names: Names,
    *,
    full: bool,
) -> Iterator[RenderableType]:
    """Yield assertions with how widespread they are, who stands behind them, and their variations; nothing where there are none."""
    if not assertions:
        return
    yield Text()
    yield head(title, f"{len(assertions)}: {note}")
    shown = assertions if full else assertions[:ASSERTIONS_SHOWN]
    for assertion in shown:
        yield Padding(view_assertion(assertion, variations.get(assertion.id, []), names, full=full), (0, 0, 0, 2))
    if len(shown) < len(assertions):
        yield fold(f"… and {len(assertions) - len(shown)} more, {FOLDED}")


def view_assertion(assertion: Assertion, variations: Sequence[Variation], names: Names, *, full: bool) -> RenderableType:
    """Return one assertion."""
    most = None if full else NAMED
    said = Text(tell_gloss(assertion), style="bold")
    about = [Text(tell_setting(assertion), style="dim"), Text(tell_support(assertion, names))]
    about.append(Text(f"in {tell_mentions(assertion, names, most=most)}", style="dim"))
    return Group(said, Padding(Group(*about, *view_variations(variations, names, full=full)), (0, 0, 0, 2)))


def view_variations(variations: Sequence[Variation], names: Names, *, full: bool) -> Iterator[RenderableType]:
    """Yield the readings in which reports differ, each with where it first stands."""
    shown = variations if full else variations[:VARIATIONS_SHOWN]
    for variation in shown:
        yield bullet("≠", tell_variation(variation, names, most=None if full else NAMED))
    if len(shown) < len(variations):
        yield fold(f"… and {count(len(variations) - len(shown), 'more variation')}, {FOLDED}")


def view_others(variations: Sequence[Variation], names: Names, *, full: bool) -> Iterator[RenderableType]:
    """Yield the variations that belong to no assertion."""
    if not variations:
        return
    yield Text()
    yield head("Other variations", str(len(variations)))
    shown = variations if full else variations[:ASSERTIONS_SHOWN]
    for variation in shown:
        yield Padding(bullet("≠", tell_variation(variation, names, most=None if full else NAMED)), (0, 0, 0, 2))
    if len(shown) < len(variations):
        yield fold(f"… and {len(variations) - len(shown)} more, {FOLDED}")


def view_findings(trace: Trace, names: Names) -> Iterator[RenderableType]:
    """Yield the findings, the most severe first, each with the passages that it rests on and its rule."""
    if not trace.findings:
        return
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for severity in Severity:
        for finding in trace.findings:
            if finding.severity is severity:
                words = Text(visible(finding.message))
                words.append("".join(f"\n{line}" for line in tell_passages(finding.passages, names)), style="dim")
                words.append(f"\n{visible(finding.rule)}", style="dim italic")
                table.add_row(Text(str(severity), style=SEVERITY_STYLE[severity]), words)
    yield Text()
    yield Group(head("Findings", str(len(trace.findings))), Padding(table, (0, 0, 0, 2)))


def head(title: str, note: str) -> Text:
    """Return a section's head with a note behind it."""
    return Text.assemble((title, "bold"), (f"  {note}", "dim"))


def bullet(sign: str, words: str) -> RenderableType:
    """Return words behind a sign, wrapped beside it."""
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_row(Text(sign), Text(words))
    return table


def fold(words: str) -> RenderableType:
    """Return a line on what is left out."""
    return Padding(Text(words, style="dim italic"), (0, 0, 0, 2))
