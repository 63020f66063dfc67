"""Questions to a dependency tree, as the rules on attributions ask them.

Enters: tokens of a spaCy Doc with Universal Dependencies labels (the older spaCy labels are understood where they differ in name
alone). Leaves: tokens and spans. It changes nothing, and answers None or nothing where the tree does not tell or there is none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from whence.records import Span

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "nsubj:outer", "csubj", "expl"})
OBJECTS = frozenset({"obj", "dobj", "iobj", "dative"})
CLAUSES = frozenset({"ccomp", "parataxis"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBAL = frozenset({"VERB", "AUX"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVE = frozenset({"acl:relcl", "relcl"})


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a document, where each stands, which are blanks, heads and children: put together by spaCy once."""

    tokens: tuple[Token, ...]
    spans: list[Span]
    starts: list[int]
    ends: list[int]
    blanks: frozenset[int]
    heads: list[int]
    kids: list[tuple[Token, ...]]


@lru_cache(maxsize=1)
def _words_of(doc: Doc) -> _Words:
    """Return the words of a document; no word has children where it was not parsed."""
    tokens = tuple(doc)
    below: list[list[Token]] = [[] for _ in tokens]
    heads = [token.head.i for token in tokens] if doc.has_annotation("DEP") else list(range(len(tokens)))
    for token, head in zip(tokens, heads, strict=True):
        if head != token.i:
            below[head].append(token)
    starts = [token.idx for token in tokens]
    ends = [start + len(token) for start, token in zip(starts, tokens, strict=True)]
    blanks = frozenset(token.i for token in tokens if token.is_space)
    spans = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    return _Words(tokens, spans, starts, ends, blanks, heads, [tuple(each) for each in below])


@lru_cache(maxsize=1)
def sentences_of(doc: Doc) -> tuple[Span, ...]:
    """Return the places of the document's sentences, read out once."""
    return tuple(Span(sent.start_char, sent.end_char) for sent in doc.sents)


LONGEST_NAME = 4
"""Words of the longest name that is looked for behind a noun."""


def base(token: Token) -> str:
    """Return the label of `token` without its subtype."""
    return token.dep_.split(":")[0]


@lru_cache(maxsize=1)
def has_tree(doc: Doc) -> bool:
    """Tell whether `doc` was parsed."""
    return bool(doc.has_annotation("DEP"))


@lru_cache(maxsize=1)
def text_of(doc: Doc) -> str:
    """Return the document's text, which spaCy puts together anew at each asking."""
    return doc.text


def kids(token: Token) -> tuple[Token, ...]:
    """Return the children of `token`, none where the document was not parsed."""
    return _words_of(token.doc).kids[token.i]


def subtree(token: Token) -> list[Token]:
    """Return `token` and all that hangs on it, in no order of the text: spaCy's own way there goes over the sentence again."""
    below = _words_of(token.doc).kids
    found = [token]
    for each in found:
        found.extend(below[each.i])
    return found


def lemma(token: Token) -> str:
    """Return the lemma in small letters, the word itself where the engine gave none."""
    return (token.lemma_ or token.text).lower()


def span_of(token: Token) -> Span:
    """Return the place of one token."""
    return _words_of(token.doc).spans[token.i]


def stretch(tokens: Iterable[Token]) -> Span:
    """Return the place from the first to the last of `tokens`, of which there must be one."""
    known = list(tokens)
    last = max(known, key=_place)
    return Span(min(known, key=_place).idx, last.idx + len(last.text))


def _place(token: Token) -> int:
    """Return where the token stands."""
    return token.i


def tokens_in(doc: Doc, spans: Iterable[Span]) -> list[Token]:
    """Return the tokens that `spans` cover, those covered in part too, in order."""
    words = _words_of(doc)
    runs = [range(bisect_right(words.ends, span.start), bisect_left(words.starts, span.end)) for span in spans]
    inside = runs[0] if len(runs) == 1 else sorted(set().union(*runs))
    return [words.tokens[at] for at in inside if at not in words.blanks]


def head_of(tokens: list[Token]) -> Token | None:
    """Return the token that governs the others; without a tree the last noun of the first phrase."""
    words = [token for token in tokens if not token.is_punct and not token.is_space]
    if not words:
        return None
    if not has_tree(words[0].doc):
        return _last_noun(words)
    heads, inside = _words_of(words[0].doc).heads, {token.i for token in words}
    roots = [token for token in words if heads[token.i] not in inside or heads[token.i] == token.i]
    nominal = [token for token in roots if token.pos_ in NOMINAL]
    return (nominal or roots or words)[0]


BREAKS = frozenset({"of", "for", "in", "from", "with", "to", "at", "on", "who", "that", "which", "close", "familiar"})
"""Small words behind which the head of a phrase does not stand."""


def _last_noun(words: list[Token]) -> Token:
    """Return the last word before the first small function word, a guess at the head without a tree."""
    kept: list[Token] = []
    for token in words:
        if kept and token.lower_ in BREAKS:
            break
        kept.append(token)
    named = [token for token in kept if token.lower_ not in ("'s", "’s", "’", "'")]
    return (named or kept)[-1]


def children(token: Token, *labels: str) -> Iterator[Token]:
    """Yield the children of `token` whose label, with or without its subtype, is one of `labels`."""
    for child in kids(token):
        if child.dep_ in labels or base(child) in labels:
            yield child


def subject_of(verb: Token) -> Token | None:
    """Return the verb's own subject."""
    for child in kids(verb):
        if child.dep_ in SUBJECTS and child.dep_ != "expl":
            return child
    return None


def acting_subject(verb: Token) -> Token | None:
    """Return who does what `verb` says: its subject, or that of the verb it depends on ("said X, adding that …")."""
    at = verb
    for _ in range(4):
        own = subject_of(at)
        if own is not None:
            return antecedent(own) or own
        agent = agent_of(at)
        if agent is not None:
            return agent
        if base(at) in ("acl", "amod") and at.head.pos_ in NOMINAL and at.tag_ == "VBG":
            return at.head
        if at.dep_ not in ("xcomp", "advcl", "conj", "acl", "parataxis", "dep") or at.head.i == at.i or at.head.pos_ not in VERBAL:
            return None
        at = at.head
    return None


def agent_of(verb: Token) -> Token | None:
    """Return who did it, of a verb in the passive: the noun behind "by", wherever the tree has hung it."""
    for child in kids(verb):
        if child.dep_ == "agent":
            return next((grandchild for grandchild in kids(child) if grandchild.dep_ == "pobj"), None)
        if base(child) in ("obl", "nmod") and (child.dep_ == "obl:agent" or "by" in prepositions(child)):
            return child
    by = next((token for token in _words_of(verb.doc).tokens[verb.i + 1 : verb.i + 3] if token.lower_ == "by"), None)
    if by is not None and by.dep_ == "case" and by.head.i > by.i and verb.doc[by.i - 1].pos_ in ("VERB", "ADV"):
        return _top_of_name(by.head)
    return None


def _top_of_name(token: Token) -> Token:
    """Return the word that heads the name or compound in which `token` stands."""
    at = token
    while at.dep_ in ("compound", "flat", "amod") and at.head.i != at.i and at.head.pos_ in NOMINAL:
        at = at.head
    return at


def is_participle(verb: Token) -> bool:
    """Tell whether `verb` is a present participle; engines' tags are not relied on alone."""
    return verb.tag_ == "VBG" or verb.lower_.endswith("ing")


def object_of(verb: Token) -> Token | None:
    """Return the verb's object: that of the tree, else the noun that heads what stands right behind it."""
    for child in kids(verb):
        if child.dep_ in OBJECTS and child.pos_ in NOMINAL and child.i > verb.i:
            return child
    for token in _words_of(verb.doc).tokens[verb.i + 1 : verb.i + 6]:
        if token.is_punct or token.pos_ in VERBAL or token.pos_ == "ADP":
            return None
        if token.pos_ in NOMINAL and token.dep_ not in ("compound", "nummod", "amod", "nmod:poss"):
            return token
    return None


def prepositions(noun: Token) -> list[str]:
    """Return the prepositions before `noun`, in small letters and in order."""
    found = [token for child in kids(noun) if child.dep_ == "case" for token in (child, *children(child, "fixed"))]
    if noun.dep_ == "pobj":
        above = noun.head
        found.append(above)
        if above.dep_ in ("prep", "pcomp") and above.head.dep_ == "prep":
            found.append(above.head)
    return [token.lower_ for token in sorted(found, key=_place) if token.pos_ != "PART" or token.lower_ == "to"]


def antecedent(pronoun: Token) -> Token | None:
    """Return the noun that a relative pronoun stands for, None for any other token."""
    if pronoun.lower_ not in ("who", "which", "that", "whom") or pronoun.pos_ not in ("PRON", "DET", "SCONJ"):
        return None
    at = pronoun.head
    for _ in range(3):
        if at.dep_ in RELATIVE:
            return at.head
        if at.head.i == at.i:
            return None
        at = at.head
    return None


def owner_of(noun: Token) -> Token | None:
    """Return whose it is: the possessive before `noun` ("his remarks") or the noun behind "of" or "by"."""
    for child in kids(noun):
        possessive = any(grandchild.tag_ == "POS" or grandchild.lower_ in ("'s", "’s", "’", "'") for grandchild in kids(child))
        if child.dep_ in ("nmod:poss", "poss") or (possessive and child.i < noun.i and child.pos_ in NOMINAL):
            return child
    for child in kids(noun):
        close = not any(token.pos_ in VERBAL for token in noun.doc[noun.i + 1 : child.i])
        if base(child) == "nmod" and close and any(word in ("of", "by", "from") for word in prepositions(child)):
            return child
        if child.dep_ == "prep" and child.lower_ in ("of", "by", "from"):
            return next((grandchild for grandchild in kids(child) if grandchild.dep_ == "pobj"), None)
    return None


def conjuncts(noun: Token) -> list[Token]:
    """Return the nouns joined to `noun` by "and" or a comma, in order."""
    return [child for child in kids(noun) if child.dep_ == "conj" and child.pos_ in NOMINAL]


def phrase(head: Token, *, joined: bool = True, clauses: bool = True) -> list[Token]:
    """Return the noun phrase around `head`, without the preposition before it.

    `joined` keeps what "and" joins to it, `clauses` what stands behind it as a relative clause, a participle or an apposition.
    """
    kept = {head.i: head}
    for child in kids(head):
        label = base(child)
        if label in ("case", "prep") and child.i < head.i:
            continue
        if (
            label in ("parataxis", "advcl", "advmod", "cop", "aux", "nsubj", "mark", "discourse", "ccomp", "punct")
            and child.dep_ != "advmod:emph"
        ):
            continue
        if label in ("conj", "cc", "preconj") and not (joined and (label != "conj" or child.pos_ in NOMINAL)):
            continue
        if not clauses and (label in ("acl", "relcl", "appos") or child.dep_ in RELATIVE):
            continue
        kept.update((token.i, token) for token in subtree(child))
    return _run(head, kept)


def _run(head: Token, kept: dict[int, Token]) -> list[Token]:
    """Return the unbroken run of `kept` around `head`, punctuation between its words included and at its ends left out."""
    words = _words_of(head.doc).tokens
    start = end = head.i
    while start > 0 and (start - 1 in kept or (words[start - 1].is_punct and start - 2 in kept)):
        start -= 1
    while end + 1 < len(words) and (end + 1 in kept or (words[end + 1].is_punct and end + 2 in kept)):
        end += 1
    run = list(words[start : end + 1])
    while len(run) > 1 and run[-1].is_punct and run[-1].text not in ".)":
        run.pop()
    while len(run) > 1 and run[0].is_punct and run[0].text != "(":
        run.pop(0)
    return run


def is_finite(token: Token) -> bool:
    """Tell whether `token` is a verb that makes a clause of its own."""
    if token.tag_:
        return token.tag_ in FINITE and (token.pos_ in VERBAL or not token.pos_)
    return token.pos_ in VERBAL


def is_passive(verb: Token) -> bool:
    """Tell whether `verb` stands in the passive, or as a participle behind its noun ("a report obtained by …")."""
    if any(child.dep_ in ("aux:pass", "auxpass", "nsubj:pass", "nsubjpass") for child in kids(verb)):
        return True
    if verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].lower_ == "by" and subject_of(verb) is None:
        return True
    return verb.tag_ == "VBN" and not any(base(child) == "aux" and lemma(child) == "have" for child in kids(verb))


def is_negated(verb: Token, negations: frozenset[str]) -> bool:
    """Tell whether `verb` is denied by one of `negations`, of its own or right before it."""
    before = _words_of(verb.doc).tokens[max(0, verb.i - 2) : verb.i]
    return any(child.lower_ in negations for child in kids(verb)) or any(token.lower_ in negations for token in before)


def name_behind(noun: Token) -> list[Token]:
    """Return the words of a name right behind the noun that tells what its bearer is ("journalist Marco Ruiz")."""
    if noun.pos_ != "NOUN":
        return []
    found: list[Token] = []
    for token in noun.doc[noun.i + 1 : noun.i + 1 + LONGEST_NAME]:
        if token.pos_ != "PROPN" or not token.ent_type_:
            break
        found.append(token)
    return found
