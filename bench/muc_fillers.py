"""From a reading to the fillers of MUC-4's roles: who attacked, whom and what, and with what.

Enters: a reading and the engine's Doc of the same text. Leaves: for each role the entities, one mention each. Of claims that tell
an attack (PLOVER's ASSAULT without gains of ground, not denied) the agents are PerpInd where a person or a noun of people stands
for them and PerpOrg where a body does, the patients Victim if people with names and Target if things; weapons are nouns of the
lexicon's class in the claims' words, as claims have no role for instruments. What a mention keeps and leaves out follows MUC-4:
no articles, no titles, no numbers of things. The lists were drawn up while looking at documents for training.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from spacy.tokens import Doc, Token

from whence.claims.events.lexicon import load_events
from whence.claims.tree import base, head_of, kids, lemma, phrase, prepositions, tokens_in
from whence.records import Actor, ActorRole, Claim, EventType, Known, Reading

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
GROUND = frozenset({EventType.CAPTURE, EventType.ADVANCE, EventType.DISPLACEMENT, EventType.CEASEFIRE, EventType.OTHER})
"""Types of events that PLOVER calls ASSAULT and that are no attack on anybody in particular."""

BODIES = frozenset({
    "administration", "agency", "airforce", "army", "battalion", "brigade", "cartel", "command", "council", "forces", "front",
    "government", "guard", "junta", "mafia", "military", "militia", "movement", "navy", "organization", "party", "police", "regime",
    "squad", "squads", "union",
})  # fmt: skip
"""Nouns of bodies that MUC-4 takes for organisations, and not for people in them."""

PEOPLE = frozenset({
    "agent", "assailant", "assassin", "attacker", "commandoes", "criminal", "gunman", "killer", "member", "subversive",
    "trafficker",
})  # fmt: skip
"""Nouns of people that MUC-4's perpetrators go by, beside the lexicon's."""

THINGS = frozenset({
    "branch", "business", "embassy", "establishment", "exchange", "installation", "organization", "pole", "post", "pylon", "union",
})  # fmt: skip
"""Nouns of things that MUC-4's targets go by, beside the lexicon's."""

LOOSE = frozenset({"alleged", "another", "other", "presumed", "several", "some", "supposed", "suspected"})
"""Words that MUC-4 leaves out of a mention."""

TITLES = frozenset({
    "archbishop", "attorney", "bishop", "candidate", "captain", "cardinal", "chief", "col", "colonel", "commander", "deputy",
    "director", "doctor", "dr", "engineer", "father", "former", "gen", "general", "governor", "judge", "leader", "lieutenant", "lt",
    "magistrate", "maj", "major", "mayor", "minister", "monsignor", "mr", "mrs", "ms", "msgr", "officer", "president",
    "presidential", "priest", "professor", "rector", "reverend", "secretary", "senator", "sergeant", "sgt", "union",
})  # fmt: skip
"""Words before a person's name that MUC-4 leaves out of it."""

CARRIERS = frozenset({"aircraft", "ammunition", "gunship", "jet", "plane", "round", "shot", "warplane"})
"""Nouns of the lexicon's weapons that MUC-4 seldom takes for one: what carries weapons, and what is fired."""

GROUPS = frozenset({"band", "dozen", "gang", "group", "hundred", "member", "number", "pair", "score"})
"""Nouns that count people who stand behind "of"."""

Entity: TypeAlias = frozenset[str]
"""The mentions that mean one somebody or something, made alike."""

Fillers: TypeAlias = Mapping[str, tuple[Entity, ...]]
"""The entities of each role."""


def is_attack(claim: Claim) -> bool:
    """Tell whether a claim tells that somebody was attacked, killed or abducted or something ruined."""
    event = claim.event
    return event is not None and event.crosswalk.plover == "ASSAULT" and event.type not in GROUND and not claim.denied


def fillers(reading: Reading, doc: Doc) -> Fillers:
    """Return who and what took part in the attacks that a reading tells, one mention an entity."""
    found: dict[str, list[str]] = {role: [] for role in ROLES}
    for claim in filter(is_attack, reading.claims):
        for actor in claim.actors:
            for role, mention in _filled(doc, actor):
                found[role].append(alike(mention))
        found["Weapon"].extend(alike(_noun_phrase(token)) for token in _weapons(tokens_in(doc, claim.passages)))
    return {role: tuple(frozenset({mention}) for mention in distinct(mentions)) for role, mentions in found.items()}


def _filled(doc: Doc, actor: Actor) -> Iterator[tuple[str, str]]:
    """Yield the roles that an actor fills, each with the mention."""
    tokens = tokens_in(doc, (actor.span,))
    head = head_of(tokens)
    if head is None:
        return
    people = [name for name in _names(actor, tokens, "PER") if name]
    somebody = _is_of(head, "troops", "people") or bool(_words(head) & (BODIES | PEOPLE))
    if actor.role is ActorRole.AGENT:
        bodies = _names(actor, tokens, "ORG") or [_noun_phrase(each) for each in _bodies_of(head)]
        yield from (("PerpOrg", name) for name in bodies)
        if people and head.ent_type_ != "ORG":
            yield from (("PerpInd", name) for name in people)
        elif somebody and not _words(head) & BODIES:
            yield "PerpInd", _noun_phrase(head, counted=True)
    elif not somebody and (_is_of(head, "thing") or _words(head) & THINGS):
        yield "Target", _noun_phrase(head)
    else:
        yield from (("Victim", name) for name in people)


def _words(head: Token) -> set[str]:
    """Return the words that tell of what sort somebody is; of "a group of men", those of the men too."""
    nouns = (head, *_behind_of(head)) if lemma(head) in GROUPS else (head,)
    return {word for token in nouns for word in (lemma(token), token.lower_)}


def _is_of(head: Token, *classes: str) -> bool:
    """Tell whether somebody is of one of the lexicon's classes."""
    return any(_words(head) & load_events("en").classes[name] for name in classes)


def _bodies_of(head: Token) -> Iterator[Token]:
    """Yield the nouns that tell to what body somebody belongs, or the body itself: "members of the army", "fmln rebels"."""
    if {lemma(head), head.lower_} & BODIES:
        yield head
    yield from (each for each in _behind_of(head) if {lemma(each), each.lower_} & BODIES)
    yield from (each for each in kids(head) if each.i < head.i and each.pos_ == "PROPN" and base(each) in ("compound", "amod"))


def _names(actor: Actor, tokens: Sequence[Token], kind: str) -> list[str]:
    """Return the names of people or bodies in an actor's words, its fullest name for the one that it is part of."""
    doc, inside = tokens[0].doc, {token.i for token in tokens}
    found = [each.text for each in doc.ents if each.label_ == kind and inside.issuperset(range(each.start, each.end))]
    if kind == "ORG":
        return found
    fullest = _untitled(actor.name.value) if isinstance(actor.name, Known) else ""
    return [fullest if set(name.split()) <= set(fullest.split()) else name for name in map(_untitled, found)]


def _untitled(name: str) -> str:
    """Return a name without the titles before it."""
    words = name.lower().split()
    start = next((at for at, word in enumerate(words) if word.strip(".,") not in TITLES), len(words))
    return " ".join(words[start:])


def _behind_of(head: Token) -> list[Token]:
    """Return the nouns behind "of" after a noun."""
    return [child for child in kids(head) if base(child) == "nmod" and "of" in prepositions(child)]


def _weapons(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the nouns that name what was fought with: no vehicles, and nothing that only modifies another weapon."""
    classes = load_events("en").classes
    for token in tokens:
        weapon = token.pos_ in ("NOUN", "PROPN") and {lemma(token), token.lower_} & classes["weapon"]
        if weapon and lemma(token) not in classes["thing"] | CARRIERS and base(token) != "compound":
            yield token


def _noun_phrase(head: Token, *, counted: bool = False) -> str:
    """Return a noun with what stands before it: no articles, owners and names of bodies, its number only if it is wanted."""
    last = max((each.i for each in _behind_of(head) if counted and lemma(head) in GROUPS), default=head.i)
    kept = [token for token in phrase(head, joined=False, clauses=False) if token.i <= last and token.lower_ not in LOOSE]
    bodies = set(_bodies_of(head)) - {head} if counted else set()
    labels = ("det",) if counted else ("det", "nummod")
    left = {child for child in kids(head) if base(child) in labels or child.dep_ == "nmod:poss"} | bodies
    gone = {word.i for child in left if child.i < head.i for word in child.subtree}
    return "".join(token.text_with_ws for token in kept if token.i not in gone and not (counted and token.ent_type_ == "ORG"))


def distinct(mentions: Iterable[str]) -> list[str]:
    """Return mentions, of those with words in common one after the other the fullest: "galan" is "luis carlos galan"."""
    kept: list[str] = []
    for mention in filter(None, mentions):
        words = set(mention.split())
        at = next((at for at, other in enumerate(kept) if words <= set(other.split()) or words >= set(other.split())), None)
        if at is None:
            kept.append(mention)
        elif len(words) > len(kept[at].split()):
            kept[at] = mention
    return kept


def alike(mention: str) -> str:
    """Return a mention without articles, punctuation and capitals."""
    bare = mention.lower().translate(str.maketrans("", "", string.punctuation))
    return " ".join(word for word in bare.split() if word not in {"a", "an", "the"})
