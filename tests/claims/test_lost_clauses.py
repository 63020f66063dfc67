from tests.claims.docs import read, says

AT_LEAST = """
At at ADP IN 2 case - t0
least least ADJ JJS 3 nmod -
twelve twelve NUM CD 4 nummod -
sailors sailor NOUN NNS 6 nsubj:pass -
were be AUX VBD 6 aux:pass -
hurt hurt VERB VBN 10 ccomp -
, , PUNCT , 6 punct -
a a DET DT 9 det - s0
doctor doctor NOUN NN 10 nsubj - s0
told tell VERB VBD 0 ROOT - c0
the the DET DT 12 det -
paper paper NOUN NN 10 obj -
. . PUNCT . 10 punct -
"""

CITING = """
The the DET DT 3 det - s0,s1
Harbour Harbour PROPN NNP 3 compound ORG s0,s1
Post Post PROPN NNP 4 nsubj ORG s0,s1
reported report VERB VBD 0 ROOT - c0
, , PUNCT , 6 punct -
citing cite VERB VBG 4 advcl - c1
a a DET DT 8 det - t1
letter letter NOUN NN 6 obj - t1
, , PUNCT , 8 punct -
that that SCONJ IN 13 mark - t1
the the DET DT 12 det - t1
crew crew NOUN NN 13 nsubj - t1
left leave VERB VBD 4 ccomp - t1
the the DET DT 15 det - t0
port port NOUN NN 13 obj - t0
. . PUNCT . 4 punct -
"""


def test_the_beginning_of_a_clause_is_taken_for_the_whole() -> None:
    text = "At least twelve sailors were hurt, a doctor told the paper."
    claims = read(AT_LEAST).claims
    assert [(says(claim, text), [source.text for source in claim.chain]) for claim in claims] == [
        ("At least twelve sailors were hurt", ["the paper", "a doctor"])
    ]


def test_a_clause_that_has_its_verb_is_left_as_it_was() -> None:
    whole = AT_LEAST.replace("nmod -", "nmod - t0").replace("nummod -", "nummod - t0").replace("nsubj:pass -", "nsubj:pass - t0")
    whole = whole.replace("aux:pass -", "aux:pass - t0").replace("10 ccomp -", "10 ccomp - t0")
    assert not any("whole clause" in reason.detail for attribution in read(whole).attributions for reason in attribution.because)


def test_the_clause_behind_what_is_cited_is_what_was_reported() -> None:
    text = "The Harbour Post reported, citing a letter, that the crew left the port."
    claims = read(CITING).claims
    assert [(says(claim, text), [source.text for source in claim.chain]) for claim in claims] == [
        ("the crew left the port", ["The Harbour Post", "a letter"])
    ]


CONDITION = """
The the DET DT 2 det -
road road NOUN NN 4 nsubj:pass -
was be AUX VBD 4 aux:pass -
cut cut VERB VBN 0 ROOT -
, , PUNCT , 4 punct -
two two NUM CD 7 nummod - s0
drivers driver NOUN NNS 8 nsubj - s0
told tell VERB VBD 4 parataxis - c0
the the DET DT 10 det -
paper paper NOUN NN 8 iobj -
on on ADP IN 12 case -
condition condition NOUN NN 8 obl -
that that SCONJ IN 17 mark - t0
they they PRON PRP 17 nsubj:pass - t0
not not PART RB 17 advmod - t0
be be AUX VB 17 aux:pass - t0
named name VERB VBN 12 acl - t0
. . PUNCT . 4 punct -
"""


def test_the_condition_of_speaking_is_not_what_was_said() -> None:
    text = "The road was cut, two drivers told the paper on condition that they not be named."
    claims = read(CONDITION).claims
    assert [says(claim, text) for claim in claims] == ["The road was cut"]
    assert claims[0].chain[-1].text == "two drivers"
