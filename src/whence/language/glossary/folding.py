"""Words as the glossaries compare them: small letters, without accents, stress marks and vowel points.

Enters: a word of any script. Leaves: its folded form. Cyrillic letters keep their marks, for й and ї are letters of their own; ё is
written е as most texts do. Arabic loses its vowel points and the variants of alif, ya and ta marbuta that texts confuse.
"""

from __future__ import annotations

import unicodedata

_ALIKE = str.maketrans(
    {"ё": "е", "ı": "i", "ø": "o", "ł": "l", "œ": "oe", "æ": "ae", "ى": "ي", "ة": "ه", "ـ": None}
) | str.maketrans(dict.fromkeys("’ʼ‘`´", "'"))
_CYRILLIC_SIGNS = frozenset("\u0306\u0308")
"""The breve of й and the dots of ї, which tell letters apart."""


def fold(word: str) -> str:
    """Return `word` as the glossaries compare it."""
    folded = word.casefold()
    if folded.isascii():
        return folded.replace("`", "'")
    kept = [""]
    for letter in unicodedata.normalize("NFKD", folded):
        if not unicodedata.combining(letter) or (letter in _CYRILLIC_SIGNS and "\u0400" <= kept[-1] <= "\u04ff"):
            kept.append(letter)
    return unicodedata.normalize("NFC", "".join(kept)).translate(_ALIKE)
