"""Pronouns joined to figures: the last speaker and the last subjects who agree, never a place.

Enters: a pronoun. Leaves: a mention on the stage, undetermined where two fit about as well or nobody does.
"""

from __future__ import annotations

from spacy.tokens import Token

from whence.claims.cast import Figure
from whence.claims.stage import Stage
from whence.claims.tree import span_of
from whence.records import Reason

WINDOW = 3
"""How many sentences back a pronoun may reach. Not swept."""

NEARNESS = (4, 3, 0, 0)
"""Points for a mention so many sentences back. Not swept."""

SUBJECT = 2
"""Points for the subject of a sentence or of a clause that nobody is reported to have said. Not swept."""

TOLD = 2
"""Points for a person whose gender a noun or title tells: "she" after "a spokeswoman said". Not swept."""

QUOTED = 2
"""Points off for a mention within quotation marks. Not swept."""

MARGIN = 2
"""By how many points the best candidate of a pronoun must lead the next. Not swept."""


def join_pronoun(stage: Stage, token: Token) -> None:
    """Join a pronoun to the one figure that it agrees with and that stands out, or leave it undetermined."""
    pronouns, word = stage.lexicon.referring.pronouns, token.lower_
    form = next((name for name in ("masculine", "feminine", "plural", "neuter") if word in pronouns[name]), None)
    place = span_of(token)
    if form is None:
        return
    owned = token.head.head if token.head.dep_ == "appos" else token.head  # "Ada Holm, its leader, said"
    owner_speaks = token.i in stage.speakers or (token.dep_ in ("nmod:poss", "poss") and {token.head.i, owned.i} & stage.speakers)
    if form in ("plural", "neuter") and not owner_speaks:
        return
    number = stage.sentence.get(token.i, 0)
    scored = sorted(
        ((_score(stage, figure, token, form, number), -figure.number, figure) for figure in stage.figures),
        key=_points,
        reverse=True,
    )
    fitting = [(points, figure) for points, _, figure in scored if points > 0]
    if not fitting:
        stage.note(
            token,
            place,
            "pronoun",
            None,
            (Reason("pronoun", f"nobody that “{token.text}” could mean stands close before it", (place,)),),
        )
        return
    best, figure = fitting[0]
    rivals = [other for points, other in fitting[1:] if best - points < MARGIN]
    if rivals:
        listed = " or ".join(sorted(other.name for other in (figure, *rivals)))
        because = (Reason("pronoun", f"“{token.text}” may be {listed}", (place,)),)
        stage.note(token, place, "pronoun", None, because, others=(figure, *rivals))
        return
    outside = not any(quote.covers(place) for quote in stage.quotes)
    if form in ("masculine", "feminine") and figure.sort == "person" and outside:
        figure.gender_inferred = figure.gender_inferred or not figure.gender
        figure.gender = figure.gender or form
    detail = f"“{token.text}” agrees with {figure.name}, the last who fits"
    stage.note(token, place, "pronoun", figure, (Reason("pronoun", detail, (place, figure.mentions[-1].span)),))


def _points(entry: tuple[int, int, Figure]) -> tuple[int, int]:
    """Return the key that puts the likelier figure first."""
    return entry[0], entry[1]


def _score(stage: Stage, figure: Figure, token: Token, form: str, number: int) -> int:
    """Return how well a pronoun fits a figure: nothing if it cannot, more for speakers, subjects and nearness."""
    if not figure.mentions or not _agrees(figure, form):
        return 0
    best, place = 0, span_of(token)
    told = TOLD if figure.gender == form and not figure.gender_inferred else 0
    quoted = any(quote.covers(place) for quote in stage.quotes)
    for mention in figure.mentions:
        if quoted and mention.speaker and not mention.quoted and number - mention.sentence <= 1:
            return 0  # who speaks in the quotation means others by "he" and "she"
        away = number - mention.sentence
        if away > WINDOW or away < 0 or mention.head >= token.i:
            continue
        if away == 0 and _same_clause(stage.doc[mention.head], token) and token.dep_ not in ("nmod:poss", "poss"):
            return 0
        points = (
            NEARNESS[away]
            + (SUBJECT if mention.subject and not mention.reported else 0)
            + mention.speaker
            + told
            - (QUOTED if mention.quoted else 0)
        )
        best = max(best, points, 1)
    return best


def _same_clause(other: Token, token: Token) -> bool:
    """Tell whether two nouns depend on the same verb, so that the one as a plain pronoun cannot mean the other."""
    return other.head.i == token.head.i and other.dep_ != token.dep_


def _agrees(figure: Figure, form: str) -> bool:
    """Tell whether a figure can be meant by a pronoun of that form."""
    if form in ("masculine", "feminine"):
        return figure.sort == "person" and not figure.plural and figure.gender in ("", form)
    if form == "plural":
        return figure.plural or (figure.sort == "body" and bool(figure.names))
    return figure.sort in ("body", "thing") and not figure.plural
