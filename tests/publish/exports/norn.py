"""A reading with events, made by hand: told, denied by another, only denied, only feared, background; places of every precision.

The report is synthetic and dated 2031; the places of Iceland are real, the parties, the sources and what is said of them are not.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

from tests.factory import claim, reading, report, source, span
from whence.records import (
    Absent,
    Actor,
    ActorRole,
    Alias,
    Box,
    Certainty,
    Claim,
    ClaimKind,
    Context,
    Crosswalk,
    Degree,
    Event,
    EventType,
    Evidence,
    EvidenceKind,
    Holder,
    Interval,
    Known,
    Office,
    Party,
    Place,
    PlaceFlag,
    Precision,
    Quantity,
    Reading,
    Reference,
    Side,
    Span,
    Theatre,
    TimeExpression,
    TimeKind,
    Toponym,
)

TEXT = """\
Norn troops withdrew from Selfoss on Saturday, the Halden Gazette said, citing a confidential report.
The Norn Council denied that its troops had withdrawn from Selfoss.
Coast artillery shelled SelFos overnight, killing at least 12 people, including three children, Oda Marn, the mayor, said.
“We did not fire on Akureyri,” a Coast spokesman said. Norn troops could attack Keflavik within days, two officials said.
Norn troops had taken Vik in March 2029. A strike north of Hella killed four Coast soldiers and two farmers.
Dozens were killed in fighting at Qvarzonavik, residents said. The loss of Selfoss is a heavy blow, an analyst said.
Talks on Iceland will go on in Reykjavik. Two men were arrested in Iceland this year."""

SELFOSS = Place("geonames:3413604", "Selfoss", 63.93311, -20.99712, "P.PPL", "IS", "42", 9000, 3413604)
HELLA = Place("geonames:3416453", "Hella", 63.8348, -20.40084, "P.PPL", "IS", "42", 865, 3416453)
AKUREYRI = Place("geonames:2633274", "Akureyri", 65.68353, -18.0878, "P.PPL", "IS", "40", 19219, 2633274)
KEFLAVIK = Place("geonames:3415496", "Keflavík", 64.00492, -22.56242, "P.PPL", "IS", "43", 15930, 3415496)
VIK = Place("geonames:2625252", "Vík í Mýrdal", 63.41944, -19.00972, "P.PPL", "IS", "42", 750, 2625252)
ICELAND = Place("geonames:2629691", "Iceland", 65.0, -18.57, "A.PCLI", "IS", "", 353574, 2629691)
PLACES = (
    Toponym(span(TEXT, "Selfoss"), "Selfoss", Known(SELFOSS)),
    Toponym(span(TEXT, "Selfoss", nth=1), "Selfoss", Known(SELFOSS)),
    Toponym(span(TEXT, "SelFos"), "SelFos", Known(SELFOSS), flags=(PlaceFlag.GARBLED,)),
    Toponym(span(TEXT, "Akureyri"), "Akureyri", Known(AKUREYRI)),
    Toponym(span(TEXT, "Keflavik"), "Keflavik", Known(KEFLAVIK)),
    Toponym(span(TEXT, "Vik"), "Vik", Known(VIK)),
    Toponym(span(TEXT, "Hella"), "Hella", Known(HELLA), flags=(PlaceFlag.AREA,), area=span(TEXT, "north of Hella")),
    Toponym(span(TEXT, "Qvarzonavik"), "Qvarzonavik", Absent()),
    Toponym(span(TEXT, "Iceland", nth=1), "Iceland", Known(ICELAND)),
)

WITHDREW = Crosswalk("RETREAT", "withdraw", "Strategic developments", "Non-violent transfer of territory")
SHELLED = Crosswalk("ASSAULT", "heavy-weapons", "Explosions/Remote violence", "Shelling/artillery/missile attack")
STRUCK = Crosswalk("ASSAULT", "aerial", "Explosions/Remote violence", "Air/drone strike")
FOUGHT = Crosswalk("ASSAULT", "firearms", "Battles", "Armed clash")
TOOK = Crosswalk("ASSAULT", "", "Battles", "Non-state actor overtakes territory")
ARRESTED = Crosswalk("COERCE", "arrest", "Strategic developments", "Arrests")

REFERENCE = Reference("The Halden Gazette", "https://halden-gazette.example/")
CONTEXT = Context(
    name="iceland-2031",
    title="The invented war of Norn and Coast",
    start=date(2029, 1, 1),
    theatre=Theatre(Box(63.0, -25.0, 67.0, -13.0), ("IS",)),
    sides=(Side("norn", "Norn"), Side("coast", "Coast")),
    parties=(
        Party("norn", "Norn Council", "norn"),
        Party("norn-army", "Army of the Norn Council", "norn", part_of="norn"),
        Party("coast", "Coast Assembly", "coast"),
        Party("coast-guns", "Artillery of the Coast Assembly", "coast", part_of="coast"),
    ),
    offices=(
        Office("selfoss-mayor", "mayor of Selfoss", "norn", holders=(Holder("Oda Marn", REFERENCE, (Alias("O. Marn", "en"),)),)),
    ),
)


def time(words: str, start: str, *, days: float = 1, precision: Precision = Precision.DAY) -> Known[TimeExpression]:
    """Return the expression `words` with an interval of so many days from `start`."""
    begin = datetime.fromisoformat(start)
    interval = Interval(begin, begin + timedelta(days=days), precision)
    return Known(TimeExpression(span(TEXT, words), words, TimeKind.DATE, Known(interval)))


def event(kind: EventType, trigger: str, crosswalk: Crosswalk | None = None, *, nth: int = 0) -> Event:
    """Return an event told by `trigger`."""
    return Event(kind, span(TEXT, trigger, nth=nth), crosswalk or Crosswalk())


def actor(role: ActorRole, words: str, party: str = "", *, nth: int = 0, name: str = "", text: str = TEXT) -> Actor:
    """Return the actor mentioned as `words`."""
    return Actor(
        role, span(text, words, nth=nth), words, Known(name) if name else Absent(), Known(party) if party else Absent()
    )  # fmt: skip


def killed(words: str, *, value: float | None = None, low: float | None = None, high: float | None = None, unit: str = "people",
           text: str = TEXT, nth: int = 0) -> Quantity:  # fmt: skip
    """Return a count of killed."""
    return Quantity(span(text, words, nth=nth), words, value, low, high, unit, "killed")


GAZETTE = source(TEXT, "the Halden Gazette", "media", name="The Halden Gazette", named=True)
PAPER = source(TEXT, "a confidential report", "document")
COUNCIL = source(TEXT, "The Norn Council", "party", name="Norn Council", named=True)
MAYOR = source(TEXT, "Oda Marn", "official", name="Oda Marn", role="mayor", named=True)
SPOKESMAN = source(TEXT, "a Coast spokesman", "party")
OFFICIALS = source(TEXT, "two officials", "anonymous")
RESIDENTS = source(TEXT, "residents", "resident")
ANALYST = source(TEXT, "an analyst", "expert")

SURE = (Certainty(Degree.UNCOMMITTED), Certainty(Degree.CERTAIN))
AGENT, PATIENT, OPPONENT = ActorRole.AGENT, ActorRole.PATIENT, ActorRole.OPPONENT

CLAIMS = (
    claim(
        TEXT, "Norn troops withdrew from Selfoss on Saturday", id="c1", statement=1, chain=(GAZETTE, PAPER),
        event=event(EventType.WITHDRAWAL, "withdrew", WITHDREW), actors=(actor(AGENT, "Norn troops", "norn-army"),), places=(0,),
        time=time("Saturday", "2031-05-03"), certainties=(*SURE, Certainty(Degree.PROBABLE)),
        evidence=(Evidence(EvidenceKind.DOCUMENT, span(TEXT, "a confidential report"), "a confidential report"),),
    ),
    claim(
        TEXT, "its troops had withdrawn from Selfoss", id="c2", statement=2, chain=(COUNCIL,), grade="denied",
        event=event(EventType.WITHDRAWAL, "withdrawn", WITHDREW), actors=(actor(AGENT, "its troops", "norn-army"),), places=(1,),
        certainties=(Certainty(Degree.UNCOMMITTED), Certainty(Degree.CERTAIN, denied=True)),
    ),
    claim(
        TEXT, "Coast artillery shelled SelFos overnight, killing at least 12 people, including three children", id="c3",
        statement=3, chain=(MAYOR,), event=event(EventType.SHELLING, "shelled", SHELLED), places=(2,), certainties=SURE,
        actors=(actor(AGENT, "Coast artillery", "coast-guns"),),
        time=time("overnight", "2031-05-03T18:00", days=0.5, precision=Precision.PART_OF_DAY),
    ),
    claim(
        TEXT, "killing at least 12 people, including three children", id="c4", statement=3, chain=(MAYOR,),
        event=event(EventType.CASUALTIES, "killing"), places=(2,), certainties=SURE,
        actors=(actor(PATIENT, "12 people"), actor(PATIENT, "three children")),
        quantities=(killed("at least 12", value=12, low=12), killed("three", value=3, unit="children")),
    ),
    claim(
        TEXT, "We did not fire on Akureyri", id="c5", statement=4, chain=(SPOKESMAN,), quotation="direct",
        event=event(EventType.SHELLING, "fire", SHELLED), actors=(actor(AGENT, "We", "coast"),), places=(3,),
        certainties=(Certainty(Degree.UNCOMMITTED), Certainty(Degree.CERTAIN, denied=True)),
    ),
    claim(
        TEXT, "Norn troops could attack Keflavik within days", id="c6", statement=5, chain=(OFFICIALS,), kind=ClaimKind.SPECULATION,
        event=event(EventType.CLASH, "attack", FOUGHT), actors=(actor(AGENT, "Norn troops", "norn-army", nth=1),), places=(4,),
        certainties=(Certainty(Degree.UNCOMMITTED), Certainty(Degree.POSSIBLE)),
    ),
    claim(
        TEXT, "Norn troops had taken Vik in March 2029", id="c7", statement=6, kind=ClaimKind.BACKGROUND,
        event=event(EventType.CAPTURE, "taken", TOOK), actors=(actor(AGENT, "Norn troops", "norn-army", nth=2),), places=(5,),
        time=time("March 2029", "2029-03-01", days=31, precision=Precision.MONTH), certainties=(Certainty(Degree.CERTAIN),),
    ),
    claim(
        TEXT, "A strike north of Hella killed four Coast soldiers and two farmers", id="c8", statement=7,
        event=event(EventType.STRIKE, "strike", STRUCK), places=(6,), certainties=(Certainty(Degree.CERTAIN),),
        actors=(actor(PATIENT, "four Coast soldiers", "coast"), actor(PATIENT, "two farmers")),
        quantities=(
            killed("four", value=4, low=4, high=4, unit="soldiers"), killed("two", nth=1, value=2, low=2, high=2, unit="farmers"),
        ),
    ),
    claim(
        TEXT, "Dozens were killed in fighting at Qvarzonavik", id="c9", statement=8, chain=(RESIDENTS,),
        event=event(EventType.CLASH, "fighting", FOUGHT), places=(7,), certainties=SURE,
        quantities=(killed("Dozens", low=24, unit=""),),
    ),
    claim(
        TEXT, "The loss of Selfoss is a heavy blow", id="c10", statement=9, chain=(ANALYST,), kind=ClaimKind.ASSESSMENT,
        event=event(EventType.ASSESSMENT, "heavy blow"), certainties=SURE,
    ),
    claim(
        TEXT, "Talks on Iceland will go on in Reykjavik", id="c11", statement=10, event=event(EventType.NEGOTIATION, "Talks"),
        certainties=(Certainty(Degree.CERTAIN),),
    ),
    claim(
        TEXT, "Two men were arrested in Iceland this year", id="c12", statement=11, places=(8,),
        event=event(EventType.DETENTION, "arrested", ARRESTED), actors=(actor(PATIENT, "Two men"),),
        time=time("this year", "2031-01-01", days=365, precision=Precision.YEAR), certainties=(Certainty(Degree.CERTAIN),),
    ),
)  # fmt: skip


def norn(*claims: Claim, **fields: Any) -> Reading:
    """Return the reading, with other claims if some are given."""
    told = report(
        TEXT,
        id="norn",
        headline="Norn leaves Selfoss",
        outlet="Coastline Press",
        language="en",
        published_at="2031-05-05T08:15:00+00:00",
        url="https://coastline.example/selfoss",
    )
    sentences = tuple(Span(match.start(), match.end()) for match in re.finditer(r"\S.*?[.](?=\s|$)", TEXT))
    return reading(told, *(claims or CLAIMS), **{"places": PLACES, "context": Known(CONTEXT), "sentences": sentences, **fields})
