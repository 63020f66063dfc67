import pytest

from tests.factory import claim, reading, report, source, span
from tests.findings.across.traces import assertion, cut, edges, material, mention, run, variation
from whence.findings.across import TraceMaterial
from whence.findings.across.added_in_transmission import CHECK
from whence.records import Claim, ClaimKind, Event, EventType, Evidence, EvidenceKind, Severity

ADDED = "Satellite images show thirty lorries beside the mill, experts said."
SENDER = report("The mill burnt down on 3 May 2032.", id="r1", outlet="The Halm Courier")
REWRITE = report(f"The mill is ashes. {ADDED} Rain fell on 3 May 2032.", id="r2", outlet="Orlin Today")
COPY = report("The mill is gone. Pictures show thirty lorries.", id="r3", url="https://www.dravik-news.example/1")
REPORTS = (SENDER, REWRITE, COPY)
IMAGES = source(REWRITE.text, "Satellite images", "imagery")
EXPERTS = source(REWRITE.text, "experts", "expert")


def told(*claims: Claim, **fields: object) -> TraceMaterial:
    here = mention(REWRITE, ADDED, "added")
    repeated = mention(COPY, "Pictures show thirty lorries.", came_from="r2")
    fields = {"edges": edges((SENDER, REWRITE), (REWRITE, COPY)), "assertions": (assertion(here, repeated),), **fields}
    return material(REPORTS, reading(REWRITE, *claims), **fields)


def test_what_is_told_as_evidence_and_stands_in_no_report_before() -> None:
    given = told(claim(REWRITE.text, "thirty lorries beside the mill", chain=(EXPERTS, IMAGES)))
    (finding,) = run(CHECK, given)
    assert finding.severity is Severity.HIGH
    assert cut(given, finding) == [
        ("r2", ADDED), ("r2", "Satellite images"), ("r2", "experts"), ("r3", "Pictures show thirty lorries."),
    ]  # fmt: skip
    assert finding.message == (
        "This first stands in Orlin Today; The Halm Courier, which it was written from, does not have it, and no witness "
        "is known for it. It is told on the strength of “Satellite images” and “experts”. 1 later report repeats it: "
        "dravik-news.example."
    )


def test_evidence_without_a_source_counts_too() -> None:
    images = Evidence(EvidenceKind.IMAGERY, span(REWRITE.text, "Satellite images"), "Satellite images")
    (finding,) = run(CHECK, told(claim(REWRITE.text, "thirty lorries beside the mill", evidence=(images,))))
    assert finding.severity is Severity.HIGH


@pytest.mark.parametrize(
    ("kind", "event", "severity"),
    [
        (ClaimKind.EVENT, EventType.MOVEMENT, Severity.MEDIUM),
        (ClaimKind.EVENT, EventType.OTHER, Severity.LOW),
        (ClaimKind.ASSESSMENT, EventType.MOVEMENT, Severity.LOW),
        (ClaimKind.SPECULATION, EventType.MOVEMENT, Severity.LOW),
    ],
)
def test_the_reports_own_words_weigh_less(kind: ClaimKind, event: EventType, severity: Severity) -> None:
    words = "thirty lorries beside the mill"
    (finding,) = run(CHECK, told(claim(REWRITE.text, words, kind=kind, event=Event(event, span(REWRITE.text, words)))))
    assert finding.severity is severity
    assert "strength" not in finding.message


def test_a_named_expert_is_no_unnamed_one() -> None:
    named = source(REWRITE.text, "experts", "expert", name="Ada Holm", named=True)
    (finding,) = run(CHECK, told(claim(REWRITE.text, "thirty lorries beside the mill", chain=(named,))))
    assert finding.severity is Severity.MEDIUM


def test_a_report_whose_claims_are_not_read_is_told_of_without_its_evidence() -> None:
    (finding,) = run(CHECK, told())
    assert finding.severity is Severity.MEDIUM
    assert run(CHECK, TraceMaterial(told().trace)) == (finding,)


def test_several_assertions_at_one_place_are_told_once() -> None:
    one, other = (assertion(mention(REWRITE, words, "added"), id=words) for words in (ADDED, "thirty lorries beside the mill"))
    assert len(run(CHECK, told(assertions=(one, other)))) == 1
    apart = assertion(mention(REWRITE, "Rain fell on 3 May 2032.", "added"), id="rain")
    assert len(run(CHECK, told(assertions=(one, apart)))) == 2


def test_behind_a_lost_text_it_cannot_name_what_lacks_it() -> None:
    (finding,) = run(CHECK, told(edges=edges(("lost1", REWRITE), (REWRITE, COPY))))
    assert finding.message.startswith(
        "This first stands in Orlin Today; what it was written from is not at hand, and no witness is known for it."
    )
    (finding,) = run(CHECK, told(edges=edges(("lost1", REWRITE), ("lost1", SENDER), (REWRITE, COPY))))
    assert "not at hand, The Halm Courier, written from the same, does not have it, and no witness" in finding.message


def test_it_keeps_silent_where_somebody_stands_behind_it() -> None:
    for status in ("added", "faithful"):
        witnessed = assertion(mention(REWRITE, ADDED, status, witnesses=("w1",)), witnesses=("w1",))
        assert run(CHECK, told(assertions=(witnessed,))) == ()
    beside = assertion(mention(REWRITE, ADDED), mention(SENDER, "The mill burnt down"), witnesses=("w1",))
    assert run(CHECK, told(assertions=(beside,))) == ()


def test_what_is_told_on_nobodys_word_beside_others_who_know() -> None:
    both = assertion(
        mention(SENDER, "The mill burnt down", witnesses=("w1",)),
        mention(REWRITE, ADDED, "added"),
        mention(COPY, "Pictures show thirty lorries.", came_from="r2"),
        witnesses=("w1",),
    )
    given = told(assertions=(both,))
    (finding,) = run(CHECK, given)
    assert "no witness is known for it as it is told here; other reports tell the like on somebody's word." in finding.message
    assert cut(given, finding) == [("r2", ADDED), ("r3", "Pictures show thirty lorries.")]


def test_it_keeps_silent_on_what_a_first_hand_report_says() -> None:
    assert run(CHECK, told(edges=edges((REWRITE, COPY)))) == ()


def test_it_keeps_silent_on_what_was_taken_over() -> None:
    taken = assertion(mention(SENDER, "The mill burnt down"), mention(REWRITE, "The mill is ashes.", came_from="r1"))
    assert run(CHECK, told(assertions=(taken,))) == ()


def test_evidence_that_is_put_to_what_was_told_without() -> None:
    extra = variation("added evidence", REWRITE, "Satellite images", origin=(SENDER, "The mill burnt down"), inherited_by=("r3",))
    given = told(assertions=(), variations=(extra,))
    (finding,) = run(CHECK, given)
    assert finding.severity is Severity.HIGH
    assert cut(given, finding) == [("r2", "Satellite images"), ("r1", "The mill burnt down")]
    assert finding.message == (
        "Orlin Today rests this on “Satellite images”; The Halm Courier, where this was taken from, names no such evidence. "
        "1 later report repeats it: dravik-news.example."
    )
    assert len(run(CHECK, told(variations=(extra,)))) == 1, "what is told already is not told again"
    assert run(CHECK, told(assertions=(), variations=(variation("number", REWRITE, "thirty"),))) == ()
