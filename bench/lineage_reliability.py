"""Are the probabilities of edges what they say? A reliability table and the Brier score.

Enters: families and their traces with probabilities. Leaves: for each bin of probability how many candidate edges fell into it,
their mean probability and the share of them that are true, and the mean squared error (Brier, "Verification of Forecasts
Expressed in Terms of Probability", 1950). Candidates are the edges of the stemma and the alternatives beside it, between reports
that were handed over; true is an edge to a direct parent. Pairs that a tracer never considered have no probability: how many true
edges are among them is told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.families import Family, Json

BINS = 10


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible edge: what it was said to be worth, and whether it is true."""

    probability: float
    true: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The candidates of one stretch of probability, from `low` up to `low` and a tenth."""

    low: float
    candidates: tuple[Candidate, ...]

    @property
    def said(self) -> float:
        """Return the mean probability."""
        return sum(each.probability for each in self.candidates) / len(self.candidates)

    @property
    def came(self) -> float:
        """Return the share that are true."""
        return sum(each.true for each in self.candidates) / len(self.candidates)


@dataclass(frozen=True, slots=True)
class Reliability:
    """The candidates of all families, and how many true edges were no candidates."""

    candidates: tuple[Candidate, ...] = ()
    overlooked: int = 0

    def __add__(self, other: Reliability) -> Reliability:
        """Return that of both together."""
        return Reliability((*self.candidates, *other.candidates), self.overlooked + other.overlooked)

    @property
    def brier(self) -> float:
        """Return the mean squared distance of the probabilities from what is so; 0 is best."""
        return sum((each.probability - each.true) ** 2 for each in self.candidates) / (len(self.candidates) or 1)

    @property
    def uninformed(self) -> float:
        """Return the Brier score of one who says the share of true candidates of each: what it must be better than."""
        share = sum(each.true for each in self.candidates) / (len(self.candidates) or 1)
        return share * (1 - share)

    @property
    def calibration_error(self) -> float:
        """Return how far said and came are apart over the bins, by the candidates in them (expected calibration error)."""
        apart = sum(abs(each.said - each.came) * len(each.candidates) for each in self.bins())
        return apart / (len(self.candidates) or 1)

    def bins(self) -> tuple[Bin, ...]:
        """Return the bins that hold candidates, from the least probable."""
        by: list[list[Candidate]] = [[] for _ in range(BINS)]
        for each in self.candidates:
            by[min(int(each.probability * BINS), BINS - 1)].append(each)
        return tuple(Bin(number / BINS, tuple(found)) for number, found in enumerate(by) if found)

    def figures(self) -> Json:
        """Return all of it by name."""
        return {
            "brier": self.brier,
            "brier of the base rate": self.uninformed,
            "calibration error": self.calibration_error,
            "overlooked": self.overlooked,
            "bins": [
                {"from": each.low, "candidates": len(each.candidates), "said": each.said, "came": each.came} for each in self.bins()
            ],
        }


def reliability(family: Family, trace: Json) -> Reliability:
    """Return the candidates of one family's trace; a pair that is told twice counts once, with its highest probability."""
    said: dict[tuple[str, str], float] = {}
    for edge in (*trace["edges"], *trace.get("alternatives", ())):
        pair = edge["parent"], edge["child"]
        if family.visible.issuperset(pair) and edge.get("probability") is not None:
            said[pair] = max(said.get(pair, 0.0), edge["probability"])
    true = {(parent, child) for child in family.visible for parent in family.parents[child] if parent in family.visible}
    candidates = [Candidate(probability, pair in true) for pair, probability in sorted(said.items())]
    return Reliability(tuple(candidates), len(true - said.keys()))


def lines(found: Reliability) -> Iterable[str]:
    """Yield the table for the screen."""
    yield f"{'probability':<12} {'edges':>6} {'said':>6} {'came':>6}"
    for each in found.bins():
        yield f"{each.low:.1f} to {each.low + 1 / BINS:.1f}  {len(each.candidates):>7} {each.said:>6.2f} {each.came:>6.2f}"
    yield (
        f"Brier {found.brier:.3f} (the base rate {found.uninformed:.3f}), calibration error {found.calibration_error:.3f}, "
        f"{found.overlooked} true edges among no candidates"
    )


def reliability_of(pairs: Sequence[tuple[Family, Json]]) -> Reliability:
    """Return that of several families together."""
    return sum((reliability(family, trace) for family, trace in pairs), Reliability())
