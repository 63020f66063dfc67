from tests.factory import claim, reading, report, source
from tests.publish.dravik import dravik
from tests.publish.halm import halm
from tests.publish.hostile import hostile
from tests.publish.kolm import kolm
from tests.publish.markup import Page
from whence.publish.notebook import to_cell


def test_a_cell_is_one_scoped_block_without_script_or_anchors() -> None:
    page = Page(to_cell(dravik()))
    assert page.elements[0].attributes == {"class": "whence-sheet"}
    assert not page.all("script")
    assert not page.all("a")
    rules = page.all("style")[0].words.split("}")
    assert all(selector.startswith(".whence-sheet") for rule in rules if rule for selector in rule.split("{")[0].split(","))


def test_each_claim_has_a_row_and_the_own_voice_is_folded() -> None:
    page = Page(to_cell(dravik()))
    assert [element.words for element in page.all("th")] == ["Statements"]
    assert len(page.all("tr")) == 1 + 15 + 3 + 1
    assert page.all("tr")[-1].words == "and 2 more in the report’s own voice"


def test_each_event_has_a_head_and_assessments_are_a_count() -> None:
    page = Page(to_cell(kolm()))
    heads = [element.words for element in page.all("th")]
    assert heads[0].startswith("Withdrawal — garrison and the last vehicles — Nokia (written “Nokai”)")
    assert heads[0].endswith("4 claims, denied by Turku government")
    assert heads[-3:] == ["Other statements", "Speculation", "Assessments 1 claim"]
    assert "a heavy blow" not in page.all("table")[0].words


def test_text_is_escaped() -> None:
    text = "<img src=x>"
    html = to_cell(reading(report(text, headline=text), claim(text, text, chain=(source(text, text),))))
    assert "<img" not in html
    attacked = to_cell(hostile())
    assert "<img" not in attacked
    assert "\u202e" not in attacked


def test_a_name_that_cannot_be_right_is_told() -> None:
    notes = [element.words for element in Page(to_cell(halm())).all("p")]
    assert "9 places, 2 names to check, 1 name unknown, 1 name undetermined" in notes
    assert any(note.startswith("written “Nokai” ×2 → best reading Nokia, Pirkanmaa, Finland") for note in notes)
