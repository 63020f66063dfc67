"""Two passages beside each other, as evidence that one was written from the other, with what differs marked.

Enters: parallels of a parent and a child. Leaves: markup of both sides, each with the words of its sentence around it, language
and direction told. What was dropped is struck through, what was added underlined. Passages in different languages, and those that
share hardly a word, stand side by side as they are: marking all of both would show nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from whence.publish.marking import show_characters
from whence.publish.position import find_paragraphs
from whence.publish.trace.differences import Difference, DifferenceKind, differences
from whence.publish.trace.passages import CUT, PASSAGE_SHOWN, clip, show_in_sentence, surround
from whence.publish.trace.register import Register
from whence.records import Parallel, Span

# Parallels of one piece of evidence that are shown; the rest is a count.
MOST_PARALLELS = 8
# Passages that share less than this of their letters are told in other words.
ALIKE = 0.25

DROPPED = {DifferenceKind.DROPPED, DifferenceKind.CHANGED}
ADDED = {DifferenceKind.ADDED, DifferenceKind.CHANGED}


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a parallel. `words` is empty where it has nothing, `nothing` then says why."""

    words: Markup
    language: str
    position: str
    anchor: str
    nothing: str = ""


def show_parallels(
    parallels: Sequence[Parallel], parent: str, child: str, register: Register, *, most: int = MOST_PARALLELS
) -> dict[str, object]:
    """Return the parallels that are shown, each with a note on how they were compared, and how many there are beside."""
    distinct = list(dict.fromkeys(parallels))
    shown = [show_parallel(parallel, parent, child, register) for parallel in distinct[:most]]
    return {"pairs": shown, "more": max(0, len(distinct) - most)}


def show_parallel(parallel: Parallel, parent: str, child: str, register: Register) -> dict[str, object]:
    """Return both sides of one parallel."""
    old, new = register.text(parent), register.text(child)
    before = clip(parallel.parent, old) if parallel.parent else None
    after = clip(parallel.child, new) if parallel.child else None
    cut_before, cut_after = shorten_span(before), shorten_span(after)
    note, found = "", None
    if cut_before and cut_after:
        note, found = compare(cut_before.cut(old), cut_after.cut(new), register.language(parent), register.language(child))
    return {
        "sides": [
            show_side(before, parent, register, [each.before for each in found or () if each.kind in DROPPED], "del"),
            show_side(after, child, register, [each.after for each in found or () if each.kind in ADDED], "ins"),
        ],
        "note": note,
    }


def shorten_span(span: Span | None) -> Span | None:
    """Return as much of a passage as is shown."""
    return None if span is None else Span(span.start, min(span.end, span.start + PASSAGE_SHOWN))


def compare(before: str, after: str, language: str, other: str) -> tuple[str, tuple[Difference, ...] | None]:
    """Return what to say of a comparison, and the differences where marking them shows something."""
    if language and other and language != other:
        return "in two languages, so not compared word by word", None
    found = differences(before, after)
    shared = sum(
        len(each.before) + len(each.after) for each in found if each.kind is DifferenceKind.EQUAL and each.before and each.after
    )
    if shared < ALIKE * (len(before) + len(after)):
        return "told in other words", None
    return ("the same words" if all(each.kind is DifferenceKind.EQUAL for each in found) else ""), found


def show_side(span: Span | None, id: str, register: Register, marks: Iterable[Span | None], tag: str) -> Side:
    """Return one side with its differences marked, in its sentence."""
    text = register.text(id)
    if span is None:
        missing = "not at hand" if register.report(id) is None else "nothing here"
        return Side(Markup(), "", "", "", missing)
    inner = Markup('<span class="meant">{}</span>').format(mark_differences(text, span, [mark for mark in marks if mark], tag))
    words = show_in_sentence(text, inner, span, surround(span, register.sentences[id]))
    position = " ".join(find_paragraphs(text).locate(span))
    return Side(words, register.language(id), position, register.anchors.get(id, ""))


def mark_differences(text: str, span: Span, marks: Sequence[Span], tag: str) -> Markup:
    """Return the characters of a passage with stretches of it (counted from its beginning) in `del` or `ins`."""
    shown = span.cut(text)[:PASSAGE_SHOWN]
    element = {"del": Markup("<del>{}</del>"), "ins": Markup("<ins>{}</ins>")}[tag]
    parts: list[Markup] = []
    at = 0
    for mark in marks:
        parts += [show_characters(shown[at : mark.start]), element.format(show_characters(mark.cut(shown)))]
        at = mark.end
    return Markup().join([*parts, show_characters(shown[at:]), CUT if len(span) > PASSAGE_SHOWN else ""])


def mark_change(before: str, after: str) -> tuple[Markup, Markup]:
    """Return two short readings with what differs marked, unmarked where they have nothing in common."""
    found = differences(before, after)
    if all(each.kind is not DifferenceKind.EQUAL for each in found):
        return show_characters(before), show_characters(after)
    old = [each.before for each in found if each.kind in DROPPED and each.before]
    new = [each.after for each in found if each.kind in ADDED and each.after]
    return mark_differences(before, Span(0, len(before)), old, "del"), mark_differences(after, Span(0, len(after)), new, "ins")
