"""Which stretches of a text are time expressions, and how their parts belong together.

Enters: a Doc and the language's words for times. Leaves: phrases in the order of the text. It looks for the patterns of the
data file, drops what the Doc shows to be something else (the verb "may", a newspaper's name, a number of people), and joins a day
with its time, the two ends of a range, a count with what it is counted from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spacy.tokens import Doc

from whence.records import Span
from whence.referents.times.lexicon import TimeWords, plain
from whence.referents.times.vetoes import Found, stands

DAYS = frozenset({"date", "numeric", "day_of_month", "deictic", "weekday", "holiday", "following"})
"""Rules that give a day to which a time may be joined."""

TIMES = frozenset({"clock", "part"})
"""Rules that give a time within a day."""

ENDS = frozenset(
    {"date", "month", "year", "weekday", "deictic", "clock", "part", "holiday", "season", "day_of_month", "period", "war_start"}
)
"""Rules that may be the end of a range."""

_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\n]+\n?")
_LAST_WORDS = re.compile(r"[\w'-]+(?: [\w'-]+)?(?: [\w'-]+)? ?$")


@dataclass(frozen=True, slots=True)
class Atom:
    """One pattern found: the rule that reads it and the forms in its groups, in small letters."""

    rule: str
    groups: dict[str, str]
    span: Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """One expression. `day` and `time` are read together; `last` is the end of a range; `base` what a count is counted from.

    `bound` is the word before it that makes it a limit ("since"), with its span.
    """

    span: Span
    day: Atom | None = None
    time: Atom | None = None
    last: Phrase | None = None
    count: Atom | None = None
    bound: str = ""
    bound_span: Span | None = field(default=None)

    @property
    def head(self) -> Atom:
        """Return the part that says most."""
        atom = self.count or self.day or self.time
        if atom is None:
            detail = "a phrase has a part"
            raise ValueError(detail)
        return atom


def find_phrases(doc: Doc, words: TimeWords) -> list[Phrase]:
    """Return the time expressions of `doc` in order, none overlapping another."""
    written = doc.text
    text = plain(written)
    phrases = [_single(atom) for atom in find_atoms(doc, text, words, written=written)]
    for join in (_join_times, _join_ranges):
        phrases = join(phrases, text, words)
    phrases = [phrase for phrase in _join_counts(phrases, text) if not _dangling(phrase, text)]
    return [_bounded(phrase, text, words) for phrase in phrases]


def find_atoms(doc: Doc, text: str, words: TimeWords, *, written: str) -> list[Atom]:
    """Return the patterns that stand in `text`, as they see what is `written`; the longest first chosen where they overlap.

    A pattern does not go on into the next line, and is looked for in those lines that have the words it needs.
    """
    found: list[tuple[int, int, int, Atom]] = []
    lines = [(line.start(), line.end(), set(_WORD.findall(line[0]))) for line in _LINE.finditer(text)]
    for at, pattern in enumerate(words.patterns):
        telling = [(start, end) for start, end, said in lines if not any(map(said.isdisjoint, pattern.needs))]
        for match in (match for line in telling for match in pattern.form.finditer(text, *line)):
            groups = {name: form for name, form in match.groupdict().items() if form is not None}
            atom = Atom(pattern.rule, groups, Span(match.start(), match.end()))
            found.append((-len(atom.span), match.start(), at, atom))
    kept: dict[int, Atom] = {}
    taken: set[int] = set()
    for _, start, _, atom in sorted(found, key=_order):
        cells = range(start, atom.span.end)
        if taken.isdisjoint(cells) and stands(doc, text, Found(atom.rule, atom.groups, atom.span), words, written=written):
            taken.update(cells)
            kept[start] = atom
    return [kept[start] for start in sorted(kept)]


def _order(entry: tuple[int, int, int, Atom]) -> tuple[int, int, int]:
    """Return all but the atom."""
    return entry[:3]


def _single(atom: Atom) -> Phrase:
    """Return the phrase of one atom."""
    if atom.rule in TIMES:
        return Phrase(atom.span, time=atom)
    if atom.rule == "counted":
        return Phrase(atom.span, count=atom)
    return Phrase(atom.span, day=atom)


def _gap(text: str, one: Phrase, other: Phrase) -> str:
    """Return what stands between two phrases."""
    return text[one.span.end : other.span.start]


def _over(one: Phrase, other: Phrase) -> Span:
    """Return the span from one to the other."""
    return Span(one.span.start, other.span.end)


def _join_times(phrases: list[Phrase], text: str, words: TimeWords) -> list[Phrase]:
    """Join a day with the time of day beside it."""
    done: list[Phrase] = []
    for phrase in phrases:
        last = done[-1] if done else None
        joined = None
        if last is not None and last.last is None and phrase.head.rule in DAYS | TIMES:
            gap = _gap(text, last, phrase)
            if last.day and not last.time and phrase.time and last.day.rule in DAYS and words.joins.day_then_time.fullmatch(gap):
                joined = Phrase(_over(last, phrase), day=last.day, time=phrase.time)
            elif last.time and not last.day and phrase.day and words.joins.time_then_day.fullmatch(gap):
                joined = Phrase(_over(last, phrase), day=phrase.day, time=last.time)
        done = [*done[:-1], joined] if joined else [*done, phrase]
    return done


def _join_ranges(phrases: list[Phrase], text: str, words: TimeWords) -> list[Phrase]:
    """Join the two ends of a range."""
    done: list[Phrase] = []
    for phrase in phrases:
        last = done[-1] if done else None
        if last is None or not _ends(last, phrase):
            done.append(phrase)
            continue
        gap, before = _gap(text, last, phrase), text[: last.span.start]
        opened = before.endswith(f"{words.bounds.start} ")
        paired = before.endswith(f"{words.bounds.pair} ")
        if (words.joins.between.fullmatch(gap) and paired) or (words.joins.to.fullmatch(gap) and (opened or gap.strip() != "into")):
            opener = words.bounds.start if opened else words.bounds.pair if paired else ""
            start = last.span.start - len(opener) - 1 if opener else last.span.start
            done[-1] = Phrase(Span(start, phrase.span.end), day=last.day, time=last.time, last=phrase)
        else:
            done.append(phrase)
    return done


def _ends(one: Phrase, other: Phrase) -> bool:
    """Tell whether two phrases may be the ends of one range."""
    return one.last is None and one.count is None and other.count is None and {one.head.rule, other.head.rule} <= ENDS


def _join_counts(phrases: list[Phrase], text: str) -> list[Phrase]:
    """Join a count ("two days before") with the day that it is counted from."""
    done: list[Phrase] = []
    for phrase in phrases:
        last = done[-1] if done else None
        if (
            last is not None
            and last.count
            and not last.day
            and phrase.day
            and phrase.last is None
            and _gap(text, last, phrase) in {" ", " the "}
        ):
            done[-1] = Phrase(_over(last, phrase), day=phrase.day, time=phrase.time, count=last.count)
        else:
            done.append(phrase)
    return done


def _dangling(phrase: Phrase, text: str) -> bool:
    """Tell whether a part of the day ("the morning") stands without the day or the preposition that makes it a time."""
    return phrase.head.rule == "part" and phrase.last is None and text.startswith("the ", phrase.span.start)


def _bounded(phrase: Phrase, text: str, words: TimeWords) -> Phrase:
    """Return the phrase with the word before it that makes it a limit; words that open or close a stretch become part of it."""
    found = _LAST_WORDS.search(text, max(0, phrase.span.start - 40), phrase.span.start)
    if found is None or phrase.last is not None or phrase.head.rule in {"duration", "set", "stretch", "ago"}:
        return phrase
    pieces = found[0].split()
    for size in (3, 2, 1):
        word = " ".join(pieces[-size:])
        at = Span(phrase.span.start - len(word) - 1, phrase.span.start - 1)
        if len(pieces) < size or text[at.start : at.end] != word:
            continue
        if word in words.bounds.since | words.bounds.until:
            kind = "since" if word in words.bounds.since else "until"
            return Phrase(Span(at.start, phrase.span.end), phrase.day, phrase.time, None, phrase.count, kind, at)
        if word in words.bounds.beside:
            return Phrase(phrase.span, phrase.day, phrase.time, None, phrase.count, "beside", at)
    return phrase
