"""The glossaries: what is listed is found, in whatever form it stands, and means the same in every language."""

import time
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.language.glossary import GLOSSARIES, Glossary, find_numbers, fold, load_glossary, load_group
from whence.language.tables import read_table

LISTS = {
    language: tomllib.loads(files("whence.language").joinpath("glossary", f"{name}.toml").read_text("utf-8"))
    for language, name in GLOSSARIES.items()
}


def glossary(language: str) -> Glossary:
    found = load_glossary(language)
    assert found is not None
    return found


@pytest.mark.parametrize("language", sorted(GLOSSARIES))
def test_every_listed_word_finds_its_concept(language: str) -> None:
    for concept, entries in LISTS[language]["words"].items():
        for entry in entries.split():
            if not entry.endswith("*"):
                assert concept in glossary(language).concepts(entry), entry


@pytest.mark.parametrize("language", sorted(GLOSSARIES))
def test_every_stem_is_kept_with_its_concept(language: str) -> None:
    for concept, entries in LISTS[language]["words"].items():
        for entry in entries.split():
            if entry.endswith("*"):
                assert concept in glossary(language).stems[fold(entry)[:-1]], entry
                assert len(fold(entry)) > 3, entry


@pytest.mark.parametrize("language", sorted(GLOSSARIES))
def test_lines_and_the_words_in_them_are_sorted(language: str) -> None:
    words = LISTS[language]["words"]
    assert list(words) == sorted(words)
    for concept, entries in words.items():
        assert entries.split() == sorted(set(entries.split())), concept


@pytest.mark.parametrize("language", sorted(GLOSSARIES))
def test_english_names_every_concept(language: str) -> None:
    assert not set(LISTS[language]["words"]) - set(LISTS["en"]["words"])
    assert all(entries.split() for entries in LISTS[language]["words"].values())


@pytest.mark.parametrize("language", ["ru", "uk", "es", "fr"])
def test_the_fullest_glossaries_know_nearly_all_concepts(language: str) -> None:
    assert len(LISTS[language]["words"]) > 0.95 * len(LISTS["en"]["words"])


def test_a_language_without_a_glossary_has_none() -> None:
    assert load_glossary("sw") is None


BRIDGES = {
    "ar": "بالجسر",
    "de": "Brücken",
    "en": "overpass",
    "es": "puentes",
    "fr": "ponts",
    "pt": "pontes",
    "ru": "мостом",
    "tr": "köprüden",
    "uk": "мосту",
}
WITHDRAWALS = {
    "ar": "وانسحبت",
    "de": "abgezogen",
    "en": "withdrew",
    "es": "retirarse",
    "fr": "retirés",
    "pt": "retiraram",
    "ru": "отступили",
    "tr": "çekildi",
    "uk": "відійшли",
}
WOUNDED = {
    "ar": "الجرحى",
    "de": "Verletzten",
    "en": "hurt",
    "es": "heridas",
    "fr": "blessées",
    "pt": "feridos",
    "ru": "раненых",
    "tr": "yaralılar",
    "uk": "поранених",
}


@pytest.mark.parametrize(("concept", "forms"), [("bridge", BRIDGES), ("withdraw", WITHDRAWALS), ("wounded", WOUNDED)])
@pytest.mark.parametrize("language", sorted(GLOSSARIES))
def test_inflected_forms_of_all_languages_meet_in_one_concept(language: str, concept: str, forms: dict[str, str]) -> None:
    assert concept in glossary(language).concepts(forms[language])


def test_case_and_accents_and_stress_marks_do_not_matter() -> None:
    assert "bridge" in glossary("en").concepts("BRIDGE")
    assert "hospital" in glossary("fr").concepts("HOPITAL") & glossary("fr").concepts("hôpital")
    assert "sniper" in glossary("ru").concepts("Сна́йперы")
    assert fold("ёж") == "еж"
    assert fold("Край") == "край"


def test_a_stem_does_not_take_a_word_that_a_longer_stem_fits() -> None:
    assert "leave" not in glossary("uk").concepts("залишилися")
    assert "remain" in glossary("uk").concepts("залишилися")
    assert "leave" in glossary("uk").concepts("залишили")


def test_a_capital_tells_a_month_from_a_verb() -> None:
    assert "May" in glossary("en").concepts("May")
    assert "May" not in glossary("en").concepts("may")
    assert "March" not in glossary("en").concepts("march")


def test_what_is_written_as_one_with_a_word_is_taken_off() -> None:
    assert "army" in glossary("fr").concepts("l’armée")
    assert "army" in glossary("en").concepts("army’s")
    assert "army" in glossary("ar").concepts("وللجيش")


def test_the_parts_of_a_compound_count_where_the_whole_is_not_listed() -> None:
    assert {"bridge", "road"} <= glossary("en").concepts("road-bridge")


@pytest.mark.parametrize("word", ["", "-", "’", "xqzv", "the", "Ouadda", "123"])
def test_unlisted_words_give_nothing(word: str) -> None:
    assert glossary("en").concepts(word) == frozenset()


@given(st.text(max_size=20), st.sampled_from(sorted(GLOSSARIES)))
def test_any_text_can_be_asked_for(word: str, language: str) -> None:
    assert glossary(language).concepts(word) <= set(LISTS["en"]["words"])
    assert fold(fold(word)) == fold(word)


def test_asking_again_is_quick() -> None:
    words = ["bridge", "Soldiers", "withdrew", "nowhere-listed"] * 5000
    for word in set(words):
        glossary("en").concepts(word)
    start = time.perf_counter()
    for word in words:
        glossary("en").concepts(word)
    assert time.perf_counter() - start < 1


NUMBERS = [
    ("en", "thirty-seven drivers", [("thirty-seven", 37)]),
    ("en", "1,250 soldiers", [("1,250", 1250)]),
    ("en", "at 02:40 on 9 June", [("02", 2), ("40", 40), ("9", 9)]),
    ("en", "two thirds of two dozen", [("two thirds", 2 / 3), ("two dozen", 24)]),
    ("en", "a third of the crew, the third boat", [("third", 1 / 3), ("third", 3)]),
    ("en", "1.5 million litres and hundreds of cans", [("1.5 million", 1_500_000)]),
    ("en", "the first T72", []),
    ("ru", "двести сорок человек", [("двести сорок", 240)]),
    ("ru", "около 3 450 семей, 2 тыс. домов", [("3 450", 3450), ("2 тыс", 2000)]),
    ("ru", "сто двадцать тысяч триста", [("сто двадцать тысяч триста", 120_300)]),
    ("ru", "тысячи людей, полторы тысячи коров, 3,5 млн", [("полторы тысячи", 1500), ("3,5 млн", 3_500_000)]),
    ("ru", "пять, шесть", [("пять", 5), ("шесть", 6)]),
    ("uk", "п’ятдесят сім поранених, третина села", [("п’ятдесят сім", 57), ("третина", 1 / 3)]),
    ("es", "mil doscientos hombres y un perro", [("mil doscientos", 1200)]),
    ("es", "3.450 familias, 3,5 toneladas, dos docenas", [("3.450", 3450), ("3,5", 3.5), ("dos docenas", 24)]),
    ("fr", "trois cents hommes, une dizaine de camions", [("trois cents", 300), ("une dizaine", 10)]),
    ("fr", "3 450 personnes à 8 h 20", [("3 450", 3450), ("8", 8), ("20", 20)]),
    ("de", "siebenunddreißig Verletzte, 1.250 Soldaten", [("siebenunddreißig", 37), ("1.250", 1250)]),
    ("pt", "duzentos e quarenta", [("duzentos e quarenta", 240)]),
    ("tr", "iki yüz kırk, bin iki yüz, on iki", [("iki yüz kırk", 240), ("bin iki yüz", 1200), ("on iki", 12)]),
    ("tr", "bir milyon iki yüz bin", [("bir milyon iki yüz bin", 1_200_000)]),
    ("ar", "سبعة وثلاثون جريحا", [("سبعة وثلاثون", 37)]),
    ("ar", "ثلاثة آلاف ومئتان، ٣٧", [("ثلاثة آلاف ومئتان", 3200), ("٣٧", 37)]),
    ("sw", "watu 25", [("25", 25)]),
]


@pytest.mark.parametrize(("language", "text", "expected"), NUMBERS)
def test_numbers_in_digits_and_words(language: str, text: str, expected: list[tuple[str, float]]) -> None:
    found = [(text[start:end], value) for start, end, value in find_numbers(text, language)]
    assert [form for form, _ in found] == [form for form, _ in expected]
    assert [value for _, value in found] == pytest.approx([value for _, value in expected])


def test_added_number_words_can_be_looked_up() -> None:
    assert glossary("ru").numbers[fold("сорок")] == 40
    assert glossary("uk").numbers[fold("двадцят*")] == 20


PIECES = [
    "bridge",
    "forty",
    "two",
    "сорок",
    "пять",
    "mille",
    "vingt",
    "y",
    "et",
    "12",
    "3,450",
    "2.5",
    "02:40",
    "-",
    ",",
    " ",
    "million",
    "тысяч",
]


@given(st.lists(st.sampled_from(PIECES)).map(" ".join) | st.text(max_size=40), st.sampled_from([*sorted(GLOSSARIES), "sw"]))
def test_spans_of_numbers_lie_in_the_text_in_order_and_apart(text: str, language: str) -> None:
    found = find_numbers(text, language)
    edges = [edge for start, end, _ in found for edge in (start, end)]
    assert edges == sorted(edges)
    for start, end, value in found:
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        assert value >= 0


@given(st.integers(min_value=1, max_value=999_999), st.sampled_from(["en", "es", "de", "ru", "tr"]))
def test_digits_with_parted_thousands_give_the_number_back(number: int, language: str) -> None:
    sign = {"en": ",", "es": ".", "de": ".", "ru": "\u00a0", "tr": "."}[language]
    written = f"{number:,}".replace(",", sign)
    assert find_numbers(f"x {written} x", language) == ((2, 2 + len(written), float(number)),)


@pytest.mark.parametrize("name", ["counted", "evidence", "titles"])
def test_groups_gather_concepts_that_are_listed_in_order(name: str) -> None:
    listed = read_table("glossary", "groups.toml")[name]
    assert listed == sorted(set(listed))
    assert set(listed) <= read_table("glossary", "english.toml")["words"].keys()
    assert load_group(name) == frozenset(listed)


@pytest.mark.parametrize("table", ["vague.toml", "voices.toml"])
def test_tables_of_many_languages_hold_something_for_each(table: str) -> None:
    assert all(read_table("glossary", table).values())
