"""Assertions by reports as a table: who says what, and how it stands there; and behind each assertion its passages.

Enters: the register of a trace. Leaves: plain data for the template. Columns are the reports as the stemma has them, each behind
the text it was written from; a cell has a sign and leads to the passage. An empty cell says only that a report does not tell it:
an omission is not a contradiction. What was put in has the first rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from markupsafe import Markup

from whence.publish.chains import count
from whence.publish.position import find_paragraphs
from whence.publish.reasons import show_reasons
from whence.publish.trace.marked_text import anchor_mention
from whence.publish.trace.passages import clip, mark_in_sentence, surround
from whence.publish.trace.register import Register
from whence.publish.trace.side_by_side import mark_change
from whence.publish.trace.standing import Standing, stand, tell_standing
from whence.publish.trace.telling import tell_gloss, tell_setting
from whence.publish.visible import shorten, visible
from whence.records import Assertion, Mention, Variation

# Columns, and passages of one assertion, that are shown: more would make a page that no browser scrolls.
MOST_COLUMNS, MOST_PASSAGES = 60, 40
# Characters of what an assertion says in its row, and of a reading.
GLOSS_SHOWN, READING_SHOWN = 160, 240


def show_matrix(register: Register, anchors: AbstractSet[str]) -> dict[str, object]:
    """Return columns and rows; a cell leads to its passage where that is among the texts' `anchors`, else to the assertion."""
    columns = register.order[:MOST_COLUMNS]
    every = register.trace.assertions
    listed = list_assertions(register)
    put_in = [assertion for assertion in listed if assertion.id in register.put_in]
    ordered = [*put_in, *(assertion for assertion in listed if assertion.id not in register.put_in)]
    rows = [show_row(assertion, columns, register, anchors) for assertion in ordered]
    return {
        "columns": [{**register.link(id), "first_hand": not register.derived(id)} for id in columns],
        "rows": rows,
        "columns_left": len(register.order) - len(columns),
        "rows_left": len(every) - len(rows),
    }


def show_row(assertion: Assertion, columns: Sequence[str], register: Register, anchors: AbstractSet[str]) -> dict[str, object]:
    """Return one assertion with its cells."""
    held: dict[str, list[tuple[int, Mention]]] = {}
    for number, mention in enumerate(assertion.mentions, start=1):
        held.setdefault(mention.report, []).append((number, mention))
    index = register.assertions[assertion.id]
    return {
        "number": index,
        "gloss": shorten(tell_gloss(assertion), GLOSS_SHOWN),
        "event": str(assertion.event),
        "witnesses": len(assertion.witnesses),
        "added": assertion.id in register.put_in,
        "cells": [show_cell(assertion, held.get(id, []), register, anchors) for id in columns],
    }


def show_cell(
    assertion: Assertion, mentions: Sequence[tuple[int, Mention]], register: Register, anchors: AbstractSet[str]
) -> dict[str, object] | None:
    """Return how a report gives an assertion, the gravest of its mentions; None where it does not tell it."""
    if not mentions:
        return None
    standing, number, mention = max(((stand(each, assertion, register), -at, each) for at, each in mentions), key=gravity)
    anchor = anchor_mention(assertion, -number, register)
    return {
        "standing": standing.name,
        "sign": standing.sign,
        "href": anchor if anchor in anchors else f"assertion-{register.assertions[assertion.id]}",
        "title": f"{register.call(mention.report)}: {tell_standing(mention, assertion, register)}",
        "origin": mention.came_from is None or register.lost(mention.came_from),
    }


def list_assertions(register: Register) -> list[Assertion]:
    """Return the assertions that the page has room for, in the order of the trace."""
    return [assertion for assertion in register.trace.assertions if assertion.id in register.listed]


def gravity(held: tuple[Standing, int, Mention]) -> tuple[int, int]:
    """Order mentions by how grave they are, then the earliest first."""
    return held[0].grave, held[1]


def show_assertions(register: Register) -> list[dict[str, object]]:
    """Return each assertion with its passages, its witnesses and its variations."""
    variations: dict[str, list[Variation]] = {}
    for variation in register.trace.variations:
        if variation.assertion is not None:
            variations.setdefault(variation.assertion, []).append(variation)
    return [show_assertion(each, variations.get(each.id, []), register) for each in list_assertions(register)]


def show_assertion(assertion: Assertion, variations: Sequence[Variation], register: Register) -> dict[str, object]:
    """Return what an assertion opens to."""
    first = assertion.mentions[0].report if assertion.mentions else ""
    return {
        "number": register.assertions[assertion.id],
        "gloss": shorten(tell_gloss(assertion), GLOSS_SHOWN),
        "setting": tell_setting(assertion),
        "added": assertion.id in register.put_in,
        "spread": count(len(assertion.reports), "report"),
        "witnesses": [register.link_witness(id) for id in assertion.witnesses],
        "mentions": [
            show_mention(assertion, mention, register)
            for mention in assertion.mentions[:MOST_PASSAGES]
            if register.report(mention.report)
        ],
        "more": max(0, len(assertion.mentions) - MOST_PASSAGES),
        "variations": [show_variation(variation, register) for variation in variations[:MOST_PASSAGES]],
        "because": show_reasons(assertion.because, register.text(first)),
    }


def show_mention(assertion: Assertion, mention: Mention, register: Register) -> dict[str, object]:
    """Return one passage of an assertion in its sentence."""
    text = register.text(mention.report)
    span = clip(mention.span, text)
    standing = stand(mention, assertion, register)
    words = (
        mark_in_sentence(text, surround(span, register.sentences[mention.report]), (span,), look=standing.name)
        if span
        else Markup()
    )
    return {
        "report": register.link(mention.report),
        "language": register.language(mention.report),
        "standing": standing,
        "told": tell_standing(mention, assertion, register),
        "words": words,
        "position": " ".join(find_paragraphs(text).locate(span)) if span else "",
        "because": show_reasons(mention.because, text),
    }


def show_sides(variation: Variation, register: Register) -> list[dict[str, object]]:
    """Return the sentences that a reading stands in, that of the text it was taken from first where it is known."""
    places = [(origin.report, origin.span) for origin in (variation.origin,) if origin] + [(variation.report, variation.span)]
    shown: list[dict[str, object]] = []
    for id, span in places:
        text = register.text(id)
        held = clip(span, text)
        if held is not None:
            words = mark_in_sentence(text, surround(held, register.sentences[id]), (held,), look="meant")
            shown.append({"report": register.link(id), "language": register.language(id), "words": words})
    return shown


def show_variation(variation: Variation, register: Register) -> dict[str, object]:
    """Return one variation: the reading it was, the reading it became, where it first stands and who took it over."""
    before = shorten(visible(variation.correct), READING_SHOWN) if variation.correct else ""
    after = shorten(visible(variation.written), READING_SHOWN)
    old, new = mark_change(before, after)
    return {
        "kind": str(variation.kind),
        "before": old,
        "after": new,
        "before_language": register.language(variation.origin.report) if variation.origin else "",
        "after_language": register.language(variation.report),
        "report": register.link(variation.report),
        "origin": register.link(variation.origin.report) if variation.origin else None,
        "heirs": register.links(variation.inherited_by),
        "sides": show_sides(variation, register),
        "because": show_reasons(variation.because, register.text(variation.report)),
    }
