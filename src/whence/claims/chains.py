"""On whose word through whom: the chain of sources behind an attribution, nearest the reader first.

Enters: the drafts and the ground. Leaves: for each draft its chain, and which drafts are no statements of their own because they
only name a further source ("citing a report") or one that stands beside another ("corroborated by officials"). Chains are made of
attributions within another's content, of outlets that were told, that hold a document or that are quoted, and of sources cited.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from whence.claims.comments import is_comment
from whence.claims.drafts import Draft, cue_verb, minus, shared
from whence.claims.kinds import THINGS
from whence.claims.naming import speaks_of_naming, with_naming
from whence.claims.sources import Ground, can_speak, carried, one_source, sources_of, unstated
from whence.claims.tree import (
    NOMINAL,
    OBJECTS,
    agent_of,
    base,
    children,
    has_tree,
    head_of,
    is_finite,
    is_participle,
    is_passive,
    kids,
    lemma,
    object_of,
    phrase,
    prepositions,
    span_of,
    stretch,
    subtree,
    tokens_in,
)
from whence.records import Known, Reason, Source, SourceKind, Span


@dataclass(frozen=True, slots=True)
class Chains:
    """The chain of each draft, the draft within whose content it stands, and the drafts that are no statements of their own."""

    chains: tuple[tuple[Source, ...], ...]
    parents: tuple[int | None, ...]
    absorbed: frozenset[int]


def parents_of(drafts: Sequence[Draft]) -> tuple[int | None, ...]:
    """Return for each draft the innermost one whose content its frame, or where it has none its content, lies in."""
    found: list[int | None] = []
    for at, draft in enumerate(drafts):
        frame = draft.frame or draft.content
        best: tuple[int, int] | None = None
        for other, outer in enumerate(drafts):
            within = any(span.covers(frame[0]) and span.covers(frame[-1]) for span in outer.content)
            if other == at or not within or shared(draft.content, outer.frame) or set(outer.content) == set(draft.content):
                continue
            size = sum(len(span) for span in outer.content)
            if best is None or size < best[0]:
                best = size, other
        found.append(best[1] if best else None)
    return tuple(found)


def build_chains(ground: Ground, drafts: Sequence[Draft]) -> Chains:
    """Return the chains of `drafts`, outer attributions before inner ones."""
    parents = parents_of(drafts)
    verbs = [cue_verb(ground.doc, draft) for draft in drafts]
    corroborations = _corroborations(ground, drafts, verbs)
    citing = [token for token in ground.doc if is_participle(token) and lemma(token) in ground.lexicon.frames.citing]
    cited = [_cited(ground, draft, verb, citing) for draft, verb in zip(drafts, verbs, strict=True)]
    absorbed = _absorbed(ground, drafts, verbs, corroborations, cited)
    local = []
    for at, draft in enumerate(drafts):
        bearing = [drafts[number] for number, borne in corroborations if borne == at]
        local.append(_steps(ground, draft, verbs[at], bearing, cited[at]))
    chains: list[tuple[Source, ...]] = []
    for at, draft in enumerate(drafts):
        steps = local[at]
        seen = {at}
        before = draft.follows
        while before is not None and before not in seen and not steps:
            seen.add(before)
            detail = "the quotation names nobody; its speaker goes on from the one before"
            reason = Reason("speaker carried on", detail, drafts[before].source or drafts[before].cue or draft.content)
            steps = tuple(carried(source, reason) for source in local[before])
            before = drafts[before].follows
        if not steps:
            steps = (unstated(draft.cue or draft.content),)
        outer, seen = parents[at], {at}
        while outer is not None and outer not in seen:
            seen.add(outer)
            if outer not in absorbed:
                steps = (*local[outer], *steps)
            outer = parents[outer]
        chains.append(_once(steps))
    return Chains(tuple(chains), parents, absorbed)


def _once(steps: Sequence[Source]) -> tuple[Source, ...]:
    """Return a chain in which no source follows itself, and the report's reason for not naming one is kept."""
    kept: list[Source] = []
    for step in steps:
        same = kept and isinstance(step.name, Known) and isinstance(kept[-1].name, Known) and step.name.value == kept[-1].name.value
        if not same:
            kept.append(step)
    return tuple(kept)


def _steps(
    ground: Ground, draft: Draft, verb: Token | None, bearing: Sequence[Draft], cited: Sequence[Token]
) -> tuple[Source, ...]:
    """Return the sources that one attribution names itself: who passes it on, who says it, whom they cite.

    `bearing` are the attributions that only let others bear the source out; those stand beside it. `cited` head those cited.
    """
    if not draft.source:
        return ()
    source = sources_of(ground, minus(draft.source, _citing_clauses(ground, draft)) or draft.source)
    beside = [with_naming(ground, other, draft.frame) for other in source.beside]
    for corroboration in bearing:
        reason = Reason(
            "corroboration", "the report says that this source bears the other out", (*corroboration.cue, *draft.source)
        )
        beside.extend(
            with_naming(ground, replace(other, because=(*other.because, reason)), corroboration.frame)
            for other in _flat(sources_of(ground, corroboration.source))
        )
    source = replace(with_naming(ground, source, draft.frame), beside=tuple(beside))
    before = [one_source(ground, phrase(noun)) for noun in _holders(ground, draft, verb)]
    outside = [(noun, _outside(draft, phrase(noun))) for noun in cited]
    behind = [with_naming(ground, one_source(ground, words or [noun]), draft.frame) for noun, words in outside]
    return _once((*before, *_taken_up(ground, source, draft), source, *behind))


def _outside(draft: Draft, words: list[Token]) -> list[Token]:
    """Return the words of a source up to the first that belongs to what is said."""
    inside = next((at for at, word in enumerate(words) if any(span.covers(span_of(word)) for span in draft.content)), len(words))
    return words[:inside]


def _citing_clauses(ground: Ground, draft: Draft) -> list[Span]:
    """Return the "citing two officials" within a source: those are sources of their own."""
    found = []
    for place in draft.source:
        tokens = tokens_in(ground.doc, [place])
        citing = next(
            (token for token in tokens[1:] if is_participle(token) and lemma(token) in ground.lexicon.frames.citing), None
        )
        if citing is not None:
            found.append(Span(citing.idx, place.end))
    return found


def _flat(source: Source) -> tuple[Source, ...]:
    """Return a source and those beside it, each alone."""
    return (replace(source, beside=()), *source.beside)


def _corroborations(ground: Ground, drafts: Sequence[Draft], verbs: Sequence[Token | None]) -> list[tuple[int, int]]:
    """Return which draft only bears out which other's source, by position."""
    found = []
    for at, draft in enumerate(drafts):
        verb = verbs[at]
        if not draft.source or verb is None or lemma(verb) not in ground.lexicon.frames.corroborating:
            continue
        size = sum(len(span) for span in draft.content)
        borne = (other for other, stated in enumerate(drafts) if other != at and shared(draft.content, stated.source) * 2 >= size)
        other = next((other for other in borne if can_speak(ground, drafts[other].source)), None)
        if other is not None:
            found.append((at, other))
    return found


def _absorbed(
    ground: Ground, drafts: Sequence[Draft], verbs: Sequence[Token | None], corroborations: Sequence[tuple[int, int]],
    cited: Sequence[Sequence[Token]],
) -> frozenset[int]:  # fmt: skip
    """Return the drafts that only name a source of another's statement, or are the reader's or the report's own "we" and "you"."""
    gone = {at for at, _ in corroborations}
    named = [span_of(noun) for nouns in cited for noun in nouns]
    held = {verb.i for draft in drafts for noun in _source_nouns(ground, draft) for verb in _holding_verbs(ground, noun)}
    pronouns = ground.lexicon.referring.pronouns
    for at, draft in enumerate(drafts):
        head, verb = head_of(tokens_in(ground.doc, draft.source)), verbs[at]
        if head is not None and head.lower_ in pronouns["first"] | pronouns["second"]:
            gone.add(at)
        if verb is None:
            continue
        citing = lemma(verb) in ground.lexicon.frames.citing and any(
            span.overlaps(noun) for span in draft.content for noun in named
        )
        if citing or verb.i in held or speaks_of_naming(ground, span_of(verb)):
            gone.add(at)
    return frozenset(gone)


def _source_nouns(ground: Ground, draft: Draft) -> list[Token]:
    """Return the head of the source, as a list of one, or none."""
    head = head_of(tokens_in(ground.doc, draft.source)) if has_tree(ground.doc) else None
    return [head] if head is not None else []


def _holding_verbs(ground: Ground, noun: Token) -> list[Token]:
    """Return the verbs behind a document by which it tells who holds or quotes it."""
    behind = [child for child in kids(noun) if base(child) in ("acl", "advcl", "relcl") and is_passive(child)]
    return [verb for verb in behind if lemma(verb) in ground.lexicon.frames.holding and agent_of(verb) is not None]


def _holders(ground: Ground, draft: Draft, verb: Token | None) -> list[Token]:
    """Return who stands between the reader and the source: the outlet that was told, that obtained the document, that is quoted."""
    if not has_tree(ground.doc):
        return []
    found = [
        agent
        for noun in _source_nouns(ground, draft)
        for held in _holding_verbs(ground, noun)
        if (agent := agent_of(held)) is not None
    ]
    if verb is not None:
        for child in kids(verb):
            outside = not any(span.overlaps(span_of(child)) for span in (*draft.content, *draft.source))
            if lemma(verb) in ground.lexicon.frames.telling and (child.dep_ in OBJECTS or _is_addressee(ground, child)) and outside:
                found.extend(_outlets(ground, child))
            elif outside and (base(child) == "obl" or child.dep_ == "prep"):
                found.extend(_through(ground, child))
            elif base(child) == "advcl" and lemma(child) in ground.lexicon.frames.speaking and outside:
                found.extend(
                    outlet
                    for grandchild in kids(child)
                    if _is_addressee(ground, grandchild)
                    for outlet in _outlets(ground, grandchild)
                )
            elif base(child) == "advcl" and lemma(child) in ground.lexicon.frames.citing and (agent := agent_of(child)) is not None:
                found.append(agent)
    return [noun for at, noun in enumerate(found) if noun.i not in {other.i for other in found[:at]}]


def _is_addressee(ground: Ground, child: Token) -> bool:
    """Tell whether a noun is the one spoken to: "to the newspaper", "with the broadcaster"."""
    if child.dep_ == "prep":
        return child.lower_ in ground.lexicon.small.addressee
    return base(child) == "obl" and bool(ground.lexicon.small.addressee & {*prepositions(child)})


def _outlets(ground: Ground, child: Token) -> list[Token]:
    """Return the outlet that a token, or the noun behind a preposition, names: of the kind media and told by name or as one."""
    noun = next(children(child, "pobj"), child) if child.dep_ == "prep" else child
    if noun.pos_ not in NOMINAL or noun.tag_ == "NNS":
        return []
    return [noun] if one_source(ground, phrase(noun)).kind is SourceKind.MEDIA and _is_outlet(ground, noun) else []


def _is_outlet(ground: Ground, noun: Token) -> bool:
    """Tell whether a noun means one outlet rather than the press at large or one who works for it."""
    mention = ground.cast.at(noun)
    figure = mention.figure if mention is not None else None
    if figure is None or figure.sort == "person":
        return False
    return figure.named or lemma(noun) in ground.lexicon.referring.classes[SourceKind.MEDIA]


def _through(ground: Ground, child: Token) -> list[Token]:
    """Return the outlet of "in an interview with the broadcaster"."""
    noun = next(children(child, "pobj"), child) if child.dep_ == "prep" else child
    if lemma(noun) not in ground.lexicon.frames.interview:
        return []
    behind = [grandchild for grandchild in kids(noun) if base(grandchild) == "nmod" or grandchild.dep_ == "prep"]
    return [outlet for grandchild in behind for outlet in _outlets(ground, grandchild)]


def _cited(ground: Ground, draft: Draft, verb: Token | None, citing: Sequence[Token]) -> list[Token]:
    """Return the sources that the speaker cites: "the newspaper, citing two officials, said"; `citing` are all such participles."""
    if not has_tree(ground.doc):
        return []
    above = [verb] if verb is not None else []
    above.extend(_source_nouns(ground, draft))
    found: dict[int, Token] = {}
    for token in above:
        for child in kids(token):
            relative = any(grandchild.lower_ in ("which", "that") for grandchild in kids(child)) and child.i > token.i
            aside = base(child) in ("advcl", "acl", "relcl") and (is_participle(child) or relative)
            if aside and lemma(child) in ground.lexicon.frames.citing and not is_passive(child):
                found.update((noun.i, noun) for noun in (object_of(child),) if noun is not None)
    astray = [token for token in citing if _is_astray(draft, token, verb)] if verb is not None else []
    found.update((noun.i, noun) for token in astray for noun in (object_of(token),) if noun is not None)
    return list(found.values())


def _is_astray(draft: Draft, token: Token, verb: Token) -> bool:
    """Tell whether a "citing" behind the reporting word is the speaker's, though it hangs on a word of what is said."""
    if token.sent.start != verb.sent.start or base(token) not in ("advcl", "acl"):
        return False
    place = span_of(token)
    inside = any(span.covers(place) for span in draft.content)
    return not inside and token.i > verb.i and any(span.covers(span_of(token.head)) for span in draft.content)


def _taken_up(ground: Ground, source: Source, draft: Draft) -> tuple[Source, ...]:
    """Return who holds a document that this source takes up again: "the report" obtained by an outlet further up."""
    if source.kind not in THINGS:
        return ()
    head = next(iter(_source_nouns(ground, draft)), None)
    mention = ground.cast.at(head) if head is not None else None
    figure = mention.figure if mention is not None else None
    if figure is None or head is None or figure.mentions[0].head == head.i:
        return ()
    first = ground.doc[figure.mentions[0].head]
    found = []
    for verb in _holding_verbs(ground, first):
        agent = agent_of(verb)
        if agent is not None:
            place = stretch(phrase(agent))
            reason = Reason("document taken up", "the report said before who holds this document", (span_of(head), place))
            holder: Source = one_source(ground, phrase(agent))
            found.append(carried(holder, reason))
    return tuple(found)


def spans_of_frame(ground: Ground, draft: Draft) -> tuple[Span, ...]:
    """Return source, cue and the words that belong to them in their clause, less the content and clauses of the report's own."""
    verb = cue_verb(ground.doc, draft)
    found: list[Span] = [*draft.cue]
    if not has_tree(ground.doc) or verb is None:
        return (*found, *draft.source)
    governed = {token.i for token in subtree(verb)}
    head = next(iter(_source_nouns(ground, draft)), None)
    if head is None or head.i in governed or base(verb) not in ("conj", "advcl", "xcomp") or verb.lower_ == "according":
        found.extend(draft.source)
    opening = [stretch(below) for child in kids(verb) if _opens_clause(below := subtree(child))]
    for child in kids(verb):
        below = [token for token in subtree(child) if not any(span.covers(span_of(token)) for span in opening)]
        own = base(child) in ("conj", "parataxis", "advcl", "ccomp", "dep", "appos", "list") and any(map(_is_finite_clause, below))
        if not own and not is_comment(child, ground.lexicon, ground.quotes):
            apart = _said_of_it(draft, below)
            found.extend(span_of(token) for token in below if not token.is_space and token.i not in apart)
    return tuple(found)


def _opens_clause(words: Sequence[Token]) -> bool:
    """Tell whether words are a clause by a conjunction that opens them, whatever the tree makes of its subject ("while …")."""
    first = min(words, key=_place)
    return first.pos_ == "SCONJ" and any(is_finite(word) for word in words)


def _place(token: Token) -> int:
    """Return where a token stands."""
    return token.i


def _said_of_it(draft: Draft, words: Sequence[Token]) -> set[int]:
    """Return the words by which the report itself goes on, behind a dash or comma, about what was said ("…—a move that could")."""
    apart: set[int] = set()
    for word in words:
        place = span_of(word)
        if base(word) not in ("appos", "parataxis") or any(span.overlaps(place) for span in draft.content):
            continue
        under = subtree(word)
        if any(is_finite(each) for each in under):
            apart.update(each.i for each in under)
    return apart


def _is_finite_clause(token: Token) -> bool:
    """Tell whether a verb has a subject of its own."""
    return token.pos_ in ("VERB", "AUX") and any(child.dep_.startswith(("nsubj", "csubj")) for child in kids(token))
