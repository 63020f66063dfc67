"""The words of a trace that the terminal and Markdown share: names of reports and lost ancestors, counts, readings.

Enters: a trace. Leaves: words made safe to show. A report is called by its outlet and its number in the order of publication, so
that two reports of one outlet never look alike; a lost ancestor by a Greek letter, as in a stemma of manuscripts. Nothing here says
what is true: only what stands where, and where it first stood.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whence.publish.chains import count, tell_maybe
from whence.publish.trace.branches import Branch
from whence.publish.visible import shorten, visible
from whence.publish.wording import tell_time, tell_title
from whence.records import (
    Assertion,
    Edge,
    Indication,
    Known,
    LostAncestor,
    Passage,
    Report,
    Status,
    Trace,
    Variation,
    Witness,
)
from whence.reports.called import called

GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
# Characters of an outlet's name, of a witness's, of a headline, of a reading.
OUTLET_SHOWN, WITNESS_SHOWN, TITLE_SHOWN, READING_SHOWN = 32, 60, 70, 90
# Reports and witnesses that a line names before it says how many more there are.
NAMED = 6
# Reasons shown behind an edge.
REASONS_SHOWN = 2
# A probability from here on is not shown as certainty, whatever its last digits say; so with one near nothing.
ALMOST, HARDLY = 0.99, 0.01
BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Names:
    """How the reports, lost ancestors and witnesses of one trace are called; `numbers` count the reports from 1."""

    reports: dict[str, Report]
    numbers: dict[str, int]
    letters: dict[str, str]
    witnesses: dict[str, Witness]

    def call(self, id: str) -> str:
        """Return a short name: `The Courier (3)` for a report, `*α*` for a lost ancestor."""
        if id in self.letters:
            return self.letters[id]
        return f"{name_outlet(self.reports[id])} ({self.numbers[id]})" if id in self.reports else visible(id)

    def tell_report(self, id: str) -> str:
        """Return a report in full: number, outlet, time, headline; of a lost ancestor what it is."""
        if id in self.letters:
            return f"{self.letters[id]}{BETWEEN}a lost text, not at hand"
        if id not in self.reports:
            return visible(id)
        report = self.reports[id]
        when = tell_time(report.published_at, absent="no date told", undetermined="date undetermined")
        return f"{self.call(id)}{BETWEEN}{when}{BETWEEN}“{shorten(tell_title(report), TITLE_SHOWN)}”"

    def call_all(self, ids: Iterable[str], *, most: int | None = NAMED) -> str:
        """Return the short names of several reports, the rest as a count."""
        known = list(ids)
        shown = known if most is None else known[:most]
        return join_rest([self.call(id) for id in shown], len(known) - len(shown))

    def call_witness(self, id: str) -> str:
        """Return the name of a witness."""
        return visible(self.witnesses[id].name) if id in self.witnesses else visible(id)


def find_names(trace: Trace) -> Names:
    """Return the names for a trace."""
    return Names(
        {report.id: report for report in trace.reports},
        {report.id: number for number, report in enumerate(trace.reports, 1)},
        {lost.id: name_lost(index) for index, lost in enumerate(trace.lost)},
        {witness.id: witness for witness in trace.witnesses},
    )


def name_lost(index: int) -> str:
    """Return the letter of a lost ancestor, with a number once the alphabet is through: `*α*`, `*α2*`."""
    turn, letter = divmod(index, len(GREEK))
    return f"*{GREEK[letter]}{turn + 1 if turn else ''}*"


def name_outlet(report: Report) -> str:
    """Return what a report is called, made visible and short."""
    return shorten(visible(called(report)) or visible(report.id), OUTLET_SHOWN)


def join_rest(told: Sequence[str], more: int) -> str:
    """Return what is told, with a count of what is left out."""
    return ", ".join(told) + (f" and {more} more" if more > 0 else "")


def tell_probability(probability: float) -> str:
    """Return a probability as a share of a hundred, never as certainty: `91%`, `over 99%`."""
    if probability > ALMOST:
        return "over 99%"
    return "under 1%" if probability < HARDLY else f"{round(probability * 100)}%"


def weightiest(edge: Edge) -> tuple[Indication, ...]:
    """Return the reasons behind an edge, those that speak most for it first."""
    return tuple(sorted(edge.because, key=by_weight))


def by_weight(indication: Indication) -> tuple[float, str, str]:
    """Order reasons by weight, then by their words, so that equals have one order."""
    return -indication.weight, indication.kind, indication.detail


def tell_reasons(edge: Edge, *, most: int | None = REASONS_SHOWN) -> list[str]:
    """Return the weightiest reasons for an edge in words; those against it only where all are asked for."""
    ordered = [reason for reason in weightiest(edge) if most is None or reason.weight > 0]
    return [visible(reason.detail) for reason in (ordered if most is None else ordered[:most])]


def tell_alternatives(branch: Branch, names: Names, *, most: int | None = REASONS_SHOWN) -> str:
    """Return from which others a text may have been written, with how probable that is; empty where none is within reach."""
    told = [f"{names.call(edge.parent)}, {tell_probability(edge.probability)}" for edge in branch.within_reach]
    shown = told if most is None else told[:most]
    more = len(told) - len(shown)
    return f"or else from {'; '.join(shown)}{f' and {more} more' if more else ''}" if told else ""


def tell_pointer(branch: Branch, names: Names) -> str:
    """Return that a text was written from this one too, how probable that is, and where it is drawn."""
    probability = tell_probability(branch.edge.probability) if branch.edge else ""
    where = f"under {names.call(branch.pointer)}" if branch.pointer else "as a root"
    return f"{names.call(branch.id)}, {probability}, drawn {where}"


def first_hand(trace: Trace) -> tuple[Report, ...]:
    """Return the reports that were written from no other, at hand or lost."""
    derived = {edge.child for edge in trace.edges}
    return tuple(report for report in trace.reports if report.id not in derived)


def unattested(assertion: Assertion) -> bool:
    """Tell whether an assertion was put in on the way: nobody is known to stand behind it, and it first stands in a rewriting."""
    return not assertion.witnesses and any(mention.status is Status.ADDED for mention in assertion.mentions)


def group_variations(trace: Trace) -> Mapping[str | None, list[Variation]]:
    """Return the variations by the assertion that they belong to; None for those of none that the trace holds."""
    shown = {assertion.id for assertion in trace.assertions}
    groups: dict[str | None, list[Variation]] = {}
    for variation in trace.variations:
        groups.setdefault(variation.assertion if variation.assertion in shown else None, []).append(variation)
    return groups


def by_spread(assertion: Assertion) -> int:
    """Order assertions by the number of reports that say them, most first; sorting is stable."""
    return -len(assertion.reports)


def order_assertions(assertions: Iterable[Assertion]) -> tuple[Assertion, ...]:
    """Return assertions, the most widespread first."""
    return tuple(sorted(assertions, key=by_spread))


def summarise_trace(trace: Trace) -> str:
    """Return the paragraph at the head: how many reports are first-hand, what stands behind them, what was put in."""
    sources = len(first_hand(trace))
    parents = Counter(edge.child for edge in trace.edges)
    several = sum(1 for report in trace.reports if parents[report.id] > 1)
    rest = len(trace.reports) - sources
    parts = [f"{count(len(trace.reports), 'report')}: {sources} first-hand, {rest} written from others."]
    if several:
        parts.append(f"{several} {'was' if several == 1 else 'were'} written from more than one.")
    if trace.lost:
        parts.append(
            f"{count(len(trace.lost), 'text')} that {'is' if len(trace.lost) == 1 else 'are'} not at hand must have lain between."
        )
    known = len(trace.witnesses)
    stand = f"{count(known, 'witness', 'witnesses')} stand{'s' if known == 1 else ''} behind them."
    parts.append(stand if known else "No witness could be identified.")
    if trace.assertions:
        added = sum(1 for assertion in trace.assertions if unattested(assertion))
        parts.append(f"{count(len(trace.assertions), 'assertion')}, {added} of them put in on the way without a witness.")
    return " ".join(parts)


def tell_support(assertion: Assertion, names: Names) -> str:
    """Return how widespread an assertion is and who stands behind it: `12 reports, 1 witness: Ana Bel`."""
    spread = count(len(assertion.reports), "report")
    if not assertion.witnesses:
        return f"{spread}, no known witness"
    told = [shorten(names.call_witness(id), WITNESS_SHOWN) for id in assertion.witnesses]
    more = len(told) - NAMED
    who = "; ".join(told[:NAMED]) + (f" and {more} more" if more > 0 else "")  # names have commas of their own
    return f"{spread}, {count(len(told), 'witness', 'witnesses')}: {who}"


def tell_setting(assertion: Assertion) -> str:
    """Return event, place and time of an assertion as far as they are known: `capture · Nokia · 2031-05-03`."""
    where = assertion.place
    place = visible(where.value.text) if isinstance(where, Known) else ""
    if isinstance(where, Known) and isinstance(where.value.place, Known):
        place = visible(where.value.place.value.name)
    time = tell_time(assertion.time, absent="", undetermined="date undetermined")
    return BETWEEN.join(part for part in (str(assertion.event), place, time) if part)


def tell_gloss(assertion: Assertion) -> str:
    """Return what an assertion says."""
    return visible(assertion.gloss) or "an assertion without words"


def tell_mentions(assertion: Assertion, names: Names, *, most: int | None = NAMED) -> str:
    """Return in which reports an assertion stands, with how it stands there where that is not faithfully."""
    statuses: dict[str, list[Status]] = {}
    for mention in assertion.mentions:
        statuses.setdefault(mention.report, []).append(mention.status)
    told = [tell_mention(report, found, names) for report, found in statuses.items()]
    shown = told if most is None else told[:most]
    return join_rest(shown, len(told) - len(shown))


def tell_mention(report: str, statuses: Iterable[Status], names: Names) -> str:
    """Return one report that says it, and how where not faithfully: `The Courier (3) garbled`."""
    told = dict.fromkeys(str(status) for status in statuses if status is not Status.FAITHFUL)
    return " ".join((names.call(report), " and ".join(told))).rstrip()


def tell_variation(variation: Variation, names: Names, *, most: int | None = NAMED) -> str:
    """Return a reading beside the one it was taken from, where it first stands, and who inherited it."""
    limit = READING_SHOWN if most is not None else len(variation.written) + len(variation.correct or "")
    written = f"“{shorten(visible(variation.written), limit)}”"
    source = (
        f" where {call_origin(variation.origin, names)} has “{shorten(visible(variation.correct), limit)}”"
        if variation.correct
        else ""
    )
    heirs = f"; inherited by {names.call_all(variation.inherited_by, most=most)}" if variation.inherited_by else ""
    return f"{variation.kind}: {written}{source}, first in {names.call(variation.report)}{heirs}"


def call_origin(origin: Passage | None, names: Names) -> str:
    """Return the report that has the other reading."""
    return names.call(origin.report) if origin is not None else "its source"


def tell_witness(witness: Witness, names: Names) -> tuple[str, str]:
    """Return the name of a witness, and what it is: kind, side, where it speaks at first hand."""
    side = tell_maybe(witness.side, absent="no side told", undetermined="side undetermined")
    side = f"side: {side}" if isinstance(witness.side, Known) else side
    where = f"speaks in {names.call_all(witness.reports)}" if witness.reports else "speaks in none of these at first hand"
    return visible(witness.name), BETWEEN.join((str(witness.kind), side, where))


def tell_lost(lost: LostAncestor, names: Names, *, most: int | None = NAMED) -> str:
    """Return what is known of a text that is not at hand."""
    reasons = "; ".join(visible(reason.detail) for reason in (lost.because if most is None else lost.because[:REASONS_SHOWN]))
    return f"{names.call(lost.id)}: a lost text behind {names.call_all(lost.children, most=most)}" + (
        f". {reasons}" if reasons else ""
    )


def tell_passages(passages: Sequence[Passage], names: Names, *, most: int = 3) -> list[str]:
    """Return where passages stand with their words: `The Courier (3), 12–40: “…”`."""
    told = []
    for passage in passages[:most]:
        report = names.reports.get(passage.report)
        words = f": “{shorten(visible(passage.span.cut(report.text)), READING_SHOWN)}”" if report else ""
        told.append(f"{names.call(passage.report)}, {passage.span.start}–{passage.span.end}{words}")
    return told + ([f"and {len(passages) - most} more"] if len(passages) > most else [])
