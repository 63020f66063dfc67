"""A reading in which every free text is an attack on the page, the terminal or the file that shows it."""

from __future__ import annotations

from tests.factory import claim, reading, report, source
from tests.publish.halm import place
from whence.records import (
    Absent,
    Actor,
    ActorRole,
    Candidate,
    Certainty,
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
    Severity,
    Span,
    TimeExpression,
    TimeKind,
    Toponym,
    Undetermined,
)

HOSTILE = "</p><script>alert(1)</script><img src=x onerror=alert(1)> \"quoted' &amp; {{ 7*7 }} \u202eover\x1b[31m"


def hostile() -> Reading:
    """Return a reading in which every free text is an attack."""
    bad = source(
        HOSTILE, HOSTILE, "official", name=HOSTILE, role=HOSTILE, unnamed_because=HOSTILE, because=(Reason(HOSTILE, HOSTILE),)
    )
    why = (Reason(HOSTILE, HOSTILE, (Span(0, 9),)),)
    everything = Span(0, len(HOSTILE))
    good = claim(
        HOSTILE, "alert(1)", id=HOSTILE, chain=(bad,), cue="quoted", because=why, places=(0, 1),
        event=Event(EventType.STRIKE, everything, Crosswalk(HOSTILE, HOSTILE, HOSTILE, HOSTILE), why),
        actors=tuple(Actor(role, everything, HOSTILE, Known(HOSTILE), Known(HOSTILE), why) for role in ActorRole),
        time=Known(TimeExpression(everything, HOSTILE, TimeKind.DATE, Undetermined(why))),
        quantities=(Quantity(everything, HOSTILE, unit=HOSTILE, measure=HOSTILE, because=why),),
        certainties=(Certainty(Degree.POSSIBLE, denied=True, because=why), Certainty(Degree.PROBABLE, denied=True, because=why)),
        evidence=(Evidence(EvidenceKind.VIDEO, everything, HOSTILE, Known(HOSTILE), because=why),),
    )  # fmt: skip
    attacked = report(
        HOSTILE, id=HOSTILE, headline=HOSTILE, outlet=HOSTILE, published_at=HOSTILE, language=HOSTILE, url=f"https://a.example/{HOSTILE}",
        authors=(HOSTILE,), origin=HOSTILE, sha256=HOSTILE,
    )  # fmt: skip
    finding = Finding("place_garbled", Severity.HIGH, HOSTILE, (everything,))
    somewhere = place(HOSTILE, 61.5, 23.8, number=1, country=HOSTILE, region=HOSTILE)
    rival = Candidate(place(HOSTILE, 61.6, 23.9, number=2), 0.1, why)
    places = (
        Toponym(Span(0, 12), HOSTILE, Known(somewhere), 0.5, (PlaceFlag.DOUBTFUL,), (rival,), Span(0, len(HOSTILE)), why),
        Toponym(Span(12, 20), HOSTILE, Absent(why)),
        Toponym(Span(20, 30), HOSTILE, Undetermined(why), candidates=(rival,)),
    )
    times = (TimeExpression(Span(30, 40), HOSTILE, TimeKind.DATE, Undetermined(why)),)
    return reading(attacked, good, findings=(finding,), shallow=(Reason(HOSTILE, HOSTILE),), places=places, times=times)
