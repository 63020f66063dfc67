"""Who speaks in quotation marks."""

from __future__ import annotations

import pytest

from tests.claims.docs import doc
from whence.claims.drafts import Draft, from_engine
from whence.claims.lexicon import load_lexicon
from whence.claims.quotes import find_quotes
from whence.claims.speakers import give_speakers, is_quotation

HALF = """
“ “ PUNCT `` 5 punct
The the DET DT 3 det - t0
road road NOUN NN 5 nsubj - t0
is be AUX VBZ 5 cop - t0
wet wet ADJ JJ 14 ccomp
and and CCONJ CC 10 cc
the the DET DT 8 det
bridge bridge NOUN NN 10 nsubj:pass
is be AUX VBZ 10 cop
gone go VERB VBN 5 conj
, , PUNCT , 10 punct
” ” PUNCT '' 5 punct
Renner Renner PROPN NNP 14 nsubj PER s0
said say VERB VBD 0 root - c0
. . PUNCT . 14 punct
"""

BEHIND = """
“ “ PUNCT `` 3 punct
We we PRON PRP 3 nsubj
left leave VERB VBD 7 ccomp
early early ADV RB 3 advmod
, , PUNCT , 3 punct
” ” PUNCT '' 3 punct
said say VERB VBD 0 root
the the DET DT 9 det
mayor mayor NOUN NN 7 nsubj
of of ADP IN 11 case
Halden Halden PROPN NNP 9 nmod LOC
. . PUNCT . 7 punct
"""

BEFORE = """
The the DET DT 2 det
mayor mayor NOUN NN 3 nsubj
said say VERB VBD 0 root
: : PUNCT : 7 punct
“ “ PUNCT `` 7 punct
We we PRON PRP 7 nsubj
left leave VERB VBD 3 ccomp
early early ADV RB 7 advmod
. . PUNCT . 7 punct
” ” PUNCT '' 7 punct
"""

LINE_ABOVE = """
Renner Renner PROPN NNP 2 nsubj PER
wrote write VERB VBD 0 root
on on ADP IN 4 case
Monday Monday PROPN NNP 2 obl
: : PUNCT : 2 punct
#
“ “ PUNCT `` 3 punct
We we PRON PRP 3 nsubj
left leave VERB VBD 0 root
early early ADV RB 3 advmod
. . PUNCT . 3 punct
” ” PUNCT '' 3 punct
"""

GOVERNED = """
The the DET DT 2 det
envoy envoy NOUN NN 3 nsubj
called call VERB VBD 0 root
on on ADP IN 5 case
Monday Monday PROPN NNP 3 obl
for for ADP IN 9 case
“ “ PUNCT `` 9 punct
a a DET DT 9 det
pause pause NOUN NN 3 obl
of of ADP IN 13 case
ten ten NUM CD 13 nummod
whole whole ADJ JJ 13 amod
days day NOUN NNS 9 nmod
” ” PUNCT '' 9 punct
. . PUNCT . 3 punct
"""

OPEN = """
Renner Renner PROPN NNP 2 nsubj PER
said say VERB VBD 0 root
: : PUNCT : 6 punct
“ “ PUNCT `` 6 punct
We we PRON PRP 6 nsubj
left leave VERB VBD 2 ccomp
early early ADV RB 6 advmod
. . PUNCT . 6 punct
#
“ “ PUNCT `` 3 punct
Nobody nobody PRON NN 3 nsubj
came come VERB VBD 0 root
back back ADV RB 3 advmod
. . PUNCT . 3 punct
” ” PUNCT '' 3 punct
"""

SAME_PARAGRAPH = """
“ “ PUNCT `` 3 punct
We we PRON PRP 3 nsubj
left leave VERB VBD 8 ccomp
early early ADV RB 3 advmod
, , PUNCT , 3 punct
” ” PUNCT '' 3 punct
Renner Renner PROPN NNP 8 nsubj PER
said say VERB VBD 0 root
. . PUNCT . 3 punct

“ “ PUNCT `` 3 punct
Nobody nobody PRON NN 3 nsubj
came come VERB VBD 0 root
back back ADV RB 3 advmod
. . PUNCT . 3 punct
” ” PUNCT '' 3 punct
"""

TOO_FAR = """
“ “ PUNCT `` 3 punct
We we PRON PRP 3 nsubj
left leave VERB VBD 8 ccomp
early early ADV RB 3 advmod
, , PUNCT , 3 punct
” ” PUNCT '' 3 punct
Renner Renner PROPN NNP 8 nsubj PER
said say VERB VBD 0 root
. . PUNCT . 3 punct

The the DET DT 2 det
town town NOUN NN 3 nsubj
had have VERB VBD 0 root
fourteen fourteen NUM CD 5 compound
thousand thousand NUM CD 6 nummod
inhabitants inhabitant NOUN NNS 3 obj
before before SCONJ IN 11 mark
the the DET DT 10 det
long long ADJ JJ 10 amod
war war NOUN NN 11 nsubj
came come VERB VBD 3 advcl
. . PUNCT . 3 punct

“ “ PUNCT `` 3 punct
Nobody nobody PRON NN 3 nsubj
came come VERB VBD 0 root
back back ADV RB 3 advmod
. . PUNCT . 3 punct
” ” PUNCT '' 3 punct
"""

ALONE = """
“ “ PUNCT `` 3 punct
We we PRON PRP 3 nsubj
left leave VERB VBD 8 ccomp
early early ADV RB 3 advmod
, , PUNCT , 3 punct
” ” PUNCT '' 3 punct
Renner Renner PROPN NNP 8 nsubj PER
said say VERB VBD 0 root
. . PUNCT . 3 punct
#
“ “ PUNCT `` 3 punct
Nobody nobody PRON NN 3 nsubj
came come VERB VBD 0 root
back back ADV RB 3 advmod
. . PUNCT . 3 punct
” ” PUNCT '' 3 punct
"""

OWN_BETWEEN = """
“ “ PUNCT `` 3 punct
We we PRON PRP 3 nsubj
left leave VERB VBD 8 ccomp
early early ADV RB 3 advmod
, , PUNCT , 3 punct
” ” PUNCT '' 3 punct
Renner Renner PROPN NNP 8 nsubj PER
said say VERB VBD 0 root
. . PUNCT . 3 punct

The the DET DT 2 det
town town NOUN NN 3 nsubj
had have VERB VBD 0 root
fourteen fourteen NUM CD 5 compound
thousand thousand NUM CD 6 nummod
inhabitants inhabitant NOUN NNS 3 obj
before before SCONJ IN 11 mark
the the DET DT 10 det
long long ADJ JJ 10 amod
war war NOUN NN 11 nsubj
came come VERB VBD 3 advcl
. . PUNCT . 3 punct
#
“ “ PUNCT `` 3 punct
Nobody nobody PRON NN 3 nsubj
came come VERB VBD 0 root
back back ADV RB 3 advmod
. . PUNCT . 3 punct
” ” PUNCT '' 3 punct
"""

WORD = "{word} {word} {pos} {tag} 0 root"
MARKS = ("“ “ PUNCT `` 0 root", "” ” PUNCT '' 0 root")


def spoken(notation: str) -> tuple[str, tuple[Draft, ...]]:
    made = doc(notation)
    return made.text, give_speakers(made, load_lexicon(), find_quotes(made.text), from_engine(made))


def told(notation: str) -> list[tuple[str, str]]:
    """Return for each draft its source and its content."""
    text, drafts = spoken(notation)
    return [(" ".join(s.cut(text) for s in draft.source), " ".join(c.cut(text) for c in draft.content)) for draft in drafts]


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ([("We", "PRON", "PRP"), ("left", "VERB", "VBD")], True),
        ([("left", "VERB", "VBD")], False),
        ([("a", "DET", "DT"), ("buffer", "NOUN", "NN"), ("zone", "NOUN", "NN")], False),
        ([(word, "NOUN", "NN") for word in ["no", "more", "than", "an", "open", "field"]], True),
        ([("The", "DET", "DT"), ("Road", "PROPN", "NNP"), ("Was", "AUX", "VBD"), ("Long", "ADJ", "JJ")], False),
    ],
)
def test_scare_quotes_and_titles_are_nobodys_words(words: list[tuple[str, str, str]], *, is_one: bool) -> None:
    lines = [WORD.format(word=word, pos=pos, tag=tag) for word, pos, tag in words]
    made = doc("\n".join([MARKS[0], *lines, MARKS[1]]))
    (quoted,) = find_quotes(made.text)
    assert is_quotation(made, quoted) is is_one


def test_quotation_cut_short_is_made_whole() -> None:
    assert told(HALF) == [("Renner", "“The road is wet and the bridge is gone,”")]


@pytest.mark.parametrize(
    ("notation", "source", "content"),
    [
        pytest.param(BEHIND, "the mayor of Halden", "“We left early,”", id="said the mayor, behind"),
        pytest.param(BEFORE, "The mayor", "“We left early.”", id="said, before a colon"),
        pytest.param(LINE_ABOVE, "Renner", "“We left early.”", id="a line above that ends in a colon"),
        pytest.param(GOVERNED, "The envoy", "for “a pause of ten whole days”", id="the verb it depends on"),
    ],
)
def test_words_beside_a_quotation_tell_its_speaker(notation: str, source: str, content: str) -> None:
    assert told(notation) == [(source, content)]


@pytest.mark.parametrize("notation", [OPEN, SAME_PARAGRAPH])
def test_speaker_goes_on_in_the_same_attribution(notation: str) -> None:
    text, (draft,) = spoken(notation)
    assert [span.cut(text)[:7] for span in draft.content][-1] == "“Nobody"
    assert "speaker carried on" in {reason.kind for reason in draft.because}


def test_speaker_goes_on_into_a_paragraph_that_is_a_quotation_alone() -> None:
    _, drafts = spoken(ALONE)
    assert [draft.follows for draft in drafts] == [None, 0]


@pytest.mark.parametrize("notation", [TOO_FAR, OWN_BETWEEN])
def test_words_of_the_report_between_end_the_speech(notation: str) -> None:
    text, drafts = spoken(notation)
    assert not any("Nobody" in span.cut(text) for draft in drafts for span in draft.content)
