import tomllib
from collections import Counter
from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from tests.factory import claim, span
from tests.findings.ground import DRAVIK, HALM, MARN, material, place, time, toponym
from whence.findings.ground import KINDS, ground_words, is_doubted, told_of
from whence.records import (
    Absent,
    Certainty,
    Claim,
    ClaimKind,
    Degree,
    Event,
    EventType,
    Known,
    PlaceFlag,
    Precision,
    TimeExpression,
    TimeKind,
    Undetermined,
)

TEXT = "The army captured Dravik on 2 March and 5 March."


def test_every_kind_has_words_in_lower_case_and_no_word_two_kinds() -> None:
    table = tomllib.loads((files("whence.language") / "english" / "ground.toml").read_text("utf-8"))
    times = Counter(word for kind in KINDS for word in table[kind])
    assert [word for word, count in times.items() if count > 1] == []
    assert set(ground_words().values()) == set(KINDS)
    assert all(word == word.lower() for word in ground_words())


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        ("The army captured Dravik.", "taken", "captured"),
        ("Captured: Dravik.", "taken", "Captured"),
        ("The army withdrew from Dravik.", "left", "withdrew"),
        ("The counter-offensive near Dravik goes on.", "fought", "offensive"),
    ],
)
def test_a_word_of_ground_beside_a_place_is_told_with_its_kind(text: str, kind: str, word: str) -> None:
    (told,) = told_of(material(text, toponym(text, DRAVIK)))
    assert (told.kind, told.word.cut(text), told.place, told.claim.id) == (kind, word, DRAVIK, "c0")


def test_each_kind_of_word_is_told_once_for_each_place() -> None:
    text = "The army captured Dravik, seized Marn and withdrew from Halm."
    found = list(told_of(material(text, *(toponym(text, each) for each in (DRAVIK, MARN, HALM)))))
    assert [(told.place.name, told.kind) for told in found] == [
        (name, kind) for name in ("Dravik", "Marn", "Halm") for kind in ("taken", "left")
    ]
    assert {told.word.cut(text) for told in found if told.kind == "taken"} == {"captured"}


def test_only_what_stands_in_the_claim_counts() -> None:
    text = "The army captured Dravik. Rain fell in Marn. They left Halm."
    both = toponym(text, DRAVIK), toponym(text, MARN)
    assert not list(told_of(material(text, *both, claims=())))
    assert [told.place for told in told_of(material(text, *both, claims=(claim(text, "The army captured Dravik."),)))] == [DRAVIK]
    apart = claim(text, "The army captured Dravik.", "They left Halm.")
    assert [told.place for told in told_of(material(text, *both, toponym(text, HALM), claims=(apart,)))] == [DRAVIK, HALM]


def test_a_capital_that_stands_for_its_government_is_no_ground() -> None:
    capital = replace(MARN, feature="P.PPLC")
    for text, told in (
        ("The retreat left Marn with little.", 0),
        ("The retreat, leaving Marn weaker.", 0),
        ("A retreat from Marn.", 1),
    ):
        assert len(list(told_of(material(text, toponym(text, capital))))) == told


def test_words_within_other_words_tell_nothing() -> None:
    text = "The fallow fields and the takeover at Dravik."
    assert not list(told_of(material(text, toponym(text, DRAVIK))))


@pytest.mark.parametrize(
    "at", [Absent(), Undetermined(), place("Dravik", 48, 31, feature="A.ADM1"), place("Dravik", 48, 31, feature="H.STM")]
)
def test_only_known_towns_count(at: object) -> None:
    text = "The army captured Dravik."
    assert not list(told_of(material(text, toponym(text, at, words="Dravik"))))  # type: ignore[arg-type]


def day_of(*times: TimeExpression, published: str | None = "2031-03-25", passage: str = TEXT) -> date | None:
    told = list(told_of(material(TEXT, toponym(TEXT, DRAVIK), claims=(claim(TEXT, passage),), published=published, times=times)))
    return told[0].day if told else None


SECOND, FIFTH = time(TEXT, "2 March", "2031-03-02"), time(TEXT, "5 March", "2031-03-05")


def test_the_day_is_the_last_that_the_claim_names() -> None:
    assert day_of(SECOND, FIFTH) == day_of(FIFTH, SECOND) == date(2031, 3, 5)
    assert day_of(SECOND, FIFTH, passage="The army captured Dravik on 2 March") == date(2031, 3, 2)


def test_without_one_it_is_the_day_of_publication() -> None:
    assert day_of() == date(2031, 3, 25)
    assert day_of(TimeExpression(SECOND.span, "2 March", TimeKind.DATE, Undetermined())) == date(2031, 3, 25)
    assert day_of(published="2031-03-25T23:30:00+02:00") == date(2031, 3, 25)


def test_it_is_never_after_publication() -> None:
    assert day_of(FIFTH, published="2031-03-04") == date(2031, 3, 4)


@pytest.mark.parametrize("published", [None, "soon", "2031-03"])
def test_without_a_day_of_publication_the_claim_has_to_name_one(published: str | None) -> None:
    assert day_of(published=published) is None
    assert day_of(SECOND, published=published) == date(2031, 3, 2)


@pytest.mark.parametrize("precision", [Precision.MONTH, Precision.SEASON, Precision.YEAR])
def test_a_month_or_a_year_is_no_day(precision: Precision) -> None:
    month = time(TEXT, "2 March", "2031-03-01", days=31, precision=precision)
    assert day_of(month) is None
    assert day_of(month, FIFTH) == date(2031, 3, 5)


@pytest.mark.parametrize(
    ("flags", "expected"),
    [((), False), ((PlaceFlag.AREA,), False), ((PlaceFlag.GARBLED, PlaceFlag.AREA), True), ((PlaceFlag.DOUBTFUL,), True)],
)
def test_a_reading_is_in_doubt_where_the_form_is_suspect(flags: tuple[PlaceFlag, ...], *, expected: bool) -> None:
    assert is_doubted(toponym(TEXT, DRAVIK, *flags)) is expected


def event(
    kind: EventType,
    words: str = "captured",
    *,
    places: tuple[int, ...] = (0,),
    denied: bool = False,
    kind_of_claim: ClaimKind = ClaimKind.EVENT,
    **fields: Any,
) -> Claim:
    """Return a claim whose event the word `words` of TWO tells."""
    fields |= {"kind": kind_of_claim, "certainties": (Certainty(Degree.CERTAIN, denied),)}
    return claim(TWO, TWO, event=Event(kind, span(TWO, words)), places=places, **fields)


TWO = "The army captured Dravik after a battle near Marn on 2 March."
PLACES = toponym(TWO, DRAVIK), toponym(TWO, MARN)


def told_in(*claims: Claim, **fields: Any) -> list[tuple[str, str, str]]:
    found = told_of(material(TWO, *PLACES, claims=claims, **fields))
    return [(told.place.name, told.kind, told.word.cut(TWO)) for told in found]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (EventType.CAPTURE, "taken"), (EventType.WITHDRAWAL, "left"), (EventType.CLASH, "fought"), (EventType.ADVANCE, "fought"),
        (EventType.SHELLING, None), (EventType.STRIKE, None), (EventType.OTHER, None),
    ],
)  # fmt: skip
def test_an_event_tells_of_its_own_places_alone(kind: EventType, told: str | None) -> None:
    assert told_in(event(kind)) == ([("Dravik", told, "captured")] if told else [])


def test_two_events_of_one_sentence_each_have_their_place() -> None:
    both = event(EventType.CAPTURE), event(EventType.CLASH, "battle", places=(1,))
    assert told_in(*both) == [("Dravik", "taken", "captured"), ("Marn", "fought", "battle")]


def test_an_event_denied_or_only_supposed_tells_of_none() -> None:
    assert told_in(event(EventType.CAPTURE, denied=True)) == []
    assert told_in(event(EventType.CAPTURE, kind_of_claim=ClaimKind.SPECULATION)) == []


def test_an_event_without_a_place_tells_of_none() -> None:
    assert told_in(event(EventType.CAPTURE, places=())) == []


def test_the_day_is_that_of_the_event() -> None:
    second, whole = time(TWO, "2 March", "2031-03-02"), time(TWO, "March", "2031-03-01", days=31, precision=Precision.MONTH)

    def day(**fields: Any) -> date | None:
        found = list(told_of(material(TWO, *PLACES, claims=(event(EventType.CAPTURE, **fields),), times=(second,))))
        return found[0].day if found else None

    assert day(time=Known(second)) == date(2031, 3, 2)
    assert day() == date(2031, 4, 12)
    assert day(time=Known(whole)) is None
    assert day(time=Undetermined()) is None
    assert day(kind_of_claim=ClaimKind.BACKGROUND) is None
    assert day(kind_of_claim=ClaimKind.BACKGROUND, time=Known(second)) == date(2031, 3, 2)
