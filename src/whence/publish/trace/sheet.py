"""What `whence.trace` gives: one trace with all the ways it can be looked at or sent on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from whence.publish.chains import count
from whence.publish.trace.forms import write_dot, write_graphml, write_html, write_markdown
from whence.publish.trace.interchange import to_dict, to_json
from whence.publish.trace.telling import first_hand, summarise_trace
from whence.records import Assertion, Edge, LostAncestor, Reading, Report, Trace, TraceFinding, Variation, Witness

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult


@dataclass(frozen=True, slots=True, repr=False)
class TraceSheet:
    """What `whence.trace` gives: which report was written from which, what was changed on the way, and who stands behind it.

    `readings` are those that the trace was made from, by the reports' ids, as far as they are at hand: a page draws its map of
    them.
    """

    trace: Trace
    readings: Mapping[str, Reading] = field(default_factory=dict)

    @property
    def reports(self) -> tuple[Report, ...]:
        """Return the reports in the order of publication."""
        return self.trace.reports

    @property
    def edges(self) -> tuple[Edge, ...]:
        """Return who wrote from whom, each edge with its probability and its evidence."""
        return self.trace.edges

    @property
    def lost(self) -> tuple[LostAncestor, ...]:
        """Return the texts that are not at hand and must have lain between those that are."""
        return self.trace.lost

    @property
    def first_hand(self) -> tuple[Report, ...]:
        """Return the reports that were written from no other."""
        return first_hand(self.trace)

    @property
    def assertions(self) -> tuple[Assertion, ...]:
        """Return what the reports say, each once, with the witnesses at its roots."""
        return self.trace.assertions

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """Return who knew at first hand, or claims it."""
        return self.trace.witnesses

    @property
    def variations(self) -> tuple[Variation, ...]:
        """Return the readings in which reports differ from what they were taken from."""
        return self.trace.variations

    @property
    def findings(self) -> tuple[TraceFinding, ...]:
        """Return what the checks across reports have to say."""
        return self.trace.findings

    @property
    def summary(self) -> str:
        """Return a paragraph of plain words: how many reports, how many of them first-hand, who stands behind them."""
        return summarise_trace(self.trace)

    def to_dict(self) -> dict[str, Any]:
        """Return the interchange form: plain data, spans as `[start, end]`."""
        return to_dict(self.trace)

    def to_json(self) -> str:
        """Return the interchange form as one line of JSON."""
        return to_json(self.trace)

    def to_markdown(self) -> str:
        """Return a Markdown document."""
        return write_markdown(self)

    def to_html(self) -> str:
        """Return a self-contained page that loads nothing."""
        return write_html(self)

    def to_dot(self) -> str:
        """Return the stemma in Graphviz's language."""
        return write_dot(self)

    def to_graphml(self) -> str:
        """Return the stemma as a GraphML document."""
        return write_graphml(self)

    def to_networkx(self) -> Any:  # noqa: ANN401 - networkx brings no types
        """Return the stemma as a `networkx.DiGraph`.

        Raises:
            MissingPackage: if networkx is not installed.
        """
        from whence.publish.trace.graphs import to_networkx  # noqa: PLC0415 - only when asked for

        return to_networkx(self.trace)

    def __repr__(self) -> str:
        """Return the counts, not the whole trace."""
        witnesses = count(len(self.witnesses), "witness", "witnesses")
        return f"<TraceSheet: {count(len(self.reports), 'report')}, {witnesses}, {count(len(self.assertions), 'assertion')}>"

    def _repr_html_(self) -> str:
        """Return a compact account for a notebook."""
        from whence.publish.trace.notebook import to_cell  # noqa: PLC0415 - only in a notebook

        return to_cell(self.trace)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the trace as the terminal shows it."""
        from whence.publish.trace.terminal import TraceView  # noqa: PLC0415 - only when Rich prints

        yield TraceView(self.trace)
