from pathlib import Path

import pytest
import typer

from tests.publish.trace.dyke import dyke
from whence.cli.document import Destination, put, settle_form
from whence.errors import OutputExists
from whence.publish.trace.forms import DIFF_FORMS, TRACE_FORMS, DiffForm, TraceForm
from whence.publish.trace.terminal_diff import DiffView


@pytest.mark.parametrize(
    ("output", "form"),
    [
        (None, "terminal"), ("t.html", "html"), ("t.HTM", "html"), ("t.json", "json"), ("t.dot", "dot"), ("t.gv", "dot"),
        ("t.graphml", "graphml"), ("t.md", "md"), ("t.txt", "terminal"), ("t", "terminal"),
    ],
)  # fmt: skip
def test_the_suffix_of_the_output_tells_the_form(output: str | None, form: str) -> None:
    assert settle_form(None, TRACE_FORMS, output=output, open_page=False) == form
    assert settle_form(TraceForm.JSON, TRACE_FORMS, output=output, open_page=False) == "json"


def test_opening_asks_for_a_page() -> None:
    assert settle_form(None, DIFF_FORMS, output=None, open_page=True) is DiffForm.HTML
    with pytest.raises(typer.BadParameter):
        settle_form(DiffForm.MD, DIFF_FORMS, output=None, open_page=True)


def test_a_file_is_written_and_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "new" / "diff.md"
    to = Destination(output=str(path), force=False, open_page=False)
    to.check()
    put(dyke(), DIFF_FORMS[DiffForm.MD], DiffView(dyke()), to)
    assert path.read_text(encoding="utf-8").startswith("# Two reports side by side")
    with pytest.raises(OutputExists):
        to.check()


def test_the_screen_shows_the_view_or_the_data(capsys: pytest.CaptureFixture[str]) -> None:
    to = Destination(output=None, force=False, open_page=False)
    put(dyke(), DIFF_FORMS[DiffForm.TERMINAL], DiffView(dyke()), to)
    assert "5 passages" in capsys.readouterr().out
    put(dyke(), DIFF_FORMS[DiffForm.JSON], DiffView(dyke()), to)
    assert capsys.readouterr().out.startswith('{"before"')
