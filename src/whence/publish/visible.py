"""Report text made safe to look at: enters any string, leaves one that cannot act on the screen that shows it.

Reports come from strangers. A terminal obeys escape sequences, a reader's eye obeys bidirectional overrides, and both would let a
report rewrite what Whence says about it. Such characters are shown by name instead. Offsets always refer to the unchanged text.
"""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls; bidirectional embeddings, overrides and isolates; line and paragraph separators; lone surrogates;
# interlinear annotation; tag characters, which hide text within text. Joiners and the LRM, RLM and ALM marks are left alone:
# Persian, Hebrew and emoji need them, and they reach no further than their neighbours.
HAZARD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\u2066-\u2069\u206a-\u206f\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# Soft hyphen, zero-width space, word joiner and its invisible kin, byte order mark: nothing to see, so nothing is shown.
NOTHING = re.compile("[\xad\u200b\u2060-\u2064\ufeff]")
BLANK = re.compile(r"\s+")


def name_character(match: re.Match[str]) -> str:
    """Return the code point of a hazardous character in a form that nothing obeys: `⟨U+202E⟩`."""
    return f"⟨U+{ord(match.group()):04X}⟩"


def describe_character(character: str) -> str:
    """Return the code point and the Unicode name of one character, for a tooltip."""
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control character')}"


def visible(text: str) -> str:
    """Return `text` on one line, with what a terminal or the bidirectional algorithm would obey named instead."""
    return HAZARD.sub(name_character, NOTHING.sub("", BLANK.sub(" ", text))).strip()


def shorten(text: str, limit: int) -> str:
    """Return `text` in at most `limit` characters: its beginning and its last words, ` … ` where words are left out.

    The end is kept because the news of a sentence often stands there.
    """
    if len(text) <= limit:
        return text
    tail_room = limit // 4
    head = text[: limit - tail_room - 3]
    tail = text[-tail_room:]
    head = head.rsplit(" ", 1)[0] if " " in head else head
    tail = tail.split(" ", 1)[1] if " " in tail else tail
    return f"{head.rstrip(' ,;:')} … {tail.lstrip()}"
