"""Fighting told of at a place that a control layer shows far from the line of contact."""

from __future__ import annotations

from whence.findings.check import Material
from whence.findings.ground import LAG, Told, told_of
from whence.records import Finding, Known, Reason, Severity

NAME = "place_implausible"

FAR = 25.0
"""Kilometres from the line of contact from which ground fighting is remarkable: artillery reaches it, infantry does not hold it."""

WORDS = {"taken": "a change of control", "left": "a withdrawal", "fought": "fighting on the ground"}


class PlaceImplausible:
    """The check."""

    name = NAME
    meaning = "The report tells of ground taken, left or fought over at a place tens of kilometres from the line of contact."
    limits = (
        "It needs a control layer and a date. It goes by the event of a claim and its place, as far as they were read, and raids "
        "behind a line do happen."
    )
    example = "Fighting was reported in Akureyri on 9 March 2031."

    def run(self, material: Material) -> tuple[Finding, ...]:
        """Return one finding for each place and kind of event that lies far from the line."""
        if material.layer is None:
            return ()
        found: dict[tuple[str, str], Finding] = {}
        for told in told_of(material):
            if (told.place.key, told.kind) in found:
                continue
            away = material.layer.distance_to_line(told.place.latitude, told.place.longitude, told.day)
            if not isinstance(away, Known) or (told.day - away.value.day).days >= LAG:
                continue
            if away.value.kilometres >= FAR:
                found[told.place.key, told.kind] = _finding(told, away.value.kilometres, away.because)
        return tuple(found.values())


def _finding(told: Told, kilometres: float, because: tuple[Reason, ...]) -> Finding:
    message = (
        f"“{told.toponym.text}” ({told.place.name}) lay {kilometres:.0f} km from the line of contact on {told.day.isoformat()}, "
        f"and the report tells of {WORDS[told.kind]} there."
    )
    spans = (told.toponym.span, told.word)
    return Finding(NAME, Severity.MEDIUM, message, spans, (Reason("word", "the word that tells of ground", (told.word,)), *because))


CHECK = PlaceImplausible()
