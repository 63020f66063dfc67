"""A report's whole text with every passage marked that an assertion rests on: by colour and by sign, with where it came from.

Enters: the register of a trace and one report. Leaves: paragraphs of markup. Behind each passage stands its sign with the number of
the report it was taken from, as a link to the assertion; where passages overlap the graver one gives the colour. The characters of
the text are unchanged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from whence.publish.marking import show_characters
from whence.publish.position import find_paragraphs
from whence.publish.trace.passages import CUT, clip
from whence.publish.trace.register import Register
from whence.publish.trace.standing import ADDED, Standing, stand, tell_standing
from whence.records import Assertion, Mention, Span

# Characters of one text that are shown.
TEXT_SHOWN = 40_000


@dataclass(frozen=True, slots=True)
class Marked:
    """One mention on a text: its passage, standing and anchor, its assertion's number and anchor, the words behind it."""

    span: Span
    standing: Standing
    anchor: str
    asserted: int
    href: str
    told: str
    note: str

    @property
    def title(self) -> str:
        """Return what the tooltip says."""
        return f"{self.told}; assertion {self.asserted}"


def gather_mentions(register: Register) -> Mapping[str, tuple[tuple[Assertion, int, Mention], ...]]:
    """Return the mentions of each report with their assertion and their number in it."""
    found: dict[str, list[tuple[Assertion, int, Mention]]] = {report.id: [] for report in register.trace.reports}
    for assertion in register.trace.assertions:
        for number, mention in enumerate(assertion.mentions, start=1):
            if mention.report in found:
                found[mention.report].append((assertion, number, mention))
    return {id: tuple(held) for id, held in found.items()}


def anchor_mention(assertion: Assertion, number: int, register: Register) -> str:
    """Return the anchor of a mention in its report's text."""
    return f"mention-{register.assertions[assertion.id]}-{number}"


def mark_text(
    id: str, mentions: Sequence[tuple[Assertion, int, Mention]], register: Register, anchors: set[str]
) -> list[tuple[int, Markup]]:
    """Return the paragraphs of a report with their numbers, marked; of a very long text the first.

    The anchors of the passages that are in it are added to `anchors`.
    """
    text = register.text(id)
    marks = [mark for held in mentions if (mark := make_mark(*held, register)) is not None]
    changed = [span for each in register.trace.variations if each.report == id and (span := clip(each.span, text)) is not None]
    shown: list[tuple[int, Markup]] = []
    for number, paragraph in enumerate(find_paragraphs(text).spans, start=1):
        if paragraph.start >= TEXT_SHOWN:
            shown.append((number, CUT))
            break
        inside = [mark for mark in marks if mark.span.overlaps(paragraph)]
        shown.append((number, mark_paragraph(text, paragraph, inside, changed, anchors)))
    return shown


def make_mark(assertion: Assertion, number: int, mention: Mention, register: Register) -> Marked | None:
    """Return a mention as it is marked, None where the text has no such passage."""
    span = clip(mention.span, register.text(mention.report))
    if span is None:
        return None
    standing = stand(mention, assertion, register)
    href = str(register.link_assertion(assertion.id)["href"])
    told = tell_standing(mention, assertion, register)
    came_from = register.mark(mention.came_from) if mention.came_from is not None else ""
    note = " put in here" if standing is ADDED and not came_from else came_from
    anchor = anchor_mention(assertion, number, register)
    return Marked(span, standing, anchor, register.assertions[assertion.id], href, told, f"{standing.sign}{note}")


def note_marks(marks: Sequence[Marked]) -> Markup:
    """Return the notes behind what ends at one place: one for all that stand alike and came from one report."""
    alike: dict[tuple[str, str], list[Marked]] = {}
    for mark in marks:
        alike.setdefault((mark.standing.name, mark.note), []).append(mark)
    parts: list[Markup] = []
    for (name, note), held in alike.items():
        words = Markup('<span class="note-of {}" title="{}">{}</span>').format(name, tell_alike(held), note)
        parts.append(Markup('<a href="#{}">{}</a>').format(held[0].href, words) if held[0].href else words)
    return Markup().join(parts)


def tell_alike(marks: Sequence[Marked]) -> str:
    """Return the tooltip of one note for several mentions."""
    rest = "".join(f", {number}" for number in dict.fromkeys(mark.asserted for mark in marks[1:]))
    return f"{marks[0].title}{rest}"


def mark_paragraph(text: str, paragraph: Span, marks: Sequence[Marked], changed: Sequence[Span], anchors: set[str]) -> Markup:
    """Return one paragraph, cut wherever a passage or a changed reading begins or ends."""
    held = [(max(mark.span.start, paragraph.start), min(mark.span.end, paragraph.end), mark) for mark in marks]
    borders = {paragraph.start, paragraph.end, *(at for start, end, _ in held for at in (start, end))}
    borders |= {at for span in changed for at in (span.start, span.end) if paragraph.start < at < paragraph.end}
    cuts = sorted(borders)
    parts: list[Markup] = []
    for start, end in pairwise(cuts):
        here = [mark for begin, stop, mark in held if begin <= start and end <= stop]
        begun = [mark.anchor for begin, _, mark in held if begin == start and mark.anchor not in anchors]
        parts += [Markup('<span class="at" id="{}"></span>').format(anchor) for anchor in begun]
        anchors.update(begun)
        parts.append(mark_stretch(text, Span(start, end), here, any(span.start <= start and end <= span.end for span in changed)))
        parts.append(note_marks([mark for _, stop, mark in held if stop == end]))
    return Markup().join(parts)


def mark_stretch(text: str, span: Span, marks: Sequence[Marked], changed: bool) -> Markup:  # noqa: FBT001 - one of two looks
    """Return characters that the same passages cover."""
    words = show_characters(span.cut(text))
    if changed:
        words = Markup('<span class="changed" title="a reading that the text it was taken from does not have">{}</span>').format(
            words
        )
    if not marks:
        return words
    gravest = max(marks, key=gravity)
    return Markup('<span class="said {}" title="{}">{}</span>').format(gravest.standing.name, gravest.title, words)


def gravity(mark: Marked) -> tuple[int, int]:
    """Order marks by how grave they are, then the narrower first."""
    return mark.standing.grave, -len(mark.span)
