"""The claim sheet inside a notebook's cell: compact, without script or anchors, its style kept to itself."""

from __future__ import annotations

from markupsafe import Markup, escape

from whence.publish.chains import ARROW, ChainGroup, count, group_claims, label, summarise, tell_about
from whence.publish.places import group_places, name_regions, summarise_places, tell_suspect
from whence.publish.position import Paragraphs, find_paragraphs
from whence.publish.visible import shorten, visible
from whence.publish.wording import join_told, tell_cue, tell_passage, tell_quotation, tell_title
from whence.records import Reading

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
    """Return an HTML fragment: title, summary, one table with a head for each chain and a row for each claim."""
    paragraphs = find_paragraphs(reading.report.text)
    first, second = summarise(reading)
    rows = Markup().join(show_group(group, reading, paragraphs) for group in group_claims(reading.claims))
    findings = count(len(reading.findings), "finding") if reading.findings else ""
    groups = group_places(reading)
    places = summarise_places(groups) if groups else ""
    suspect = [tell_suspect(group, name_regions(reading)) for group in groups if group.suspect]
    notes = [places, *suspect, *(f"Read in part: {visible(reason.detail)}" for reason in reading.shallow), findings]
    tail = Markup().join(Markup("<p>{}</p>").format(note) for note in notes if note)
    head = Markup('<p dir="auto"><strong>{}</strong></p><p>{}<br>{}</p>').format(tell_title(reading.report), first, second)
    return str(Markup('<div class="whence-sheet">{}{}<table>{}</table>{}</div>').format(STYLE, head, rows, tail))


def show_group(group: ChainGroup, reading: Reading, paragraphs: Paragraphs) -> Markup:
    """Return the rows of one chain under its head; the report's own voice folded to its first statements."""
    text = reading.report.text
    if group.own_voice:
        about = Markup("The report’s own voice")
    else:
        links = [
            Markup('{} <span class="whence-dim">({})</span>').format(label(s), tell_about(s, roles=False)) for s in group.chain
        ]
        about = escape(f" {ARROW} ").join(links)
    head = Markup('<tr><th colspan="3">{}</th></tr>').format(about)
    rows = [head]
    shown = group.claims[:OWN_VOICE_SHOWN] if group.own_voice else group.claims
    for claim in shown:
        cue, grade = tell_cue(claim, text)
        saying = join_told(" · ", cue, grade, tell_quotation(claim))
        rows.append(ROW.format(" ".join(paragraphs.locate(claim.span)), shorten(tell_passage(claim, text), PASSAGE_SHOWN), saying))
    if len(shown) < len(group.claims):
        rows.append(ROW.format("", f"and {len(group.claims) - len(shown)} more", ""))
    return Markup().join(rows)
