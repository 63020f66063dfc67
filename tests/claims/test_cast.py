"""Names, short forms and whom they mean."""

from __future__ import annotations

import pytest

from whence.claims.cast import acronyms, bare, same_body, same_person


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (["renner"], ["ivo", "renner"], True),
        (["ivo", "renner"], ["i", "renner"], True),
        (["anna", "berg"], ["olaf", "berg"], False),
        (["ivo"], ["ivo", "renner"], False),
        ([], ["renner"], False),
    ],
)
def test_same_person(one: list[str], other: list[str], *, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def test_same_body_by_the_end_of_its_name() -> None:
    assert same_body("the Post", "Halden Post")
    assert not same_body("Halden", "Halden Post")


def test_acronyms_need_their_initials() -> None:
    assert acronyms("the Halden Relief Council (HRC) said")["HRC"][0] == "Halden Relief Council"
    assert acronyms("the Union of River Ports (URP)")["URP"][0] == "Union of River Ports"
    assert acronyms("the Relief Council (XYZ) said") == {}


def test_bare_name() -> None:
    assert bare("the Post’s") == "Post"
