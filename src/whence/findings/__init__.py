"""Checks of one report: one file a kind, each telling its meaning, its limits and an example.

Enters: a report with its attributions and claims. Leaves: findings, pointers for an editor and never verdicts. To add a kind,
write its file after the pattern of the others and put its CHECK into the list below.
"""

from whence.findings import (
    anonymous_source,
    contradictory_time,
    control_conflict,
    future_told_as_past,
    loaded_wording,
    one_side_only,
    place_garbled,
    place_implausible,
    place_names_alike,
    place_unknown,
    quotation_without_speaker,
    unlinked_outlet,
    unnamed_document,
    unsourced_assessment,
    unsourced_number,
    unverifiable_evidence,
)
from whence.findings.check import Check, Material
from whence.records import Finding

RULES = ("findings", "3")
"""The name and version of the checks, for the run record."""

CHECKS: tuple[Check, ...] = (
    anonymous_source.CHECK,
    quotation_without_speaker.CHECK,
    unnamed_document.CHECK,
    unverifiable_evidence.CHECK,
    one_side_only.CHECK,
    unlinked_outlet.CHECK,
    unsourced_assessment.CHECK,
    unsourced_number.CHECK,
    loaded_wording.CHECK,
    place_garbled.CHECK,
    place_names_alike.CHECK,
    place_unknown.CHECK,
    place_implausible.CHECK,
    control_conflict.CHECK,
    contradictory_time.CHECK,
    future_told_as_past.CHECK,
)


def check(material: Material) -> tuple[Finding, ...]:
    """Return what all checks have to say, in the order of the text."""
    found = [(finding.spans[0], finding.rule, at, finding) for each in CHECKS for at, finding in enumerate(each.run(material))]
    return tuple(finding for _, _, _, finding in sorted(found, key=_place))


def _place(entry: tuple[object, ...]) -> tuple[object, ...]:
    """Return all but the finding itself, which has no order."""
    return entry[:3]


__all__ = ["CHECKS", "RULES", "Check", "Material", "check"]
