import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from tests.factory import reading
from tests.publish.dravik import dravik
from tests.publish.halm import NOKIA, PLACES, halm, toponym
from whence.publish.terminal import SheetView
from whence.publish.terminal_places import ROWS_SHOWN
from whence.records import PlaceFlag, Reading, Reason


def shown(given: Reading, *, width: int = 100, full: bool = False) -> str:
    page = io.StringIO()
    Console(file=page, width=width, legacy_windows=False).print(SheetView(given, full=full))
    return page.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(cell_len(line) for line in shown(halm(), width=width, full=True).splitlines()) <= width


def test_names_to_check_stand_before_all_others() -> None:
    sheet = " ".join(shown(halm()).split())
    assert sheet.index("garbled written “Nokai” ×2 → best reading Nokia") < sheet.index("doubtful written “Rome”")
    assert sheet.index("doubtful written “Rome”") < sheet.index("“Tampere” Tampere, Pirkanmaa, Finland")
    assert "not changed in the text" in sheet


def test_long_tables_are_folded_unless_all_is_asked_for_but_never_a_name_to_check() -> None:
    suspects = tuple(
        toponym("Nokai", NOKIA, PlaceFlag.GARBLED, area=None, because=(Reason("n", str(n)),)) for n in range(ROWS_SHOWN)
    )
    many = tuple(
        type(each)(each.span, f"Nokai{n}", each.place, each.score, each.flags, because=each.because)
        for n, each in enumerate(suspects)
    )
    given = halm(places=(*many, *many[:1], *PLACES))
    assert shown(given).count("best reading Nokia") == ROWS_SHOWN + 1
    assert "and 3 more, shown with --all" in shown(given)
    assert "“Ulvenholm”" not in shown(given)
    assert re.search("“Ulvenholm” +unknown", shown(given, full=True))


def test_times_are_told_in_words() -> None:
    sheet = shown(halm())
    assert re.search(r"“Sunday” +Sunday 4 May 2031 \(to the day\)", sheet)
    assert re.search("“11 May” +undetermined: the report tells no year", sheet)


def test_a_report_without_places_and_times_stays_as_short_as_it_was() -> None:
    assert "Places" not in shown(dravik())
    assert "Times" not in shown(dravik())


def test_names_cannot_speak_to_the_terminal() -> None:
    text = "[red]X\x1b[2J\u202e[/red]"
    why = (Reason("x", "\x9b31m[bold]"),)
    bad = toponym(text, NOKIA, PlaceFlag.GARBLED, text=text, because=why)
    sheet = shown(reading(text, places=(bad,)), full=True)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", sheet)
    assert "[red]X" in sheet
    assert "[bold]" in sheet
