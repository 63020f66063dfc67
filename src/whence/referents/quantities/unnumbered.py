"""Counts without a number: nobody, no casualties, a child.

Enters: the plain text and the places of its numbers. Leaves: amounts of none or one, kept where harm is told of what they count.
"""

from __future__ import annotations

from collections.abc import Iterator

from whence.records import Reason, Span
from whence.referents.quantities.amounts import Amount
from whence.referents.quantities.vetoes import Taken
from whence.referents.quantities.words import QuantityWords


def find_unnumbered(text: str, numbered: list[Span], taken: Taken, words: QuantityWords) -> Iterator[Amount]:
    """Yield none for "nobody" and "no casualties" and one for "a child"."""
    for match in words.patterns.none.finditer(text):
        span = Span(match.start(), match.end())
        because = Reason("none", f"“{match[0]}” counts none.", (span,))
        yield Amount(span, span, 0.0, 0.0, 0.0, word=match[0], casualties=True, because=(because,))
    for match in words.patterns.one.finditer(text):
        whole = Span(match.start(), match.end())
        if any(whole.overlaps(each) for each in numbered) or taken.covers(whole):
            continue
        span = Span(match.start(), match.start() + (2 if text[match.start() + 1] == "n" else 1))
        because = Reason("one", f"“{match[0]}” counts one.", (whole,))
        yield Amount(span, span, 1.0, 1.0, 1.0, word=match[0].split()[0], casualties=True, because=(because,))
