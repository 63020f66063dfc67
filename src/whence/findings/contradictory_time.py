"""Times that cannot both be true of one event, and a date that contradicts itself."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import combinations

from whence.findings.check import Material
from whence.records import Finding, Interval, Known, Reason, Severity, Span, TimeExpression, envelope
from whence.referents.times import BOUND, CONTRADICTS, EVENT, ZONES
from whence.referents.times.lexicon import load_times

NAME = "contradictory_time"

_UNSURE = frozenset({"guess", "vague", BOUND})
"""Reasons that leave an interval too loose to hold against another."""

_STOPS = re.compile(r"[;\n?!]|[.] ")
"""What parts two sentences or clauses."""

_WORD = re.compile(r"\w+")


class ContradictoryTime:
    """The check."""

    name = NAME
    meaning = "Two times are told of the same event and do not meet, or a date contradicts itself (a weekday that it is not)."
    limits = (
        "Two times count as told of one event only where the sentence's tree hangs both on it, or where a verb such as “marking” "
        "says one of the other's subject. Times whose year or day had to be guessed, and loose ones (“early May”), are not held "
        "against others."
    )
    example = "Its capture in 2030 marked a turn in the spring of 2031."

    def run(self, material: Material) -> tuple[Finding, ...]:
        """Return a finding for each date that contradicts itself and for each pair of times of one event that do not meet."""
        return tuple(sorted((*_within(material), *_between(material)), key=_place))


def _place(finding: Finding) -> tuple[Span, ...]:
    """Return where a finding stands."""
    return finding.spans


def _within(material: Material) -> list[Finding]:
    """Return a finding for each expression that cannot be true as written."""
    found: list[Finding] = []
    for time in material.times:
        why = next((reason for reason in time.because if reason.kind == CONTRADICTS), None)
        if why is not None:
            found.append(Finding(NAME, Severity.HIGH, why.detail, (time.span,), time.because))
    return found


def _between(material: Material) -> list[Finding]:
    """Return a finding for each pair of times of one event whose intervals do not meet."""
    found: list[Finding] = []
    groups: dict[Span, list[TimeExpression]] = {}
    for time in material.times:
        event = _event(time)
        if event is not None and _firm(time):
            groups.setdefault(event, []).append(time)
    for event, times in groups.items():
        for one, other in combinations(times, 2):
            if _are_apart(material.report.text[one.span.end : other.span.start]) or _meet(one, other):
                continue
            word = event.cut(material.report.text)
            message = f"“{one.text}” ({_shown(one)}) and “{other.text}” ({_shown(other)}) are told of one event, and do not meet."
            passage = envelope((one.span, other.span))
            because = (Reason("same event", f"Both are said of “{word}”.", (event, passage)), *one.because, *other.because)
            found.append(Finding(NAME, Severity.HIGH, message, (one.span, other.span, event), because))
    return found


def _are_apart(between: str) -> bool:
    """Tell whether the text between two times parts them."""
    return bool(_STOPS.search(between)) or any(word in load_times().apart for word in _WORD.findall(between.lower()))


def _event(time: TimeExpression) -> Span | None:
    """Return the predicate that a time is said of."""
    return next((reason.spans[0] for reason in time.because if reason.kind == EVENT and reason.spans), None)


def _firm(time: TimeExpression) -> bool:
    """Tell whether a time is known and rests on no guess."""
    return isinstance(time.interval, Known) and not any(reason.kind in _UNSURE for reason in time.because)


def _interval(time: TimeExpression) -> Interval:
    """Return the interval of a firm time.

    Raises:
        TypeError: if it has none.
    """
    if not isinstance(time.interval, Known):
        detail = f"“{time.text}” has no interval"
        raise TypeError(detail)
    return time.interval.value


def _meet(one: TimeExpression, other: TimeExpression) -> bool:
    """Tell whether two times share a moment; where one has a zone and the other none, wherever on earth."""
    first, second = _interval(one), _interval(other)
    slack = timedelta()
    if (first.start.tzinfo is None) is not (second.start.tzinfo is None):
        slack = ZONES
        first, second = _bare(first), _bare(second)
    return first.start < second.end + slack and second.start < first.end + slack


def _bare(interval: Interval) -> Interval:
    """Return an interval without its zone."""
    return Interval(interval.start.replace(tzinfo=None), interval.end.replace(tzinfo=None), interval.precision)


def _shown(time: TimeExpression) -> str:
    """Return a time's interval as days."""
    interval = _interval(time)
    first, last = interval.start.date(), (interval.end - timedelta(seconds=1)).date()
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"


CHECK = ContradictoryTime()
