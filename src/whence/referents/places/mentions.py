"""Which words of a Doc are place names.

Enters: a Doc with entities, parts of speech and the engine's name scores. Leaves: mentions in the order of the text, each with what
the gazetteer knows by its form. Two witnesses are heard: the engine, which sees the sentence, and the gazetteer, which knows names;
a few named features turn their words into one probability (a logistic model). An adjective ("Ukrainian forces") is no place name;
it counts elsewhere as evidence of a country.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from whence.language.english.component import NAME_KINDS, NAME_SCORES
from whence.records import Box, Span
from whence.referents.gazetteer import Gazetteer, Match, MatchKind
from whence.referents.gazetteer.folding import fold
from whence.referents.places.runs import Run, looks_like_name, propose
from whence.referents.places.words import PlaceWords

LONGEST = 6
"""Words of a place name."""

THRESHOLD = 0.5
"""Probability from which words count as a place name."""

AGAIN = 0.02
"""Probability from which words count as one that has been recognised elsewhere in the same report."""

WEIGHTS = {
    "one": -5.5,
    "place": 1.15,
    "person": -0.14,
    "organisation": 0.0,
    "other": -0.05,
    "known": -1.67,
    "well known": 3.75,
    "preposition": 0.18,
    "befallen": 4.0,
    "before comma": 0.86,
    "after comma": 1.32,
    "noun before": 0.46,
    "noun after": -0.66,
    "title before": -0.38,
    "no place": -1.48,
    "in a longer name": -0.37,
    "one word": -0.58,
    "sentence start": 0.36,
    "proper": 0.66,
    "engine": 0.58,
    "unit": 0.79,
    "capitals": 0.54,
}
"""The logistic model: log odds of each feature of `describe`; fitted on half the documents of LGL and TR-News.

"befallen" alone is set by hand: news of a peaceful county has few towns that are shelled.
"""


SHORT = 6
"""Letters below which a name may be an abbreviation whose full stop was taken for a sentence's: "W.Va", "Calif"."""

UNKNOWN_FROM = 0.75
"""Probability of a place's name, for each of its words, from which one that the gazetteer lacks is shown as unknown."""

SURELY = 0.9
"""Probability of a person's name from which a word is taken for one."""

PERHAPS = 0.2
"""Probability of a place's name from which an unknown name may be one."""

AREA = 100_000
"""How many people a region, a water or an area counts as, which the gazetteer does not tell for most."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words taken for a place name: tokens `start` up to `end`, the form that was looked up, and what is known by it.

    `kind` is GeoNames' feature class where the words beside the name tell it ("the village of X"). `inside` is the number of the
    mention that follows behind a comma and may hold this one ("Alexandria, Louisiana"). A `suspect` counts only where a place is
    found for it.
    """

    start: int
    end: int
    span: Span
    form: str
    likelihood: float
    matches: tuple[Match, ...]
    kind: str = ""
    inside: int | None = None
    suspect: bool = False


@dataclass(frozen=True, slots=True)
class Sight:
    """A Doc with what its words are judged by; `scores` are [tokens, NAME_KINDS] probabilities."""

    doc: Doc
    gazetteer: Gazetteer
    words: PlaceWords
    scores: NDArray[np.float32]
    text: str
    more: Mapping[str, tuple[Match, ...]]
    theatre: Box | None

    def form(self, start: int, end: int) -> str:
        """Return tokens `start` up to `end` as they are written, white space made single."""
        return " ".join(self.text[self.doc[start].idx : self.doc[end - 1].idx + len(self.doc[end - 1])].split())

    def word(self, at: int) -> str:
        """Return a token in lower case, nothing beyond the text's ends."""
        return self.doc[at].lower_ if 0 <= at < len(self.doc) else ""


def find_mentions(
    doc: Doc,
    gazetteer: Gazetteer,
    words: PlaceWords,
    *,
    more: Mapping[str, tuple[Match, ...]] | None = None,
    theatre: Box | None = None,
) -> list[Mention]:
    """Return the place names of `doc` in the order of the text, none overlapping another.

    `more` are places beside the gazetteer's, by their folded names. With a `theatre`, names are suspected to be its places on
    weaker evidence.
    """
    scores = doc.user_data.get(NAME_SCORES, np.zeros((len(doc), len(NAME_KINDS)), dtype=np.float32))
    sight = Sight(doc, gazetteer, words, scores, doc.text, more or {}, theatre)
    runs = [_whole_compound(sight, run) for run in propose(doc, words)]
    judged = {part: _judge(sight, part) for run in runs for at in range(run.start, run.end) for part in parts_of(sight, run, at)}
    sure = {mention.form for mention in judged.values() if mention is not None and mention.likelihood >= THRESHOLD}
    kept = {
        part: mention
        for part, mention in judged.items()
        if mention is not None
        and (mention.likelihood >= (AGAIN if mention.form in sure else THRESHOLD) or _is_unknown_place(sight, part, mention))
    }
    found = [mention for run in runs for mention in _longest(sight, run, kept)]
    if theatre is not None:
        found = sorted([*found, *_suspects(sight, found, theatre)], key=_where)
    return _nest(sight.text, found)


def _whole_compound(sight: Sight, run: Run) -> Run:
    """Return a run with the words that hyphens join to it, where the gazetteer knows the whole: "AU" of "PORT-AU-PRINCE"."""
    start, end = run.start, run.end
    while start > 1 and _is_hyphen(sight.doc[start - 1]) and sight.doc[start - 2].is_alpha:
        start -= 2
    while end + 1 < len(sight.doc) and _is_hyphen(sight.doc[end]) and sight.doc[end + 1].is_alpha:
        end += 2
    whole = (start, end) != (run.start, run.end) and sight.gazetteer.find(sight.form(start, end))
    return Run(start, end, by_engine=run.by_engine) if whole else run


def _is_hyphen(token: Token) -> bool:
    """Tell whether a hyphen stands within a word, no blank beside it."""
    return token.text == "-" and not token.whitespace_ and not token.nbor(-1).whitespace_


def _where(mention: Mention) -> int:
    return mention.start


def _is_unknown_place(sight: Sight, run: Run, mention: Mention) -> bool:
    """Tell whether a place that the gazetteer does not know is named: the engine is sure, or the words before say what it is.

    Words of a street's or a body's name are none.
    """
    last, after = sight.word(run.end - 1), sight.word(run.end)
    if mention.matches or last in sight.words.not_after or last in sight.words.facilities or after in sight.words.not_after:
        return False
    place = float(sight.scores[run.start : run.end, NAME_KINDS.index("LOC")].min())
    if _is_called_place(sight, run):
        return True
    return run.by_engine and place >= (PERHAPS if sight.word(run.start - 1) in sight.words.befallen else UNKNOWN_FROM)


def _is_called_place(sight: Sight, run: Run) -> bool:
    """Tell whether the words before a name say that it is a town's: "the village of X"."""
    called = sight.word(run.start - 1) == "of" and sight.words.before.get(sight.word(run.start - 2)) == "P"
    name = all(sight.doc[at].pos_ == "PROPN" for at in range(run.start, run.end))
    return called and name and not _goes_on(sight, run.start, run.end)


def _suspects(sight: Sight, mentions: Sequence[Mention], theatre: Box) -> Iterator[Mention]:
    """Yield proper nouns that were not taken for places though they stand where place names do: "from X to", "the town of X".

    In a report on a conflict they are likely names of its theatre, garbled or too small for the engine to know; what the gazetteer
    knows elsewhere by the name is left out. A name that was recognised once counts wherever it stands.
    """
    taken = {at for mention in mentions for at in range(mention.start, mention.end)}
    found: list[tuple[bool, Mention]] = []
    for token in sight.doc:
        if token.i in taken or token.pos_ != "PROPN" or not looks_like_name(token) or _goes_on(sight, token.i, token.i + 1):
            continue
        run = Run(token.i, token.i + 1, by_engine=True)
        mention = _judge(sight, run)
        if mention is not None:
            here = tuple(each for each in mention.matches if theatre.holds(each.place.latitude, each.place.longitude))
            found.append((_stands_like_place(sight, run), replace(mention, matches=here, suspect=True)))
    forms = {mention.form for mention in mentions} | {mention.form for stands, mention in found if stands}
    yield from (mention for _, mention in found if mention.form in forms)


def _stands_like_place(sight: Sight, run: Run) -> bool:
    """Tell whether the words before the name, or the engine, speak for a place, and nothing surely for a person."""
    features = describe(sight, run, ())
    place, person = (float(sight.scores[run.start, NAME_KINDS.index(kind)]) for kind in ("LOC", "PER"))
    cue = features["preposition"] + features["befallen"] + features["noun before"] > 0
    return not features["title before"] and person < SURELY and (cue or place >= PERHAPS)


def parts_of(sight: Sight, run: Run, at: int) -> list[Run]:
    """Return the stretches that begin at token `at`, the longest first; a place of the engine's is taken whole."""
    if run.by_engine:
        return [run, *_without_kinds(sight, run)] if at == run.start else []
    if not looks_like_name(sight.doc[at]):
        return []
    ends = range(min(run.end, at + LONGEST), at, -1)
    return [Run(at, end, by_engine=False) for end in ends if sight.word(end - 1) not in sight.words.joints]


def _without_kinds(sight: Sight, run: Run) -> Iterator[Run]:
    """Yield what is left of an engine's place without words that are no name: "Metro Vancouver", "Ohio State Troopers".

    A building or an office is known by the place that its name begins with: "Halden Regional Park".
    """
    start, end = run.start, run.end
    if sight.form(start, end).lower() in sight.words.demonyms:
        return
    if sight.word(end - 1) in sight.words.facilities:
        yield from (Run(start, stop, by_engine=True) for stop in range(end - 1, start, -1))
        return
    while end - 1 > start and sight.word(end - 1) in sight.words.extras:
        end -= 1
        yield Run(start, end, by_engine=True)
    while start + 1 < end and sight.word(start) in sight.words.extras:
        start += 1
        yield Run(start, end, by_engine=True)


def _longest(sight: Sight, run: Run, kept: Mapping[Run, Mention]) -> Iterator[Mention]:
    """Yield the places named in a run, the longest names first from the left."""
    at = run.start
    while at < run.end:
        there = [kept[part] for part in parts_of(sight, run, at) if part in kept]
        best = next((mention for mention in there if mention.matches), there[0] if there else None)
        if best is not None:
            yield best
        at = at + 1 if best is None else max(best.end, run.end if run.by_engine else 0)


def _judge(sight: Sight, run: Run) -> Mention | None:
    """Return the words of `run` as a mention with its likelihood, None where they can be none."""
    form = sight.form(run.start, run.end)
    if sight.word(run.end) == "." and len(form) < SHORT and _is_abbreviation(f"{form}.", sight.gazetteer):
        form, run = f"{form}.", replace(run, end=run.end + 1)
    bare = form.lower()
    if bare in sight.words.demonyms or bare in sight.words.after or not any(letter.isalpha() for letter in form):
        return None
    if form.endswith(".") and run.end - run.start > 1 and not _is_abbreviation(form, sight.gazetteer):
        return _judge(sight, replace(run, end=run.end - 1))
    matches = _look_up(sight, run, form)
    if not matches and not run.by_engine and not _is_called_place(sight, run):
        return None
    features = describe(sight, run, matches)
    likelihood = 1 / (1 + math.exp(-sum(WEIGHTS[name] * value for name, value in features.items())))
    last = sight.doc[run.end - 1]
    span = Span(sight.doc[run.start].idx, last.idx + len(last))
    return Mention(run.start, run.end, span, form, likelihood, matches, _kind(sight, run))


def _is_abbreviation(form: str, gazetteer: Gazetteer) -> bool:
    """Tell whether the gazetteer writes a name with this full stop."""
    return any(match.how is MatchKind.EXACT and match.form == form for match in gazetteer.find(form))


def _fits(match: Match, theatre: Box | None) -> bool:
    """Tell whether a match is worth weighing: in a report on a conflict, one by another spelling only within its theatre."""
    if theatre is None or match.how is not MatchKind.TRANSLITERATED:
        return True
    return theatre.holds(match.place.latitude, match.place.longitude)


def _look_up(sight: Sight, run: Run, form: str) -> tuple[Match, ...]:
    """Return what the gazetteer knows by the form, and by the form with a word behind it that tells its kind ("X region")."""
    if len(form) == 1:
        return ()
    given = sight.more.get(fold(form), ())
    taken = {match.place.key for match in given}
    known = (match for match in sight.gazetteer.find(form) if match.place.key not in taken and _fits(match, sight.theatre))
    found = (*given, *known)
    if sight.word(run.end) in sight.words.after:
        taken = {match.place.key for match in found}
        longer = sight.gazetteer.find(f"{form} {sight.word(run.end)}")
        found = (*found, *(match for match in longer if match.place.key not in taken))
    return found


def describe(sight: Sight, run: Run, matches: tuple[Match, ...]) -> dict[str, float]:
    """Return what speaks for and against the words of `run` being a place name."""
    doc, words, (start, end) = sight.doc, sight.words, (run.start, run.end)
    odds = np.log((sight.scores[start:end].mean(0) + 0.01) / 0.02)
    article = sight.word(start - 1) == "the"
    before, after = sight.word(start - 2 if article else start - 1), sight.word(end)
    largest = max((match.place.population if match.place.feature[0] == "P" else AREA for match in matches), default=0)
    return {
        "one": 1.0,
        "place": float(odds[NAME_KINDS.index("LOC")]),
        "person": float(odds[NAME_KINDS.index("PER")]),
        "organisation": float(odds[NAME_KINDS.index("ORG")]),
        "other": float(odds[NAME_KINDS.index("MISC")]),
        "known": float(bool(matches)),
        "well known": math.log10(largest + 1) / 5 if matches else 0.0,
        "preposition": float(before in words.prepositions),
        "befallen": float((before in words.befallen and not article) or _suffers(sight, end) or _is_left(sight, start)),
        "before comma": float(after == "," and sight.word(end + 1) != "" and looks_like_name(doc[end + 1])),
        "after comma": float(before == "," and start > 1 and looks_like_name(doc[start - 2])),
        "noun before": float(before in words.before or (before == "of" and sight.word(start - 2) in words.before)),
        "noun after": float(after in words.after),
        "title before": float(before in words.not_before),
        "no place": float((after in words.not_after and looks_like_name(doc[end])) or sight.word(end - 1) in words.not_after),
        "in a longer name": float(_goes_on(sight, start, end)),
        "one word": float(end - start == 1),
        "sentence start": float(doc[start].is_sent_start is True),
        "proper": float(doc[start].pos_ == "PROPN"),
        "engine": float(run.by_engine),
        "unit": float(any(match.place.feature.startswith("A.") for match in matches)),
        "capitals": float(doc[start].is_upper and len(doc[start]) > 1),
    }


def _is_left(sight: Sight, start: int) -> bool:
    """Tell whether a name stands behind "withdrew from", "the fall of" and the like."""
    return sight.word(start - 1) in sight.words.prepositions and sight.word(start - 2) in sight.words.befallen_before


def _suffers(sight: Sight, end: int) -> bool:
    """Tell whether what befalls places stands behind a name: "X fell to", "X was shelled"."""
    if sight.word(end) == "fell" and sight.word(end + 1) == "to":
        return True
    at = end
    while sight.word(at) in sight.words.passives:
        at += 1
    return at > end and sight.word(at) in sight.words.befallen


def _goes_on(sight: Sight, start: int, end: int) -> bool:
    """Tell whether a proper noun stands right beside the name, without a comma between."""
    doc = sight.doc
    left = start > 0 and doc[start].is_sent_start is not True and looks_like_name(doc[start - 1]) and doc[start - 1].pos_ == "PROPN"
    right = end < len(doc) and looks_like_name(doc[end]) and doc[end].pos_ == "PROPN"
    return left or right


def _kind(sight: Sight, run: Run) -> str:
    """Return the feature class that the words beside the name tell, or nothing."""
    after = sight.words.after.get(sight.word(run.end))
    if after is not None:
        return after
    at = run.start - 1
    at -= sight.word(at) == "the"
    at -= sight.word(at) == "of"
    return sight.words.before.get(sight.word(at), "")


def _nest(text: str, found: list[Mention]) -> list[Mention]:
    """Tell for each mention which one behind a comma may hold it."""
    out = []
    for number, mention in enumerate(found):
        after = found[number + 1] if number + 1 < len(found) else None
        between = "" if after is None else text[mention.span.end : after.span.start].strip()
        out.append(replace(mention, inside=number + 1) if between in {",", "("} else mention)
    return out
