"""All that one report yields when it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from whence.records.claim import Attribution, Claim
from whence.records.context import Context
from whence.records.finding import Finding
from whence.records.maybe import Absent, Maybe
from whence.records.place import Toponym
from whence.records.reason import Reason
from whence.records.report import Report
from whence.records.span import Span
from whence.records.time import TimeExpression


@dataclass(frozen=True, slots=True)
class Run:
    """By what a reading was made: `engine` and rule sets with their versions, so that a rerun can be compared."""

    whence: str
    engine: str
    rules: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A report with its sentences, attributions, claims, places, times and findings, each in the order of the text.

    `context` is the conflict that the report is about, with the names that say so. `shallow` holds the reasons why less than all
    was read (a language without an engine); empty when it was read in full.
    """

    report: Report
    sentences: tuple[Span, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    run: Run
    shallow: tuple[Reason, ...] = ()
    places: tuple[Toponym, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    context: Maybe[Context] = field(default_factory=Absent)
