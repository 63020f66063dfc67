"""What happened: the event that a claim tells of, who took part, how many, how sure it is told, and what it is said to rest on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from whence.records.maybe import Absent, Maybe
from whence.records.reason import Reason
from whence.records.span import Span


class EventType(StrEnum):
    """The kinds of events; `language/english/event_types.toml` says what each means and what PLOVER and ACLED call it."""

    WITHDRAWAL = "withdrawal"
    CAPTURE = "capture"
    ADVANCE = "advance"
    CLASH = "clash"
    SHELLING = "shelling"
    STRIKE = "strike"
    EVACUATION = "evacuation"
    DISPLACEMENT = "displacement"
    MOVEMENT = "movement"
    CASUALTIES = "casualties"
    DETENTION = "detention"
    CEASEFIRE = "ceasefire"
    NEGOTIATION = "negotiation"
    AID = "aid"
    DAMAGE = "damage"
    STATEMENT = "statement"
    ASSESSMENT = "assessment"
    DENIAL = "denial"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """What the coding schemes of conflict data call an event; an empty string where a scheme has no word for it.

    `plover` and `mode` follow PLOVER (Open Event Data Alliance), `acled_event` and `acled_sub_event` the ACLED codebook.
    """

    plover: str = ""
    mode: str = ""
    acled_event: str = ""
    acled_sub_event: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """An event or state as a claim tells it. `trigger` is the word or words that tell it, verb or noun."""

    type: EventType
    trigger: Span
    crosswalk: Crosswalk = field(default_factory=Crosswalk)
    because: tuple[Reason, ...] = ()


class ActorRole(StrEnum):
    """What part somebody has in an event."""

    AGENT = "agent"
    """Who does it."""
    PATIENT = "patient"
    """Whom or what it befalls."""
    OPPONENT = "opponent"
    """Whom it is done against."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that takes part in an event.

    `span` and `text` are the mention; `name` is the fullest name known for it, of the report or of the context pack, `party` the id
    of the context pack's party that it is or belongs to.
    """

    role: ActorRole
    span: Span
    text: str
    name: Maybe[str] = field(default_factory=Absent)
    party: Maybe[str] = field(default_factory=Absent)
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many or how much. `span` covers the number with the words that bound it ("at least 12", "some 300 families").

    `low` and `high` are the least and the most that the words allow, None where they set no bound; `value` is the best reading,
    None where the words are too vague for one ("thousands"). `unit` is what is counted or measured ("soldiers", "km"), `measure`
    what befell those counted: "killed", "wounded", "missing", "displaced", "detained", or empty.
    """

    span: Span
    text: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    measure: str = ""
    because: tuple[Reason, ...] = ()


class Degree(StrEnum):
    """How far somebody commits to a claim: the modality of FactBank (Saurí & Pustejovsky 2009)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNCOMMITTED = "uncommitted"
    """Passed on, asked, or made to depend on something: nothing is committed to."""


@dataclass(frozen=True, slots=True)
class Certainty:
    """How one of those who stand behind a claim tells it. `denied` is the polarity: told not to be so."""

    degree: Degree
    denied: bool = False
    because: tuple[Reason, ...] = ()


class ClaimKind(StrEnum):
    """What sort of a thing is claimed."""

    EVENT = "event"
    """Something that happened or is so, which somebody could have seen."""
    ASSESSMENT = "assessment"
    """What somebody makes of it: a judgement of weight, worth or meaning."""
    BACKGROUND = "background"
    """What was so before, told to explain."""
    SPECULATION = "speculation"
    """What might be or come."""


class EvidenceKind(StrEnum):
    """What a claim is said to rest on."""

    IMAGERY = "imagery"
    VIDEO = "video"
    PHOTOGRAPH = "photograph"
    INTERCEPT = "intercept"
    DOCUMENT = "document"
    PRESENCE = "presence"
    """Somebody was there and saw it."""
    STATISTICS = "statistics"
    SOCIAL = "social"
    OUTLET = "outlet"
    """Another outlet's report."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that a claim is said to rest on.

    `holder` is who is said to have it or to have seen it. `checkable` tells whether a reader could look it up; `because` names what
    the report tells for that (a link, a holder, a title, a date) and what it does not.
    """

    kind: EvidenceKind
    span: Span
    text: str
    holder: Maybe[str] = field(default_factory=Absent)
    checkable: bool = False
    because: tuple[Reason, ...] = ()
