"""The claim sheet: one reading with all the ways it can be looked at or sent on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from whence.publish.chains import ChainGroup, distinct_sources, group_claims
from whence.publish.event_groups import EventGroup, group_by_event
from whence.publish.formats import write_html, write_markdown
from whence.publish.interchange import to_dict, to_json_line
from whence.publish.summary import summarise
from whence.records import Claim, Finding, Reading, Report, Source, TimeExpression, Toponym

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult


@dataclass(frozen=True, slots=True, repr=False)
class ClaimSheet:
    """What `whence.read` gives: what one report says happened, on whose word, where and when."""

    reading: Reading

    @property
    def report(self) -> Report:
        """Return the report that was read."""
        return self.reading.report

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return the claims in the order of the text."""
        return self.reading.claims

    @property
    def places(self) -> tuple[Toponym, ...]:
        """Return the place names in the order of the text, each with what it is taken for."""
        return self.reading.places

    @property
    def times(self) -> tuple[TimeExpression, ...]:
        """Return the time expressions in the order of the text, each with its interval."""
        return self.reading.times

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what the checks have to say."""
        return self.reading.findings

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return every source once, in the order of the text, by the mention that tells most."""
        return distinct_sources(self.reading.claims)

    @property
    def groups(self) -> tuple[ChainGroup, ...]:
        """Return the claims by the chain of sources behind them, the report's own voice last."""
        return group_claims(self.reading.claims)

    @property
    def events(self) -> tuple[EventGroup, ...]:
        """Return the claims by the event that they tell of, in the order of first mention."""
        return group_by_event(self.reading)

    @property
    def summary(self) -> str:
        """Return a paragraph of plain words: what is told, on whose word, what a reader could check, what cannot be right."""
        return summarise(self.reading)

    def to_dict(self) -> dict[str, Any]:
        """Return the interchange form: plain data, spans as `[start, end]`."""
        return to_dict(self.reading)

    def to_json(self) -> str:
        """Return the interchange form as one line of JSON."""
        return to_json_line(self.reading)

    def to_markdown(self) -> str:
        """Return a Markdown document."""
        return write_markdown(self.reading)

    def to_html(self) -> str:
        """Return a self-contained page that loads nothing."""
        return write_html(self.reading)

    def to_frame(self, *, of: Literal["claims", "places", "times"] = "claims") -> Any:  # noqa: ANN401 - pandas is optional
        """Return a pandas DataFrame, one row a claim, a place name or a time expression.

        Raises:
            MissingPackage: if pandas is not installed.
        """
        from whence.publish.frame import to_frame  # noqa: PLC0415 - only when asked for

        return to_frame(self.reading, of=of)

    def __repr__(self) -> str:
        """Return the report's id and the counts, not the whole reading."""
        return f"<ClaimSheet {self.report.id!r}: {len(self.claims)} claims, {len(self.sources)} sources>"

    def _repr_html_(self) -> str:
        """Return a compact table for a notebook."""
        from whence.publish.notebook import to_cell  # noqa: PLC0415 - only in a notebook

        return to_cell(self.reading)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the sheet as the terminal shows it."""
        from whence.publish.terminal import SheetView  # noqa: PLC0415 - only when Rich prints

        yield SheetView(self.reading)
