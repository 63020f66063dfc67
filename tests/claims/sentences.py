"""Invented sentences in the notation of `docs`, for the tests of this room."""

COUNCIL_QUOTE = """
“ “ PUNCT `` 4 punct - t0
The the DET DT 3 det - t0
bridge bridge NOUN NN 4 nsubj - t0
fell fall VERB VBD 7 ccomp - t0
, , PUNCT , 4 punct - t0
” ” PUNCT '' 4 punct - t0
said say VERB VBD 0 root - c0
Mara Mara PROPN NNP 7 nsubj PER s0
Tolvanen Tolvanen PROPN NNP 8 flat PER s0
, , PUNCT , 12 punct - -
the the DET DT 12 det - -
head head NOUN NN 8 appos - -
of of ADP IN 15 case - -
the the DET DT 15 det - -
council council NOUN NN 12 nmod - -
. . PUNCT . 7 punct - -
"""

HELD_MEMO = """
According accord VERB VBG 5 case - c0
to to ADP IN 1 fixed - c0
a a DET DT 5 det - s0
confidential confidential ADJ JJ 5 amod - s0
memo memo NOUN NN 15 obl - s0
obtained obtain VERB VBN 5 acl - s0
by by ADP IN 9 case - s0
the the DET DT 9 det - s0
Post Post PROPN NNP 6 obl:agent ORG s0
of of ADP IN 11 case ORG s0
Halden Halden PROPN NNP 9 nmod ORG s0
, , PUNCT , 5 punct - -
the the DET DT 14 det - t0
garrison garrison NOUN NN 15 nsubj - t0
left leave VERB VBD 0 root - t0
. . PUNCT . 15 punct - -
"""

EVIDENCE = """
The the DET DT 2 det
retreat retreat NOUN NN 12 nsubj
, , PUNCT , 4 punct
confirmed confirm VERB VBN 2 acl
by by ADP IN 7 case
satellite satellite NOUN NN 7 compound
imagery imagery NOUN NN 4 obl:agent
and and CCONJ CC 10 cc
intercepted intercept VERB VBN 10 amod
calls call NOUN NNS 7 conj
, , PUNCT , 4 punct
opens open VERB VBZ 0 root
the the DET DT 14 det
road road NOUN NN 12 obj
. . PUNCT . 12 punct
"""

EVIDENCE_TAKEN_FOR_CONTENT = """
The the DET DT 2 det - t0
retreat retreat NOUN NN 4 nsubj:pass - t0
was be AUX VBD 4 aux:pass
confirmed confirm VERB VBN 0 root - c0
by by ADP IN 7 case
satellite satellite NOUN NN 7 compound - t0
imagery imagery NOUN NN 4 obl:agent - t0
. . PUNCT . 4 punct
"""

ANONYMOUS = """
Two two NUM CD 2 nummod - s0
officials official NOUN NNS 17 nsubj - s0
, , PUNCT , 4 punct - -
speaking speak VERB VBG 2 acl - -
on on ADP IN 6 case - -
condition condition NOUN NN 4 obl - -
of of ADP IN 8 case - -
anonymity anonymity NOUN NN 6 nmod - -
because because SCONJ IN 13 mark - -
they they PRON PRP 13 nsubj:pass - -
were be AUX VBD 13 aux:pass - -
not not PART RB 13 advmod - -
allowed allow VERB VBN 4 advcl - -
to to PART TO 15 mark - -
talk talk VERB VB 13 xcomp - -
, , PUNCT , 4 punct - -
said say VERB VBD 0 root - c0
the the DET DT 19 det - t0
depot depot NOUN NN 21 nsubj - t0
had have AUX VBD 21 aux - t0
burned burn VERB VBN 17 ccomp - t0
. . PUNCT . 17 punct - -

One one NUM CD 2 nsubj - s1
said say VERB VBD 0 root - c1
nobody nobody PRON NN 5 nsubj - t1
had have AUX VBD 5 aux - t1
died die VERB VBN 2 ccomp - t1
. . PUNCT . 2 punct - -
"""

CITING = """
The the DET DT 2 det - s0
newspaper newspaper NOUN NN 8 nsubj - s0
, , PUNCT , 4 punct - -
citing cite VERB VBG 8 advcl - c1
two two NUM CD 6 nummod - t1
officials official NOUN NNS 4 obj - t1
, , PUNCT , 4 punct - -
said say VERB VBD 0 root - c0
the the DET DT 10 det - t0
depot depot NOUN NN 11 nsubj - t0
burned burn VERB VBD 8 ccomp - t0
. . PUNCT . 8 punct - -
"""

REMARKS = """
Ivo Ivo PROPN NNP 9 nsubj PER s0
Renner Renner PROPN NNP 1 flat PER s0
, , PUNCT , 5 punct - -
the the DET DT 5 det - -
mayor mayor NOUN NN 1 appos - -
of of ADP IN 7 case - -
Halden Halden PROPN NNP 5 nmod LOC -
, , PUNCT , 5 punct - -
said say VERB VBD 0 root - c0
the the DET DT 11 det - t0
road road NOUN NN 13 nsubj - t0
was be AUX VBD 13 cop - t0
open open ADJ JJ 9 ccomp - t0
. . PUNCT . 9 punct - -

His his PRON PRP$ 2 nmod:poss - s1
remarks remark NOUN NNS 9 nsubj - s1
, , PUNCT , 4 punct - -
corroborated corroborate VERB VBN 2 acl - -
by by ADP IN 7 case - -
council council NOUN NN 7 compound - -
officials official NOUN NNS 4 obl:agent - -
, , PUNCT , 4 punct - -
suggest suggest VERB VBP 0 root - c1
that that SCONJ IN 13 mark - t1
the the DET DT 12 det - t1
bridge bridge NOUN NN 13 nsubj - t1
stands stand VERB VBZ 9 ccomp - t1
. . PUNCT . 9 punct - -

The the DET DT 2 det - s2
mayor mayor NOUN NN 3 nsubj - s2
denied deny VERB VBD 0 root - c2
that that SCONJ IN 6 mark - t2
anybody anybody PRON NN 6 nsubj - t2
fled flee VERB VBD 3 ccomp - t2
. . PUNCT . 3 punct - -
"""

TWO_MEN = """
Ivo Ivo PROPN NNP 6 nsubj PER -
Renner Renner PROPN NNP 1 flat PER -
and and CCONJ CC 4 cc - -
Olaf Olaf PROPN NNP 1 conj PER -
Brandt Brandt PROPN NNP 4 flat PER -
met meet VERB VBD 0 root - -
Halden Halden PROPN NNP 6 obj LOC -
. . PUNCT . 6 punct - -

He he PRON PRP 2 nsubj - s0
said say VERB VBD 0 root - c0
the the DET DT 4 det - t0
road road NOUN NN 6 nsubj - t0
was be AUX VBD 6 cop - t0
open open ADJ JJ 2 ccomp - t0
. . PUNCT . 2 punct - -
"""

MAN_AND_WOMAN = """
Mrs Mrs PROPN NNP 6 nsubj - -
Renner Renner PROPN NNP 1 flat PER -
and and CCONJ CC 4 cc - -
Mr Mr PROPN NNP 1 conj - -
Brandt Brandt PROPN NNP 4 flat PER -
left leave VERB VBD 0 root - -
Halden Halden PROPN NNP 6 obj LOC -
. . PUNCT . 6 punct - -

She she PRON PRP 2 nsubj - s0
said say VERB VBD 0 root - c0
the the DET DT 4 det - t0
road road NOUN NN 6 nsubj - t0
was be AUX VBD 6 cop - t0
open open ADJ JJ 2 ccomp - t0
. . PUNCT . 2 punct - -
"""

TOLD_OUTLET = """
Renner Renner PROPN NNP 2 nsubj PER s0
told tell VERB VBD 0 root - c0
the the DET DT 5 det - -
Halden Halden PROPN NNP 5 compound ORG -
Post Post PROPN NNP 2 iobj ORG -
that that SCONJ IN 10 mark - -
the the DET DT 8 det - t0
road road NOUN NN 10 nsubj - t0
was be AUX VBD 10 cop - t0
open open ADJ JJ 2 ccomp - t0
. . PUNCT . 2 punct - -
"""

NESTED = """
Renner Renner PROPN NNP 2 nsubj PER
said say VERB VBD 0 root
the the DET DT 4 det
ministry ministry NOUN NN 6 nsubj
had have AUX VBD 6 aux
warned warn VERB VBN 2 ccomp
that that SCONJ IN 10 mark
the the DET DT 9 det
dam dam NOUN NN 10 nsubj
leaked leak VERB VBD 6 ccomp
. . PUNCT . 2 punct
"""

HEARSAY = """
The the DET DT 2 det
depot depot NOUN NN 4 nsubj
reportedly reportedly ADV RB 4 advmod
burned burn VERB VBD 0 root
. . PUNCT . 4 punct
"""

TWO_PARAGRAPHS = """
“ “ PUNCT `` 3 punct
We we PRON PRP 3 nsubj
left leave VERB VBD 9 ccomp
early early ADV RB 3 advmod
, , PUNCT , 3 punct
” ” PUNCT '' 3 punct
Ivo Ivo PROPN NNP 9 nsubj PER
Renner Renner PROPN NNP 7 flat PER
said say VERB VBD 0 root
. . PUNCT . 9 punct
#
“ “ PUNCT `` 3 punct
Nobody nobody PRON NN 3 nsubj
came come VERB VBD 0 root
back back ADV RB 3 advmod
. . PUNCT . 3 punct
” ” PUNCT '' 3 punct
"""

NO_SPEAKER = """
“ “ PUNCT `` 3 punct
Nobody nobody PRON NN 3 nsubj
came come VERB VBD 0 root
back back ADV RB 3 advmod
. . PUNCT . 3 punct
” ” PUNCT '' 3 punct
"""

SCARE = """
The the DET DT 4 det
“ “ PUNCT `` 4 punct
buffer buffer NOUN NN 4 compound
zone zone NOUN NN 8 nsubj
” ” PUNCT '' 4 punct
is be AUX VBZ 8 cop
a a DET DT 8 det
field field NOUN NN 0 root
. . PUNCT . 8 punct
"""

ACRONYM = """
The the DET DT 4 det - -
Halden Halden PROPN NNP 4 compound ORG -
Relief Relief PROPN NNP 4 compound ORG -
Council Council PROPN NNP 8 nsubj ORG -
( ( PUNCT -LRB- 6 punct - -
HRC HRC PROPN NNP 4 appos ORG -
) ) PUNCT -RRB- 6 punct - -
counted count VERB VBD 0 root - -
nine nine NUM CD 10 nummod - -
dead dead NOUN NN 8 obj - -
. . PUNCT . 8 punct - -

The the DET DT 2 det - s0
HRC HRC PROPN NNP 3 nsubj ORG s0
said say VERB VBD 0 root - c0
the the DET DT 5 det - t0
road road NOUN NN 7 nsubj - t0
was be AUX VBD 7 cop - t0
open open ADJ JJ 3 ccomp - t0
. . PUNCT . 3 punct - -
"""

SPLIT_CLAUSE = """
The the DET DT 2 det - -
evacuation evacuation NOUN NN 11 nsubj - -
, , PUNCT , 5 punct - -
Renner Renner PROPN NNP 5 nsubj PER s0
claimed claim VERB VBD 11 parataxis - c0
, , PUNCT , 5 punct - -
is be AUX VBZ 11 cop - t0
“ “ PUNCT `` 11 punct - t0
no no DET DT 11 det - t0
plain plain ADJ JJ 11 amod - t0
flight flight NOUN NN 0 root - t0
, , PUNCT , 11 punct - t0
” ” PUNCT '' 11 punct - t0
a a DET DT 15 det - t0
message message NOUN NN 11 appos - t0
to to ADP IN 17 case - t0
everybody everybody PRON NN 15 nmod - t0
. . PUNCT . 11 punct - -
"""

SHUNNED = """
The the DET DT 2 det - s0
army army NOUN NN 3 nsubj - s0
declined decline VERB VBD 0 root - c0
to to PART TO 5 mark - -
say say VERB VB 3 xcomp - -
how how ADV WRB 9 advmod - t0
many many ADJ JJ 9 nsubj - t0
had have AUX VBD 9 aux - t0
fled flee VERB VBN 5 ccomp - t0
. . PUNCT . 3 punct - -

The the DET DT 2 det - s1
retreat retreat NOUN NN 3 nsubj - s1
reveals reveal VERB VBZ 0 root - c1
that that SCONJ IN 7 mark - -
the the DET DT 6 det - t1
road road NOUN NN 7 nsubj - t1
matters matter VERB VBZ 3 ccomp - t1
. . PUNCT . 3 punct - -
"""
