import dataclasses
import json
from pathlib import Path

import pytest

from tests.factory import reading, report
from tests.publish.dravik import dravik
from whence.cli.options import Presentation
from whence.cli.output import FileSink, FolderSink, ScreenSink, open_sink, write_file
from whence.errors import NeedsFolder, OutputExists, OutputUnwritable
from whence.publish import FormatName
from whence.records import Reading


def wanted(
    form: str, output: str | None = None, *, full: bool = False, force: bool = False, open_page: bool = False
) -> Presentation:
    return Presentation(form=FormatName(form), output=output, full=full, force=force, open_page=open_page)


def other(id: str = "other") -> Reading:
    return reading(report("The mill stands still.", id=id))


def test_json_on_the_screen_is_a_line_a_report_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    sink = open_sink(wanted("json"))
    for each in (dravik(), other()):
        sink.put(each)
    assert sink.finish() is None
    assert [json.loads(line)["report"]["id"] for line in capsys.readouterr().out.splitlines()] == ["dravik", "other"]


def test_sheets_on_the_screen_stand_apart(capsys: pytest.CaptureFixture[str]) -> None:
    sink = open_sink(wanted("terminal"))
    for each in (dravik(), other()):
        sink.put(each)
    first, second = capsys.readouterr().out.split("\u2500" * 80)
    assert "Garrison" in first
    assert "mill" in second


def test_one_page_is_printed_and_a_second_refused(capsys: pytest.CaptureFixture[str]) -> None:
    sink = open_sink(wanted("html"))
    sink.put(dravik())
    assert capsys.readouterr().out == ""
    sink.finish()
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")
    with pytest.raises(NeedsFolder, match=r"--output FOLDER/ \[W503\]"):
        sink.put(other())


def test_a_file_holds_all_sheets(tmp_path: Path) -> None:
    path = tmp_path / "new" / "sheets.jsonl"
    sink = open_sink(wanted("json", str(path)))
    assert isinstance(sink, FileSink)
    sink.put(dravik())
    sink.put(other())
    assert not path.exists()
    assert sink.finish() == path
    assert len(path.read_text(encoding="utf-8").splitlines()) == 2
    assert [each.name for each in path.parent.iterdir()] == ["sheets.jsonl"]


def test_no_sheet_makes_no_file(tmp_path: Path) -> None:
    assert open_sink(wanted("md", str(tmp_path / "sheet.md"))).finish() is None
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten_without_force(tmp_path: Path) -> None:
    path = tmp_path / "sheet.md"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(OutputExists, match=r"--force \[W501\]"):
        open_sink(wanted("md", str(path)))
    assert path.read_text(encoding="utf-8") == "mine"
    sink = open_sink(wanted("md", str(path), force=True))
    sink.put(dravik())
    sink.finish()
    assert path.read_text(encoding="utf-8").startswith("# Garrison")


def test_a_folder_holds_a_page_a_report_and_an_index(tmp_path: Path) -> None:
    sink = open_sink(wanted("html", str(tmp_path / "pages")))
    assert isinstance(sink, FolderSink)
    sink.put(dravik())
    sink.put(other())
    assert sink.finish() == tmp_path / "pages" / "index.html"
    assert sorted(each.name for each in (tmp_path / "pages").iterdir()) == ["dravik.html", "index.html", "other.html"]
    assert 'href="dravik.html"' in (tmp_path / "pages" / "index.html").read_text(encoding="utf-8")


def test_a_single_page_in_a_folder_needs_no_index(tmp_path: Path) -> None:
    sink = open_sink(wanted("html", str(tmp_path)))
    sink.put(dravik())
    assert sink.finish() == tmp_path / "dravik.html"


def test_a_file_in_a_folder_is_not_overwritten_and_the_next_is_written(tmp_path: Path) -> None:
    (tmp_path / "dravik.md").write_text("mine", encoding="utf-8")
    sink = open_sink(wanted("md", str(tmp_path)))
    with pytest.raises(OutputExists):
        sink.put(dravik())
    sink.put(other())
    assert (tmp_path / "dravik.md").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "other.md").exists()


def test_a_name_from_an_id_stays_in_the_folder_and_is_given_once(tmp_path: Path) -> None:
    sink = FolderSink(tmp_path, wanted("md", str(tmp_path)))
    names = [sink.choose_name(id) for id in ("../../etc/passwd", "a:b", "A-B", "index", "CON", "", "x" * 300, "\x1b\u202e")]
    assert names == ["etc-passwd", "a-b", "A-B-2", "index-2", "report-CON", "report", "x" * 80, "report-2"]


def test_opening_without_an_output_makes_a_folder_of_its_own() -> None:
    sink = open_sink(wanted("html", open_page=True))
    assert isinstance(sink, FolderSink)
    sink.put(dravik())
    page = sink.finish()
    assert page is not None
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputUnwritable, match="W502"):
        write_file(tmp_path / "file" / "sheet.md", "x", force=False)


def test_the_screen_shows_all_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    ScreenSink(wanted("terminal")).put(dravik())
    assert "shown with --all" in capsys.readouterr().out
    ScreenSink(dataclasses.replace(wanted("terminal"), full=True)).put(dravik())
    assert "shown with --all" not in capsys.readouterr().out
