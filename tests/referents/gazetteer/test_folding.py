import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.referents.gazetteer.folding import fold, stem_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sivers'k", "SIVERSK"),
        ("Sivers’k", "Siversk"),
        ("Сіверськ", "Сіверск"),
        ("Куп'янськ", "Куп’янськ"),
        ("Łódź", "lodz"),
        ("Ḩalab", "Halab"),
        ("St. Petersburg", "Saint Petersburg"),
        ("Saint-Denis", "St Denis"),
        ("Washington, D.C.", "Washington DC"),
        ("Ma‘arrat an Nu‘mān", "Maarrat an Numan"),
        ("  New   York ", "new york"),
    ],
)
def test_spellings_that_differ_in_no_letter_that_matters_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Siversk", "Sevsk"), ("ガザ", "カサ"), ("Сумы", "Суми"), ("Bar", "Bari")])
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("name", "stem", "kind"),
    [
        ("Donetsk Oblast", "donetsk", "first"),
        ("Province of Aleppo", "aleppo", "first"),
        ("Pokrovsk raion", "pokrovsk", "second"),
        ("Rapides Parish", "rapides", "second"),
        ("Курская область", "курская", "first"),
        ("محافظة حلب", "حلب", "first"),
    ],
)
def test_the_word_for_an_area_comes_off(name: str, stem: str, kind: str) -> None:
    found = stem_of(fold(name))
    assert found is not None
    assert (found.form, found.kind) == (stem, kind)


@pytest.mark.parametrize("name", ["Donetsk", "Oblast", "Statesboro", "Landshut"])
def test_nothing_comes_off_a_plain_name(name: str) -> None:
    assert stem_of(fold(name)) is None
