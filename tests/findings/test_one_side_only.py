from pathlib import Path
from typing import Any

import pytest

from tests.factory import claim, report, source, span
from tests.referents.contexts.packs import PACK, saved
from whence.findings import Material
from whence.findings.one_side_only import CHECK
from whence.records import Claim, ClaimKind, Context, Event, EventType, Finding, Severity, Source, SourceKind
from whence.referents.contexts import load_context

TEXT = (
    "The bridge fell, the Eastern Army said. Marn's remarks, echoed by Eastern Army officials, tell of a fire. "
    "The bridge was lost, the Western Guard said. Rain stopped, residents said. Images show smoke."
)
ARMY = source(TEXT, "the Eastern Army", SourceKind.PARTY, named=True)
OFFICIALS = source(TEXT, "Eastern Army officials", SourceKind.OFFICIAL)
MARN = source(TEXT, "Marn's remarks", SourceKind.OFFICIAL, name="Ilse Marn", named=True)
GUARD = source(TEXT, "the Western Guard", SourceKind.PARTY, named=True)
RESIDENTS = source(TEXT, "residents", SourceKind.RESIDENT)
IMAGES = source(TEXT, "Images", SourceKind.IMAGERY)


@pytest.fixture
def context(tmp_path: Path) -> Context:
    return load_context(saved(tmp_path, PACK.replace('part_of = "east-army"\n', "")))


def told(words: str, *chain: Source, event: EventType = EventType.DAMAGE, **fields: Any) -> Claim:
    at = span(TEXT, words)
    return claim(TEXT, words, chain=chain, event=Event(event, at), **fields)


def beside(source: Source, *others: Source) -> Source:
    return Source(source.kind, source.span, source.text, source.name, named=source.named, beside=others)


def run(*claims: Claim, context: Context | None) -> tuple[Finding, ...]:
    return CHECK.run(Material(report(TEXT, published_at="2031-03-01"), (), claims, context=context))


def test_sources_that_corroborate_one_another_from_one_side(context: Context) -> None:
    (finding,) = run(told("a fire", beside(MARN, OFFICIALS)), context=context)
    assert (finding.rule, finding.severity) == ("one_side_only", Severity.MEDIUM)
    assert [each.cut(TEXT) for each in finding.spans] == ["Marn's remarks", "Eastern Army officials", "a fire"]
    assert "Army of East Halm" in finding.message
    assert all(reason.spans for reason in finding.because)


def test_what_one_party_alone_tells_is_told_together(context: Context) -> None:
    (finding,) = run(told("The bridge fell", ARMY), told("a fire", MARN), context=context)
    assert finding.severity is Severity.LOW
    assert [each.cut(TEXT) for each in finding.spans] == ["the Eastern Army", "Marn's remarks", "The bridge fell", "a fire"]
    assert "East Halm" in finding.message


def test_two_sides_each_tell_their_own(context: Context) -> None:
    found = run(told("The bridge fell", ARMY), told("The bridge was lost", GUARD), context=context)
    assert [finding.spans[0].cut(TEXT) for finding in found] == ["the Eastern Army", "the Western Guard"]


def test_what_the_other_side_tells_of_too_is_passed_over(context: Context) -> None:
    claims = told("The bridge fell", ARMY, places=(0,)), told("The bridge was lost", GUARD, places=(0, 1))
    assert run(*claims, context=context) == ()
    apart = told("The bridge fell", ARMY, places=(0,)), told("The bridge was lost", GUARD, places=(2,))
    assert len(run(*apart, context=context)) == 2


@pytest.mark.parametrize(
    "chain", [(RESIDENTS,), (beside(ARMY, RESIDENTS),), (beside(ARMY, IMAGES),), (beside(ARMY, GUARD),), (ARMY, IMAGES)]
)
def test_somebody_else_or_a_thing_beside_them_is_enough(chain: tuple[Source, ...], context: Context) -> None:
    assert run(told("The bridge fell", *chain), context=context) == ()


def test_the_one_nearest_the_event_counts_and_not_who_relays(context: Context) -> None:
    assert len(run(told("The bridge fell", RESIDENTS, ARMY), context=context)) == 1


@pytest.mark.parametrize("kind", [ClaimKind.ASSESSMENT, ClaimKind.BACKGROUND, ClaimKind.SPECULATION])
def test_only_events_are_looked_at(kind: ClaimKind, context: Context) -> None:
    assert run(told("The bridge fell", ARMY, kind=kind), context=context) == ()
    assert run(told("The bridge fell"), context=context) == ()


def test_it_needs_a_context() -> None:
    assert run(told("The bridge fell", ARMY), context=None) == ()
