"""Which words govern an event, from the outermost to the innermost: the climb from an event's word to the top of its sentence.

Enters: a token and the words of certainty. Leaves: the words at work on it, each with its class. A word governs by its place in the
dependency tree alone, so that a "not" of another clause does not count; verbs in no list end the climb, since what they say of an
event leaves it as it is ("the withdrawal did not surprise the mayor"). After De Facto (Saurí & Pustejovsky 2012).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from whence.claims.lexicon import load_lexicon
from whence.claims.stance.lexicon import Stances
from whence.claims.stance.words import Sway, modal, own_words, term_at, term_tokens
from whence.claims.tree import base, kids, lemma
from whence.records import CueGrade

_CLIMB = 10
"""How many words upwards a climb goes; in trees of news sentences no word that sways an event stands farther off."""

_BARE = frozenset({"VB", "VBN", "VBG"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSAL = frozenset({"xcomp", "ccomp", "csubj", "advcl", "acl", "parataxis"})
_OWN_WORD = frozenset({"of", "for", "about", "on", "to", "against", "over", "at", "regarding", "concerning"})
"""Prepositions by which a noun takes an event as its content ("signs of", "plans for")."""
_USES = {
    "xcomp": ("verbs", "clauses", "infinitives", "adjectives", "objects", "nouns"),
    "ccomp": ("verbs", "clauses", "adjectives", "nouns"),
    "advcl": ("verbs", "clauses", "adjectives"),
    "csubj": ("subjects", "adjectives", "nouns"),
    "parataxis": (),
    "acl": ("nouns",),
    "nmod": ("nouns",),
    "compound": ("nouns",),
    "obj": ("verbs", "objects"),
    "obl": ("verbs", "objects"),
    "nsubj:pass": ("verbs", "objects", "subjects"),
    "csubj:pass": ("verbs", "objects", "clauses"),
    "nsubj": ("subjects", "adjectives", "nouns"),
}
"""In which lists the governor of each relation is looked for."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The words at work on an event, outermost first, and whether the climb came to the top of the sentence's main clause."""

    sways: tuple[Sway, ...]
    open_above: bool


def scope_of(trigger: Token, stances: Stances, stop: frozenset[int]) -> Scope:
    """Return what governs `trigger`; `stop` are the places of tokens above which another stands behind the words: the cue.

    The "no" of a noun works on its verb, too: "no evacuation was ordered" tells that none was, and that none was ordered.
    """
    found = own_words(trigger, stances, stop)[::-1]
    at, seen = trigger, {sway.at for sway in found}
    for _ in range(_CLIMB):
        above = at.head
        if above.i == at.i:
            return Scope(tuple(found[::-1]), open_above=True)
        if above.i in stop:
            return Scope(tuple(found[::-1]), open_above=base(at) != "acl")
        step = _joined(at, above, stances, stop) if base(at) == "conj" else _governed(at, above, stances, stop, seen)
        if step is None:
            return Scope(tuple(found[::-1]), open_above=at.dep_ == "parataxis")
        raised = [sway for sway in found if sway.tokens[0].head.i == at.i and base(sway.tokens[0]) == "det"]
        found = [sway for sway in found if sway not in raised]
        found.extend(sway for sway in step if sway.at not in seen)
        found.extend(raised)
        seen.update(sway.at for sway in step)
        at = above
    return Scope(tuple(found[::-1]), open_above=False)


def _joined(at: Token, above: Token, stances: Stances, stop: frozenset[int]) -> list[Sway] | None:
    """Return what a word shares with the one it is joined to by "and" or "or", innermost first; None where it shares nothing."""
    words = kids(at)
    if any(child.lower_ == "but" for child in words if child.dep_ == "cc"):
        return []
    if at.tag_ in _FINITE and above.tag_ in {"VB", "VBG"} and modal(above, stances) is None:
        return None
    sways = own_words(above, stances, stop)[::-1]
    nor = next(
        (child for word in (at, *words) if word is at or base(word) == "aux" for child in kids(word) if child.lower_ == "nor"), None
    )
    if nor is not None:
        return [Sway(stances.classes["negation"], (nor,)), *(sway for sway in sways if sway.stance.name != "negation")]
    if any(base(child) in {"nsubj", "aux"} for child in words):
        return [sway for sway in sways if sway.stance.name == "supposing"]
    if at.tag_ in _BARE and at.tag_ == above.tag_:
        return sways
    if at.pos_ in {"NOUN", "PROPN"} and above.pos_ in {"NOUN", "PROPN"}:
        return [] if any(child.dep_ == "det" for child in words) else sways
    return [sway for sway in sways if sway.stance.name in {"passing", "distancing", "supposing", "future"}]


def _governed(at: Token, above: Token, stances: Stances, stop: frozenset[int], seen: set[int]) -> list[Sway] | None:
    """Return what the governor of a word makes of it, innermost first, None where it leaves it alone."""
    label = at.dep_ if at.dep_ in _USES else base(at)
    if at.dep_ == "acl:relcl" and not any(child.lower_ == "that" and child.dep_ == "mark" for child in kids(at)):
        return None
    if label not in _USES:
        return None
    marks = _marks(at)
    if "to" in marks and (to := _mark(at, "to")).i and to.nbor(-1).lower_ == "yet":
        return None
    if label in {"nsubj", "nsubj:pass"}:
        below = next((child for child in kids(above) if child.dep_ == "xcomp"), None)
        if below is not None:
            return _raised(at, below, above, stances, stop)
    sway = _find(at, label, marks, stances, seen)
    if sway is None:
        if label == "nmod" and above.lower_ in stances.words["transparent"] and "of" in marks:
            return own_words(above, stances, stop)[::-1]
        return None
    if sway.stance.name == "aiming":
        return [sway]
    return [sway, *own_words(above, stances, stop)[::-1]]


def _raised(at: Token, below: Token, above: Token, stances: Stances, stop: frozenset[int]) -> list[Sway] | None:
    """Return what governs the subject of a verb over an infinitive ("the withdrawal is expected to begin"), innermost first."""
    inner = next(_listed(at, below, "nsubj", [], stances), None)
    outer = next(_listed(below, above, "xcomp", _marks(below), stances), None)
    if inner is None or outer is None:
        return None
    return [inner, *own_words(below, stances, stop)[::-1], outer, *own_words(above, stances, stop)[::-1]]


def _find(at: Token, label: str, marks: list[str], stances: Stances, seen: set[int]) -> Sway | None:
    """Return how the governor of `at` sways it, to which `at` stands in the relation `label`."""
    above = at.head
    if label == "nmod":
        if above.lower_ == "event" and any(child.lower_ == "in" for child in kids(above)):
            return Sway(stances.classes["supposing"], (above,))
        if not (set(marks) & _OWN_WORD):
            return None
    for sway in _listed(at, above, label, marks, stances):
        if sway.at not in seen:
            return sway
    if label in {"nsubj", "obl"} and lemma(above) == "be" and any(child.dep_ == "expl" for child in kids(above)):
        return Sway(stances.classes["occurring"], (above,))
    if label not in _CLAUSAL:
        return None
    grade = load_lexicon().grades.get(lemma(above)) if label in {"ccomp", "xcomp"} and above.pos_ == "VERB" else None
    if grade is not None:
        passed = grade in {CueGrade.SAID, CueGrade.CLAIMED}
        return Sway(stances.classes["passing"] if passed else stances.grades[grade], (above,))
    if label in {"xcomp", "advcl"} and marks[:1] == ["to"] and above.pos_ in {"VERB", "AUX"}:
        return Sway(stances.classes["aiming"], (_mark(at, "to"),))
    return None


def _listed(at: Token, above: Token, label: str, marks: list[str], stances: Stances) -> Iterator[Sway]:
    """Yield the classes under which `above` is listed for this relation."""
    near: dict[str, Token] | None = None
    for use in _USES[label]:
        index = stances.uses[use]
        if use == "nouns" and label in {"xcomp", "ccomp", "nsubj", "csubj"} and above.pos_ not in {"NOUN", "PROPN"}:
            continue
        for key in dict.fromkeys((above.lower_, lemma(above))):
            for rest, stance in index.get(key, ()):
                if not rest and label == "obl":
                    continue
                if rest and near is None:
                    near = _near(at, above, marks)
                if rest and (near is None or not all(word in near for word in rest)):
                    continue
                if (
                    use == "adjectives"
                    and label == "nsubj"
                    and (above.tag_ in _FINITE or any(c.dep_ == "xcomp" for c in kids(above)))
                ):
                    continue
                term = term_at(above, stances) if use in {"adjectives", "nouns", "infinitives"} else None
                behind = tuple(near[word] for word in rest) if rest and near is not None else ()
                yield Sway(stance, (above, *behind)) if term is None else Sway(term.stance, term_tokens(above, term), term.bands)


def _near(at: Token, above: Token, marks: list[str]) -> dict[str, Token]:
    """Return the small words that belong to `above` or lead `at`, and the object of `above`, by their form and lemma."""
    found = {word: _mark(at, word) for word in marks}
    for child in kids(above):
        if child.i > above.i or child.dep_ in {"compound:prt", "case"}:
            found.setdefault(child.lower_, child)
            found.setdefault(lemma(child), child)
    return found


def _marks(at: Token) -> list[str]:
    """Return the prepositions and conjunctions that lead `at`, in small letters."""
    return [child.lower_ for child in kids(at) if child.dep_ in {"case", "mark", "fixed"} and child.i < at.i]


def _mark(at: Token, word: str) -> Token:
    """Return the small word `word` that leads `at`."""
    return next(child for child in kids(at) if child.lower_ == word)
