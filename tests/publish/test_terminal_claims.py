import io
from dataclasses import replace

from rich.console import Console

from tests.publish.dravik import dravik
from tests.publish.kolm import CLAIMS, kolm
from whence.publish.position import find_paragraphs
from whence.publish.terminal_claims import view_claims
from whence.records import Reading


def shown(given: Reading, *, full: bool = False) -> str:
    page = io.StringIO()
    paragraphs = find_paragraphs(given.report.text)
    Console(file=page, width=100, color_system=None, legacy_windows=False).print(*view_claims(given, paragraphs, full=full))
    return page.getvalue()


def test_claims_stand_under_their_event_with_the_chain_behind_them() -> None:
    lines = [line.strip() for line in shown(kolm()).splitlines()]
    at = lines.index("4 claims, denied by Turku government")
    assert " ".join(lines[at - 2 : at]).strip().startswith("Withdrawal — garrison and the last vehicles — Nokia (written “Nokai”)")
    assert lines[at + 1] == "¶1 28–65    The garrison has withdrawn from Nokai"
    assert " ".join(lines[at + 2 : at + 4]) == (
        "○ report ← Orlin Gazette ← a confidential assessment by the general staff (not identified) · “citing” · indirect"
    )
    assert lines[at + 4].startswith("rests on “a confidential assessment by the general staff” (document, held by")


def test_what_is_not_plainly_certain_is_said_under_its_claim() -> None:
    lines = [line.strip() for line in shown(kolm()).splitlines()]
    assert lines[lines.index("● report ← Turku government · “denied” · indirect") + 1] == "denied by Turku government: “denied”"
    assert lines[lines.index("○ report ← an analyst (not named) · “said” · indirect") + 1] == "possible: “could”"


def test_assessments_are_a_count_unless_all_is_asked_for() -> None:
    assert "Assessments  1 claim, shown with --all" in shown(kolm())
    assert "heavy blow" not in shown(kolm())
    assert "heavy blow" in shown(kolm(), full=True)


def test_the_own_voice_is_folded_unless_all_is_asked_for() -> None:
    assert "and 2 more in the report’s own voice, shown with --all" in shown(dravik())
    assert "Talks are due to resume" not in shown(dravik())
    assert "Talks are due to resume" in shown(dravik(), full=True)


def test_the_claims_of_an_event_are_never_folded() -> None:
    many = tuple(replace(CLAIMS[9], id=f"n{number}") for number in range(8))
    assert shown(kolm(claims=many)).count("The town had changed hands") == 8
