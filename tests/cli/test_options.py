from pathlib import Path

import pytest
import typer

from whence.cli.options import is_folder, settle_presentation
from whence.publish import FormatName


def settled(form: FormatName | None, output: str | None, *, open_page: bool = False) -> FormatName:
    return settle_presentation(form=form, output=output, full=False, force=False, open_page=open_page).form


@pytest.mark.parametrize(
    ("output", "form"),
    [
        (None, "terminal"), ("sheet.html", "html"), ("sheet.HTM", "html"), ("sheet.md", "md"), ("sheet.json", "json"),
        ("sheet.jsonl", "json"), ("sheet.txt", "terminal"), ("sheet.doc", "terminal"), ("sheets/", "terminal"),
    ],
)  # fmt: skip
def test_the_suffix_of_the_output_tells_the_form(output: str | None, form: str) -> None:
    assert settled(None, output) == form


def test_what_is_asked_for_goes_before_the_suffix() -> None:
    assert settled(FormatName.MD, "sheet.html") is FormatName.MD


def test_opening_asks_for_a_page() -> None:
    assert settled(None, None, open_page=True) is FormatName.HTML
    with pytest.raises(typer.BadParameter):
        settled(FormatName.JSON, None, open_page=True)


def test_a_folder_is_one_that_is_there_or_ends_like_one_or_has_no_suffix(tmp_path: Path) -> None:
    dotted = tmp_path / "sheets.d"
    dotted.mkdir()
    assert is_folder(str(dotted))
    assert is_folder("new.d/")
    assert is_folder("sheets")
    assert not is_folder("sheet.html")
