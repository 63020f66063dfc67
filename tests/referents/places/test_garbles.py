import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.referents.places.world import EAST, PACIFIC
from whence.records import Box
from whence.referents.gazetteer import Gazetteer
from whence.referents.places.garbles import compare, doubles, find_originals, is_odd, is_within

LETTERS = st.text("aeiknorst", min_size=1, max_size=9)


@pytest.mark.parametrize("form", ["SiverSk", "PokrSk", "BakHmut", "Velyka NovoSilka", "novo-SiversK"])
def test_a_capital_inside_a_word_is_odd(form: str) -> None:
    assert is_odd(form)


@pytest.mark.parametrize(
    "form",
    [
        "Siversk", "SIVERSK", "siversk", "KYIV-based", "McAllen", "MacArthur", "DeKalb", "LaGrange", "O’Fallon", "Fitzgerald", "Y",
        "", "Ivano-Frankivsk", "Ivano‑Frankivsk", "N’Djamena", "N‘Djamena", "NʼDjamena", "Ra’s al-‘Ayn", "Tall ‘Afar",
        "St.Petersburg", "W.Va.", "Ft.Worth", "Kyiv/Kharkiv", "Pervomaisk–Lysychansk", "Galicia (Halden)", "UKs",
    ],
)  # fmt: skip
def test_other_capitals_are_not(form: str) -> None:
    assert not is_odd(form)


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("Severodonnetsk", ["Sievierodonetsk", "Severodonetsk"]),
        ("Severrodonetsk", ["Северодонецк"]),
        ("Vuhleddar", ["Vuhledar"]),
        ("Tallinnn", ["Tallinn"]),
        ("Mattarrah", ["Mattarah"]),
    ],
)
def test_a_letter_is_doubled_that_no_name_of_the_place_doubles(form: str, names: list[str]) -> None:
    assert doubles(form, names)


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("Siversk", ["Siversk"]),
        ("Vinnytsia", ["Vinnytsya"]),
        ("Tallin", ["Tallinn"]),
        ("Annivka", ["Hannivka", "Ganivka"]),
        ("MISSISSIPPI", ["Mississippi"]),
        ("Port Talbot", ["Porttalbot"]),
        ("Kannivka", []),
        ("", ["Siversk"]),
    ],
)
def test_a_letter_that_a_name_doubles_as_well_is_nothing_odd(form: str, names: list[str]) -> None:
    assert not doubles(form, names)


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("sevsk", "seversk", True),
        ("seversk", "seversk", True),
        ("sever", "seversk", False),
        ("svreesk", "seversk", False),
        ("sevkk", "seversk", False),
    ],
)
def test_letters_stand_within_a_name_in_its_order_with_the_last_one_last(short: str, long: str, *, expected: bool) -> None:
    assert is_within(short, long) is expected


@pytest.mark.parametrize(
    ("garbled", "original", "change"),
    [
        ("siversk", "siversk", "the same letters"),
        ("severodonnetsk", "severodonetsk", "a letter doubled or single"),
        ("vinytsia", "vinnytsia", "a letter doubled or single"),
        ("pokrsk", "pokrovsk", "letters lost from within"),
        ("kramator", "kramatorsk", "an end lost"),
        ("matorsk", "kramatorsk", "a beginning lost"),
        ("severomorsk", "severodon", "the same stem, completed otherwise"),
        ("bakhmyt", "bakhmut", "letters changed"),
        ("bakhmtu", "bakhmut", "letters changed"),
    ],
)
def test_the_change_that_leads_from_one_name_to_the_other_is_told(garbled: str, original: str, change: str) -> None:
    similarity, told = compare(garbled, original)
    assert told == change
    assert similarity > compare(garbled, "odesa")[0]


def test_odd_capitals_make_lost_letters_likelier_and_are_a_change_of_their_own() -> None:
    assert compare("pokrsk", "pokrovsk", odd=True)[0] > compare("pokrsk", "pokrovsk")[0]
    assert compare("siversk", "siversk", odd=True) == (1.0, "capital letters within")


def test_the_fewer_letters_are_lost_the_likelier() -> None:
    ends = [compare("kramatorsk"[:length], "kramatorsk")[0] for length in (9, 8, 7, 6)]
    assert ends == sorted(ends, reverse=True)
    assert compare("pokrvsk", "pokrovsk")[0] > compare("pokrsk", "pokrovsk")[0]


@given(LETTERS, LETTERS)
def test_likeness_is_a_share_and_only_the_name_itself_is_wholly_alike(garbled: str, original: str) -> None:
    similarity, change = compare(garbled, original)
    assert 0 <= similarity <= 1
    assert (similarity == 1) is (garbled == original)
    assert change


def found(form: str, gazetteer: Gazetteer, box: Box = EAST, **options: int) -> list[str]:
    return [original.place.name for original in find_originals(form, gazetteer, box, **options)]


@pytest.mark.issue(3)
@pytest.mark.parametrize("form", ["SevSk", "Siverssk", "Sivrsk", "Сіверк", "Seversq"])
def test_the_likeliest_original_comes_first(form: str, world: Gazetteer) -> None:
    assert found(form, world)[0] == "Siversk"


def test_each_place_comes_once_with_the_name_it_was_garbled_from(world: Gazetteer) -> None:
    originals = find_originals("Severodonnetsk", world, EAST)
    keys = [original.place.key for original in originals]
    assert len(keys) == len(set(keys))
    assert (originals[0].form, originals[0].change) == ("Severodonetsk", "a letter doubled or single")
    assert find_originals("Siverssk", world, EAST)[0].form == "Siversk", "Seversk is one of its names as well"
    assert [each.similarity for each in originals] == sorted((each.similarity for each in originals), reverse=True)


def test_only_places_of_the_box_count(world: Gazetteer) -> None:
    assert "Sevsk" not in found("Sevvsk", world)
    assert found("Sevvsk", world, Box(52.0, 34.0, 53.0, 35.0)) == ["Sevsk"]
    assert found("Siversk", world, Box(0.0, 0.0, 0.5, 0.5)) == []


def test_of_places_alike_the_larger_comes_first(world: Gazetteer) -> None:
    originals = find_originals("Osttermark", world, Box(15.0, 15.0, 25.0, 25.0))
    assert [each.place.population for each in originals] == [9000, 600]


@pytest.mark.parametrize("form", ["", "Y", "Siv", "’", "北京", "القاهرة", "1234567"])
def test_of_a_form_too_short_or_in_another_script_nothing_is_concluded(form: str, world: Gazetteer) -> None:
    assert found(form, world) == []


def test_no_more_are_told_than_asked_for(world: Gazetteer) -> None:
    assert found("Donetsk", world) == ["Donetsk", "Sievierodonetsk"]
    assert found("Donetsk", world, limit=1) == ["Donetsk"]


@pytest.mark.parametrize("form", ["Qvarzhyl", "Bawryut", "Lozova"])
def test_a_form_that_is_like_no_name_has_no_original(form: str, world: Gazetteer) -> None:
    assert found(form, world) == []


def test_a_box_may_cross_the_antimeridian(world: Gazetteer) -> None:
    assert found("Labbasa", world, PACIFIC) == ["Labasa"]
