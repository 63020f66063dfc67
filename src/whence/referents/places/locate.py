"""Toponyms of one report: mentions found, read, and doubted where a name fits nothing or fits only far away."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from whence.records import Absent, Box, Candidate, Context, Known, Maybe, Place, PlaceFlag, Reason, Theatre, Toponym, Undetermined
from whence.referents.distance import kilometres
from whence.referents.gazetteer import Gazetteer, Match, MatchKind
from whence.referents.gazetteer.folding import fold
from whence.referents.places.areas import find_area
from whence.referents.places.focus import find_focus, settled
from whence.referents.places.garbles import COMPLETED, Original, doubles, find_originals, is_odd
from whence.referents.places.mentions import Mention, find_mentions
from whence.referents.places.resolve import resolve
from whence.referents.places.words import load_words

RULES = ("places", "1")
"""The name and version of the rules, for the run record."""

GARBLED_FROM = 0.79
"""Similarity from which a name that the gazetteer does not know is read as another; see bench/garbles.py."""

ANYWHERE_FROM = 0.9
"""The same without a context: any small place that the gazetteer lacks is like some other."""

DOUBTED_FROM = 0.92
"""The same for a well-spelt name of a place far away: reports do name far places."""

STEM_FROM = 0.7
"""The same for a form that only begins like the name: half of the name's letters."""

CLOSE = 80.0
"""Kilometres from another place of the report within which such a form is believed."""

FAR = 250.0
"""Kilometres from all else in the report beyond which a small place of the very name is doubted, if another name fits near."""

SAME = 15.0
"""Kilometres within which a place of a context and one of the gazetteer by the same name are one."""

SHOWN = 6
"""Candidates kept of one name."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A name's reading before it becomes a toponym."""

    place: Maybe[Place]
    candidates: tuple[Candidate, ...]
    flags: tuple[PlaceFlag, ...] = ()
    because: tuple[Reason, ...] = ()


def locate(doc: Doc, gazetteer: Gazetteer, context: Context | None = None, *, language: str = "english") -> tuple[Toponym, ...]:
    """Return the place names of `doc` in the order of the text, each with its best reading.

    Args:
        doc: with entities and parts of speech; spans are offsets of its text.
        gazetteer: the index that names are looked up in.
        context: the conflict that the report is about, for its theatre and its names.
        language: the folder of `whence.language` with the words around place names.
    """
    words = load_words(language)
    theatre = context.theatre.box if context is not None else None
    mentions = find_mentions(doc, gazetteer, words, more=_places_of(context, gazetteer), theatre=theatre)
    candidates = resolve(mentions, doc, words, theatre)
    sure = settled(candidates)
    found = []
    text = doc.text
    for mention, each in zip(mentions, candidates, strict=True):
        own = mention.form.casefold()
        others = [place for place, other in zip(sure, mentions, strict=True) if place and other.form.casefold() != own]
        read = _doubt(mention, each, others, gazetteer, find_focus(others, theatre), theatre=context.theatre if context else None)
        if mention.suspect and not isinstance(read.place, Known):
            continue
        area = find_area(doc, mention, words)
        flags = (*read.flags, PlaceFlag.AREA) if area is not None else read.flags
        score = read.candidates[0].score if read.candidates and isinstance(read.place, Known) else 0.0
        found.append(
            Toponym(mention.span, mention.span.cut(text), read.place, score, flags, read.candidates[:SHOWN], area, read.because)
        )
    return tuple(found)


def _places_of(context: Context | None, gazetteer: Gazetteer) -> dict[str, tuple[Match, ...]]:
    """Return what a context adds to the gazetteer, by folded names: places, and further names of places that it knows."""
    found: dict[str, tuple[Match, ...]] = {}
    for each in context.places if context is not None else ():
        place = Place(f"{context.name if context else ''}:{each.name}", each.name, each.latitude, each.longitude, "L.RGN")
        place = next((match.place for match in gazetteer.find(each.name) if kilometres(match.place, place) <= SAME), place)
        for name in (each.name, *(alias.text for alias in each.aliases)):
            if any(match.place.key == place.key and match.how is MatchKind.EXACT for match in gazetteer.find(name)):
                continue
            found[fold(name)] = (*found.get(fold(name), ()), Match(place, name, MatchKind.EXACT, 1.0))
    return found


def _doubt(
    mention: Mention,
    candidates: tuple[Candidate, ...],
    others: Sequence[Place],
    gazetteer: Gazetteer,
    focus: Box | None,
    *,
    theatre: Theatre | None,
) -> _Read:
    """Return the reading of a name: as the gazetteer knows it, or as the place that it was garbled from."""
    plain = _as_known(mention, candidates)
    if focus is None:
        return plain
    here = [each for each in candidates if not _is_far(each.place, others, focus)]
    odd = is_odd(mention.form) and not any(match.how is MatchKind.EXACT for match in mention.matches)
    misspelt = odd or not candidates or _doubles(mention, candidates[0], gazetteer)
    if here and not misspelt:
        return plain
    far = {each.place.key for each in candidates} - {each.place.key for each in here}
    found = find_originals(mention.form, gazetteer, focus)
    least = GARBLED_FROM if theatre is not None or odd else ANYWHERE_FROM
    stems = theatre is not None and not candidates and " " not in mention.form
    enough = [one for one in found if _is_enough(one, others, least if misspelt else DOUBTED_FROM, stems=stems)]
    originals = [one for one in enough if one.place.key not in far]
    if not originals:
        return plain
    home = frozenset(theatre.countries) if theatre is not None else frozenset()
    fits = sorted((-_fit(one, others, home), one.place.key, one) for one in originals)
    ranked = [one for *_, one in fits]
    flag = PlaceFlag.GARBLED if misspelt and ranked[0].change != COMPLETED else PlaceFlag.DOUBTFUL
    against = _reasons_against(mention, candidates, others, odd=odd)
    garbled = [Candidate(one.place, _fit(one, others, home), (_reason_for(mention, one, others),)) for one in ranked]
    known = {one.place.key for one in ranked}
    rest = [each for each in candidates if each.place.key not in known]
    return _Read(Known(ranked[0].place, garbled[0].because), (*garbled, *rest)[: 2 * SHOWN], (flag,), against)


def _is_enough(original: Original, others: Sequence[Place], least: float, *, stems: bool) -> bool:
    """Tell whether a form is like enough to a name.

    One that only begins like it counts where `stems` says so, and near the report's other places.
    """
    if original.change == COMPLETED:
        return stems and original.similarity >= STEM_FROM and _nearest(original.place, others) <= CLOSE
    return original.similarity >= least


def _doubles(mention: Mention, best: Candidate, gazetteer: Gazetteer) -> bool:
    """Tell whether the form has a doubled letter that no name of the place has, though another spelling of it was found."""
    given = [match.form for match in mention.matches if match.place.key == best.place.key and match.how is MatchKind.EXACT]
    return doubles(mention.form, [*given, *gazetteer.names(best.place.key)])


def _as_known(mention: Mention, candidates: tuple[Candidate, ...]) -> _Read:
    if not candidates:
        reason = Reason("unknown", f"the gazetteer knows no place called “{mention.form}”", (mention.span,))
        return _Read(Absent((reason,)), ())
    best = candidates[0]
    if len(candidates) > 1 and math.isclose(best.score, candidates[1].score, rel_tol=1e-6):
        reason = Reason("ambiguous", "several places of that name fit alike", (mention.span,))
        return _Read(Undetermined((reason,)), candidates)
    return _Read(Known(best.place, best.because), candidates)


def _is_far(place: Place, others: Sequence[Place], focus: Box) -> bool:
    """Tell whether a place lies far from all else the report names; countries and large cities are named from anywhere."""
    if place.feature.startswith(("A.", "L.", "H.")) or place.population >= 100_000:  # noqa: PLR2004 - a city news names from anywhere
        return False
    if not others:
        return not focus.holds(place.latitude, place.longitude)
    return min(kilometres(place, other) for other in others) > FAR


def _nearest(place: Place, others: Sequence[Place]) -> float:
    return min((kilometres(place, other) for other in others if other.key != place.key), default=math.inf)


def _fit(original: Original, others: Sequence[Place], home: frozenset[str]) -> float:
    """Return how well an original fits, from 0 to 1.

    Mostly by its letters, then by the nearness to the report's other places, then by lying in one of the theatre's countries (a
    theatre's rectangle holds its neighbours' border lands too), then by its size.
    """
    near = math.exp(-_nearest(original.place, others) / 80.0)
    size = min(1.0, math.log10(original.place.population + 10) / 7)
    return 0.6 * original.similarity + 0.17 * near + 0.15 * (original.place.country in home) + 0.08 * size


def _reason_for(mention: Mention, original: Original, others: Sequence[Place]) -> Reason:
    near = _nearest(original.place, others)
    where = f", {near:.0f} km from another place of the report" if near < FAR else ""
    detail = f"“{mention.form}” is like “{original.form}” ({original.place.name}): {original.change}{where}"
    return Reason("garbled from", detail, (mention.span,), round(original.similarity, 3))


def _reasons_against(
    mention: Mention, candidates: tuple[Candidate, ...], others: Sequence[Place], *, odd: bool
) -> tuple[Reason, ...]:
    """Return why the form as it stands is not believed."""
    said = []
    if odd:
        said.append(Reason("odd capitals", f"“{mention.form}” has a capital letter within a word", (mention.span,)))
    if not candidates:
        said.append(Reason("unknown", f"the gazetteer knows no place called “{mention.form}”", (mention.span,)))
    else:
        place = candidates[0].place
        away = _nearest(place, others)
        if math.isfinite(away) and away >= FAR:
            said.append(
                Reason(
                    "far away",
                    f"{place.name} ({place.country}) lies {away:.0f} km from the report's nearest other place",
                    (mention.span,),
                )
            )
    return tuple(said)
