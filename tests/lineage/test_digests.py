"""Whether a report had a second parent: a digest is seen by what the first does not explain."""

from __future__ import annotations

import numpy as np

from tests.lineage.venna import GAZETTE, HERALD, gazette, ground, herald, leaf, told
from whence.lineage.digests import SIGNS, read_signs
from whence.lineage.ground import Ground

DIGEST = ground(gazette(), herald(hour=9), told("digest", f"{GAZETTE}\n{HERALD}", hour=20))
COPY = ground(gazette(), herald(hour=9), told("copy", GAZETTE, hour=20))


def sign(name: str, on: Ground, first: int = 0, second: int = 1, child: int = 2) -> float:
    return float(read_signs(on, first, second, child)[SIGNS.index(name)])


def test_a_second_parent_explains_what_the_first_does_not() -> None:
    for name in ("gain", "passages", "key gain", "errors", "returned"):
        assert sign(name, DIGEST) > sign(name, COPY)


def test_a_second_parent_that_adds_nothing_gains_nothing() -> None:
    twice = ground(gazette(), leaf(hour=9), told("copy", GAZETTE, hour=20))
    assert sign("gain", twice) == sign("passages", twice) == sign("key gain", twice) == 0


def test_parents_that_are_alike_are_akin() -> None:
    assert sign("akin", ground(gazette(), leaf(hour=9), told("digest", DIGEST.readings[2].report.text, hour=20))) > sign(
        "akin", DIGEST
    )


def test_a_credit_for_the_second() -> None:
    credited = ground(gazette(), herald(hour=9), told("digest", GAZETTE, hour=20, links=("https://herald.example/1",)))
    assert (sign("credited", DIGEST), sign("credited", credited)) == (0, 1)


def test_every_sign_is_finite_even_for_an_empty_report() -> None:
    assert np.isfinite(read_signs(ground(gazette(), herald(hour=9), told("empty", "", hour=20)), 0, 1, 2)).all()
