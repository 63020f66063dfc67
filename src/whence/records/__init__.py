"""The nouns: report, span, claim, source, finding, reading. Frozen and typed, without I/O; every other room speaks in them."""

from whence.records.claim import Attribution, Claim, CueGrade, Quotation, Source, SourceKind
from whence.records.finding import Finding, Severity
from whence.records.maybe import Absent, Known, Maybe, Undetermined, value_or_none
from whence.records.reading import Reading, Run
from whence.records.reason import Reason
from whence.records.report import Credit, Fingerprint, Report
from whence.records.span import Span, envelope

__all__ = [
    "Absent",
    "Attribution",
    "Claim",
    "Credit",
    "CueGrade",
    "Finding",
    "Fingerprint",
    "Known",
    "Maybe",
    "Quotation",
    "Reading",
    "Reason",
    "Report",
    "Run",
    "Severity",
    "Source",
    "SourceKind",
    "Span",
    "Undetermined",
    "envelope",
    "value_or_none",
]
