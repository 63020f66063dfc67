"""Which place each name stands for.

Enters: the mentions of one report with what the gazetteer knows by their forms. Leaves: for each its candidates, best first, with
the reasons that add up to the score. The names of a report explain one another: a reading is likelier when the country is spoken
of, when a region named behind a comma holds it, when other names of the report lie near, and when the place is large. As in
Lieberman and Samet's work on local news, a name is read alike wherever it stands in one report. The evidence of neighbours is
weighed by how sure they are, in a few rounds.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from whence.records import Box, Candidate, Place, Reason
from whence.referents.distance import kilometres
from whence.referents.gazetteer import Match, MatchKind
from whence.referents.places.mentions import Mention
from whence.referents.places.words import PlaceWords

ROUNDS = 3
"""How often the neighbours' evidence is weighed anew; the readings of LGL settle by the third round."""

MOST_CANDIDATES = 40
"""Candidates of one name that are weighed, the largest first: San José has 300."""

WEIGHTS = {
    "population": 7.15,
    "exact": 1.9,
    "own name": 2.14,
    "transliterated": -0.59,
    "country": 0.09,
    "region": 0.58,
    "sea or area": 0.32,
    "held": 2.39,
    "spoken of": 2.47,
    "region spoken of": 2.87,
    "near": 2.32,
    "not far": 1.37,
    "theatre": 1.0,
    "kind": 3.0,
    "other kind": -1.5,
}
"""What each feature of a candidate adds to its score.

Fitted on half the documents of LGL and TR-News (conditional logit), but for the theatre and the kinds of place, which are set by
hand: those texts hardly have them.
"""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with what speaks for it, features by name."""

    match: Match
    features: dict[str, float]

    @property
    def place(self) -> Place:
        """Return the place."""
        return self.match.place


Options = list[list[Weighed]]


def resolve(mentions: Sequence[Mention], doc: Doc, words: PlaceWords, theatre: Box | None = None) -> list[tuple[Candidate, ...]]:
    """Return for each mention its candidates, best first, the scores of one mention adding up to 1."""
    demonyms = count_demonyms(doc, words)
    options: Options = [_own_features(mention, theatre) for mention in mentions]
    shares = [_softmax([_total(each.features) for each in each_of]) for each_of in options]
    for _ in range(ROUNDS):
        options = _weigh_neighbours(mentions, options, shares, demonyms)
        shares = [_softmax([_total(each.features) for each in each_of]) for each_of in options]
        shares = _read_alike(mentions, shares)
    return [_candidates(mention, each_of, share) for mention, each_of, share in zip(mentions, options, shares, strict=True)]


def count_demonyms(doc: Doc, words: PlaceWords) -> dict[str, float]:
    """Return how often each country is spoken of by an adjective or its people."""
    found: dict[str, float] = defaultdict(float)
    written = [*(token.text for token in doc), ""]
    at = 0
    while at < len(doc):
        step = 1
        if written[at][:1].isupper():
            word = written[at].lower()
            pair = f"{word} {written[at + 1].lower()}"
            code = words.demonyms.get(pair) or words.demonyms.get(word)
            if code:
                found[code] += 1.0
            step = 2 if pair in words.demonyms else 1
        at += step
    return found


def _total(features: Mapping[str, float]) -> float:
    return sum(WEIGHTS[name] * value for name, value in features.items())


def _softmax(totals: list[float]) -> list[float]:
    if not totals:
        return []
    top = max(totals)
    odds = [math.exp(total - top) for total in totals]
    return [each / sum(odds) for each in odds]


def _own_features(mention: Mention, theatre: Box | None) -> list[Weighed]:
    """Return the candidates of a mention with what they have by themselves."""
    matches = sorted(mention.matches, key=_largest_first)[:MOST_CANDIDATES]
    weighed = []
    for match in matches:
        place = match.place
        kind = place.feature[:1]
        features = {
            "population": math.log10(place.population + 10) / 7,
            "exact": float(match.how is MatchKind.EXACT),
            "own name": float(place.name.casefold() == mention.form.casefold()),
            "transliterated": float(match.how is MatchKind.TRANSLITERATED),
            "country": float(place.feature.startswith("A.PCL")),
            "region": float(place.feature.startswith("A.ADM")),
            "sea or area": float(kind in {"H", "L", "T"}),
            "theatre": float(theatre is not None and theatre.holds(place.latitude, place.longitude)),
            "kind": float(bool(mention.kind) and kind == mention.kind),
            "other kind": float(bool(mention.kind) and kind != mention.kind),
        }
        weighed.append(Weighed(match, features))
    return weighed


def _largest_first(match: Match) -> tuple[float, str]:
    return -match.place.population, match.place.key


def _weigh_neighbours(
    mentions: Sequence[Mention], options: Options, shares: list[list[float]], demonyms: Mapping[str, float]
) -> Options:
    """Return the options with the evidence that the other names of the report give at their present readings."""
    forms: dict[str, int] = {}
    for number, mention in enumerate(mentions):
        forms.setdefault(mention.form.casefold(), number)
    best = {
        form: (options[n][_top(shares[n])].place, max(shares[n]), sum(m.form.casefold() == form for m in mentions))
        for form, n in forms.items()
        if options[n]
    }
    out: Options = []
    for number, mention in enumerate(mentions):
        own = mention.form.casefold()
        others = [entry for form, entry in best.items() if form != own]
        spoken = _spoken_of(others, demonyms)
        weighed = []
        for each in options[number]:
            features = dict(each.features)
            features["held"] = _held(mention, each.place, options, shares)
            features["spoken of"] = spoken[0].get(each.place.country, 0.0)
            features["region spoken of"] = spoken[1].get((each.place.country, each.place.region), 0.0) if each.place.region else 0.0
            features["near"] = _nearness(each.place, others, 60.0)
            features["not far"] = _nearness(each.place, others, 400.0)
            weighed.append(Weighed(each.match, features))
        out.append(weighed)
    return out


def _top(share: list[float]) -> int:
    return max(range(len(share)), key=share.__getitem__)


def _spoken_of(
    others: list[tuple[Place, float, int]], demonyms: Mapping[str, float]
) -> tuple[dict[str, float], dict[tuple[str, str], float]]:
    """Return the share of the other names that lie in each country and in each region."""
    countries: dict[str, float] = defaultdict(float)
    regions: dict[tuple[str, str], float] = defaultdict(float)
    for place, share, count in others:
        mass = share * math.sqrt(count)
        if place.country:
            countries[place.country] += mass
            if place.region:
                regions[place.country, place.region] += mass
    for code, times in demonyms.items():
        countries[code] += math.sqrt(times)
    whole = sum(countries.values()) + 1.0
    return {code: mass / whole for code, mass in countries.items()}, {key: mass / whole for key, mass in regions.items()}


def _held(mention: Mention, place: Place, options: Options, shares: list[list[float]]) -> float:
    """Return how likely the name behind the comma is a region or country that holds `place`."""
    if mention.inside is None:
        return 0.0
    held = 0.0
    for each, share in zip(options[mention.inside], shares[mention.inside], strict=True):
        holder = each.place
        if holder.key == place.key or not holder.feature.startswith("A."):
            continue
        whole_country = holder.feature.startswith("A.PCL")
        if holder.country == place.country and (whole_country or (holder.region and holder.region == place.region)):
            held += share
    return held


def _nearness(place: Place, others: list[tuple[Place, float, int]], scale: float) -> float:
    """Return the sum, at most 1, of what near places of the report add, e^(-distance/scale) each."""
    total = 0.0
    for other, share, _ in others:
        if other.feature.startswith(("A.PCL", "L.CONT")) or place.key == other.key:
            continue
        total += share * math.exp(-kilometres(place, other) / scale)
    return min(1.0, total)


def _read_alike(mentions: Sequence[Mention], shares: list[list[float]]) -> list[list[float]]:
    """Return shares that are the mean over all mentions of one form: a name has one reading in one report."""
    groups: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        groups[mention.form.casefold(), len(shares[number])].append(number)
    out = list(shares)
    for numbers in groups.values():
        mean = [sum(column) / len(numbers) for column in zip(*(shares[n] for n in numbers), strict=True)]
        for n in numbers:
            out[n] = mean
    return out


def _candidates(mention: Mention, weighed: list[Weighed], share: list[float]) -> tuple[Candidate, ...]:
    order = sorted(range(len(weighed)), key=share.__getitem__, reverse=True)
    return tuple(Candidate(weighed[n].place, share[n], tuple(_reasons(mention, weighed[n]))) for n in order)


def _reasons(mention: Mention, weighed: Weighed) -> list[Reason]:
    """Return what speaks for a candidate, in words, the weightiest first."""
    said = []
    for name, value in weighed.features.items():
        weight = WEIGHTS[name] * value
        if abs(weight) >= 0.05:  # noqa: PLR2004 - less would not change a reading
            said.append(Reason(name, SAID[name].format(place=weighed.place, form=mention.form), (mention.span,), round(weight, 3)))
    return sorted(said, key=_weight)


def _weight(reason: Reason) -> float:
    return -abs(reason.weight or 0.0)


SAID = {
    "population": "{place.population:,} people live there",
    "exact": "“{form}” is one of its names",
    "own name": "“{form}” is its main name",
    "transliterated": "“{form}” is like one of its names in another spelling",
    "country": "it is a country",
    "region": "it is a region",
    "sea or area": "it is a water, an area or a height",
    "held": "the name behind the comma holds it",
    "spoken of": "its country is spoken of in the report",
    "region spoken of": "other names of the report lie in its region",
    "near": "other places of the report lie close by",
    "not far": "other places of the report are not far",
    "theatre": "it lies in the theatre of the context",
    "kind": "the words beside the name tell this kind of place",
    "other kind": "the words beside the name tell another kind of place",
}
"""The sentence for each feature."""
