"""What every check across reports has: a name, a meaning, its limits, an example, its severity, and a way to run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from whence.records import Reading, Trace, TraceFinding


@dataclass(frozen=True, slots=True)
class TraceMaterial:
    """What a check may look at: a trace, and the readings of its reports by the reports' ids.

    A report without a reading, or one that was read without its claims (a language without an engine), is known by what the trace
    says of it alone; its mentions have no claim.
    """

    trace: Trace
    readings: Mapping[str, Reading] = field(default_factory=dict)


class TraceCheck(Protocol):
    """One kind of finding across reports, told so that the manual can be made from it.

    `name` is the rule's name in output, `meaning` what it says to an editor, `limits` what it cannot see, `example` a case on which
    it speaks, `severity` when it is high, medium or low.
    """

    name: str
    meaning: str
    limits: str
    example: str
    severity: str

    def run(self, material: TraceMaterial) -> tuple[TraceFinding, ...]:
        """Return what the check has to say."""
        ...
