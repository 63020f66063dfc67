import importlib
from typing import Any

import pytest

from tests.publish.dravik import dravik
from whence.errors import MissingPackage
from whence.publish.frame import COLUMNS, to_frame, to_rows


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
