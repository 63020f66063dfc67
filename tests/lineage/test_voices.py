"""Who stands behind a passage."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factory import claim, source
from tests.lineage.venna import GAZETTE, gazette, ground, told
from whence.lineage.voices import Voice, bodies_in, has_voice, key_of, outlet_voice, voice_of
from whence.records import Reading, Source, SourceKind

TEXT = "Carts crossed the ford, said Azamat Turgunov, spokesman of the Ostrel Guard, citing satellite images and residents."
TURGUNOV = source(TEXT, "Azamat Turgunov", "party", name="Azamat Turgunov", role="spokesman of the Ostrel Guard", named=True)
RESIDENTS = source(TEXT, "residents", "resident")
IMAGES = source(TEXT, "satellite images", "imagery")


def report_with(*chain: Source, id: str = "leaf", **fields: Any) -> Reading:
    return told(id, TEXT, claim(TEXT, "Carts crossed the ford", chain=chain), **{"hour": 12, **fields})


def voice(one: Reading) -> Voice:
    return voice_of(ground(one), 0)


def test_a_named_source_is_known_by_its_name_and_the_bodies_it_speaks_for() -> None:
    found = voice(report_with(TURGUNOV))
    assert (found.name, found.kind, found.sure, found.span) == ("Azamat Turgunov", SourceKind.PARTY, True, TURGUNOV.span)
    assert found.key == f"name:{key_of('Turgunov')}"
    assert bodies_in("Ostrel Guard") <= found.bodies


def test_the_source_nearest_the_event_that_could_know_it_stands_behind() -> None:
    assert voice(report_with(TURGUNOV, RESIDENTS)).kind is SourceKind.RESIDENT
    assert voice(report_with(TURGUNOV, IMAGES)).name == "Azamat Turgunov"
    assert voice(report_with(IMAGES)).kind is SourceKind.IMAGERY


def test_an_unnamed_source_is_known_within_its_report_alone() -> None:
    one, other = voice(report_with(RESIDENTS)), voice(report_with(RESIDENTS, id="herald"))
    assert not one.sure
    assert one.key != other.key
    assert one.name == "residents"


def test_in_its_own_voice_a_report_is_known_by_its_outlet() -> None:
    assert voice(report_with()) == outlet_voice(report_with())
    assert voice(gazette()).key == "outlet:Venna Gazette"
    assert not voice(gazette()).sure


def test_a_bodys_own_channel_and_a_reporter_who_says_i_are_sure() -> None:
    channel = outlet_voice(report_with(outlet="Ostrel Guard, press desk"))
    assert (channel.kind, channel.sure) == (SourceKind.PARTY, True)
    reporter = outlet_voice(told("herald", "I saw carts at the ford."))
    assert (reporter.kind, reporter.sure) == (SourceKind.MEDIA, True)


@pytest.mark.parametrize("name", ["Turgunov", "Azamat Turgunov", "Тургунов", "Captain Turgunov"])
def test_a_name_is_known_across_scripts_and_titles_by_its_last_word(name: str) -> None:
    assert key_of(name) == key_of("Turgunov")


def test_names_that_differ_have_different_keys() -> None:
    assert key_of("Nurlan Esenov") != key_of("Azamat Turgunov")
    assert key_of("12") == "12"


def test_bodies_are_words_in_capitals() -> None:
    assert bodies_in("spokesman of the Ostrel Guard in it") == {key_of("Ostrel"), key_of("Guard")}
    assert bodies_in("residents") == frozenset()


def test_a_passage_of_a_rewrite_has_a_voice_by_a_byline_the_first_person_or_a_new_source() -> None:
    first = told("gazette", GAZETTE, hour=8)
    unit = 3
    for one, expected in (
        (report_with(), False),
        (report_with(authors=("Mirel Hask",)), True),
        (report_with(RESIDENTS), False),
        (told("leaf", "I saw it.\nCarts crossed the ford.", hour=12), True),
    ):
        assert has_voice(ground(first, one), unit, [0]) is expected


def test_a_source_that_the_texts_before_know_is_no_voice_of_its_own() -> None:
    unknowing = told("gazette", "Carts crossed the ford.\nNobody spoke.\nIt was night.", hour=8)
    assert has_voice(ground(told("gazette", GAZETTE, hour=8), report_with(TURGUNOV)), 3, [0]) is False
    assert has_voice(ground(unknowing, report_with(TURGUNOV)), 3, [0]) is True
