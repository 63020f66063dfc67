"""The reporter's comments behind what somebody said."""

from __future__ import annotations

import pytest

from tests.claims.docs import doc, read, says

MARKING = """
The the DET DT 2 det
army army NOUN NN 3 nsubj
said say VERB VBD 0 root
its its PRON PRP$ 5 nmod:poss
troops troop NOUN NNS 7 nsubj
had have AUX VBD 7 aux
left leave VERB VBN 3 ccomp
the the DET DT 9 det
fort fort NOUN NN 7 obj
, , PUNCT , 11 punct
marking mark VERB VBG 7 advcl
the the DET DT 13 det
end end NOUN NN 11 obj
of of ADP IN 17 case
a a DET DT 17 det
long long ADJ JJ 17 amod
siege siege NOUN NN 13 nmod
. . PUNCT . 3 punct
"""

OFFERING = """
Renner Renner PROPN NNP 3 nsubj PER
has have AUX VBZ 3 aux
told tell VERB VBN 0 root
the the DET DT 5 det
council council NOUN NN 3 iobj
of of ADP IN 8 case
the the DET DT 8 det
flood flood NOUN NN 5 nmod
, , PUNCT , 10 punct
offering offer VERB VBG 3 advcl - c0
a a DET DT 12 det - t0
glimpse glimpse NOUN NN 10 obj - t0
into into ADP IN 15 case - t0
the the DET DT 15 det - t0
ruins ruin NOUN NNS 12 nmod - t0
. . PUNCT . 3 punct
"""

UNDERSCORING_THAT = """
Renner Renner PROPN NNP 2 nsubj PER
called call VERB VBD 0 root
for for ADP IN 4 case
calm calm ADJ NN 2 xcomp
, , PUNCT , 6 punct
underscoring underscore VERB VBG 2 advcl
that that SCONJ IN 10 mark
nobody nobody PRON NN 10 nsubj
was be AUX VBD 10 cop
hurt hurt VERB VBN 6 ccomp
. . PUNCT . 2 punct
"""

QUOTED_MARKING = """
“ “ PUNCT `` 3 punct
We we PRON PRP 3 nsubj
left leave VERB VBD 13 ccomp
the the DET DT 5 det
fort fort NOUN NN 3 obj
, , PUNCT , 7 punct
marking mark VERB VBG 3 advcl
the the DET DT 9 det
end end NOUN NN 7 obj
, , PUNCT , 3 punct
” ” PUNCT '' 3 punct
Renner Renner PROPN NNP 13 nsubj PER
said say VERB VBD 0 root
. . PUNCT . 13 punct
"""

MARKING_WORDS = """
Renner Renner PROPN NNP 2 nsubj PER
said say VERB VBD 0 root
his his PRON PRP$ 4 nmod:poss
men man NOUN NNS 5 nsubj
held hold VERB VBD 2 ccomp
the the DET DT 7 det
ridge ridge NOUN NN 5 obj
, , PUNCT , 9 punct
marking mark VERB VBG 5 advcl
“ “ PUNCT `` 13 punct
a a DET DT 13 det
new new ADJ JJ 13 amod
dawn dawn NOUN NN 9 obj
” ” PUNCT '' 13 punct
there there ADV RB 9 advmod
. . PUNCT . 2 punct
"""


def told(notation: str) -> list[tuple[bool, str]]:
    text = doc(notation).text
    return [(claim.own_voice, says(claim, text)) for claim in read(notation).claims]


@pytest.mark.parametrize("head", [3, 7])
def test_comment_behind_a_reported_clause_is_the_reports_own_voice(head: int) -> None:
    said, comment = told(MARKING.replace("marking mark VERB VBG 7", f"marking mark VERB VBG {head}"))
    assert said == (False, "its troops had left the fort")
    assert comment[0]
    assert comment[1].startswith("marking the end of a long siege")


def test_comment_that_the_engine_took_for_somebodys_word_states_nothing() -> None:
    assert told(OFFERING) == [(True, doc(OFFERING).text)]


def test_with_a_clause_the_speaker_goes_on() -> None:
    assert (False, "nobody was hurt") in told(UNDERSCORING_THAT)


@pytest.mark.parametrize(
    ("notation", "said"),
    [
        (QUOTED_MARKING, "“We left the fort, marking the end,”"),
        (MARKING_WORDS, "his men held the ridge, marking “a new dawn” there"),
    ],
)
def test_what_stands_in_quotation_marks_is_the_speakers(notation: str, said: str) -> None:
    assert told(notation) == [(False, said)]
