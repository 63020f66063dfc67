"""One paragraph of a report as HTML: its segments as links to the tables below it, its hidden characters made visible."""

from __future__ import annotations

from markupsafe import Markup, escape

from whence.publish.page_places import Pointer, Pointers
from whence.publish.segments import Paragraph, Part, Segment
from whence.publish.visible import HAZARD, describe_character, name_character
from whence.records import Reading

NOWHERE = Pointers()


def mark_paragraph(paragraph: Paragraph, reading: Reading, titles: tuple[str, ...], pointers: Pointers = NOWHERE) -> Markup:
    """Return the paragraph's characters, each segment that belongs to a claim as a link to the row of its innermost one.

    A place name or a time expression leads to its own row instead. `titles` holds the tooltip of each claim, `pointers` the rows
    and tooltips of places and times.
    """
    return Markup().join(mark_segment(segment, reading, titles, pointers) for segment in paragraph.segments)


def mark_segment(segment: Segment, reading: Reading, titles: tuple[str, ...], pointers: Pointers) -> Markup:
    """Return one segment; where a claim, a place name or a time expression begins, with the anchor that its row links back to."""
    content = show_characters(segment.span.cut(reading.report.text))
    if not segment.marks:
        return content
    named = find_pointer(segment, pointers)
    passages = segment.claims(Part.PASSAGE)
    held = passages or segment.claims()
    if named is None and not held:
        return content
    begins = [index for index in passages if min(span.start for span in reading.claims[index].passages) == segment.span.start]
    ends = [index for index in passages if max(span.end for span in reading.claims[index].passages) == segment.span.end]
    numbers = ",".join(str(index + 1) for index in sorted(ends) if not reading.claims[index].own_voice)
    anchors = [f"p{index + 1}" for index in begins] + anchors_here(segment, pointers)
    stop = begins and not reading.claims[begins[0]].own_voice
    attributes = {
        "href": f"#{named.row}" if named else f"#c{held[0] + 1}",
        "class": " ".join([*name_classes(segment, reading, numbered=bool(numbers)), *([named.look] if named else [])]),
        "title": "\n".join([*([named.title] if named else []), *(titles[index] for index in held[:1])]),
        "tabindex": "" if stop else "-1",
        "data-passage": list_numbers(passages),
        "data-source": list_numbers(segment.claims(Part.SOURCE)),
        "data-cue": list_numbers(segment.claims(Part.CUE)),
        "data-last": numbers,
    }
    written = Markup().join(Markup(' {}="{}"').format(name, value) for name, value in attributes.items() if value)
    before = Markup().join(Markup('<span class="at" id="{}"></span>').format(anchor) for anchor in anchors)
    return Markup("{}<a{}>{}</a>").format(before, written, content)


def find_pointer(segment: Segment, pointers: Pointers) -> Pointer | None:
    """Return where the place name or else the time expression of a segment leads."""
    for part, rows in ((Part.PLACE, pointers.places), (Part.TIME, pointers.times)):
        mark = segment.innermost(part)
        if mark is not None and rows:
            return rows[mark.index]
    return None


def anchors_here(segment: Segment, pointers: Pointers) -> list[str]:
    """Return the anchors of the place names and time expressions that begin with a segment."""
    anchors: list[str] = []
    for mark in segment.marks:
        rows = pointers.places if mark.part is Part.PLACE else pointers.times if mark.part is Part.TIME else ()
        if rows and mark.span.start == segment.span.start:
            anchors.append(rows[mark.index].anchor)
    return anchors


def list_numbers(indices: tuple[int, ...]) -> str:
    """Return the numbers of claims as the page counts them, from 1."""
    return " ".join(str(index + 1) for index in indices)


def name_classes(segment: Segment, reading: Reading, *, numbered: bool) -> list[str]:
    """Return how a segment looks: by the naming of its innermost claim, deeper where attributed statements nest, by its part."""
    passages = segment.claims(Part.PASSAGE)
    attributed = [index for index in passages if not reading.claims[index].own_voice]
    classes: list[str] = []
    if attributed:
        classes.append("named" if reading.claims[attributed[0]].chain[-1].named else "unnamed")
    elif passages:
        classes.append("own")
    if len({reading.claims[index].statement for index in attributed}) > 1:
        classes.append("deep")
    if segment.claims(Part.SOURCE):
        classes.append("source")
    if segment.claims(Part.CUE):
        classes.append("cue")
    if numbered:
        classes.append("number")
    return classes


def show_characters(text: str) -> Markup:
    """Return text escaped, each character that would act on the reader's screen named in its place."""
    parts: list[Markup] = []
    at = 0
    for match in HAZARD.finditer(text):
        parts.append(escape(text[at : match.start()]))
        shown = Markup('<span class="hidden-character" title="{}">{}</span>').format(
            describe_character(match.group()), name_character(match)
        )
        parts.append(shown)
        at = match.end()
    return Markup().join([*parts, escape(text[at:])])
