"""What comparing many reports yields: who wrote from whom, what they say in common, and who stands behind it.

The words are those of textual criticism: the *stemma* is the graph "was written from" over reports and lost ancestors, a
*witness* one who knew at first hand, a *variation* a place where the reports of one assertion differ.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from whence.records.claim import SourceKind
from whence.records.event import EventType
from whence.records.finding import Severity
from whence.records.maybe import Absent, Maybe
from whence.records.place import Toponym
from whence.records.reading import Run
from whence.records.reason import Reason
from whence.records.report import Report
from whence.records.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch of one report's text."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two passages that correspond: one of the parent, one of the child. None where a side has nothing."""

    parent: Span | None
    child: Span | None


@dataclass(frozen=True, slots=True)
class Indication:
    """One piece of evidence that a report was, or was not, written from another.

    `kind` names the evidence ("declared", "wording", "skeleton", "error", "added", "site", "time"), `detail` is the sentence shown,
    `weight` what it adds to the log-odds of descent, `parallels` the passages that it rests on.
    """

    kind: str
    detail: str
    weight: float
    parallels: tuple[Parallel, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """`child` was written from `parent` (a report's or a lost ancestor's id), with the calibrated probability of that."""

    parent: str
    child: str
    probability: float
    because: tuple[Indication, ...] = ()


@dataclass(frozen=True, slots=True)
class LostAncestor:
    """A text that is not at hand and that `children` must have been written from: they share what no earlier report explains."""

    id: str
    children: tuple[str, ...]
    because: tuple[Reason, ...] = ()


class Status(StrEnum):
    """How one mention of an assertion stands to what was first said."""

    FAITHFUL = "faithful"
    GARBLED = "garbled"
    EXAGGERATED = "exaggerated"
    CONTRADICTED = "contradicted"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Mention:
    """One assertion as one report gives it.

    `claim` is the claim's id in the report's reading, None for a passage of a report whose claims could not be read. `came_from`
    is the report or lost ancestor that it was taken from, None where it first stands here. `witnesses` are those whom this mention
    rests on in the end.
    """

    report: str
    claim: str | None
    span: Span
    status: Status
    came_from: str | None = None
    witnesses: tuple[str, ...] = ()
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Assertion:
    """One claim as it stands across reports, with the witnesses at its roots: none if nobody is known to stand behind it."""

    id: str
    gloss: str
    event: EventType
    place: Maybe[Toponym]
    time: Maybe[str]
    witnesses: tuple[str, ...]
    mentions: tuple[Mention, ...]
    because: tuple[Reason, ...] = ()

    @property
    def reports(self) -> tuple[str, ...]:
        """Return the reports that say it, each once, in the order of the mentions."""
        return tuple(dict.fromkeys(mention.report for mention in self.mentions))


class VariationKind(StrEnum):
    """In what reports of one assertion differ."""

    PLACE = "place"
    PERSON = "person"
    NUMBER = "number"
    UNIT = "unit"
    DATE = "date"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    EXAGGERATION = "exaggeration"
    CONTRADICTION = "contradiction"
    DENIAL = "denial dropped"
    CLAIM = "added claim"
    EVIDENCE = "added evidence"


@dataclass(frozen=True, slots=True)
class Variation:
    """A reading that is not that of the text it was taken from.

    `report` is where it first stands, at `span`, as `written`; `correct` what its parent has (None where the parent has nothing, as
    for an added claim), at `origin`. `inherited_by` are the later reports that have the same reading.
    """

    kind: VariationKind
    report: str
    span: Span
    written: str
    correct: str | None
    origin: Passage | None = None
    assertion: str | None = None
    inherited_by: tuple[str, ...] = ()
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Witness:
    """A source with first-hand knowledge, or that claims it, identified across reports.

    `side` is the id of the context pack's party that it is or belongs to. `reports` are those in which it speaks at first hand,
    `passages` where it is named or meant.
    """

    id: str
    name: str
    kind: SourceKind
    side: Maybe[str] = field(default_factory=Absent)
    reports: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class TraceFinding:
    """A remark of a check across reports, with the passages that it rests on."""

    rule: str
    severity: Severity
    message: str
    passages: tuple[Passage, ...]
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """All that comparing reports yields. `reports` are in the order of publication as far as it is known, then by id.

    `alternatives` are edges within reach that the stemma does not hold.
    """

    reports: tuple[Report, ...]
    edges: tuple[Edge, ...]
    lost: tuple[LostAncestor, ...]
    assertions: tuple[Assertion, ...]
    variations: tuple[Variation, ...]
    witnesses: tuple[Witness, ...]
    run: Run
    alternatives: tuple[Edge, ...] = ()
    findings: tuple[TraceFinding, ...] = ()

    def parents(self, child: str) -> tuple[str, ...]:
        """Return the reports and lost ancestors that `child` was written from."""
        return tuple(edge.parent for edge in self.edges if edge.child == child)
