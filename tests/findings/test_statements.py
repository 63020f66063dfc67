from dataclasses import replace
from datetime import date

import pytest

from tests.factory import claim, report, source
from whence.findings.statements import day_of, nearest, passages_of, sentence_at, statements_of

TEXT = "They left. Brill said “so.” The guard fled on 3.5 roads.\nIt rained"


def test_claims_of_one_attribution_or_statement_are_one_group() -> None:
    one, other, own = claim(TEXT, "They", attribution=0), claim(TEXT, "Brill", attribution=1), claim(TEXT, "The guard", statement=3)
    again, more, alone = replace(one, id="c9"), replace(own, id="c10"), claim(TEXT, "It rained")
    assert statements_of((one, other, own, again, more, alone)) == ((one, again), (other,), (own, more), (alone,))


def test_claims_without_a_number_stand_alone() -> None:
    assert statements_of((claim(TEXT, "They"), claim(TEXT, "Brill"))) == ((claim(TEXT, "They"),), (claim(TEXT, "Brill"),))


def test_passages_within_others_are_told_with_them() -> None:
    wide, narrow, last = claim(TEXT, "The guard fled"), claim(TEXT, "guard"), claim(TEXT, "It rained")
    assert [span.cut(TEXT) for span in passages_of((last, narrow, wide))] == ["The guard fled", "It rained"]


def test_the_nearest_are_the_last_step_with_those_beside_it() -> None:
    beside = source(TEXT, "The guard")
    last = source(TEXT, "Brill", beside=(beside,))
    assert nearest(claim(TEXT, "so", chain=(source(TEXT, "They"), last))) == (last, beside)
    assert nearest(claim(TEXT, "so")) == ()


@pytest.mark.parametrize(
    ("words", "number"), [("They", 0), ("left", 0), ("Brill", 1), ("The guard", 2), ("roads", 2), ("rained", 3)]
)
def test_sentences_are_counted_by_their_ends(words: str, number: int) -> None:
    assert sentence_at(report(TEXT), TEXT.index(words)) == number


@pytest.mark.parametrize(
    ("published", "day"), [("2031-03-04T10:00:00+00:00", date(2031, 3, 4)), ("2031-03", None), ("soon", None), (None, None)]
)
def test_the_day_is_that_of_publication(published: str | None, day: date | None) -> None:
    assert day_of(report(TEXT, published_at=published)) == day
