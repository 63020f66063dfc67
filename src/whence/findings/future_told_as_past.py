"""Times after the report's publication at which something is told to have happened."""

from __future__ import annotations

from datetime import datetime

from whence.findings.check import Material
from whence.records import Finding, Interval, Known, Reason, Report, Severity, Span
from whence.referents.times import BOUND, TOLD_AS_PAST, ZONES, publication

NAME = "future_told_as_past"


class FutureToldAsPast:
    """The check."""

    name = NAME
    meaning = "Something is told as past at a time that lies after the report's publication: a wrong date, or a text changed later."
    limits = (
        "Only times that hang on a verb in the past tense are looked at. A change of the report after publication is allowed for "
        "where the page states it. Half a day's difference of time zones is allowed for, so the day right after publication often "
        "passes."
    )
    example = "The bridge was captured on 28 March 2031."

    def run(self, material: Material) -> tuple[Finding, ...]:
        """Return a finding for each time wholly after publication that a verb tells as past."""
        latest = _latest(material.report)
        if latest is None:
            return ()
        end, written = latest
        found: list[Finding] = []
        for time in material.times:
            verb = next((reason for reason in time.because if reason.kind == TOLD_AS_PAST), None)
            bound = any(reason.kind == BOUND for reason in time.because)
            if verb is None or bound or not isinstance(time.interval, Known) or not _after(time.interval.value, end):
                continue
            day = time.interval.value.start.date().isoformat()
            word = verb.spans[0].cut(material.report.text)
            message = f"“{time.text}” ({day}) lies after the report's publication ({written}), but “{word}” tells it as past."
            spans: tuple[Span, ...] = (time.span, *verb.spans)
            because = (Reason("publication", f"The report was published or last changed on {written}."), *time.because)
            found.append(Finding(NAME, Severity.HIGH, message, spans, because))
        return tuple(found)


def _latest(report: Report) -> tuple[datetime, str] | None:
    """Return the end of the time at which the report was published, or last changed, and the time as it is written."""
    known = [(publication(each), each.value) for each in (report.published_at, report.updated_at) if isinstance(each, Known)]
    ends = [(anchor.interval.end, value) for anchor, value in known if anchor.known]
    return max(ends) if ends else None


def _after(interval: Interval, end: datetime) -> bool:
    """Tell whether an interval lies wholly after a moment, wherever on earth."""
    return interval.start.replace(tzinfo=None) >= end + ZONES


CHECK = FutureToldAsPast()
