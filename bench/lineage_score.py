"""Compare a trace with what is true of a family.

Enters: a `Family` and a trace in the interchange's shape (`edges`, `assertions` with `independent_witnesses` and `mentions`,
`variations`). Leaves: a `Tally`, which adds up over families, and the figures that follow:

*parent*: direct edges between reports that were handed over. *ancestry*: pairs of an ancestor and its descendant. *dependence*:
pairs of reports of which one descends from the other or that have an ancestor in common, at hand or lost. *first-hand*: reports
written from no other text.

*alignment*: B-cubed (Bagga & Baldwin, "Algorithms for Scoring Coreference Chains", 1998) over the gold occurrences of claims. One
sentence may carry several claims, so each occurrence is paired with that assertion, of those whose mention overlaps it by half of
the shorter, with which its claim overlaps most often. An occurrence that no mention overlaps costs recall.

*added*: occurrences at which a claim that nobody stands behind first appears, against mentions with the status "added"; mentions
that overlap no labelled occurrence are counted apart, as nobody has judged them. *variations*: pairs of a written form and a
report, inherited ones included; one form may hold the other if it is not longer than two and a half times.

*witnesses*: for each claim that is paired at all, the number at the assertion with which most of its occurrences are paired:
share exact, mean absolute error, and *over* and *under* apart. Over-counting is the dangerous one: it makes copies confirm.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeAlias

from bench.families import Family, Json, Occurrence, Offsets, Parents, ancestors, parents_in

HALF = 0.5
"""Share of the shorter of two spans that both must have, so that they mean the same passage."""

FORM = 0.4
"""Share of the longer of two written forms that the shorter must have at least."""

MEASURES = ("parent", "ancestry", "dependence", "first-hand", "alignment", "added", "variations")

Mentions: TypeAlias = Mapping[str, Sequence[tuple[Offsets, str, str]]]
"""For each report the span, assertion and status of every mention in it."""


@dataclass(frozen=True, slots=True)
class Share:
    """So much of so many."""

    much: float = 0.0
    many: int = 0

    def __add__(self, other: Share) -> Share:
        """Return the share of both together."""
        return Share(self.much + other.much, self.many + other.many)

    @property
    def value(self) -> float:
        """Return the share as a number; 0 of nothing."""
        return self.much / self.many if self.many else 0.0


@dataclass(frozen=True, slots=True)
class Measure:
    """Precision and recall."""

    precision: Share = field(default_factory=Share)
    recall: Share = field(default_factory=Share)

    def __add__(self, other: Measure) -> Measure:
        """Return the measure over both."""
        return Measure(self.precision + other.precision, self.recall + other.recall)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = self.precision.value + self.recall.value
        return 2 * self.precision.value * self.recall.value / total if total else 0.0

    def figures(self) -> Json:
        """Return all of it by name."""
        return {
            "precision": self.precision.value,
            "recall": self.recall.value,
            "f1": self.f1,
            "predicted": self.precision.many,
            "gold": self.recall.many,
        }


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Of how many claims the number of independent witnesses is exact, too high and too low, and by how much in sum."""

    claims: int = 0
    exact: int = 0
    over: int = 0
    under: int = 0
    over_by: int = 0
    under_by: int = 0

    def __add__(self, other: Witnesses) -> Witnesses:
        """Return the counts of both together."""
        return Witnesses(
            self.claims + other.claims,
            self.exact + other.exact,
            self.over + other.over,
            self.under + other.under,
            self.over_by + other.over_by,
            self.under_by + other.under_by,
        )

    def figures(self) -> Json:
        """Return shares of the claims and means over them by name."""
        of = self.claims or 1
        return {
            "exact": self.exact / of,
            "mean error": (self.over_by + self.under_by) / of,
            "over": self.over / of,
            "under": self.under / of,
            "over by": self.over_by / of,
            "under by": self.under_by / of,
            "claims": self.claims,
        }


def _nothing() -> dict[str, Measure]:
    return {name: Measure() for name in MEASURES}


@dataclass(frozen=True, slots=True)
class Tally:
    """The measures of one family or several, those of its witnesses, and the added mentions that nobody has judged."""

    measures: Mapping[str, Measure] = field(default_factory=_nothing)
    witnesses: Witnesses = field(default_factory=Witnesses)
    unjudged: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Return the tally of both together."""
        measures = {name: measure + other.measures[name] for name, measure in self.measures.items()}
        return Tally(measures, self.witnesses + other.witnesses, self.unjudged + other.unjudged)

    def figures(self) -> Json:
        """Return everything by name."""
        measures = {name: measure.figures() for name, measure in self.measures.items()}
        return {**measures, "witnesses": self.witnesses.figures(), "added elsewhere": self.unjudged}

    def headline(self) -> dict[str, float]:
        """Return one figure a measure, each better the higher it is: F1, and the share of exact witnesses."""
        return {name: measure.f1 for name, measure in self.measures.items()} | {
            "witnesses exact": self.witnesses.figures()["exact"]
        }


def score(family: Family, trace: Json) -> Tally:
    """Return how a trace of a family's reports compares with what is true of it."""
    mentions = mentions_in(trace)
    paired = pair(family.occurrences, mentions)
    added, unjudged = score_added(family.occurrences, mentions)
    measures = {
        **score_graph(family, parents_in(trace["edges"])),
        "alignment": score_alignment(family.occurrences, paired),
        "added": added,
        "variations": score_variations(family, trace.get("variations", ())),
    }
    counted = {assertion["id"]: assertion.get("independent_witnesses") for assertion in trace["assertions"]}
    return Tally({name: measures[name] for name in MEASURES}, score_witnesses(family, paired, counted), unjudged)


def mentions_in(trace: Json) -> Mentions:
    """Return the mentions of a trace by report."""
    by: dict[str, list[tuple[Offsets, str, str]]] = defaultdict(list)
    for assertion in trace["assertions"]:
        for mention in assertion["mentions"]:
            start, end = mention["span"]
            by[mention["report"]].append(((start, end), assertion["id"], mention.get("status") or ""))
    return by


def score_graph(family: Family, told: Parents) -> dict[str, Measure]:
    """Return the measures of descent."""
    ours, theirs = _relations(family.visible, family.parents), _relations(family.visible, told)
    return {name: _sets(ours[name], theirs[name]) for name in ours}


def _relations(visible: frozenset[str], parents: Parents) -> dict[str, set[object]]:
    """Return what a graph says of the reports at hand."""
    above = {id: ancestors(parents, id) for id in visible}
    return {
        "parent": {(parent, id) for id in visible for parent in parents.get(id, ()) if parent in visible},
        "ancestry": {(ancestor, id) for id in visible for ancestor in above[id] if ancestor in visible},
        "dependence": {
            (one, other) for one, other in combinations(sorted(visible), 2) if (above[one] | {one}) & (above[other] | {other})
        },
        "first-hand": {id for id in visible if not above[id]},
    }


def _sets(gold: set[object], predicted: set[object]) -> Measure:
    hit = len(gold & predicted)
    return Measure(Share(hit, len(predicted)), Share(hit, len(gold)))


def overlap(one: Offsets, other: Offsets) -> int:
    """Return the characters that two spans share, 0 where that is less than half of the shorter."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared if shared > 0 and shared >= HALF * min(one[1] - one[0], other[1] - other[0]) else 0


def pair(occurrences: Iterable[Occurrence], mentions: Mentions) -> list[str | None]:
    """Return for each occurrence the assertion that it is paired with, None where no mention overlaps it."""
    known = list(occurrences)
    touching = [
        [
            (overlap(each.span, span), assertion)
            for span, assertion, _ in mentions.get(each.document, ())
            if overlap(each.span, span)
        ]
        for each in known
    ]
    votes = Counter((each.claim, assertion) for each, found in zip(known, touching, strict=True) for _, assertion in found)
    return [
        max(((votes[each.claim, assertion], shared, assertion) for shared, assertion in found), default=(0, 0, None))[2]
        for each, found in zip(known, touching, strict=True)
    ]


def score_alignment(occurrences: Sequence[Occurrence], paired: Sequence[str | None]) -> Measure:
    """Return B-cubed of the pairing."""
    both = Counter((each.claim, assertion) for each, assertion in zip(occurrences, paired, strict=True))
    of_claim, of_assertion = Counter(each.claim for each in occurrences), Counter(paired)
    covered = [(each.claim, assertion) for each, assertion in zip(occurrences, paired, strict=True) if assertion is not None]
    precision = sum(both[key] / of_assertion[key[1]] for key in covered)
    recall = sum(both[key] / of_claim[key[0]] for key in covered)
    return Measure(Share(precision, len(covered)), Share(recall, len(occurrences)))


def score_added(occurrences: Sequence[Occurrence], mentions: Mentions) -> tuple[Measure, int]:
    """Return the measure of what was added, and how many mentions told as added stand where nothing is labelled."""
    told = [(report, span) for report, found in mentions.items() for span, _, status in found if status == "added"]
    wanted = [each for each in occurrences if each.added]
    hit = sum(any(report == each.document and overlap(each.span, span) for report, span in told) for each in wanted)
    judged = [[each.added for each in occurrences if each.document == report and overlap(each.span, span)] for report, span in told]
    right = sum(any(each) for each in judged)
    known = sum(bool(each) for each in judged)
    return Measure(Share(right, known), Share(hit, len(wanted))), len(told) - known


def score_variations(family: Family, variations: Iterable[Json]) -> Measure:
    """Return the measure of the written forms that depart from what the parent has."""
    told = {(each["written"].casefold(), id) for each in variations for id in (each["report"], *each.get("inherited_by", ()))}
    hit = sum(any(same_form(gold, each) for each in told) for gold in family.garbles)
    right = sum(any(same_form(gold, each) for gold in family.garbles) for each in told)
    return Measure(Share(right, len(told)), Share(hit, len(family.garbles)))


def same_form(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two forms in one report are the same, or one the other with some words around it."""
    short, long = sorted((one[0], other[0]), key=len)
    return one[1] == other[1] and short in long and len(short) >= FORM * len(long)


def score_witnesses(family: Family, paired: Sequence[str | None], counted: Mapping[str, int | None]) -> Witnesses:
    """Return how the numbers of witnesses compare, over the claims that are paired with an assertion that has one."""
    chosen: dict[str, Counter[str]] = defaultdict(Counter)
    for each, assertion in zip(family.occurrences, paired, strict=True):
        if assertion is not None:
            chosen[each.claim][assertion] += 1
    total = Witnesses()
    for claim, found in chosen.items():
        number = counted[found.most_common(1)[0][0]]
        if number is not None:
            off = number - family.witnesses[claim]
            total += Witnesses(1, int(off == 0), int(off > 0), int(off < 0), max(off, 0), max(-off, 0))
    return total
