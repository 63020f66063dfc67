from dataclasses import replace
from typing import Any

import pytest

from tests.publish.exports.norn import CLAIMS, PLACES, norn
from whence.publish.exports import FORMS, ExportName, ExportOptions, Include
from whence.publish.exports.acled import number_of
from whence.records import Claim, Known, Place, Toponym, Undetermined


def rows(*claims: Claim, include: frozenset[Include] = frozenset(), **fields: Any) -> list[dict[str, Any]]:
    return list(FORMS[ExportName.CSV].take(norn(*claims, **fields), ExportOptions(include=include)).pieces)


def cells(row: dict[str, Any], names: str) -> dict[str, Any]:
    return {name: row[name] for name in names.split()}


def test_a_withdrawal_that_another_denies() -> None:
    row = rows()[0]
    assert cells(row, "event_date year time_precision disorder_type event_type sub_event_type") == {
        "event_date": "2031-05-03",
        "year": 2031,
        "time_precision": 1,
        "disorder_type": "Strategic developments",
        "event_type": "Strategic developments",
        "sub_event_type": "Non-violent transfer of territory",
    }
    assert cells(row, "actor1 actor2 civilian_targeting") == {
        "actor1": "Army of the Norn Council",
        "actor2": "",
        "civilian_targeting": "",
    }
    assert cells(row, "iso country location latitude longitude geo_precision") == {
        "iso": 352,
        "country": "Iceland",
        "location": "Selfoss",
        "latitude": 63.93311,
        "longitude": -20.99712,
        "geo_precision": 1,
    }
    assert cells(row, "source notes fatalities tags") == {
        "source": "Coastline Press",
        "notes": "Norn troops withdrew from Selfoss on Saturday, the Halden Gazette said, citing a confidential report.",
        "fatalities": None,
        "tags": "denied=Norn Council; certainty=probable",
    }


def test_a_row_leads_back_to_the_report() -> None:
    row = rows()[0]
    assert row["whence_claims"] == "c1 c2"
    assert row["whence_text"] == "Norn troops withdrew from Selfoss on Saturday … its troops had withdrawn from Selfoss"
    assert row["whence_spans"] == "[[0, 45], [131, 168]]"
    assert row["whence_chain"] == "The Halden Gazette ← a confidential report; Norn Council"
    assert row["whence_evidence"] == "document: a confidential report"
    assert (row["whence_from"], row["whence_to"]) == ("2031-05-03T00:00:00", "2031-05-04T00:00:00")


def test_a_night_is_two_days_and_a_garbled_name_is_said_to_be_one() -> None:
    row = rows()[1]
    assert cells(row, "event_date time_precision location fatalities tags whence_place") == {
        "event_date": "2031-05-03",
        "time_precision": 2,
        "location": "Selfoss",
        "fatalities": 12,
        "tags": "place=garbled",
        "whence_place": "SelFos",
    }


def test_civilians_are_called_as_acled_calls_them_and_are_no_target_beside_others() -> None:
    shelling = rows()[1]
    assert cells(shelling, "actor2 inter2 civilian_targeting") == {
        "actor2": "Civilians (Iceland)",
        "inter2": "Civilians",
        "civilian_targeting": "",
    }
    alone = replace(CLAIMS[3], actors=CLAIMS[3].actors[1:])
    (row,) = rows(CLAIMS[2], alone)
    assert row["civilian_targeting"] == "Civilian targeting"


def test_ground_by_a_place_is_less_exact_and_the_killed_are_added_up() -> None:
    row = rows()[2]
    assert cells(row, "event_date time_precision geo_precision actor2 assoc_actor_2 fatalities") == {
        "event_date": "",
        "time_precision": None,
        "geo_precision": 2,
        "actor2": "Coast Assembly",
        "assoc_actor_2": "Civilians (Iceland)",
        "fatalities": 6,
    }


def test_a_place_that_nobody_knows_and_dozens_stay_empty() -> None:
    row = rows()[3]
    assert cells(row, "location latitude longitude geo_precision country fatalities tags") == {
        "location": "",
        "latitude": None,
        "longitude": None,
        "geo_precision": None,
        "country": "",
        "fatalities": None,
        "tags": "place=unknown; fatalities=Dozens",
    }


def test_a_country_alone_gives_no_point_and_a_year_alone_no_day() -> None:
    row = rows()[4]
    assert cells(row, "country location latitude geo_precision event_date year time_precision") == {
        "country": "Iceland",
        "location": "",
        "latitude": None,
        "geo_precision": None,
        "event_date": "",
        "year": 2031,
        "time_precision": None,
    }


def test_the_day_of_publication_is_never_that_of_the_event() -> None:
    assert [row for row in rows(include=frozenset(Include)) if "2031-05-05" in (row["event_date"], row["whence_from"][:10])] == []


def test_what_was_asked_for_is_marked() -> None:
    tags = {row["whence_claims"]: row["tags"] for row in rows(include=frozenset(Include))}
    assert tags["c5"] == "denied=only"
    assert tags["c6"] == "kind=speculation; certainty=possible"
    assert tags["c7"] == "kind=background"
    status = {row["whence_claims"]: (row["whence_status"], row["whence_denied_by"]) for row in rows(include=frozenset(Include))}
    assert status["c5"] == ("denied", "a Coast spokesman")
    assert status["c6"] == ("speculation", "")
    assert status["c7"] == ("background", "")
    assert status["c1 c2"] == ("told", "Norn Council")


def test_several_towns_are_told() -> None:
    (row,) = rows(replace(CLAIMS[0], places=(0, 3)))
    assert row["tags"] == "certainty=probable; places=2"
    assert row["whence_place"] == "Selfoss; Akureyri"


def test_places_that_fit_alike_give_no_point() -> None:
    places = (Toponym(PLACES[0].span, "Selfoss", Undetermined()), *PLACES[1:])
    (row,) = rows(CLAIMS[0], places=places)
    assert (row["latitude"], row["tags"]) == (None, "certainty=probable; place=undetermined")


def test_an_event_without_a_place_has_no_country() -> None:
    (row,) = rows(replace(CLAIMS[-1], places=()))
    assert row["country"] == ""


def test_a_region_gets_its_name_from_the_gazetteer() -> None:
    def by_index(country: str, code: str) -> str:
        return {("IS", "42"): "Southern Region"}[country, code]

    taken = FORMS[ExportName.CSV].take(norn(CLAIMS[0]), ExportOptions(region_name=by_index))
    assert taken.pieces[0]["admin1"] == "Southern Region"


@pytest.mark.parametrize(("country", "number"), [("IS", 352), ("", None), ("XX", None)])
def test_a_country_has_its_number(country: str, number: int | None) -> None:
    assert number_of(country) == number


def test_a_sea_is_of_no_country() -> None:
    sea = Place("area:norwegian-sea", "Norwegian Sea", 67.0, 3.0, "H.SEA")
    (row,) = rows(CLAIMS[0], places=(Toponym(PLACES[0].span, "Selfoss", Known(sea)),))
    assert (row["country"], row["iso"], row["geo_precision"]) == ("", None, 3)
