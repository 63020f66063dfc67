"""The nouns: report, span, claim, source, place, time, finding, reading.

Frozen and typed, without I/O; every other room speaks in them.
"""

from whence.records.claim import Attribution, Claim, CueGrade, Quotation, Source, SourceKind
from whence.records.context import (
    Alias,
    Context,
    ContextPlace,
    Holder,
    LayerDeclaration,
    Office,
    Outlet,
    Party,
    Reference,
    Side,
    Theatre,
)
from whence.records.event import (
    Actor,
    ActorRole,
    Certainty,
    ClaimKind,
    Crosswalk,
    Degree,
    Event,
    EventType,
    Evidence,
    EvidenceKind,
    Quantity,
)
from whence.records.finding import Finding, Severity
from whence.records.maybe import Absent, Known, Maybe, Undetermined, value_or_none
from whence.records.place import Box, Candidate, Place, PlaceFlag, Toponym
from whence.records.reading import Reading, Run
from whence.records.reason import Reason
from whence.records.report import Credit, Fingerprint, Report
from whence.records.span import Span, envelope
from whence.records.time import Interval, Precision, TimeExpression, TimeKind

__all__ = [
    "Absent",
    "Actor",
    "ActorRole",
    "Alias",
    "Attribution",
    "Box",
    "Candidate",
    "Certainty",
    "Claim",
    "ClaimKind",
    "Context",
    "ContextPlace",
    "Credit",
    "Crosswalk",
    "CueGrade",
    "Degree",
    "Event",
    "EventType",
    "Evidence",
    "EvidenceKind",
    "Finding",
    "Fingerprint",
    "Holder",
    "Interval",
    "Known",
    "LayerDeclaration",
    "Maybe",
    "Office",
    "Outlet",
    "Party",
    "Place",
    "PlaceFlag",
    "Precision",
    "Quantity",
    "Quotation",
    "Reading",
    "Reason",
    "Reference",
    "Report",
    "Run",
    "Severity",
    "Side",
    "Source",
    "SourceKind",
    "Span",
    "Theatre",
    "TimeExpression",
    "TimeKind",
    "Toponym",
    "Undetermined",
    "envelope",
    "value_or_none",
]
