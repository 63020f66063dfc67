import io
import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from tests.publish.trace.dyke import dyke, hostile_comparison
from whence.publish.trace.comparing import Comparison
from whence.publish.trace.terminal_diff import DiffView


def shown(comparison: Comparison, *, width: int = 120, full: bool = False, colour: bool = False) -> str:
    page = io.StringIO()
    console = Console(
        file=page, width=width, force_terminal=colour, color_system="truecolor" if colour else None, legacy_windows=False
    )
    console.print(DiffView(comparison, full=full))
    return page.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("comparison", [dyke(), hostile_comparison()], ids=["dyke", "hostile"])
def test_no_line_is_wider_than_the_terminal(comparison: Comparison, width: int) -> None:
    assert max(cell_len(line) for line in shown(comparison, width=width).splitlines()) <= width


def test_colour_says_nothing_that_signs_do_not() -> None:
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown(dyke(), colour=True)) == shown(dyke())


def test_each_passage_has_its_sign_and_its_words_beside_each_other() -> None:
    told = shown(dyke(), width=200)
    assert re.search(r"^≠ +The mayor, .* \[-12-\] houses .* The mayor, .* \{\+21\+\} houses", told, flags=re.MULTILINE)
    assert re.search(r"^\+ {60,}The water board denied", told, flags=re.MULTILINE)
    assert re.search(r"^− +Nobody had warned them, she said\. *$", told, flags=re.MULTILINE)
    assert "5 passages: 2 kept, 1 changed, 1 added, 1 dropped." in told


def test_a_long_run_of_what_was_kept_is_folded_unless_all_is_asked_for() -> None:
    same = replace(dyke(), rows=(dyke().rows[0],) * 6)
    assert "… 4 passages kept" in shown(same)
    assert shown(same, full=True).count("The dyke at Orlin") == 12


def test_no_word_can_speak_to_the_terminal() -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown(hostile_comparison(), full=True))
