import pytest

from whence.referents.gazetteer.skeleton import consonants, latinise, skeleton


@pytest.mark.parametrize(
    "names",
    [
        "Сєвєродонецьк Северодонецк Sievierodonetsk Severodonetsk Syeverodonets'k Sjeverodoneck Siverodonetsk",
        "Запоріжжя Zaporizhzhia Zaporizhzhya Zaporižžja Zaporizhia",
        "Харків Kharkiv Harkiv Xarkiv",
        "Луганськ Luhansk Lugansk Lougansk",
        "Щастя Shchastia Schastia Shchastya",
        "Київ Киев Kyiv Kiev Kijev",
        "Королёв Korolyov Korolev",
        "Хмельницький Khmelnytskyi Khmelnitsky Hmel'nic'kij",
        "Чугуїв Chuhuiv Chuguev Čuhujiv",
        "Куп'янськ Kupiansk Kupyansk",
        "Жёлтое Zhyoltoye Zholtoe Zheltoe",
        "Юнаківка Yunakivka Iunakivka Junakivka",
    ],
)
def test_the_ways_to_transliterate_a_name_meet(names: str) -> None:
    assert len({skeleton(name) for name in names.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Siversk", "Sevsk"), ("Kharkiv", "Kherson"), ("Лиман", "Лимани"), ("Бахмут", "Бахмач")]
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    "names",
    [
        ("Deir ez-Zor", "Dayr az Zawr", "Deir al-Zor"),
        ("Khan Shaykhun", "Khan Sheikhoun", "Khan Sheikhun"),
        ("Ma‘arrat an Nu‘mān", "Maarat al-Numan", "Maaret al-Noman"),
    ],
)
def test_romanisations_from_arabic_meet_in_their_consonants(names: tuple[str, ...]) -> None:
    assert len({consonants(name) for name in names}) == 1
    assert consonants(names[0])


@pytest.mark.parametrize("name", ["北京", "حلب", "თბილისი", ""])
def test_other_scripts_have_no_skeleton(name: str) -> None:
    assert latinise(name) == skeleton(name) == consonants(name) == ""


def test_what_would_say_too_little_has_none() -> None:
    assert skeleton("Я") == ""
    assert consonants("Raqqa") == ""
