from dataclasses import replace
from pathlib import Path

import pytest

from tests.factory import claim, known, reading, report, source
from tests.findings.across.traces import assertion, edges, material, mention
from tests.referents.contexts.packs import PACK, saved
from whence.findings.across import TraceMaterial
from whence.findings.across.citations import citations, may_have_read
from whence.records import Known, Reading, Report, SourceKind
from whence.referents.contexts import load_context

TEXT = "The bridge fell, the Halm Gazette reported."
CITING = report(TEXT, id="r2", outlet="Orlin Today")
PAGE = report("No bridge is left.", id="r1", url="https://news.gazette.example/1")
CLAIM = claim(TEXT, "The bridge fell", chain=(source(TEXT, "the Halm Gazette", SourceKind.MEDIA, name="Halm Gazette", named=True),))


def together(reports: tuple[Report, ...], read: Reading) -> TraceMaterial:
    """Return a trace in which all reports are of one story."""
    return material(reports, read, edges=edges(*((reports[0], each) for each in reports[1:])))


def test_what_an_outlet_has_on_another_story_is_not_meant() -> None:
    gazette, other = (report("No bridge is left.", id=id, outlet="Halm Gazette") for id in ("r1", "r3"))
    shared = assertion(mention(gazette, "No bridge is left"), mention(CITING, "The bridge fell"))
    (found,) = citations(material((gazette, other, CITING), reading(CITING, CLAIM), assertions=(shared,)))
    assert found.cited == (gazette,)
    assert list(citations(material((other, CITING), reading(CITING, CLAIM)))) == []


def test_the_context_pack_knows_hosts_by_other_names(tmp_path: Path) -> None:
    assert list(citations(together((PAGE, CITING), reading(CITING, CLAIM)))) == []
    context = load_context(saved(tmp_path, PACK))
    (found,) = citations(together((PAGE, CITING), reading(CITING, CLAIM, context=Known(context))))
    assert (found.report, found.claim, found.cited) == (CITING, CLAIM, (PAGE,))


def test_all_reports_of_the_outlet_are_cited_those_not_read_too() -> None:
    reports = tuple(report("No bridge.", id=f"g{number}", outlet="The Halm Gazette", language="ru") for number in range(2))
    (found,) = citations(together((*reports, CITING), reading(CITING, CLAIM)))
    assert found.cited == reports


def test_a_name_that_may_be_of_two_hosts_names_none() -> None:
    one, other = (
        report("No bridge.", id=host, url=f"https://{host}/1") for host in ("halmgazette.example", "halm-gazette.example")
    )
    assert list(citations(together((one, other, CITING), reading(CITING, CLAIM)))) == []
    assert len(list(citations(together((one, CITING), reading(CITING, CLAIM))))) == 1


@pytest.mark.parametrize(
    ("mine", "theirs", "possible"),
    [
        ("2032-05-03T10:00:00+00:00", "2032-05-03T09:00:00+00:00", True),
        ("2032-05-03T10:00:00+00:00", "2032-05-03T11:00:00+00:00", False),
        ("2032-05-03T10:00:00+06:00", "2032-05-03T05:00:00+00:00", False),
        ("2032-05-03", "2032-05-03T23:00:00+00:00", True),
        ("2032-05-03", "2032-05-04", False),
        ("2032-05", "2032-05-04", True),
        (None, "2032-05-04", True),
    ],
)
def test_time_only_rules_out_what_is_surely_later(mine: str | None, theirs: str, *, possible: bool) -> None:
    ours, other = replace(CITING, published_at=known(mine)), replace(PAGE, published_at=known(theirs))
    assert may_have_read(ours, other) is possible
