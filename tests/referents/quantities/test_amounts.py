"""Numbers in digits and words, and the range that they allow."""

from __future__ import annotations

import pytest

from whence.referents.quantities.amounts import find_amounts, read_number
from whence.referents.quantities.words import load_quantities

WORDS = load_quantities()


@pytest.mark.parametrize(
    ("form", "low", "high", "value"),
    [
        ("1,200", 1200, 1200, 1200),
        ("1 200", 1200, 1200, 1200),
        ("1.2 million", 1_200_000, 1_200_000, 1_200_000),
        ("12 thousand", 12_000, 12_000, 12_000),
        ("3k", 3000, 3000, 3000),
        ("2bn", 2e9, 2e9, 2e9),
        ("twenty-three", 23, 23, 23),
        ("two hundred and five", 205, 205, 205),
        ("one hundred thousand", 100_000, 100_000, 100_000),
        ("one and a half million", 1_500_000, 1_500_000, 1_500_000),
        ("2 and a half million", 2_500_000, 2_500_000, 2_500_000),
        ("half a million", 500_000, 500_000, 500_000),
        ("half a dozen", 6, 6, 6),
        ("a hundred", 100, 100, 100),
        ("a dozen", 12, 12, 12),
        ("two dozen", 24, 24, 24),
        ("zero", 0, 0, 0),
        ("dozens", 24, None, None),
        ("hundreds", 200, None, None),
        ("thousands", 2000, None, None),
        ("tens of thousands", 20_000, None, None),
        ("hundreds of thousands", 200_000, None, None),
        ("several", 3, 9, None),
        ("several hundred", 300, 900, None),
        ("a few dozen", 24, 108, None),
        ("a couple", 2, 2, 2),
    ],
)
def test_a_number_is_read(form: str, low: float, high: float | None, value: float | None) -> None:
    read = read_number(form, WORDS)
    assert read is not None
    assert (read.low, read.high, read.value) == (low, high, value)


@pytest.mark.parametrize("form", ["two twenty three hundred and", "hundred and"])
def test_what_spells_no_number_is_none(form: str) -> None:
    assert read_number(form, WORDS) is None


@pytest.mark.parametrize(
    "text", ["t-72", "su-27s", "93rd", "mh17", "10:30", "3.4.2", "555-12-34", "15-12 men", "no12", "1990s", "24/7", "x12"]
)
def test_parts_of_names_and_of_other_numbers_are_no_amounts(text: str) -> None:
    assert [each.span.cut(text) for each in find_amounts(text, WORDS)] == []


@pytest.mark.parametrize(
    ("text", "bounded", "low", "value", "high"),
    [
        ("at least 300", "at least 300", 300, 300, None),
        ("300 or more", "300 or more", 300, 300, None),
        ("300+", "300+", 300, 300, None),
        ("at least some 300", "at least some 300", 300, 300, None),
        ("up to about 300", "up to about 300", None, None, 300),
        ("nearly 300", "nearly 300", None, 300, 300),
        ("300 or so", "300 or so", None, 300, None),
        ("a total of 300", "a total of 300", 300, 300, 300),
        ("at least several dozen", "at least several dozen", 36, None, None),
        ("up to several hundred", "up to several hundred", None, None, 900),
        ("between 10 and 15", "between 10 and 15", 10, None, 15),
        ("at least 10 to 15", "at least 10 to 15", 10, None, None),
    ],
)
def test_bounding_words_leave_the_ends_open_that_they_do_not_set(
    text: str, bounded: str, low: float | None, value: float | None, high: float | None
) -> None:
    (found,) = find_amounts(text, WORDS)
    assert found.span.cut(text) == bounded
    assert (found.low, found.value, found.high) == (low, value, high)


def test_a_rise_from_one_number_to_another_is_no_range() -> None:
    text = "the toll rose from 35 to 41"
    assert [each.span.cut(text) for each in find_amounts(text, WORDS)] == ["35", "41"]
