"""Each kind of variation: what it sees, and what it must leave alone. The texts are invented."""

from __future__ import annotations

import pytest

from tests.lineage.variations.tale import pair_of
from whence.lineage.variations import attributions, dates, names, numbers, quotations, titles
from whence.lineage.variations.change import Change
from whence.records import VariationKind


def written(changes: list[Change]) -> dict[str, str]:
    """Return what the child writes and what stood there before."""
    return {change.written: change.correct for change in changes}


@pytest.mark.parametrize(
    ("before", "after", "languages", "expected"),
    [
        (
            "The militia left Orvik on Monday. Colonel Tamrat Bekelo said so in Halden.",
            "On Monday the militia left Orvik. Colonel Tamrat Bekela said so in Halden.",
            ("en", "en"), {"Tamrat Bekela": "Tamrat Bekelo"},
        ),
        (
            "The mayor, Yolanda Riban, said that families from Orvik slept in a school.",
            "Families from Orvik slept in a school, said the mayor, Yolande Rivan.",
            ("en", "en"), {"Yolande Rivan": "Yolanda Riban"},
        ),
        (
            "Глава города Геннадий Дорохов сказал, что мост через Северский Донец стоит.",
            "The head of the town, Gennady Dorokhov, said that the bridge over the Seversky Donets stands.",
            ("ru", "en"), {},
        ),
        ("The militia left Orvik, said Pavlo Hrytsak.", "Hrytsak said that the militia left Orvik.", ("en", "en"), {}),
    ],
)  # fmt: skip
def test_a_name_that_lost_its_letters(before: str, after: str, languages: tuple[str, str], expected: dict[str, str]) -> None:
    ground, pair = pair_of(before, after, languages)
    assert written(list(names.find(ground, pair))) == expected


def test_a_word_of_two_alphabets_is_garbled() -> None:
    ground, pair = pair_of("Отряд покинул город Светлое ночью.", "By night the force left the town of Svetloьe.", ("ru", "en"))
    assert "Svetloьe" in written(list(names.find(ground, pair)))


def test_a_rank_that_nobody_had() -> None:
    ground, pair = pair_of(
        "The town was held, said Colonel Pavlo Hrytsak of the Guard.",
        "The town was held, General Pavlo Hrytsak of the Guard declared.",
    )
    assert list(written(list(titles.find(ground, pair)))) == ["General Pavlo Hrytsak"]


def test_an_office_set_behind_a_name() -> None:
    ground, pair = pair_of(
        "Einar Holm, coordinator of the mission, counted eleven craters in Orvik.",
        "Einar Holm, commander of the northern brigade, counted eleven craters in Orvik.",
    )
    assert list(written(list(titles.find(ground, pair)))) == ["commander of the northern brigade"]


def test_the_same_rank_in_another_language_is_no_change() -> None:
    ground, pair = pair_of("Об этом сказал полковник Павло Грицак.", "Colonel Pavlo Hrytsak said so.", ("ru", "en"))
    assert not list(titles.find(ground, pair))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("All 37 wounded were brought out of Orvik.", "Some 73 wounded were carried out of Orvik.", {"73": "37"}),
        ("The militia left 14 vehicles in Orvik.", "In Orvik the militia left dozens of vehicles.", {"dozens of vehicles": "14"}),
        ("The militia left 14 vehicles in Orvik.", "In Orvik fourteen vehicles were left by the militia.", {}),
        ("On 11 May the militia left Orvik at 14:30.", "The militia left Orvik on 12 May.", {}),
        ("The school in El Soto holds 86 families.", "The school in El Soto holds 86 people.", {"86 people": "86 families"}),
    ],
)
def test_numbers_drift(before: str, after: str, expected: dict[str, str]) -> None:
    ground, pair = pair_of(before, after)
    assert written(list(numbers.find(ground, pair))) == expected


def test_a_number_that_grew_is_an_exaggeration() -> None:
    ground, pair = pair_of("The militia left 14 vehicles in Orvik.", "The militia left nearly a hundred vehicles in Orvik.")
    (change,) = numbers.find(ground, pair)
    assert (change.kind, change.written) == (VariationKind.EXAGGERATION, "nearly a hundred")


@pytest.mark.parametrize(
    ("before", "after", "languages", "expected"),
    [
        ("Troops entered Orvik on March 11.", "Troops had entered Orvik on March 10.", ("en", "en"), {"March 10": "March 11"}),
        ("Войска вошли в Орвик 11 марта.", "Troops entered Orvik on March 11.", ("ru", "en"), {}),
        ("Troops entered Orvik on Monday.", "On Tuesday troops entered Orvik.", ("en", "en"), {"Tuesday": "Monday"}),
        ("The attack of 04/06/2033 failed.", "The attack of April 6 failed.", ("en", "en"), {"April 6": "04/06/2033"}),
    ],
)  # fmt: skip
def test_days_drift(before: str, after: str, languages: tuple[str, str], expected: dict[str, str]) -> None:
    ground, pair = pair_of(before, after, languages)
    assert written(list(dates.find(ground, pair))) == expected


def test_a_quotation_in_other_words() -> None:
    ground, pair = pair_of(
        "“Nobody leaves home at night because they want to,” said Ilse Marn.",
        "“No one abandons a house by night gladly,” Ilse Marn said.",
    )
    (change,) = quotations.find(ground, pair)
    assert (change.written, change.kind) == ("No one abandons a house by night gladly", VariationKind.QUOTATION)


def test_a_quotation_that_is_only_shorter_is_none() -> None:
    ground, pair = pair_of(
        "“The market is shut, and I cannot tell you who governs this town,” said Ilse Marn.",
        "“I cannot tell you who governs this town,” Ilse Marn said.",
    )
    assert not list(quotations.find(ground, pair))


def test_a_newsroom_that_was_not_there() -> None:
    ground, pair = pair_of(
        "Families from Orvik sleep in a school, the aid group Northlight said.",
        "Our correspondent saw families from Orvik sleep in a school.",
    )
    assert any(words.startswith("Our correspondent") for words in written(list(attributions.find(ground, pair))))


def test_another_source() -> None:
    ground, pair = pair_of(
        "Colonel Pavlo Hrytsak said that the road to Halden lay open.", "Doctors say that the road to Halden lies open."
    )
    assert written(list(attributions.find(ground, pair))).get("Doctors") is not None
