"""On whose word through whom."""

from __future__ import annotations

from tests.claims.docs import doc, ground, read
from whence.claims.chains import build_chains, parents_of
from whence.claims.drafts import Draft
from whence.records import Source, SourceKind, Span

INTERVIEW = """
Renner Renner PROPN NNP 2 nsubj PER
said say VERB VBD 0 root
in in ADP IN 5 case
an a DET DT 5 det
interview interview NOUN NN 2 obl
with with ADP IN 9 case
the the DET DT 9 det
Halden Halden PROPN NNP 9 compound ORG
Post Post PROPN NNP 5 nmod ORG
that that SCONJ IN 14 mark
the the DET DT 12 det
road road NOUN NN 14 nsubj
was be AUX VBD 14 cop
open open ADJ JJ 2 ccomp
. . PUNCT . 2 punct
"""

SPEAKING_TO = """
Speaking speak VERB VBG 8 advcl
to to ADP IN 5 case
the the DET DT 5 det
Halden Halden PROPN NNP 5 compound ORG
Post Post PROPN NNP 1 obl ORG
, , PUNCT , 1 punct
Renner Renner PROPN NNP 8 nsubj PER
said say VERB VBD 0 root
that that SCONJ IN 13 mark
the the DET DT 11 det
road road NOUN NN 13 nsubj
was be AUX VBD 13 cop
open open ADJ JJ 8 ccomp
. . PUNCT . 8 punct
"""

TAKEN_UP = """
According accord ADP VBG 4 case
to to ADP IN 1 fixed
a a DET DT 4 det
memo memo NOUN NN 13 obl
obtained obtain VERB VBN 4 acl
by by ADP IN 9 case
the the DET DT 9 det
Halden Halden PROPN NNP 9 compound ORG
Post Post PROPN NNP 5 obl:agent ORG
, , PUNCT , 4 punct
the the DET DT 12 det
garrison garrison NOUN NN 13 nsubj
left leave VERB VBD 0 root
. . PUNCT . 13 punct

The the DET DT 2 det
memo memo NOUN NN 3 nsubj
said say VERB VBD 0 root
that that SCONJ IN 7 mark
the the DET DT 6 det
depot depot NOUN NN 7 nsubj
burned burn VERB VBD 3 ccomp
. . PUNCT . 3 punct
"""

WHICH_CITED = """
The the DET DT 2 det
newspaper newspaper NOUN NN 9 nsubj
, , PUNCT , 5 punct
which which PRON WDT 5 nsubj
cited cite VERB VBD 2 acl:relcl
two two NUM CD 7 nummod
officials official NOUN NNS 5 obj
, , PUNCT , 5 punct
said say VERB VBD 0 root
that that SCONJ IN 13 mark
the the DET DT 12 det
depot depot NOUN NN 13 nsubj
burned burn VERB VBD 9 ccomp
. . PUNCT . 9 punct
"""

FIRST_PERSON = """
We we PRON PRP 2 nsubj
think think VERB VBP 0 root
the the DET DT 4 det
road road NOUN NN 6 nsubj
is be AUX VBZ 6 cop
open open ADJ JJ 2 ccomp
. . PUNCT . 2 punct
"""

WISH = """
A a DET DT 2 det - s0,s1
nurse nurse NOUN NN 11 nsubj - s0,s1
, , PUNCT , 5 punct
who who PRON WP 5 nsubj
asked ask VERB VBD 2 acl:relcl - c1
not not PART RB 9 advmod - t1
to to PART TO 9 mark - t1
be be AUX VB 9 aux:pass - t1
named name VERB VBN 5 xcomp - t1
, , PUNCT , 11 punct
said say VERB VBD 0 root
that that SCONJ IN 15 mark
the the DET DT 14 det
depot depot NOUN NN 15 nsubj
burned burn VERB VBD 11 ccomp
. . PUNCT . 11 punct
"""

QUOTED_BY = """
Renner Renner PROPN NNP 9 nsubj PER
, , PUNCT , 3 punct
quoted quote VERB VBN 9 advcl
by by ADP IN 7 case
the the DET DT 7 det
Halden Halden PROPN NNP 7 compound ORG
Post Post PROPN NNP 3 obl:agent ORG
, , PUNCT , 3 punct
said say VERB VBD 0 root
that that SCONJ IN 14 mark
the the DET DT 12 det
road road NOUN NN 14 nsubj
was be AUX VBD 14 cop
open open ADJ JJ 9 ccomp
. . PUNCT . 9 punct
"""


def chains(notation: str) -> list[list[str]]:
    """Return the chain of each attribution that is a statement of its own, as the report's words."""
    base, drafts = ground(notation)
    made = build_chains(base, drafts)
    return [[source.text for source in chain] for at, chain in enumerate(made.chains) if at not in made.absorbed]


def kinds(chain: tuple[Source, ...]) -> list[SourceKind]:
    return [source.kind for source in chain]


def draft(source: tuple[int, int], content: tuple[int, int]) -> Draft:
    return Draft((Span(*source),), (), (Span(*content),))


def test_innermost_attribution_around_a_frame_is_its_parent() -> None:
    outer, middle, inner = draft((0, 5), (10, 90)), draft((12, 20), (25, 90)), draft((30, 35), (40, 80))
    assert parents_of([inner, outer, middle]) == (2, None, 1)


def test_attributions_of_the_same_words_are_no_parents_of_each_other() -> None:
    assert parents_of([draft((0, 5), (10, 90)), draft((12, 20), (10, 90))]) == (None, None)


def test_attribution_that_holds_anothers_frame_is_not_within_it() -> None:
    outer, holding = draft((0, 5), (10, 40)), draft((12, 20), (0, 8))
    assert parents_of([outer, holding]) == (None, None)


def test_outlet_of_an_interview_stands_nearer_the_reader() -> None:
    assert chains(INTERVIEW) == [["the Halden Post", "Renner"]]


def test_outlet_that_is_spoken_to_stands_nearer_the_reader() -> None:
    assert chains(SPEAKING_TO) == [["the Halden Post", "Renner"]]


def test_outlet_that_quotes_stands_nearer_the_reader() -> None:
    assert chains(QUOTED_BY) == [["the Halden Post", "Renner"]]


def test_document_taken_up_again_keeps_its_holder() -> None:
    first, second = read(TAKEN_UP).claims
    assert kinds(first.chain) == kinds(second.chain) == [SourceKind.MEDIA, SourceKind.DOCUMENT]
    assert second.chain[0].span is None
    assert "document taken up" in {reason.kind for reason in second.chain[0].because}


def test_source_cited_in_a_relative_clause_stands_behind() -> None:
    assert chains(WHICH_CITED)[0][-1] == "two officials"


def test_what_the_report_itself_or_its_reader_thinks_is_no_statement_of_a_source() -> None:
    base, drafts = ground(FIRST_PERSON)
    assert build_chains(base, drafts).absorbed == {0}
    assert [claim.own_voice for claim in read(FIRST_PERSON).claims] == [True]


def test_wish_not_to_be_named_states_nothing() -> None:
    (claim,) = read(WISH).claims
    assert [span.cut(doc(WISH).text) for span in claim.passages] == ["the depot burned"]


def test_nobody_follows_himself_in_a_chain() -> None:
    assert chains(SPEAKING_TO.replace("Renner Renner PROPN NNP 8 nsubj PER", "Post Post PROPN NNP 8 nsubj ORG")) == [
        ["the Halden Post"]
    ]
