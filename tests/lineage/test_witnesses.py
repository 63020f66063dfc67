"""On whom each passage rests in the end."""

from __future__ import annotations

from tests.factory import claim, source
from tests.lineage.venna import gazette, ground, leaf, told
from whence.lineage.ground import Ground
from whence.lineage.routes import Route, Way
from whence.lineage.witnesses import Standing, find_standings
from whence.records import Known, Reading, SourceKind

SAID = "Carts crossed the ford, said Azamat Turgunov, spokesman of the Ostrel Guard. Residents fled, residents said."
ALSO = "Carts crossed the ford, the Ostrel Guard said. Sheds burned, said Nurlan Esenov."
SPOKESMAN = source(SAID, "Azamat Turgunov", "party", name="Azamat Turgunov", role="spokesman of the Ostrel Guard", named=True)
RESIDENTS = source(SAID, "residents", "resident")
BODY = source(ALSO, "the Ostrel Guard", "party", name="Ostrel Guard", named=True, party=Known("guard"))
OTHER = source(ALSO, "Nurlan Esenov", "official", name="Nurlan Esenov", named=True)


def said(*, hour: int = 8) -> Reading:
    return told(
        "gazette",
        SAID,
        claim(SAID, "Carts crossed the ford", chain=(SPOKESMAN,)),
        claim(SAID, "Residents fled", chain=(RESIDENTS,)),
        hour=hour,
    )


def also(*, hour: int = 9) -> Reading:
    return told(
        "herald", ALSO, claim(ALSO, "Carts crossed the ford", chain=(BODY,)), claim(ALSO, "Sheds burned", chain=(OTHER,)), hour=hour
    )


def standing(on: Ground, clusters: tuple[tuple[int, ...], ...], **taken: int) -> Standing:
    """Return the standing where units are first-hand but those named `u<unit>`, taken from another."""
    units = on.comparison.material.units
    origins = {int(name[1:]): origin for name, origin in taken.items()}
    routes = {
        unit: Route(unit, Way.TAKEN, units[origins[unit]].report, origins[unit]) if unit in origins else Route(unit, Way.FIRST_HAND)
        for unit in range(len(units))
    }
    return find_standings(on, clusters, routes)


def test_a_copy_rests_on_the_witness_of_its_original() -> None:
    found = standing(ground(said(), leaf()), ((0, 2), (1,), (3,), (4,)), u2=0)
    assert found.behind[2] == found.behind[0] == ("w1",)
    assert found.heard[0] == ("w1",)
    assert found.witnesses[0].name == "Azamat Turgunov"
    assert found.witnesses[0].reports == ("gazette",)


def test_a_way_is_followed_to_its_root() -> None:
    found = standing(ground(said(), leaf(), told("post", "Carts.", hour=20)), ((0, 2, 5), (1,), (3,), (4,)), u2=0, u5=2)
    assert found.behind[5] == ("w1",)


def test_a_body_and_its_spokesman_are_one_witness() -> None:
    found = standing(ground(said(), also()), ((0, 2), (1,), (3,)))
    assert found.behind[0] == found.behind[2]
    assert found.heard[0] == found.behind[0]
    assert len(found.heard[0]) == 1
    joined = next(each for each in found.witnesses if each.id == found.heard[0][0])
    assert joined.reports == ("gazette", "herald")
    assert joined.name == "Azamat Turgunov"
    assert joined.side == Known("guard")


def test_two_sources_are_two_witnesses() -> None:
    found = standing(ground(said(), also()), ((0, 3), (1,), (2,)))
    assert len(found.heard[0]) == 2
    assert {each.name for each in found.witnesses} >= {"Nurlan Esenov", "residents"}


def test_whom_a_reader_could_not_tell_apart_is_not_counted_beside_one_who_is_known() -> None:
    found = standing(ground(said(), also()), ((1, 3), (0,), (2,)))
    known = next(each.id for each in found.witnesses if each.name == "Nurlan Esenov")
    assert found.heard[0] == (known,)
    assert standing(ground(said(), also()), ((1,), (0,), (2,), (3,))).heard[0] != ()


def test_an_outlet_that_was_there_is_its_own_witness() -> None:
    found = standing(ground(gazette()), ((0,), (1,), (2,)))
    assert [(each.name, each.kind) for each in found.witnesses] == [("The Venna Gazette", SourceKind.MEDIA)]
    assert {*found.heard.values()} == {("w1",)}


def test_nobody_stands_behind_what_was_added() -> None:
    on = ground(gazette())
    found = find_standings(
        on, ((0,), (1,), (2,)), {0: Route(0, Way.FIRST_HAND), 1: Route(1, Way.ADDED), 2: Route(2, Way.FIRST_HAND)}
    )
    assert (found.behind[1], found.heard[1]) == ((), ())


def test_a_witness_points_at_its_passages() -> None:
    (first, *_) = standing(ground(said()), ((0,), (1,))).witnesses
    assert [passage.span.cut(SAID) for passage in first.passages] == ["Azamat Turgunov"]
    assert first.because
