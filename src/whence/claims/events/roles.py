"""Who does what to whom in an event, where, and when, as the sentence that tells it shows.

Enters: a scene and the clauses of a statement. Leaves: for each clause its actors, the positions of its places and its time.
What stands in a clause belongs to the nearest event above it in the tree; where the tree leads to none, to the clause it stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from whence.claims.events.clauses import Clause
from whence.claims.events.lexicon import NOBODY, PLACE, Form, load_frames
from whence.claims.events.mentions import Mention, joined, owner_by_of, subject_and_object
from whence.claims.events.scene import Scene
from whence.claims.tree import base, children, is_passive, kids, lemma, prepositions, subject_of
from whence.records import ActorRole, EventType, Known, TimeKind

AGENT = "agent"
PATIENT = "patient"
CAPITAL = "P.PPLC"
HANGING = frozenset({"conj", "advcl", "xcomp", "acl", "parataxis"})
"""Labels by which a verb hangs on another whose place and time are its own too."""

UNPLACED = frozenset({EventType.STATEMENT, EventType.ASSESSMENT, EventType.DENIAL, EventType.OTHER})
"""Types of events that are at a place only where a preposition says so: what is said of Norland does not happen there."""

NEAR = 4
"""How many words behind a noun one that "and" joins to it stands."""

GROUND = frozenset({PLACE, "thing"})
"""Sorts of nouns that stand at the place whose name is with them ("X's harbour", "the market in X")."""

HARM = frozenset({EventType.CASUALTIES, EventType.DAMAGE})
ATTACKS = frozenset({EventType.STRIKE, EventType.SHELLING, EventType.CLASH})

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(frozen=True, slots=True)
class Part:
    """One who takes part: the noun, and the words of the tree that show the role."""

    role: ActorRole
    noun: Token
    shown_by: str


@dataclass(frozen=True, slots=True)
class Circumstances:
    """All that a clause tells of its event beside what it was; places and the time are positions in the scene's lists."""

    parts: tuple[Part, ...]
    places: tuple[int, ...]
    time: int | None


def circumstances(scene: Scene, clauses: Sequence[Clause]) -> tuple[Circumstances, ...]:
    """Return who, where and when of each clause of one statement, in their order."""
    told = [_parts_of(scene, clause) for clause in clauses]
    places = _owned(scene.toponyms, scene, clauses)
    times = _owned(scene.when, scene, clauses)
    found = []
    for at, clause in enumerate(clauses):
        where = [each for each, token in places[at] if _is_where(scene, clause, token, told[at])]
        found.append(Circumstances(tuple(told[at]), tuple(dict.fromkeys(where)), _when(scene, times[at])))
    return tuple(_shared(clauses, found))


def _parts_of(scene: Scene, clause: Clause) -> list[Part]:
    """Return who takes part in a clause's event, each noun once."""
    mention = clause.mention
    if mention is None:
        subject = subject_of(clause.head)
        found = [Part(ActorRole.AGENT, each, "subject") for each in joined(subject)] if subject is not None else []
        return [part for part in found if _may_act(scene, part.noun) and _is_figure(scene, part.noun)]
    seen: set[int] = set()
    kept = []
    for part in (*_verbal(mention), *_nominal(scene, mention), *_behind_prepositions(mention)):
        if part.noun.i in seen or part.noun.i in {word.i for word in mention.words} or part.noun.i in scene.when:
            continue
        if part.role is ActorRole.AGENT and not _may_act(scene, part.noun):
            continue
        seen.add(part.noun.i)
        kept.append(part)
    return kept


def _may_act(scene: Scene, noun: Token) -> bool:
    """Tell whether a noun can stand for somebody: not "it" and "there", no time."""
    return noun.lower_ not in ("it", "there", "this", "that", "what") and noun.i not in scene.when and noun.pos_ in NOUNS | {"ADJ"}


def _is_figure(scene: Scene, noun: Token) -> bool:
    """Tell whether a noun stands for a person or a body."""
    return scene.cast.at(noun) is not None or noun.ent_type_ == "PER" or scene.is_of(noun, frozenset({"troops", "people"}))


def _verbal(mention: Mention) -> Iterator[Part]:
    """Yield subject and object of a verb, and the subject that a light verb lends its noun."""
    group = mention.group
    if mention.form is Form.VERB:
        first, second = subject_and_object(mention.head, mention.words)
        yield from _in_role(group.subject, first, "subject")
        yield from _in_role("patient" if first and group.object == group.subject else group.object, second, "object")
    elif mention.host is not None:
        doers = [token for token in subject_and_object(mention.host)[0] if token.i != mention.head.i]
        role = group.subject if group.subject != NOBODY else AGENT
        if lemma(mention.host) in load_frames().undergoing and role == AGENT:
            role = PATIENT
        yield from _in_role(role, doers, f"subject of “{mention.host.text}”")
    elif mention.form is Form.ADJECTIVE:
        head = mention.head
        noun = head.head if base(head) in ("amod", "acl") else subject_of(head)
        yield from _in_role(group.subject if group.object == NOBODY else group.object, joined(noun), "what it describes")


def _in_role(name: str, nouns: Iterable[Token], shown_by: str) -> Iterator[Part]:
    """Yield nouns in a role of the data, nothing for a role that nobody takes."""
    if name not in (PLACE, NOBODY):
        for noun in nouns:
            yield Part(ActorRole(name), noun, shown_by)


def _nominal(scene: Scene, mention: Mention) -> Iterator[Part]:
    """Yield who stands behind "of" of a noun, owns it or modifies it ("Russia's capture of X", "the Ukrainian withdrawal")."""
    if mention.form is not Form.NOUN:
        return
    group, head = mention.group, mention.head
    behind = [child for child in kids(head) if base(child) == "nmod" and "of" in prepositions(child)]
    owner = owner_by_of(head)
    if owner is not None and owner not in behind:
        harmed = group.type is EventType.CASUALTIES and not behind
        name = group.subject if not harmed and (behind or _is_somebody(scene, owner, group.subject)) else group.of
        lent = mention.host is not None and owner.pos_ == "PRON"
        yield from _in_role(NOBODY if lent else name, joined(owner), "possessive")
    for child in behind:
        yield from _in_role(group.of, joined(child), "of")
    before = [child for child in kids(head) if base(child) in ("amod", "compound") and child.i < head.i]
    doers = [each for each in before if each not in mention.words and each.text[:1].isupper() and each.i not in scene.toponyms]
    yield from _in_role(group.subject, [child for child in doers if child.ent_type_ or child.pos_ == "PROPN"], "modifier")


def _is_somebody(scene: Scene, owner: Token, subject: str) -> bool:
    """Tell whether the owner of a noun rather does than suffers what it tells: a body or person, if the event has a doer."""
    if subject != AGENT or owner.pos_ == "PRON":
        return False
    return owner.i not in scene.toponyms or scene.is_of(owner, frozenset({"troops"}))


def _behind_prepositions(mention: Mention) -> Iterator[Part]:
    """Yield who stands behind the prepositions that the trigger goes with, and behind "by"."""
    group = mention.group
    passive = mention.form is not Form.VERB or is_passive(mention.head)
    roles = {**({"by": group.subject} if passive else {}), **group.prepositions}
    for head in dict.fromkeys((mention.head, mention.verb)):
        for child in _reach(head):
            words = prepositions(child)
            apart = not load_frames().aside.isdisjoint(words)
            name = None if apart else next((roles[word] for word in reversed(words) if word in roles), None)
            if name is not None and words[-1:] != ["of"]:
                both = _pair(mention.head, child)
                sides = words[-1] == "between" and group.prepositions.get("with") == "opponent"
                yield from _in_role(name, both[:1] if sides else both, words[-1])
                yield from _in_role("opponent", both[1:] if sides else (), words[-1])


def _pair(head: Token, child: Token) -> list[Token]:
    """Return the nouns joined behind a preposition; the engine may have hung the second on the word before the preposition."""
    found = joined(child)
    if len(found) > 1:
        return found
    return [
        *found,
        *(each for each in kids(head) if each.dep_ == "conj" and each.pos_ in NOUNS and child.i < each.i <= child.i + NEAR),
    ]


def _reach(head: Token) -> Iterator[Token]:
    """Yield the nouns under a word that stand behind prepositions, those one step further down too, as engines hang them there."""
    for child in kids(head):
        if base(child) in ("obl", "nmod", "obj", "nsubj"):
            if prepositions(child):
                yield child
            yield from (each for each in children(child, "nmod") if prepositions(each) and prepositions(each) != ["of"])


def _owned(known: dict[int, int], scene: Scene, clauses: Sequence[Clause]) -> list[list[tuple[int, Token]]]:
    """Return, for each clause, the names or times that belong to it: position in the list, and the word that heads it."""
    heads = {}
    for at, clause in enumerate(clauses):
        heads[clause.head.i] = at
        if clause.mention is not None:
            heads.update({word.i: at for word in clause.mention.words})
            heads[clause.mention.verb.i] = at
    found: list[list[tuple[int, Token]]] = [[] for _ in clauses]
    first: dict[int, Token] = {}
    for i in sorted(known):
        token = scene.doc[i]
        top = first.get(known[i])
        if top is None or top in token.children or any(child.i == top.i for child in token.subtree):
            first[known[i]] = token
    for position, token in first.items():
        owner = _owner(token, heads, clauses)
        if owner is not None:
            found[owner].append((position, token))
    return found


def _owner(token: Token, heads: dict[int, int], clauses: Sequence[Clause]) -> int | None:
    """Return the clause that a word belongs to: the nearest one above it, else the narrowest that it stands in."""
    inside = [at for at, clause in enumerate(clauses) if token.i in clause.words]
    if not inside:
        return None
    before = next((word for word in reversed(token.doc[max(0, token.i - 3) : token.i]) if word.i in heads), None)
    if (
        before is not None
        and heads[before.i] in inside
        and all(w.pos_ in ("ADP", "DET") for w in token.doc[before.i + 1 : token.i])
    ):
        return heads[before.i]
    for above in token.ancestors:
        if above.i in heads and heads[above.i] in inside:
            return heads[above.i]
        if above.pos_ == "VERB" and base(above) in ("acl", "advcl", "parataxis"):
            return None
    return min(inside, key=[len(clause.words) for clause in clauses].__getitem__)


def _is_where(scene: Scene, clause: Clause, token: Token, parts: Iterable[Part]) -> bool:
    """Tell whether a place name says where a clause's event was."""
    frames, mention = load_frames(), clause.mention
    stops = {clause.head.i} | ({word.i for word in mention.words} | {mention.verb.i} if mention is not None else set())
    path = list(_path(token, stops))
    last = path[-1]
    roles = {**mention.group.prepositions, "of": mention.group.of} if mention is not None else {}
    if mention is not None and mention.form is Form.VERB and last.i == token.i and prepositions(last)[-1:] == ["of"]:
        return roles.get("from") == PLACE
    nearest = next(((at, words[-1]) for at, each in enumerate(path) if (words := prepositions(each)) and words[-1] != "of"), None)
    if nearest is not None and nearest[1] in frames.locating and roles.get(nearest[1], PLACE) == PLACE:
        return True
    if nearest is not None and roles.get(nearest[1]) == PLACE:
        return all(prepositions(each)[-1:] in ([], ["of"], ["by"]) for each in path[nearest[0] + 1 :])
    if mention is None or mention.group.type in UNPLACED:
        return base(last) == "nsubj" and _is_town(scene, token)
    if prepositions(last)[-1:] == ["of"] and roles["of"] == PLACE:
        return True
    if mention.form is Form.NOUN and base(last) == "compound":
        return True
    top = nearest[0] if nearest is not None and roles.get(nearest[1]) in ("patient", "opponent") else len(path) - 1
    reached, between = path[top].i, path[1 : top + 1]
    names_place = all(lemma(each) in frames.parts or each.lower_ in frames.parts or scene.is_of(each, GROUND) for each in between)
    suffers = {part.noun.i for part in parts if part.role is not ActorRole.AGENT} | _placed(mention)
    return names_place and reached in suffers


def _is_town(scene: Scene, token: Token) -> bool:
    """Tell whether a place name is taken for a town and not for a country or region, which may stand for a government."""
    place = scene.places[scene.toponyms[token.i]].place
    return isinstance(place, Known) and place.value.feature.startswith("P.") and place.value.feature != CAPITAL


def _placed(mention: Mention) -> set[int]:
    """Return the nouns in the positions that the trigger gives to places."""
    group = mention.group
    found: set[int] = set()
    if mention.form is Form.VERB:
        first, second = subject_and_object(mention.head, mention.words)
        found.update(token.i for token in first if group.subject == PLACE)
        found.update(token.i for token in second if group.object == PLACE)
    owner = owner_by_of(mention.head) if mention.form is Form.NOUN and group.of == PLACE else None
    if owner is not None:
        found.add(owner.i)
    return found


def _path(token: Token, stops: set[int]) -> Iterator[Token]:
    """Yield the words from a name up to the event that it belongs to."""
    at = token
    for _ in range(8):
        yield at
        if at.head.i in stops or at.head.i == at.i or at.head.pos_ in ("VERB", "AUX"):
            return
        at = at.head


def _when(scene: Scene, found: Sequence[tuple[int, Token]]) -> int | None:
    """Return the time of a clause: its first expression that names a stretch of time, no bare duration or repetition."""
    return next((at for at, _ in found if scene.times[at].kind in (TimeKind.DATE, TimeKind.TIME)), None)


def _shared(clauses: Sequence[Clause], found: Sequence[Circumstances]) -> list[Circumstances]:
    """Return circumstances, those of a verb that hangs on another filled from it where it tells none."""
    at_verb = {_verb(clause).i: at for at, clause in enumerate(clauses)}
    filled: dict[int, Circumstances] = {}
    for at in sorted(range(len(clauses)), key=[sum(1 for _ in _verb(clause).ancestors) for clause in clauses].__getitem__):
        clause, own = clauses[at], found[at]
        verb = _verb(clause)
        other = at_verb.get(verb.head.i) if verb.head.i != verb.i and base(verb) in HANGING else None
        noun = clause.mention is not None and clause.mention.form is Form.NOUN and verb.i == clause.head.i
        if other is None or other == at or noun:
            filled[at] = own
            continue
        above = filled.get(other, found[other])
        elsewhere = any(word in load_frames().locating for child in _reach(verb) for word in prepositions(child)[-1:])
        unplaced = elsewhere or (clause.mention is not None and clause.mention.group.type in UNPLACED)
        places = own.places or (() if unplaced else above.places)
        filled[at] = Circumstances(own.parts, places, own.time if own.time is not None else above.time)
    return [_from_attack(clauses, filled, at) for at in range(len(clauses))]


def _from_attack(clauses: Sequence[Clause], filled: Mapping[int, Circumstances], at: int) -> Circumstances:
    """Return the circumstances of harm filled from the attack that it was done in, and those of the attack from the harm it did.

    "Killed in the shelling of X" was at X, and "the raid left the port in ruins on Monday" tells when the raid was.
    """
    clause, own = clauses[at], filled[at]
    kinds = HARM | ATTACKS
    if clause.mention is None or clause.mention.group.type not in kinds or (own.places and own.time is not None):
        return own
    wanted = ATTACKS if clause.mention.group.type in HARM else HARM
    under = {token.i for token in clause.mention.verb.subtree}
    for other, each in enumerate(clauses):
        if each.mention is None or each.mention.group.type not in wanted:
            continue
        within = each.head.i in under and wanted is ATTACKS
        if within or clause.head.head.i in {each.head.i, each.mention.verb.i}:
            above = filled[other]
            return Circumstances(own.parts, own.places or above.places, own.time if own.time is not None else above.time)
    return own


def _verb(clause: Clause) -> Token:
    """Return the word whose place in the tree is the clause's."""
    return clause.mention.verb if clause.mention is not None else clause.head
