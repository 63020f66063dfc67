"""A PDF's text layer → paragraphs and the title it carries.

pypdf reads it under limits: on pages, on characters, on what a stream may unpack to, on the time in all. Lines that repeat at the
head or foot of many pages are left out; hyphens at line ends stay, since a name may have one.
"""

from __future__ import annotations

import io
import logging
import re
import time
import zlib
from collections import Counter
from collections.abc import Iterator

from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.errors import FileNotDecryptedError, PyPdfError

from whence.errors import BrokenPdf, PdfWithoutText, TooComplex
from whence.reports.options import LoadOptions
from whence.reports.plain import Writing, unwrap

# What a page may unpack to, and hold in drawing operators: below the library's own limits. Chosen, not swept.
_LIMITS = Configuration(
    zlib_maximum_output_length=20_000_000,
    lzw_maximum_output_length=20_000_000,
    run_length_maximum_output_length=20_000_000,
    array_based_stream_maximum_output_length=20_000_000,
    stream_decoding_work_maximum_length=60_000_000,
    stream_parsing_work_maximum_count=300_000,
    xform_maximum_invocations_per_extraction=200,
    page_tree_maximum_entries=20_000,
)
# Seconds in all, looked at before each drawing operator. Chosen, not swept.
_MAX_SECONDS = 30.0
# Fewer letters on average than this on a page are stamps on pictures of pages.
_LETTERS_A_PAGE = 15
# A line at the edge of so many pages, and of half of them, is a running head.
_RUNNING_HEAD = 3
_TOOL_TITLES = re.compile(
    r"(?:microsoft (?:word|powerpoint)|untitled|document\d*|slide \d|powerpoint|\.docx?\b|\.indd\b|\.qxd\b|print)", re.IGNORECASE
)
# Whatever pypdf raises on a file that is not as it says; its own errors are the first.
_BROKEN = (
    PyPdfError,
    ArithmeticError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
    OSError,
    zlib.error,
    NotImplementedError,
)

logging.getLogger("pypdf").addHandler(logging.NullHandler())


class _OutOfTime(Exception):
    """More drawing operators than fit into the time."""


def read_pdf(data: bytes, *, origin: str, options: LoadOptions) -> Writing:
    """Return the text of a PDF.

    Raises:
        BrokenPdf: if it is encrypted or cannot be read.
        PdfWithoutText: if its pages are pictures.
        TooComplex: if it takes more time or text than any report.
    """
    try:
        with apply_configuration(_LIMITS):
            reader = PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise BrokenPdf(origin, "encrypted: it asks for a password")
            pages = list(_page_texts(reader, origin, options))
            title = _title(reader)
    except _OutOfTime as error:
        raise TooComplex(origin, f"its pages take more than {_MAX_SECONDS:.0f} seconds to read") from error
    except (FileNotDecryptedError, *_BROKEN) as error:
        raise BrokenPdf(origin, f"cannot be read as a PDF ({_one_line(error)})") from error
    letters = sum(sign.isalpha() for page in pages for sign in page)
    if letters < _LETTERS_A_PAGE * max(len(pages), 1):
        raise PdfWithoutText(origin, "no text layer, only pictures of pages" if pages else "no pages")
    return Writing(_paragraphs(pages), headline=title)


def _page_texts(reader: PdfReader, origin: str, options: LoadOptions) -> Iterator[str]:
    """Yield the text of the pages.

    Raises:
        TooComplex: beyond the limits.
    """
    deadline = time.monotonic() + _MAX_SECONDS

    def watch(*_operation: object) -> None:
        """Stop a page that draws without end."""
        if time.monotonic() > deadline:
            raise _OutOfTime

    characters = 0
    for number, page in enumerate(reader.pages):
        if number >= options.max_pages:
            raise TooComplex(origin, f"more than {options.max_pages} pages")
        text = page.extract_text(visitor_operand_before=watch)
        characters += len(text)
        if characters > options.max_characters:
            raise TooComplex(origin, f"more than {options.max_characters:,} characters")
        yield text.encode("utf-8", errors="replace").decode("utf-8")


def _paragraphs(pages: list[str]) -> str:
    """Return the pages' text, one paragraph a line, without running heads."""
    heads = _running_heads(pages)
    lines = [line.strip() for page in pages for line in page.replace("\r", "\n").split("\n") if _bare(line) not in heads]
    text = unwrap("\n".join(_with_gaps(lines)))
    return "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())


def _with_gaps(lines: list[str]) -> Iterator[str]:
    """Yield the lines with an empty one where a paragraph ends: a sentence's end on a line that is clearly short of the others."""
    width = sorted(len(line) for line in lines)[int(len(lines) * 0.9)] if lines else 0
    for line in lines:
        yield line
        if len(line) < 0.8 * width and line.endswith((".", "!", "?", "”", '"', ")", "…")):
            yield ""


def _running_heads(pages: list[str]) -> frozenset[str]:
    """Return the lines that stand first or last on many pages, page numbers put aside."""
    seen: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page.split("\n") if line.strip()]
        seen.update({_bare(line) for line in (*lines[:2], *lines[-2:])})
    return frozenset(line for line, count in seen.items() if count >= _RUNNING_HEAD and 2 * count >= len(pages)) - {""}


def _bare(line: str) -> str:
    """Return a line without its numbers and blanks."""
    return "".join(sign for sign in line if not sign.isdigit() and not sign.isspace())


def _title(reader: PdfReader) -> str | None:
    """Return the title that the file carries, unless a program filled it in."""
    title = reader.metadata.title if reader.metadata else None
    clean = " ".join(title.split()) if isinstance(title, str) else ""
    return clean if len(clean.split()) > 1 and not _TOOL_TITLES.search(clean) else None


def _one_line(error: Exception) -> str:
    """Return what a library said, cut to a line."""
    return " ".join(str(error).split())[:120] or type(error).__name__
