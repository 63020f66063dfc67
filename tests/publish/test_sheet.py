import dataclasses
import io
import json

import pytest
from rich.console import Console

from tests.publish.dravik import dravik
from tests.publish.halm import halm
from tests.publish.kolm import kolm
from whence.publish import ClaimSheet


@pytest.fixture
def sheet() -> ClaimSheet:
    return ClaimSheet(dravik())


def test_it_gives_what_the_reading_holds(sheet: ClaimSheet) -> None:
    assert sheet.report.id == "dravik"
    assert sheet.claims == dravik().claims
    assert sheet.findings == dravik().findings
    assert len(sheet.sources) == 15
    assert len(sheet.groups) == 14
    assert sheet.summary.startswith("20 claims")


def test_it_gives_the_events_with_their_claims() -> None:
    assert [(str(each.event), len(each.claims)) for each in ClaimSheet(kolm()).events] == [
        ("withdrawal", 4),
        ("shelling", 2),
        ("damage", 1),
        ("capture", 1),
    ]


def test_it_gives_places_and_times() -> None:
    ferry = ClaimSheet(halm())
    assert [each.text for each in ferry.places][:3] == ["Tampere", "Nokai", "Pirkanmaa"]
    assert [each.text for each in ferry.times][:2] == ["Sunday", "overnight"]


def test_it_is_frozen(sheet: ClaimSheet) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        sheet.reading = dravik()  # type: ignore[misc]


def test_every_form_is_one_call_away(sheet: ClaimSheet) -> None:
    assert json.loads(sheet.to_json()) == sheet.to_dict()
    assert sheet.to_markdown().startswith("# Garrison leaves Dravik")
    assert sheet.to_html().startswith("<!DOCTYPE html>")
    assert sheet._repr_html_().startswith('<div class="whence-sheet">')


def test_rich_prints_it_and_repr_is_short(sheet: ClaimSheet) -> None:
    page = io.StringIO()
    Console(file=page, width=100).print(sheet)
    assert "● Colonel Ilse Marn" in page.getvalue()
    assert repr(sheet) == "<ClaimSheet 'dravik': 20 claims, 15 sources>"
