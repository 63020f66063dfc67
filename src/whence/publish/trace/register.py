"""Who is who on a trace's page: the anchor, name and place in the stemma of every report, lost ancestor, assertion and witness.

Enters: a trace and, where they are at hand, its readings. Leaves: a register that all parts of the page look things up in, so that
each is called the same and leads to the same place everywhere. An id that the trace does not hold has a name but no anchor.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from whence.publish.chains import tell_maybe
from whence.publish.page import language_of
from whence.publish.trace.passages import find_sentences
from whence.publish.trace.telling import Names, find_names, name_outlet, unattested
from whence.publish.visible import visible
from whence.records import Assertion, Edge, Mention, Reading, Report, Span, Trace

# Characters of an outlet's name where many stand in a line.
CALLED = 34
# Reports that the page lists; what lies beyond has no anchor, so nothing leads there.
MOST_LISTED = 2000
# Assertions and witnesses that the page tells in full; of assertions those that were put in come first.
MOST_ASSERTIONS, MOST_WITNESSES = 150, 100


@dataclass(frozen=True, slots=True)
class Register:
    """What the page looks up. `order` holds the reports as the stemma has them: each behind the text it was written from.

    `put_in` are the assertions that were put in on the way: see `find_put_in`; `listed` are those that the page has room for.
    """

    trace: Trace
    names: Names
    anchors: Mapping[str, str]
    order: tuple[str, ...]
    parents: Mapping[str, tuple[Edge, ...]]
    children: Mapping[str, tuple[Edge, ...]]
    assertions: Mapping[str, int]
    witnesses: Mapping[str, int]
    sentences: Mapping[str, tuple[Span, ...]]
    put_in: frozenset[str]
    listed: frozenset[str]

    def report(self, id: str) -> Report | None:
        """Return a report of the trace, None for a lost ancestor or an unknown id."""
        return self.names.reports.get(id)

    def text(self, id: str) -> str:
        """Return a report's text, empty where it is not at hand."""
        report = self.report(id)
        return report.text if report else ""

    def language(self, id: str) -> str:
        """Return a report's language for the `lang` attribute, empty where it is not known."""
        report = self.report(id)
        return language_of(report) if report else ""

    def mark(self, id: str) -> str:
        """Return the shortest name: a report's number, a lost ancestor's letter."""
        return str(self.names.numbers[id]) if id in self.names.numbers else self.letter(id)

    def letter(self, id: str) -> str:
        """Return a lost ancestor's letter, `?` for an id that the trace does not hold."""
        return self.names.letters.get(id, "?").strip("*")

    def call(self, id: str) -> str:
        """Return the name in a line: `7 The Courier`, `α, a lost text`."""
        report = self.report(id)
        if report:
            return f"{self.names.numbers[id]} {fit(call_outlet(report), CALLED)}"
        return f"{self.letter(id)}, a lost text" if id in self.names.letters else "a text that is not in this trace"

    def link(self, id: str) -> dict[str, str]:
        """Return name and anchor for the template; the anchor is empty where there is nothing to lead to."""
        return {"words": self.call(id), "mark": self.mark(id), "href": self.anchors.get(id, "")}

    def links(self, ids: Iterable[str]) -> list[dict[str, str]]:
        """Return the links of several, each once."""
        return [self.link(id) for id in dict.fromkeys(ids)]

    def link_assertion(self, id: str) -> dict[str, object]:
        """Return number and anchor of an assertion; the anchor is empty where the page has no room for it."""
        number = self.assertions[id]
        return {"words": number, "href": f"assertion-{number}" if id in self.listed else ""}

    def link_witness(self, id: str) -> dict[str, object]:
        """Return name and anchor of a witness; the anchor is empty where the page has no room for it."""
        witness = self.names.witnesses.get(id)
        number = self.witnesses.get(id, 0)
        return {
            "words": visible(witness.name if witness else id),
            "href": f"witness-{number}" if 0 < number <= MOST_WITNESSES else "",
        }

    def derived(self, id: str) -> bool:
        """Tell whether a report was written from another, at hand or lost."""
        return bool(self.parents.get(id))

    def lost(self, id: str | None) -> bool:
        """Tell whether an id is that of a lost ancestor."""
        return id in self.names.letters

    def position(self, id: str) -> tuple[float, str]:
        """Return where a text stands in time for lists: a lost ancestor right before the first report written from it."""
        if id in self.names.numbers:
            return float(self.names.numbers[id]), id
        known = [self.names.numbers[edge.child] for edge in self.children.get(id, ()) if edge.child in self.names.numbers]
        return (min(known) - 0.5 if known else float("inf")), id


def call_outlet(report: Report) -> str:
    """Return the outlet's whole name, else what stands in for it."""
    return tell_maybe(report.outlet, absent="", undetermined="") or name_outlet(report)


def fit(words: str, limit: int) -> str:
    """Return words cut to so many letters, wide ones counting as two, with an ellipsis where some are left out."""
    room = limit
    for index, letter in enumerate(words):
        room -= 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1
        if room < 0:
            return words[: max(0, index - 1)].rstrip() + "…"
    return words


def register_trace(trace: Trace, readings: Mapping[str, Reading] | None = None) -> Register:
    """Return the register of a trace."""
    names = find_names(trace)
    anchors = {report.id: f"report-{number}" for number, report in enumerate(trace.reports[:MOST_LISTED], start=1)}
    anchors |= {lost.id: f"lost-{number}" for number, lost in enumerate(trace.lost[:MOST_LISTED], start=1)}
    parents = gather({edge.child: [] for edge in trace.edges}, ((edge.child, edge) for edge in trace.edges))
    children = gather({edge.parent: [] for edge in trace.edges}, ((edge.parent, edge) for edge in trace.edges))
    put_in = frozenset(assertion.id for assertion in trace.assertions if find_put_in(assertion, names, parents))
    ids = [assertion.id for assertion in trace.assertions]
    first = [*(id for id in ids if id in put_in), *(id for id in ids if id not in put_in)]
    return Register(
        trace=trace,
        names=names,
        anchors=anchors,
        order=order_by_descent(trace, parents, children),
        parents=parents,
        children=children,
        assertions={assertion.id: number for number, assertion in enumerate(trace.assertions, start=1)},
        witnesses={witness.id: number for number, witness in enumerate(trace.witnesses, start=1)},
        put_in=put_in,
        listed=frozenset(first[:MOST_ASSERTIONS]),
        sentences={report.id: find_sentences(report, (readings or {}).get(report.id)) for report in trace.reports},
    )


def find_put_in(assertion: Assertion, names: Names, parents: Mapping[str, tuple[Edge, ...]]) -> bool:
    """Tell whether an assertion was put in on the way: nobody is known to stand behind it, and it first stands in a rewriting.

    One that comes from a lost ancestor alone first stands there, in a rewriting too.
    """
    if assertion.witnesses or not assertion.mentions:
        return False
    firsts = find_firsts(assertion)
    return unattested(assertion) or all(mention.came_from in names.letters or parents.get(mention.report) for mention in firsts)


def find_firsts(assertion: Assertion) -> tuple[Mention, ...]:
    """Return the mentions with which an assertion enters: those taken from no report that says it."""
    held = set(assertion.reports)
    return tuple(each for each in assertion.mentions if each.came_from not in held or each.came_from == each.report)


def gather(held: dict[str, list[Edge]], found: Iterable[tuple[str, Edge]]) -> dict[str, tuple[Edge, ...]]:
    """Return the edges under their keys, the most probable first."""
    for key, edge in found:
        held[key].append(edge)
    return {key: tuple(sorted(edges, key=by_probability)) for key, edges in held.items()}


def by_probability(edge: Edge) -> tuple[float, str, str]:
    """Order edges by probability, highest first, then by their ends."""
    return -edge.probability, edge.parent, edge.child


def order_by_descent(
    trace: Trace, parents: Mapping[str, tuple[Edge, ...]], children: Mapping[str, tuple[Edge, ...]]
) -> tuple[str, ...]:
    """Return the reports, each behind the most probable parent that it has, in time order among its siblings."""
    reports = {report.id for report in trace.reports}
    return tuple(id for id, _ in walk_down(trace, parents, children) if id in reports)


def walk_down(
    trace: Trace, parents: Mapping[str, tuple[Edge, ...]], children: Mapping[str, tuple[Edge, ...]]
) -> list[tuple[str, int]]:
    """Return reports and lost ancestors with their depth in the tree of most probable parents, parents first."""
    numbers = {report.id: number for number, report in enumerate(trace.reports)}
    every = [*numbers, *(lost.id for lost in trace.lost)]
    walked: dict[str, int] = {}
    # What hangs in a circle has no root; it is walked last, from its earliest text on.
    for root in (*(id for id in every if not parents.get(id)), *every):
        ahead = [(root, 0)]
        while ahead:
            id, depth = ahead.pop()
            if id in walked:
                continue
            walked[id] = depth
            below = {edge.child for edge in children.get(id, ()) if parents[edge.child][0].parent == id}
            ordered = sorted((numbers.get(child, len(numbers)), child) for child in below)
            ahead.extend((child, depth + 1) for _, child in reversed(ordered))
    return list(walked.items())
