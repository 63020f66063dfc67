"""What speaks for one report having been written from another."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.lineage.venna import GAZETTE, gazette, ground, herald, leaf, told
from whence.lineage.ground import Ground
from whence.lineage.signs import DERIVED, SEVERAL_HOURS, SIGNS, read_derived, read_signs

FAMILY = ground(gazette(), leaf(), herald())


def sign(name: str, parent: int = 0, child: int = 1, on: Ground = FAMILY) -> float:
    return float(read_signs(on, parent, child)[SIGNS.index(name)])


def derived(name: str, child: int, on: Ground = FAMILY) -> float:
    return float(read_derived(on, child)[DERIVED.index(name)])


def test_every_sign_is_a_finite_number() -> None:
    for parent in range(3):
        for child in range(3):
            if parent != child:
                assert np.isfinite(read_signs(FAMILY, parent, child)).all()
        assert np.isfinite(read_derived(FAMILY, parent)).all()


@pytest.mark.parametrize("name", ["coverage", "returned", "names"])
def test_a_rewrite_has_more_of_its_original_than_of_another_text(name: str) -> None:
    assert sign(name, 0, 1) > sign(name, 2, 1)


def test_a_verbatim_copy_has_all_of_it_in_order() -> None:
    copied = ground(gazette(), told("copy", GAZETTE, hour=20))
    assert sign("wording", 0, 1, copied) == 1
    assert sign("names", 0, 1, copied) == sign("numbers", 0, 1, copied) == 1
    assert sign("order", 0, 1, copied) > 0
    backwards = ground(gazette(), told("copy", "\n".join(reversed(GAZETTE.splitlines())), hour=20))
    assert sign("order", 0, 1, backwards) < 0


def test_numbers_held_are_a_half_where_there_are_none() -> None:
    assert sign("numbers", 0, 1) == 0
    assert sign("numbers", 0, 2) == pytest.approx(0.5)


def test_time_between_and_a_later_stamp() -> None:
    assert sign("hours", 0, 1) == pytest.approx(np.log1p(4))
    assert (sign("later", 0, 1), sign("later", 1, 0)) == (0, 1)
    assert sign("hours", 1, 0) == 0
    undated = ground(gazette(hour=None), leaf())
    assert sign("hours", 0, 1, undated) == pytest.approx(np.log1p(SEVERAL_HOURS))
    assert sign("later", 0, 1, undated) == sign("later", 1, 0, undated) == 0


def test_a_credit_counts_one_way_and_half_for_a_bodys_own_channel() -> None:
    linked: dict[str, Any] = {"links": ("https://gazette.example/1",)}
    assert sign("credited", 0, 1) == 0
    assert sign("credited", 0, 1, ground(gazette(), leaf(**linked))) == 1
    assert sign("credited", 1, 0, ground(gazette(), leaf(**linked))) == 0
    assert 0 < sign("credited", 0, 1, ground(gazette(outlet="Ostrel Guard, press desk"), leaf(**linked))) < 1


def test_an_error_that_first_stands_in_the_parent_speaks_for_it() -> None:
    follower = told("post", "They say 120 carts were seen.\nTanks stand at Ombrel.", hour=18)
    found = ground(gazette(), leaf(), follower)
    assert sign("errors", 1, 2, found) > 0
    assert sign("additions", 1, 2, found) > 0
    assert sign("errors", 0, 1, found) >= 0


def test_what_stands_before_the_parent_and_not_in_it_is_missing() -> None:
    reader_of_the_first = told("post", GAZETTE, hour=18)
    found = ground(gazette(), leaf(), reader_of_the_first)
    assert sign("missing", 1, 2, found) > sign("missing", 0, 2, found) == 0
    assert sign("missing keys", 1, 2, found) > 0


def test_across_languages() -> None:
    translated = ground(gazette(), told("list", "Гвардия ушла из Венны ночью.", hour=12, language="ru"))
    assert sign("across", 0, 1, translated) == 1
    assert sign("wording", 0, 1, translated) == 0
    assert sign("across", 0, 1) == 0


def test_what_is_explained_by_others_is_likelier_derived() -> None:
    assert derived("explained", 1) > derived("explained", 2)
    assert derived("coverage", 1) > derived("coverage", 2)
    assert derived("new", 2) > derived("new", 1)


def test_signs_of_first_hand() -> None:
    speaker = ground(told("gazette", "I saw carts at the ford.", hour=8), leaf(), herald(outlet="Sorrin town, press desk"))
    assert [derived("first person", n, speaker) for n in range(3)] == [1, 0, 0]
    assert [derived("own channel", n, speaker) for n in range(3)] == [0, 0, 1]


def test_the_first_has_nobody_it_could_be_from() -> None:
    assert [derived("alone", n) for n in range(3)] == [1, 0, 0]
    assert derived("alone", 0, ground(gazette(hour=None), leaf())) == 0


def test_earlier_is_sure_and_possible_is_not_ruled_out() -> None:
    undated = ground(gazette(hour=None), leaf(), herald())
    assert [undated.earlier(n) for n in range(3)] == [(), (), (1,)]
    assert [undated.possible(n) for n in range(3)] == [(1, 2), (0,), (0, 1)]


def test_what_first_stands_in_a_report() -> None:
    assert FAMILY.new_keys[1] - FAMILY.keyed[0].all == FAMILY.new_keys[1]
    assert "number:120" in FAMILY.new_keys[1]
    assert "number:12" in FAMILY.new_keys[0]
    assert FAMILY.weight(FAMILY.new_keys[1]) > 0 == FAMILY.weight(frozenset())
