"""Parsed sentences of invented reports, and scenes made from them by hand.

`scene(NOTATION, places=("Tolmar",), times=("Monday",))` is the scene of a document in which these words name a place and a time.
"""

from __future__ import annotations

from datetime import UTC, datetime

from tests.claims import docs
from whence.claims.attribute import lay_ground
from whence.claims.events.clauses import Clause, divide
from whence.claims.events.lexicon import load_events, load_frames
from whence.claims.events.mentions import find_mentions
from whence.claims.events.scene import PartyOf, Scene, set_scene
from whence.claims.lexicon import load_lexicon
from whence.claims.quotes import find_quotes
from whence.records import Absent, Interval, Known, Maybe, Party, Place, Precision, Span, TimeExpression, TimeKind, Toponym

WITHDREW = """
Norland Norland PROPN NNP 3 nmod:poss ORG
's 's PART POS 1 case -
army army NOUN NN 4 nsubj -
withdrew withdraw VERB VBD 0 ROOT -
from from ADP IN 6 case -
Tolmar Tolmar PROPN NNP 4 obl LOC
on on ADP IN 8 case -
Monday Monday PROPN NNP 4 obl -
and and CCONJ CC 10 cc -
shelled shell VERB VBD 4 conj -
the the DET DT 12 det -
bridge bridge NOUN NN 10 obj -
near near ADP IN 14 case -
Halden Halden PROPN NNP 10 obl LOC
. . PUNCT . 4 punct -
"""

WITHDRAWAL = """
The the DET DT 3 det -
quiet quiet ADJ JJ 3 amod -
withdrawal withdrawal NOUN NN 10 nsubj -
of of ADP IN 6 case -
Veshnian veshnian ADJ JJ 6 amod MISC
troops troop NOUN NNS 3 nmod -
from from ADP IN 8 case -
Kalbara Kalbara PROPN NNP 6 nmod LOC
has have AUX VBZ 10 aux -
shaken shake VERB VBN 0 ROOT -
the the DET DT 12 det -
alliance alliance NOUN NN 10 obj -
. . PUNCT . 10 punct -
"""

ATTACK = """
Rebels rebel NOUN NNS 2 nsubj -
carried carry VERB VBD 0 ROOT -
out out ADP RP 2 compound:prt -
an a DET DT 5 det -
attack attack NOUN NN 2 obj -
on on ADP IN 8 case -
the the DET DT 8 det -
port port NOUN NN 5 nmod -
, , PUNCT , 10 punct -
killing kill VERB VBG 2 advcl -
12 12 NUM CD 12 nummod -
sailors sailor NOUN NNS 10 obj -
and and CCONJ CC 14 cc -
wounding wound VERB VBG 10 conj -
30 30 NUM CD 14 obj -
. . PUNCT . 2 punct -
"""

CAPTURED = """
The the DET DT 2 det -
town town NOUN NN 4 nsubj:pass -
was be AUX VBD 4 aux:pass -
captured capture VERB VBN 0 ROOT -
by by ADP IN 7 case -
the the DET DT 7 det -
militia militia NOUN NN 4 obl:agent -
, , PUNCT , 10 punct -
which which PRON WDT 10 nsubj -
burned burn VERB VBD 7 acl:relcl -
the the DET DT 12 det -
bridge bridge NOUN NN 10 obj -
. . PUNCT . 4 punct -
"""

SHARES = """
Shares share NOUN NNS 2 nsubj -
fell fall VERB VBD 0 ROOT -
sharply sharply ADV RB 2 advmod -
. . PUNCT . 2 punct -
"""

FELL = """
The the DET DT 2 det -
city city NOUN NN 3 nsubj -
fell fall VERB VBD 0 ROOT -
to to ADP IN 6 case -
the the DET DT 6 det -
rebels rebel NOUN NNS 3 obl -
. . PUNCT . 3 punct -
"""

EVACUATION = """
Officials official NOUN NNS 2 nsubj -
announced announce VERB VBD 0 ROOT -
the the DET DT 4 det -
evacuation evacuation NOUN NN 2 obj -
of of ADP IN 7 case -
400 400 NUM CD 7 nummod -
families family NOUN NNS 4 nmod -
from from ADP IN 10 case -
the the DET DT 10 det -
city city NOUN NN 7 nmod -
. . PUNCT . 2 punct -
"""


def nobody(words: str) -> Maybe[Party]:
    """Know no party."""
    del words
    return Absent()


def scene(notation: str, *, places: tuple[str, ...] = (), times: tuple[str, ...] = (), party_of: PartyOf = nobody) -> Scene:
    """Return the scene of the document that `notation` writes, with these words as names of towns and of days."""
    made = docs.doc(notation)
    ground, _ = lay_ground(made, load_lexicon(), find_quotes(made.text))
    day = Interval(datetime(2032, 5, 3, tzinfo=UTC), datetime(2032, 5, 4, tzinfo=UTC), Precision.DAY)
    toponyms = [Toponym(_find(made.text, name), name, Known(Place(name, name, 1.0, 2.0, "P.PPL"))) for name in places]
    expressions = [TimeExpression(_find(made.text, words), words, TimeKind.DATE, Known(day)) for words in times]
    return set_scene(made, load_events(), ground.cast, places=toponyms, times=expressions, context=None, party_of=party_of)


def _find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def clauses(made: Scene) -> tuple[Clause, ...]:
    """Return the clauses of a scene's document, taken as one statement."""
    text = made.doc.text
    return divide(made.doc, (Span(0, len(text)),), find_mentions(made), load_frames().occurring)


def told(made: Scene, clause: Clause) -> str:
    """Return a clause's words, its passages parted by " … "."""
    return " … ".join(passage.cut(made.doc.text) for passage in clause.passages)
