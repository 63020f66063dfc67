"""Attributions that the shape of the sentence shows, where the engine marked none.

Enters: a parsed Doc, the word lists and the drafts so far. Leaves: further drafts: reporting verbs with a subject and a clause
("said that …", "…, she said"), "according to", participles ("confirmed by two officials") and hearsay adverbs ("reportedly"). It
adds none where a draft already has that cue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from whence.claims.conjoined import whole_phrase
from whence.claims.drafts import Draft, joined, minus
from whence.claims.kinds import sort_of_noun
from whence.claims.lexicon import Lexicon
from whence.claims.outlets import says_for_outlet
from whence.claims.tree import (
    CLAUSES,
    NOMINAL,
    acting_subject,
    agent_of,
    antecedent,
    base,
    children,
    has_tree,
    is_finite,
    is_negated,
    is_passive,
    kids,
    lemma,
    object_of,
    owner_of,
    phrase,
    prepositions,
    span_of,
    stretch,
    subject_of,
    subtree,
    text_of,
    tokens_in,
)
from whence.records import Reason, Span

AUXILIARIES = ("aux", "aux:pass", "auxpass", "neg")


def framed(doc: Doc, lexicon: Lexicon, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the attributions that the tree shows and `drafts` lack."""
    if not has_tree(doc):
        return ()
    taken = [span for draft in drafts for span in draft.cue]
    found: list[Draft] = []
    for token in doc:
        for draft in _at(token, lexicon):
            covered = any(span.overlaps(cue) for cue in draft.cue for span in taken)
            if draft.content and not covered:
                found.append(draft)
                taken.extend(draft.cue)
    return tuple(found)


def _at(token: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield what `token` makes the cue of."""
    if token.lower_ == "according":
        yield from _according(token)
    elif token.lower_ in lexicon.frames.hearsay:
        yield from _hearsay(token)
    elif token.pos_ == "VERB" and lemma(token) in lexicon.frames.showing and says_for_outlet(subject_of(token), lexicon):
        yield from _publication(token, lexicon)
    elif token.pos_ == "VERB" and is_count(token, lexicon) and (counted := list(_counting(token, lexicon))):
        yield from counted
    elif token.pos_ == "VERB" and lemma(token) in lexicon.speech:
        yield from _speech(token, lexicon)
    elif token.pos_ == "VERB" and lemma(token) in lexicon.frames.corroborating:
        yield from _by_agent(token, lexicon)
    elif token.pos_ == "VERB" and lemma(token) in lexicon.grades and not is_negated(token, lexicon.small.negations):
        own = subject_of(token)
        if own is not None and own.pos_ in ("NOUN", "PROPN") and (own.ent_type_ or sort_of_noun(own, lexicon)):
            yield from (
                draft for draft in _speech(token, lexicon) if any(is_finite(word) for word in tokens_in(token.doc, draft.content))
            )
    elif token.pos_ == "NOUN" and lemma(token) in lexicon.frames.according and prepositions(token)[:1] == ["in"]:
        yield from _in_the_words_of(token)


def cue_span(verb: Token, extra: Iterable[Token] = ()) -> Span:
    """Return the verb with the auxiliaries and "not" that stand right before it, and `extra` words right behind."""
    words = [verb, *(child for child in kids(verb) if child.dep_ in AUXILIARIES or child.lower_ in ("not", "n't", "n’t"))]
    first = verb.i
    indices = {word.i for word in words} | {child.i for child in kids(verb) if child.dep_ == "advmod" and child.i < verb.i}
    while first - 1 in indices:
        first -= 1
    return stretch([verb.doc[first], verb, *extra])


def spans_of(tokens: Iterable[Token], *, without: Iterable[Span] = ()) -> tuple[Span, ...]:
    """Return `tokens` as passages, less `without`, freed of commas and dashes at their ends."""
    known = sorted({token.i: token for token in tokens}.items())
    if not known:
        return ()
    doc = known[0][1].doc
    whole = joined(text_of(doc), (span_of(token) for _, token in known if not token.is_space))
    return tuple(trimmed for span in minus(whole, without) for trimmed in trim(text_of(doc), span))


def trim(text: str, span: Span, marks: str = " \n\t,;:—–-") -> tuple[Span, ...]:
    """Return the span without `marks` at its ends, nothing where no word is left."""
    start, end = span.start, span.end
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return (Span(start, end),) if any(char.isalnum() for char in text[start:end]) else ()


def _subtree(head: Token, *, but: Iterable[Token] = ()) -> list[Token]:
    """Return what hangs on `head`, without the subtrees of `but`."""
    joining = [child for child in kids(head) if child.dep_ == "cc" and child.i < head.i]
    left_out = {token.i for branch in (*but, *joining) for token in subtree(branch)}
    return [token for token in subtree(head) if token.i not in left_out]


def _clause(head: Token) -> list[Token]:
    """Return a clause without the "that" that opens it."""
    marks = [child for child in kids(head) if child.dep_ == "mark" and child.lower_ == "that"]
    return _subtree(head, but=marks)


def _according(token: Token) -> Iterator[Draft]:
    """Yield the attribution of "according to": its noun is the source, the clause it hangs on the content."""
    if token.dep_ in ("prep", "advmod", "advcl") and token.head.i != token.i:  # the older spaCy labels
        to = next((child for child in kids(token) if child.lower_ == "to"), None)
        noun = next((child for child in kids(to) if child.dep_ == "pobj"), None) if to is not None else None
        noun = noun or next(children(token, "obl", "nmod", "pobj"), None)
        clause, branch = token.head, token
    elif token.dep_ == "case":
        to, noun = next(children(token, "fixed"), None), token.head
        to = to or next((child for child in kids(noun) if child.dep_ == "case" and child.lower_ == "to"), None)
        clause, branch = noun.head, noun
    else:
        return
    if noun is None or clause.i == noun.i:
        return
    source = phrase(noun)
    cue = stretch([token, to] if to is not None else [token])
    content = spans_of(_subtree(clause, but=[branch]), without=(cue, stretch(source)))
    yield Draft(
        (stretch(source),),
        (cue,),
        content,
        (Reason("frame", "“according to” names the source of the rest of the sentence", (cue,)),),
    )


def _in_the_words_of(noun: Token) -> Iterator[Draft]:
    """Yield the attribution of "in the words of the mayor"."""
    owner, clause = owner_of(noun), noun.head
    if owner is None or clause.i == noun.i:
        return
    source = phrase(owner) if owner.i > noun.i else [owner]
    words = [
        noun,
        *(token for child in (noun, owner) for token in kids(child) if token.dep_ in ("case", "det") and token.i < owner.i),
    ]
    before = [token for token in words if token.i < source[0].i]
    if not before:
        return
    cue = stretch(before)
    content = spans_of(_subtree(clause, but=[noun]), without=(cue, stretch(source)))
    yield Draft(
        (stretch(source),),
        (cue,),
        content,
        (Reason("frame", f"“{cue.cut(text_of(noun.doc))}” names the source of the sentence", (cue,)),),
    )


def _hearsay(token: Token) -> Iterator[Draft]:
    """Yield the attribution of "reportedly": somebody's word, the report does not say whose."""
    clause = token.head
    if clause.i == token.i or clause.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
        return
    reason = Reason(
        "frame", f"“{token.text}” tells that the report has it from others and does not say from whom", (span_of(token),)
    )
    yield Draft((), (span_of(token),), spans_of(_subtree(clause), without=(span_of(token),)), (reason,))


def _publication(verb: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield the attribution of "the newspaper's analysis underscores the port's weight", with a clause or without."""
    own = subject_of(verb)
    if own is None or is_negated(verb, lexicon.small.negations):
        return
    phrases = {parts for parts, _ in lexicon.phrases}
    cue = cue_span(verb, [token for token in verb.doc[verb.i + 1 : verb.i + 2] if (lemma(verb), token.lower_) in phrases])
    source = stretch(phrase(own, clauses=False))
    left_out = [child for child in kids(verb) if child.i < verb.i or child.is_punct]
    left_out.extend(child for clause in children(verb, "ccomp") for child in children(clause, "mark") if child.lower_ == "that")
    content = spans_of(_subtree(verb, but=left_out), without=(cue, source))
    reason = Reason("frame", f"“{own.text}” are the words of an outlet, and “{verb.text}” tells what they say", (source, cue))
    yield Draft((source,), (cue,), content, (reason,))


def _speech(verb: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield the attribution of a reporting verb with a clause, before or behind it."""
    own = subject_of(verb)
    if verb.dep_ == "xcomp" and lemma(verb.head) in lexicon.frames.silent:
        return
    clause = next((child for child in children(verb, "ccomp") if own is None or child.i != own.i), None)
    if (
        clause is None
        and verb.dep_ == "parataxis"
        and own is not None
        and verb.head.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "PROPN")
    ):
        yield from _aside(verb, own)
        return
    if clause is None:
        yield from _by_agent(verb, lexicon)
        return
    if is_negated(verb, lexicon.small.negations) and lemma(verb) not in lexicon.frames.denying:
        return
    passive = is_passive(verb) and any(child.dep_ in ("aux:pass", "auxpass") for child in kids(verb))
    cue = cue_span(verb)
    reason = Reason("frame", f"“{verb.text}” reports the clause that depends on it", (cue,))
    if passive and agent_of(verb) is None and (own is None or own.lower_ == "it"):
        yield Draft((), (cue,), spans_of(_clause(clause), without=(cue,)), (reason,))
        return
    speaker = agent_of(verb) if passive else acting_subject(verb)
    if speaker is None or speaker.pos_ not in NOMINAL:
        return
    source = stretch(phrase(speaker)) if own is None or antecedent(own) is None else stretch(phrase(speaker, clauses=False))
    content = spans_of(_clause(clause), without=(cue, source))
    yield Draft((source,), (cue,), content, (reason,))


def _aside(verb: Token, speaker: Token) -> Iterator[Draft]:
    """Yield the attribution of "…, she said", set into or behind what is said."""
    if speaker.pos_ not in NOMINAL or any(child.dep_ in CLAUSES or child.dep_ in ("obj", "dobj") for child in kids(verb)):
        return
    cue, source = cue_span(verb), stretch(phrase(speaker))
    inserted = stretch(subtree(verb))
    content = spans_of(_subtree(verb.head, but=[verb]), without=(inserted,))
    yield Draft((source,), (cue,), content, (Reason("frame", f"“{verb.text}” is set into the words that it reports", (cue,)),))


def is_count(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a verb puts a number to something: "put the toll"."""
    counted = object_of(verb)
    if counted is None or lemma(verb) not in lexicon.frames.counting:
        return False
    return not lexicon.frames.counts.isdisjoint((lemma(counted), counted.lower_))


def _counting(verb: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield the attribution of "the ministry put the toll at seven": what is counted and the number behind "at"."""
    counted, speaker = object_of(verb), subject_of(verb)
    if counted is None or speaker is None or not is_count(verb, lexicon):
        return
    at = next((token for token in verb.doc[counted.i + 1 : verb.sent.end] if token.lower_ == "at"), None)
    if at is None or at.head.i < at.i:
        return
    cue, content = span_of(verb), spans_of([*phrase(counted), *verb.doc[at.i : at.head.i + 1]])
    yield Draft(
        (stretch(phrase(speaker)),), (cue,), content, (Reason("frame", f"“{verb.text} … at” tells whose count it is", (cue,)),)
    )


def _by_agent(verb: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield the attribution of "confirmed by two officials" behind a noun, or as the sentence's passive."""
    agent = agent_of(verb)
    if agent is None or agent.pos_ not in NOMINAL or not is_passive(verb):
        return
    if lemma(verb) not in lexicon.frames.passive | lexicon.frames.corroborating:
        return
    behind = base(verb) in ("acl", "amod", "advmod") and verb.head.pos_ in NOMINAL
    said = verb.head if behind else subject_of(verb)
    if said is None:
        return
    by = next((child for child in kids(agent) if child.dep_ == "case" and child.lower_ == "by"), None)
    by = by or next((child for child in kids(verb) if child.dep_ == "agent"), None)
    near = [by] if by is not None and by.i == verb.i + 1 else []
    cue, source = cue_span(verb, near), stretch(whole_phrase(agent, lexicon))
    content = spans_of(phrase(said, clauses=False), without=(cue, source))
    yield Draft(
        (source,), (cue,), content, (Reason("frame", f"“{verb.text}” tells whose word or what evidence it rests on", (cue,)),)
    )
