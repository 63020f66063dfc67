import pytest

from tests.findings.ground import material, place, toponym
from whence.findings.place_names_alike import CHECK
from whence.records import Absent, Finding, Place, PlaceFlag, Severity, Toponym, Undetermined

TEXT = "DrakSk fell. Drakovo grew, Drakholm was near, Dravik was far, DRAKSK and Draksk too. Dr is no town, Marn is one."
GARBLED, DOUBTFUL = PlaceFlag.GARBLED, PlaceFlag.DOUBTFUL
HERE, NEAR, FAR = place("Drakivsk", 48.6, 31.0), place("Drakovo", 48.7, 31.0), place("Drakholm", 59.0, 15.0, country="SE")


def draksk(*flags: PlaceFlag, words: str = "DrakSk", at: Place = HERE) -> Toponym:
    return toponym(TEXT, at, *(flags or (GARBLED,)), words=words)


def run(*places: Toponym) -> tuple[Finding, ...]:
    return CHECK.run(material(TEXT, *places))


@pytest.mark.issue(3)
def test_a_garbled_name_and_a_far_one_that_begins_alike() -> None:
    (finding,) = run(draksk(), toponym(TEXT, FAR))
    assert (finding.rule, finding.severity) == ("place_names_alike", Severity.MEDIUM)
    assert "“DrakSk” and “Drakholm” begin alike" in finding.message
    assert "Drakivsk (UA)" in finding.message
    assert [reason.detail for reason in finding.because] == [
        "“DrakSk” by itself is read as Drakivsk (UA)",
        "“Drakholm” by itself is read as Drakholm (SE)",
    ]


def test_passages_come_in_the_order_of_the_text_with_all_mentions() -> None:
    (finding,) = run(draksk(words="Draksk"), draksk(words="DRAKSK"), toponym(TEXT, FAR), draksk())
    assert [span.cut(TEXT) for span in finding.spans] == ["DrakSk", "Drakholm", "DRAKSK", "Draksk"]
    assert finding.message.startswith("“Draksk” and “Drakholm” begin alike")


def test_several_names_alike_make_one_finding() -> None:
    (finding,) = run(draksk(), toponym(TEXT, NEAR, DOUBTFUL), toponym(TEXT, FAR))
    assert "“DrakSk”, “Drakovo” and “Drakholm”" in finding.message


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (toponym(TEXT, NEAR, DOUBTFUL), "read as Drakovo"),
        (toponym(TEXT, Absent(), words="Drakovo"), "fits no place"),
        (toponym(TEXT, Undetermined(), words="Drakovo"), "fits several places"),
    ],
)
def test_a_near_name_counts_where_it_is_itself_in_doubt(other: Toponym, told: str) -> None:
    (finding,) = run(draksk(), other)
    assert told in finding.because[1].detail


@pytest.mark.parametrize(
    "other",
    [
        toponym(TEXT, NEAR),
        toponym(TEXT, place("Dravik", 59.0, 15.0), words="Marn"),
        toponym(TEXT, place("Dr", 59.0, 15.0)),
        toponym(TEXT, place("Drakholm", 59.0, 15.0, feature="A.ADM1")),
    ],
    ids=["a neighbour", "another beginning", "too short", "a region"],
)
def test_other_names_have_nothing_to_do_with_it(other: Toponym) -> None:
    assert run(draksk(), other) == ()


def test_names_that_are_right_may_begin_alike() -> None:
    assert run(toponym(TEXT, NEAR), toponym(TEXT, FAR), toponym(TEXT, place("Dravik", 10.0, 10.0))) == ()
    assert run(toponym(TEXT, Absent(), words="DrakSk"), toponym(TEXT, FAR)) == ()
    assert run() == ()


@pytest.mark.parametrize("first", [True, False])
def test_the_same_letters_in_other_capitals_are_another_name_where_one_of_the_two_is_in_doubt(*, first: bool) -> None:
    right = toponym(TEXT, place("Draksk", 59.0, 15.0), words="Draksk")
    found = run(*((right, draksk()) if first else (draksk(), right)))
    assert [[span.cut(TEXT) for span in finding.spans] for finding in found] == [["DrakSk", "Draksk"]]


def test_two_garbled_names_make_one_finding_not_two() -> None:
    assert len(run(draksk(), toponym(TEXT, NEAR, GARBLED))) == 1
