"""Names joined to figures: a person's by surname and title, a body's by its words and its acronym.

Enters: a name the engine marked, or a proper noun that a source is named by. Leaves: a mention on the stage, of a figure known
before or of a new one. Two persons of one surname whom no title tells apart leave the mention undetermined.
"""

from __future__ import annotations

from spacy.tokens import Span as Entity
from spacy.tokens import Token

from whence.claims.cast import Figure, bare, gender_of, name_kind, name_words, roles_of, same_body, same_person, titles_of
from whence.claims.kinds import kind_of_name, kind_of_noun, sort_of_noun
from whence.claims.lexicon import Lexicon
from whence.claims.stage import Stage
from whence.claims.tree import base, kids, lemma, phrase, stretch, text_of
from whence.records import Reason, SourceKind, Span

PERSONS = frozenset({"PER", "PERSON"})
PLACES = frozenset({"LOC", "GPE", "FAC"})
NAMES = frozenset({*PERSONS, *PLACES, "ORG", "NORP", "MISC"})
"""Labels of engines whose names can be sources or tell sources apart."""

VAGUE = (None, SourceKind.PERSON, SourceKind.OTHER)
"""Kinds that a later, plainer word may replace."""


def name_span(ent: Entity) -> Span:
    """Return the place of a name without a possessive ending."""
    text = ent.text.rstrip()
    for ending in ("’s", "'s", "’", "'"):
        text = text.removesuffix(ending)
    return Span(ent.start_char, ent.start_char + max(1, len(text)))


def join_name(stage: Stage, ent: Entity, head: Token) -> None:
    """Join a name to the figure that bears it, or enter a new one."""
    span = name_span(ent)
    text = bare(span.cut(text_of(stage.doc)))
    full = stage.short.get(text, (text, span))[0]
    words = name_words(text, stage.lexicon)
    persons = [figure for figure in stage.figures if figure.sort == "person" and _bears(figure, words, stage.lexicon)]
    body = _body_before(ent, stage.lexicon)
    outlet = stage.outlet is not None and bare(stage.outlet).lower() == text.lower()
    person = ent.label_ in PERSONS or (bool(persons) and ent.label_ in ("ORG", "MISC") and full == text)
    if person and body is None and not outlet and not _is_body_name(ent, full, span, stage.lexicon):
        _join_person(stage, ent, head, words, persons)
        return
    found = next(
        (
            figure
            for figure in stage.figures
            if figure.sort in ("body", "place") and any(same_body(full, name) for name in figure.names)
        ),
        None,
    )
    how = "the same name stands before" if found else "the report's first mention of the name"
    if found is None:
        told = kind_of_name(full, span, stage.lexicon)
        found = stage.enter("place" if ent.label_ in ("LOC", "GPE", "FAC") and told is None else "body")
        found.kind, found.kind_because = name_kind(full, ent.label_, span, stage.lexicon)
    elif found.kind is None:
        found.kind, found.kind_because = name_kind(full, ent.label_, span, stage.lexicon)
    if outlet:
        found.kind, found.kind_because = (
            SourceKind.MEDIA,
            (Reason("source kind", "the report's own outlet bears this name", (span,)),),
        )
    told = kind_of_noun(body, stage.lexicon) if body is not None else None
    if body is not None and told is not None and found.kind in VAGUE:
        found.kind, found.kind_because, found.sort = told[0], (told[1],), "body"
        found.nouns.add(lemma(body))
    if full != text:
        how = f"the report writes {text} for {full}"
    for noun in (child for child in kids(head) if base(child) == "appos" and child.pos_ == "NOUN"):
        told = kind_of_noun(noun, stage.lexicon)
        found.nouns.add(lemma(noun))
        if told is not None and (found.kind is None or found.sort == "place"):
            found.kind, found.kind_because = told[0], (told[1],)
    found.names.append(full)
    stage.note(head, span, "name", found, (Reason("name", how, (span,)),))


def _bears(figure: Figure, words: list[str], lexicon: Lexicon) -> bool:
    """Tell whether one of the figure's names may be that of `words`."""
    return any(same_person(words, name_words(name, lexicon)) for name in figure.names)


def _join_person(stage: Stage, ent: Entity, head: Token, words: list[str], persons: list[Figure]) -> None:
    """Join a person's name to one figure, to several in doubt, or to a new one."""
    lexicon, span = stage.lexicon, name_span(ent)
    text = " ".join(_without_titles(bare(span.cut(text_of(stage.doc))), lexicon))
    found_roles = roles_of(stage.doc, head, span, lexicon)
    office = stage.offices.get(head.i)
    if office is not None and all(noun.i != office.i for _, _, noun in found_roles):
        start = phrase(office, joined=False)[0].idx
        # An office whose phrase begins with the name, or behind it, has no words before it.
        role = text_of(stage.doc)[start : span.start].rstrip(" ,")
        if role:
            found_roles.append((bare(role), Span(start, start + len(role)), office))
    marks = [
        *titles_of(bare(span.cut(text_of(stage.doc))), lexicon),
        *(word for role, _, _ in found_roles for word in role.split()),
    ]
    before = stage.doc[ent.start - 1] if ent.start else None
    if before is not None and before.lower_ in lexicon.referring.titles:
        marks.append(before.text)
    gender = gender_of(marks, lexicon)
    fitting = [figure for figure in persons if not (gender and figure.gender and figure.gender != gender)]
    exact = [figure for figure in fitting if any(name_words(name, lexicon) == words for name in figure.names)]
    by_surname = [figure for figure in fitting if any(name_words(name, lexicon)[-1:] == words[-1:] for name in figure.names)]
    choice = fitting if len(fitting) == 1 else by_surname if len(by_surname) == 1 else exact if len(exact) == 1 else fitting
    if len(choice) > 1:
        listed = " or ".join(sorted(figure.name for figure in choice))
        detail = f"“{text}” may be {listed}"
        stage.note(head, span, "name", None, (Reason("name", detail, (span,)),), others=tuple(choice))
        return
    if choice:
        figure = choice[0]
        first = figure.mentions[0].span if figure.mentions else span
        because = (Reason("name", f"“{text}” is {max([*figure.names, text], key=len)}", (span, first)),)
    else:
        figure = stage.enter("person")
        because = (Reason("name", "the report's first mention of the name", (span,)),)
    figure.names.append(text)
    figure.gender = figure.gender or gender
    stage.note(head, span, "name", figure, because)
    for role, place, noun in found_roles:
        if role not in [known for known, _ in figure.roles]:
            figure.roles.append((role, place))
        figure.nouns.add(lemma(noun))
        told = owner_kind(stage, noun) or kind_of_noun(noun, lexicon)
        if told is not None and figure.kind in VAGUE:
            figure.kind, figure.kind_because = told[0], (told[1],)
        if noun.i not in stage.mentions and stage.beside.get(noun.i) == head.i:
            stage.note(noun, place, "description", figure, because)
    if figure.kind in VAGUE:
        _title_kind(figure, marks, span, lexicon)


def _without_titles(name: str, lexicon: Lexicon) -> list[str]:
    """Return a name's words as written, without titles before it."""
    return name.split()[len(titles_of(name, lexicon)) :]


def _title_kind(figure: Figure, marks: list[str], span: Span, lexicon: Lexicon) -> None:
    """Give a person the kind that a title before the name tells ("Col.", "President")."""
    for mark in marks:
        for kind, lists in lexicon.kinds.items():
            if mark in lists.names or mark.lower() in lists.people:
                figure.kind = kind
                figure.kind_because = (Reason("source kind", f"“{mark}” before the name tells the kind of source", (span,)),)
                return


def is_description(ent: Entity, lexicon: Lexicon) -> bool:
    """Tell whether what an engine marked as a name is but an office or a body ("Prime Minister", "the Ministry")."""
    titles, short = lexicon.referring.titles, ent.text.isupper()
    words = [token for token in ent if not token.is_punct and token.lower_ not in ("the", "'s", "’s")]
    return not short and all(token.lower_ in titles or (len(words) == 1 and _is_common(token, lexicon)) for token in words)


def _is_common(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a capitalised word alone is a common noun for a person or body, not an outlet's or firm's name."""
    return sort_of_noun(token, lexicon) is not None and token.lower_ not in lexicon.referring.own_names


def proper_run(token: Token, inside: set[int]) -> list[Token]:
    """Return the proper nouns in a row around `token`: a source's name that the engine did not mark."""
    doc, start, end = token.doc, token.i, token.i
    while start > 0 and doc[start - 1].pos_ == "PROPN" and start - 1 not in inside:
        start -= 1
    while end + 1 < len(doc) and doc[end + 1].pos_ == "PROPN" and end + 1 not in inside:
        end += 1
    return [doc[i] for i in range(start, end + 1)]


def guess_label(run: list[Token], lexicon: Lexicon) -> str:
    """Return what an unmarked name is likely to be: a body where its words say so or it is one word, else a person."""
    name = stretch(run)
    known = kind_of_name(name.cut(text_of(run[0].doc)), name, lexicon)
    return "ORG" if known is not None or len(run) == 1 else "PER"


def _body_before(ent: Entity, lexicon: Lexicon) -> Token | None:
    """Return the noun for a body right before a name: "the newspaper Halden Post"; None where there is none."""
    before = ent.doc[ent.start - 1] if ent.start else None
    return before if before is not None and before.pos_ == "NOUN" and sort_of_noun(before, lexicon) == "body" else None


def _is_body_name(ent: Entity, name: str, span: Span, lexicon: Lexicon) -> bool:
    """Tell whether what the engine took for a person has an article before it and a body's word in it ("the Halden Post")."""
    before = ent.doc[ent.start - 1].lower_ if ent.start else ""
    return (before == "the" or ent[0].lower_ == "the") and kind_of_name(name, span, lexicon) is not None


def owner_kind(stage: Stage, noun: Token) -> tuple[SourceKind, Reason] | None:
    """Return the kind of the body for which a neutral noun speaks by a pronoun: "its spokesman"."""
    if lemma(noun) not in stage.lexicon.neutral:
        return None
    for child in kids(noun):
        mention = stage.mentions.get(child.i)
        figure = mention.figure if mention is not None and mention.form == "pronoun" else None
        if mention is not None and figure is not None and figure.sort != "person" and figure.kind is not None:
            return figure.kind, Reason("source kind", f"“{child.text} {noun.text}” speaks for {figure.name}", (mention.span,))
    return None
