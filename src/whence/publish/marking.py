"""One paragraph of a report as HTML: its segments as links to the claim table, its hidden characters made visible."""

from __future__ import annotations

from markupsafe import Markup, escape

from whence.publish.segments import Paragraph, Part, Segment
from whence.publish.visible import HAZARD, describe_character, name_character
from whence.records import Reading


def mark_paragraph(paragraph: Paragraph, reading: Reading, titles: tuple[str, ...]) -> Markup:
    """Return the paragraph's characters, each segment that belongs to a claim as a link to the row of its innermost one.

    `titles` holds the tooltip of each claim.
    """
    return Markup().join(mark_segment(segment, reading, titles) for segment in paragraph.segments)


def mark_segment(segment: Segment, reading: Reading, titles: tuple[str, ...]) -> Markup:
    """Return one segment; where a claim begins, with the anchor that its row links back to."""
    content = show_characters(segment.span.cut(reading.report.text))
    if not segment.marks:
        return content
    passages = segment.claims(Part.PASSAGE)
    target = (passages or segment.claims())[0]
    begins = [index for index in passages if min(span.start for span in reading.claims[index].passages) == segment.span.start]
    ends = [index for index in passages if max(span.end for span in reading.claims[index].passages) == segment.span.end]
    numbers = ",".join(str(index + 1) for index in sorted(ends) if not reading.claims[index].own_voice)
    anchors = Markup().join(Markup('<span class="at" id="p{}"></span>').format(index + 1) for index in begins)
    attributes = {
        "href": f"#c{target + 1}",
        "class": " ".join(name_classes(segment, reading, numbered=bool(numbers))),
        "title": titles[target],
        "tabindex": "" if begins and not reading.claims[begins[0]].own_voice else "-1",
        "data-passage": list_numbers(passages),
        "data-source": list_numbers(segment.claims(Part.SOURCE)),
        "data-cue": list_numbers(segment.claims(Part.CUE)),
        "data-last": numbers,
    }
    written = Markup().join(Markup(' {}="{}"').format(name, value) for name, value in attributes.items() if value)
    return Markup("{}<a{}>{}</a>").format(anchors, written, content)


def list_numbers(indices: tuple[int, ...]) -> str:
    """Return the numbers of claims as the page counts them, from 1."""
    return " ".join(str(index + 1) for index in indices)


def name_classes(segment: Segment, reading: Reading, *, numbered: bool) -> list[str]:
    """Return how a segment looks: by the naming of its innermost claim, deeper where attributed claims are nested, by its part."""
    passages = segment.claims(Part.PASSAGE)
    attributed = [index for index in passages if not reading.claims[index].own_voice]
    classes: list[str] = []
    if attributed:
        classes.append("named" if reading.claims[attributed[0]].chain[-1].named else "unnamed")
    elif passages:
        classes.append("own")
    if len(attributed) > 1:
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
