"""What the engine marked, set right: one invented sentence for each rule."""

from __future__ import annotations

import pytest

from tests.claims.docs import doc
from whence.claims.drafts import Draft, from_engine
from whence.claims.lexicon import load_lexicon
from whence.claims.mend import mend
from whence.claims.quotes import find_quotes

DATELINE = """
HALDEN HALDEN PROPN NNP 0 root LOC s0
, , PUNCT , 4 punct - s0
May May PROPN NNP 4 nmod:unmarked - s0
4 4 NUM CD 1 appos - s0
( ( PUNCT -LRB- 6 punct - s0
Norfeed Norfeed PROPN NNP 1 appos LOC s0
) ) PUNCT -RRB- 6 punct - s0
- - PUNCT , 11 punct - s0
The the DET DT 10 det - s0
mayor mayor NOUN NN 11 nsubj - s0
said say VERB VBD 1 parataxis - c0
the the DET DT 13 det - t0
road road NOUN NN 15 nsubj - t0
was be AUX VBD 15 cop - t0
open open ADJ JJ 11 ccomp - t0
. . PUNCT . 1 punct
"""

STRAY = """
The the DET DT 2 det - s0
mayor mayor NOUN NN 3 nsubj - s0
said say VERB VBD 0 root - c0
the the DET DT 5 det - t0
road road NOUN NN 7 nsubj - t0
was be AUX VBD 7 cop - t0
open open ADJ JJ 3 ccomp - t0
. . PUNCT . 3 punct

The the DET DT 2 det - t0
bridge bridge NOUN NN 3 nsubj - t0
fell fall VERB VBD 0 root - t0
. . PUNCT . 3 punct - t0
"""

STRAY_QUOTE = """
The the DET DT 2 det - s0
mayor mayor NOUN NN 3 nsubj - s0
said say VERB VBD 0 root - c0
the the DET DT 5 det - t0
road road NOUN NN 7 nsubj - t0
was be AUX VBD 7 cop - t0
open open ADJ JJ 3 ccomp - t0
. . PUNCT . 3 punct

“ “ PUNCT `` 4 punct - t0
The the DET DT 3 det - t0
bridge bridge NOUN NN 4 nsubj - t0
fell fall VERB VBD 0 root - t0
. . PUNCT . 4 punct - t0
” ” PUNCT '' 4 punct - t0
"""

ARTICLE = """
The the DET DT 2 det - s0
mayor mayor NOUN NN 3 nsubj
said say VERB VBD 0 root - c0
the the DET DT 5 det - t0
road road NOUN NN 7 nsubj - t0
was be AUX VBD 7 cop - t0
open open ADJ JJ 3 ccomp - t0
. . PUNCT . 3 punct
"""

COMPOUND = """
The the DET DT 2 det - t0
retreat retreat NOUN NN 4 nsubj:pass - t0
was be AUX VBD 4 aux:pass
confirmed confirm VERB VBN 0 root - c0
by by ADP IN 7 case
satellite satellite NOUN NN 7 compound - s0
imagery imagery NOUN NNS 4 obl:agent
. . PUNCT . 4 punct
"""

SHORT_END = """
The the DET DT 2 det - s0
mayor mayor NOUN NN 3 nsubj - s0
said say VERB VBD 0 root - c0
the the DET DT 5 det - t0
road road NOUN NN 7 nsubj - t0
was be AUX VBD 7 cop - t0
open open ADJ JJ 3 ccomp
again again ADV RB 7 advmod
. . PUNCT . 3 punct
"""

GLOSS = """
Renner Renner PROPN NNP 2 nsubj PER s0
said say VERB VBD 0 root - c0
it it PRON PRP 7 nsubj - t0
was be AUX VBD 7 cop - t0
“ “ PUNCT `` 7 punct - t0
no no DET DT 7 det - t0
retreat retreat NOUN NN 2 ccomp - t0
, , PUNCT , 7 punct - t0
” ” PUNCT '' 7 punct - t0
a a DET DT 11 det - t0
message message NOUN NN 7 appos - t0
to to ADP IN 14 case - t0
his his PRON PRP$ 14 nmod:poss - t0
voters voter NOUN NNS 11 nmod - t0
. . PUNCT . 2 punct
"""

NO_SOURCE = """
Renner Renner PROPN NNP 2 nsubj PER
warned warn VERB VBD 0 root - c0
that that SCONJ IN 6 mark - t0
the the DET DT 5 det - t0
dam dam NOUN NN 6 nsubj - t0
leaked leak VERB VBD 2 ccomp - t0
. . PUNCT . 2 punct
"""

PASSIVE = """
It it PRON PRP 3 nsubj:pass
was be AUX VBD 3 aux:pass - c0
said say VERB VBN 0 root - c0
that that SCONJ IN 7 mark - t0
the the DET DT 6 det - t0
dam dam NOUN NN 7 nsubj - t0
leaked leak VERB VBD 3 ccomp - t0
. . PUNCT . 3 punct
"""

BORNE_OUT = """
His his PRON PRP$ 2 nmod:poss
remarks remark NOUN NNS 9 nsubj
, , PUNCT , 4 punct
corroborated corroborate VERB VBN 2 acl
by by ADP IN 7 case
council council NOUN NN 7 compound - s0
officials official NOUN NNS 4 obl:agent - s0
, , PUNCT , 4 punct
suggest suggest VERB VBP 0 root - c0
that that SCONJ IN 13 mark - t0
the the DET DT 12 det - t0
bridge bridge NOUN NN 13 nsubj - t0
stands stand VERB VBZ 9 ccomp - t0
. . PUNCT . 9 punct
"""

CLOSE_TO = """
Sources source NOUN NNS 6 nsubj
close close ADJ JJ 1 amod
to to ADP IN 5 case
the the DET DT 5 det - s0
staff staff NOUN NN 2 obl - s0
said say VERB VBD 0 root - c0
the the DET DT 8 det - t0
depot depot NOUN NN 9 nsubj - t0
burned burn VERB VBD 6 ccomp - t0
. . PUNCT . 6 punct
"""

SPLIT = """
The the DET DT 2 det
bridge bridge NOUN NN 8 nsubj
, , PUNCT , 2 punct
Renner Renner PROPN NNP 5 nsubj PER s0
said say VERB VBD 0 root - c0
, , PUNCT , 2 punct
is be AUX VBZ 8 cop - t0
safe safe ADJ JJ 5 ccomp - t0
. . PUNCT . 8 punct
"""

SIBLINGS = """
Renner Renner PROPN NNP 2 nsubj PER s1,s0
said say VERB VBD 0 root - c0
the the DET DT 4 det - t0
road road NOUN NN 6 nsubj - t0
was be AUX VBD 6 cop - t0
open open ADJ JJ 2 ccomp - t0
and and CCONJ CC 8 cc - t0
warned warn VERB VBD 2 conj - c1,t0
that that SCONJ IN 12 mark - t1,t0
the the DET DT 11 det - t1,t0
dam dam NOUN NN 12 nsubj - t1,t0
leaked leak VERB VBD 8 ccomp - t1,t0
. . PUNCT . 2 punct
"""

LOOSE_WHO = """
Two two NUM CD 2 nummod - s0
clerks clerk NOUN NNS 9 nsubj - s0
, , PUNCT , 5 punct - s0
who who PRON WP 5 nsubj - s0
asked ask VERB VBD 2 acl:relcl
for for ADP IN 7 case
silence silence NOUN NN 5 obl
, , PUNCT , 2 punct
said say VERB VBD 0 root - c0
the the DET DT 11 det - t0
depot depot NOUN NN 12 nsubj - t0
burned burn VERB VBN 9 ccomp - t0
. . PUNCT . 9 punct
"""

INTERCEPTED = """
The the DET DT 2 det - t0
retreat retreat NOUN NN 4 nsubj:pass - t0
was be AUX VBD 4 aux:pass
confirmed confirm VERB VBN 0 root - c0
by by ADP IN 7 case
satellite satellite NOUN NN 7 compound - s0
imagery imagery NOUN NN 4 obl:agent - s0
and and CCONJ CC 10 cc
intercepted intercept VERB VBD 4 conj
communications communication NOUN NNS 9 obj
. . PUNCT . 4 punct
"""


def mended(notation: str) -> tuple[str, tuple[Draft, ...]]:
    made = doc(notation)
    return made.text, mend(made, load_lexicon(), find_quotes(made.text), from_engine(made))


def sources(notation: str) -> list[str]:
    text, drafts = mended(notation)
    return [span.cut(text) for draft in drafts for span in draft.source]


def contents(notation: str) -> list[str]:
    text, drafts = mended(notation)
    return [span.cut(text) for draft in drafts for span in draft.content]


@pytest.mark.parametrize(
    ("notation", "source"),
    [
        pytest.param(DATELINE, "The mayor", id="dateline"),
        pytest.param(ARTICLE, "The mayor", id="article alone"),
        pytest.param(COMPOUND, "satellite imagery", id="first part of a compound alone"),
        pytest.param(NO_SOURCE, "Renner", id="subject of the cue"),
        pytest.param(BORNE_OUT, "His remarks", id="remarks, not those who bear them out"),
        pytest.param(CLOSE_TO, "Sources close to the staff", id="sources, not whom they are close to"),
        pytest.param(LOOSE_WHO, "Two clerks", id="relative pronoun at the end"),
        pytest.param(INTERCEPTED, "satellite imagery and intercepted communications", id="participle taken for a verb"),
    ],
)
def test_source(notation: str, source: str) -> None:
    assert sources(notation) == [source]


def test_passive_without_agent_has_no_source() -> None:
    assert sources(PASSIVE) == []


@pytest.mark.parametrize(
    ("notation", "content"),
    [
        pytest.param(DATELINE, ["the road was open"], id="dateline"),
        pytest.param(STRAY, ["the road was open"], id="another sentence"),
        pytest.param(STRAY_QUOTE, ["the road was open", "“The bridge fell.”"], id="a quotation may stay"),
        pytest.param(SHORT_END, ["the road was open again"], id="taken to its end"),
        pytest.param(GLOSS, ["it was “no retreat,”"], id="the report's comment"),
        pytest.param(SPLIT, ["The bridge", "is safe"], id="subject before the frame"),
        pytest.param(SIBLINGS, ["the road was open and", "that the dam leaked"], id="two statements of one speaker"),
    ],
)
def test_content(notation: str, content: list[str]) -> None:
    assert contents(notation) == content


@pytest.mark.parametrize(
    "notation", [STRAY, ARTICLE, COMPOUND, SHORT_END, GLOSS, NO_SOURCE, BORNE_OUT, SPLIT, LOOSE_WHO, INTERCEPTED]
)
def test_every_change_leaves_its_reason(notation: str) -> None:
    _, (draft,) = mended(notation)
    assert {reason.kind for reason in draft.because} > {"engine"}
