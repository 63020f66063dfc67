"""To whom a claim is attributed: from a passage of the text to a source with kind, name and role.

Enters: the tokens of a source passage and the cast. Leaves: Source records; several where the passage joins several, the first
with the others beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from whence.claims.cast import Cast, Figure, Mention
from whence.claims.conjoined import joined_nouns
from whence.claims.kinds import THINGS, kind_of_name, kind_of_noun, sort_of_noun
from whence.claims.lexicon import Lexicon
from whence.claims.outlets import carrier_of
from whence.claims.referring import figure_head
from whence.claims.tree import (
    antecedent,
    base,
    has_tree,
    kids,
    lemma,
    owner_of,
    span_of,
    stretch,
    text_of,
    tokens_in,
)
from whence.records import Absent, Known, Maybe, Reason, Source, SourceKind, Span, Undetermined


@dataclass(frozen=True, slots=True)
class Ground:
    """What every step of making sources needs: the document, the word lists, the cast, and the passages within quotation marks."""

    doc: Doc
    lexicon: Lexicon
    cast: Cast
    quotes: tuple[Span, ...]


def sources_of(ground: Ground, spans: Sequence[Span]) -> Source:
    """Return the source that `spans` name; what "and" joins to it stands beside it."""
    tokens = tokens_in(ground.doc, spans)
    head, _ = figure_head(tokens, ground.cast)
    parts = _parts(tokens, head, ground.lexicon)
    made = [one_source(ground, part) for part in parts]
    return replace(made[0], beside=tuple(made[1:])) if len(made) > 1 else made[0]


def _parts(tokens: list[Token], head: Token | None, lexicon: Lexicon) -> list[list[Token]]:
    """Return the tokens of each of the sources that a passage joins with "and"."""
    if head is None or not has_tree(head.doc):
        return [tokens]
    inside = {token.i for token in tokens}
    heads = [head, *(token for token in joined_nouns(head, lexicon) if token.i in inside and not _one_name(head, token))]
    if len(heads) == 1:
        return [tokens]
    parts, rest = [], tokens
    for one, other in pairwise(heads):
        marks = [token for token in rest if one.i < token.i < other.i and (token.pos_ == "CCONJ" or token.text == ",")]
        if not marks:
            return [tokens]
        parts.append([token for token in rest if token.i < marks[0].i])
        rest = [token for token in rest if token.i > marks[-1].i]
    return [*parts, rest] if all(parts) and rest else [tokens]


def _one_name(one: Token, other: Token) -> bool:
    """Tell whether two words stand in one name ("Rowe and Partners")."""
    return any(ent.start <= one.i < ent.end and ent.start <= other.i < ent.end for ent in one.doc.ents)


def one_source(ground: Ground, tokens: list[Token]) -> Source:
    """Return the source that `tokens` name, taken as one."""
    doc, lexicon, cast = ground.doc, ground.lexicon, ground.cast
    while len(tokens) > 1 and tokens[-1].is_punct and tokens[-1].text not in ').”’"':
        tokens = tokens[:-1]
    while len(tokens) > 1 and tokens[0].lower_ in lexicon.small.leading:
        tokens = tokens[1:]
    span = stretch(tokens)
    head, mention = figure_head(tokens, cast)
    because: list[Reason] = []
    if head is not None and antecedent(head) is not None:
        noun = antecedent(head)
        mention = cast.at(noun) if noun is not None else None
        head = noun or head
        because.append(Reason("relative pronoun", f"the pronoun stands for “{head.text}”", (span, span_of(head))))
    if head is not None:
        owner, why = owner_of_words(head, mention, ground)
        if owner is not None:
            head, mention = owner, cast.at(owner)
            because.append(why)
    figure = mention.figure if mention is not None else None
    name, reasons = _name(mention, figure, span)
    because.extend(reasons)
    kind, kind_reasons = _affiliation(head, ground) or kind_of(head, mention, figure, lexicon, words=tokens)
    because.extend(kind_reasons)
    named = (
        figure.named and (mention is None or mention.form != "part")
        if figure is not None
        else bool(mention and mention.form == "name")
    )
    if head is not None and any(child.lower_ in lexicon.unnamed.adjectives for child in kids(head)):
        named = False
    if kind in THINGS or kind is SourceKind.ANONYMOUS:
        named = kind is SourceKind.DOCUMENT and _has_name(head, tokens, mention)
    return Source(kind, span, span.cut(text_of(doc)), name, _role(figure, mention), named, because=tuple(because))


def owner_of_words(head: Token, mention: Mention | None, ground: Ground) -> tuple[Token | None, Reason]:
    """Return whose words a noun like "remarks" stands for, None where it stands for itself."""
    nothing = Reason("owner", "")
    noun, lexicon = lemma(head), ground.lexicon
    if (mention is not None and mention.form == "name") or noun not in (lexicon.utterance | lexicon.outlet_utterance):
        return None, nothing
    owner = owner_of(head) or carrier_of(head, lexicon)
    if owner is None:
        return None, nothing
    whose = ground.cast.at(owner)
    figure = whose.figure if whose is not None else None
    only_outlets = noun not in lexicon.utterance or owner_of(head) is None
    if only_outlets and (figure is None or figure.kind is not SourceKind.MEDIA):
        return None, nothing
    if whose is None and kind_of_noun(owner, lexicon) is None:
        return None, nothing
    return owner, Reason("owner", f"“{head.text}” are the words of “{owner.text}”", (span_of(head), span_of(owner)))


def _name(mention: Mention | None, figure: Figure | None, span: Span) -> tuple[Maybe[str], tuple[Reason, ...]]:
    """Return the fullest name that the report gives whom a mention means."""
    if mention is None:
        return Absent((Reason("name", "the report gives no name", (span,)),)), ()
    if figure is None:
        return Undetermined(mention.because), mention.because
    if mention.form == "part":
        return Absent(mention.because), mention.because
    if figure.names or mention.form == "pronoun" or figure.mentions[0].head != mention.head:
        return Known(figure.name, mention.because), mention.because
    if figure.named:
        return Known(figure.description, mention.because), mention.because
    return Absent((Reason("name", "the report describes the source and does not name it", (span,)),)), ()


def _role(figure: Figure | None, mention: Mention | None) -> Maybe[str]:
    """Return the fullest office or affiliation that the report gives, of persons alone."""
    if figure is None or not figure.roles:
        return Undetermined(mention.because) if mention is not None and figure is None and mention.candidates else Absent()
    role, place = max(figure.roles, key=_length)
    if not figure.names and role == figure.description:
        return Known(role, (Reason("description", "the report describes the source so", (place,)),))
    return Known(role, (Reason("role", "the report puts the role beside the name", (place,)),))


def _length(role: tuple[str, Span]) -> int:
    """Return how long a role's words are."""
    return len(role[0])


def kind_of(
    head: Token | None, mention: Mention | None, figure: Figure | None, lexicon: Lexicon, *, words: Sequence[Token] = ()
) -> tuple[SourceKind, tuple[Reason, ...]]:
    """Return the kind of a source, by its noun, by the figure it means, or as a plain person or other."""
    if head is not None and (mention is None or mention.form == "description") and head.pos_ != "PRON":
        told = kind_of_noun(head, lexicon, words=words)
        if told is not None and not (figure is not None and figure.kind is not None and figure.names):
            return told[0], (told[1],)
    if figure is not None and figure.kind is not None:
        return figure.kind, figure.kind_because
    place = (span_of(head),) if head is not None else ()
    if head is not None and figure is not None and figure.sort == "person":
        for kind, reason in _doings(head.doc, figure, lexicon):
            return kind, (reason,)
        return SourceKind.PERSON, (Reason("source kind", "a person of whom the report tells no office", place),)
    if mention is not None and mention.candidates:
        kinds = {candidate.kind for candidate in mention.candidates}
        if len(kinds) == 1 and (only := kinds.pop()) is not None:
            return only, (Reason("source kind", "all who may be meant are of this kind", place),)
    if head is not None and head.lower_ in lexicon.referring.pronouns["masculine"] | lexicon.referring.pronouns["feminine"]:
        return SourceKind.PERSON, (Reason("source kind", "the pronoun means a person", place),)
    if head is not None and head.pos_ == "PROPN":
        told = kind_of_name(head.text, span_of(head), lexicon)
        if told is not None:
            return told[0], (told[1],)
    return SourceKind.OTHER, (Reason("source kind", "no word list knows this source", place),)


def _doings(doc: Doc, figure: Figure, lexicon: Lexicon) -> Iterator[tuple[SourceKind, Reason]]:
    """Yield the kinds that words behind a person's name show: "who studies armed groups", "of the Harbour Institute"."""
    for mention in figure.mentions:
        for word in kids(doc[mention.head]):
            body = next((ent for ent in doc.ents if ent.start <= word.i < ent.end), None)
            told = kind_of_name(body.text, span_of(word), lexicon) if base(word) == "nmod" and body is not None else None
            if told is not None:
                yield told
            for kind, lists in lexicon.kinds.items():
                if base(word) == "acl" and lemma(word) in lists.doings:
                    yield kind, Reason("source kind", f"“{word.text}” is said of {kind.value}s", (mention.span, span_of(word)))


def _affiliation(head: Token | None, ground: Ground) -> tuple[SourceKind, tuple[Reason, ...]] | None:
    """Return the kind of the body for which "its spokesman" speaks, None where the text does not say which it is."""
    if head is None:
        return None
    near = [head, *(kid for kid in kids(head) if base(kid) == "appos"), *([head.head] if base(head) == "appos" else [])]
    for noun in near:
        owner = owner_of(noun) if lemma(noun) in ground.lexicon.neutral else None
        mention = ground.cast.at(owner) if owner is not None and owner.pos_ in {"PRON", "DET"} else None
        if owner is not None and mention is not None and mention.figure is not None and mention.figure.sort != "person":
            kind = mention.figure.kind
            if kind is not None and kind not in THINGS:
                detail = f"“{noun.text}” speaks for “{mention.figure.name}”, {kind.value}"
                return kind, (Reason("affiliation", detail, (span_of(noun), span_of(owner))),)
    return None


def _has_name(head: Token | None, tokens: list[Token], mention: Mention | None) -> bool:
    """Tell whether a document is told by whose it is: a name before it or of its author; who obtained it is not its author."""
    if mention is not None and mention.form == "name":
        return True
    if head is None:
        return False
    inside = {token.i for token in tokens}
    authors = [
        child
        for child in kids(head)
        if base(child) in ("compound", "nmod", "amod", "poss")
        and child.i in inside
        and not any(token.pos_ == "VERB" for token in head.doc[head.i + 1 : child.i])
    ]
    return any(child.ent_type_ in ("ORG", "PER", "PERSON") or (child.ent_type_ and base(child) == "compound") for child in authors)


def can_speak(ground: Ground, spans: Sequence[Span]) -> bool:
    """Tell whether a source can carry words; in "the retreat reveals a reality" the report itself speaks."""
    head, mention = figure_head(tokens_in(ground.doc, spans), ground.cast)
    if head is None:
        return True
    noun = antecedent(head) or head
    known = sort_of_noun(noun, ground.lexicon) is not None or kind_of_noun(noun, ground.lexicon) is not None
    said = lemma(noun) in ground.lexicon.utterance
    if noun.pos_ == "PRON" or noun.lower_ in ground.lexicon.small.demonstrative:
        return mention is not None and mention.form == "pronoun"
    return (
        known or said or (mention is not None and (mention.form == "name" or bool(mention.candidates))) or not has_tree(ground.doc)
    )


def unstated(cue: Sequence[Span]) -> Source:
    """Return the source of a claim that the report has from others without saying from whom ("reportedly")."""
    because = (Reason("source", "the report attributes this and does not say to whom", tuple(cue)),)
    return Source(SourceKind.ANONYMOUS, None, "", Absent(because), Absent(), named=False, because=because)


def carried(source: Source, because: Reason) -> Source:
    """Return a source that is only understood at a later quotation, of the same speaker."""
    text = source.name.value if isinstance(source.name, Known) else source.text
    others = tuple(carried(other, because) for other in source.beside)
    return replace(source, span=None, text=text, because=(because, *source.because), beside=others)
