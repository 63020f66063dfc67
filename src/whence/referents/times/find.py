"""The time expressions of one report and the intervals that they stand for.

Enters: the engine's Doc of a report's text, the report, a war's start. Leaves: expressions in the order of the text, each with what
it was taken relative to and why. A reading that depends on a day which the report does not tell is left open.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from spacy.tokens import Doc

from whence.errors import DocumentMismatch
from whence.records import Absent, Interval, Known, Maybe, Precision, Reason, Report, Span, TimeExpression, TimeKind, Undetermined
from whence.referents.times import absolute, relative, within
from whence.referents.times.anchor import NOWHERE, Anchor, absent_dateline, dateline_phrase, from_dateline, publication
from whence.referents.times.calendar import day_interval, midnight
from whence.referents.times.lexicon import TimeWords, load_times
from whence.referents.times.phrases import Atom, Phrase, find_phrases
from whence.referents.times.sight import Earlier, Groups, Reading, Sight, Tense
from whence.referents.times.tense import Telling, tell

RULES = ("times", "1")
"""The name and version of these rules, for the run record."""

TOLD_AS_PAST = "told as past"
"""The kind of the reason that says that a verb in the past tense tells the event at the expression's time."""

EVENT = "event"
"""The kind of the reason whose span is the predicate that the expression is said of."""

BOUND = "bound"
"""The kind of the reason that says that an expression only bounds when something happened."""

CONTRADICTS = "contradicts itself"
"""The kind of the reason that says that an expression cannot be true as written."""

_TIMES = frozenset({Precision.PART_OF_DAY, Precision.HOUR, Precision.MINUTE})
_REACH = 400
"""How many characters back a time told before may stand for "the next day" to go on from it."""

_READERS: dict[str, Callable[[Groups, Sight], Reading]] = {
    "date": absolute.read_date,
    "numeric": absolute.read_numeric,
    "day_range": absolute.read_day_range,
    "day_of_month": absolute.read_day_of_month,
    "month": absolute.read_month,
    "year": absolute.read_year,
    "year_range": absolute.read_year_range,
    "decade": absolute.read_decade,
    "season": absolute.read_season,
    "holiday": absolute.read_holiday,
    "war": absolute.read_war,
    "war_start": absolute.read_war_start,
    "deictic": relative.read_deictic,
    "overnight": relative.read_overnight,
    "weekday": relative.read_weekday,
    "period": relative.read_period,
    "ago": relative.read_ago,
    "counted": relative.read_counted,
    "following": relative.read_following,
    "stretch": relative.read_stretch,
    "duration": within.read_duration,
    "set": within.read_set,
}


def find_times(doc: Doc, report: Report, *, war_start: date | None = None, language: str = "en") -> tuple[TimeExpression, ...]:
    """Return the time expressions of `report` in the order of the text, from the engine's `doc` of it.

    `war_start` is the day from which "the war's second year" counts.

    Raises:
        DocumentMismatch: if `doc` is of another text.
        LexiconError: if `language` has no words for times.
    """
    if doc.text != report.text:
        raise DocumentMismatch(report.id)
    words = load_times(language)
    phrases = find_phrases(doc, words)
    anchor = _anchor(phrases, report, words)
    found: list[TimeExpression] = []
    earlier: tuple[Earlier, ...] = ()
    others = _places(doc, phrases)
    for phrase in phrases:
        telling = tell(doc, phrase.span, words.tenses, others=others)
        text = phrase.span.cut(report.text)
        near = tuple(each for each in earlier if _near(phrase, each, report.text))
        rest = report.text[phrase.span.end : phrase.span.end + 1]
        sight = Sight(anchor.ends[0], words, phrase.span, text, telling.tense, near, war_start, anchor.zone, goes_on=rest == " ")
        interval = _settle(phrase, sight, anchor)
        found.append(_expression(phrase, text, interval, telling))
        if isinstance(interval, Known) and phrase.head.rule not in {"stretch", "war"} and phrase.last is None:
            earlier = (*earlier, Earlier(interval.value, phrase.span, text))
    return tuple(found)


def _near(phrase: Phrase, told: Earlier, text: str) -> bool:
    """Tell whether a phrase may go on from a time told before it; a time of day does so within its paragraph alone."""
    gap = text[told.span.end : phrase.span.start]
    return len(gap) < _REACH and not (phrase.time is not None and "\n" in gap)


def _places(doc: Doc, phrases: list[Phrase]) -> frozenset[int]:
    """Return the places of all tokens within time expressions."""
    cuts = (doc.char_span(phrase.span.start, phrase.span.end, alignment_mode="expand") for phrase in phrases)
    return frozenset(token.i for cut in cuts for token in cut or ())


def dateline(doc: Doc, report: Report, *, language: str = "en") -> Maybe[TimeExpression]:
    """Return the date with which the text begins behind a place or an agency, Absent where it begins otherwise.

    Raises:
        DocumentMismatch: if `doc` is of another text.
        LexiconError: if `language` has no words for times.
    """
    if doc.text != report.text:
        raise DocumentMismatch(report.id)
    words = load_times(language)
    phrase = dateline_phrase(report.text, find_phrases(doc, words), words)
    if phrase is None:
        return absent_dateline()
    text = phrase.span.cut(report.text)
    interval = _dateline_interval(phrase, report, words)
    return Known(TimeExpression(phrase.span, text, TimeKind.DATE, interval, interval.because), interval.because)


def _dateline_interval(phrase: Phrase, report: Report, words: TimeWords) -> Maybe[Interval]:
    """Return the day of a dateline; publication tells its year where it has none."""
    published = publication(report.published_at)
    sight = Sight(published.ends[0], words, phrase.span, phrase.span.cut(report.text), Tense.PRESENT)
    return _settle(phrase, sight, published)


def _anchor(phrases: list[Phrase], report: Report, words: TimeWords) -> Anchor:
    """Return the day from which the report speaks."""
    published = publication(report.published_at)
    phrase = dateline_phrase(report.text, phrases, words)
    if phrase is None:
        return published
    return from_dateline(published, _dateline_interval(phrase, report, words), phrase.span, phrase.span.cut(report.text))


def _settle(phrase: Phrase, sight: Sight, anchor: Anchor) -> Maybe[Interval]:
    """Return what the phrase stands for if that is the same from wherever in the anchor it is seen."""
    one, other = (_read(phrase, _at(sight, end)) for end in anchor.ends)
    if not isinstance(one, Known) or not isinstance(other, Known):
        return one if isinstance(one, Absent) or not isinstance(other, Undetermined) else other
    if one.value != other.value:
        why = (
            anchor.because
            if not anchor.known
            else Reason("anchor", f"{anchor.because.detail} That is not exact enough to settle it.")
        )
        return Undetermined((*_readings(one), why))
    if anchor.known and _depends(phrase, sight, one):
        return Known(one.value, (*one.because, anchor.because))
    return one


def _readings(reading: Known[Interval]) -> tuple[Reason, ...]:
    """Return the reasons of a reading that hold whatever the day: none that names it."""
    return tuple(reason for reason in reading.because if reason.kind == "vague")


def _depends(phrase: Phrase, sight: Sight, read: Known[Interval]) -> bool:
    """Tell whether a reading would be another on another day."""
    there = _read(phrase, _at(sight, NOWHERE.ends[0]))
    return not isinstance(there, Known) or there.value != read.value


def _at(sight: Sight, now: datetime) -> Sight:
    """Return the same surroundings seen from another moment."""
    return Sight(now, sight.words, sight.span, sight.text, sight.tense, sight.earlier, sight.war_start, sight.zone, sight.goes_on)


def _read(phrase: Phrase, sight: Sight) -> Reading:
    """Read a phrase from one moment: a range by its ends, a count from its base, a time on its day."""
    if phrase.last is not None:
        return _read_range(phrase, phrase.last, sight)
    if phrase.count is not None and phrase.day is not None:
        base = _read_day(phrase.day, sight)
        if not isinstance(base, Known):
            return base
        text = sight.text.split(" ", 3)[-1]
        return relative.read_counted(phrase.count.groups, sight, Earlier(base.value, phrase.day.span, text))
    if phrase.count is not None:
        return relative.read_counted(phrase.count.groups, sight)
    if phrase.day is not None and phrase.time is None:
        return _limited(phrase, _read_day(phrase.day, sight), sight)
    return _limited(phrase, _read_clock(phrase, sight), sight)


def _read_day(atom: Atom, sight: Sight) -> Reading:
    """Read one atom by its rule."""
    return _READERS[atom.rule](atom.groups, sight)


def _read_clock(phrase: Phrase, sight: Sight) -> Reading:
    """Read a time of day on the day told with it, else on the last day told before, else on the report's."""
    if phrase.time is None:
        return sight.unsettled("says no time")
    if phrase.day is not None:
        day = _read_day(phrase.day, sight)
        if not isinstance(day, Known):
            return day
        return within.read_time(phrase.time.groups, day.value, sight, tuple(each for each in day.because if each.kind == "guess"))
    for told in reversed(sight.earlier):
        if told.interval.precision in {Precision.DAY, *_TIMES} and told.interval.start.tzinfo is None:
            because = Reason("anchor", f"On the day of “{told.text}”, told before it.", (told.span,))
            return within.read_time(phrase.time.groups, day_interval(told.interval.start.date()), sight, (because,))
    return within.read_time(phrase.time.groups, day_interval(sight.now.date()), sight)


def _read_range(phrase: Phrase, last: Phrase, sight: Sight) -> Reading:
    """Read the two ends of a range; the first takes over from the second what it leaves unsaid."""
    first = phrase
    if last.day is not None and phrase.day is not None:
        first = Phrase(phrase.span, _with_year(phrase.day, last.day, sight), phrase.time)
    elif phrase.time is not None and phrase.day is None and last.day is not None:
        first = Phrase(phrase.span, last.day, phrase.time)
    if first.time is not None and last.time is not None:
        said = {name: form for name, form in last.time.groups.items() if name == "zone" and name not in first.time.groups}
        first = Phrase(first.span, first.day, Atom(first.time.rule, first.time.groups | said, first.time.span))
    low = _read(Phrase(first.span, first.day, first.time), sight)
    if last.day is None and phrase.day is not None:
        last = Phrase(last.span, phrase.day, last.time)
    return absolute.span_between(low, _read(Phrase(last.span, last.day, last.time), sight), sight)


def _with_year(first: Atom, last: Atom, sight: Sight) -> Atom:
    """Return the first day or month of a range with the year of the last, the year before where it comes later in the year."""
    if "year" not in last.groups or "year" in first.groups:
        return first
    year = int(last.groups["year"])
    taken = Atom(first.rule, first.groups | {"year": str(year)}, first.span)
    low, high = _read_day(taken, sight), _read_day(last, sight)
    if isinstance(low, Known) and isinstance(high, Known) and low.value.start >= high.value.end:
        return Atom(first.rule, first.groups | {"year": str(year - 1)}, first.span)
    return taken


def _limited(phrase: Phrase, read: Reading, sight: Sight) -> Reading:
    """Return the stretch that a word like "since" opens at a time, or one like "until" closes with it."""
    if not phrase.bound or phrase.bound_span is None or not isinstance(read, Known):
        return read
    tomorrow = day_interval(sight.now.date()).end
    found, today = read.value, midnight(sight.now.date())
    if found.start.tzinfo is not None:
        today, tomorrow = today.replace(tzinfo=found.start.tzinfo), tomorrow.replace(tzinfo=found.start.tzinfo)
    if phrase.bound == "since" and found.start < tomorrow:
        because = Reason("reading", "The stretch runs from then to the day of the report.", (phrase.bound_span,))
        return Known(Interval(found.start, tomorrow, found.precision), (*read.because, because))
    if phrase.bound == "until" and sight.ahead and found.end > today:
        because = Reason("reading", "The stretch runs from the day of the report to then.", (phrase.bound_span,))
        return Known(Interval(today, found.end, found.precision), (*read.because, because, _bound(phrase.bound_span)))
    return Known(found, (*read.because, _bound(phrase.bound_span)))


def _bound(span: Span) -> Reason:
    """Return the reason that an expression is a limit alone."""
    return Reason(BOUND, "It only bounds the time of what is told; the interval is that of the limit.", (span,))


def _expression(phrase: Phrase, text: str, interval: Maybe[Interval], telling: Telling) -> TimeExpression:
    """Return the record of one phrase, with what it is said of."""
    because = interval.because
    if telling.direct and telling.verb is not None and telling.tense is not Tense.NONE and phrase.bound != "until":
        verb = telling.verb
        span = Span(verb.idx, verb.idx + len(verb.text))
        because = (
            *because,
            Reason(f"told as {telling.tense.value}", f"The verb with it is in the {telling.tense.value}: “{verb.text}”.", (span,)),
        )
    if telling.event is not None:
        event = telling.event
        because = (*because, Reason(EVENT, f"It is said of “{event.text}”.", (Span(event.idx, event.idx + len(event.text)),)))
    return TimeExpression(phrase.span, text, _kind(phrase, interval), interval, because)


def _kind(phrase: Phrase, interval: Maybe[Interval]) -> TimeKind:
    """Return the kind of TIMEX3."""
    rule = phrase.head.rule
    if rule == "set":
        return TimeKind.SET
    if rule in {"duration", "stretch"}:
        return TimeKind.DURATION
    if phrase.time is not None or rule == "overnight":
        return TimeKind.TIME
    fine = isinstance(interval, Known) and interval.value.precision in _TIMES
    return TimeKind.TIME if fine or "part" in phrase.head.groups else TimeKind.DATE
