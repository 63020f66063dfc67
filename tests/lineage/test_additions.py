"""Whether a passage was put in on the way."""

from __future__ import annotations

import pytest

from tests.factory import claim, source
from tests.lineage.venna import GAZETTE, LEAF, gazette, ground, leaf, told
from whence.lineage.additions import SIGNS, evidence_in, likeliest, read_signs
from whence.lineage.ground import Ground
from whence.records import Source

FAMILY = ground(gazette(), leaf())
LEFT, CARTS, IMAGES = 3, 4, 5


def sign(name: str, unit: int, on: Ground = FAMILY) -> float:
    return float(read_signs(on, unit, [0])[SIGNS.index(name)])


def test_a_passage_that_stands_before_is_likelier_there_than_one_that_does_not() -> None:
    assert sign("likeness", CARTS) > sign("likeness", IMAGES)


def test_the_likeliest_passage_before() -> None:
    likeness, origin = likeliest(FAMILY, CARTS, [0])
    assert origin == 1
    assert 0 < likeness <= 1
    assert likeliest(FAMILY, CARTS, []) == (0.0, None)
    assert likeliest(FAMILY, 0, [0]) == (0.0, None)


def test_evidence_that_the_text_before_does_not_have() -> None:
    assert evidence_in(FAMILY, IMAGES) >= {"satellite"}
    assert evidence_in(FAMILY, CARTS) == frozenset()
    assert [sign("new evidence", unit) for unit in (LEFT, CARTS, IMAGES)] == [0, 0, 1]


def test_evidence_that_the_text_before_has_too_is_not_new() -> None:
    knowing = gazette()
    same = ground(told("gazette", LEAF, hour=8), leaf())
    assert sign("new evidence", 5, same) == 0
    assert knowing.report.text == GAZETTE


def test_evidence_is_heard_in_other_languages_and_not_without_a_glossary() -> None:
    russian = ground(gazette(), told("list", "Спутниковые снимки показывают танки.", hour=12, language="ru"))
    assert evidence_in(russian, 3) >= {"satellite"}
    unheard = ground(gazette(), told("list", "Satellite images show tanks.", hour=12, language="xx"))
    assert evidence_in(unheard, 3) == frozenset()


@pytest.mark.parametrize(
    ("chain", "unnamed", "named"),
    [
        ((), 0, 0),
        ((source(LEAF, "captain Turgunov", "official", name="Turgunov", named=True),), 0, 1),
        ((source(LEAF, "captain", "official"),), 1, 0),
        ((source(LEAF, "captain", "media"),), 0, 0),
        ((source(LEAF, "captain", "media", named=True),), 0, 0),
    ],
)
def test_whether_the_nearest_source_has_a_name(chain: tuple[Source, ...], unnamed: float, named: float) -> None:
    on = ground(gazette(), told("leaf", LEAF, claim(LEAF, "Some 120 carts crossed the ford", chain=chain), hour=12))
    assert (sign("unnamed", 3, on), sign("named", 3, on)) == (unnamed, named)


def test_the_first_person() -> None:
    assert sign("first person", 3) == 0
    assert sign("first person", 3, ground(gazette(), told("leaf", "I saw tanks at Ombrel.", hour=12))) == 1


def test_a_unit_without_claims_has_none() -> None:
    assert FAMILY.claim_of(CARTS) is None
    told_claim = claim(LEAF, "Some 120 carts crossed the ford")
    assert ground(gazette(), told("leaf", LEAF, told_claim, hour=12)).claim_of(3) == told_claim
