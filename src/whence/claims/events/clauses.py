"""Which words of a statement tell which of its events.

Enters: the passages of one statement and the mentions in them. Leaves: the mentions that make claims, each with its passages and
with the words that hang on it. A clause that depends on another and tells an event of its own ("…, where they burned the bridge")
is cut out of the other's passages; a noun phrase that tells an event within a clause keeps its place in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from whence.claims.events.lexicon import Form
from whence.claims.events.mentions import Mention, nominal_patients, prepositional
from whence.claims.framed import trim
from whence.claims.tree import RELATIVE, base, children, kids, lemma, phrase, stretch, text_of, tokens_in
from whence.records import EventType, Span

CLAUSAL = frozenset({"conj", "advcl", "acl", "parataxis", "ccomp", "relcl", "xcomp", "csubj"})
"""Labels by which a clause hangs on another."""

WITHIN = frozenset({"ccomp", "xcomp", "csubj", "acl"})
"""Labels of clauses that stay part of the one that they hang on: it would say nothing without them, or not of whom."""

SPOKEN = frozenset({EventType.STATEMENT, EventType.ASSESSMENT, EventType.DENIAL, EventType.OTHER})
"""Types whose nouns tell no event by themselves where another word of the statement does ("talks", "condemnation")."""

DEEDS = frozenset({EventType.STATEMENT, EventType.DENIAL})
"""Types whose nouns tell an event where they have an owner and a verb that says that they were ("the ministry's denial came")."""

FEW = 2
"""A clause of fewer words is no claim of its own."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One event of a statement: its mention, None where no trigger tells what the governing word does, and its words."""

    mention: Mention | None
    head: Token
    passages: tuple[Span, ...]
    words: frozenset[int]


def divide(doc: Doc, passages: Sequence[Span], mentions: Sequence[Mention], occurring: frozenset[str]) -> tuple[Clause, ...]:
    """Return the clauses of one statement in the order of the text; none where it has no word."""
    tokens = [token for token in tokens_in(doc, passages) if not token.is_space]
    inside = {token.i for token in tokens}
    here = [mention for mention in mentions if mention.head.i in inside]
    root = _root(tokens, inside)
    if root is None:
        return ()
    telling = _telling(here, root, inside, occurring)
    if not telling:
        return (Clause(None, root, tuple(passages), frozenset(inside)),)
    heads = {mention.verb.i: mention for mention in telling}
    main = heads.get(root.i) or _governed(root, heads)
    if main is None and _worth(root, telling, occurring):
        own, at = None, root.i
    else:
        own = main or _first(telling)
        at = own.verb.i
    verbal = {mention.verb.i for mention in telling if _is_clause(mention, root)} | {at}
    zones = {each: _zone(doc[each], inside) for each in verbal if each != at}
    judgements = [mention.verb for mention in telling if mention.group.type is EventType.ASSESSMENT]
    judging = {verb.i for verb in judgements if verb.dep_ in RELATIVE}
    cut = {each for each in zones if doc[each].dep_ not in WITHIN and each not in judging}
    found = []
    for mention in [*telling, *([own] if own is None else [])]:
        head = root if mention is None else mention.head
        verb = root if mention is None else mention.verb
        if verb.i == at:
            words = inside - set().union(*[zones[i] for i in cut])
        elif verb.i in zones:
            if verb.dep_ == "acl" or verb.i in judging:
                zones[verb.i] |= {token.i for token in phrase(verb.head, joined=False, clauses=False)} & inside
            words = zones[verb.i] - set().union(*[zones[i] for i in cut if i != verb.i and zones[i] < zones[verb.i]])
        else:
            words = ({token.i for token in phrase(head, joined=False, clauses=False)} | _behind(head)) & inside | {head.i}
        spans = _spans(doc, words, passages, head)
        if spans:
            found.append(Clause(mention, head, spans, frozenset(words)))
    return tuple(sorted(found, key=_position))


def _position(clause: Clause) -> tuple[int, int]:
    """Return where a clause begins, wider ones first."""
    return clause.passages[0].start, -clause.passages[-1].end


def _first(mentions: Sequence[Mention]) -> Mention:
    """Return the mention that stands highest in the tree, the first of several."""
    return min(mentions, key=_depth)


def _depth(mention: Mention) -> tuple[int, int]:
    """Return how far below the root of its sentence a mention stands, and where."""
    return sum(1 for _ in mention.verb.ancestors), mention.head.i


def _root(tokens: Sequence[Token], inside: set[int]) -> Token | None:
    """Return the word that governs a statement: the verb or noun highest in the tree, of several the first that is a verb."""
    words = [token for token in tokens if not token.is_punct]
    tops = [token for token in words if token.head.i not in inside or token.head.i == token.i]
    verbs = [token for token in tops if token.pos_ in ("VERB", "AUX") or any(base(child) == "cop" for child in kids(token))]
    named = [token for token in tops if token.pos_ in ("NOUN", "PROPN")]
    as_what = [token for token in named if any(child.lower_ == "as" and base(child) == "case" for child in kids(token))]
    return next(iter(verbs or as_what or named[-1:] or tops or words), None)


def _telling(mentions: Sequence[Mention], root: Token, inside: set[int], occurring: frozenset[str]) -> list[Mention]:
    """Return the mentions that make claims: verbs, the governing noun, and nouns that say of the event who, what or where."""
    found = []
    for mention in mentions:
        purpose = base(mention.verb) == "acl" and _is_purpose(mention.verb)
        verbal = (mention.form is Form.VERB or mention.host is not None) and not purpose
        governs = root.i in (mention.verb.i, mention.head.i)
        noun = mention.form is Form.NOUN and (mention.group.type not in SPOKEN or _is_deed(mention))
        said = mention.form is Form.NOUN and mention.group.type in DEEDS and bool(nominal_patients(mention.head))
        told = (said and _occurs(mention, occurring)) or (noun and (_is_told_of(mention, inside) or _occurs(mention, occurring)))
        state = mention.form is Form.ADJECTIVE and any(base(child) == "cop" or lemma(child) == "be" for child in kids(mention.head))
        if verbal or governs or told or state:
            found.append(mention)
    kept = [mention for mention in found if not _repeats(mention, found)]
    return kept or found


def _is_deed(mention: Mention) -> bool:
    """Tell whether a noun tells of somebody's deed that coding schemes know ("the resignation of the minister")."""
    return mention.group.type is EventType.OTHER and bool(mention.group.crosswalk.plover) and bool(nominal_patients(mention.head))


def _is_purpose(verb: Token) -> bool:
    """Tell whether an infinitive only tells what something is for ("the ability to sustain offensives")."""
    return base(verb) in ("acl", "advcl") and verb.tag_ == "VB" and any(child.lower_ == "to" for child in kids(verb))


def _repeats(mention: Mention, others: Iterable[Mention]) -> bool:
    """Tell whether a mention only goes on with what another of its type tells ("withdrew … in an orderly withdrawal")."""
    return any(
        other is not mention
        and other.group.type is mention.group.type
        and (_is_within(mention, other) or _is_counted_with(mention, other) or _judges_on(mention, other))
        for other in others
    )


def _is_within(mention: Mention, other: Mention) -> bool:
    """Tell whether a noun names again what the verb right above it tells."""
    if mention.form is not Form.NOUN or mention.host is not None or other.form is not Form.VERB:
        return False
    if base(mention.head) == "nsubj":
        return False
    return any(token.i == other.head.i for token in list(mention.head.ancestors)[:2])


def _judges_on(mention: Mention, other: Mention) -> bool:
    """Tell whether a judgement only goes on with another one above it ("a blow that weakens the army")."""
    if mention.group.type is not EventType.ASSESSMENT or base(mention.verb) == "conj":
        return False
    return any(token.i == other.verb.i for token in mention.verb.ancestors)


def _is_counted_with(mention: Mention, other: Mention) -> bool:
    """Tell whether a second verb counts others of the same harm ("killed 12 and wounded 30"): the quantities tell them apart."""
    return mention.group.type is EventType.CASUALTIES and base(mention.verb) == "conj" and mention.verb.head.i == other.verb.i


def _is_told_of(mention: Mention, inside: set[int]) -> bool:
    """Tell whether a noun that tells an event has a word for who, what, where or how many."""
    head = mention.head
    if _is_purpose(head.head):
        return False
    if nominal_patients(head):
        return True
    modifiers = [child for child in kids(head) if base(child) in ("compound", "amod", "nummod") and child.i in inside]
    named = [child for child in modifiers if child not in mention.words]
    if any(child.ent_type_ or child.pos_ in ("PROPN", "NUM") for child in named):
        return True
    return any(word != "of" for word, _ in prepositional([child for child in kids(head) if child.i in inside and child.i > head.i]))


def _occurs(mention: Mention, occurring: frozenset[str]) -> bool:
    """Tell whether the verb above a noun says no more than that the event was."""
    verb = mention.head.head
    return verb.pos_ in ("VERB", "AUX") and lemma(verb) in occurring and base(mention.head) in ("nsubj", "obj")


def _governed(root: Token, heads: dict[int, Mention]) -> Mention | None:
    """Return the mention that a governing word without a trigger leads to ("managed to capture", "were forced to leave")."""
    for label in ("xcomp", "ccomp", "csubj"):
        for child in children(root, label):
            if child.i in heads:
                return heads[child.i]
            deeper = _governed(child, heads)
            if deeper is not None:
                return deeper
    return None


def _worth(root: Token, telling: Sequence[Mention], occurring: frozenset[str]) -> bool:
    """Tell whether the governing word says something besides the events that nouns under it tell."""
    verb = root.pos_ in ("VERB", "AUX")
    if verb and lemma(root) in occurring:
        return False
    state = any(base(child) == "cop" for child in kids(root))
    return verb or state or not any(mention.head.head.i == root.i for mention in telling)


def _is_clause(mention: Mention, root: Token) -> bool:
    """Tell whether a mention's verb heads a clause of its own that can be cut out."""
    verb = mention.verb
    if mention.form is Form.NOUN and mention.host is None:
        return False
    return verb.i == root.i or base(verb) in CLAUSAL or verb.head.i == verb.i


def _behind(noun: Token) -> set[int]:
    """Return the prepositional phrase right behind a noun, which the engine may have hung elsewhere ("its capture in 2022")."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if following is None or following.pos_ != "ADP" or following.head.i < following.i:
        return set()
    return set(range(following.i, following.head.i + 1))


def _zone(verb: Token, inside: set[int]) -> set[int]:
    """Return the words of a clause that hangs on another: those under its verb, without gaps and without what it hangs on."""
    under = {token.i for token in verb.subtree if token.i in inside}
    above = verb.head.i
    start = end = verb.i
    marks = {i for i in inside if verb.doc[i].is_punct}
    while start - 1 in under or (start - 1 in marks and start - 2 in under):
        start -= 1
    while end + 1 in under or (end + 1 in marks and end + 2 in under):
        end += 1
    return {i for i in range(start, end + 1) if i in inside and (i != above or above == verb.i)}


def _spans(doc: Doc, words: set[int], passages: Sequence[Span], head: Token) -> tuple[Span, ...]:
    """Return words as passages: unbroken runs within the statement's own, freed of commas and of "and" at their ends.

    A run of a word or two is left out unless `head` is in it.
    """
    runs: list[list[Token]] = []
    for i in sorted(words):
        token = doc[i]
        if runs and _goes_on(doc, runs[-1][-1].i, i):
            runs[-1].append(token)
        else:
            runs.append([token])
    found: list[Span] = []
    for whole_run in runs:
        run = whole_run
        while run and (run[-1].is_punct or run[-1].pos_ == "CCONJ") and run[-1].text not in "”’)\"'.!?":
            run.pop()
        run = _with_closing_mark(run)
        if len(run) > FEW and run[-1].lower_ == "one" and run[-2].text == ",":
            run = run[:-2]
        while run and ((run[0].is_punct and run[0].text not in "“‘(\"'") or run[0].pos_ == "CCONJ"):
            run.pop(0)
        if sum(token.is_alpha for token in run) >= FEW or head in run or (run and len(runs) == 1):
            whole = stretch(run)
            found.extend(
                part
                for passage in passages
                if passage.overlaps(whole)
                for part in trim(text_of(doc), Span(max(passage.start, whole.start), min(passage.end, whole.end)))
            )
    return tuple(found)


def _with_closing_mark(run: list[Token]) -> list[Token]:
    """Return a run with the quotation mark or bracket behind it that closes one within it."""
    following = run[-1].doc[run[-1].i + 1] if run and run[-1].i + 1 < len(run[-1].doc) else None
    opening = {"”": "“", "’": "‘", ")": "("}.get(following.text, "") if following is not None else ""
    return [*run, following] if following is not None and opening and any(token.text == opening for token in run) else run


def _goes_on(doc: Doc, last: int, following: int) -> bool:
    """Tell whether nothing but blanks stands between two words."""
    return all(doc[i].is_space for i in range(last + 1, following))
