"""What a check has to say about a report: a pointer for an editor, never a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from whence.records.reason import Reason
from whence.records.span import Span


class Severity(StrEnum):
    """How soon an editor should look."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark of one check. `rule` is the check's name, `spans` the passages that it rests on."""

    rule: str
    severity: Severity
    message: str
    spans: tuple[Span, ...]
    because: tuple[Reason, ...] = ()
