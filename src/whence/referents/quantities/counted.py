"""What a number counts: the unit behind it, or the noun that it stands with.

Enters: a Doc and an amount found in it. Leaves: the counted noun or unit with its place. Where the number stands alone, what it
counts is looked for in what was counted before it in the sentence, and nothing is guessed where the tree does not tell.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from whence.records import Span
from whence.referents.quantities.amounts import Amount
from whence.referents.quantities.words import QuantityWords

_REACH = 8
"""How many words behind a number what it counts may stand."""

_PREMODIFIERS = frozenset({"compound", "amod", "flat", "nmod:poss", "poss", "nummod", "nmod", "quantmod"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_LINKS = frozenset({"'s", "’s", "’", "'", "-", "–"})
_MODIFIERS = frozenset({"ADJ", "ADV", "DET", "NUM"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: `noun` names it, None for a unit of measure; `top` is the word by which it hangs in the tree."""

    unit: str
    end: int
    top: Token
    noun: Token | None = None
    measured: bool = False
    adjectives: tuple[Token, ...] = ()
    others: bool = False


def counted_by(doc: Doc, text: str, amount: Amount, words: QuantityWords) -> Counted:
    """Return what `amount` counts; an empty unit where no word says so."""
    start, end = token_range(doc, amount.number)
    top = _top(doc, start, end)
    if amount.unit:
        return Counted(amount.unit, amount.span.end, top, measured=True)
    unit = words.patterns.unit.match(text, amount.span.end)
    if unit is not None and not _metres_of(text, unit.end(), unit["unit"]):
        return Counted(words.unit_of[unit["unit"]], unit.end(), _unit_top(doc, unit.start("unit"), unit.end(), top), measured=True)
    return _noun(doc, token_range(doc, amount.span)[1], top, words)


def token_range(doc: Doc, span: Span) -> tuple[int, int]:
    """Return the places of the first token that `span` touches and of the one behind its last."""
    cut = doc.char_span(span.start, span.end, alignment_mode="expand")
    return (0, 0) if cut is None else (cut.start, cut.end)


def parsed(doc: Doc) -> bool:
    """Tell whether `doc` has a tree, by its first and last word: spaCy's own answer looks at every word."""
    return bool(doc[0].dep_ or doc[-1].dep_)


def _metres_of(text: str, end: int, form: str) -> bool:
    """Tell whether "m" is short for something else than metres."""
    return form == "m" and text[end : end + 1] == "."


def _unit_top(doc: Doc, start: int, end: int, top: Token) -> Token:
    """Return the last word of a unit, the number where the unit is part of its word."""
    cut = doc.char_span(start, end, alignment_mode="contract")
    return cut[-1] if cut is not None and len(cut) else top


def _top(doc: Doc, start: int, end: int) -> Token:
    """Return the word of the number from which its tree hangs."""
    if not parsed(doc):
        return doc[end - 1]
    for token in reversed([doc[at] for at in range(start, end)]):
        if not start <= token.head.i < end:
            return token
    return doc[end - 1]


@dataclass(slots=True)
class _Walk:
    """How far the walk from a number to its noun has come: the words passed, and where the quantity ends if no noun follows."""

    start: int
    at: int
    end: int
    skipped: str = ""
    inner: bool = False
    adjectives: list[Token] = field(default_factory=list)


def _noun(doc: Doc, start: int, top: Token, words: QuantityWords) -> Counted:
    """Return the noun that follows a number, over the words that may stand between them."""
    walk = _Walk(start, start, _end_of(doc[start - 1]))
    while walk.at < min(len(doc), start + _REACH):
        token = doc[walk.at]
        low = token.lower_
        if low in words.pronouns and walk.skipped == "of":
            return _part(doc, walk.at + 1, top, words)
        if low == "others" or (low in words.others and walk.at == start and not _goes_on(doc, start + 1)):
            return Counted("", _end_of(token), token if low == "others" else top, others=low == "others")
        if low in words.skipped:
            walk.skipped, walk.end = low, (_end_of(token) if low in words.others else walk.end)
            walk.at += 1
        elif token.pos_ in _NOUNS and not token.is_space:
            found = _at_noun(walk, _end_of_compound(doc, walk.at), top, words)
            if found is not None:
                return found
        elif not token.pos_ and not parsed(doc) and low.endswith("s") and low.isalpha():
            return named(token, words)
        elif not _at_modifier(walk, token, words):
            break
    last = walk.adjectives[-1] if walk.adjectives else None
    if last is not None and last.lower_ in words.harm.states and walk.skipped == "the":
        return Counted("", walk.end if walk.inner else _end_of(last), top, adjectives=tuple(walk.adjectives))
    return Counted("", walk.end, top)


def _end_of(token: Token) -> int:
    """Return the offset behind a token."""
    return int(token.idx + len(token.text))


def _at_noun(walk: _Walk, noun: Token, top: Token, words: QuantityWords) -> Counted | None:
    """Return what the noun that the walk has come to tells to be counted, None where the walk goes on behind it."""
    doc, after = noun.doc, noun.i + 1
    following = doc[after] if after < len(doc) else None
    if following is not None and "." in noun.text:
        walk.at = after + (following.text == ".")
        return None
    if following is not None and following.lower_ in _LINKS and not noun.whitespace_:
        walk.at = after + 1
        return None
    if following is not None and _premodifies(noun, following):
        walk.adjectives.append(noun)
        walk.at = after
        return None
    if noun.lower_ in words.harm.states:
        return Counted("", walk.end if walk.inner else _end_of(noun), top, adjectives=(*walk.adjectives, noun))
    if walk.inner:
        return replace(named(noun, words), end=walk.end)
    return named(noun, words, adjectives=tuple(walk.adjectives))


def _at_modifier(walk: _Walk, token: Token, words: QuantityWords) -> bool:
    """Tell whether the walk goes on over a word that stands before the noun."""
    joined = token.lower_ in {"and", ","} and walk.adjectives and token.i + 1 < len(token.doc)
    if joined and token.doc[token.i + 1].pos_ == "ADJ":
        walk.at += 1
        return True
    if token.pos_ not in _MODIFIERS and token.tag_ not in {"VBN", "VBG"} and token.text not in {"-", "–"}:
        return False
    walk.adjectives.append(token)
    walk.inner = walk.inner or (token.pos_ == "NUM" and walk.skipped != "")
    walk.at += 1
    return _leads_on(token, walk.start, words)


def _premodifies(noun: Token, following: Token) -> bool:
    """Tell whether a noun stands before the one that it belongs to, over an adjective ("15 enemy armoured vehicles")."""
    reach = range(noun.i + 1, noun.i + _REACH // 2)
    return noun.dep_ in _PREMODIFIERS and noun.head.i in reach and following.pos_ in _MODIFIERS | {"VERB"}


def _goes_on(doc: Doc, at: int) -> bool:
    """Tell whether a noun follows "more"."""
    return at < len(doc) and doc[at].pos_ in {"NOUN", "ADJ", "PROPN"} and doc[at].dep_ not in {"xcomp", "acl"}


def _leads_on(token: Token, start: int, words: QuantityWords) -> bool:
    """Tell whether a modifier stands before a noun and is no word by itself ("12 wounded, …", "12 killed in …")."""
    if token.i + 1 >= len(token.doc):
        return False
    following = token.doc[token.i + 1]
    if token.text in {"-", "–"} or following.text in {"-", "–"}:
        return True
    if token.lower_ in words.harm.states and token.i == start:
        return following.pos_ in _NOUNS and token.head.i > token.i and token.dep_ in _PREMODIFIERS
    return following.pos_ in _NOUNS | _MODIFIERS or following.tag_ in {"VBN", "VBG"} or following.lower_ in {"and", ","}


def _end_of_compound(doc: Doc, at: int) -> Token:
    """Return the noun that heads the run of nouns beginning at `at`."""
    while at + 1 < len(doc):
        token, following = doc[at], doc[at + 1]
        if (
            following.text in {"-", "–"}
            and at + 2 < len(doc)
            and doc[at + 2].pos_ in _NOUNS | {"NUM"}
            and not following.whitespace_
        ):
            at += 2
            continue
        joined = token.dep_ in _PREMODIFIERS and token.head.i > token.i if token.dep_ else True
        if following.pos_ not in _NOUNS | {"NUM"} or not joined or following.is_space:
            break
        at += 1
    return doc[at]


def _part(doc: Doc, start: int, top: Token, words: QuantityWords) -> Counted:
    """Return what those "of them" are: "two of them children", "two of whom were children"."""
    at = start
    while at < min(len(doc), start + 4) and (doc[at].lower_ in words.between or doc[at].pos_ in {"DET", "ADJ"}):
        if doc[at].lower_ in words.harm.states:
            break
        at += 1
    if at < len(doc) and doc[at].pos_ == "NOUN" and doc[at].tag_ in {"NNS", "NN", ""} and doc[at].lower_ not in words.harm.states:
        noun = _end_of_compound(doc, at)
        return Counted(plural_of(noun, words), _end_of(noun), top, noun)
    last = doc[start - 1]
    return Counted("", _end_of(last), top)


def named(noun: Token, words: QuantityWords, *, adjectives: tuple[Token, ...] = ()) -> Counted:
    """Return a counted noun, in the plural."""
    return Counted(plural_of(noun, words), _end_of(noun), noun, noun, adjectives=adjectives)


def told_as(counted: Counted, words: QuantityWords) -> Counted:
    """Return a bare count with the noun that its sentence says they are ("Three of the dead were children")."""
    head = counted.top.head
    if counted.top.dep_ in {"nsubj", "nsubj:outer"} and head.tag_ == "NNS" and any(each.dep_ == "cop" for each in head.children):
        return replace(counted, unit=plural_of(head, words))
    return counted


def plural_of(noun: Token, words: QuantityWords) -> str:
    """Return the plural of a noun as it is written: "a child" and "two children" count the same."""
    form = noun.text if noun.pos_ == "PROPN" or any(sign.isdigit() for sign in noun.text) else noun.lower_
    low = form.lower()
    if low in words.plurals:
        return words.plurals[low]
    if not form.isascii() or low in words.unchanging:
        return form
    if noun.tag_ in {"NNS", "NNPS"} or noun.tag_ == "" or low in words.plurals.values() or low.endswith("s"):
        return form
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return f"{form[:-1]}ies"
    return f"{form}es" if low.endswith(("ch", "sh", "x", "z")) else f"{form}s"
