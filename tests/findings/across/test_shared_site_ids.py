import pytest

from tests.factory import report
from tests.findings.across.traces import cut, material, run
from whence.findings.across.shared_site_ids import CHECK
from whence.records import Fingerprint, Report, Severity

ADS = Fingerprint("ads", "ca-pub-2031203120312031")


def page(id: str, *marks: Fingerprint, outlet: str | None = None, url: str | None = None) -> Report:
    return report(f"The mill burnt down on 3 May 2032.\nReport {id}.", id=id, fingerprints=marks, outlet=outlet, url=url)


def test_two_outlets_with_one_account() -> None:
    reports = page("r1", ADS, outlet="Halm Gazette"), page("r2", ADS, outlet="Orlin Today"), page("r3", outlet="Pell Times")
    given = material(reports)
    (finding,) = run(CHECK, given)
    assert finding.severity is Severity.MEDIUM
    assert finding.message == (
        "The pages of Halm Gazette and Orlin Today carry the same advertising id ca-pub-2031203120312031; its service issues "
        "such an id to one account."
    )
    assert cut(given, finding) == [("r1", "The mill burnt down on 3 May 2032."), ("r2", "The mill burnt down on 3 May 2032.")]


def test_ids_of_the_same_reports_are_told_together() -> None:
    marks = ADS, Fingerprint("analytics", "G-2031AB47QX"), Fingerprint("pixel", "203120312031")
    reports = (
        page("r1", *marks, outlet="Halm Gazette", url="https://halm.example/1"),
        page("r2", *marks, url="https://orlin.example/1"),
    )
    (finding,) = run(CHECK, material(reports))
    assert "advertising id ca-pub-2031203120312031, analytics id G-2031AB47QX and pixel id 203120312031;" in finding.message
    assert len(finding.because) == 3


def test_a_tag_manager_alone_weighs_less() -> None:
    mark = Fingerprint("tag-manager", "GTM-AB12CD")
    (finding,) = run(CHECK, material((page("r1", mark, outlet="Halm Gazette"), page("r2", mark, outlet="Orlin Today"))))
    assert finding.severity is Severity.LOW


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"outlet": "Halm Gazette"}, {"outlet": "The Halm Gazette"}),
        (
            {"outlet": "Halm Gazette", "url": "https://halm.example/1"},
            {"outlet": "Halm Gazette", "url": "https://gazette.example/2"},
        ),
        ({"url": "https://www.halm.example/1"}, {"url": "https://halm.example/2"}),
        ({"url": "https://sport.halm.example/1"}, {"url": "https://halm.example/2"}),
        ({"outlet": "Halm Gazette", "url": "https://halm.example/1"}, {"outlet": "Halm Sport", "url": "https://halm.example/2"}),
        ({}, {"outlet": "Halm Gazette"}),
    ],
)
def test_one_outlet_or_one_site_may_share_with_itself(one: dict[str, str], other: dict[str, str]) -> None:
    assert run(CHECK, material((page("r1", ADS, **one), page("r2", ADS, **other)))) == ()


@pytest.mark.parametrize(
    "mark",
    [
        Fingerprint("generator", "Presswork 4.2"),
        Fingerprint("analytics", "G-XXXXXXXXXX"),
        Fingerprint("analytics", "UA-00000000-0"),
        Fingerprint("ads", "ca-pub-0000000000000000"),
        Fingerprint("tag-manager", "GTM-XXXX"),
    ],
)
def test_what_is_issued_to_nobody_is_passed_over(mark: Fingerprint) -> None:
    assert run(CHECK, material((page("r1", mark, outlet="Halm Gazette"), page("r2", mark, outlet="Orlin Today")))) == ()
