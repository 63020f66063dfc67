"""What all checks across reports have in common: they describe themselves, the manual has them, and order changes nothing."""

from dataclasses import fields, replace
from pathlib import Path

import pytest

from tests.factory import claim, reading, report, source
from tests.findings.across.traces import VERDICTS, assertion, edges, material, mention, variation, witness
from whence.findings import CHECKS
from whence.findings.across import TRACE_CHECKS, TraceCheck, TraceMaterial, check_trace
from whence.records import Fingerprint, SourceKind

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "findings.md"
MARK = (Fingerprint("ads", "ca-pub-2031203120312031"),)
ROOT = report("The mill burnt down, a blog said.", id="r1", outlet="Pell Times", published_at="2032-05-03")
REWRITES = tuple(
    report(
        "The mill is gone, officials said. Images show forty lorries, Pell Times reported.",
        id=f"r{number}",
        outlet=f"Paper {number}",
        fingerprints=MARK,
        published_at="2032-05-04",
    )
    for number in (2, 3, 4, 5)
)
GUARD = report("The mill stands.", id="r6", outlet="Western Guard", published_at="2032-05-04")


def family() -> TraceMaterial:
    """Return a family on which nearly every check speaks."""
    first = REWRITES[0]
    burnt = (mention(ROOT, "The mill burnt down"), *(mention(each, "The mill is gone", came_from="r1") for each in REWRITES))
    lorries = mention(first, "Images show forty lorries", "added", claim="c1")
    taken = (mention(each, "Images show forty lorries", came_from="r2") for each in REWRITES[1:])
    paper = source(first.text, "Pell Times", SourceKind.MEDIA, name="Pell Times", named=True)
    images = source(first.text, "Images", SourceKind.IMAGERY)
    return material(
        (ROOT, *REWRITES, GUARD),
        reading(first, claim(first.text, "forty lorries", id="c1", chain=(paper, images))),
        edges=edges(*((ROOT, each) for each in REWRITES)),
        assertions=(
            assertion(*burnt, mention(GUARD, "The mill stands.", "contradicted"), witnesses=("w1",)),
            assertion(lorries, *taken, id="a2"),
        ),
        variations=(variation("attribution", first, "officials", origin=(ROOT, "a blog"), assertion="a1"),),
        witnesses=(
            witness("w1", "Colonel Sohl", "party", side="east", reports=("r1",)),
            witness("w2", "Brill", side="west", reports=("r6",)),
        ),
    )


def test_all_have_their_say_in_the_order_of_the_reports() -> None:
    found = check_trace(family())
    assert {finding.rule for finding in found} == {each.name for each in TRACE_CHECKS} - {"circular_sourcing"}
    numbers = [finding.passages[0].report for finding in found]
    assert numbers == sorted(numbers)
    assert all(finding.because and finding.passages for finding in found)


def test_nothing_to_compare_gives_nothing() -> None:
    assert check_trace(material(())) == ()
    assert check_trace(material((ROOT,), reading(ROOT))) == ()


def test_the_order_of_what_is_given_changes_nothing() -> None:
    given = family()
    turned = replace(
        given.trace,
        **{name: getattr(given.trace, name)[::-1] for name in ("edges", "assertions", "variations", "witnesses")},
    )
    assert check_trace(TraceMaterial(turned, dict(reversed(list(given.readings.items()))))) == check_trace(given)


@pytest.mark.parametrize("check", TRACE_CHECKS, ids=[check.name for check in TRACE_CHECKS])
def test_a_check_describes_itself_in_plain_words_and_in_the_manual(check: TraceCheck) -> None:
    for told in (check.meaning, check.limits, check.example, check.severity):
        assert told.strip().endswith((".", "”"))
        assert told in PAGE.read_text(encoding="utf-8")
    assert VERDICTS.search(check.meaning) is None
    assert f"\n### {check.name}\n" in PAGE.read_text(encoding="utf-8")


def test_no_name_stands_for_two_checks() -> None:
    names = [*(check.name for check in CHECKS), *(check.name for check in TRACE_CHECKS)]
    assert len(set(names)) == len(names)


def test_findings_say_what_a_trace_can_hold() -> None:
    assert "findings" in {each.name for each in fields(family().trace)}
    trace = replace(family().trace, findings=check_trace(family()))
    assert trace.findings
