"""Sentences that tell of evidence, parsed as the English engine parses them; all of them invented."""

RELEASED = """\
Imagery imagery NOUN NN 9 nsubj
released release VERB VBN 1 acl
by by ADP IN 5 case
the the DET DT 5 det
ministry ministry NOUN NN 2 obl:agent
on on ADP IN 7 case
3 3 NUM CD 2 obl
May May PROPN NNP 7 nmod:unmarked
shows show VERB VBZ 0 ROOT
that that SCONJ IN 13 mark
the the DET DT 12 det
depot depot NOUN NN 13 nsubj
burned burn VERB VBD 9 ccomp
. . PUNCT . 9 punct
"""
CONFIRMED = """\
The the DET DT 2 det
retreat retreat NOUN NN 11 nsubj
, , PUNCT , 4 punct
confirmed confirm VERB VBN 2 acl
by by ADP IN 6 case
imagery imagery NOUN NN 4 obl:agent
and and CCONJ CC 9 cc
intercepted intercept VERB VBN 9 amod
calls call NOUN NNS 4 obl:agent
, , PUNCT , 2 punct
left leave VERB VBD 0 ROOT
roads road NOUN NNS 11 obj
open open ADJ JJ 11 xcomp
. . PUNCT . 11 punct
"""
ADDRESS = """\
In in ADP IN 4 case
a a DET DT 4 det
video video NOUN NN 4 compound
address address NOUN NN 7 obl
, , PUNCT , 4 punct
Tolvanen Tolvanen PROPN NNP 7 nsubj PER
said say VERB VBD 0 ROOT
the the DET DT 9 det
bridge bridge NOUN NN 10 nsubj
fell fall VERB VBD 7 ccomp
. . PUNCT . 7 punct
"""
FIGURES = """\
According accord VERB VBG 3 case
to to ADP IN 1 fixed
figures figure NOUN NNS 11 obl
from from ADP IN 7 case
the the DET DT 7 det
Halm Halm PROPN NNP 7 compound ORG
Institute Institute PROPN NNP 3 nmod ORG
, , PUNCT , 3 punct
300 300 NUM CD 10 nummod
families family NOUN NNS 11 nsubj
left leave VERB VBD 0 ROOT
. . PUNCT . 11 punct
"""
REPORTER = """\
A a DET DT 4 det
Sorn Sorn PROPN NNP 4 compound ORG
Wire Wire PROPN NNP 4 compound ORG
reporter reporter NOUN NN 8 nsubj
at at ADP IN 7 case
the the DET DT 7 det
scene scene NOUN NN 4 nmod
saw see VERB VBD 0 ROOT
two two NUM CD 10 nummod
tanks tank NOUN NNS 8 obj
. . PUNCT . 8 punct
"""
MEMO = """\
According accord VERB VBG 5 case
to to ADP IN 1 fixed
a a DET DT 5 det
leaked leak VERB VBN 5 amod
memo memo NOUN NN 14 obl
seen see VERB VBN 5 acl
by by ADP IN 10 case
the the DET DT 10 det
Halm Halm PROPN NNP 10 compound ORG
Gazette Gazette PROPN NNP 6 obl:agent ORG
, , PUNCT , 5 punct
the the DET DT 13 det
guard guard NOUN NN 14 nsubj
withdrew withdraw VERB VBD 0 ROOT
. . PUNCT . 14 punct
"""
PUBLISHED = """\
The the DET DT 2 det
ministry ministry NOUN NN 3 nsubj
published publish VERB VBD 0 ROOT
drone drone NOUN NN 5 compound
footage footage NOUN NNS 3 obj
of of ADP IN 8 case
the the DET DT 8 det
attack attack NOUN NN 5 nmod
. . PUNCT . 3 punct
"""
REPORTED = """\
The the DET DT 3 det
Halm Halm PROPN NNP 3 compound ORG
Gazette Gazette PROPN NNP 4 nsubj ORG
reported report VERB VBD 0 ROOT
on on ADP IN 6 case
3 3 NUM CD 4 obl
May May PROPN NNP 6 nmod:unmarked
that that SCONJ IN 11 mark
the the DET DT 10 det
guard guard NOUN NN 11 nsubj
withdrew withdraw VERB VBD 4 ccomp
. . PUNCT . 4 punct
"""
BURNED = """\
The the DET DT 2 det
guard guard NOUN NN 3 nsubj
burned burn VERB VBD 0 ROOT
the the DET DT 5 det
records record NOUN NNS 3 obj
. . PUNCT . 3 punct
"""
WITNESSES = """\
Witnesses witness NOUN NNS 2 nsubj
said say VERB VBD 0 ROOT
the the DET DT 4 det
market market NOUN NN 5 nsubj
burned burn VERB VBN 2 ccomp
. . PUNCT . 2 punct
"""
LABS = """\
Planet Planet PROPN NNP 2 compound ORG
Labs Labs PROPN NNPS 3 compound ORG
images image NOUN NNS 7 nsubj
from from ADP IN 5 case
3 3 NUM CD 3 nmod
May May PROPN NNP 7 obl:unmarked
show show VERB VB 0 ROOT
the the DET DT 9 det
bridge bridge NOUN NN 7 obj
. . PUNCT . 7 punct
"""
POST = """\
Tanks tank NOUN NNS 2 nsubj
left leave VERB VBD 9 ccomp
Dravik Dravik PROPN NNP 2 obj PER
, , PUNCT , 9 punct
a a DET DT 6 det
post post NOUN NN 2 nsubj
on on ADP IN 8 case
Telegram Telegram PROPN NNP 6 nmod ORG
says say VERB VBD 0 ROOT
. . PUNCT . 2 punct
"""
TWO = """\
The the DET DT 2 det
army army NOUN NN 3 nsubj
left leave VERB VBD 0 ROOT
, , PUNCT , 7 punct
and and CCONJ CC 7 cc
imagery imagery NOUN NN 7 nsubj
shows show VERB VBZ 3 conj
that that SCONJ IN 11 mark
the the DET DT 10 det
bridge bridge NOUN NN 11 nsubj
burned burn VERB VBD 7 ccomp
. . PUNCT . 3 punct
"""

MAY = """\
May May PROPN NNP 3 nmod:poss
's 's PART POS 1 case
figures figure NOUN NNS 4 nsubj
show show VERB VBP 0 ROOT
that that SCONJ IN 7 mark
prices price NOUN NNS 7 nsubj
rose rise VERB VBD 4 ccomp
. . PUNCT . 4 punct
"""

CITY = """\
The the DET DT 2 det
mayor mayor NOUN NN 4 nmod:poss
's 's PART POS 2 case
figures figure NOUN NNS 5 nsubj
show show VERB VBP 0 ROOT
losses loss NOUN NNS 5 obj
. . PUNCT . 5 punct
"""
