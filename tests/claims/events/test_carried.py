from dataclasses import replace

from tests.claims.events import scenes
from whence.claims.events.carried import carry_on
from whence.claims.events.roles import circumstances

AT_TOLMAR = """
Rebels rebel NOUN NNS 2 nsubj -
shelled shell VERB VBD 0 ROOT -
Tolmar Tolmar PROPN NNP 2 obj LOC
. . PUNCT . 2 punct -
"""


def test_the_city_is_the_last_place_told_of() -> None:
    made = scenes.scene(AT_TOLMAR + scenes.FELL, places=("Tolmar",))
    found = scenes.clauses(made)
    order = list(zip(found, circumstances(made, found), strict=True))
    (none, _), (place, word) = carry_on(made, order)
    assert none is None
    assert (place, word is not None and word.text) == (0, "city")


def test_nothing_is_carried_on_where_no_place_was_told_of() -> None:
    made = scenes.scene(scenes.FELL)
    found = scenes.clauses(made)
    assert carry_on(made, list(zip(found, circumstances(made, found), strict=True))) == [(None, None)]


def test_a_claim_with_a_place_of_its_own_keeps_it() -> None:
    made = scenes.scene(AT_TOLMAR + scenes.FELL, places=("Tolmar",))
    found = scenes.clauses(made)
    first, second = circumstances(made, found)
    assert carry_on(made, [(found[0], first), (found[1], replace(second, places=(0,)))])[1] == (None, None)
