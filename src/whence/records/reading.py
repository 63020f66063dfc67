"""All that one report yields when it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from whence.records.claim import Attribution, Claim
from whence.records.context import Context
from whence.records.finding import Finding
from whence.records.maybe import Absent, Maybe
from whence.records.place import Toponym
from whence.records.reason import Reason
from whence.records.report import Report
from whence.records.span import Span
from whence.records.time import TimeExpression

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


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
    was read (a language without an engine); empty when it was read in full. `claim_vectors` is float16 [claims, 384], one unit
    vector a claim, near to that of a claim which says the same; None where there was no engine.
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
    claim_vectors: NDArray[np.float16] | None = field(default=None, compare=False, repr=False)
