import importlib
from typing import Any

import pytest

from tests.publish.dravik import dravik
from tests.publish.halm import halm
from tests.publish.kolm import kolm
from whence.errors import MissingPackage
from whence.publish.frame import COLUMNS, PLACE_COLUMNS, TIME_COLUMNS, to_frame, to_place_rows, to_rows, to_time_rows


def test_a_row_is_a_claim_told_by_the_source_nearest_the_event() -> None:
    rows = to_rows(dravik())
    assert len(rows) == 20
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["source"] == "a confidential assessment by the army’s general staff"
    assert rows[0]["chain"] == "Orlin Gazette ← a confidential assessment by the army’s general staff"
    assert (
        rows[1]["text"]
        == "The last vehicles crossed the bridge shortly before dawn, … We did not lose the town. We shortened the line."
    )


def test_the_own_voice_has_no_source() -> None:
    own = to_rows(dravik())[-1]
    assert own["own_voice"] is True
    assert {own[name] for name in ("source", "source_kind", "named", "chain", "cue", "grade", "quotation")} == {None}


def test_a_missing_pandas_is_said_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.import_module

    def without_pandas(name: str) -> Any:
        if name == "pandas":
            raise ModuleNotFoundError(name=name)
        return real(name)

    monkeypatch.setattr(importlib, "import_module", without_pandas)
    with pytest.raises(MissingPackage, match=r"pip install pandas \[W401\]"):
        to_frame(dravik())


def test_a_frame_has_the_rows() -> None:
    pytest.importorskip("pandas", reason="pandas is optional")
    frame = to_frame(dravik())
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame["claim"]) == [claim.id for claim in dravik().claims]


def test_a_place_row_keeps_the_written_form_beside_the_best_reading() -> None:
    rows = to_place_rows(halm())
    assert tuple(rows[0]) == PLACE_COLUMNS
    assert [rows[1][name] for name in ("text", "flags", "name", "geonameid", "paragraph")] == [
        "Nokai",
        "garbled",
        "Nokia",
        644450,
        1,
    ]


def test_unknown_and_undetermined_places_are_told_apart() -> None:
    unknown, undetermined = to_place_rows(halm())[-2:]
    assert (unknown["name"], unknown["undetermined"]) == (None, False)
    assert (undetermined["name"], undetermined["undetermined"]) == (None, True)


def test_a_time_row_has_its_interval() -> None:
    rows = to_time_rows(halm())
    assert tuple(rows[0]) == TIME_COLUMNS
    assert (rows[0]["from"], rows[0]["to"], rows[0]["precision"]) == ("2031-05-04T00:00:00", "2031-05-05T00:00:00", "day")


def test_a_frame_of_places_or_times_has_their_rows() -> None:
    pytest.importorskip("pandas", reason="pandas is optional")
    assert list(to_frame(halm(), of="places")["text"]) == [each.text for each in halm().places]
    assert list(to_frame(halm(), of="times").columns) == list(TIME_COLUMNS)


def test_a_row_tells_the_event_with_its_codes_and_bounds() -> None:
    first, *_, killed = to_rows(kolm())[:6]
    told = ("event", "plover", "acled_sub_event", "trigger", "agents", "patients", "places", "evidence", "checkable")
    assert [first[name] for name in told] == [
        "withdrawal", "RETREAT", "Non-violent transfer of territory", "withdrawn", "garrison", None, "Nokia", "document", False,
    ]  # fmt: skip
    assert killed["quantities"] == "at least 12 people (killed); dozens (wounded)"
    assert (killed["time"], killed["time_from"], killed["checkable"]) == ("Saturday", "2031-05-03T00:00:00", None)


def test_a_row_without_an_event_leaves_its_cells_empty() -> None:
    row = to_rows(dravik())[0]
    assert {row[name] for name in ("event", "plover", "trigger", "agents", "places", "time", "evidence", "checkable")} == {None}
