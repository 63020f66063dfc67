"""Bytes and the text that they are."""

from __future__ import annotations

import pytest

from whence.errors import Undecodable
from whence.reports.decode import decode

SAID = "Мэр сказал: «Мост закрыт». Ünsicher – “so”."


@pytest.mark.parametrize(
    ("data", "charset", "markup", "text"),
    [
        (SAID.encode(), None, False, SAID),
        (SAID.encode("utf-8-sig"), None, False, SAID),
        (SAID.encode("utf-16"), None, False, SAID),
        ("Мост".encode("cp1251"), "windows-1251", False, "Мост"),
        ("“so”".encode("cp1252"), "iso-8859-1", False, "“so”"),
        (b"<meta charset='windows-1251'>" + "Мост".encode("cp1251"), None, True, "<meta charset='windows-1251'>Мост"),
        (
            b"<?xml version='1.0' encoding='koi8-r'?>" + "Мост".encode("koi8-r"),
            None,
            True,
            "<?xml version='1.0' encoding='koi8-r'?>Мост",
        ),
        (b"<meta charset='windows-1251'>" + "Мост".encode(), "iso-8859-1", True, "<meta charset='windows-1251'>Мост"),
        (b"<meta charset='utf-16'>plain", None, True, "<meta charset='utf-16'>plain"),
        ("橋".encode("iso2022_jp"), "iso-2022-jp", False, "橋"),
        (b"plain", "no-such-charset", False, "plain"),
    ],
)
def test_encodings(data: bytes, charset: str | None, *, markup: bool, text: str) -> None:
    assert decode(data, origin="x", charset=charset, markup=markup).text == text


def test_the_callers_word_goes_first_and_is_taken_strictly() -> None:
    assert decode("Мост".encode("cp1251"), origin="x", encoding="cp1251").text == "Мост"
    with pytest.raises(Undecodable, match="byte 0 is not utf-8"):
        decode("Мост".encode("cp1251"), origin="x", encoding="utf-8")


@pytest.mark.parametrize("encoding", ["zip", "base64", "unicode_escape", "utf-7", "idna", "nonsense"])
def test_what_is_no_encoding_of_text(encoding: str) -> None:
    with pytest.raises(Undecodable, match="not an encoding of text"):
        decode(b"abc", origin="x", encoding=encoding)


def test_undeclared_bytes_are_not_guessed() -> None:
    with pytest.raises(Undecodable, match=r"no encoding is declared.*\[W104\]"):
        decode("Мост закрыт".encode("cp1251"), origin="x")
    with pytest.raises(Undecodable, match="not utf-8, as declared"):
        decode("Мост закрыт".encode("cp1251"), origin="x", charset="utf-8")


def test_a_few_broken_bytes_of_a_declared_encoding_are_marked() -> None:
    decoded = decode(b"word " * 300 + b"\xff", origin="x", charset="utf-8")
    assert decoded.broken
    assert decoded.text.endswith("\ufffd")
