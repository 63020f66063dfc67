from pathlib import Path

import pytest

from bench import gate
from bench.notation import GOLD

FLOORS = gate.Floors("d", {"mean exact F1": 0.7, "linked whole": 0.8})


def test_scores_at_their_floors_pass() -> None:
    assert gate.drops(FLOORS, FLOORS.figures, "d") == []


def test_a_score_under_its_floor_fails() -> None:
    (reason,) = gate.drops(FLOORS, {"mean exact F1": 0.7, "linked whole": 0.8 - gate.TOLERANCE - 0.001}, "d")
    assert "linked whole" in reason


def test_edited_gold_fails() -> None:
    (reason,) = gate.drops(FLOORS, FLOORS.figures, "e")
    assert "--repin" in reason


def test_a_figure_without_floor_and_a_floor_without_figure_fail() -> None:
    reasons = gate.drops(FLOORS, {"mean exact F1": 0.7, "names F1": 0.9}, "d")
    assert [reason.partition(":")[0] for reason in reasons] == ["linked whole", "names F1"]


def test_repinning_raises_and_never_lowers() -> None:
    renewed, lower = gate.repinned(FLOORS, {"mean exact F1": 0.75, "linked whole": 0.6}, "e", allow_regression=False)
    assert renewed == gate.Floors("e", {"mean exact F1": 0.75, "linked whole": 0.8})
    assert len(lower) == 1


def test_repinning_lowers_only_when_allowed() -> None:
    renewed, lower = gate.repinned(FLOORS, {"mean exact F1": 0.75, "linked whole": 0.6}, "e", allow_regression=True)
    assert renewed.figures["linked whole"] == 0.6
    assert len(lower) == 1


def test_floors_are_kept_as_they_were_pinned(tmp_path: Path) -> None:
    FLOORS.save(tmp_path / "floors.json")
    assert gate.Floors.load(tmp_path / "floors.json") == FLOORS


def test_the_digest_sees_one_changed_letter(tmp_path: Path) -> None:
    (tmp_path / "lineage").mkdir()
    for path in (*(GOLD / name for name in gate.FILES), *(GOLD / "lineage").glob("*.json")):
        (tmp_path / path.relative_to(GOLD)).write_bytes(path.read_bytes())
    assert gate.gold_digest(tmp_path) == gate.gold_digest()
    path = tmp_path / gate.FILES[0]
    path.write_bytes(path.read_bytes().replace(b"Orvik", b"Orvyk", 1))
    assert gate.gold_digest(tmp_path) != gate.gold_digest()


def test_quality_has_not_fallen(capsys: pytest.CaptureFixture[str]) -> None:
    status = gate.main([])
    assert status == 0, capsys.readouterr().out
