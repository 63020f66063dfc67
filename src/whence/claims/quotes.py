"""Where a text stands in quotation marks.

Enters: the text alone. Leaves: quoted passages, in order, with marks told apart from apostrophes: “…”, ‘…’, "…", '…', „…“, «…»,
``…''. It does not tell who speaks, nor whether somebody does: scare quotes are quoted passages too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from whence.records import Span

CLOSERS = {"“": "”", "‘": "’", "„": "“”‟", "‚": "‘’", "«": "»", "‹": "›", '"': '"', "'": "'", "``": "''", "”": "”"}
"""Each opening mark with the marks that may close it; ” opens as well in the Scandinavian style."""

MARK = re.compile("``|''|[" + "".join({*"".join([*CLOSERS, *CLOSERS.values()])} - {"`"}) + "]")
"""Any mark that may open or close."""

ELIDED = re.compile(r"(?:\d0s|\d\ds?|em|til|tis|twas|cause|bout|n|round|un)\b", re.IGNORECASE)
"""What follows an apostrophe at the beginning of a word."""

WORD_LIMIT = 4
"""Up to so many words a quoted passage without a verb of its own is taken for scare quotes. Not swept."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage in quotation marks: `span` with its marks, `inner` without.

    `depth` is 0 unless it stands within another; `closed` whether the closing mark is there; `continues` the position, in the
    order of the text, of the passage that it goes on from: the paragraph before left its marks open and this one opens them anew.
    """

    span: Span
    inner: Span
    mark: str
    depth: int
    paragraph: Span
    closed: bool
    continues: int | None = None

    def words(self, text: str) -> int:
        """Return the number of words within the marks."""
        return len(self.inner.cut(text).split())


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the stretches of `text` between line breaks that hold more than blanks."""
    return tuple(Span(found.start(), found.end()) for found in re.finditer(r"[^\n\s](?:[^\n]*[^\n\s])?", text))


def find_quotes(text: str) -> tuple[Quoted, ...]:
    """Return every quoted passage of `text`, outer before inner.

    A single mark that never closes is an apostrophe; a double one that never closes runs to the end of its paragraph.
    """
    found: list[Quoted] = []
    for paragraph in paragraphs(text):
        here = _paragraph(text, paragraph)
        if here and found:
            before = max((i for i, quoted in enumerate(found) if quoted.depth == 0), default=0)
            first, last = here[0], found[before]
            if not last.closed and first.span.start == paragraph.start and first.mark == last.mark:
                here[0] = Quoted(first.span, first.inner, first.mark, first.depth, first.paragraph, first.closed, before)
        found.extend(here)
    return tuple(found)


def _paragraph(text: str, paragraph: Span) -> list[Quoted]:
    """Return the quoted passages of one paragraph."""
    stack: list[tuple[int, str]] = []
    found: list[Quoted] = []
    for met in MARK.finditer(text, paragraph.start, paragraph.end):
        at, mark = met.start(), met.group()
        if stack and _closes(text, at, mark, stack, paragraph):
            start, opener = stack.pop()
            if at > start + len(opener):
                inner = Span(start + len(opener), at)
                found.append(Quoted(Span(start, at + len(mark)), inner, opener, len(stack), paragraph, closed=True))
        elif mark in CLOSERS and _opens(text, at, mark, stack, paragraph):
            stack.append((at, mark))
    for depth, (start, opener) in enumerate(stack):
        if opener in "'‘‚" or paragraph.end <= start + len(opener):
            continue
        inner = Span(start + len(opener), paragraph.end)
        found.append(Quoted(Span(start, paragraph.end), inner, opener, depth, paragraph, closed=False))
    return sorted(_settle_depth(found), key=_by_span)


def _by_span(quoted: Quoted) -> tuple[int, int]:
    """Return the key that puts outer passages before inner ones."""
    return quoted.span.start, -quoted.span.end


def _settle_depth(found: list[Quoted]) -> list[Quoted]:
    """Count depth anew, since an opening mark that proved an apostrophe counted for one."""
    settled = []
    for quoted in found:
        depth = sum(other is not quoted and other.span.covers(quoted.span) for other in found)
        settled.append(Quoted(quoted.span, quoted.inner, quoted.mark, depth, quoted.paragraph, quoted.closed, quoted.continues))
    return settled


def _before(text: str, at: int) -> str:
    """Return the character before `at`, a blank at the beginning."""
    return text[at - 1] if at else " "


def _after(text: str, at: int) -> str:
    """Return the character at `at`, a blank at the end."""
    return text[at] if at < len(text) else " "


def _opens(text: str, at: int, mark: str, stack: list[tuple[int, str]], paragraph: Span) -> bool:
    """Tell whether the mark at `at` opens a passage."""
    before, after = _before(text, at), _after(text, at + len(mark))
    if after.isspace():
        return False
    fresh = before.isspace() or before in "([{—–-/:\"“‘'«„…" or at == paragraph.start
    if mark in ("“", "«", "‹", "„", "‚", "``"):
        return True
    if mark == "”":
        return fresh and not stack and "”" in text[at + 1 : paragraph.end] and "“" not in text[paragraph.start : paragraph.end]
    if mark == '"':
        return fresh or not after.isspace()
    if before.isalnum() or ELIDED.match(text, at + 1):
        return False
    return fresh and any(_may_close(text, i, mark) for i in range(at + 2, paragraph.end))


def _may_close(text: str, at: int, opener: str) -> bool:
    """Tell whether a single closing mark may stand at `at`: after a word or stop, before no letter or digit."""
    return text[at] in CLOSERS[opener] and not _before(text, at).isspace() and not _after(text, at + 1).isalnum()


def _closes(text: str, at: int, mark: str, stack: list[tuple[int, str]], paragraph: Span) -> bool:
    """Tell whether the mark at `at` closes the innermost open passage."""
    start, opener = stack[-1]
    if mark not in CLOSERS[opener] or at < start + len(opener):
        return False
    if opener in "‘'‚":
        return _may_close(text, at, opener) and not _possessive(text, at, opener, paragraph)
    if mark == "“" and opener == "„":
        return True
    if mark == '"' and _before(text, at).isspace() and not _after(text, at + 1).isspace():
        return '"' not in text[at + 1 : paragraph.end]
    return True


def _possessive(text: str, at: int, opener: str, paragraph: Span) -> bool:
    """Tell whether the mark at `at` is the apostrophe of a plural possessive within an open single-quoted passage.

    So it is in ‘the officials’ claims are false,’ where it stands after an s and before a small letter, and a mark behind a stop
    closes the passage before the next one opens. Without a stop there the nearer mark closes, as after ‘losses’ in “‘losses’ in
    the rebels’ ranks”.
    """
    if opener == "'" or _before(text, at) not in "sS" or not re.match(r" [a-z]", text[at + 1 : at + 3]):
        return False
    for i in range(at + 1, paragraph.end):
        if text[i] == opener and not _before(text, i).isalnum():
            return False
        if _before(text, i) in ".,!?…" and _may_close(text, i, opener):
            return True
    return False
