"""Traces made by hand, to show: an invented family of five reports of 2031, a hostile one, and long chains.

The family: the Gazette was there; Coastline Press rewrote it; Der Küstenbote translated that and got a name and a unit wrong; a
text that is not at hand (`lost1`) made 120 families of 12 and added satellite images; Inland Post, which also read the
Küstenbote, and Wire Seven, whose time is not known, were written from that.
"""

from __future__ import annotations

from tests.factory import reading, report, span
from tests.publish.halm import NOKIA, TAMPERE
from tests.publish.hostile import HOSTILE
from whence.records import (
    Absent,
    Assertion,
    Edge,
    EventType,
    Indication,
    Known,
    LostAncestor,
    Mention,
    Parallel,
    Passage,
    PlaceFlag,
    Reading,
    Reason,
    Report,
    Run,
    Severity,
    SourceKind,
    Span,
    Status,
    Toponym,
    Trace,
    TraceFinding,
    Variation,
    VariationKind,
    Witness,
)

GAZETTE = """\
The road bridge at Nokia was closed on Sunday after the river rose by 40 centimetres, harbour master Ilvo Tarn told the Gazette.
Tarn said that 12 families had been moved to the school. “Nobody was hurt,” said Mirel Hask, who lives beside the bridge."""
COASTLINE = """\
The bridge at Nokia was closed on Sunday after the river rose by 40 centimetres, the Ostmar Gazette reported, citing harbour \
master Ilvo Tarn.
He said that 12 families had been moved to a school. A neighbour said that nobody was hurt."""
KUESTENBOTE = """\
Die Brücke bei Nokai wurde gesperrt, nachdem der Fluss um 40 Meter gestiegen war, meldete Coastline Press.
Zwölf Familien wurden in eine Schule gebracht."""
INLAND = """\
Officials say that 120 families were moved from Nokai after the river rose by 40 metres.
Satellite images show that the bridge has collapsed. Residents fear that the dam above the town is next."""
SEVEN = """\
Up to 120 families have fled Nokia, officials said.
Satellite images showed the bridge has collapsed. Several people were hurt."""
RUN = Run("0.0.0", "hand", (("dependence", "1"),))

REPORTS = (
    report(GAZETTE, id="gazette", outlet="Ostmar Gazette", headline="Bridge at Nokia closed", language="en",
           published_at="2031-06-02T07:40:00+00:00", url="https://gazette.example/bridge"),
    report(COASTLINE, id="coastline", outlet="Coastline Press", headline="River closes bridge", language="en",
           published_at="2031-06-02T11:05:00+00:00", url="https://coastline.example/1"),
    report(KUESTENBOTE, id="kuestenbote", outlet="Der Küstenbote", headline="Brücke gesperrt", language="de",
           published_at="2031-06-02T16:20:00+00:00"),
    report(INLAND, id="inland", outlet="Inland Post", headline="Hundreds flee as bridge collapses, images show", language="en",
           published_at="2031-06-03"),
    report(SEVEN, id="seven", outlet="Wire Seven", headline=None, language="en", published_at=None),
)  # fmt: skip
TEXTS = {each.id: each.text for each in REPORTS}


def parallel(parent: str, words: str | None, child: str, other: str | None) -> Parallel:
    """Return two passages by their words; a lost parent has none."""
    return Parallel(span(TEXTS[parent], words) if words else None, span(TEXTS[child], other) if other else None)


def mention(at: str, words: str, status: str = "faithful", came_from: str | None = None, *witnesses: str) -> Mention:
    """Return the mention `words` of one report."""
    return Mention(at, None, span(TEXTS[at], words), Status(status), came_from, witnesses)


EDGES = (
    Edge("gazette", "coastline", 0.97, (
        Indication("declared", "names the Ostmar Gazette as its source", 3.1,
                   (parallel("gazette", None, "coastline", "the Ostmar Gazette reported"),)),
        Indication("wording", "23 words in common, in the same order", 1.8, (
            parallel("gazette", "The road bridge at Nokia was closed on Sunday after the river rose by 40 centimetres", "coastline",
                     "The bridge at Nokia was closed on Sunday after the river rose by 40 centimetres"),
            parallel("gazette", "12 families had been moved to the school", "coastline", "12 families had been moved to a school"),
        )),
        Indication("time", "published 3 hours later", 0.2),
    )),
    Edge("coastline", "kuestenbote", 0.91, (
        Indication("declared", "names Coastline Press as its source", 3.0,
                   (parallel("coastline", None, "kuestenbote", "meldete Coastline Press"),)),
        Indication("skeleton", "2 assertions in common, in the same order", 0.9, (
            parallel("coastline", "the river rose by 40 centimetres", "kuestenbote", "der Fluss um 40 Meter gestiegen war"),)),
    )),
    Edge("coastline", "lost1", 0.6, (Indication("skeleton", "what its copies have in common follows Coastline Press", 0.7),)),
    Edge("kuestenbote", "inland", 0.7, (
        Indication("error", "both write “Nokai” where others write “Nokia”", 2.4, (
            parallel("kuestenbote", "Nokai", "inland", "Nokai"),)),
        Indication("wording", "no sentence in common", -0.6),
    )),
    Edge("lost1", "inland", 0.8, (Indication("error", "shares “120 families” with Wire Seven", 2.0),)),
    Edge("lost1", "seven", 0.75, (Indication("error", "shares “120 families” with Inland Post", 2.0),)),
)  # fmt: skip
ALTERNATIVES = (Edge("inland", "seven", 0.22, (Indication("wording", "one sentence in common", 0.8, (
    parallel("inland", "Satellite images show that the bridge has collapsed", "seven",
             "Satellite images showed the bridge has collapsed"),)),)),)  # fmt: skip

ASSERTIONS = (
    Assertion("a1", "The bridge was closed after the river rose by 40 centimetres.", EventType.DAMAGE, Absent(),
              Known("2031-06-01"),
              ("tarn",), (
        mention("gazette", "The road bridge at Nokia was closed on Sunday after the river rose by 40 centimetres", "faithful", None,
                "tarn"),
        mention("coastline", "The bridge at Nokia was closed on Sunday after the river rose by 40 centimetres", "faithful",
                "gazette", "tarn"),
        mention("kuestenbote", "Die Brücke bei Nokai wurde gesperrt, nachdem der Fluss um 40 Meter gestiegen war", "garbled",
                "coastline", "tarn"),
        mention("inland", "the river rose by 40 metres", "garbled", "kuestenbote", "tarn"),
    )),
    Assertion("a2", "12 families were moved to a school.", EventType.EVACUATION, Absent(), Absent(), ("tarn",), (
        mention("gazette", "12 families had been moved to the school", "faithful", None, "tarn"),
        mention("coastline", "12 families had been moved to a school", "faithful", "gazette", "tarn"),
        mention("kuestenbote", "Zwölf Familien wurden in eine Schule gebracht", "faithful", "coastline", "tarn"),
        mention("inland", "120 families were moved from Nokai", "exaggerated", "lost1", "tarn"),
        mention("seven", "Up to 120 families have fled Nokia", "exaggerated", "lost1", "tarn"),
    )),
    Assertion("a3", "Nobody was hurt.", EventType.CASUALTIES, Absent(), Absent(), ("hask",), (
        mention("gazette", "Nobody was hurt", "faithful", None, "hask"),
        mention("coastline", "nobody was hurt", "faithful", "gazette", "hask"),
        mention("seven", "Several people were hurt", "contradicted", "lost1"),
    )),
    Assertion("a4", "Satellite images show that the bridge has collapsed.", EventType.DAMAGE, Absent(), Absent(), (), (
        mention("inland", "Satellite images show that the bridge has collapsed", "added", "lost1"),
        mention("seven", "Satellite images showed the bridge has collapsed", "added", "lost1"),
    )),
    Assertion("a5", "The dam is next.", EventType.OTHER, Absent(), Absent(), (), (
        mention("inland", "Residents fear that the dam above the town is next", "added"),
    )),
)  # fmt: skip

VARIATIONS = (
    Variation(VariationKind.PLACE, "kuestenbote", span(KUESTENBOTE, "Nokai"), "Nokai", "Nokia",
              Passage("coastline", span(COASTLINE, "Nokia")), "a1", ("inland",)),
    Variation(VariationKind.UNIT, "kuestenbote", span(KUESTENBOTE, "40 Meter"), "40 Meter", "40 centimetres",
              Passage("coastline", span(COASTLINE, "40 centimetres")), "a1", ("inland",)),
    Variation(VariationKind.NUMBER, "inland", span(INLAND, "120 families"), "120 families", "12 families",
              Passage("coastline", span(COASTLINE, "12 families")), "a2", ("seven",)),
    Variation(VariationKind.EVIDENCE, "inland", span(INLAND, "Satellite images"), "Satellite images", None, None, "a4", ("seven",),
              (Reason("added evidence", "no report that it was written from speaks of images", (span(INLAND, "images"),)),)),
)  # fmt: skip

WITNESSES = (
    Witness("tarn", "Ilvo Tarn, harbour master", SourceKind.OFFICIAL, Known("ostmar"), ("gazette",),
            (Passage("gazette", span(GAZETTE, "harbour master Ilvo Tarn")), Passage("coastline", span(COASTLINE, "Ilvo Tarn")))),
    Witness("hask", "Mirel Hask", SourceKind.RESIDENT, Absent(), ("gazette",),
            (Passage("gazette", span(GAZETTE, "Mirel Hask")),)),
)  # fmt: skip

FINDINGS = (
    TraceFinding("added_in_transmission", Severity.HIGH, "Satellite images first stand in rewrites; nobody is named who has them.",
                 (Passage("inland", span(INLAND, "Satellite images")), Passage("seven", span(SEVEN, "Satellite images")))),
)  # fmt: skip

LOST = (
    LostAncestor("lost1", ("inland", "seven"), (Reason("error", "both write 120 families, which no earlier report at hand has"),)),
)


def family() -> Trace:
    """Return the trace of the invented family."""
    return Trace(REPORTS, EDGES, LOST, ASSERTIONS, VARIATIONS, WITNESSES, RUN, ALTERNATIVES, FINDINGS)


def readings() -> dict[str, Reading]:
    """Return a reading of each report of the family, with its places."""
    names = {"Nokia": (), "Nokai": (PlaceFlag.GARBLED,)}
    return {
        each.id: reading(
            each,
            places=tuple(
                Toponym(span(each.text, name), name, Known(NOKIA), 0.9, flags) for name, flags in names.items() if name in each.text
            ),
        )
        for each in REPORTS
    }


def nothing() -> Trace:
    """Return a trace in which nothing was found: two reports that have nothing to do with one another."""
    return Trace(REPORTS[:2], (), (), (), (), (), RUN)


def single() -> Trace:
    """Return the trace of one report."""
    return Trace(REPORTS[:1], (), (), (), (), (), RUN)


def hostile_trace() -> Trace:
    """Return a trace in which every free text is an attack."""
    why = (Reason(HOSTILE, HOSTILE, (Span(0, 9),)),)
    whole = Span(0, len(HOSTILE))
    one, other = (
        report(HOSTILE, id=f"{number}{HOSTILE}", headline=HOSTILE, outlet=HOSTILE, published_at=HOSTILE, language=HOSTILE,
               url=f"javascript:alert(1)//{HOSTILE}", sha256=HOSTILE, authors=(HOSTILE,), origin=HOSTILE)
        for number in (1, 2)
    )  # fmt: skip
    lost = f"3{HOSTILE}"
    indications = (Indication(HOSTILE, HOSTILE, 1.0, (Parallel(whole, whole), Parallel(None, whole), Parallel(whole, None))),)
    place = Toponym(Span(0, 12), HOSTILE, Known(TAMPERE), 0.5, (PlaceFlag.GARBLED,), (), None, why)
    mentions = tuple(Mention(each.id, HOSTILE, whole, status, lost, (HOSTILE,), why) for each in (one, other) for status in Status)
    return Trace(
        (one, other),
        (Edge(one.id, other.id, 0.5, indications), Edge(lost, other.id, 0.5, indications)),
        (LostAncestor(lost, (other.id,), why),),
        (Assertion(HOSTILE, HOSTILE, EventType.STRIKE, Known(place), Known(HOSTILE), (HOSTILE,), mentions, why),
         Assertion(f"2{HOSTILE}", HOSTILE, EventType.STRIKE, Known(place), Known(HOSTILE), (), mentions[5:], why)),
        tuple(Variation(kind, other.id, whole, HOSTILE, HOSTILE, Passage(one.id, whole), HOSTILE, (one.id,), why)
              for kind in VariationKind),
        (Witness(HOSTILE, HOSTILE, SourceKind.OTHER, Known(HOSTILE), (one.id,), (Passage(one.id, whole),), why),),
        Run(HOSTILE, HOSTILE, ((HOSTILE, HOSTILE),)),
        (Edge(one.id, other.id, 0.1, indications),),
        (TraceFinding(HOSTILE, Severity.HIGH, HOSTILE, (Passage(one.id, whole),), why),),
    )  # fmt: skip


def many(number: int) -> Trace:
    """Return a trace of so many reports of one sentence each, every one but the first a copy of an earlier one."""
    text = "The ferry to Halm did not sail on Sunday, the harbour office said."
    reports: tuple[Report, ...] = tuple(
        report(f"{text} Copy {index}.", id=f"m{index:04}", outlet=f"Outlet {index}", headline=f"Ferry stays in port ({index})",
               language="en", published_at=f"2031-07-{1 + index // 24 % 28:02}T{index % 24:02}:00:00+00:00")
        for index in range(number)
    )  # fmt: skip
    reports = tuple(sorted(reports, key=published))
    edges = tuple(Edge(reports[index // 3].id, reports[index].id, 0.9) for index in range(1, number))
    mentions = tuple(
        Mention(each.id, None, Span(0, len(text)), Status.FAITHFUL, reports[index // 3].id if index else None, ("office",))
        for index, each in enumerate(reports)
    )
    assertion = Assertion("a1", "The ferry did not sail.", EventType.OTHER, Absent(), Absent(), ("office",), mentions)
    return Trace(
        reports,
        edges,
        (),
        (assertion,),
        (),
        (Witness("office", "the harbour office", SourceKind.OFFICIAL, Absent(), ("m0000",)),),
        RUN,
    )


def published(each: Report) -> tuple[str, str]:
    """Order reports as a trace does."""
    return (each.published_at.value if isinstance(each.published_at, Known) else "", each.id)
