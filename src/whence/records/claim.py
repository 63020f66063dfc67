"""What one passage of a report says, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from whence.records.event import Actor, Certainty, ClaimKind, Degree, Event, Evidence, Quantity
from whence.records.maybe import Absent, Maybe
from whence.records.reason import Reason
from whence.records.span import Span, envelope
from whence.records.time import TimeExpression


class SourceKind(StrEnum):
    """To whom a claim is attributed."""

    OFFICIAL = "official"
    PARTY = "party"
    MEDIA = "media"
    NGO = "ngo"
    RESIDENT = "resident"
    EXPERT = "expert"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    IMAGERY = "imagery"
    INTERCEPT = "intercept"
    SOCIAL = "social"
    PERSON = "person"
    OTHER = "other"


class CueGrade(StrEnum):
    """What the reporting word commits its speaker to."""

    SAID = "said"
    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    WARNED = "warned"
    BELIEVED = "believed"
    SUGGESTED = "suggested"
    ASKED = "asked"
    PREDICTED = "predicted"


class Quotation(StrEnum):
    """Whose words the content is given in."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Source:
    """To whom a claim is attributed, as one report tells it.

    `span` is the mention at this claim (None where the speaker is only understood), `text` its words. `name` is the fullest
    name the report gives the same source, `role` the office or affiliation it gives, `named` whether a reader could tell who it
    is. `unnamed_because` holds the report's own reason for not naming ("speaking on condition of anonymity"). `beside` are
    further sources that stand at the same step and are said to say the same: those joined by "and" ("imagery and intercepts")
    and those that corroborate ("his remarks, corroborated by officials"). `party` is the id of the context pack's party that the
    source is or belongs to.
    """

    kind: SourceKind
    span: Span | None
    text: str
    name: Maybe[str] = field(default_factory=Absent)
    role: Maybe[str] = field(default_factory=Absent)
    named: bool = False
    unnamed_because: Maybe[str] = field(default_factory=Absent)
    because: tuple[Reason, ...] = ()
    beside: tuple[Source, ...] = ()
    party: Maybe[str] = field(default_factory=Absent)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content as they stand in the text, each zero or more passages in order."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    because: tuple[Reason, ...] = ()

    @property
    def span(self) -> Span:
        """Return the stretch from the first to the last of its passages."""
        return envelope((*self.source, *self.cue, *self.content))


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage says: one event or state with all that is told of it, and the chain of sources behind it.

    `passages` are the parts of the text that state the claim (two where "…," she said, "…" splits them). `chain` runs from the
    source nearest the reader to the one nearest the event: for "the newspaper, citing a report, said" it is (newspaper,
    report); the publishing outlet itself is understood before the first. An empty chain is the report's own voice.
    `attribution` points into `Reading.attributions`: the innermost one.

    A statement that tells of several events is several claims with one chain and one number, `statement`; a claim's passages may
    lie within another's ("the withdrawal from X" within "the withdrawal from X cut the road"). `event` is None where no word of
    the passage tells one. `places` point into `Reading.places`: where the event was, not every place in the sentence. `time` is
    when it was, Absent where the claim does not tell. `certainties` are how those behind the claim tell it: the report first, then
    each step of the chain.
    """

    id: str
    passages: tuple[Span, ...]
    chain: tuple[Source, ...] = ()
    cue: tuple[Span, ...] = ()
    grade: CueGrade | None = None
    quotation: Quotation | None = None
    attribution: int | None = None
    because: tuple[Reason, ...] = ()
    statement: int = 0
    kind: ClaimKind = ClaimKind.EVENT
    event: Event | None = None
    actors: tuple[Actor, ...] = ()
    places: tuple[int, ...] = ()
    time: Maybe[TimeExpression] = field(default_factory=Absent)
    quantities: tuple[Quantity, ...] = ()
    certainties: tuple[Certainty, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def certainty(self) -> Degree:
        """Return how sure the one nearest the event is."""
        return self.certainties[-1].degree if self.certainties else Degree.UNCOMMITTED

    @property
    def denied(self) -> bool:
        """Tell whether the one nearest the event says that it is not so."""
        return bool(self.certainties) and self.certainties[-1].denied

    @property
    def span(self) -> Span:
        """Return the stretch from the first to the last passage."""
        return envelope(self.passages)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return every source of the chain, those beside a step right behind it."""
        return tuple(source for step in self.chain for source in (step, *step.beside))

    @property
    def own_voice(self) -> bool:
        """Tell whether the report states this itself, on nobody's word."""
        return not self.chain
