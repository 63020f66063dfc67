import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from tests.factory import claim, reading, report, source
from tests.publish.dravik import dravik
from tests.publish.hostile import hostile
from tests.publish.kolm import kolm
from whence.publish.terminal import SheetView
from whence.records import Reading, Reason, Undetermined


def shown(given: Reading, *, width: int = 100, full: bool = False, colour: bool = False) -> str:
    page = io.StringIO()
    console = Console(
        file=page, width=width, force_terminal=colour, color_system="truecolor" if colour else None, legacy_windows=False
    )
    console.print(SheetView(given, full=full))
    return page.getvalue()


@pytest.mark.parametrize("width", [80, 100, 140])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(cell_len(line) for line in shown(dravik(), width=width).splitlines()) <= width


@pytest.mark.parametrize("width", [80, 100, 140])
def test_every_claim_has_its_position(width: int) -> None:
    given = dravik()
    sheet = shown(given, width=width, full=True)
    for each in given.claims:
        assert f" {each.span.start}–{each.span.end} " in sheet


def test_colour_says_nothing_that_words_do_not() -> None:
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown(dravik(), colour=True)) == shown(dravik())


def test_the_summary_comes_first_and_the_sources_behind_the_claims() -> None:
    sheet = shown(kolm(), width=140)
    heads = ("11 claims: 8 tell of 4 events", "Withdrawal — garrison", "Assessments", "On whose word", "Places", "Times", "high ")
    assert [sheet.index(head) for head in heads] == sorted(sheet.index(head) for head in heads)


def test_a_chain_shows_for_each_link_whether_it_is_named() -> None:
    sheet = shown(dravik())
    chain, about = [line.strip() for line in sheet[sheet.index("On whose word") :].splitlines()[1:3]]
    assert chain == "● Orlin Gazette ← ○ a confidential assessment by the army’s general staff  1 statement, ¶1"
    assert about == "media, named ← document, not identified"


def test_a_long_passage_is_shortened_unless_all_is_asked_for() -> None:
    text = "It burned " + "and burned " * 40 + "down to the river."
    given = reading(report(text, headline="Fire"), claim(text, text))
    assert re.search(r"burned … [\w ]*down to the river\.", " ".join(shown(given).split()))
    assert " ".join(shown(given, full=True).split()).count("burned") == 41


def test_findings_come_last_and_the_most_severe_first() -> None:
    sheet = shown(dravik())
    assert sheet.index("own voice  5 statements, ") < sheet.index("high    The images") < sheet.index("medium  The withdrawal")


def test_report_text_cannot_speak_to_the_terminal() -> None:
    text = "The [red]mayor[/red] \x1b[2Jsaid :smile: \x9b31m it \u202eburned [link=file:///etc]here[/link]"
    mayor = source(text, "[red]mayor[/red]", "official", role="[bold]x", unnamed_because="\x1b]0;title\x07")
    given = reading(
        report(text, headline=text, outlet="\x1b[H", url="http://a.example/\x1b[H"), claim(text, text, chain=(mayor,), cue="said")
    )
    sheet = shown(given, width=140)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", sheet)
    assert "[red]mayor[/red]" in sheet
    assert ":smile:" in sheet


@pytest.mark.parametrize("full", [False, True])
def test_no_part_of_a_reading_can_speak_to_the_terminal(full: bool) -> None:  # noqa: FBT001
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown(hostile(), full=full))


def test_what_was_not_read_and_what_is_not_known_is_said() -> None:
    given = reading(
        report("Щось сталося.", published_at=Undetermined()), shallow=(Reason("language", "no engine for Ukrainian yet"),)
    )
    sheet = shown(given)
    assert "Read in part: no engine for Ukrainian yet" in sheet
    assert "outlet not told · date undetermined" in sheet
    assert "No claims were found" in sheet
