from dataclasses import replace
from typing import Any

from tests.publish.exports.norn import AGENT, CLAIMS, OPPONENT, actor, norn
from whence.publish.exports import FORMS, ExportName, ExportOptions, Scheme
from whence.records import Claim


def rows(*claims: Claim) -> list[dict[str, Any]]:
    return list(FORMS[ExportName.CSV].take(norn(*claims), ExportOptions(columns=Scheme.UCDP)).pieces)


def cells(row: dict[str, Any], names: str) -> dict[str, Any]:
    return {name: row[name] for name in names.split()}


def test_the_source_nearest_the_event_is_the_original_one() -> None:
    assert [row["source_original"] for row in rows()] == ["Oda Marn", "", "residents"]
    assert cells(rows()[0], "source_article source_office source_date source_headline number_of_sources") == {
        "source_article": "Coastline Press, 2031-05-05, “Norn leaves Selfoss”",
        "source_office": "Coastline Press",
        "source_date": "2031-05-05",
        "source_headline": "Norn leaves Selfoss",
        "number_of_sources": 1,
    }


def test_the_killed_add_up_to_the_best_count() -> None:
    shelling, strike, clash = rows()
    deaths = "deaths_a deaths_b deaths_civilians deaths_unknown best high low"
    assert list(cells(shelling, deaths).values()) == [None, None, 3, 9, 12, None, 12]
    assert list(cells(strike, deaths).values()) == [None, 4, 2, None, 6, 6, 6]
    assert list(cells(clash, deaths).values()) == [None, None, None, None, None, None, 24]


def test_a_side_is_the_whole_that_a_party_is_part_of() -> None:
    strike = replace(CLAIMS[7], actors=(*CLAIMS[7].actors, actor(AGENT, "Norn troops", "norn-army", nth=2)))
    (row,) = rows(strike)
    assert cells(row, "side_a side_b dyad_name") == {
        "side_a": "Norn Council",
        "side_b": "Coast Assembly",
        "dyad_name": "Norn Council - Coast Assembly",
    }


def test_civilians_that_were_hit_are_no_side_and_the_type_of_violence_is_left_open() -> None:
    assert cells(rows()[0], "side_a side_b dyad_name type_of_violence") == {
        "side_a": "Coast Assembly",
        "side_b": "",
        "dyad_name": "",
        "type_of_violence": "",
    }


def test_the_fighters_of_the_side_that_acts_are_its_own_dead() -> None:
    clash = replace(
        CLAIMS[7], actors=(actor(AGENT, "four Coast soldiers", "coast"), actor(OPPONENT, "Norn troops", "norn-army", nth=2))
    )
    (row,) = rows(clash)
    assert (row["deaths_a"], row["deaths_b"]) == (4, None)


def test_who_denies_it_is_told_without_tags_too() -> None:
    denied = replace(CLAIMS[4], id="c5a", certainties=CLAIMS[2].certainties)
    told = [(row["whence_status"], row["whence_denied_by"]) for row in rows(CLAIMS[4], denied)]
    assert told == [("told", "a Coast spokesman")]
    assert rows(CLAIMS[2])[0]["whence_denied_by"] == ""


def test_days_and_places_have_their_precision() -> None:
    shelling, strike, clash = rows()
    assert cells(shelling, "year date_prec date_start date_end where_prec where_coordinates where_description") == {
        "year": 2031,
        "date_prec": 2,
        "date_start": "2031-05-03",
        "date_end": "2031-05-04",
        "where_prec": 1,
        "where_coordinates": "Selfoss",
        "where_description": "SelFos (“SelFos” is garbled)",
    }
    assert cells(strike, "date_prec date_start where_prec where_description") == {
        "date_prec": None,
        "date_start": "",
        "where_prec": 2,
        "where_description": "north of Hella",
    }
    assert cells(clash, "where_prec where_coordinates latitude country where_description") == {
        "where_prec": None,
        "where_coordinates": "",
        "latitude": None,
        "country": "",
        "where_description": "Qvarzonavik (“Qvarzonavik” is unknown)",
    }


def test_a_country_has_a_point_and_its_code() -> None:
    (row,) = rows(replace(CLAIMS[7], places=(8,)))
    assert cells(row, "where_prec latitude country") == {"where_prec": 6, "latitude": 65.0, "country": "Iceland"}


def test_what_is_to_be_checked_is_listed() -> None:
    assert [row["code_status"] for row in rows()] == [
        "Check dyad; Check location; Check type of violence",
        "Check dyad; Check date; Check type of violence",
        "Check deaths; Check dyad; Check date; Check location; Check type of violence",
    ]


def test_several_towns_or_a_year_are_summed_up() -> None:
    assert [row["event_clarity"] for row in rows()] == [1, 1, 1]
    assert rows(replace(CLAIMS[7], places=(0, 3)))[0]["event_clarity"] == 2
    (row,) = rows(replace(CLAIMS[7], time=CLAIMS[11].time))
    assert cells(row, "event_clarity date_prec date_start date_end") == {
        "event_clarity": 2,
        "date_prec": 5,
        "date_start": "2031-01-01",
        "date_end": "2031-12-31",
    }
