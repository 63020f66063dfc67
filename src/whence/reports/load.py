"""Whatever the caller names → reports, each input by itself: what fails is handed over as a `Failure` and the others go on.

Reads no more of an input than the limit. The readers of pages, PDFs and addresses are imported when the first such input comes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from whence.errors import EmptyInput, InputError, MissingInput, NoText, TooLarge, Unreadable, WhenceError
from whence.records import Absent, Credit, Known, Maybe, Reason, Report
from whence.reports.credits import credits_in_text, joined
from whence.reports.decode import decode
from whence.reports.identify import identify
from whence.reports.inputs import Door, Item, expand
from whence.reports.kinds import HEAD_BYTES, Kind, sniff
from whence.reports.lines import read_lines
from whence.reports.options import LoadOptions
from whence.reports.plain import Writing, read_markdown, read_plain
from whence.reports.raw import Raw, short_id
from whence.reports.times import state

DEFAULTS = LoadOptions()


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no report: its name (with the line's number, for a line) and what is wrong."""

    input: str
    error: WhenceError


def load(inputs: Iterable[str | os.PathLike[str]], *, options: LoadOptions = DEFAULTS) -> Iterator[Report | Failure]:
    """Yield the reports behind files, folders, patterns, http(s) addresses and "-" (standard input), in the order named.

    Example:
        `load(["page.html", "archive/", "feeds/*.jsonl", "https://example.org/story"])` yields one report or failure for each
        page, and one for each line of the JSON Lines files.
    """
    for item in expand(inputs):
        if isinstance(item, tuple):
            yield Failure(*item)
            continue
        try:
            yield from _load_one(item, options)
        except InputError as error:
            yield Failure(item.name, error)


def count_hint(inputs: Iterable[str | os.PathLike[str]]) -> int:
    """Return how many single inputs there are; a JSON Lines file counts as one, whatever its lines."""
    return sum(1 for _ in expand(inputs))


def _load_one(item: Item, options: LoadOptions) -> Iterator[Report | Failure]:
    """Yield what is behind one input.

    Raises:
        InputError: if that is nothing.
    """
    if item.door is Door.ADDRESS:
        yield from _from_address(item, options)
        return
    try:
        if item.door is Door.STDIN:
            yield from _from_stream(item, sys.stdin.buffer, "", options)
        else:
            with Path(item.target).open("rb") as stream:
                yield from _from_stream(item, stream, item.target, options)
    except FileNotFoundError as error:
        raise MissingInput(item.name, "no such file") from error
    except OSError as error:
        raise Unreadable(item.name, f"cannot be read ({error.strerror or 'input error'})") from error


def _from_stream(item: Item, stream: BinaryIO, path: str, options: LoadOptions) -> Iterator[Report | Failure]:
    """Yield what an open file holds."""
    head = stream.read(min(HEAD_BYTES, options.max_bytes + 1))
    kind = sniff(head, origin=item.name, name=path)
    if kind is Kind.LINES:
        yield from _from_lines(item, head, stream, options)
        return
    data = head + stream.read(options.max_bytes + 1 - len(head))
    if len(data) > options.max_bytes:
        raise TooLarge(item.name, f"larger than {options.max_bytes:,} bytes")
    yield _report(Raw(item.name, data), kind, options)


def _from_address(item: Item, options: LoadOptions) -> Iterator[Report | Failure]:
    """Yield what is behind an address."""
    from whence.reports.fetch import fetch  # noqa: PLC0415 - files need no network

    raw, media_type = fetch(item.target, options)
    kind = sniff(raw.data[:HEAD_BYTES], origin=item.name, name=(raw.url or "").partition("?")[0], media_type=media_type)
    if kind is Kind.LINES:
        import io  # noqa: PLC0415

        yield from _from_lines(item, raw.data, io.BytesIO(), options)
    else:
        yield _report(raw, kind, options)


def _from_lines(item: Item, head: bytes, stream: BinaryIO, options: LoadOptions) -> Iterator[Report | Failure]:
    """Yield the reports and failures of a JSON Lines input."""
    some = False
    for one in read_lines(head, stream, origin=item.name, options=options):
        some = True
        yield one if isinstance(one, Report) else Failure(*one)
    if not some:
        raise EmptyInput(item.name, "no line with anything in it")


def _report(raw: Raw, kind: Kind, options: LoadOptions) -> Report:
    """Return the report in one input's bytes."""
    if kind is Kind.HTML:
        from whence.reports.pages import read_page  # noqa: PLC0415 - half a second that text does not need

        return read_page(raw, options)
    if kind is Kind.PDF:
        from whence.reports.pdf import read_pdf  # noqa: PLC0415

        return _written(raw, kind, read_pdf(raw.data, origin=raw.origin, options=options))
    text = decode(raw.data, origin=raw.origin, encoding=options.encoding, charset=raw.charset).text
    return _written(raw, kind, read_markdown(text) if kind is Kind.MARKDOWN else read_plain(text))


def _written(raw: Raw, kind: Kind, writing: Writing) -> Report:
    """Return the report of a text, with what its front matter states.

    Raises:
        NoText: if it has no letter.
    """
    if not any(sign.isalpha() for sign in writing.text):
        raise NoText(raw.origin, "no text found")
    fields = writing.fields
    authors = tuple(name.strip() for name in fields.get("author", "").split(",") if name.strip())
    stated = tuple(Credit("byline", name, name, None, (Reason("front matter", "the text names its author"),)) for name in authors)
    when = fields.get("date") or fields.get("published_at")
    return Report(
        id=short_id(raw.sha256),
        text=writing.text,
        sha256=raw.sha256,
        language=identify(writing.text, declared=fields.get("language") or fields.get("lang")),
        url=raw.url or fields.get("url"),
        headline=_stated(writing.headline, "headline"),
        outlet=_stated(fields.get("outlet") or fields.get("source"), "outlet"),
        authors=authors,
        published_at=state(when, "front matter date")
        if when
        else Absent((Reason("text", "the text states no time of publication"),)),
        updated_at=Absent((Reason("text", "the text states no later change"),)),
        captured_at=raw.captured_at,
        credits=joined(credits_in_text(writing.text), stated),
        links=writing.links,
        media_type=kind.value,
        origin=raw.origin,
    )


def _stated(value: str | None, what: str) -> Maybe[str]:
    """Return what a text gives of itself."""
    return (
        Known(value, (Reason("text", f"the text gives its {what}"),))
        if value
        else Absent((Reason("text", f"the text gives no {what}"),))
    )
