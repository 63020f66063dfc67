"""What the signs of descent are read from: the comparison, the times, and the names and numbers of each report, each made once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from whence.collation.comparison import Comparison
from whence.collation.keys import find_names, weigh
from whence.collation.units import language_of, sentences_of
from whence.language.glossary import find_numbers
from whence.lineage.declared import Imprint, find_credit, find_statements, imprint_of
from whence.lineage.times import Stretch, published
from whence.lineage.wording import Runs, find_runs
from whence.records import Claim, Span

Floats = NDArray[np.float32]

NEW = 0.25
"""Likeness to everything earlier under which a passage is new. Swept 0.15 to 0.4."""

STATED, NAMED = 0.5, 0.25
"""How far it credits a body's own channel to speak of a statement, or to name the body."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """The keys of a whole report that can be errors: names and numbers, and both together."""

    names: frozenset[str]
    numbers: frozenset[str]
    all: frozenset[str]


class Ground:
    """All that the signs are read from: the comparison, the times, the keys of each report."""

    def __init__(self, comparison: Comparison) -> None:
        """Keep the comparison."""
        self.comparison = comparison
        self.readings = comparison.readings
        self.times: tuple[Stretch | None, ...] = tuple(published(reading.report) for reading in self.readings)
        self.tables: dict[int, Floats] = {}
        self._written: dict[int, dict[str, Span]] = {}
        self._sentences: dict[int, tuple[Span, ...]] = {}
        self._claims: dict[int, dict[str, Claim]] = {}

    @cached_property
    def keyed(self) -> tuple[Keyed, ...]:
        """Return the keys of each report."""
        material = self.comparison.material
        found = []
        for report in range(len(self.readings)):
            inside = [material.keys[unit] for unit in material.range_of(report)]
            names = frozenset(f"name:{name}" for keys in inside for name in keys.names)
            numbers = frozenset(f"number:{number:g}" for keys in inside for number in keys.numbers)
            found.append(Keyed(names, numbers, names | numbers))
        return tuple(found)

    @cached_property
    def key_weights(self) -> dict[str, float]:
        """Return what each name and number weighs: the rarer, the more."""
        return weigh(((number, keyed.all) for number, keyed in enumerate(self.keyed)), len(self.readings))

    @cached_property
    def runs(self) -> Runs:
        """Return the runs of words of all reports."""
        return find_runs([reading.report.text for reading in self.readings])

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Return the language of each report, empty where it is not known."""
        return tuple(language_of(reading) for reading in self.readings)

    @cached_property
    def imprints(self) -> tuple[Imprint, ...]:
        """Return what each report can be credited by."""
        return tuple(imprint_of(reading.report) for reading in self.readings)

    @cached_property
    def credits(self) -> dict[tuple[int, int], tuple[Span, ...]]:
        """Return (child, parent) → passages for all candidates of which one credits the other."""
        found = {}
        for one, other in self.comparison.pairs:
            for child, parent in ((one, other), (other, one)):
                spans = find_credit(self.imprints[child], self.imprints[parent])
                if spans is not None:
                    found[child, parent] = spans
        return found

    @cached_property
    def _crediting(self) -> dict[int, frozenset[int]]:
        found: dict[int, set[int]] = {}
        for child, parent in self.credits:
            found.setdefault(child, set()).add(parent)
        return {child: frozenset(parents) for child, parents in found.items()}

    def crediting(self, child: int) -> frozenset[int]:
        """Return whom a report credits among its candidates."""
        return self._crediting.get(child, frozenset())

    def credit(self, child: int, parent: int) -> float:
        """Return how far a report credits another: 1 for its outlet.

        Of a body's own channel half, if the report speaks of a statement, a quarter if it names the body, which may be what it is
        about.
        """
        if (child, parent) not in self.credits:
            return 0.0
        if not self.imprints[parent].channel:
            return 1.0
        return STATED if find_statements(self.imprints[child].text, self.imprints[child].language) else NAMED

    def kept_credit(self, child: int, parent: int) -> float:
        """Return how far a report credits another that `parent` credits too: a rewrite keeps the credits of what it rewrites."""
        kept = (other for other in self.crediting(child) & self.crediting(parent) if self.credit(parent, other) == 1.0)
        return max((self.credit(child, other) for other in kept), default=0.0)

    @cached_property
    def _hours(self) -> NDArray[np.float64]:
        """Return [first and last hour, reports] between which each was published, not a number where that is not told."""
        return np.array([(each.low, each.high) if each else (np.nan, np.nan) for each in self.times]).reshape(-1, 2).T

    @cached_property
    def _candidates(self) -> tuple[NDArray[np.int64], ...]:
        return tuple(np.array(others, dtype=np.int64) for others in self.comparison.neighbours)

    @cached_property
    def _earlier(self) -> tuple[tuple[int, ...], ...]:
        first, last = self._hours
        return tuple(tuple(others[last[others] < first[report]].tolist()) for report, others in enumerate(self._candidates))

    @cached_property
    def _possible(self) -> tuple[tuple[int, ...], ...]:
        first, last = self._hours
        return tuple(tuple(others[~(last[report] < first[others])].tolist()) for report, others in enumerate(self._candidates))

    def earlier(self, report: int) -> tuple[int, ...]:
        """Return the candidates of a report that were surely published before it."""
        return self._earlier[report]

    def possible(self, report: int) -> tuple[int, ...]:
        """Return the candidates of a report that were not surely published after it."""
        return self._possible[report]

    def bests(self, report: int, others: Collection[int]) -> Floats:
        """Return [others, units of `report`]: how likely each of some candidates of a report says the same anywhere."""
        found: Floats = self.comparison.bests[report][[self.comparison.rows[report][other] for other in others]]
        return found

    @cached_property
    def inherited(self) -> tuple[Floats, ...]:
        """Return for each report [its units]: how likely anything earlier says the same."""
        found = []
        for report in range(len(self.readings)):
            others = self.earlier(report)
            size = len(self.comparison.material.range_of(report))
            found.append(self.bests(report, others).max(0) if others else np.zeros(size, dtype=np.float32))
        return tuple(found)

    @cached_property
    def new_units(self) -> tuple[NDArray[np.int64], ...]:
        """Return for each report which of its units nothing earlier says."""
        return tuple(np.flatnonzero(likely < NEW) for likely in self.inherited)

    @cached_property
    def new_keys(self) -> tuple[frozenset[str], ...]:
        """Return for each report the names and numbers that nothing earlier has."""
        found = []
        for report, keyed in enumerate(self.keyed):
            before = frozenset().union(*(self.keyed[other].all for other in self.earlier(report)))
            found.append(keyed.all - before)
        return tuple(found)

    @cached_property
    def new_weights(self) -> tuple[float, ...]:
        """Return for each report what its new names and numbers weigh together."""
        return tuple(self.weight(keys) for keys in self.new_keys)

    @cached_property
    def explained(self) -> tuple[tuple[float, float], ...]:
        """Return for each report how well all others that may be earlier explain its passages, and the share that none does."""
        found = []
        for report in range(len(self.readings)):
            others = self.possible(report)
            bests = self.bests(report, others).max(0) if others else np.zeros(0)
            found.append((float(bests.mean()), float((bests < NEW).mean())) if bests.size else (0.0, 1.0))
        return tuple(found)

    def weight(self, keys: frozenset[str]) -> float:
        """Return what some names and numbers weigh together."""
        weights = self.key_weights
        return sum([weights[key] for key in sorted(keys)])

    def written(self, report: int) -> dict[str, Span]:
        """Return where a report first writes each of its names and numbers."""
        if report not in self._written:
            text = self.readings[report].report.text
            found: dict[str, Span] = {}
            for span, keys in find_names(text, self.comparison.material.names):
                for key in keys:
                    found.setdefault(f"name:{key}", span)
            for start, end, number in find_numbers(text, self.languages[report]):
                found.setdefault(f"number:{number:g}", Span(start, end))
            self._written[report] = found
        return self._written[report]

    def sentences(self, report: int) -> tuple[Span, ...]:
        """Return the sentences of a report."""
        if report not in self._sentences:
            self._sentences[report] = tuple(sentences_of(self.readings[report].report.text))
        return self._sentences[report]

    def claim_of(self, unit: int) -> Claim | None:
        """Return the first claim that a unit stands for, None where claims could not be read."""
        where = self.comparison.material.units[unit]
        return self.claims(where.report)[where.claims[0]] if where.claims else None

    def claims(self, report: int) -> dict[str, Claim]:
        """Return the claims of a report by their ids."""
        if report not in self._claims:
            self._claims[report] = {claim.id: claim for claim in self.readings[report].claims}
        return self._claims[report]
