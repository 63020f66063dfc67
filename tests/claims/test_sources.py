"""From a passage to a source with its kind and whether it is named."""

from __future__ import annotations

import pytest

from tests.claims.docs import read
from whence.records import Source, SourceKind

STUDIES = """
Ada Ada PROPN NNP 9 nsubj PER
Holm Holm PROPN NNP 1 flat PER
, , PUNCT , 5 punct
who who PRON WP 5 nsubj
studies study VERB VBZ 1 acl:relcl
armed armed ADJ JJ 7 amod
groups group NOUN NNS 5 obj
, , PUNCT , 1 punct
said say VERB VBD 0 root
the the DET DT 11 det
road road NOUN NN 13 nsubj
was be AUX VBD 13 cop
open open ADJ JJ 9 ccomp
. . PUNCT . 9 punct
"""

OF_INSTITUTE = """
Ada Ada PROPN NNP 7 nsubj PER
Holm Holm PROPN NNP 1 flat PER
of of ADP IN 6 case
the the DET DT 6 det
Halden Halden PROPN NNP 6 compound ORG
Institute Institute PROPN NNP 1 nmod ORG
said say VERB VBD 0 root
the the DET DT 9 det
road road NOUN NN 11 nsubj
was be AUX VBD 11 cop
open open ADJ JJ 7 ccomp
. . PUNCT . 7 punct
"""

NO_DOING = """
Ada Ada PROPN NNP 8 nsubj PER
Holm Holm PROPN NNP 1 flat PER
, , PUNCT , 5 punct
who who PRON WP 5 nsubj
likes like VERB VBP 1 acl:relcl
tea tea NOUN NN 5 obj
, , PUNCT , 1 punct
said say VERB VBD 0 root
the the DET DT 10 det
road road NOUN NN 12 nsubj
was be AUX VBD 12 cop
open open ADJ JJ 8 ccomp
. . PUNCT . 8 punct
"""

ITS_SPOKESMAN = """
The the DET DT 2 det
army army NOUN NN 3 nsubj
left leave VERB VBD 0 root
on on ADP IN 5 case
Monday Monday PROPN NNP 3 obl
. . PUNCT . 3 punct

Its its PRON PRP$ 2 nmod:poss
spokesman spokesman NOUN NN 3 nsubj
said say VERB VBD 0 root
the the DET DT 5 det
road road NOUN NN 7 nsubj
was be AUX VBD 7 cop
open open ADJ JJ 3 ccomp
. . PUNCT . 3 punct
"""

ITS_LEADER = """
The the DET DT 4 det
Halden Halden PROPN NNP 3 compound LOC
Liberation Liberation PROPN NNP 4 compound ORG
Front Front PROPN NNP 5 nsubj ORG
met meet VERB VBD 0 root
on on ADP IN 7 case
Monday Monday PROPN NNP 5 obl
. . PUNCT . 5 punct

Its its PRON PRP$ 2 nmod:poss
leader leader NOUN NN 7 nsubj
, , PUNCT , 4 punct
Petra Petra PROPN NNP 2 appos PER
Lunde Lunde PROPN NNP 4 flat PER
, , PUNCT , 2 punct
said say VERB VBD 0 root
the the DET DT 9 det
road road NOUN NN 11 nsubj
was be AUX VBD 11 cop
open open ADJ JJ 7 ccomp
. . PUNCT . 7 punct
"""

LEADER_BEHIND = """
The the DET DT 4 det
Halden Halden PROPN NNP 3 compound LOC
Liberation Liberation PROPN NNP 4 compound ORG
Front Front PROPN NNP 5 nsubj ORG
met meet VERB VBD 0 root
on on ADP IN 7 case
Monday Monday PROPN NNP 5 obl
. . PUNCT . 5 punct

Petra Petra PROPN NNP 7 nsubj PER
Lunde Lunde PROPN NNP 1 flat PER
, , PUNCT , 5 punct
its its PRON PRP$ 5 nmod:poss
leader leader NOUN NN 1 appos
, , PUNCT , 5 punct
said say VERB VBD 0 root
the the DET DT 9 det
road road NOUN NN 11 nsubj
was be AUX VBD 11 cop
open open ADJ JJ 7 ccomp
. . PUNCT . 7 punct
"""

HIS_SPOKESMAN = """
Ivo Ivo PROPN NNP 3 nsubj PER
Renner Renner PROPN NNP 1 flat PER
left leave VERB VBD 0 root
on on ADP IN 5 case
Monday Monday PROPN NNP 3 obl
. . PUNCT . 3 punct

His his PRON PRP$ 2 nmod:poss
spokesman spokesman NOUN NN 3 nsubj
said say VERB VBD 0 root
the the DET DT 5 det
road road NOUN NN 7 nsubj
was be AUX VBD 7 cop
open open ADJ JJ 3 ccomp
. . PUNCT . 3 punct
"""

NAMED_MEMO = """
A a DET DT 4 det
Halden Halden PROPN NNP 3 compound ORG
Institute Institute PROPN NNP 4 compound ORG
report report NOUN NN 5 nsubj
said say VERB VBD 0 root
the the DET DT 7 det
road road NOUN NN 9 nsubj
was be AUX VBD 9 cop
open open ADJ JJ 5 ccomp
. . PUNCT . 5 punct
"""

OBTAINED_MEMO = """
A a DET DT 2 det
report report NOUN NN 8 nsubj
obtained obtain VERB VBN 2 acl
by by ADP IN 7 case
the the DET DT 7 det
Halden Halden PROPN NNP 7 compound ORG
Institute Institute PROPN NNP 2 nmod ORG
said say VERB VBD 0 root
the the DET DT 10 det
road road NOUN NN 12 nsubj
was be AUX VBD 12 cop
open open ADJ JJ 8 ccomp
. . PUNCT . 8 punct
"""

BARE_MEMO = """
A a DET DT 2 det
report report NOUN NN 3 nsubj
said say VERB VBD 0 root
the the DET DT 5 det
road road NOUN NN 7 nsubj
was be AUX VBD 7 cop
open open ADJ JJ 3 ccomp
. . PUNCT . 3 punct
"""


def source(notation: str) -> Source:
    """Return the source nearest the event of the last claim."""
    return [claim for claim in read(notation).claims if claim.chain][-1].chain[-1]


@pytest.mark.parametrize(
    ("notation", "kind"),
    [
        pytest.param(STUDIES, SourceKind.EXPERT, id="what she does"),
        pytest.param(OF_INSTITUTE, SourceKind.EXPERT, id="whom she belongs to"),
        pytest.param(NO_DOING, SourceKind.PERSON, id="nothing that tells"),
        pytest.param(ITS_SPOKESMAN, SourceKind.PARTY, id="a spokesman for the army"),
        pytest.param(ITS_LEADER, SourceKind.PARTY, id="a named leader of an armed group"),
        pytest.param(LEADER_BEHIND, SourceKind.PARTY, id="a leader named before the office"),
        pytest.param(HIS_SPOKESMAN, SourceKind.OFFICIAL, id="a spokesman for a person"),
    ],
)
def test_kind(notation: str, kind: SourceKind) -> None:
    assert source(notation).kind is kind


@pytest.mark.parametrize(("notation", "named"), [(NAMED_MEMO, True), (OBTAINED_MEMO, False), (BARE_MEMO, False)])
def test_document_is_told_by_its_author_not_by_who_obtained_it(notation: str, *, named: bool) -> None:
    found = source(notation)
    assert (found.kind, found.named) == (SourceKind.DOCUMENT, named)
