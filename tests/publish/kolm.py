"""A reading with events, made by hand: one withdrawal told four times, an attack with its dead, an assessment, what might come.

The report is synthetic and dated 2031; the places are real or garbled, what is said of them is not.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.factory import claim, reading, report, source, span
from tests.publish.halm import place, time, toponym
from whence.records import (
    Actor,
    ActorRole,
    Candidate,
    Certainty,
    Claim,
    ClaimKind,
    Crosswalk,
    Degree,
    Event,
    EventType,
    Evidence,
    EvidenceKind,
    Finding,
    Known,
    PlaceFlag,
    Quantity,
    Reading,
    Reason,
    Run,
    Severity,
)

TEXT = """\
TAMPERE (Coastline Press) – The garrison has withdrawn from Nokai, the Orlin Gazette reported on Sunday, citing a confidential \
assessment by the general staff.
The quiet withdrawal of the garrison was confirmed by Colonel Ilse Marn, who said that the last vehicles had left Nokia overnight. \
The Turku government denied that it had ordered any withdrawal.
On Saturday shells hit a school in Lempäälä, killing at least 12 people and wounding dozens, residents said. \
Satellite images from Skyward Lens show the damage.
The loss of the town is a heavy blow and underscores a stark reality. The front could move towards Turku within a week, \
an analyst said.
The town had changed hands in March 2029. The prime minister’s office declined to comment."""

WITHDRAWAL = Crosswalk("RETREAT", "withdraw", "Strategic developments", "Non-violent transfer of territory")
SHELLING = Crosswalk("ASSAULT", "heavy-weapons", "Explosions/Remote violence", "Shelling/artillery/missile attack")
NOKIA = place("Nokia", 61.4788, 23.5083, number=644450)
LEMPAALA = place("Lempäälä", 61.3139, 23.7528, number=648091)
TAMPERE = place("Tampere", 61.4991, 23.7871, number=634963)
TURKU = place("Turku", 60.4515, 22.2687, number=633679, region="02")
WHY = (Reason("form", "no place is known as “Nokai” within 300 km of the others; two letters changed places"),)
GARBLED = (Candidate(NOKIA, 0.8, WHY),)
PLACES = (
    toponym("TAMPERE", TAMPERE, text=TEXT),
    toponym("Nokai", NOKIA, PlaceFlag.GARBLED, text=TEXT, score=0.8, candidates=GARBLED, because=WHY),
    toponym("Nokia", NOKIA, text=TEXT),
    toponym("Turku", TURKU, text=TEXT),
    toponym("Lempäälä", LEMPAALA, text=TEXT),
    toponym("Turku", TURKU, text=TEXT, nth=1),
)
SUNDAY = time("Sunday", "2031-05-04", text=TEXT)
OVERNIGHT = time("overnight", "2031-05-03T18:00", 0.5, "part of day", "time", text=TEXT)
SATURDAY = time("Saturday", "2031-05-03", text=TEXT)
MARCH = time("March 2029", "2029-03-01", 31, "month", text=TEXT)

gazette = source(TEXT, "the Orlin Gazette", "media", name="Orlin Gazette", named=True)
assessment = source(TEXT, "a confidential assessment by the general staff", "document")
marn = source(TEXT, "Colonel Ilse Marn", "official", name="Ilse Marn", role="Colonel", named=True)
government = source(TEXT, "The Turku government", "official", name="Turku government", named=True)
residents = source(TEXT, "residents", "resident")
images = source(TEXT, "Satellite images from Skyward Lens", "imagery", name="Skyward Lens", named=True)
analyst = source(TEXT, "an analyst", "expert")


def event(kind: EventType | str, words: str, *, nth: int = 0, text: str = TEXT, crosswalk: Crosswalk | None = None) -> Event:
    """Return the event that `words` of `text` tell."""
    trigger = span(text, words, nth=nth)
    return Event(EventType(kind), trigger, crosswalk or Crosswalk(), (Reason("trigger", f"“{words}” tells it", (trigger,)),))


def actor(role: ActorRole | str, words: str, *, nth: int = 0, text: str = TEXT, **fields: Any) -> Actor:
    """Return the actor mentioned as `words` of `text`; plain strings among `fields` become known values."""
    known: dict[str, Any] = {name: Known(value) if isinstance(value, str) else value for name, value in fields.items()}
    return Actor(ActorRole(role), span(text, words, nth=nth), words, **known)


def sure(*degrees: Degree | str, denied: bool = False, word: str = "") -> tuple[Certainty, ...]:
    """Return how each of those behind a claim tells it; `denied` and `word`, which sets the degree, are the last one's."""
    plain = [Certainty(Degree(degree)) for degree in degrees]
    why = (Reason("word", f"“{word}” sets it", (span(TEXT, word),)),) if word else ()
    return (*plain[:-1], replace(plain[-1], denied=denied, because=why))


IMAGERY = Evidence(
    EvidenceKind.IMAGERY,
    span(TEXT, "Satellite images from Skyward Lens"),
    "Satellite images from Skyward Lens",
    Known("Skyward Lens"),
    checkable=True,
    because=(Reason("holder", "the holder is named: Skyward Lens"),),
)
PAPER = Evidence(
    EvidenceKind.DOCUMENT,
    span(TEXT, "a confidential assessment by the general staff"),
    "a confidential assessment by the general staff",
    Known("general staff"),
    because=(Reason("no title", "neither a title nor a date nor a link is told"),),
)
KILLED = Quantity(span(TEXT, "at least 12 people"), "at least 12 people", 12, 12, None, "people", "killed")
WOUNDED = Quantity(span(TEXT, "dozens"), "dozens", None, 24, None, "people", "wounded")

CLAIMS: tuple[Claim, ...] = (
    claim(
        TEXT, "The garrison has withdrawn from Nokai", id="c1", chain=(gazette, assessment), cue="citing", grade="said",
        quotation="indirect", statement=1, event=event("withdrawal", "withdrawn", crosswalk=WITHDRAWAL),
        actors=(actor("agent", "The garrison", name="garrison"),), places=(1,),
        certainties=sure("uncommitted", "certain", "certain"), evidence=(PAPER,),
    ),
    claim(
        TEXT, "The quiet withdrawal of the garrison", id="c2", chain=(marn,), cue="was confirmed by", grade="confirmed",
        quotation="indirect", statement=2, event=event("withdrawal", "withdrawal", crosswalk=WITHDRAWAL),
        actors=(actor("agent", "the garrison", name="garrison"),), certainties=sure("uncommitted", "certain"),
    ),
    claim(
        TEXT, "that the last vehicles had left Nokia overnight", id="c3", chain=(marn,), cue=span(TEXT, "said"), grade="said",
        quotation="indirect", statement=3, event=event("withdrawal", "left", crosswalk=WITHDRAWAL),
        actors=(actor("agent", "the last vehicles"),), places=(2,), time=Known(OVERNIGHT),
        certainties=sure("uncommitted", "certain"),
    ),
    claim(
        TEXT, "it had ordered any withdrawal", id="c4", chain=(government,), cue="denied", grade="denied", quotation="indirect",
        statement=4, event=event("withdrawal", "withdrawal", nth=1, crosswalk=WITHDRAWAL),
        actors=(actor("agent", "it", nth=2, name="garrison"),),
        certainties=sure("uncommitted", "certain", denied=True, word="denied"),
    ),
    claim(
        TEXT, "On Saturday shells hit a school in Lempäälä", id="c5", chain=(residents,), cue=span(TEXT, "said", nth=1),
        grade="said", quotation="indirect", statement=5, event=event("shelling", "shells hit", crosswalk=SHELLING),
        actors=(actor("patient", "a school"),), places=(4,), time=Known(SATURDAY), certainties=sure("uncommitted", "certain"),
        evidence=(IMAGERY,),
    ),
    claim(
        TEXT, "killing at least 12 people and wounding dozens", id="c6", chain=(residents,), cue=span(TEXT, "said", nth=1),
        grade="said", quotation="indirect", statement=5, event=event("casualties", "killing"),
        actors=(actor("patient", "people"),), places=(4,), time=Known(SATURDAY), quantities=(KILLED, WOUNDED),
        certainties=sure("uncommitted", "certain"),
    ),
    claim(
        TEXT, "the damage", id="c7", chain=(images,), cue="show", grade="suggested", quotation="indirect", statement=6,
        event=event("damage", "damage"), certainties=sure("uncommitted", "probable", word="show"), evidence=(IMAGERY,),
    ),
    claim(
        TEXT, "The loss of the town is a heavy blow and underscores a stark reality.", id="c8", statement=7,
        kind=ClaimKind.ASSESSMENT, event=event("assessment", "underscores"), certainties=sure("certain"),
    ),
    claim(
        TEXT, "The front could move towards Turku within a week", id="c9", chain=(analyst,), cue=span(TEXT, "said", nth=2),
        grade="said", quotation="indirect", statement=8, kind=ClaimKind.SPECULATION, event=event("advance", "move"), places=(5,),
        certainties=sure("uncommitted", "possible", word="could"),
    ),
    claim(
        TEXT, "The town had changed hands in March 2029.", id="c10", statement=9, kind=ClaimKind.BACKGROUND,
        event=event("capture", "changed hands"), time=Known(MARCH), certainties=sure("certain"),
    ),
    claim(
        TEXT, "The prime minister’s office declined to comment.", id="c11", statement=10, event=event("statement", "declined"),
        certainties=sure("certain"),
    ),
)  # fmt: skip
FINDINGS = (
    Finding("unnamed_document", Severity.MEDIUM, "The assessment has no title and no date.", (PAPER.span,)),
    Finding("place_garbled", Severity.HIGH, "No place is called “Nokai”; nearest form: Nokia.", (PLACES[1].span,), WHY),
)


def kolm(*, claims: tuple[Claim, ...] = CLAIMS, **fields: Any) -> Reading:
    """Return the reading, of other claims on the same text where they are given."""
    sheet = report(
        TEXT,
        id="kolm",
        headline="Garrison leaves river town",
        outlet="The Halm Courier",
        language="en",
        published_at="2031-05-04T08:15:00+03:00",
        url="https://halm-courier.example/garrison",
    )
    kept = {"places": PLACES, "times": (SUNDAY, OVERNIGHT, SATURDAY, MARCH), "findings": FINDINGS, "run": Run("0.1.0", "hand")}
    return reading(sheet, *claims, **{**kept, **fields})
