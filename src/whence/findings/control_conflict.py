"""Ground said to be taken or left that a control layer shows in the same hands for long."""

from __future__ import annotations

from datetime import date

from whence.findings.check import Material
from whence.findings.ground import LAG, Told, told_of
from whence.records import Finding, Known, Reason, Severity

NAME = "control_conflict"


class ControlConflict:
    """The check."""

    name = NAME
    meaning = "The report tells of ground taken or left, but the control layer shows no change there for weeks before or after."
    limits = "It needs a control layer that covers the day; layers lag behind and differ. It does not know who is said to act."
    example = "The army captured the town of Akureyri on 9 March 2031."

    def run(self, material: Material) -> tuple[Finding, ...]:
        """Return one finding for each place whose holder did not change about the day."""
        if material.layer is None:
            return ()
        found: dict[str, Finding] = {}
        for told in told_of(material):
            if told.kind == "fought" or told.place.key in found:
                continue
            remark = self.compare(told, material)
            if remark is not None:
                found[told.place.key] = remark
        return tuple(found.values())

    def compare(self, told: Told, material: Material) -> Finding | None:
        """Return the finding where the layer shows the same holders throughout the weeks around the day."""
        layer = material.layer
        if layer is None or not isinstance(layer.holder_at(told.place.latitude, told.place.longitude, told.day), Known):
            return None
        periods = layer.history(told.place.latitude, told.place.longitude)
        period = next((each for each in reversed(periods) if each.first <= told.day), None)
        if period is None or (told.day - period.first).days < LAG or _changes_soon(period.until, told.day):
            return None
        if (told.day - period.last).days >= LAG:
            return None
        holders = ", ".join(name or "one side" for name in period.holders) or "nobody that the layer names"
        change = "taken" if told.kind == "taken" else "left"
        message = (
            f"The report tells of ground {change} at “{told.toponym.text}” ({told.place.name}); "
            f"the layer {layer.name} shows it with {holders} since {period.first.isoformat()} at the latest."
        )
        because = (
            Reason("control layer", f"{layer.name}: no change from {period.first} to {period.last}"),
            Reason("word", "the word that tells of ground", (told.word,)),
        )
        return Finding(NAME, Severity.MEDIUM, message, (told.toponym.span, told.word), because)


def _changes_soon(until: date | None, day: date) -> bool:
    return until is not None and (until - day).days < LAG


CHECK = ControlConflict()
