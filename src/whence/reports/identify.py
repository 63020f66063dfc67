"""Text → language: declared, or identified from the words, or undetermined where there is too little to go by.

English is settled by its function words, which takes no model; the rest goes to py3langid (Lui & Baldwin 2012), loaded on first
need.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from whence.records import Known, Maybe, Reason, Undetermined

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Fewer letters than this leave related languages apart by chance (a short sentence has some 60).
MIN_LETTERS = 40
# No more than this is looked at: identification does not improve beyond a few thousand characters.
_SAMPLE = 6000
# The English reports of the tests have 39 to 43 % words of the list (2026-11); chosen below that, not swept.
_ENGLISH_SHARE = 0.28
_ENGLISH_WORDS = 12
_LATIN_SHARE = 0.9
# Below this share of probability py3langid's first choice is one of several.
_MIN_PROBABILITY = 0.75
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"\A([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-_]{1,30})?\Z")


def language_code(declared: str | None) -> str | None:
    """Return the two or three letters of a declared language ("en-GB" → "en"), or None if it is no language code."""
    match = _CODE.match((declared or "").strip())
    return match[1].lower() if match else None


def identify(text: str, *, declared: str | None = None) -> Maybe[str]:
    """Return the language of a text. `declared` is what a page's markup says; it settles only what the words leave open.

    Publishing systems put their own language into the markup of every page, so the words go first.
    """
    code = language_code(declared)
    stated = (Reason("lang attribute", f"the page declares {code}"),) if code else ()
    sample = text[:_SAMPLE]
    letters = sum(sign.isalpha() for sign in sample)
    if letters < MIN_LETTERS:
        short = Reason("language identification", f"{letters} letters are too few to tell")
        return Known(code, (*stated, short)) if code else Undetermined((short,))
    words = [word.lower() for word in _WORD.findall(sample)]
    common = sum(word in _english() for word in words)
    latin = sum(sign.isascii() for sign in sample if sign.isalpha())
    if len(words) >= _ENGLISH_WORDS and latin >= _LATIN_SHARE * letters and common >= _ENGLISH_SHARE * len(words):
        return Known(
            "en", (Reason("language identification", f"{common} of {len(words)} words are English function words"), *stated)
        )
    return _by_model(sample, code, stated)


def _by_model(sample: str, code: str | None, stated: tuple[Reason, ...]) -> Maybe[str]:
    """Return the language by the model; where it hesitates, the declared one if there is one."""
    found, probability = _identifier().classify(sample)
    reason = Reason("language identification", f"py3langid: {found}, probability {probability:.2f}")
    if probability >= _MIN_PROBABILITY:
        return Known(str(found), (reason, *stated))
    return Known(code, (*stated, reason)) if code else Undetermined((reason,))


@cache
def _identifier() -> LanguageIdentifier:
    """Return the model; loading takes about a second."""
    from py3langid import langid  # noqa: PLC0415

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)


@cache
def _english() -> frozenset[str]:
    """Return the English function words."""
    with (files("whence") / "reports" / "function_words.toml").open("rb") as file:
        return frozenset(tomllib.load(file)["en"])
