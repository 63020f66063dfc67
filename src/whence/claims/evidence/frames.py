"""Where a sentence uses a noun as evidence: what shows something, by or in which something is so, and who was there.

Enters: the tree and the passages of one claim. Leaves: the nouns with their kind and the reason. A noun outside any such frame
tells of a thing in the world, not of evidence ("the guard burned the records").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from whence.claims.evidence.words import EvidenceWords, evidence_words, kind_of_head
from whence.claims.lexicon import load_lexicon
from whence.claims.tree import (
    NOMINAL,
    SUBJECTS,
    VERBAL,
    agent_of,
    antecedent,
    base,
    children,
    has_tree,
    is_negated,
    is_passive,
    lemma,
    object_of,
    phrase,
    prepositions,
    span_of,
    stretch,
    subject_of,
    tokens_in,
)
from whence.records import EvidenceKind, Reason, Source, Span

FAR = 5
"""Words up the tree within which a word of the sentence belongs to a claim."""


AND = 2
"""Words from a noun to the one behind "and"."""

NEAR = 4
"""Words behind "and" within which all belongs to the noun there."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A noun that is used as evidence. `holder` is the passage that names who gives it, where its frame says so."""

    kind: EvidenceKind
    head: Token
    span: Span
    reason: Reason
    holder: Span | None = None


def hints(doc: Doc, passages: Sequence[Span], sources: Sequence[Source], cue: Sequence[Span], sentence: Span) -> list[Hint]:
    """Return the nouns of a sentence that are used as evidence for the claim of `passages`; none without a tree."""
    if not has_tree(doc):
        return []
    places = (*passages, *cue, *(source.span for source in sources if source.span is not None))
    own = {token.i for token in tokens_in(doc, places)}
    words = evidence_words()
    heads = {head.i for source in sources if source.span is not None and (head := _top(doc, source.span)) is not None}
    found: list[Hint] = []
    for token in tokens_in(doc, (sentence, *places)):
        if not _belongs(token, own):
            continue
        if token.pos_ in NOMINAL:
            shown = _as_evidence(token, words)
            found += [hint for hint in (shown, _by_name(token, heads, words)) if hint is not None]
            found += _joined(shown) if shown is not None else []
        if token.pos_ in VERBAL:
            found += _seen_by(token, words)
    return found


def _top(doc: Doc, span: Span) -> Token | None:
    """Return the word of a passage that governs the others."""
    tokens = tokens_in(doc, (span,))
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head.i == token.i), None)


def _belongs(token: Token, own: set[int]) -> bool:
    """Tell whether a word is one of a claim's own or hangs on one of them, in the same clause or one within it."""
    at = token
    for _ in range(FAR):
        if at.i in own:
            return True
        if at.head.i == at.i or (at.dep_ in ("conj", "parataxis") and at.pos_ in VERBAL):
            return False
        at = at.head
    return False


def _as_evidence(token: Token, words: EvidenceWords) -> Hint | None:
    """Return a noun that shows something, by which something is so, or that somebody cites or gives."""
    named = _medium(token, words)
    kind = kind_of_head(token) or (named[0] if named else None)
    if kind is None or base(token) in ("compound", "flat"):
        return None
    span, holder = stretch(phrase(token, joined=False)), None
    frame = _frame(token, words)
    if not frame and named is not None:
        frame, subject = f"what is said is said in “{token.text}”", subject_of(token.head)
        holder = stretch(phrase(subject, clauses=False)) if subject is not None and subject.pos_ != "PRON" else None
    if not frame:
        return None
    return Hint(kind, token, span, Reason("evidence", frame, (span, span_of(token.head))), holder)


def _joined(hint: Hint) -> Iterator[Hint]:
    """Yield what "and" joins to evidence; a participle before its noun may be read as a verb ("imagery and intercepted calls")."""
    for child in (*children(hint.head, "conj"), *children(hint.head.head, "conj")):
        noun = object_of(child) if child.pos_ in VERBAL and child.i == hint.head.i + AND else child
        kind = kind_of_head(noun) if noun is not None and noun.i > hint.head.i else None
        if noun is not None and kind is not None and (noun.i != child.i or child.head.i == hint.head.i):
            behind = [token for token in noun.doc[hint.head.i : noun.i] if token.pos_ == "CCONJ" or token.text == ","][-1:]
            start = behind[0].i + 1 if behind and noun.i - behind[0].i <= NEAR else noun.i
            yield replace(hint, kind=kind, head=noun, span=stretch([noun.doc[start], *phrase(noun, joined=False)]))


def _frame(token: Token, words: EvidenceWords) -> str:
    """Return how a noun is used as evidence, empty where it is not."""
    verb, told = token.head, prepositions(token)
    verb_lemma = lemma(verb)
    if token.dep_ in SUBJECTS and verb_lemma in words.showing and not _is_acted_on(token):
        return f"“{token.text}” {verb.text} it" if verb.tag_ != "VB" else f"“{token.text}” is said to {verb.text} it"
    if "according" in told:
        return f"the claim is told according to “{token.text}”"
    hangs = words.prepositions.intersection(told) or token.dep_ == "obl:agent"
    if base(token) in ("obl", "nmod", "pobj") and verb_lemma in words.seen and hangs:
        negated = verb.pos_ in VERBAL and is_negated(verb, load_lexicon().small.negations)
        passive = verb.pos_ not in VERBAL or is_passive(verb)
        return "" if negated or not passive else f"something is “{verb.text}” {told[0] if told else 'by'} it"
    if base(token) == "obj" and verb_lemma in words.citing:
        return f"somebody is “{verb.text}” it"
    if base(token) == "obj" and verb_lemma in words.publishing and subject_of(verb) is not None:
        return f"somebody “{verb.text}” it"
    return ""


def _is_acted_on(token: Token) -> bool:
    """Tell whether a noun is the subject of a passive: "the video was shown" shows nothing."""
    return token.dep_ in ("nsubj:pass", "nsubjpass") and token.head.tag_ == "VBN"


def _medium(token: Token, words: EvidenceWords) -> tuple[EvidenceKind, str] | None:
    """Return the kind of recording or post in which somebody speaks: "in a video address she said"."""
    if base(token) != "obl" or lemma(token.head) not in words.speaking or not {"in", "on", "via"}.intersection(prepositions(token)):
        return None
    before = " ".join(each.lower_ for each in token.doc[max(token.sent.start, token.i - 1) : token.i])
    kind = words.phrases.get(f"{before} {lemma(token)}") or words.nouns.get(lemma(token))
    return (kind, before) if kind in (EvidenceKind.VIDEO, EvidenceKind.SOCIAL) else None


def _by_name(token: Token, heads: set[int], words: EvidenceWords) -> Hint | None:
    """Return a source that was there by its very name ("witnesses") or by the place it is put at ("a reporter at the scene")."""
    noun = lemma(token)
    if noun not in words.witnesses and noun not in words.reporting:
        return None
    told = phrase(token, joined=False)
    text = " ".join(each.lower_ for each in told)
    witness = noun in words.witnesses and (token.i in heads or "according" in prepositions(token))
    placed = noun in words.reporting and any(scene in text for scene in words.scene)
    if not witness and not placed:
        return None
    reason = Reason("evidence", f"“{token.text}” were there" if witness else "a reporter is said to be there", (stretch(told),))
    return Hint(EvidenceKind.PRESENCE, token, stretch(told), reason)


def _seen_by(verb: Token, words: EvidenceWords) -> Iterator[Hint]:
    """Yield who is said to have seen or heard it."""
    if lemma(verb) not in words.seeing or is_negated(verb, load_lexicon().small.negations):
        return
    who = agent_of(verb) if is_passive(verb) else subject_of(verb)
    if who is None:
        return
    who = antecedent(who) or who
    named = who.ent_type_ in ("PER", "PERSON") and lemma(verb) == "witness"
    if lemma(who) not in words.observers | words.witnesses and not named:
        return
    if is_passive(verb) and lemma(verb) not in ("witness", "watch", "hear", "observe", "see"):
        return
    span = stretch(phrase(who, joined=False))
    yield Hint(
        EvidenceKind.PRESENCE,
        who,
        span,
        Reason("evidence", f"they are said to have been there: “{verb.text}”", (span, span_of(verb))),
    )
