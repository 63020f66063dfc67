"""Descriptions joined to figures: "the ministry", "the official", "the paper", "one of them".

Enters: a common noun that can be a source. Leaves: a mention on the stage, of the figure that a definite description takes up, of
a new one, or undetermined.
"""

from __future__ import annotations

from spacy.tokens import Token

from whence.claims.cast import Figure, bare, describe, gender_of, modifiers_of
from whence.claims.kinds import sort_of_noun
from whence.claims.names import VAGUE, owner_kind
from whence.claims.stage import Stage
from whence.claims.tree import base, kids, lemma, phrase, span_of, stretch, text_of
from whence.records import Reason

NEAR = 2
"""How many sentences nearer than the next one the last match of a description must stand to be taken. Not swept."""

PART_WINDOW = 4
"""How many sentences back "one of them" may reach. Not swept."""


def join_description(stage: Stage, head: Token) -> None:
    """Join "the ministry" or "the official" to the figure it takes up, or enter a new one."""
    words = phrase(head, joined=False)
    span = stretch(words)
    determiner = next((child.lower_ for child in kids(head) if base(child) == "det"), "")
    definite = determiner in stage.lexicon.small.definite
    owned = any(child.dep_ in ("nmod:poss", "poss") and child.pos_ in ("PRON", "DET") for child in kids(head))
    modifiers = modifiers_of(head)
    taken_up = definite or (not determiner and bool(modifiers) and sort_of_noun(head, stage.lexicon) == "body")
    matches = _matches(stage, head, modifiers) if taken_up and not owned else []
    number = stage.sentence.get(head.i, 0)
    near = [figure for figure in matches if number - figure.mentions[-1].sentence + NEAR <= number - _next(matches, figure, number)]
    chosen = matches if len(matches) == 1 else near[:1]
    if chosen:
        figure = chosen[0]
        detail = f"“{span.cut(text_of(stage.doc))}” takes up {figure.name}"
        stage.note(head, span, "description", figure, (Reason("description", detail, (span, figure.mentions[0].span)),))
        figure.nouns.add(lemma(head))
        figure.gender = figure.gender or gender_of([lemma(head)], stage.lexicon)
        return
    if matches:
        listed = " or ".join(sorted(figure.name for figure in matches))
        because = (Reason("description", f"“{span.cut(text_of(stage.doc))}” may take up {listed}", (span,)),)
        stage.note(head, span, "description", None, because, others=tuple(matches))
        return
    figure = describe(head, stage.lexicon, len(stage.figures))
    stage.figures.append(figure)
    told = owner_kind(stage, head)
    if told is not None and (figure.kind in VAGUE or lemma(head) in stage.lexicon.neutral):
        figure.kind, figure.kind_because = told[0], (told[1],)
    stage.note(head, span, "description", figure, (Reason("description", "the report's first mention", (span,)),))


def _next(matches: list[Figure], figure: Figure, number: int) -> int:
    """Return the sentence of the last mention of the others among `matches`, far back where there are none."""
    return max((other.mentions[-1].sentence for other in matches if other is not figure), default=number - 99)


def _matches(stage: Stage, head: Token, modifiers: set[str]) -> list[Figure]:
    """Return the figures that a definite description may take up, last mentioned first."""
    lexicon, noun = stage.lexicon, lemma(head)
    sort, plural = sort_of_noun(head, lexicon), head.tag_ in ("NNS", "NNPS")
    gender = gender_of([noun], lexicon)
    strong: list[Figure] = []
    weak: list[Figure] = []
    for figure in stage.figures:
        if not figure.mentions or (figure.plural != plural and not figure.names):
            continue
        if plural and figure.names and figure.sort == "person":
            continue
        if (gender and figure.gender and gender != figure.gender) or figure.sort == "place":
            continue
        if modifiers and not modifiers & _known_words(stage, figure):
            continue
        names = {word.lower() for name in figure.names for word in name.split()} if figure.sort == "body" else set()
        if any(lexicon.referring.same(noun, word) for word in figure.nouns | names):
            strong.append(figure)
        elif figure.names and figure.sort == "body" and sort == "body":
            if figure.kind is not None and noun in lexicon.referring.classes.get(figure.kind, frozenset()):
                weak.append(figure)
        elif (
            figure.sort == "person"
            and sort == "person"
            and figure.kind is not None
            and lexicon.referring.hypernyms.get(noun) == figure.kind
        ):
            weak.append(figure)
    named = [figure for figure in strong if figure.named] or strong or weak
    return sorted(named, key=_last, reverse=True)


def _last(figure: Figure) -> int:
    """Return where the figure was last mentioned."""
    return figure.mentions[-1].head


def _known_words(stage: Stage, figure: Figure) -> set[str]:
    """Return all words that the report uses of a figure, short forms beside their full names."""
    texts = [*figure.names, figure.description, *(role for role, _ in figure.roles)]
    words = {bare(word.strip("(),.")).lower() for text in texts for word in text.split()} | figure.modifiers
    for short, (full, _) in stage.short.items():
        whole = {bare(word).lower() for word in full.split()}
        if short.lower() in words or whole <= words:
            words |= whole | {short.lower()}
    return words


def join_part(stage: Stage, head: Token) -> None:
    """Join "one", "another" or "the other" to the unnamed several of whom one speaks: "two diplomats … One said"."""
    number = stage.sentence.get(head.i, 0)
    several = [
        figure for figure in stage.figures
        if figure.plural and figure.mentions and not figure.names and number - figure.mentions[-1].sentence <= PART_WINDOW
        and any(mention.speaker or mention.subject for mention in figure.mentions)
    ]  # fmt: skip
    place = span_of(head)
    if not several:
        return
    figure = max(several, key=_last)
    detail = f"“{head.text}” is one of “{figure.description}”"
    stage.note(head, place, "part", figure, (Reason("description", detail, (place, figure.mentions[-1].span)),))
