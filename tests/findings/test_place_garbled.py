import pytest

from tests.findings.ground import DRAVIK, HALM, MARN, material, place, toponym
from whence.findings.place_garbled import CHECK
from whence.records import Absent, Candidate, Finding, PlaceFlag, Reason, Severity, Toponym

TEXT = "Rain fell in DraVik and Marn. In DraVik it went on; DRAVIK was cut off, and so was Halm."
GARBLED, DOUBTFUL, AREA = PlaceFlag.GARBLED, PlaceFlag.DOUBTFUL, PlaceFlag.AREA
WHY = (Reason("odd capitals", "a capital letter within"),)


def dravik(*flags: PlaceFlag, words: str = "DraVik", nth: int = 0) -> Toponym:
    candidates = tuple(Candidate(each, 0.5) for each in (DRAVIK, MARN, HALM))
    return toponym(TEXT, DRAVIK, *flags, words=words, nth=nth, candidates=candidates, because=WHY)


def run(*places: Toponym) -> tuple[Finding, ...]:
    return CHECK.run(material(TEXT, *places))


@pytest.mark.issue(3)
def test_a_garbled_form_is_told_with_its_reading_and_the_runners_up() -> None:
    (finding,) = run(dravik(GARBLED))
    assert (finding.rule, finding.severity, finding.because) == ("place_garbled", Severity.HIGH, WHY)
    assert all(words in finding.message for words in ("“DraVik” is no place name", "Dravik (UA)", "Also possible: Marn, Halm"))


def test_a_well_spelt_name_in_doubt_weighs_less() -> None:
    (finding,) = run(dravik(DOUBTFUL))
    assert finding.severity is Severity.MEDIUM
    assert "hardly the one meant" in finding.message


def test_all_mentions_of_a_form_make_one_finding_in_any_capitals() -> None:
    (finding,) = run(dravik(GARBLED), dravik(GARBLED, AREA, nth=1), dravik(GARBLED, words="DRAVIK"))
    assert [span.cut(TEXT) for span in finding.spans] == ["DraVik", "DraVik", "DRAVIK"]


def test_two_forms_make_two_findings_and_the_rest_none() -> None:
    found = run(dravik(GARBLED), toponym(TEXT, MARN), toponym(TEXT, HALM, DOUBTFUL), dravik(AREA, words="DRAVIK"))
    assert [[span.cut(TEXT) for span in finding.spans] for finding in found] == [["DraVik"], ["Halm"]]
    assert run() == ()


def test_the_reading_is_not_its_own_runner_up_and_no_name_is_told_twice() -> None:
    twin = place("Marn", 10.0, 10.0)
    twice = toponym(TEXT, DRAVIK, GARBLED, words="DraVik", candidates=tuple(Candidate(each, 0.5) for each in (DRAVIK, MARN, twin)))
    alone = toponym(TEXT, DRAVIK, GARBLED, words="DraVik", candidates=(Candidate(MARN, 0.6), Candidate(DRAVIK, 0.5)))
    assert "Also possible: Marn." in run(twice)[0].message
    assert "Also possible" not in run(alone)[0].message


def test_a_form_without_a_reading_is_told_all_the_same() -> None:
    (finding,) = run(toponym(TEXT, Absent(), GARBLED, words="DraVik"))
    assert "reading" not in finding.message
