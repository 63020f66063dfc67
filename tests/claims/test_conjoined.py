"""Sources that "and" joins, where the tree takes a participle for a verb."""

from __future__ import annotations

import pytest

from tests.claims.docs import doc, read
from whence.claims.conjoined import joined_nouns
from whence.claims.lexicon import load_lexicon
from whence.records import SourceKind

TWO_KINDS = """
The the DET DT 2 det
retreat retreat NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
confirmed confirm VERB VBN 0 root
by by ADP IN 7 case
satellite satellite NOUN NN 7 compound
imagery imagery NOUN NN 4 obl:agent
and and CCONJ CC 9 cc
intercepted intercept VERB VBD 4 conj
calls call NOUN NNS 9 obj
. . PUNCT . 4 punct
"""

LEAKED = """
The the DET DT 2 det
attack attack NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
confirmed confirm VERB VBN 0 root
by by ADP IN 7 case
satellite satellite NOUN NN 7 compound
images image NOUN NNS 4 obl:agent
and and CCONJ CC 9 cc
leaked leak VERB VBD 4 conj
documents document NOUN NNS 9 obj
. . PUNCT . 4 punct
"""

NOT_JOINED = """
The the DET DT 2 det
sale sale NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
confirmed confirm VERB VBN 0 root
by by ADP IN 7 case
the the DET DT 7 det
ministry ministry NOUN NN 4 obl:agent
and and CCONJ CC 9 cc
sparked spark VERB VBD 4 conj
protests protest NOUN NNS 9 obj
. . PUNCT . 4 punct
"""


@pytest.mark.parametrize(
    ("notation", "sources"),
    [
        (TWO_KINDS, [("satellite imagery", SourceKind.IMAGERY), ("intercepted calls", SourceKind.INTERCEPT)]),
        (LEAKED, [("satellite images", SourceKind.IMAGERY), ("leaked documents", SourceKind.DOCUMENT)]),
        (NOT_JOINED, [("the ministry", SourceKind.OFFICIAL)]),
    ],
)
def test_each_source_of_a_confirmation_stands(notation: str, sources: list[tuple[str, SourceKind]]) -> None:
    claim = next(claim for claim in read(notation).claims if not claim.own_voice)
    assert [(source.text, source.kind) for source in claim.sources] == sources


@pytest.mark.parametrize("label", ["obj", "obl"])
def test_noun_that_the_tree_gives_to_the_first_verb_stands_too(label: str) -> None:
    (claim,) = read(TWO_KINDS.replace("calls call NOUN NNS 9 obj", f"calls call NOUN NNS 4 {label}")).claims
    assert [source.text for source in claim.sources] == ["satellite imagery", "intercepted calls"]


def test_second_verb_of_a_sentence_hides_no_noun() -> None:
    assert joined_nouns(doc(NOT_JOINED)[6], load_lexicon()) == []


def test_noun_behind_a_second_verb_with_an_article_is_its_object() -> None:
    made = doc(TWO_KINDS.replace("calls call NOUN NNS 9 obj", "the the DET DT 11 det\ncalls call NOUN NNS 9 obj"))
    assert joined_nouns(made[6], load_lexicon()) == []
