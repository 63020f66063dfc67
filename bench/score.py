"""Compare attributions and names with gold.

Enters: for each text the gold and the predicted annotation, as character offsets. Leaves: counts that add up over texts and the
precision, recall and F1 that follow. Three measures of attributions, those in use for PolNeAR (Newell, Margolin & Ruths 2018):
*exact* (a role's span has both borders right), *overlap* (characters of a role), and *linked whole* (one predicted attribution
touches the gold one in every role that gold fills). It will not match spans with a margin: a border is right or it is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

ROLES = ("source", "cue", "content")
MEASURES = ("exact", "overlap")

Offsets: TypeAlias = tuple[int, int]
Annotation: TypeAlias = Mapping[str, Any]
"""An attribution in the interchange's shape: for each role a list of [start, end)."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were found, how many of them rightly, and how many there were to find."""

    hit: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Return the counts of both together."""
        return Counts(self.hit + other.hit, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right; 0 where nothing was found."""
        return self.hit / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Return the share of what there is that was found; 0 where there was nothing to find."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.hit / (self.predicted + self.gold) if self.predicted + self.gold else 0.0


def _no_counts() -> dict[tuple[str, str], Counts]:
    return {(measure, role): Counts() for measure in MEASURES for role in ROLES}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts by measure and role, and how many gold attributions were found whole, of how many."""

    roles: Mapping[tuple[str, str], Counts] = field(default_factory=_no_counts)
    linked: int = 0
    attributions: int = 0

    def __add__(self, other: Score) -> Score:
        """Return the score of both sets of texts together."""
        roles = {key: counts + other.roles[key] for key, counts in self.roles.items()}
        return Score(roles, self.linked + other.linked, self.attributions + other.attributions)

    def mean_f1(self, measure: str) -> float:
        """Return the mean F1 of the three roles by `measure`, "exact" or "overlap"."""
        return sum(self.roles[measure, role].f1 for role in ROLES) / len(ROLES)

    @property
    def linked_whole(self) -> float:
        """Return the share of gold attributions that were found whole."""
        return self.linked / self.attributions if self.attributions else 0.0

    def figures(self) -> dict[str, float]:
        """Return each figure by the name under which floors hold it."""
        single = {f"{measure} {role} F1": counts.f1 for (measure, role), counts in self.roles.items()}
        means = {f"mean {measure} F1": self.mean_f1(measure) for measure in MEASURES}
        return single | means | {"linked whole": self.linked_whole}


def flat(spans: Iterable[Any]) -> Iterator[Offsets]:
    """Yield the pairs of offsets in `spans`, however deep a data set nests its discontinuous ones."""
    for span in spans:
        if span and isinstance(span[0], int):
            yield (span[0], span[1])
        else:
            yield from flat(span)


def _spans(annotations: Iterable[Annotation], role: str) -> set[Offsets]:
    return {span for annotation in annotations for span in flat(annotation.get(role, ()))}


def _characters(spans: Iterable[Offsets]) -> set[int]:
    return {index for start, end in spans for index in range(start, end)}


def _compare(gold: set[Any], predicted: set[Any]) -> Counts:
    return Counts(len(gold & predicted), len(predicted), len(gold))


def _touch(ours: Sequence[Offsets], theirs: Sequence[Offsets]) -> bool:
    return any(start < other_end and other_start < end for start, end in ours for other_start, other_end in theirs)


def _found_whole(gold: Annotation, predicted: Sequence[Annotation]) -> bool:
    filled = {role: list(flat(gold[role])) for role in ROLES if gold.get(role)}
    return any(all(_touch(spans, list(flat(one.get(role, ())))) for role, spans in filled.items()) for one in predicted)


def score_attributions(gold: Sequence[Annotation], predicted: Sequence[Annotation]) -> Score:
    """Return the score of one text. Spans that several attributions share count once, as they stand in the text once."""
    roles = {}
    for role in ROLES:
        ours, theirs = _spans(gold, role), _spans(predicted, role)
        roles["exact", role] = _compare(ours, theirs)
        roles["overlap", role] = _compare(_characters(ours), _characters(theirs))
    linked = sum(_found_whole(annotation, predicted) for annotation in gold)
    return Score(roles, linked, len(gold))


def score_names(gold: Iterable[Sequence[Any]], predicted: Iterable[Sequence[Any]]) -> Counts:
    """Return the counts of one text's names, each [start, end, kind]: right where both borders and the kind are."""
    return _compare({tuple(name) for name in gold}, {tuple(name) for name in predicted})
