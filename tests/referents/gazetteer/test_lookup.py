import pytest

from whence.records import Box
from whence.referents.gazetteer import Gazetteer, Match, MatchKind

UKRAINE = Box(44.0, 22.0, 52.0, 40.3)


def found(matches: tuple[Match, ...]) -> list[tuple[str, str]]:
    return [(match.place.key, match.how) for match in matches]


def test_a_name_as_it_is_written_is_exact_and_the_larger_place_comes_first(small: Gazetteer) -> None:
    assert found(small.find("Seversk")) == [("geonames:492094", "exact"), ("geonames:694403", "exact")]


def test_a_name_in_another_dress_is_folded(small: Gazetteer) -> None:
    assert found(small.find("SevSk")) == [("geonames:496360", "folded")]


def test_another_transliteration_comes_last_and_tells_the_form_it_met(small: Gazetteer) -> None:
    first, *_, last = small.find("Siversk")
    assert (first.place.geonameid, first.how) == (694403, MatchKind.EXACT)
    assert (last.place.geonameid, last.how, last.form) == (492094, MatchKind.TRANSLITERATED, "Seversk")


def test_a_place_is_found_once_by_its_surest_form(small: Gazetteer) -> None:
    assert found(small.find("Kiev")) == [("geonames:703448", "exact")]
    assert found(small.find("KYIV")) == [("geonames:703448", "folded")]


@pytest.mark.parametrize("code", ["UKS", "uks", "IEV", "83000", "", "  ", "?!"])
def test_codes_numbers_and_nothing_are_no_names(small: Gazetteer, code: str) -> None:
    assert small.find(code) == ()


def test_arabic_names_are_found_as_given_and_by_their_consonants(small: Gazetteer) -> None:
    assert found(small.find("معرة النعمان")) == [("geonames:170063", "exact")]
    assert found(small.find("Maaret en-Noman")) == [("geonames:170063", "transliterated")]


def test_a_capital_is_told_as_one(small: Gazetteer) -> None:
    capital = small.place("geonames:703448")
    assert capital is not None
    assert capital.feature == "P.PPLC"


def test_near_orders_by_likeness_within_the_box_alone(small: Gazetteer) -> None:
    matches = small.near("SevSk", UKRAINE)
    assert matches[0].place.geonameid == 694403
    assert (matches[0].how, matches[0].form) == (MatchKind.FUZZY, "Seversk")
    assert all(UKRAINE.holds(match.place.latitude, match.place.longitude) for match in matches)
    assert [match.similarity for match in matches] == sorted((match.similarity for match in matches), reverse=True)


def test_near_takes_no_more_than_asked_for_and_reads_cyrillic(small: Gazetteer) -> None:
    (match,) = small.near("Севсрськ", UKRAINE, limit=1)
    assert match.place.geonameid == 694403
    assert small.near("北京", UKRAINE) == ()
    assert small.near("Siversk", Box(0, 0, 1, 1)) == ()


def test_within_gives_the_larger_first_also_across_the_antimeridian(small: Gazetteer) -> None:
    assert [place.name for place in small.within(UKRAINE)] == ["Kyiv", "Donetsk", "Simferopol", "Siversk"]
    assert [place.name for place in small.within(Box(-40, 170, -10, -170))] == ["Auckland", "Suva"]
    assert [place.name for place in small.within(Box(-40, 175, -10, -170))] == ["Suva"]


def test_a_place_has_its_names_and_an_unknown_key_has_none(small: Gazetteer) -> None:
    assert small.names("geonames:694403")[0] == "Siversk"
    assert "Сіверськ" in small.names("geonames:694403")
    assert small.names("geonames:1") == ()
    assert [small.place(key) for key in ("geonames:1", "geonames:x", "iso:UA-14", "")] == [None] * 4


def test_it_counts_by_class(small: Gazetteer) -> None:
    assert small.counts() == {"P": 10}
