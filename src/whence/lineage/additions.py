"""Whether a passage of a derived report was put in on the way: nothing that it was written from says it.

What rewriters add is seldom a plain sentence, and what it rests on cannot be looked up: it comes with satellite images, intercepts,
leaked papers or people who may not be named, which the texts before do not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from whence.language.glossary import load_glossary, load_group
from whence.lineage.ground import Ground
from whence.lineage.voice import speaks_in_first_person
from whence.records import SourceKind, Span

Floats = NDArray[np.float64]

SIGNS = ("likeness", "new evidence", "unnamed", "named", "first person")
"""Log-odds that the likeliest passage before says the same; that the sentence tells of evidence which that one does not; that its
nearest source has no name, or has one; that the report speaks in the first person."""

WORD = re.compile(r"[^\W\d_]+")
CLOSEST = 0.99
FARTHEST = 0.01


def read_signs(ground: Ground, unit: int, above: Iterable[int]) -> Floats:
    """Return [SIGNS] for a unit having been added to what the reports `above`, its ancestors at hand, say."""
    likeness, origin = likeliest(ground, unit, above)
    before = evidence_in(ground, origin) if origin is not None else frozenset()
    claim = ground.claim_of(unit)
    nearest = claim.chain[-1] if claim is not None and claim.chain else None
    named = claim is not None and any(source.named and source.kind is not SourceKind.MEDIA for source in claim.chain)
    held = min(max(likeness, FARTHEST), CLOSEST)
    return np.array(
        [
            float(np.log(held / (1 - held))),
            float(bool(evidence_in(ground, unit) - before)),
            float(nearest is not None and not nearest.named and nearest.kind is not SourceKind.MEDIA),
            float(named),
            float(speaks_in_first_person(ground.readings[ground.comparison.material.units[unit].report])),
        ]
    )


def likeliest(ground: Ground, unit: int, above: Iterable[int]) -> tuple[float, int | None]:
    """Return how likely any of some reports says what a unit says, and which of their units does."""
    material = ground.comparison.material
    report = material.units[unit].report
    column = unit - int(material.starts[report])
    found: tuple[float, int | None] = (0.0, None)
    bests, rows = ground.comparison.bests[report], ground.comparison.rows[report]
    for other in sorted(set(above) & rows.keys()):
        likeness = float(bests[rows[other], column])
        if likeness > found[0]:
            found = likeness, int(material.starts[other]) + int(ground.comparison.block(other, report)[:, column].argmax())
    return found


def evidence_in(ground: Ground, unit: int) -> frozenset[str]:
    """Return the kinds of evidence that a unit's sentence speaks of."""
    material = ground.comparison.material
    report, span = material.units[unit].report, material.units[unit].span
    glossary = load_glossary(ground.languages[report])
    if glossary is None:
        return frozenset()
    text = material.readings[report].report.text
    sentence = next((each for each in ground.sentences(report) if each.start <= span.start < each.end), span)
    whole = Span(sentence.start, max(sentence.end, span.end))
    return frozenset().union(*(glossary.concepts(word) for word in WORD.findall(whole.cut(text)))) & load_group("evidence")
