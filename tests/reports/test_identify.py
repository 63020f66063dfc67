"""Language: from the words, from a declaration, or undetermined."""

from __future__ import annotations

import pytest

from whence.records import Known, Undetermined, value_or_none
from whence.reports.identify import identify, language_code


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor said on Monday that the bridge would stay closed for a week, but nobody believed him.", "en"),
        ("Der Bürgermeister sagte am Montag, dass die Brücke noch eine Woche lang geschlossen bleibe.", "de"),
        ("Мэр города сообщил в понедельник, что мост останется закрытым ещё неделю.", "ru"),
        ("Міський голова повідомив у понеділок, що міст залишатиметься закритим ще тиждень.", "uk"),
        (
            "Мэр города сказал: «The bridge will stay closed, that is that», передаёт местная газета со ссылкой на службу.",
            "ru",
        ),
    ],
)
def test_by_its_words(text: str, language: str) -> None:
    assert value_or_none(identify(text)) == language


def test_the_words_go_before_the_page() -> None:
    found = identify(
        "The mayor said on Monday that the bridge would stay closed for a week, but nobody believed him.", declared="de-DE"
    )
    assert isinstance(found, Known)
    assert (found.value, [reason.kind for reason in found.because]) == ("en", ["language identification", "lang attribute"])


def test_too_little_to_tell() -> None:
    assert isinstance(identify("Bridge shut"), Undetermined)
    assert isinstance(identify("12 345 " * 100), Undetermined)
    assert value_or_none(identify("Bridge shut", declared="en-GB")) == "en"


@pytest.mark.parametrize(
    ("declared", "code"),
    [("en-GB", "en"), ("EN", "en"), ("zh-Hant-TW", "zh"), ("english", None), ("", None), (None, None), ("e", None)],
)
def test_language_codes(declared: str | None, code: str | None) -> None:
    assert language_code(declared) == code
