"""What sort of thing a claim is: an event, an assessment, background or speculation.

Enters: the word that tells the claim, how sure it is told, its type and times. Leaves: the kind with the one reason that decided.
The order of precedence, the first that holds:

1. a description of what a place or body is ("a key rail hub in the north") is background;
2. words of judgement make an assessment, or speculation where they are told as possible or asked ("could signal a shift");
3. what might be or come (possible, foreseen, meant, supposed, asked) is speculation;
4. what lies before the story is background: a time well before publication, "once", "used to", the pluperfect of the report's own
   voice;
5. all else is an event; so is a physical event beside which loaded words stand, since only the claim's own words count.

Whether a judgement is just, or an event took place, it does not say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Doc, Token

from whence.claims.stance.lexicon import Judgements, load_judgements, load_stances
from whence.claims.tree import base, has_tree, kids, lemma, object_of, span_of
from whence.records import Certainty, ClaimKind, CueGrade, Degree, EventType, Known, Reason, Span, TimeExpression

LONG_BEFORE = timedelta(days=60)
"""How long before publication a stretch must have ended for what it dates to be background. News tells of days and weeks, and looks
back by months and years; chosen between the two, not swept."""

_UNTYPED = frozenset({EventType.STATEMENT, EventType.ASSESSMENT, EventType.DENIAL, EventType.OTHER})
"""Types that name no physical event, in whose words a judgement may lie."""
_LEANING = frozenset({"likely", "unlikely", "believing", "appearing"})
"""Classes of certainty that look ahead over a bare infinitive ("likely to leave") and not over a past ("likely left")."""
_FORETOLD = frozenset({"likely", "unlikely"})
"""The same over a noun ("a ceasefire is unlikely")."""
_DOUBLED = frozenset({"impossible", "unlikely"})
"""Classes of certainty that with "not" leave something possible ("cannot be ruled out")."""
_NOUNS = frozenset({"NOUN", "PROPN"})
_CLIMB = 4


def tell_kind(  # noqa: PLR0917 - the parts of one claim, in the order in which they are found
    doc: Doc,
    trigger: tuple[Token, ...],
    passages: Sequence[Span],
    certainty: Certainty,
    event: EventType,
    times: Sequence[TimeExpression],
    published: date | None,
) -> tuple[ClaimKind, Reason]:
    """Return the kind of the claim that `trigger` tells, and why.

    `certainty` is that of the source nearest the event; `times` may be all of the report: those of the claim's `passages` that are
    said of the trigger count.
    """
    words, head = load_judgements(), trigger[0]
    identity = _identity(head, event, words)
    if identity is not None:
        return ClaimKind.BACKGROUND, Reason("description", f"“{identity.text}” tells what something is", (span_of(identity),))
    opened = _open(head, certainty)
    judged = next(_judging(head, event, words), head if event is EventType.ASSESSMENT else None)
    if judged is not None:
        if opened is not None and certainty.degree in {Degree.POSSIBLE, Degree.UNCOMMITTED}:
            return ClaimKind.SPECULATION, Reason("possible meaning", f"“{judged.text}” judges, and: {opened.detail}", opened.spans)
        return ClaimKind.ASSESSMENT, Reason("judgement", f"“{judged.text}” tells a judgement", (span_of(judged),))
    if opened is not None:
        return ClaimKind.SPECULATION, Reason("what might be or come", opened.detail, opened.spans)
    within = [time for time in times if any(passage.covers(time.span) for passage in passages)]
    earlier = _earlier(head, certainty, within, published) if has_tree(doc) else None
    if earlier is not None:
        return ClaimKind.BACKGROUND, earlier
    return ClaimKind.EVENT, Reason("told as happening", f"“{head.text}” tells what happened or is so", (span_of(head),))


def _has_copula(head: Token) -> bool:
    """Tell whether a word is a predicate with a copula."""
    return any(child.dep_ == "cop" for child in kids(head))


def _identity(head: Token, event: EventType, words: Judgements) -> Token | None:
    """Return the noun that tells what a place or body is, where the claim is no more than that."""
    told = head.pos_ in _NOUNS and event in _UNTYPED and lemma(head) in words.words["identity"]
    return head if told and (head.dep_ == "appos" or _has_copula(head)) else None


def _adjective(noun: Token, words: Judgements) -> Token | None:
    """Return the judging adjective of a noun."""
    return next((child for child in kids(noun) if base(child) == "amod" and child.lower_ in words.words["adjectives"]), None)


def _judging(head: Token, event: EventType, words: Judgements) -> Iterator[Token]:
    """Yield the words by which the claim of `head` judges."""
    lists, own = words.words, lemma(head)
    noun = head.pos_ in _NOUNS
    if event not in _UNTYPED:
        heavy = own in lists["heavy"] and _adjective(head, words) is not None
        if heavy if noun else _pair(head, words) is not None:
            yield head
        return
    copula = _has_copula(head)
    if noun:
        if own in lists["heavy"] or (copula and (own in lists["nouns"] or _adjective(head, words) is not None)):
            yield _adjective(head, words) or head
        return
    if copula and head.lower_ in lists["adjectives"] - lists["light"]:
        yield head
        return
    if own in lists["verbs"] or _pair(head, words) is not None:
        yield head
        return
    if own in lists["with_judgement"]:
        yield from (found for thing in _arguments(head) if (found := _judged(thing, words)) is not None)
    if own in lists["linking"] or head.lower_ in lists["linking"]:
        yield from (child for child in kids(head) if child.dep_ == "xcomp" and child.lower_ in lists["adjectives"] - lists["light"])


def _pair(head: Token, words: Judgements) -> Token | None:
    """Return the object that with its verb makes a judgement ("turned the tide")."""
    own = lemma(head)
    return next((thing for thing in _arguments(head) if (own, lemma(thing)) in words.pairs), None)


def _arguments(head: Token) -> Iterator[Token]:
    """Yield what a verb is about: its object, what stands behind "as" or "to", its subject in the passive."""
    thing = object_of(head)
    if thing is not None:
        yield thing
    for child in kids(head):
        if child.dep_ in {"obl", "nsubj:pass", "xcomp", "obj"} and child is not thing and child.pos_ in _NOUNS:
            yield child


def _judged(thing: Token, words: Judgements) -> Token | None:
    """Return what makes a verb's object one of judgement: the noun itself or its adjective."""
    adjective = _adjective(thing, words)
    if adjective is not None:
        return adjective
    return thing if lemma(thing) in words.words["nouns"] else None


@cache
def _open_kinds() -> frozenset[str]:
    """Return the kinds of reasons by which an event might be or come."""
    stances = load_stances()
    grades = {grade.value for grade, stance in stances.grades.items() if stance.open}
    return frozenset({name for name, stance in stances.classes.items() if stance.open} | grades)


def _open(head: Token, certainty: Certainty) -> Reason | None:
    """Return the reason why an event might be or come, None where it is told as past or present, or as not so."""
    if certainty.degree is Degree.CERTAIN:
        return None
    if not certainty.because and certainty.degree is Degree.POSSIBLE:
        return Reason("possible", "it is told as possible")
    ahead = head.pos_ in _NOUNS or _looks_ahead(head)
    for reason in certainty.because:
        if certainty.degree is Degree.POSSIBLE and reason.kind in _DOUBLED:
            return reason
        if head.pos_ in _NOUNS:
            leans = reason.kind in _FORETOLD and not _modifies(head, reason)
        else:
            leans = reason.kind in _LEANING and ahead
        if leans:
            return reason
        if reason.kind in _open_kinds() and (ahead or reason.kind != CueGrade.WARNED.value):
            return reason
    return None


def _looks_ahead(head: Token) -> bool:
    """Tell whether a verb is a bare infinitive with no "have"."""
    if head.tag_ != "VB":
        return False
    return not any(base(child) == "aux" and child.lower_ in load_judgements().words["having"] for child in kids(head))


def _modifies(head: Token, reason: Reason) -> bool:
    """Tell whether a reason rests on words that stand with the noun itself ("a likely strike"), or on a noun over it."""
    near = [child.idx for child in kids(head)]
    over = head.head.idx if base(head) in {"nmod", "compound"} else -1
    return any(span.start in near or span.start == over for span in reason.spans)


def _earlier(head: Token, certainty: Certainty, times: Sequence[TimeExpression], published: date | None) -> Reason | None:
    """Return why the claim lies before the story, None where it does not; `times` are those of its passages."""
    words = load_judgements()
    dated = (_long_ago(head, time, certainty, published) for time in times)
    reason = next((reason for reason in dated if reason is not None), None)
    if reason is not None:
        return reason
    for child in kids(head):
        if (
            child.dep_ == "advmod"
            and child.lower_ in words.words["before"]
            and child.i < head.i
            and _next(child) not in {"again", "more"}
        ):
            return Reason("earlier", f"“{child.text}” puts it before the story", (span_of(child),))
        if base(child) in {"obl", "nmod"} and _in_a_span(child, words):
            return Reason("earlier", f"it is put into an earlier “{child.text}” of the war", (span_of(child),))
    if base(head) == "xcomp" and head.head.lower_ in words.words["used"]:
        return Reason("earlier", f"“{head.head.text} to” puts it before the story", (span_of(head.head),))
    return _pluperfect(head, certainty, words)


def _next(token: Token) -> str:
    """Return the word behind `token` in small letters."""
    return token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""


def _in_a_span(token: Token, words: Judgements) -> bool:
    """Tell whether a phrase names an earlier part of a war: "in the war's second year"."""
    if lemma(token) not in words.words["spans"]:
        return False
    below = [lemma(other) for other in token.subtree]
    return any(word in words.words["ordinals"] for word in below) and any(word in words.words["wars"] for word in below)


def _long_ago(head: Token, time: TimeExpression, certainty: Certainty, published: date | None) -> Reason | None:
    """Return the reason that a time gives if it is said of the claim and lies well before publication."""
    if published is None or not isinstance(time.interval, Known):
        return None
    cut = head.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if cut is None or not _said_of(cut.root, head, certainty):
        return None
    since = any(child.lower_ in load_judgements().words["since"] for child in kids(cut.root))
    if since and certainty.denied:
        return None
    last = (time.interval.value.start if since else time.interval.value.end).date()
    if last >= published - LONG_BEFORE:
        return None
    told = "goes on since" if since else "is put at"
    return Reason("earlier", f"it {told} “{time.text}”, more than {LONG_BEFORE.days} days before publication", (time.span,))


def _said_of(time: Token, head: Token, certainty: Certainty) -> bool:
    """Tell whether a time is said of the claim: it hangs on its word, or on the verb by which that happens."""
    at = time
    for _ in range(_CLIMB):
        if at.i == head.i:
            return True
        if at.pos_ == "VERB":
            return head.head.i == at.i and any(reason.kind in {"occurring", "negation"} for reason in certainty.because)
        if at.head.i == at.i:
            return False
        at = at.head
    return at.i == head.i


def _pluperfect(head: Token, certainty: Certainty, words: Judgements) -> Reason | None:
    """Return the reason that a "had" gives in the report's own voice; under "said" it is only that clause's past."""
    had = next((child for child in kids(head) if base(child) == "aux" and child.lower_ in words.words["had"]), None)
    if had is None or head.tag_ == "VB":
        return None
    grades = {grade.value for grade in CueGrade}
    if any(reason.kind in grades or reason.kind in {"supposing", "passing"} for reason in certainty.because):
        return None
    at = head
    while base(at) == "conj" and at.head.i != at.i:
        at = at.head
    if base(at) in {"ccomp", "parataxis", "xcomp"}:
        return None
    return Reason("earlier", f"“{had.text} {head.text}” is told as before the story", (span_of(had), span_of(head)))
