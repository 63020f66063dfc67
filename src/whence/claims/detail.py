"""From statements to claims: what happened, who took part, where, when, how many, how sure, on what evidence.

Enters: the engine's Doc, the report, its place names, time expressions and context. Leaves: the report's attributions, and its
claims in the order of the text, one an event: a statement that tells of several becomes several claims with one chain.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from spacy.tokens import Doc, Token

from whence.claims.attribute import Attributed, attribute_on_ground
from whence.claims.deeds import find_deeds, told_by_nobody
from whence.claims.events.actors import make_actor, own_to
from whence.claims.events.carried import carry_on, doers_meant
from whence.claims.events.clauses import Clause, divide
from whence.claims.events.lexicon import load_events, load_frames
from whence.claims.events.mentions import Mention, find_mentions
from whence.claims.events.roles import Circumstances, circumstances
from whence.claims.events.scene import PartyOf, Scene, set_scene
from whence.claims.evidence import find_evidence
from whence.claims.stance import tell_certainty, tell_kind
from whence.claims.standing import with_party
from whence.claims.tree import has_tree, kids, span_of, text_of
from whence.records import (
    Absent,
    Attribution,
    Claim,
    ClaimKind,
    Context,
    Crosswalk,
    Event,
    EventType,
    Evidence,
    Known,
    Maybe,
    Party,
    Quantity,
    Reason,
    Report,
    Span,
    TimeExpression,
    Toponym,
)
from whence.referents.contexts.sides import party_of
from whence.referents.quantities import find_quantities

RULES = ("claims", "1")
"""The name and version of the rules on events, for the run record."""

BEFALLEN = {EventType.DISPLACEMENT: "displaced", EventType.EVACUATION: "evacuated", EventType.DETENTION: "detained"}
"""What befell the people whom a claim of such an event counts."""

PEOPLE = frozenset({"people", "troops"})

JUDGED = {ClaimKind.ASSESSMENT: EventType.ASSESSMENT}
"""What a claim whose words tell of no event is taken for, by its kind."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the report tells besides its statements, for all of them."""

    doc: Doc
    report: Report
    scene: Scene
    sentences: tuple[Span, ...]
    quantities: tuple[Quantity, ...]
    published: date | None
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Claimed:
    """One event of one statement, before it is made a claim."""

    statement: Claim
    clause: Clause
    tells: Circumstances
    quantities: tuple[Quantity, ...]


def read_claims(
    doc: Doc, report: Report, *, places: Sequence[Toponym] = (), times: Sequence[TimeExpression] = (),
    context: Context | None = None, published: date | None = None, language: str = "en",
) -> Attributed:  # fmt: skip
    """Return the attributions of `report` and its claims, one an event; `published` is its day, None where it is not known.

    Raises:
        DocumentMismatch: if `doc` is of another text.
        LexiconError: if `language` has no word lists.
    """
    (attributions, statements), ground = attribute_on_ground(doc, report, language=language)
    if not has_tree(doc):
        return Attributed(attributions, tuple(replace(claim, statement=at) for at, claim in enumerate(statements, 1)))
    lexicon = load_events(language)
    scene = set_scene(doc, lexicon, ground.cast, places=places, times=times, context=context, party_of=_parties(context, published))
    taken = (*(time.span for time in times), *(place.span for place in places))
    sentences = tuple(Span(sent.start_char, sent.end_char) for sent in doc.sents if sent.text.strip())
    told = Told(doc, report, scene, sentences, find_quantities(doc, taken=taken), published, attributions)
    mentions = find_mentions(scene)
    own = [told_by_nobody(doc, attributions, statement, mentions) for statement in statements]
    chains = [tuple(with_party(source, scene.party_of) for source in statement.chain) for statement in own]
    numbered = [replace(each, chain=chain, statement=at) for at, (each, chain) in enumerate(zip(own, chains, strict=True), 1)]
    claims = sorted(_without_others_evidence(list(_all(told, numbered, mentions))), key=_place)
    return Attributed(attributions, tuple(replace(claim, id=f"c{number}") for number, claim in enumerate(claims, 1)))


def _place(claim: Claim) -> tuple[int, int, int]:
    """Return the key that puts claims in the order of the text: by first passage, outer chains first, wider ones first."""
    return claim.passages[0].start, len(claim.chain), -claim.passages[-1].end


def _parties(context: Context | None, published: date | None) -> PartyOf:
    """Return the question which party some words mean, asked once for each wording."""

    @cache
    def ask(words: str) -> Maybe[Party]:
        return party_of(words, context, published) if context is not None else Absent()

    return ask


def _all(told: Told, statements: Sequence[Claim], mentions: Sequence[Mention]) -> Iterator[Claim]:
    """Yield the claims of all statements, one an event; a statement itself where nothing in it tells one."""
    parts: list[Claimed] = []
    for number, (deed, clause) in enumerate(find_deeds(told.doc, told.attributions, statements, mentions), len(statements) + 1):
        (tells,) = circumstances(told.scene, (clause,))
        parts.append(Claimed(replace(deed, statement=number), clause, tells, ()))
    for statement in statements:
        clauses = divide(told.doc, statement.passages, mentions, load_frames().occurring)
        if not clauses:
            yield replace(statement, evidence=_evidence(told, statement))
        counted = _counted(told.doc, told.quantities, clauses)
        parts.extend(Claimed(statement, *each) for each in zip(clauses, circumstances(told.scene, clauses), counted, strict=True))
    parts.sort(key=_where)
    order = [(part.clause, part.tells) for part in parts]
    carried, meant = carry_on(told.scene, order), doers_meant(order)
    for part, (place, word) in zip(parts, carried, strict=True):
        claim = _claim(told, part, meant)
        if place is None or word is None:
            yield claim
            continue
        detail = f"“{word.text}” is taken for “{told.scene.places[place].text}”, the last place told of before"
        spans = (span_of(word), told.scene.places[place].span)
        yield replace(claim, places=(place,), because=(*claim.because, Reason("place", detail, spans)))


def _without_others_evidence(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield claims without evidence that the report gives as the source of another claim ("X, confirmed by imagery, shows …")."""
    sources = {source.span: claim.attribution for claim in claims for source in claim.sources if source.span is not None}
    for claim in claims:
        kept = tuple(
            each
            for each in claim.evidence
            if not any(
                span.covers(each.span) and attribution != claim.attribution and span not in {s.span for s in claim.sources}
                for span, attribution in sources.items()
            )
        )
        yield claim if kept == claim.evidence else replace(claim, evidence=kept)


def _where(part: Claimed) -> tuple[int, int]:
    """Return where a claim stands in the text, wider ones first."""
    return part.clause.passages[0].start, -part.clause.passages[-1].end


def _claim(told: Told, part: Claimed, meant: Mapping[int, Token]) -> Claim:
    """Return one claim with all that its clause tells; `meant` are the doers for whom pronouns stand."""
    doc, scene = told.doc, told.scene
    statement, clause, tells = part.statement, part.clause, part.tells
    trigger = _trigger(clause)
    certainties = tell_certainty(doc, trigger, clause.passages, statement.chain, statement.cue, statement.grade)
    event = _event(clause, told.scene)
    quantities = tuple(_befallen(told, quantity, event.type) for quantity in part.quantities)
    times = tuple(scene.times[at] for at in ([tells.time] if tells.time is not None else []))
    kind, why = tell_kind(doc, trigger, clause.passages, certainties[-1], event.type, times, told.published)
    if event.type is EventType.OTHER and clause.mention is None:
        event = replace(event, type=JUDGED.get(kind, event.type))
    claim = replace(
        statement,
        passages=clause.passages,
        kind=kind,
        event=event,
        actors=tuple(make_actor(scene, each, meant.get(each.noun.i)) for each in tells.parts),
        places=tells.places,
        time=Known(times[0], (Reason("time", f"“{times[0].text}” stands with it", (times[0].span,)),)) if times else Absent(),
        quantities=quantities,
        certainties=certainties,
        because=(*statement.because, why),
    )
    claim = replace(claim, actors=tuple(own_to(actor, claim.chain) for actor in claim.actors))
    return replace(claim, evidence=_evidence(told, claim))


def _befallen(told: Told, quantity: Quantity, event: EventType) -> Quantity:
    """Return a quantity with what befell those counted, where the event tells it and the words beside the number do not."""
    cut = told.doc.char_span(quantity.span.start, quantity.span.end, alignment_mode="expand")
    measure = BEFALLEN.get(event, "")
    if quantity.measure or not measure or cut is None or not any(told.scene.is_of(token, PEOPLE) for token in cut):
        return quantity
    return replace(
        quantity, measure=measure, because=(*quantity.because, Reason("measure", f"counted where the report tells of {event}"))
    )


def _trigger(clause: Clause) -> tuple[Token, ...]:
    """Return the words of a clause's event, the governing one first."""
    if clause.mention is None:
        return (clause.head,)
    return (clause.mention.head, *(word for word in clause.mention.words if word.i != clause.mention.head.i))


def _event(clause: Clause, scene: Scene) -> Event:
    """Return what a clause tells: what its trigger says, or something that no word list knows."""
    mention = clause.mention
    if mention is None:
        where = span_of(clause.head)
        reason = Reason("event", f"no word list knows what “{where.cut(text_of(scene.doc))}” tells", (where,))
        return Event(EventType.OTHER, where, Crosswalk(), (reason,))
    group = mention.group
    detail = f"“{mention.span.cut(text_of(scene.doc))}” is one of the {mention.form}s of “{group.name}”"
    if mention.host is not None:
        detail += f", with the light verb “{mention.host.text}”"
    return Event(group.type, mention.span, group.crosswalk, (Reason("event", detail, (mention.span,)),))


def _counted(doc: Doc, quantities: Sequence[Quantity], clauses: Sequence[Clause]) -> list[tuple[Quantity, ...]]:
    """Return the quantities of each clause: of the events above a number the nearest, or the narrowest clause around it."""
    found: list[list[Quantity]] = [[] for _ in clauses]
    words = [clause.mention.words if clause.mention is not None else (clause.head,) for clause in clauses]
    heads = {word.i: at for at, each in enumerate(words) for word in each}
    sizes = [len(clause.words) for clause in clauses]
    for quantity in quantities:
        cut = doc.char_span(quantity.span.start, quantity.span.end, alignment_mode="expand")
        inside = [at for at, clause in enumerate(clauses) if cut is not None and cut.root.i in clause.words]
        if cut is None or not inside:
            continue
        described = [child for child in kids(cut.root) if child.dep_ == "acl"]
        above = next((heads[word.i] for word in (cut.root, *described, *cut.root.ancestors) if heads.get(word.i) in inside), None)
        found[above if above is not None else min(inside, key=sizes.__getitem__)].append(quantity)
    return [tuple(each) for each in found]


def _evidence(told: Told, claim: Claim) -> tuple[Evidence, ...]:
    """Return what a claim is said to rest on."""
    starts = [sentence.start for sentence in told.sentences]
    at = max(0, bisect_right(starts, claim.passages[0].start) - 1)
    sentence = told.sentences[at] if told.sentences else claim.span
    return find_evidence(told.doc, told.report, claim.passages, claim.chain, claim.cue, sentence, told.scene.times)
