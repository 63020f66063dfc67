"""The nouns: report, span, claim, source, place, time, finding, reading.

Frozen and typed, without I/O; every other room speaks in them.
"""

from whence.records.claim import Attribution, Claim, CueGrade, Quotation, Source, SourceKind
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
    "Attribution",
    "Box",
    "Candidate",
    "Claim",
    "Credit",
    "CueGrade",
    "Finding",
    "Fingerprint",
    "Interval",
    "Known",
    "Maybe",
    "Place",
    "PlaceFlag",
    "Precision",
    "Quotation",
    "Reading",
    "Reason",
    "Report",
    "Run",
    "Severity",
    "Source",
    "SourceKind",
    "Span",
    "TimeExpression",
    "TimeKind",
    "Toponym",
    "Undetermined",
    "envelope",
    "value_or_none",
]
