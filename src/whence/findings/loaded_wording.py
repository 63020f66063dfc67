"""Words that judge what they tell of, in the report's own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from whence.claims.quotes import find_quotes
from whence.findings.check import Material
from whence.language.tables import read_table
from whence.records import Finding, Reason, Severity, Span

NAME = "loaded_wording"


@dataclass(frozen=True, slots=True)
class Loaded:
    """Some forms of a word, also as a pattern, the neutral word beside them, and the phrases in which they judge nothing."""

    forms: tuple[str, ...]
    pattern: re.Pattern[str]
    neutral: str
    harmless: re.Pattern[str] | None


class LoadedWording:
    """The check."""

    name = NAME
    meaning = "The report itself uses a word that judges what it tells of, where a plainer one would tell the same."
    limits = (
        "It knows the words of a list and not what they stand for: a word may be right, or be a side's own that the report passes "
        "on unmarked. Names, quotations and what is attributed to somebody are passed over."
    )
    example = "The regime held the town for a week."

    def run(self, material: Material) -> tuple[Finding, ...]:
        """Return a finding for each loaded word, with all places where the report itself uses it."""
        text = material.report.text
        others = [quoted.span for quoted in find_quotes(text)]
        others += [span for attribution in material.attributions for span in attribution.content]
        found = []
        small = text.lower()
        for loaded in loaded_words():
            if not any(form in small for form in loaded.forms):
                continue
            spans = tuple(span for span in _uses(loaded, text) if not any(span.overlaps(other) for other in others))
            if spans:
                found.append(_finding(loaded, spans, text))
        return tuple(sorted(found, key=_place))


@cache
def loaded_words(language: str = "english") -> tuple[Loaded, ...]:
    """Return the words of loaded.toml, read once.

    Raises:
        LexiconError: if the language has none.
    """
    return tuple(
        Loaded(
            tuple(form.lower() for form in entry["forms"]),
            _pattern(entry["forms"]),
            entry["neutral"],
            _pattern(entry["except"]) if entry.get("except") else None,
        )
        for entry in read_table(language, "loaded.toml")["words"]
    )


def _pattern(forms: list[str]) -> re.Pattern[str]:
    """Return the pattern of whole words, the longest first."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})(?![\w-])", re.IGNORECASE)


def _uses(loaded: Loaded, text: str) -> Iterator[Span]:
    """Yield where the words stand, outside the phrases in which they judge nothing and outside names."""
    harmless = [Span(*found.span()) for found in loaded.harmless.finditer(text)] if loaded.harmless is not None else []
    for found in loaded.pattern.finditer(text):
        span = Span(*found.span())
        if not any(span.overlaps(other) for other in harmless) and not _in_name(text, span):
            yield span


def _in_name(text: str, span: Span) -> bool:
    """Tell whether a word is part of a name: written with a capital, and not at the head of a sentence."""
    before = text[: span.start].rstrip()
    return (
        text[span.start].isupper()
        and bool(before)
        and before[-1] not in ".!?:\n“\"'‘"
        and "\n" not in text[len(before) : span.start]
    )


def _finding(loaded: Loaded, spans: tuple[Span, ...], text: str) -> Finding:
    """Return the finding on one entry of the list."""
    words = spans[0].cut(text)
    instead = f"; a plainer wording: {loaded.neutral}" if loaded.neutral else ""
    times = f", {len(spans)} times" if len(spans) > 1 else ""
    message = f"“{words}” judges in the report's own voice{times}{instead}."
    return Finding(NAME, Severity.LOW, message, spans, (Reason("word", f"“{words}” is listed as a word that judges", spans),))


def _place(finding: Finding) -> tuple[Span, ...]:
    return finding.spans


CHECK = LoadedWording()
