"""Whether two reports had a lost ancestor in common rather than one being the other's parent."""

from __future__ import annotations

import numpy as np

from tests.lineage.venna import GAZETTE, gazette, ground, told
from whence.lineage.ground import Ground
from whence.lineage.lost import SIGNS, read_signs

FORD, CARTS, SHEDS = GAZETTE.splitlines()
ERROR = "Some 120 carts crossed the ford with captain Turgunov."
ELDER = told("elder", f"{FORD}\n{ERROR}", hour=12)
SIBLING = told("sibling", f"{ERROR}\n{SHEDS}", hour=16)
CHILD = told("child", f"{FORD}\n{ERROR}", hour=16)


def sign(name: str, on: Ground) -> float:
    return float(read_signs(on, 1, 2, [0])[SIGNS.index(name)])


def test_siblings_have_each_what_the_other_dropped_and_share_errors() -> None:
    siblings, child = ground(gazette(), ELDER, SIBLING), ground(gazette(), ELDER, CHILD)
    assert sign("missing", siblings) > sign("missing", child)
    assert sign("missing keys", siblings) > sign("missing keys", child) == 0
    assert sign("coverage", child) > sign("coverage", siblings)
    assert sign("common errors", siblings) > 0


def test_nothing_is_missing_of_ancestors_that_are_not_at_hand() -> None:
    on = ground(gazette(), ELDER, SIBLING)
    assert read_signs(on, 1, 2, [])[SIGNS.index("missing")] == 0
    assert read_signs(on, 1, 2, [])[SIGNS.index("missing keys")] == 0


def test_what_the_elder_adds_and_the_later_repeats_speaks_for_descent() -> None:
    adding = told("elder", f"{FORD}\nTanks of the enemy stand at Ombrel.", hour=12)
    repeating = told("later", "Tanks of the enemy stand at Ombrel.", hour=16)
    assert sign("own additions", ground(gazette(), adding, repeating)) > 0
    assert sign("additions shared", ground(gazette(), adding, repeating)) > sign(
        "additions shared", ground(gazette(), adding, SIBLING)
    )


def test_every_sign_is_finite_even_for_an_empty_report() -> None:
    assert np.isfinite(read_signs(ground(gazette(), ELDER, told("empty", "", hour=16)), 1, 2, [0])).all()
