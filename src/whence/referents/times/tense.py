"""What a time expression is said of, and whether that is told as past or as to come.

Enters: a parsed Doc and the span of an expression. Leaves: its predicate, the verb that tells the tense, and the tense. Where there
is no tree it answers nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from whence.records import Span
from whence.referents.times.lexicon import Tenses
from whence.referents.times.sight import Tense

_CLIMB = 8
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"obj", "dobj", "attr"})


@dataclass(frozen=True, slots=True)
class Telling:
    """How an expression is told. `direct` says that it hangs on the verb itself, so that the verb's tense is told of it."""

    tense: Tense = Tense.NONE
    verb: Token | None = None
    event: Token | None = None
    direct: bool = False


def tell(doc: Doc, span: Span, tenses: Tenses, *, others: frozenset[int] = frozenset()) -> Telling:
    """Return what the expression at `span` is said of, and in which tense.

    `others` are the places of tokens that belong to time expressions: nothing is said of those.
    """
    cut = doc.char_span(span.start, span.end, alignment_mode="expand")
    if cut is None or not doc.has_annotation("DEP"):
        return Telling()
    top = cut.root
    governor = top.head
    for _ in range(_CLIMB):
        if governor.i in others and governor.head.i != governor.i:
            governor = governor.head
    if governor.i == top.i or governor.i in others or cut.start <= governor.i < cut.end:
        return Telling()
    looks_ahead = _looks_ahead(cut[0], top, governor, tenses)
    verb = _verb_above(governor)
    if verb is None:
        return Telling(Tense.FUTURE if looks_ahead else Tense.NONE, None, _event(governor, tenses))
    tense = Tense.FUTURE if looks_ahead else tense_of(verb, tenses)
    direct = governor.i == verb.i and not _forward(verb, tenses) and not looks_ahead and _tells_itself(verb, tenses)
    return Telling(tense, verb, _event(governor, tenses), direct)


def _verb_above(token: Token) -> Token | None:
    """Return the nearest verb, or predicate with a copula, at the token or above it."""
    for _ in range(_CLIMB):
        if token.pos_ in _VERBAL or any(child.dep_ == "cop" for child in token.children):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _forward(token: Token, tenses: Tenses) -> bool:
    """Tell whether a word looks ahead by its meaning."""
    return token.lemma_.lower() in tenses.prospective or token.lower_ in tenses.prospective


def _looks_ahead(first: Token, top: Token, governor: Token, tenses: Tenses) -> bool:
    """Tell whether words beside the expression look ahead ("ahead of", "the upcoming", "is due")."""
    before = [first.doc[at] for at in range(max(first.sent.start, first.i - 3), first.i)]
    near = [*before, *(child for child in governor.children if child.dep_ == "amod"), *top.children]
    said = governor if governor.tag_ == "VBN" or governor.pos_ not in _VERBAL else None
    return any(_forward(token, tenses) for token in near if token.tag_ != "VBD") or (said is not None and _forward(said, tenses))


def tense_of(verb: Token, tenses: Tenses) -> Tense:
    """Return the tense in which a verb, or a predicate with a copula, tells."""
    for _ in range(_CLIMB):
        helpers = [child for child in verb.children if child.dep_.startswith(("aux", "cop"))]
        if _is_infinitive(verb, tenses):
            if _forward(verb.head, tenses) or verb.head.lemma_.lower() in tenses.urging:
                return Tense.FUTURE
        elif (found := _finite(verb, helpers, tenses)) is not None:
            return found
        above = _verb_above(verb.head) if verb.head.i != verb.i else None
        if above is None or above.i == verb.i:
            return Tense.PAST if verb.tag_ in tenses.past_tags else Tense.NONE
        verb = above
    return Tense.NONE


def _tells_itself(verb: Token, tenses: Tenses) -> bool:
    """Tell whether a verb's tense is its own: no infinitive, and no participle that goes along with another verb."""
    if _is_infinitive(verb, tenses):
        return False
    return verb.tag_ != "VBG" or any(child.dep_.startswith("aux") for child in verb.children)


def _is_infinitive(verb: Token, tenses: Tenses) -> bool:
    """Tell whether a verb is an infinitive with "to"."""
    return verb.tag_ in {"VB", "VBN"} and any(child.lower_ in tenses.infinitive and child.i < verb.i for child in verb.children)


def _finite(verb: Token, helpers: list[Token], tenses: Tenses) -> Tense | None:
    """Return the tense of a finite verb, None where another verb tells it."""
    having = [each for each in helpers if each.lemma_.lower() in tenses.having]
    if any(each.lower_ in tenses.future_auxiliaries for each in helpers):
        return Tense.FUTURE
    if any(each.lower_ in tenses.modals for each in helpers):
        return Tense.PAST if having else Tense.FUTURE
    if having:
        return Tense.PAST
    finite = [each for each in helpers if each.tag_ in tenses.past_tags | tenses.present_tags] or [verb]
    if finite[0].tag_ in tenses.past_tags and (finite[0] is not verb or verb.tag_ == "VBD" or verb.dep_.startswith("acl")):
        return Tense.PAST
    if finite[0].tag_ in tenses.present_tags:
        return Tense.FUTURE if verb.lemma_.lower() in tenses.scheduled or verb.tag_ == "VBG" else Tense.PRESENT
    return None


def _event(token: Token, tenses: Tenses) -> Token:
    """Return the predicate that an expression hanging on `token` is said of.

    A noun in apposition stands for what it is beside, a count ("one of the gains") for what it counts, and what a verb like
    "mark" says of its subject is said of the subject.
    """
    for _ in range(_CLIMB):
        head, label = token.head, token.dep_.split(":")[0]
        if token.pos_ in _VERBAL:
            return token
        if any(child.dep_ == "cop" for child in token.children):
            return _subject(token) or token
        if head.i == token.i:
            return token
        if label == "appos" or (label in {"nmod", "pobj", "prep"} and (head.lower_ in tenses.counting or head.pos_ == "ADP")):
            token = head
        elif label in _OBJECTS and head.lemma_.lower() in tenses.equating:
            subject = _subject(head)
            if subject is None:
                return token
            token = subject
        else:
            return token
    return token


def _subject(verb: Token) -> Token | None:
    """Return the subject of a verb: its own, else, for a participle, the noun phrase right before it; no name and no pronoun."""
    own = next((child for child in verb.children if child.dep_.split(":")[0] in _SUBJECTS and child.pos_ == "NOUN"), None)
    if own is not None:
        return own
    if verb.tag_ not in {"VBG", "VBN"}:
        return None
    at = verb.i - 1
    while at >= verb.sent.start and verb.doc[at].is_punct:
        at -= 1
    if at < verb.sent.start:
        return None
    token = verb.doc[at]
    while token.head.i < verb.i and token.head.i != token.i and token.head.pos_ in _NOMINAL and not token.dep_.startswith("nsubj"):
        token = token.head
    return token if token.pos_ == "NOUN" else None
