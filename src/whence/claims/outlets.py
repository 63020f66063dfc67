"""An outlet's own words under another name: "the newspaper's analysis", "an editorial in the Harbour Times".

Enters: a noun of the tree and the word lists. Leaves: whether an outlet speaks by it, and where it stands.
"""

from __future__ import annotations

from spacy.tokens import Token

from whence.claims.kinds import kind_of_name, kind_of_noun
from whence.claims.lexicon import Lexicon
from whence.claims.tree import base, children, kids, lemma, owner_of, prepositions, span_of
from whence.records import SourceKind


def says_for_outlet(noun: Token | None, lexicon: Lexicon) -> bool:
    """Tell whether a noun like "analysis" or "report" stands for the words of an outlet, or of a named body of no known kind."""
    if noun is None or noun.pos_ != "NOUN" or lemma(noun) not in lexicon.utterance | lexicon.outlet_utterance:
        return False
    owner = owner_of(noun) or carrier_of(noun, lexicon)
    if owner is None or owner.pos_ not in ("NOUN", "PROPN"):
        return False
    name = next((ent for ent in noun.doc.ents if ent.start <= owner.i < ent.end), None)
    told = kind_of_noun(owner, lexicon) if name is None else kind_of_name(name.text, span_of(owner), lexicon)
    return (name is not None and name.label_ == "ORG") if told is None else told[0] is SourceKind.MEDIA


def carrier_of(noun: Token, lexicon: Lexicon) -> Token | None:
    """Return in what somebody's words stand: "an editorial in the Harbour Times"."""
    for child in kids(noun):
        if base(child) == "nmod" and child.i > noun.i and lexicon.small.carrying & {*prepositions(child)}:
            return child
        if child.dep_ == "prep" and child.lower_ in lexicon.small.carrying:
            return next(children(child, "pobj"), None)
    return None
