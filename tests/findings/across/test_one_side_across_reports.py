from pathlib import Path
from typing import Any

import pytest

from tests.factory import reading, report, span
from tests.findings.across.traces import assertion, cut, material, mention, run, variation, witness
from tests.referents.contexts.packs import PACK, saved
from whence.findings.across import TraceMaterial
from whence.findings.across.one_side_across_reports import CHECK
from whence.records import Known, Passage, Severity, Witness
from whence.referents.contexts import load_context

ARMY = report("We hold the bridge, the Eastern Army said on 3 May 2032.", id="r1", outlet="Army of East Halm, press")
GUARD = report("The bridge was never lost, the Western Guard said.", id="r2", outlet="Guard of West Halm, press")
LATER = report("The army holds the bridge.", id="r3", outlet="Halm Gazette")
COLONEL = witness("w1", "Colonel Sohl", "party", side="east", reports=("r1",))
CAPTAIN = witness(
    "w2", "Captain Brill", "party", side="west", reports=("r2",), passages=(Passage("r2", span(GUARD.text, "the Western Guard")),)
)
HELD = (mention(ARMY, "We hold the bridge"), mention(LATER, "The army holds the bridge.", came_from="r1"))
LOST = mention(GUARD, "The bridge was never lost", "contradicted")


def told(
    *witnesses: Witness, by: tuple[str, ...] = ("w1",), mentions: tuple[Any, ...] = (*HELD, LOST), **fields: Any
) -> TraceMaterial:
    fields = {"assertions": (assertion(*mentions, witnesses=by),), **fields}
    return material((ARMY, GUARD, LATER), witnesses=witnesses or (COLONEL, CAPTAIN), **fields)


def test_what_one_side_says_and_the_other_contests() -> None:
    given = told()
    (finding,) = run(CHECK, given)
    assert finding.severity is Severity.MEDIUM
    assert finding.message == (
        "This is contested, and its one witness, Colonel Sohl, stands on the side of east. Captain Brill, of another side, speaks "
        "in Guard of West Halm, press."
    )
    assert cut(given, finding) == [
        ("r1", "We hold the bridge"), ("r2", "The bridge was never lost"), ("r2", "the Western Guard"),
    ]  # fmt: skip


def test_what_the_same_witnesses_say_is_told_together() -> None:
    both = tuple(assertion(*HELD, LOST, id=id, witnesses=("w1",)) for id in ("a1", "a2"))
    (finding,) = run(CHECK, told(assertions=both))
    assert finding.message.startswith(
        "2 assertions are contested, and their one witness, Colonel Sohl, stands on the side of east."
    )
    assert [reason.detail for reason in finding.because] == ["“The bridge fell.”: 1 witness, on the side of east"] * 2


def test_a_variation_can_tell_that_it_is_contested() -> None:
    same = (*HELD, mention(GUARD, "The bridge was never lost"))
    assert run(CHECK, told(mentions=same)) == ()
    contrary = variation("contradiction", GUARD, "never lost", assertion="a1")
    assert len(run(CHECK, told(mentions=same, variations=(contrary,)))) == 1


def test_what_nobody_contests_is_passed_over() -> None:
    assert run(CHECK, told(mentions=HELD)) == ()


def test_witnesses_of_both_sides_or_of_none_are_enough() -> None:
    assert run(CHECK, told(by=("w1", "w2"))) == ()
    oda = witness("w3", "Oda", reports=("r3",))
    assert run(CHECK, told(COLONEL, CAPTAIN, oda, by=("w1", "w3"))) == ()
    assert run(CHECK, told(by=())) == ()


def test_the_other_side_must_speak_in_the_same_story() -> None:
    elsewhere = witness("w2", "Captain Brill", "party", side="west", reports=("r9",))
    assert run(CHECK, told(COLONEL, elsewhere)) == ()
    ally = witness("w2", "Captain Brill", "party", side="east", reports=("r2",))
    assert run(CHECK, told(COLONEL, ally)) == ()


@pytest.mark.parametrize(("party", "count"), [("west-guard", 1), ("east-army", 0)])
def test_parties_stand_on_the_sides_of_the_context_pack(party: str, count: int, tmp_path: Path) -> None:
    context = load_context(saved(tmp_path, PACK))
    read = reading(ARMY, context=Known(context))
    colonel = witness("w1", "Colonel Sohl", "party", side="east-army", reports=("r1",))
    captain = witness("w2", "Captain Brill", "party", side=party, reports=("r2",))
    held = assertion(*HELD, LOST, witnesses=("w1",))
    found = run(CHECK, material((ARMY, GUARD, LATER), read, witnesses=(colonel, captain), assertions=(held,)))
    assert len(found) == count
    assert all("on the side of East Halm" in finding.message for finding in found)
