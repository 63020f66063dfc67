"""Words that make an area of a place: "north-east of X", "10 km from X", "the X direction", "the outskirts of X"."""

from __future__ import annotations

from spacy.tokens import Doc

from whence.records import Span
from whence.referents.places.mentions import Mention
from whence.referents.places.words import PlaceWords

LONGEST = 7
"""Words before a name that are looked at: "some ten kilometres to the south-west of"."""


def find_area(doc: Doc, mention: Mention, words: PlaceWords) -> Span | None:
    """Return the words that make an area of the place, the name among them; None where it is named for itself."""
    if mention.end < len(doc) and doc[mention.end].lower_ in words.area_nouns:
        start = mention.start
        if start and doc[start - 1].lower_ == "the":
            start -= 1
        return _cover(doc, start, mention.end + 1)
    before = _area_before(doc, mention.start, words)
    return None if before is None else _cover(doc, before, mention.end)


def _cover(doc: Doc, start: int, end: int) -> Span:
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


def _area_before(doc: Doc, name: int, words: PlaceWords) -> int | None:
    """Return the first word of "10 km north-east of (the village of)" before the name at token `name`."""
    at = _before_the(doc, name)
    if at > 1 and doc[at - 1].lower_ == "of" and doc[at - 2].lower_ in words.before.keys() - words.around_nouns:
        at = _before_the(doc, at - 2)
    if not at:
        return None
    before = doc[at - 1].lower_
    if before in words.around:
        return at - 1
    if before not in {"of", "from", "to"} or at < 2:  # noqa: PLR2004 - a word and its preposition
        return None
    start = _direction(doc, at - 1, words)
    distance = _distance(doc, at - 1 if start is None else start, words)
    if distance is not None:
        return distance
    return start if before == "of" else None


def _before_the(doc: Doc, at: int) -> int:
    return at - 1 if at and doc[at - 1].lower_ == "the" else at


def _direction(doc: Doc, at: int, words: PlaceWords) -> int | None:
    """Return where "the north-east" or "the outskirts" before token `at` begins."""
    start = None
    for i in range(at - 1, max(-1, at - LONGEST), -1):
        word = doc[i].lower_
        if word in words.directions or word in words.around_nouns:
            start = i
        elif start is not None and word in words.direction_links:
            continue
        else:
            break
    if start is not None and start and doc[start - 1].lower_ == "the":
        start -= 1
    return start


def _distance(doc: Doc, at: int, words: PlaceWords) -> int | None:
    """Return where "10 km" or "some ten kilometres to" before token `at` begins."""
    unit = at - 1
    if unit >= 0 and doc[unit].lower_ in {"to", "away"}:
        unit -= 1
    if unit < 1 or doc[unit].lower_ not in words.distances:
        return None
    start = unit
    while start and unit - start < LONGEST and (doc[start - 1].like_num or doc[start - 1].lower_ in words.distance_openers):
        start -= 1
    while start < unit and doc[start].lower_ in words.distance_links:
        start += 1
    return start if start < unit else None
