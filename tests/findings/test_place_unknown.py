from tests.findings.ground import DRAVIK, material, toponym
from whence.findings.place_unknown import CHECK
from whence.records import Absent, Finding, Severity, Toponym, Undetermined

TEXT = "Rain fell in Qvarzhyl, Dravik and Ulven. QVARZHYL was cut off."


def run(*places: Toponym) -> tuple[Finding, ...]:
    return CHECK.run(material(TEXT, *places))


def test_a_name_without_a_place_is_told_once_with_all_its_passages() -> None:
    names = ("Qvarzhyl", "Ulven", "QVARZHYL")
    found = run(*(toponym(TEXT, Absent(), words=words) for words in names))
    assert [[span.cut(TEXT) for span in finding.spans] for finding in found] == [["Qvarzhyl", "QVARZHYL"], ["Ulven"]]
    assert {(finding.rule, finding.severity) for finding in found} == {("place_unknown", Severity.LOW)}
    assert "“Qvarzhyl”" in found[0].message
    assert found[0].because[0].spans == found[0].spans[:1]


def test_a_place_and_several_that_fit_alike_are_not_unknown() -> None:
    assert run(toponym(TEXT, DRAVIK), toponym(TEXT, Undetermined(), words="Ulven")) == ()
    assert run() == ()
