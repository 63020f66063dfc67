"""A reading with places and times, made by hand: a garbled name, a doubtful one, areas, an unknown one, times of every kind.

The report is synthetic and dated 2031; the places are real, what is said of them is not.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tests.factory import claim, reading, report, source, span
from whence.records import (
    Absent,
    Candidate,
    Interval,
    Known,
    Maybe,
    Place,
    PlaceFlag,
    Precision,
    Reading,
    Reason,
    TimeExpression,
    TimeKind,
    Toponym,
    Undetermined,
)

TEXT = """\
TAMPERE (Coastline Press) – The ferry between Tampere and Nokai has not run since Sunday, the harbour office of Pirkanmaa said.
A second boat, bound for Valkeakoski, turned back north-east of Hämeenlinna overnight. “We wait for the ice,” said Oda Marn, \
who has crossed every Monday since March 2029.
Lempäälä and Nokai are linked by bus until 11 May. The line to Turku is not affected, nor is that to Rome, the office said.
Nobody in Finland could say where Ulvenholm is. It should be known within two weeks, in Springfield or elsewhere."""


def place(name: str, latitude: float, longitude: float, *, number: int, **fields: Any) -> Place:
    """Return a gazetteer entry, a Finnish town unless `fields` say otherwise."""
    fields = {"feature": "P.PPL", "country": "FI", "region": "06", **fields}
    return Place(f"geonames:{number}", name, latitude, longitude, geonameid=number, **fields)


def toponym(words: str, at: Place | Maybe[Place], *flags: PlaceFlag, nth: int = 0, text: str = TEXT, **fields: Any) -> Toponym:
    """Return the name `words`, the `nth` time it stands in `text`, read as `at`."""
    read = Known(at) if isinstance(at, Place) else at
    return Toponym(span(text, words, nth=nth), words, read, fields.pop("score", 0.9), flags, **fields)


def time(
    words: str, start: str = "", days: float = 1, precision: str = "day", kind: str = "date", *, text: str = TEXT
) -> TimeExpression:
    """Return the expression `words` of `text`; with `start` (ISO 8601), an interval of so many days from there."""
    begin = datetime.fromisoformat(start) if start else None
    interval = Absent() if begin is None else Known(Interval(begin, begin + timedelta(days=days), Precision(precision)))
    return TimeExpression(span(text, words), words, TimeKind(kind), interval)


TAMPERE = place("Tampere", 61.4991, 23.7871, number=634963)
NOKIA = place("Nokia", 61.4788, 23.5083, number=644450)
VALKEAKOSKI = place("Valkeakoski", 61.2642, 24.0312, number=632453)
HAMEENLINNA = place("Hämeenlinna", 60.9959, 24.4643, number=655194)
LEMPAALA = place("Lempäälä", 61.3139, 23.7528, number=648091)
TURKU = place("Turku", 60.4515, 22.2687, number=633679, region="02")
PIRKANMAA = place("Pirkanmaa", 61.7, 23.8, number=830704, feature="A.ADM1")
FINLAND = place("Finland", 64.0, 26.0, number=660013, feature="A.PCLI", region="")
ROME = place("Rome", 41.8919, 12.5113, number=3169070, country="IT", region="07")
ROOMA = place("Ruovesi", 61.9858, 24.0697, number=639406)
NOKAI = place("Nokai", 25.2833, 85.9333, number=1261188, country="IN", region="34")
SPRINGFIELDS = (
    place("Springfield", 37.2153, -93.2982, number=4409896, country="US", region="MO"),
    place("Springfield", 39.8017, -89.6437, number=4250542, country="US", region="IL"),
)
GARBLED_WHY = (
    Reason("form", "no place is known as “Nokai” within 300 km of the others; two letters changed places"),
    Reason("nearness", "Nokia is 15 km from Tampere, which the report names beside it"),
)
DOUBTFUL_WHY = (Reason("distance", "Rome is 2,200 km from the report’s other places"),)


def nokai(nth: int) -> Toponym:
    """Return the garbled name."""
    candidates = (Candidate(NOKIA, 0.8, GARBLED_WHY), Candidate(NOKAI, 0.1, (Reason("name", "has this very name"),)))
    return toponym("Nokai", NOKIA, PlaceFlag.GARBLED, nth=nth, score=0.8, candidates=candidates, because=GARBLED_WHY)


PLACES = (
    toponym("Tampere", TAMPERE),
    nokai(0),
    toponym("Pirkanmaa", PIRKANMAA),
    toponym("Valkeakoski", VALKEAKOSKI),
    toponym("Hämeenlinna", HAMEENLINNA, PlaceFlag.AREA, area=span(TEXT, "north-east of Hämeenlinna")),
    toponym("Lempäälä", LEMPAALA),
    nokai(1),
    toponym("Turku", TURKU),
    toponym(
        "Rome", ROOMA, PlaceFlag.DOUBTFUL, candidates=(Candidate(ROOMA, 0.5), Candidate(ROME, 0.4)), because=DOUBTFUL_WHY, score=0.5
    ),
    toponym("Finland", FINLAND),
    toponym("Ulvenholm", Absent((Reason("gazetteer", "no entry has this name or one like it"),)), score=0.0),
    toponym(
        "Springfield",
        Undetermined((Reason("alike", "two places of this name fit alike"),)),
        score=0.4,
        candidates=tuple(Candidate(each, 0.4) for each in SPRINGFIELDS),
    ),
)
TIMES = (
    time("Sunday", "2031-05-04"),
    time("overnight", "2031-05-04T18:00+03:00", 0.5, "part of day", "time"),
    time("every Monday", kind="set"),
    time("March 2029", "2029-03-01", 31, "month"),
    TimeExpression(span(TEXT, "11 May"), "11 May", TimeKind.DATE, Undetermined((Reason("year", "the report tells no year"),))),
    time("two weeks", kind="duration"),
)
OFFICE = source(TEXT, "the harbour office of Pirkanmaa", "official", named=True, name="harbour office of Pirkanmaa")
MARN = source(TEXT, "Oda Marn", "resident", named=True, name="Oda Marn")
CLAIMS = (
    claim(
        TEXT, "The ferry between Tampere and Nokai has not run since Sunday", id="c1", chain=(OFFICE,), cue="said", grade="said",
        quotation="indirect",
    ),
    claim(TEXT, "A second boat, bound for Valkeakoski, turned back north-east of Hämeenlinna overnight.", id="c2"),
    claim(TEXT, "We wait for the ice,", id="c3", chain=(MARN,), cue=span(TEXT, "said", nth=1), grade="said", quotation="direct"),
)  # fmt: skip


def halm(**fields: Any) -> Reading:
    """Return the reading."""
    sheet = report(
        TEXT,
        id="halm",
        headline="Ferry still laid up as ice lingers",
        outlet="The Halm Courier",
        language="en",
        published_at="2031-05-05T08:15:00+03:00",
        url="https://halm-courier.example/ferry",
    )
    return reading(sheet, *CLAIMS, **{"places": PLACES, "times": TIMES, **fields})
