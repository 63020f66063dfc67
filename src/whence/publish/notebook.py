"""The claim sheet inside a notebook's cell: compact, without script or anchors, its style kept to itself."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from whence.publish.chains import count
from whence.publish.event_wording import tell_certainty, tell_chain, tell_evidence, tell_headline, tell_telling
from whence.publish.places import group_places, name_regions, summarise_places, tell_suspect
from whence.publish.position import Paragraphs, find_paragraphs
from whence.publish.sections import Section, sort_claims
from whence.publish.summary import summarise
from whence.publish.visible import shorten, visible
from whence.publish.wording import join_told, tell_passage, tell_saying, tell_title
from whence.records import Claim, Reading

PASSAGE_SHOWN = 200
OWN_VOICE_SHOWN = 3
# Colours are the notebook's own, so that the sheet follows its light or dark theme.
STYLE = Markup(
    "<style>.whence-sheet{max-width:60rem;line-height:1.4}.whence-sheet table{border-collapse:collapse;width:100%}"
    ".whence-sheet td,.whence-sheet th{text-align:left;vertical-align:top;padding:.25em .9em .25em 0;background:none}"
    ".whence-sheet td,.whence-sheet th{white-space:normal}"
    ".whence-sheet th{border-top:1px solid;padding-top:.5em}.whence-sheet .whence-dim{opacity:.75;font-weight:400}"
    ".whence-sheet td:first-child{white-space:nowrap}</style>"
)
ROW = Markup('<tr><td class="whence-dim">{}</td><td dir="auto">{}</td><td>{}</td></tr>')


def to_cell(reading: Reading) -> str:
    """Return an HTML fragment: title, summary, one table with a head for each event and a row for each claim."""
    paragraphs = find_paragraphs(reading.report.text)
    sections = sort_claims(reading)
    rows = [
        show_rows(str(tell_headline(group, reading)), tell_telling(group), group.claims, reading, paragraphs)
        for group in sections.events
    ]
    rows += [show_section(section, reading, paragraphs) for section in sections.rest]
    findings = count(len(reading.findings), "finding") if reading.findings else ""
    groups = group_places(reading)
    places = summarise_places(groups) if groups else ""
    suspect = [tell_suspect(group, name_regions(reading)) for group in groups if group.suspect]
    notes = [places, *suspect, *(f"Read in part: {visible(reason.detail)}" for reason in reading.shallow), findings]
    tail = Markup().join(Markup("<p>{}</p>").format(note) for note in notes if note)
    head = Markup('<p dir="auto"><strong>{}</strong></p><p>{}</p>').format(tell_title(reading.report), summarise(reading))
    whole = Markup('<div class="whence-sheet">{}{}<table>{}</table>{}</div>')
    return str(whole.format(STYLE, head, Markup().join(rows), tail))


def show_section(section: Section, reading: Reading, paragraphs: Paragraphs) -> Markup:
    """Return the rows of claims that are of no event; what is folded as a count, the report's own voice by its first claims."""
    if section.folded:
        return show_rows(section.title, count(len(section.claims), "claim"), (), reading, paragraphs)
    own = [id(claim) for claim in section.claims if claim.own_voice]
    left_out = set(own[OWN_VOICE_SHOWN:])
    shown = [claim for claim in section.claims if id(claim) not in left_out]
    rows = show_rows(section.title, "", shown, reading, paragraphs)
    return rows + ROW.format("", f"and {len(left_out)} more in the report’s own voice", "") if left_out else rows


def show_rows(head: str, note: str, claims: Iterable[Claim], reading: Reading, paragraphs: Paragraphs) -> Markup:
    """Return a head and a row for each claim: position, words, and on whose word, how sure and on what."""
    text = reading.report.text
    about = Markup(' <span class="whence-dim">{}</span>').format(note) if note else Markup()
    rows = [Markup('<tr><th colspan="3">{}{}</th></tr>').format(head, about)]
    for claim in claims:
        told = join_told("; ", tell_chain(claim), tell_saying(claim, text), tell_certainty(claim, text), *tell_evidence(claim))
        rows.append(ROW.format(" ".join(paragraphs.locate(claim.span)), shorten(tell_passage(claim, text), PASSAGE_SHOWN), told))
    return Markup().join(rows)
