"""The words that sway an event from right beside it: modals, negation, adverbs, adjectives, conditions.

Enters: a token and the words of certainty. Leaves: the words at work among its own children, outermost first. A modal stands over
"not" ("may not have left": possible that not), but "not" over "can" ("cannot have left": certainly not).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from whence.claims.stance.lexicon import Stance, Stances, Term
from whence.claims.tree import base, kids, lemma

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj"})
_BESIDE = frozenset({"advmod", "cc", "preconj", "det", "dep"})
_LONGEST = 4
"""How many words the longest estimative term has before its last ("about as likely as not"); a test holds the data to it."""
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(frozen=True, slots=True)
class Sway:
    """A word at work on an event: its class, its tokens, and for an estimative term what the standards say."""

    stance: Stance
    tokens: tuple[Token, ...]
    bands: tuple[tuple[str, int, int], ...] = ()

    @property
    def at(self) -> int:
        """Return the place of its first token."""
        return self.tokens[0].i


@dataclass(slots=True)
class _Found:
    """What was found among a word's children so far, by the place that each takes in the order of scope."""

    conditions: list[Sway] = field(default_factory=list)
    adverbs: list[Sway] = field(default_factory=list)
    modals: list[Sway] = field(default_factory=list)
    nots: list[Sway] = field(default_factory=list)
    nothing: list[Sway] = field(default_factory=list)
    able: bool = False


def own_words(at: Token, stances: Stances, stop: frozenset[int]) -> list[Sway]:
    """Return the words that sway `at` from beside it, outermost first; `stop` are the places of tokens that do not count."""
    found = _Found()
    for child in kids(at):
        if child.i not in stop:
            _hear(at, child, stances, found)
    if found.nots and found.nots[0].stance.name != "partly":
        found.nothing.clear()
    taken = {token.i for sway in (*found.adverbs, *found.nothing) for token in sway.tokens if len(sway.tokens) > 1}
    nots = [sway for sway in found.nots[:1] if sway.at not in taken]
    if nots and any(sway.at == nots[0].at + 1 for sway in found.adverbs):
        return [*found.conditions, *nots, *found.adverbs, *found.modals, *found.nothing]
    if found.able:
        return [*found.conditions, *found.adverbs, *nots, *found.modals, *found.nothing]
    return [*found.conditions, *found.adverbs, *found.modals, *nots, *found.nothing]


def modal(at: Token, stances: Stances) -> Token | None:
    """Return the modal verb of `at`."""
    words = stances.words
    known = words["possibility"] | words["ability"] | words["future"] | words["conclusion"]
    return next((child for child in kids(at) if base(child) == "aux" and child.lower_ in known), None)


def term_at(token: Token, stances: Stances) -> Term | None:
    """Return the longest estimative term that ends with `token`."""
    terms = stances.terms.get(token.lower_)
    if terms is None:
        return None
    before = token.doc[max(0, token.i - _LONGEST) : token.i]
    said = [*(word.lower_ for word in before), token.lower_]
    return next((term for term in terms if tuple(said[-len(term.words) :]) == term.words), None)


def term_tokens(token: Token, term: Term) -> tuple[Token, ...]:
    """Return the tokens of `term`, which ends with `token`."""
    return tuple(token.doc[token.i + 1 - len(term.words) : token.i + 1])


def _hear(at: Token, child: Token, stances: Stances, found: _Found) -> None:
    """Take in one child of `at`, by its relation."""
    label = base(child)
    if label == "aux":
        _hear_helper(at, child, stances, found)
    elif label in _BESIDE:
        _hear_adverb(at, child, stances, found)
    elif label in {"mark", "case"}:
        _hear_mark(child, stances, found)
    elif label == "amod":
        _hear_adjective(child, stances, found)
    elif label in {"advcl", "obl"} and _supposes(child, stances):
        found.conditions.append(Sway(stances.classes["supposing"], (_opener(child, stances),)))
    if child.dep_ in _ARGUMENTS and at.pos_ not in _NOUNS:
        nobody = _nobody(child, stances)
        if nobody is not None:
            scarcely = any(
                not rest and stance.name == "scarcely" for rest, stance in stances.uses["adverbs"].get(nobody.lower_, ())
            )
            found.nothing.append(Sway(stances.classes["scarcely" if scarcely else "negation"], (nobody,)))


def _next(token: Token) -> str:
    """Return the word behind `token` in small letters."""
    return token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""


def _hear_helper(at: Token, child: Token, stances: Stances, found: _Found) -> None:
    """Take in an auxiliary."""
    word, words, classes = child.lower_, stances.words, stances.classes
    having = any(base(other) == "aux" and other.lower_ in {"have", "’ve", "'ve"} for other in kids(at))
    if word in words["inverted"] and _inverted(at, child):
        found.conditions.append(Sway(classes["supposing"], (child,)))
    elif word in words["possibility"]:
        found.modals.append(Sway(classes["might"], (child,)))
    elif word in words["ability"]:
        found.able = True
        if lemma(at) not in words["perceiving"]:
            found.modals.append(Sway(classes["might"], (child,)))
    elif word in words["future"]:
        counter = having and word in {"would", "'d", "’d"}
        if word not in {"'d", "’d"} or at.tag_ == "VB":
            found.modals.append(Sway(classes["supposing" if counter else "future"], (child,)))
    elif word in words["conclusion"]:
        concludes = having or any(base(other) == "cop" for other in kids(at)) or at.tag_ == "VBG"
        found.modals.append(Sway(classes["inferred" if concludes else "obliging"], (child,)))
    elif lemma(child) == "be" and at.tag_ == "VB" and any(other.lower_ == "to" and other.i > child.i for other in kids(at)):
        found.modals.append(Sway(classes["future"], (child,)))


def _inverted(at: Token, helper: Token) -> bool:
    """Tell whether an auxiliary stands before the subject in a sentence that is no question."""
    subject = next((child for child in kids(at) if child.dep_ in _SUBJECTS), None)
    ends = next((token.text for token in at.doc[at.i :] if token.text in {"?", "."}), ".")
    return subject is not None and helper.i < subject.i and ends != "?"


def _hear_adverb(at: Token, child: Token, stances: Stances, found: _Found) -> None:
    """Take in an adverb, a conjunction or an article."""
    word, words, classes = child.lower_, stances.words, stances.classes
    if word in words["negations"] and base(child) != "det":
        ahead = _next(child)
        if ahead in words["focus"]:
            return
        name = "partly" if ahead in words["quantifiers"] else "pending" if ahead == "yet" else "negation"
        found.nots.append(Sway(classes[name], (child,)))
    elif word == "no" and _next(child) == "longer":
        found.nots.append(Sway(classes["ended"], (child, child.doc[child.i + 1])))
    elif word == "longer" and child.i and child.nbor(-1).lower_ == "no":
        found.nots.append(Sway(classes["ended"], (child.nbor(-1), child)))
    elif base(child) == "det":
        if word in words["no"]:
            found.nots.append(Sway(classes["negation"], (child,)))
        elif word in words["little"]:
            found.nots.append(Sway(classes["scarcely"], (child,)))
    elif (term := term_at(child, stances)) is not None and child.dep_ == "advmod":
        found.adverbs.append(Sway(term.stance, term_tokens(child, term), term.bands))
    elif word == "so" and _next(child) in {"-", "called"}:
        found.adverbs.append(Sway(classes["distancing"], (child,)))
    else:
        stance = next((stance for rest, stance in stances.uses["adverbs"].get(word, ()) if not rest), None)
        if stance is not None and child.i != at.i:
            found.adverbs.append(Sway(stance, (child,)))


def _hear_mark(child: Token, stances: Stances, found: _Found) -> None:
    """Take in a preposition or conjunction."""
    word, words, classes = child.lower_, stances.words, stances.classes
    before = child.nbor(-1).lower_ if child.i else ""
    ahead = _next(child)
    if word in words["without"] or f"{word} {ahead}" in words["without"]:
        found.nots.append(Sway(classes["negation"], (child,)))
    elif f"{before} {word}" in words["away"]:
        found.nots.append(Sway(classes["negation"], (child.nbor(-1), child)))
    elif word in words["conditions"] or any(other.lower_ in words["cases"] for other in kids(child)):
        found.conditions.append(Sway(classes["supposing"], (child,)))
    elif word in words["whether"]:
        found.conditions.append(Sway(classes["wondering"], (child,)))
    elif word == "to" and before == "yet":
        found.nots.append(Sway(classes["pending"], (child.nbor(-1), child)))


def _hear_adjective(child: Token, stances: Stances, found: _Found) -> None:
    """Take in an adjective."""
    term = term_at(child, stances)
    if term is not None:
        found.adverbs.append(Sway(term.stance, term_tokens(child, term), term.bands))
        return
    word = child.lower_
    if word in stances.words["little"] and not (child.i and child.nbor(-1).lower_ in {"a", "the", "these", "those"}):
        found.nots.append(Sway(stances.classes["scarcely"], (child,)))
    elif word == "called" and child.i and child.nbor(-1).text in {"-", "‑"}:
        found.adverbs.append(Sway(stances.classes["distancing"], (child,)))
    else:
        stance = next((stance for rest, stance in stances.uses["adjectives"].get(word, ()) if not rest), None)
        if stance is not None:
            found.adverbs.append(Sway(stance, (child,)))


def _nobody(child: Token, stances: Stances) -> Token | None:
    """Return the word by which a subject or object names nobody: "nobody", "no village", "not a soldier", "hardly any"."""
    if child.lower_ in stances.words["nobody"]:
        return child
    for word in kids(child):
        if base(word) == "det" and word.lower_ in stances.words["no"]:
            return word
        if word.lower_ in stances.words["negations"] and _next(word) in stances.words["single"]:
            return word
        if _next(word) == "any" and word.lower_ in stances.uses["adverbs"] and base(word) == "advmod":
            return word
        if word.lower_ == "any" and word.i and word.nbor(-1).head.i == word.i and word.nbor(-1).lower_ in stances.uses["adverbs"]:
            return word.nbor(-1)
    return None


def _supposes(child: Token, stances: Stances) -> bool:
    """Tell whether a clause or phrase is a condition of what it hangs on; "even if" makes none."""
    return _opener(child, stances).i != child.i or (child.lower_ in stances.words["conditions"] and child.dep_ == "advcl")


def _opener(child: Token, stances: Stances) -> Token:
    """Return the word that makes a clause or phrase a condition, the word itself where there is none."""
    words = stances.words
    for word in kids(child):
        if word.dep_ == "mark" and word.lower_ in words["conditions"]:
            even = word.i and word.nbor(-1).lower_ in {"even", "as"}
            return child if even else word
        if word.dep_ == "case" and any(other.lower_ in words["cases"] for other in kids(word)):
            return word
        if base(word) == "aux" and word.lower_ in words["inverted"] and child.dep_ == "advcl" and _inverted(child, word):
            return word
    if child.dep_ == "obl" and child.lower_ == "event" and any(word.lower_ == "in" for word in kids(child)):
        return next(word for word in kids(child) if word.lower_ == "in")
    return child
