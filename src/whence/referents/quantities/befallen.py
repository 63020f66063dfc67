"""What befell those counted: killed, wounded, missing, displaced, detained, evacuated, or nothing of the kind.

Enters: what is counted and where. Leaves: the measure and the word that tells it. The words right beside a number go before the
tree, since headlines and lists ("12 killed, 30 wounded") are where trees go wrong; the one who kills is not the one killed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from whence.referents.quantities.counted import Counted, parsed
from whence.referents.quantities.words import QuantityWords

_STEPS = 5
"""How far up the tree the word that tells may stand."""

_BESIDE = 6
"""How many words may stand between those counted and the word that tells what befell them."""

_OBJECTS = frozenset({"obj", "dobj", "iobj", "dative"})
_PASSIVE = frozenset({"nsubj:pass", "nsubjpass"})
_OF = frozenset({"nmod", "obl", "pobj", "appos", "conj", "nummod", "compound", "dep", "list", "parataxis", "prep", "flat", "amod"})
_BESIDES = frozenset({"xcomp", "ccomp", "acl", "advcl", "obj", "dobj", "oprd", "acomp", "obl", "amod", "dep"})
_ACTIVE = frozenset({"VBD", "VBZ", "VBP", "VBG", ""})
BOTH = "casualties"
"""The measure of those killed and wounded told together."""


@dataclass(frozen=True, slots=True)
class Befallen:
    """A measure and the word that tells it; none where `measure` is empty."""

    measure: str = ""
    word: Token | None = None


NOTHING = Befallen()


def befallen(doc: Doc, start: int, counted: Counted, words: QuantityWords) -> Befallen:
    """Return what befell those counted from the token at `start` on to the end of `counted`."""
    end = _after(doc, counted)
    behind, before = _behind(doc, end, words), _before(doc, start, words)
    doing = behind.word is not None and _lemma(behind.word) in words.harm.undergone
    if behind.measure and not _flees(behind, counted, words) and not (doing and before.measure):
        return behind
    if before.measure and not _flees(before, counted, words):
        return before
    told = _up(counted.top, counted, words) if parsed(doc) else NOTHING
    return told if told.measure else _within(counted, words)


def _after(doc: Doc, counted: Counted) -> int:
    """Return the place of the first token behind what is counted."""
    at = counted.top.i
    while at < len(doc) and doc[at].idx < counted.end:
        at += 1
    return at


def _lemma(token: Token) -> str:
    """Return the lemma in small letters, the word itself where there is none."""
    return (token.lemma_ or token.text).lower()


def _behind(doc: Doc, at: int, words: QuantityWords) -> Befallen:
    """Return what the participle or adjective right behind says ("12 killed", "three people were reported missing")."""
    for token in doc[at : at + _BESIDE]:
        low = token.lower_
        state = words.harm.states.get(low)
        if state is not None:
            if _acts(token, words):
                return NOTHING
            return Befallen(_joined(token, state, words), token)
        if low not in words.between and token.pos_ != "ADV":
            return NOTHING
    return NOTHING


def _acts(token: Token, words: QuantityWords) -> bool:
    """Tell whether a form like "killed" is what its subject does, not what befell it; so is one that stands before its noun."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if following is None or token.lower_ in words.harm.undergone or _lemma(token) in words.harm.undergone:
        return False
    if any(child.dep_ in {"aux:pass", "auxpass"} or child.dep_ in _PASSIVE for child in token.children):
        return False
    if token.dep_ == "amod" and token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"}:
        return all(each.pos_ in {"ADJ", "NOUN", "PROPN", "VERB", "NUM"} for each in token.doc[token.i + 1 : token.head.i])
    return following.text not in {",", ";", "."} and any(child.dep_ in _OBJECTS for child in token.children)


def _joined(token: Token, state: str, words: QuantityWords) -> str:
    """Return the measure of "killed or wounded" taken together, of `state` alone where no other stands with it."""
    other = token.doc[token.i + 2 : token.i + 3]
    if token.i + 2 < len(token.doc) and token.doc[token.i + 1].lower_ in {"or", "and"}:
        second = words.harm.states.get(other[0].lower_, state)
        if second != state and {second, state} <= {"killed", "wounded"}:
            return BOTH
    return state


def _up(top: Token, counted: Counted, words: QuantityWords) -> Befallen:
    """Return what the verb or noun above says."""
    child = top
    for _ in range(_STEPS):
        own = _stated(child, words) if child.pos_ not in {"VERB", "AUX"} else NOTHING
        if own.measure:
            return own
        head = child.head
        if head.i == child.i:
            return NOTHING
        told = _by_head(child, head, counted, words)
        if told.measure:
            return told
        if child.dep_.split(":")[0] not in _OF and child.dep_ not in _OF:
            return NOTHING
        if child.dep_.startswith(("nmod", "obl")) and not _passes(child, words):
            return NOTHING
        child = head
        if child.pos_ in {"VERB", "AUX"}:
            verb = words.harm.verbs.get(_lemma(child)) or words.harm.undergone.get(_lemma(child))
            return Befallen(verb, child) if verb else NOTHING
    return NOTHING


def _passes(child: Token, words: QuantityWords) -> bool:
    """Tell whether a preposition says that those counted are part of what is named above ("including two children")."""
    cases = {each.lower_ for each in child.children if each.dep_ in {"case", "prep", "mark"}}
    return bool(cases & words.part) or ("of" in cases and child.head.pos_ in {"NUM", "NOUN"} and child.head.like_num) or not cases


def _stated(noun: Token, words: QuantityWords) -> Befallen:
    """Return what hangs from a noun tells: "12 people killed in the raid", "among the dead were 12 people"."""
    for child in noun.children:
        if child.i < noun.i and child.lower_ in words.harm.states and any(each.lower_ in words.part for each in child.children):
            return Befallen(words.harm.states[child.lower_], child)
        if child.dep_.split(":")[0] in {"acl", "relcl"} and child.i > noun.i:
            state = words.harm.states.get(child.lower_)
            if state is not None and not _acts(child, words):
                return Befallen(_joined(child, state, words), child)
            undergone = words.harm.undergone.get(_lemma(child))
            if undergone is not None and child.lower_ not in words.harm.states and child.dep_ != "acl":
                return Befallen(undergone, child)
    return NOTHING


def _by_head(child: Token, head: Token, counted: Counted, words: QuantityWords) -> Befallen:
    """Return what the word says from which those counted hang."""
    label, lemma = child.dep_, _lemma(head)
    if label in _PASSIVE:
        told = words.harm.verbs.get(lemma) or words.harm.states.get(head.lower_)
        return Befallen(told, head) if told else _beside(child, head, words)
    if label in {"nsubj", "nsubj:outer"}:
        return _by_subject(child, head, counted, words)
    if label in _OBJECTS:
        told = words.harm.verbs.get(lemma)
        if told:
            return Befallen(_also(head, told, words), head)
        if counted.unit == "lives" and lemma in words.lives:
            return Befallen("killed", head)
        return _beside(child, head, words)
    if label.split(":")[0] in {"nmod", "obl", "pobj", "prep"} and head.pos_ in {"NOUN", "PROPN"}:
        cases = {each.lower_ for each in child.children if each.dep_ in {"case", "prep"}}
        told = words.harm.nouns.get(lemma)
        return Befallen(told, head) if told and cases & words.of else NOTHING
    return NOTHING


def _by_subject(child: Token, head: Token, counted: Counted, words: QuantityWords) -> Befallen:
    """Return what the verb or adjective says whose subject those counted are."""
    lemma = _lemma(head)
    undergone = words.harm.undergone.get(lemma)
    if undergone:
        found = Befallen(undergone, head)
        return NOTHING if _flees(found, counted, words) else found
    state = words.harm.states.get(head.lower_)
    if state and (head.pos_ == "ADJ" or head.tag_ == "VBN") and not any(each.dep_ in _OBJECTS for each in head.children):
        return Befallen(state, head)
    return _beside(child, head, words)


def _beside(child: Token, head: Token, words: QuantityWords) -> Befallen:
    """Return what a word beside a verb like "leave" says of its object or subject ("left three dead", "are believed dead")."""
    if _lemma(head) not in words.leaving:
        return NOTHING
    for other in _complements(head):
        if other.i > child.i and other.i != child.i:
            state = words.harm.states.get(other.lower_)
            if state and other.pos_ in {"ADJ", "VERB"} and not (other.dep_ == "amod" and other.head.i > other.i):
                return Befallen(state, other)
    return NOTHING


def _complements(head: Token) -> Iterator[Token]:
    """Yield the words that complete a verb, and those that complete them."""
    for child in head.children:
        if child.dep_ in _BESIDES:
            yield child
            yield from (each for each in child.children if each.dep_ in {"xcomp", "acl", "acomp"})


def _also(head: Token, told: str, words: QuantityWords) -> str:
    """Return the measure of two verbs that share one object ("killed or wounded 12 people")."""
    for other in (head.head, *head.children):
        second = words.harm.verbs.get(_lemma(other), told)
        shared = other.i != head.i and abs(other.i - head.i) == _SHARED and (other.dep_ == "conj" or head.dep_ == "conj")
        if shared and {second, told} == {"killed", "wounded"}:
            return BOTH
    return told


_SHARED = 2
"""How far apart two verbs stand that one conjunction joins."""


def _before(doc: Doc, start: int, words: QuantityWords) -> Befallen:
    """Return what the verb right before says ("killing 12", "wounded at least 30")."""
    if not start:
        return NOTHING
    token = doc[start - 1]
    told = words.harm.verbs.get(_lemma(token))
    if told is None or token.pos_ in {"NOUN", "ADJ"} or (token.tag_ == "VBN" and _is_passive(token)):
        return NOTHING
    first = doc[start - 3] if start > _SHARED else None
    if first is not None and doc[start - 2].lower_ in {"or", "and"}:
        other = words.harm.verbs.get(_lemma(first), told)
        if {other, told} == {"killed", "wounded"}:
            return Befallen(BOTH, token)
    return Befallen(told, token)


def _is_passive(token: Token) -> bool:
    """Tell whether a participle is said of somebody named before it."""
    return any(child.dep_ in {"aux:pass", "auxpass"} for child in token.children)


def _flees(found: Befallen, counted: Counted, words: QuantityWords) -> bool:
    """Tell whether those who flee are fighters or fugitives, whom flight does not make displaced."""
    if found.measure != "displaced" or found.word is None or counted.noun is None:
        return False
    return _lemma(found.word) in words.harm.undergone and _lemma(counted.noun) in words.fighters


def _within(counted: Counted, words: QuantityWords) -> Befallen:
    """Return what the counted noun itself or an adjective before it says ("12 deaths", "30 wounded soldiers")."""
    if counted.noun is not None:
        told = words.harm.nouns.get(_lemma(counted.noun))
        if told:
            return Befallen(told, counted.noun)
    for adjective in counted.adjectives:
        state = words.harm.states.get(adjective.lower_)
        if state:
            return Befallen(state, adjective)
    return NOTHING
