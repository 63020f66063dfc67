"""What a passage can be found by when it is rewritten: names, numbers, concepts, words; the rarer, the heavier."""

from __future__ import annotations

import numpy as np
import pytest

from tests.factory import reading, report
from whence.collation.keys import Keys, find_names, keys_of, lemma_of, matrix_of, names_in, weigh
from whence.collation.units import number_units
from whence.records import Reading


def english(text: str, id: str = "r1") -> Reading:
    return reading(report(text, id=id, language="en"))


def russian(text: str, id: str = "r2") -> Reading:
    return reading(report(text, id=id, language="ru"))


def keys(*readings: Reading) -> tuple[Keys, ...]:
    return keys_of(readings, number_units(readings), names_in(readings))


def test_words_in_capitals_within_a_sentence_are_names_and_days_and_openings_are_none() -> None:
    known = names_in([english("On a Tuesday in May the Guard left Venna. Nobody spoke of Venna.")]).known
    assert known == {"Guard", "Venna"}


def test_a_word_that_also_stands_in_small_letters_is_no_name() -> None:
    assert names_in([english("They saw Carts near Venna.")]).known == {"Carts", "Venna"}
    assert names_in([english("They saw Carts near Venna, and other carts.")]).known == {"Venna"}
    assert names_in([english("They saw Carts near Venna."), english("Others saw carts.", "r2")]).known == {"Venna"}


def test_one_name_in_two_scripts_has_one_key() -> None:
    one, other = english("They met Turgunov there."), russian("Там был Тургунов.")
    both = keys(one, other)
    assert both[0].names
    assert both[0].names == both[1].names


def test_case_endings_of_a_name_meet() -> None:
    known = names_in([russian("Они видели Ломтева. Там был Ломтев. Беседа с Ломтевым шла.")])
    assert known.keys("Ломтева") == known.keys("Ломтев") == known.keys("Ломтевым") != ()


def test_a_word_that_is_no_name_has_no_keys() -> None:
    assert names_in([english("They met Turgunov there.")]).keys("there") == ()


def test_numbers_are_values_however_they_are_written() -> None:
    (one,), (other,) = keys(english("Some 4,800 carts came.")), keys(english("Twelve carts came."))
    assert one.numbers == {4800.0}
    assert other.numbers == {12.0}


def test_concepts_meet_across_languages() -> None:
    one, other = keys(english("two were wounded there"), russian("двое были ранены там"))
    assert set(one.concepts) & set(other.concepts)
    assert all(0 < share <= 1 for share in one.concepts.values())


def test_words_stand_in_their_dictionary_form() -> None:
    (found,) = keys(english("carts crossed the fords"))
    assert {"cart", "cross", "ford"} <= found.words


@pytest.mark.parametrize(("form", "language", "lemma"), [("Carts", "en", "cart"), ("Carts", "xx", "carts"), ("CARTS", "", "carts")])
def test_lemma(form: str, language: str, lemma: str) -> None:
    assert lemma_of(form, language) == lemma


def test_names_are_found_where_they_stand() -> None:
    text = "They met Turgunov there, and Turgunov left."
    found = find_names(text, names_in([english(text)]))
    assert [span.cut(text) for span, _ in found] == ["Turgunov", "Turgunov"]
    assert found[0][1] == found[1][1]


def test_the_rarer_key_weighs_more_and_one_holder_counts_once() -> None:
    weights = weigh([(0, ["rare", "common", "common"]), (1, ["common"]), (2, ["common"])], 3)
    assert weights["rare"] == pytest.approx(np.log(4 / 1.5))
    assert weights["common"] == pytest.approx(np.log(4 / 3.5))


def test_rows_have_length_one_or_none() -> None:
    matrix = matrix_of([{"a": 1.0, "b": 0.5}, {}, {"unweighed": 1.0}], {"a": 2.0, "b": 4.0})
    assert matrix.shape == (3, 2)
    assert np.linalg.norm(matrix.toarray(), axis=1).tolist() == pytest.approx([1.0, 0.0, 0.0])
    assert matrix.toarray()[0].tolist() == pytest.approx([2**-0.5, 2**-0.5])
