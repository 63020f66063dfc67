"""What the rewriters put in and changed, as the page shows it.

A card for each text, its sentences first, then its other readings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whence.publish.chains import count
from whence.publish.position import find_paragraphs
from whence.publish.reasons import show_reasons
from whence.publish.trace.additions import Addition, Change
from whence.publish.trace.matrix import show_variation
from whence.publish.trace.moments import find_moment, tell_moment
from whence.publish.trace.passages import mark_in_sentence
from whence.publish.trace.register import Register
from whence.publish.trace.stemma_svg import NO_WORK, Work

# Sentences and readings of one text that are shown.
MOST_SHOWN = 40


def show_works(
    additions: Sequence[Addition], changes: Sequence[Change], works: dict[str, Work], register: Register
) -> dict[str, object]:
    """Return a card for each text that was written from another, and one list of what reports at first hand have otherwise.

    Those that put sentences in come before those that only changed readings.
    """
    origins = [id for id in sorted(works, key=register.position) if register.lost(id) or register.derived(id)]
    rewriters = [*(id for id in origins if works[id].put_in), *(id for id in origins if not works[id].put_in)]
    return {
        "cards": [show_card(id, additions, changes, works.get(id, NO_WORK), register) for id in rewriters],
        "first_hand": [show_variation(change.variation, register) for change in changes if change.origin not in rewriters][
            :MOST_SHOWN
        ],
        "sentences": len(additions),
        "told": tell_works(additions, changes, rewriters),
    }


def tell_works(additions: Sequence[Addition], changes: Sequence[Change], rewriters: Iterable[str]) -> str:
    """Return in one sentence how much was put in and changed on the way."""
    known = set(rewriters)
    changed = sum(change.origin in known for change in changes)
    put_in = f"{count(len(additions), 'sentence')} put in by {count(len({each.origin for each in additions}), 'text')}"
    parts = [put_in if additions else "", f"{count(changed, 'reading')} changed" if changed else ""]
    return " and ".join(part for part in parts if part)


def show_card(
    id: str, additions: Sequence[Addition], changes: Sequence[Change], work: Work, register: Register
) -> dict[str, object]:
    """Return what one text put in and changed."""
    report = register.report(id)
    mine = [addition for addition in additions if addition.origin == id]
    readings = [change.variation for change in changes if change.origin == id]
    return {
        "text": register.link(id),
        "lost": report is None,
        "when": tell_moment(find_moment(report)) if report else "",
        "work": work.words,
        "parents": register.links(edge.parent for edge in register.parents.get(id, ())),
        "children": register.links(edge.child for edge in register.children.get(id, ())) if report is None else [],
        "sentences": [show_addition(addition, register) for addition in mine[:MOST_SHOWN]],
        "readings": [show_variation(variation, register) for variation in readings[:MOST_SHOWN]],
        "more": max(0, len(mine) - MOST_SHOWN) + max(0, len(readings) - MOST_SHOWN),
    }


def show_addition(addition: Addition, register: Register) -> dict[str, object]:
    """Return one sentence that was put in."""
    text = register.text(addition.report)
    return {
        "words": mark_in_sentence(text, addition.sentence, addition.marks, look="added"),
        "language": register.language(addition.report),
        "report": register.link(addition.report),
        "seen_in": "" if addition.origin == addition.report else register.call(addition.report),
        "position": " ".join(find_paragraphs(text).locate(addition.sentence)),
        "kinds": " and ".join(addition.kinds),
        "evidence": "evidence" in addition.kinds,
        "heirs": register.links(addition.heirs),
        "assertions": [register.link_assertion(id) for id in addition.assertions],
        "because": show_reasons(addition.because, text),
    }
