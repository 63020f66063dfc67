import pytest

from tests.factory import claim, known, reading, report, source
from whence.publish.wording import tell_cue, tell_making, tell_passage, tell_time, tell_title
from whence.records import Absent, Credit, Maybe, Undetermined

TEXT = "“It burned,” Bel warned, “all night.” She believes it was arson, according to Oda."
bel = source(TEXT, "Bel", "official", named=True)


def test_a_passage_in_two_parts_shows_the_gap() -> None:
    assert tell_passage(claim(TEXT, "It burned,", "all night."), TEXT) == "It burned, … all night."


@pytest.mark.parametrize(
    ("cue", "grade", "told"),
    [
        ("warned", "warned", ("“warned”", "")),
        ("believes", "believed", ("“believes”", "")),
        ("according to", "said", ("“according to”", "")),
        ("according to", "claimed", ("“according to”", "claimed")),
        (None, "denied", ("no cue word", "denied")),
    ],
)
def test_a_grade_is_shown_where_the_cue_does_not_tell_it(cue: str | None, grade: str, told: tuple[str, str]) -> None:
    assert tell_cue(claim(TEXT, "it was arson", chain=(bel,), cue=cue, grade=grade), TEXT) == told


def test_the_own_voice_has_no_cue() -> None:
    assert tell_cue(claim(TEXT, "it was arson"), TEXT) == ("", "")


@pytest.mark.parametrize(
    ("time", "told"),
    [
        (known("2031-05-04T08:15:59+00:00"), "2031-05-04 08:15 UTC"),
        (known("2031-05-04T08:15:59.120Z"), "2031-05-04 08:15 UTC"),
        (known("2031-05-04T08:15+03:00"), "2031-05-04 08:15 +03:00"),
        (known("2031-05-04T08:15"), "2031-05-04 08:15 (no time zone)"),
        (known("2031-05"), "2031-05"),
        (Absent(), "none"),
        (Undetermined(), "unclear"),
    ],
)
def test_a_time_is_told_with_the_precision_it_has(time: Maybe[str], told: str) -> None:
    assert tell_time(time, absent="none", undetermined="unclear") == told


def test_what_is_not_known_is_told_apart() -> None:
    facts = dict(tell_making(reading(report(TEXT, published_at=Undetermined()))))
    assert facts["published"] == "date undetermined"
    assert facts["outlet"] == "outlet not told"
    assert "updated" not in facts


def test_an_author_is_not_named_twice() -> None:
    given = (Credit("byline", "Marta Oslin", "By Marta Oslin", None), Credit("agency", None, "with agencies", None))
    facts = dict(tell_making(reading(report(TEXT, authors=("Marta Oslin",), credits=given))))
    assert facts["by"] == "Marta Oslin"
    assert facts["credits"] == "with agencies (agency)"


def test_a_report_without_a_headline_is_called_by_its_first_words() -> None:
    assert tell_title(report("The mill burned.")) == "The mill burned."
    assert tell_title(report("The mill burned.", headline="Fire in Pell")) == "Fire in Pell"
