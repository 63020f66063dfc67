"""Nouns that "and" joins to a source.

Enters: a noun of the tree and the word lists. Leaves: the nouns joined to it, among them one before which the tree takes a
participle for a verb: in "confirmed by satellite imagery and intercepted calls" nobody intercepted anything anew.
"""

from __future__ import annotations

from spacy.tokens import Token

from whence.claims.kinds import sort_of_noun
from whence.claims.lexicon import Lexicon
from whence.claims.tree import children, conjuncts, is_participle, kids, phrase, prepositions, subject_of


def joined_nouns(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Return the nouns joined to `noun`, in order."""
    hidden = misread(noun, lexicon)
    return [*conjuncts(noun), *([hidden[1]] if hidden is not None else [])]


def whole_phrase(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Return the noun phrase around `noun` with all that "and" joins to it."""
    words, hidden = phrase(noun), misread(noun, lexicon)
    if hidden is None:
        return words
    return [*words, *(token for token in noun.doc[words[-1].i + 1 : phrase(hidden[1])[-1].i + 1] if token not in words)]


def misread(noun: Token, lexicon: Lexicon) -> tuple[Token, Token] | None:
    """Return the participle that the tree puts beside the verb above `noun`, and the noun behind it that is joined to `noun`.

    The participle must stand right behind "and", have no subject and no article behind it, and be one that tells a kind of source
    ("intercepted") or stand between two things that can be sources ("satellite images and leaked documents").
    """
    doc, end = noun.doc, phrase(noun, joined=False)[-1].i
    for verb in children(noun.head, "conj"):
        between = doc[end + 1 : verb.i]
        if verb.pos_ != "VERB" or verb.i <= end or is_participle(verb) or not any(token.pos_ == "CCONJ" for token in between):
            continue
        if any(token.pos_ != "CCONJ" and token.text != "," for token in between) or subject_of(verb) is not None:
            continue
        near = [*children(verb, "obj", "dobj"), *children(noun.head, "obj", "dobj", "obl")]
        plain = (child for child in near if child.pos_ == "NOUN" and not prepositions(child))
        found = next((child for child in plain if _stands_behind(verb, child)), None)
        bare = found is not None and not any(child.pos_ in {"DET", "PRON", "NUM"} for child in kids(found))
        if found is None or not bare or any(child.dep_.startswith("aux") for child in kids(verb)):
            continue
        tells = any(verb.lower_ in lists.modifiers for lists in lexicon.kinds.values())
        things = sort_of_noun(noun, lexicon) == "thing" and sort_of_noun(found, lexicon) == "thing"
        if tells or things:
            return verb, found
    return None


def _stands_behind(verb: Token, noun: Token) -> bool:
    """Tell whether nothing but words of its own stands between a verb and the noun behind it."""
    own = {token.i for token in noun.subtree}
    return noun.i > verb.i and all(at in own for at in range(verb.i + 1, noun.i))
