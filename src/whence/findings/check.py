"""What every check of one report has: a name, a meaning, its limits, an example, and a way to run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from whence.records import Attribution, Claim, Context, Finding, Report, TimeExpression, Toponym

if TYPE_CHECKING:
    from whence.referents.control import ControlLayer


@dataclass(frozen=True, slots=True)
class Material:
    """What a check may look at: one report and what was read from it.

    `context` is the conflict that the report is about, where one was found, `layer` who held which ground, where one was given.
    """

    report: Report
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    places: tuple[Toponym, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    context: Context | None = None
    layer: ControlLayer | None = None


class Check(Protocol):
    """One kind of finding, told so that the manual can be made from it.

    `name` is the rule's name in output, `meaning` what it says to an editor, `limits` what it cannot see, `example` a sentence on
    which it speaks.
    """

    name: str
    meaning: str
    limits: str
    example: str

    def run(self, material: Material) -> tuple[Finding, ...]:
        """Return what the check has to say, in the order of the text."""
        ...
