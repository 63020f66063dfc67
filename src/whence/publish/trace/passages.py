"""A passage with the sentence around it, as markup: what is meant stands out, what surrounds it is muted.

Enters: spans of a report's text. Leaves: markup that holds no more than an editor reads, hidden characters named. A passage that is
too long is cut and says so.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from whence.publish.marking import show_characters
from whence.records import Reading, Report, Span

# Where a sentence ends: its mark, closing quotation marks, and what begins with a capital, a number or an opening mark; or a line.
END = re.compile(r"[.!?…]+[\"”’»)\]]*\s+(?=[^\W\d_a-zа-яёіїєґ]|\d|[“„«\"‘(])|[。！？]|\n")
# Characters shown of one passage and of the words of its sentence before and behind it.
PASSAGE_SHOWN = 900
AROUND_SHOWN = 160
CUT = Markup('<span class="note">[…]</span>')


def find_sentences(report: Report, reading: Reading | None = None) -> tuple[Span, ...]:
    """Return the sentences of a report: those of its reading, else by their punctuation."""
    if reading is not None and reading.sentences:
        return reading.sentences
    found: list[Span] = []
    start = 0
    for match in (*END.finditer(report.text), None):
        end = len(report.text) if match is None else match.end()
        words = report.text[start:end]
        if words.strip():
            begin = start + len(words) - len(words.lstrip())
            found.append(Span(begin, begin + len(words.strip())))
        start = end
    return tuple(found)


def clip(span: Span, text: str) -> Span | None:
    """Return the part of a span that the text holds, None where it holds nothing of it."""
    end = min(span.end, len(text))
    return Span(span.start, end) if span.start < end else None


def surround(span: Span, sentences: Sequence[Span]) -> Span:
    """Return the sentences that a span reaches into, the span itself where it reaches into none."""
    index = bisect_right(sentences, span.start, key=start_of) - 1
    held = [each for each in sentences[max(0, index) :][: len(span) + 1] if each.overlaps(span)]
    return Span(min(span.start, held[0].start), max(span.end, held[-1].end)) if held else span


def start_of(span: Span) -> int:
    """Return where a span begins."""
    return span.start


def show_span(text: str, span: Span) -> Markup:
    """Return the characters of a span, cut where there are too many."""
    if len(span) <= PASSAGE_SHOWN:
        return show_characters(span.cut(text))
    return show_characters(text[span.start : span.start + PASSAGE_SHOWN]) + CUT


def show_before(text: str, start: int, end: int) -> Markup:
    """Return the words of a sentence before what is meant, the last of them where there are too many."""
    if end - start <= AROUND_SHOWN:
        return show_characters(text[start:end])
    cut = text.find(" ", end - AROUND_SHOWN, end)
    return CUT + show_characters(text[cut if cut > 0 else end - AROUND_SHOWN : end])


def show_behind(text: str, start: int, end: int) -> Markup:
    """Return the words of a sentence behind what is meant, the first of them where there are too many."""
    if end - start <= AROUND_SHOWN:
        return show_characters(text[start:end])
    cut = text.rfind(" ", start, start + AROUND_SHOWN)
    return show_characters(text[start : cut if cut > 0 else start + AROUND_SHOWN]) + CUT


def show_in_sentence(text: str, inner: Markup, span: Span, sentence: Span) -> Markup:
    """Return what is meant, already marked up, between the muted words of its sentence."""
    before, behind = show_before(text, sentence.start, span.start), show_behind(text, span.end, sentence.end)
    return Markup("{}{}{}").format(mute(before), inner, mute(behind))


def mute(words: Markup) -> Markup:
    """Return words that surround what is meant."""
    return Markup('<span class="around">{}</span>').format(words) if words else words


def mark_in_sentence(text: str, sentence: Span, marks: Iterable[Span], *, look: str) -> Markup:
    """Return a sentence with stretches of it marked, the rest muted where something is marked."""
    parts: list[Markup] = []
    at = sentence.start
    for mark in sorted(marks):
        start, end = max(at, mark.start), min(mark.end, sentence.end)
        if start >= end:
            continue
        if start > at:
            parts.append(mute(show_before(text, at, start)))
        parts.append(Markup('<mark class="{}">{}</mark>').format(look, show_span(text, Span(start, end))))
        at = end
    if at < sentence.end:
        parts.append(mute(show_behind(text, at, sentence.end)))
    return Markup().join(parts)
