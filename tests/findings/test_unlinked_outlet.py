from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.factory import claim, report, source
from tests.referents.contexts.packs import PACK, saved
from whence.findings import Material
from whence.findings.unlinked_outlet import CHECK
from whence.records import Claim, Context, Finding, Severity, Source, SourceKind
from whence.referents.contexts import load_context

TEXT = "The bridge fell, the Halm Gazette reported. The Gazette also told of rain; Brill saw none."
PAPER = source(TEXT, "the Halm Gazette", SourceKind.MEDIA, name="Halm Gazette", named=True)
AGAIN = source(TEXT, "The Gazette", SourceKind.MEDIA, name="Halm Gazette", named=True)


def told(*chain: Source, words: str = "The bridge fell") -> Claim:
    return claim(TEXT, words, chain=chain)


def run(*claims: Claim, context: Context | None = None, **fields: Any) -> tuple[Finding, ...]:
    return CHECK.run(Material(report(TEXT, **{"media_type": "text/html", **fields}), (), claims, context=context))


def test_an_outlet_that_a_page_does_not_link() -> None:
    (finding,) = run(told(PAPER), links=("https://example.org/",))
    assert (finding.rule, finding.severity) == ("unlinked_outlet", Severity.MEDIUM)
    assert [span.cut(TEXT) for span in finding.spans] == ["the Halm Gazette", "The bridge fell"]
    assert "none of the report's 1 links" in finding.because[0].detail


def test_an_outlet_is_told_once_with_all_that_rests_on_it() -> None:
    (finding,) = run(told(PAPER), told(AGAIN, words="rain"))
    assert [span.cut(TEXT) for span in finding.spans] == ["the Halm Gazette", "The bridge fell", "rain"]


def test_without_the_page_it_is_only_a_question() -> None:
    (finding,) = run(told(PAPER), media_type="text/plain")
    assert finding.severity is Severity.LOW
    assert "without its page" in finding.message
    assert run(told(PAPER), media_type="text/plain", links=("https://halmgazette.example/1",)) == ()


@pytest.mark.parametrize("address", ["https://halmgazette.example/1", "https://www.halm-gazette.example/"])
def test_a_link_to_its_host_is_enough(address: str) -> None:
    assert run(told(PAPER), links=(address,)) == ()


def test_the_context_pack_knows_hosts_by_other_names(tmp_path: Path) -> None:
    context = load_context(saved(tmp_path, PACK))
    links = ("https://news.gazette.example/1",)
    assert len(run(told(PAPER), links=links)) == 1
    assert run(told(PAPER), links=links, context=context) == ()


def test_the_reports_own_outlet_needs_no_link() -> None:
    assert run(told(PAPER), outlet="The Halm Gazette") == ()


def test_outlets_beside_others_count() -> None:
    person = source(TEXT, "Brill", SourceKind.PERSON, named=True, beside=(PAPER,))
    assert len(run(told(person))) == 1


@pytest.mark.parametrize(
    "other",
    [replace(PAPER, named=False), replace(PAPER, kind=SourceKind.OFFICIAL), replace(PAPER, span=None)],
)
def test_other_sources_are_passed_over(other: Source) -> None:
    assert run(told(other)) == ()
