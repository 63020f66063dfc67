from typing import Any

import pytest

from tests.factory import claim, reading, report, source
from tests.findings.across.traces import assertion, cut, material, mention, run, variation, witness
from whence.findings.across import TraceMaterial
from whence.findings.across.witness_upgraded import CHECK
from whence.records import Severity, SourceKind

BLOG = report("Two lorries were left behind, a blog said.", id="r1", outlet="Pell Times")
REWRITE = report("Officials confirmed that two lorries were left behind.", id="r2", outlet="Orlin Today")
THIRD = report("The ministry has confirmed the loss of two lorries.", id="r3", outlet="Dravik News")
REPORTS = (BLOG, REWRITE, THIRD)
FIRST = variation("attribution", REWRITE, "Officials confirmed", origin=(BLOG, "a blog"), assertion="a1", inherited_by=("r3",))


def told(*variations: Any, reports: Any = REPORTS, readings: Any = (), **fields: Any) -> TraceMaterial:
    return material(reports, *readings, variations=variations, **fields)


def test_a_blog_that_becomes_officials() -> None:
    given = told(FIRST)
    (finding,) = run(CHECK, given)
    assert finding.severity is Severity.HIGH
    assert finding.message == (
        "Orlin Today gives this to “Officials confirmed”; Pell Times, where it was taken from, gives it to “a blog”. "
        "So does Dravik News, in the same words."
    )
    assert cut(given, finding) == [("r2", "Officials confirmed"), ("r1", "a blog")]


def test_a_further_step_of_the_same_way_weighs_as_much() -> None:
    again = variation("attribution", THIRD, "The ministry", origin=(REWRITE, "Officials"), assertion="a1")
    assert [finding.severity for finding in run(CHECK, told(again, FIRST))] == [Severity.HIGH, Severity.HIGH]
    assert run(CHECK, told(again)) == (), "from officials to the ministry alone is no gain"


@pytest.mark.parametrize(
    ("before", "severity"),
    [
        (SourceKind.ANONYMOUS, Severity.HIGH),
        (SourceKind.SOCIAL, Severity.HIGH),
        (SourceKind.MEDIA, Severity.MEDIUM),
        (SourceKind.RESIDENT, Severity.MEDIUM),
        (SourceKind.EXPERT, Severity.MEDIUM),
        (SourceKind.OFFICIAL, None),
        (SourceKind.PARTY, None),
    ],
)
def test_the_readings_tell_the_kinds(before: SourceKind, severity: Severity | None) -> None:
    first = report("Two lorries were left behind, Marta Oslin said.", id="r1", outlet="Pell Times")
    readings = (
        reading(first, claim(first.text, "Two lorries were left behind", chain=(source(first.text, "Marta Oslin", before),))),
        reading(
            REWRITE, claim(REWRITE.text, "two lorries were left behind", chain=(source(REWRITE.text, "Officials", "official"),))
        ),
    )
    change = variation("attribution", REWRITE, "Officials", origin=(first, "Two lorries were left behind"))
    found = run(CHECK, told(change, reports=(first, REWRITE), readings=readings))
    assert [finding.severity for finding in found] == ([] if severity is None else [severity])


def test_the_word_for_a_thing_counts_as_the_thing() -> None:
    last = report("A document shows that two lorries were lost.", id="r4")
    change = variation("attribution", last, "A document", origin=(BLOG, "a blog"))
    assert len(run(CHECK, told(change, reports=(BLOG, last)))) == 1


def test_to_leave_out_who_passed_it_on_is_no_gain() -> None:
    page = report("Two lorries were left behind, a newspaper said.", id="r1", outlet="Pell Times")
    change = variation("attribution", REWRITE, "Officials", origin=(page, "a newspaper"), assertion="a1")
    lorries = assertion(mention(REWRITE, "two lorries"), witnesses=("w1",))
    for kind, count in (("official", 0), ("party", 0), ("resident", 1)):
        given = told(change, reports=(page, REWRITE), assertions=(lorries,), witnesses=(witness("w1", "Ilse Marn", kind),))
        assert len(run(CHECK, given)) == count


def test_it_looks_at_attributions_that_gain() -> None:
    down = variation("attribution", BLOG, "a blog", origin=(REWRITE, "Officials"))
    assert run(CHECK, told(down)) == ()
    assert run(CHECK, told(variation("quotation", REWRITE, "Officials", origin=(BLOG, "a blog")))) == ()
