"""Who is meant: names, descriptions and pronouns joined to figures, in the order of the text.

Enters: a parsed Doc, the word lists, the quoted passages, what is attributed, and the words of each source. Leaves: the cast. The
rules are cautious: what the text does not settle is left undetermined, with those named who may be meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Entity

from whence.claims.cast import Cast, Mention, acronyms, roles_of
from whence.claims.descriptions import join_description, join_part
from whence.claims.kinds import sort_of_noun
from whence.claims.lexicon import Lexicon
from whence.claims.names import NAMES, PERSONS, guess_label, is_description, join_name, name_span, proper_run
from whence.claims.pronouns import join_pronoun
from whence.claims.stage import Stage
from whence.claims.tree import OBJECTS, base, head_of, kids, text_of
from whence.records import Span


def gather(
    doc: Doc, lexicon: Lexicon, *, quotes: Sequence[Span], contents: Sequence[Span], speakers: frozenset[int],
    sources: Sequence[Sequence[Token]] = (), outlet: str | None = None,
) -> Cast:  # fmt: skip
    """Return the cast of `doc`.

    `contents` are what is attributed, `speakers` the indices of the words that name sources, `sources` all words of each source,
    `outlet` the name of who published the report.
    """
    sentence = (
        {token.i: number for number, sent in enumerate(doc.sents) for token in sent} if doc.has_annotation("SENT_START") else {}
    )
    stage = Stage(doc, lexicon, quotes, contents, speakers, sentence, acronyms(text_of(doc)), outlet)
    names = {
        ent.root.i if doc.has_annotation("DEP") else ent.end - 1: ent
        for ent in doc.ents if ent.label_ in NAMES and not is_description(ent, lexicon)
    }  # fmt: skip
    for tokens in sources:
        _office(doc, tokens, names, stage)
    inside = {token.i for ent in names.values() for token in ent}
    for at, ent in names.items():
        for _, _, noun in roles_of(doc, doc[at], name_span(ent), lexicon):
            if noun.i not in inside:
                stage.beside[noun.i] = at
    for token in doc:
        if token.i in names:
            join_name(stage, names[token.i], token)
        elif token.i not in inside and token.i not in stage.beside:
            _join(stage, token, inside)
    return Cast(tuple(stage.figures), stage.mentions)


def _join(stage: Stage, token: Token, inside: set[int]) -> None:
    """Join a word that stands in no name: a pronoun, a part of several, a name the engine did not mark, a description."""
    if token.pos_ == "PRON" or token.lower_ in stage.lexicon.small.possessive:
        join_pronoun(stage, token)
    if token.i in stage.mentions:
        return
    if token.i in stage.speakers and token.lower_ in stage.lexicon.small.parts:
        join_part(stage, token)
    elif token.pos_ == "PROPN" and token.i in stage.speakers and sort_of_noun(token, stage.lexicon) is None:
        run = proper_run(token, inside)
        inside.update(word.i for word in run)
        join_name(stage, Entity(stage.doc, run[0].i, run[-1].i + 1, label=guess_label(run, stage.lexicon)), token)
    elif _describes(stage, token):
        join_description(stage, token)


def _describes(stage: Stage, token: Token) -> bool:
    """Tell whether a noun can be a source and heads its phrase."""
    noun = token.pos_ in ("NOUN", "PROPN") and base(token) not in ("compound", "flat")
    return noun and (token.i in stage.speakers or sort_of_noun(token, stage.lexicon) is not None)


def _office(doc: Doc, tokens: Sequence[Token], names: dict[int, Entity], stage: Stage) -> None:
    """Join an office in a source to the name right behind it, marked by the engine or not: "its leader, Petra Ahlgren"."""
    head = head_of(list(tokens))
    if head is None or sort_of_noun(head, stage.lexicon) != "person" or head.i in names:
        return
    marked = {token.i: at for at, ent in names.items() for token in ent}
    titles = stage.lexicon.referring.titles
    start = next((token for token in tokens if token.i > head.i and _may_begin(token, head, titles)), None)
    if start is None:
        return
    at = marked.get(start.i)
    if at is not None and names[at].label_ in PERSONS and at != head.i:
        stage.beside.setdefault(head.i, at)
        stage.offices[at] = head
    elif at is None:
        run = proper_run(start, set(marked))
        top = next((token for token in run if token.head not in run), run[-1])
        names[top.i] = Entity(doc, run[0].i, run[-1].i + 1, label="PER")
        stage.beside[head.i] = top.i
        stage.offices[top.i] = head


def _may_begin(token: Token, head: Token, titles: frozenset[str]) -> bool:
    """Tell whether a name may begin at `token`: right behind the office, or behind a comma after it, titles between left out."""
    if token.pos_ != "PROPN" or token.lower_ in titles:
        return False
    before = token.i - 1
    while before > head.i and token.doc[before].lower_ in titles:
        before -= 1
    return before == head.i or token.doc[before].text == ","


def figure_head(tokens: list[Token], cast: Cast) -> tuple[Token | None, Mention | None]:
    """Return the head word of a source's tokens and the mention that tells who it is, a name before the noun that leads it."""
    head = head_of(tokens)
    if head is None:
        return None, None
    inside = {token.i for token in tokens}
    if head.pos_ == "VERB" and head.i == tokens[0].i:  # a participle taken for a verb: "intercepted calls"
        head = next((child for child in kids(head) if child.dep_ in OBJECTS and child.i in inside), head)
    near = [
        head,
        *(child for child in kids(head) if base(child) in ("flat", "appos", "compound") and child.i in inside and not _owns(child)),
    ]
    for token in near:
        mention = cast.at(token)
        named = mention is not None and mention.form == "name"
        if (
            mention is not None
            and named
            and (token.i == head.i or (mention.figure is not None and mention.figure.sort == "person"))
        ):
            return head, mention
    direct = cast.at(head)
    if direct is None or direct.form != "name":
        beside = [mention for at, mention in cast.mentions.items() if at in inside and _is_beside(mention, head)]
        if len(beside) == 1:
            return head, beside[0]
    return head, direct


def _owns(token: Token) -> bool:
    """Tell whether a noun is a possessive ("Velmora's")."""
    return any(child.tag_ == "POS" or child.lower_ in ("'s", "’s", "’", "'") for child in kids(token))


def _is_beside(mention: Mention, head: Token) -> bool:
    """Tell whether a person's name stands right behind an office or its comma: "the head of the council, Mara Ilves"."""
    if mention.form != "name" or mention.figure is None or mention.figure.sort != "person" or mention.head < head.i:
        return False
    cut = head.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    first = cut.start if cut is not None else mention.head
    return first == head.i + 1 or head.doc[first - 1].text == ","
