import pytest

from whence.referents.gazetteer.ties import Town, Towns, likeness, tie_codes


def town(name: str, region: str, population: int, *names: str) -> Town:
    return Town(name, names, region, population, 0.0, 0.0)


@pytest.mark.parametrize(
    ("region", "name"),
    [
        ("donetska", "Donetsk"),
        ("odeska", "Odesa"),
        ("khmelnytska", "Khmelnytskyi"),
        ("saratovskaya", "Saratov"),
        ("aleppo", "Aleppo"),
    ],
)
def test_a_region_bears_the_name_of_its_town(region: str, name: str) -> None:
    assert likeness(region, name) > 0


@pytest.mark.parametrize(("region", "name"), [("delta", "Del"), ("niger", "Nigerton"), ("donetska", "Dnipro"), ("north", "Norton")])
def test_a_likeness_by_chance_is_none(region: str, name: str) -> None:
    assert likeness(region, name) == 0


def test_codes_that_agree_for_the_whole_country_are_taken() -> None:
    towns = {"ZH": [town("Zürich", "ZH", 9)], "BE": [town("Bern", "BE", 8)]}
    assert tie_codes({"ZH": "Zürich", "BE": "Bern", "UR": "Uri"}, {}, towns) == {"ZH": "ZH", "BE": "BE"}


def test_the_main_town_goes_before_the_name_and_the_largest_before_a_namesake() -> None:
    towns = {
        "01": [town("Alder", "01", 9000)],
        "02": [town("Birch", "02", 5000), town("Alder", "02", 600)],
        "03": [town("Cedar", "03", 7)],
    }
    assert tie_codes({"A": "Alder", "B": "Northland"}, {"B": "Birch"}, towns) == {"A": "01", "B": "02"}


def test_what_is_left_over_is_tied_and_what_is_doubtful_is_not() -> None:
    towns = {"01": [town("Alder", "01", 9)], "02": [town("Birch", "02", 8)]}
    assert tie_codes({"A": "Alder", "N": "Northland"}, {}, towns) == {"A": "01", "N": "02"}
    assert tie_codes({"A": "Alder", "N": "Northland", "S": "Southland"}, {}, towns) == {"A": "01"}


def test_numbers_that_are_alike_are_taken_only_where_towns_bear_them_out() -> None:
    names = ["Alder", "Birch", "Cedar"]
    towns = {f"0{nth}": [town(name, f"0{nth}", 9)] for nth, name in enumerate([*names, "Elm", "Fir"], 1)}
    agree = {"1": "Alder", "2": "Birch", "3": "Cedar", "4": "Northland", "5": "Southland"}
    assert tie_codes(agree, {}, towns)["4"] == "04"
    disagree = {"2": "Alder", "1": "Birch", "3": "Cedar", "4": "Northland", "5": "Southland"}
    assert "4" not in tie_codes(disagree, {}, towns)


def test_the_middle_of_towns_is_that_of_their_extent_and_crosses_the_antimeridian() -> None:
    near = [Town("A", (), "1", 3000, 10.0, 20.0), Town("B", (), "1", 1000, 12.0, 20.5), Town("C", (), "1", 1000, 10.0, 24.0)]
    assert Towns.middle(near) == pytest.approx((11.0, 22.0))
    apart = [Town("A", (), "1", 1, 0.0, 179.0), Town("B", (), "1", 1, 0.0, -179.0)]
    assert abs(Towns.middle(apart)[1]) == pytest.approx(180.0)
