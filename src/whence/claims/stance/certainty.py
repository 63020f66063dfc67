"""How sure each of those who stand behind a claim tells it.

Enters: the token that tells the event, the chain of sources and the reporting words. Leaves: one `Certainty` for the report, then
one for each step of the chain, with the words that set it. The scale and the way in which words change it are FactBank's and De
Facto's (Saurí & Pustejovsky 2009, 2012): the outermost word works first, none makes surer than what stands around it. What the
report itself commits to is told from its reporting words alone; it does not say who is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from whence.claims.lexicon import load_lexicon
from whence.claims.stance.lexicon import Stance, Stances, Value, load_stances
from whence.claims.stance.scope import scope_of
from whence.claims.stance.words import Sway
from whence.claims.tree import base, has_tree, kids, lemma, span_of, stretch, tokens_in
from whence.records import Certainty, CueGrade, Degree, Reason, Source, Span

PLAIN = "told plainly"
"""The kind of the reason of a claim that no word limits."""
CUE = "reporting word"
"""The kind of the reason that rests on the reporting word."""
PASSED = "passed on"
DOUBTED = "doubted"
DISTANCE = "kept at a distance"
CLOSED = "not possible"
ASKED = "asking"

STANDARDS = {"icd203": "ICD 203", "phia": "the PHIA yardstick", "ipcc": "the IPCC’s guidance"}
_ORDER = (Degree.UNCOMMITTED, Degree.POSSIBLE, Degree.PROBABLE, Degree.CERTAIN)
_CERTAIN = Value(Degree.CERTAIN, denied=False)
_OF_THE_TELLER = frozenset({"doubting", "distancing", "passing", "partly", "factive"})
"""Classes that say how whoever passes something on stands to it, not what its source said ("falsely claimed")."""
_REACH = 4
"""How many words before the trigger are heard where there is no tree: an auxiliary, "not" and an adverb stand within it."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """The words by which something is passed on: `cue` is the one that reports, `above` what sways it ("refused to say")."""

    words: tuple[Token, ...]
    cue: Token
    grade: CueGrade | None
    above: tuple[Sway, ...]


def tell_certainty(  # noqa: PLR0917 - the parts of one claim, in the order in which they are found
    doc: Doc,
    trigger: tuple[Token, ...],
    passages: Sequence[Span],
    chain: Sequence[Source],
    cue: Sequence[Span],
    grade: CueGrade | None,
) -> tuple[Certainty, ...]:
    """Return how the report, then each step of `chain`, tells the event of `trigger`.

    `trigger` has the head first and at least one token; `passages` are the claim's; `chain` runs from the source nearest the reader
    to the one nearest the event; `cue` and `grade` are the reporting words between that one and the claim.
    """
    stances = load_stances()
    words = tokens_in(doc, cue) if cue else []
    head = trigger[0]
    stop = frozenset(token.i for token in words if chain or token.pos_ != "ADV")
    sways, taken_as_so = _heard(head, passages, stances, stop) if has_tree(doc) else (_near(head, stances, stop), False)
    if not chain:
        return (_weigh(sways, head),)
    reporting = _reporting(words, grade, stances)
    if grade is CueGrade.WARNED and head.pos_ == "NOUN":
        grade = CueGrade.SAID
    nearest = (
        _weigh(sways, head)
        if reporting is None or grade is None or taken_as_so
        else _nearest(sways, reporting, stances.grades[grade])
    )
    if words and chain[-1].span is None and not chain[-1].text:
        detail = f"“{words[0].text}” tells that somebody says so, and not who"
        nearest = Certainty(Degree.UNCOMMITTED, nearest.denied, (*nearest.because, Reason(PASSED, detail, tuple(cue))))
    steps = [nearest, _passing(nearest, reporting, stances)]
    for _ in range(len(chain) - 1):
        outer = _outer(reporting.cue) if reporting is not None else None
        reporting = None if outer is None else _reporting([outer], None, stances)
        steps.append(_passing(steps[-1], reporting, stances))
    return tuple(reversed(steps))


def _heard(head: Token, passages: Sequence[Span], stances: Stances, stop: frozenset[int]) -> tuple[tuple[Sway, ...], bool]:
    """Return the words at work on an event, the question mark behind its clause among them, and whether it is taken as so.

    It is, where a noun tells it and the clause says something else of it: who doubts that "the withdrawal hurt morale" does not
    doubt the withdrawal.
    """
    scope = scope_of(head, stances, stop)
    if scope.open_above:
        return (*_question(head, passages, stances), *scope.sways), False
    definite = any(child.lower_ in ("the", "this", "that", "these", "those") or child.dep_ == "nmod:poss" for child in kids(head))
    return scope.sways, head.pos_ in ("NOUN", "PROPN") and definite and not scope.sways


def _near(head: Token, stances: Stances, stop: frozenset[int]) -> tuple[Sway, ...]:
    """Return the words that sway an event, heard right before it, where there is no tree."""
    words, classes, found = stances.words, stances.classes, list[Sway]()
    for token in head.doc[max(0, head.i - _REACH) : head.i]:
        if token.i in stop:
            continue
        if token.is_punct:
            found.clear()
        elif token.lower_ in words["negations"] | words["no"]:
            found.append(Sway(classes["negation"], (token,)))
        elif token.lower_ in words["possibility"] | words["ability"]:
            found.append(Sway(classes["might"], (token,)))
        elif token.lower_ in words["future"]:
            found.append(Sway(classes["future"], (token,)))
        else:
            entries = stances.uses["adverbs"].get(token.lower_, ())
            found.extend(Sway(stance, (token,)) for rest, stance in entries if not rest)
    return tuple(found)


def _question(head: Token, passages: Sequence[Span], stances: Stances) -> tuple[Sway, ...]:
    """Return the question mark that ends the sentence of `head`, unless a question word takes the event as so ("when did …?")."""
    end = max((span.end for span in passages), default=head.idx)
    for token in head.doc[head.i + 1 :]:
        if token.text == "?":
            taken = any(child.lower_ in stances.words["presupposing"] for child in kids(head) if base(child) != "mark")
            return () if taken else (Sway(stances.classes[ASKED], (token,)),)
        if token.text in {".", "!", ";"} or (token.is_sent_start and token.idx > end):
            return ()
    return ()


def _apply(value: Value, stance: Stance) -> Value:
    """Return what a word makes of an event of which `value` holds around it."""
    row = stance.negated if value.denied else stance.affirmed
    return Value(min(value.degree, row.degree, key=_ORDER.index), row.denied)


def _fold(sways: Iterable[Sway]) -> Value:
    """Return what all words at work make of an event, the outermost first."""
    value = _CERTAIN
    for sway in sways:
        value = _apply(value, sway.stance)
    return value


def _tell(value: Value, sways: Iterable[Sway]) -> tuple[Value, tuple[Reason, ...]]:
    """Return what `sways` make of an event of which `value` holds around them, with the reason of each."""
    reasons = []
    for sway in sways:
        value = _apply(value, sway.stance)
        reasons.append(_reason(sway, closed=sway.stance.open and value.degree is Degree.CERTAIN))
    return value, tuple(reasons)


def _weigh(sways: Sequence[Sway], head: Token) -> Certainty:
    """Return the certainty that the words at work give, each with its reason."""
    value, reasons = _tell(_CERTAIN, sways)
    plain = Reason(PLAIN, f"“{head.text}” is told as so, and no word limits it", (span_of(head),))
    return Certainty(value.degree, value.denied, reasons or (plain,))


def _reason(sway: Sway, *, closed: bool = False) -> Reason:
    """Return the reason that one word at work gives; `closed` tells that "not" took away what it leaves open ("could not")."""
    beside = _adjacent(sway.tokens)
    quoted = (" " if beside else " … ").join(token.text for token in sway.tokens)
    says = "with “not”, it is told as not possible" if closed else sway.stance.says
    bands = ", ".join(f"{low}–{high} % by {STANDARDS[name]}" for name, low, high in sway.bands)
    spans = (stretch(sway.tokens),) if beside else tuple(dict.fromkeys(span_of(token) for token in sway.tokens))
    return Reason(CLOSED if closed else sway.stance.name, f"“{quoted}”: {says}" + (f" ({bands})" if bands else ""), spans)


def _adjacent(tokens: tuple[Token, ...]) -> bool:
    """Tell whether tokens stand side by side in order."""
    return all(other.i == one.i + 1 for one, other in pairwise(tokens))


def _reporting(words: Sequence[Token], grade: CueGrade | None, stances: Stances) -> Reporting | None:
    """Return the reporting word of a cue: its verb with a grade, else its first graded word, its first verb, its first word."""
    if not words:
        return None
    grades = load_lexicon().grades
    verbs = [token for token in words if token.pos_ == "VERB"]
    graded = [token for token in (*verbs, *words) if lemma(token) in grades]
    cue = next(iter((*graded, *verbs, *words)))
    outer = _outer(cue)
    stop = frozenset({outer.i} if outer is not None else ())
    return Reporting(tuple(words), cue, grade, scope_of(cue, stances, stop).sways if has_tree(cue.doc) else ())


def _outer(cue: Token) -> Token | None:
    """Return the reporting word above another one ("said" in "the paper said that officials had confirmed …")."""
    grades, at = load_lexicon().grades, cue
    for _ in range(_REACH if has_tree(cue.doc) else 0):
        clause, at = base(at), at.head
        if clause in {"ccomp", "parataxis", "acl"} and lemma(at) in grades:
            return at
    return None


def _nearest(sways: Sequence[Sway], reporting: Reporting, stance: Stance) -> Certainty:
    """Return how the source nearest the event tells it: by the words, under what the reporting word makes of them."""
    telling = [sway for sway in reporting.above if sway.stance.name not in _OF_THE_TELLER]
    around, over = _tell(_CERTAIN, telling)
    value, under = _tell(_apply(around, stance), sways)
    reason = Reason(stance.name, f"“{reporting.cue.text}”: {stance.says}", (span_of(reporting.cue),))
    return Certainty(value.degree, value.denied, (*over, reason, *under))


def _passing(told: Certainty, reporting: Reporting | None, stances: Stances) -> Certainty:
    """Return how whoever passes something on stands to it, which was `told` so to them."""
    if reporting is None:
        detail = "it is passed on, and no reporting word tells what whoever passes it on makes of it"
        return Certainty(Degree.UNCOMMITTED, because=(Reason(PASSED, detail),))
    cue = reporting.cue
    doubt = _doubt(told, reporting, stances)
    if doubt is not None:
        return doubt
    kept = next((word for word in reporting.words if lemma(word) in stances.words["keeping"]), None)
    far = kept or next((sway.tokens[0] for sway in reporting.above if sway.stance.name == "distancing"), None)
    if far is not None or reporting.grade is CueGrade.CLAIMED:
        shown = far or cue
        reason = Reason(DISTANCE, f"“{shown.text}” keeps a distance from what is said", (span_of(shown),))
        return Certainty(Degree.UNCOMMITTED, because=(reason,))
    commits = next((word for word in reporting.words if lemma(word) in stances.words["committing"]), None)
    if commits is not None and _fold(reporting.above) == _CERTAIN:
        reason = Reason(CUE, f"“{commits.text}” takes what is said as so", (span_of(commits),))
        return Certainty(told.degree, told.denied, (reason, *told.because))
    reason = Reason(PASSED, f"“{cue.text}” passes it on and commits whoever passes it on to nothing", (span_of(cue),))
    return Certainty(Degree.UNCOMMITTED, because=(reason,))


def _doubt(told: Certainty, reporting: Reporting, stances: Stances) -> Certainty | None:
    """Return how whoever passes something on doubts it ("falsely claimed", "without evidence"), None where they do not."""
    wrong = next((sway for sway in reporting.above if sway.stance.name == "doubting"), None)
    if wrong is not None and not told.denied:
        reason = Reason(DOUBTED, f"{_reason(wrong).detail}, in the words of whoever passes it on", _reason(wrong).spans)
        return Certainty(Degree.PROBABLE, denied=True, because=(reason,))
    if wrong is not None:
        reason = Reason(DOUBTED, f"{_reason(wrong).detail}, in the words of whoever passes the denial on", _reason(wrong).spans)
        return Certainty(Degree.PROBABLE, because=(reason,))
    if any(lemma(word) in stances.words["refuting"] for word in reporting.words):
        reason = Reason(DOUBTED, f"“{reporting.cue.text}” sides with whoever says that it is not so", (span_of(reporting.cue),))
        return Certainty(Degree.PROBABLE, denied=True, because=(reason,))
    bare = _without_grounds(reporting.cue, stances)
    if bare is None:
        return None
    reason = Reason(DOUBTED, "whoever passes it on says that no grounds were given", (bare,))
    return Certainty(Degree.UNCOMMITTED, because=(reason,))


def _without_grounds(cue: Token, stances: Stances) -> Span | None:
    """Return the words that say that a claim was made without grounds: "without evidence", "offering no proof"."""
    for child in kids(cue):
        near = [child, *(token for token in kids(child) if base(token) in {"obj", "nmod"})]
        ground = next((token for token in near if lemma(token) in stances.words["grounds"]), None)
        if ground is None or base(child) not in {"obl", "advcl"}:
            continue
        lead = [token for token in (*kids(child), *kids(ground)) if token.lower_ in stances.words["without"] | stances.words["no"]]
        if lead:
            return stretch([lead[0], ground])
    return None
