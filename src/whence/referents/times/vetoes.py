"""What looks like a time and is none: a verb, a name, a number of people.

Enters: a stretch that a pattern matched, with the Doc. Leaves: yes or no. It asks tags, entities and the words around; what those
do not tell it lets stand.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Cut

from whence.records import Span
from whence.referents.times.lexicon import TimeWords

CAPITALS = ("month", "monthname", "weekday", "plural", "into", "holiday")
"""Groups whose first letter is a capital."""

SURE = frozenset({"date", "numeric", "day_range", "clock"})
"""Rules whose expressions name a time even within a name ("the 11 September attacks")."""

_TIME_LABELS = frozenset({"DATE", "TIME"})
_VERBAL = frozenset({"MD", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_PLURAL = frozenset({"NNS", "NNPS"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OBLIQUE = frozenset({"obl", "obl:unmarked"})
_LONE = frozenset({"month", "weekday", "holiday", "set", "year", "decade", "season"})


@dataclass(frozen=True, slots=True)
class Found:
    """What a pattern matched: its rule, the forms in its groups, its place."""

    rule: str
    groups: dict[str, str]
    span: Span


def stands(doc: Doc, text: str, found: Found, words: TimeWords, *, written: str) -> bool:
    """Tell whether what a pattern found is a time; `text` is what is `written` in the Doc as the patterns see it."""
    cut = doc.char_span(found.span.start, found.span.end, alignment_mode="expand")
    if cut is None or not len(cut) or not _has_capitals(written, text, found):
        return False
    if found.rule not in SURE and _in_name(doc, found.span):
        return False
    if found.rule in _LONE and _makes_name(text, found.span, cut[0], words):
        return False
    return _by_rule(text, found, cut, words)


def _by_rule(text: str, found: Found, cut: Cut, words: TimeWords) -> bool:  # noqa: PLR0911 - one answer a rule
    """Tell whether the words around allow what the rule takes the stretch for."""
    rule, groups, span, first, last = found.rule, found.groups, found.span, cut[0], cut[-1]
    if rule == "month" and len(span) == len(groups.get("monthname", "")):
        return first.tag_ not in _VERBAL
    if rule == "year" and set(groups) == {"year"}:
        return _is_year(text, span, first, words)
    if rule == "day_of_month":
        return _ends_phrase(last)
    if rule in {"date", "day_range"} and not groups.get("year") and last.tag_ == "CD":
        return not _counts(last)
    if rule in {"ago", "counted"} and "number" not in groups and not groups["unit"].endswith("s"):
        return text.endswith("the ", 0, span.start)
    if rule == "duration":
        return _is_length(text, span, groups, first, words)
    if rule == "part":
        return last.dep_ not in {"compound", "amod"}
    if rule == "set":
        return last.tag_ not in {"NNP", "NNPS"} or "weekday" in groups or "plural" in groups or "monthname" in groups
    return True


def _has_capitals(written: str, text: str, found: Found) -> bool:
    """Tell whether names begin with a capital, and "today" does only where a sentence or a line begins."""
    for name in CAPITALS:
        form = found.groups.get(name)
        if form and not written[text.index(form, found.span.start, found.span.end)].isupper():
            return False
    if found.rule != "deictic" or not written[found.span.start].isupper():
        return True
    before = written[: found.span.start].rstrip(" \"'“‘(")
    return not before or before[-1] in ".!?:\n—–-…”’" or written[found.span.start : found.span.end].isupper()


def _makes_name(text: str, span: Span, first: Token, words: TimeWords) -> bool:
    """Tell whether the words beside make a name of it ("Sunday Times")."""
    return _word(first, -1) in words.name_before or any(_follows(text, span, name) for name in words.name_after)


def _in_name(doc: Doc, span: Span) -> bool:
    """Tell whether the stretch lies in a name that says more than a time, or is a person's."""
    for ent in doc.ents:
        if ent.start_char > span.start:
            return False
        if ent.end_char >= span.end and ent.label_ not in _TIME_LABELS:
            return ent.end_char - ent.start_char > len(span) or ent.label_ in {"PER", "PERSON"}
    return False


def _word(token: Token, by: int) -> str:
    """Return the word so many places from `token`, empty beyond the text."""
    at = token.i + by
    return token.doc[at].lower_ if 0 <= at < len(token.doc) else ""


def _follows(text: str, span: Span, word: str) -> bool:
    """Tell whether `word` stands right behind the stretch."""
    rest = text[span.end : span.end + len(word) + 2]
    return rest.startswith(f" {word}") and not rest[len(word) + 1 :].isalnum()


def _is_year(text: str, span: Span, token: Token, words: TimeWords) -> bool:
    """Tell whether a bare number of four digits is a year by what stands around it."""
    if any(_follows(text, span, word) for word in words.quantities):
        return False
    before = text[max(0, span.start - 40) : span.start].rpartition("\n")[2].split()[-1:]
    opener = before[0].strip("(“\"'") if before else ""
    if opener and opener not in words.year_openers:
        return (
            text[span.start - 1] == "("
            or before[0].endswith(("'s", ","))
            or (opener.isalpha() and token.dep_ in {"obl", "obl:unmarked"})
        )
    return opener in {"the", "that", "this", "year"} or not _counts(token)


def _counts(token: Token) -> bool:
    """Tell whether a number counts the plural noun after it."""
    head = token.head
    return token.dep_ == "nummod" and head.i > token.i and head.tag_ in _PLURAL


def _ends_phrase(token: Token) -> bool:
    """Tell whether an ordinal stands for a day: after a preposition, with no noun behind it."""
    doc = token.doc
    the = next((doc[at] for at in range(token.i, max(-1, token.i - 3), -1) if doc[at].tag_ == "DT"), None)
    before = doc[the.i - 1] if the is not None and the.i else None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    placed = before is not None and before.tag_ in {"IN", "TO"}
    return placed and (after is None or after.tag_ not in _NOUNS | {"JJ", "CD", "HYPH"}) and token.dep_ != "amod"


def _is_length(text: str, span: Span, groups: dict[str, str], first: Token, words: TimeWords) -> bool:
    """Tell whether a count of units is a length of time, not "once a year" or "the early days"."""
    if "number" not in groups and span.end - span.start == len(groups.get("unit", "")):
        return not (first.i and first.doc[first.i - 1].tag_ in {"JJ", "DT", "VBG"})
    if groups.get("number") not in {"a", "an"} or "-" in text[span.start : span.end]:
        return True
    before = text[max(0, span.start - 20) : span.start].split()[-1:]
    return bool(before) and before[0] in words.duration_openers
