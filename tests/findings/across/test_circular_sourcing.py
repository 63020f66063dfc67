from typing import Any

from tests.factory import claim, reading, report, source
from tests.findings.across.traces import assertion, cut, edges, material, mention, run, witness
from whence.findings.across import TraceMaterial
from whence.findings.across.circular_sourcing import CHECK
from whence.records import CueGrade, Reading, Report, Severity, Source, SourceKind

GAZETTE = report("The bridge fell, Orlin Radio reported.", id="g", outlet="The Halm Gazette")
RADIO = report("The bridge is down, according to the Halm Gazette.", id="o", outlet="Orlin Radio")
NEWS = report("No bridge is left, Orlin Radio said.", id="n", outlet="Dravik News")


def cites(one: Report, words: str, outlet: str, claimed: str, **fields: Any) -> Reading:
    paper = source(one.text, words, SourceKind.MEDIA, name=outlet, named=True)
    return reading(one, claim(one.text, claimed, id="c1", chain=(paper,), **fields))


GAZETTE_READ = cites(GAZETTE, "Orlin Radio", "Orlin Radio", "The bridge fell")
RADIO_READ = cites(RADIO, "the Halm Gazette", "Halm Gazette", "The bridge is down")
BRIDGE = (mention(GAZETTE, "The bridge fell", claim="c1"), mention(RADIO, "The bridge is down", claim="c1"))


def test_two_outlets_that_cite_one_another() -> None:
    given = material((GAZETTE, RADIO), GAZETTE_READ, RADIO_READ, assertions=(assertion(*BRIDGE),))
    (finding,) = run(CHECK, given)
    assert finding.severity is Severity.HIGH
    assert finding.message == "For the same thing The Halm Gazette cites Orlin Radio and Orlin Radio cites The Halm Gazette."
    assert cut(given, finding) == [
        ("g", "Orlin Radio"), ("g", "The bridge fell"), ("o", "the Halm Gazette"), ("o", "The bridge is down"),
    ]  # fmt: skip


def test_a_circle_of_three_is_told_along_its_links() -> None:
    page = report("A bridge has gone, Dravik News writes.", id="h", outlet="The Halm Gazette")
    readings = (
        cites(page, "Dravik News", "Dravik News", "A bridge has gone"),
        cites(NEWS, "Orlin Radio", "Orlin Radio", "No bridge is left"),
        RADIO_READ,
    )
    mentions = (mention(page, "A bridge has gone", claim="c1"), mention(NEWS, "No bridge is left", claim="c1"), BRIDGE[1])
    (finding,) = run(CHECK, material((page, NEWS, RADIO), *readings, assertions=(assertion(*mentions),)))
    assert finding.message == (
        "For the same thing Dravik News cites Orlin Radio, Orlin Radio cites The Halm Gazette and The Halm Gazette cites "
        "Dravik News."
    )


def test_to_cite_one_another_for_different_things_is_no_circle() -> None:
    apart = (assertion(BRIDGE[0], id="a"), assertion(BRIDGE[1], id="b"))
    assert run(CHECK, material((GAZETTE, RADIO), GAZETTE_READ, RADIO_READ, assertions=apart)) == ()


def test_to_cite_one_outlet_is_no_circle() -> None:
    assert run(CHECK, material((GAZETTE, RADIO), GAZETTE_READ, assertions=(assertion(*BRIDGE),))) == ()


EARLIER = report("The bridge fell at noon on 3 May 2032.", id="e", outlet="The Halm Gazette")


def came_back(*mentions: Any, first: Report = EARLIER) -> TraceMaterial:
    reports = (first, RADIO, NEWS, GAZETTE)
    return material(reports, GAZETTE_READ, assertions=(assertion(*mentions),), edges=edges((first, RADIO), (RADIO, GAZETTE)))


def test_the_only_source_took_it_from_the_outlet_that_cites_it() -> None:
    given = came_back(
        mention(EARLIER, "The bridge fell at noon"),
        mention(RADIO, "The bridge is down", came_from="e"),
        mention(GAZETTE, "The bridge fell", claim="c1", came_from="o"),
    )
    (finding,) = run(CHECK, given)
    assert finding.severity is Severity.HIGH
    assert finding.message == (
        "The Halm Gazette gives Orlin Radio as its only source for this; Orlin Radio has it from an earlier report of "
        "The Halm Gazette."
    )
    assert cut(given, finding)[-2:] == [("o", "The bridge is down"), ("e", "The bridge fell at noon")]


def test_the_way_back_may_lead_by_others() -> None:
    given = came_back(
        mention(EARLIER, "The bridge fell at noon"),
        mention(NEWS, "No bridge is left", came_from="e"),
        mention(RADIO, "The bridge is down", came_from="n"),
        mention(GAZETTE, "The bridge fell", claim="c1", came_from="o"),
    )
    (finding,) = run(CHECK, given)
    assert finding.message.endswith("from an earlier report of The Halm Gazette, by way of Dravik News.")


def test_a_source_that_has_it_from_elsewhere_is_a_source() -> None:
    other = report("The bridge fell at noon on 3 May 2032.", id="e", outlet="Pell Times")
    given = came_back(
        mention(other, "The bridge fell at noon"),
        mention(RADIO, "The bridge is down", came_from="e"),
        mention(GAZETTE, "The bridge fell", claim="c1", came_from="o"),
        first=other,
    )
    assert run(CHECK, given) == ()


SECOND = report("The bridge fell, residents said, and Orlin Radio confirmed it.", id="s", outlet="Dravik News")
RESIDENTS = source(SECOND.text, "residents", SourceKind.RESIDENT)
STATION = source(SECOND.text, "Orlin Radio", SourceKind.MEDIA, name="Orlin Radio", named=True)


def confirmed(
    step: Source, *, mine: tuple[str, ...] = ("w1",), kind: str = "resident", grade: CueGrade | None = None
) -> TraceMaterial:
    read = reading(SECOND, claim(SECOND.text, "The bridge fell", id="c1", chain=(step,), grade=grade))
    mentions = (
        mention(RADIO, "The bridge is down", witnesses=("w1",)),
        mention(SECOND, "The bridge fell", claim="c1", witnesses=mine),
    )
    oda = witness("w1", "Oda, a baker", kind, reports=("o",))
    return material((RADIO, SECOND), read, assertions=(assertion(*mentions, witnesses=mine),), witnesses=(oda,))


BESIDE = source(SECOND.text, "residents", SourceKind.RESIDENT, beside=(STATION,))


def test_a_confirmation_that_rests_on_the_same_witness() -> None:
    given = confirmed(BESIDE)
    (finding,) = run(CHECK, given)
    assert finding.severity is Severity.MEDIUM
    assert finding.message == (
        "Dravik News names Orlin Radio as saying the same; what Orlin Radio says rests on the same witness, Oda, a baker."
    )
    assert cut(given, finding) == [("s", "Orlin Radio"), ("s", "The bridge fell"), ("o", "The bridge is down")]
    assert len(run(CHECK, confirmed(STATION, grade=CueGrade.CONFIRMED))) == 1


def test_a_confirmation_by_another_witness_or_of_what_one_saw_is_one() -> None:
    assert run(CHECK, confirmed(BESIDE, mine=("w1", "w2"))) == ()
    assert run(CHECK, confirmed(BESIDE, kind="media")) == ()
    assert run(CHECK, confirmed(STATION)) == (), "to cite is not to call in as a confirmation"
