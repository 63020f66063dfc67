import json
from pathlib import Path

import pytest

from whence.cli.gather import FEW, count_cores, gather, settle_jobs
from whence.errors import UnknownEngine
from whence.reader import ReaderOptions
from whence.reports import LoadOptions

STORIES = (
    "The mill in Pell burned down on Friday night, the mayor, Ana Bel, said.",
    "Two firemen were hurt when the mill in Pell burned down, a doctor said.",
    "The ferry to Halm did not sail on Sunday.",
)


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    path = tmp_path / "stories.jsonl"
    lines = [json.dumps({"id": f"s{number}", "text": text, "language": "en"}) for number, text in enumerate(STORIES)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_readings_come_in_order_however_many_processes_read(stories: Path) -> None:
    alone, failed = gather([str(stories)], reader_options=ReaderOptions(), options=LoadOptions(), jobs=1)
    shared, _ = gather([str(stories)], reader_options=ReaderOptions(), options=LoadOptions(), jobs=2)
    assert [reading.report.id for reading in alone] == ["s0", "s1", "s2"]
    assert alone == shared
    assert failed == 0


def test_what_fails_and_what_is_renamed_costs_a_line_each(
    stories: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps({"id": "s1", "text": "Another mill stands still.", "language": "en"}), encoding="utf-8")
    readings, failed = gather([str(stories), "gone.txt", str(other)], reader_options=ReaderOptions(), options=LoadOptions())
    assert failed == 1
    assert sorted(reading.report.id for reading in readings) == ["s0", "s1", "s1-2", "s2"]
    gone, renamed = capsys.readouterr().err.splitlines()
    assert gone.endswith("[W110]")
    assert "stories.jsonl:2" in renamed
    assert "other.jsonl:1" in renamed


def test_an_unknown_engine_ends_it(stories: Path) -> None:
    with pytest.raises(UnknownEngine):
        gather([str(stories)], reader_options=ReaderOptions(engine="no_such_engine"), options=LoadOptions())


def test_few_reports_are_read_by_one_process_and_many_by_one_a_core() -> None:
    assert settle_jobs(None, FEW) == 1
    assert settle_jobs(None, FEW + 1000) == count_cores()
    assert settle_jobs(3, FEW) == 3
    assert settle_jobs(8, 2) == 2
    assert settle_jobs(None, 0) == 1
