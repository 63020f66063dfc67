"""An outlet's own words under another name."""

from __future__ import annotations

import pytest

from tests.claims.docs import doc, read, says
from whence.claims.lexicon import load_lexicon
from whence.claims.outlets import says_for_outlet
from whence.records import CueGrade, SourceKind, value_or_none

ANALYSIS = """
The the DET DT 3 det
Halden Halden PROPN NNP 3 compound ORG
Post Post PROPN NNP 5 nmod:poss ORG
’s 's PART POS 3 case
analysis analysis NOUN NN 6 nsubj
underscores underscore VERB VBZ 0 root
the the DET DT 8 det
port port NOUN NN 10 nmod:poss
’s 's PART POS 8 case
weight weight NOUN NN 6 obj
. . PUNCT . 6 punct
"""

POINTS_TO = """
The the DET DT 2 det
newspaper newspaper NOUN NN 4 nmod:poss
’s 's PART POS 2 case
report report NOUN NN 5 nsubj
points point VERB VBZ 0 root
to to ADP IN 8 case
a a DET DT 8 det
shortage shortage NOUN NN 5 obl
of of ADP IN 10 case
grain grain NOUN NN 8 nmod
. . PUNCT . 5 punct
"""

MINISTRY_REPORT = """
The the DET DT 2 det
ministry ministry NOUN NN 4 nmod:poss
’s 's PART POS 2 case
report report NOUN NN 5 nsubj
underscores underscore VERB VB 0 root
gaps gap NOUN NNS 5 obj
. . PUNCT . 5 punct
"""

EDITORIAL = """
An a DET DT 2 det
editorial editorial NOUN NN 7 nsubj
in in ADP IN 6 case
the the DET DT 6 det
Halden Halden PROPN NNP 6 compound ORG
Post Post PROPN NNP 2 nmod ORG
argued argue VERB VBD 0 root
that that SCONJ IN 12 mark
the the DET DT 10 det
mayor mayor NOUN NN 12 nsubj
should should AUX MD 12 aux
resign resign VERB VB 7 ccomp
. . PUNCT . 7 punct
"""


def test_analysis_of_an_outlet_is_its_word() -> None:
    (claim,) = read(ANALYSIS).claims
    (source,) = claim.chain
    assert (source.kind, value_or_none(source.name), source.named) == (SourceKind.MEDIA, "Halden Post", True)
    assert says(claim, doc(ANALYSIS).text) == "the port’s weight"


def test_cue_of_two_words_is_taken_whole() -> None:
    text = doc(POINTS_TO).text
    (claim,) = read(POINTS_TO).claims
    assert (claim.grade, [span.cut(text) for span in claim.cue]) == (CueGrade.SUGGESTED, ["points to"])
    assert says(claim, text) == "a shortage of grain"


def test_outlet_that_carries_an_editorial_speaks() -> None:
    (claim,) = read(EDITORIAL).claims
    assert [(source.kind, value_or_none(source.name)) for source in claim.chain] == [(SourceKind.MEDIA, "Halden Post")]


@pytest.mark.parametrize(("notation", "head", "speaks"), [(ANALYSIS, 4, True), (EDITORIAL, 1, True), (MINISTRY_REPORT, 3, False)])
def test_report_of_a_ministry_is_no_outlets_word(notation: str, head: int, *, speaks: bool) -> None:
    assert says_for_outlet(doc(notation)[head], load_lexicon()) is speaks


def test_noun_that_carries_no_words_is_nobodys() -> None:
    assert not says_for_outlet(doc(ANALYSIS.replace("analysis analysis", "office office"))[4], load_lexicon())
    assert not says_for_outlet(None, load_lexicon())
