"""JSON Lines of reports → reports, one a line; a bad line is a failure with its number and the others go on.

The fields are those of the interchange format; the text is taken exactly as given, so that offsets made elsewhere fit. What the
line declares (language, times) is known by declaration. Beside them a line may give `authors`, `source` or `credit` (names, or
objects with a name), `updated_at`, `captured_at` and `links`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from whence.errors import BadLine, InputError
from whence.records import Absent, Credit, Known, Maybe, Reason, Report, Undetermined
from whence.reports.credits import credit_field, credits_in_text, joined
from whence.reports.identify import identify, language_code
from whence.reports.kinds import Kind
from whence.reports.markup import named
from whence.reports.options import LoadOptions
from whence.reports.raw import short_id
from whence.reports.times import state

_PIECE = 65_536
_STRINGS = ("url", "outlet", "published_at", "updated_at", "captured_at", "language", "headline")


def read_lines(head: bytes, stream: BinaryIO, *, origin: str, options: LoadOptions) -> Iterator[Report | tuple[str, InputError]]:
    """Yield the report of each line, or its name and what is wrong with it. `head` is what was read of the stream already."""
    for number, line in _numbered(head, stream, options.max_bytes):
        name = f"{origin}:{number}"
        if line is None:
            yield name, BadLine(origin, f"line {number} is larger than {options.max_bytes:,} bytes")
            continue
        body = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not body.strip():
            continue
        try:
            yield _report(body, number, origin)
        except InputError as error:
            yield name, error


def _numbered(head: bytes, stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines with their numbers from 1; None for one beyond the limit, of which no more than the limit is held."""
    pieces: list[bytes] = []
    size, number = 0, 1
    data = head
    while data:
        start = 0
        while (end := data.find(b"\n", start)) >= 0:
            size += end - start
            yield number, b"".join((*pieces, data[start:end])) if size <= limit else None
            pieces, size, number, start = [], 0, number + 1, end + 1
        size += len(data) - start
        if size <= limit:
            pieces.append(data[start:])
        else:
            pieces.clear()
        data = stream.read(_PIECE)
    if size:
        yield number, b"".join(pieces) if size <= limit else None


def _report(line: bytes, number: int, origin: str) -> Report:
    """Return the report of one line.

    Raises:
        BadLine: if it is not one.
    """
    data = _object(line, number, origin)
    fields = {name: _string(data.get(name), name, number, origin) for name in _STRINGS}
    text = data.get("text")
    if not isinstance(text, str):
        raise BadLine(
            origin, f"line {number} has no text field" if text is None else f"line {number}: its text field is not a string"
        )
    if not any(sign.isalpha() for sign in text):
        raise BadLine(origin, f"line {number} has no text in its text field")
    sha256 = hashlib.sha256(line.rstrip(b"\r")).hexdigest()
    given = data.get("id")
    if given is not None and (isinstance(given, bool) or not isinstance(given, (str, int)) or not str(given).strip()):
        raise BadLine(origin, f"line {number}: its id is neither a string nor a number")
    authors = tuple(name for key in ("authors", "author", "byline") for name in named(data.get(key)))
    return Report(
        id=short_id(sha256) if given is None else str(given),
        text=text,
        sha256=sha256,
        language=_language(fields["language"], text),
        url=fields["url"],
        headline=_declared(fields["headline"], "headline"),
        outlet=_declared(fields["outlet"], "outlet"),
        authors=authors,
        published_at=_time(fields["published_at"], "published_at"),
        updated_at=_time(fields["updated_at"], "updated_at"),
        captured_at=_time(fields["captured_at"], "captured_at"),
        credits=joined(credits_in_text(text), _credits(data, authors)),
        links=tuple(link for link in named(data.get("links")) if link.startswith(("http://", "https://"))),
        media_type=Kind.LINES.value,
        origin=f"{origin}:{number}",
    )


def _object(line: bytes, number: int, origin: str) -> dict[str, Any]:
    """Return the JSON object of a line, its strings free of what no text can hold.

    Raises:
        BadLine: if it is none.
    """
    try:
        data = json.loads(line.decode("utf-8"))
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except UnicodeDecodeError as error:
        raise BadLine(origin, f"line {number}: byte {error.start} is not UTF-8") from error
    except UnicodeEncodeError as error:
        raise BadLine(origin, f"line {number} holds half a surrogate pair, which is no character") from error
    except json.JSONDecodeError as error:
        raise BadLine(origin, f"line {number} is not JSON: {error.msg} at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:
        raise BadLine(origin, f"line {number} is not JSON that can be read") from error
    if not isinstance(data, dict):
        raise BadLine(origin, f"line {number} is not a JSON object")
    return data


def _string(value: object, name: str, number: int, origin: str) -> str | None:
    """Return a field that must be a string if it is there; an empty one is as good as none.

    Raises:
        BadLine: if it is something else.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str):
        raise BadLine(origin, f"line {number}: its {name} field is not a string")
    return value.strip()


def _declared(value: str | None, name: str) -> Maybe[str]:
    """Return a field as declared."""
    return (
        Absent((Reason("declared", f"the line gives no {name}"),))
        if value is None
        else Known(value, (Reason("declared", f"the line's {name} field"),))
    )


def _language(value: str | None, text: str) -> Maybe[str]:
    """Return the declared language, or the identified one where none is declared."""
    if value is None:
        return identify(text)
    code = language_code(value)
    if code is None:
        return Undetermined((Reason("declared", f"the line's language field, {value[:40]!r}, is no language code"),))
    return Known(code, (Reason("declared", "the line's language field"),))


def _time(value: str | None, name: str) -> Maybe[str]:
    """Return a declared time; undetermined if it is no ISO 8601 time."""
    return Absent((Reason("declared", f"the line gives no {name}"),)) if value is None else state(value, f"field {name}")


def _credits(data: dict[str, Any], authors: tuple[str, ...]) -> tuple[Credit, ...]:
    """Return the credits in a line's fields."""
    found = [Credit("byline", name, name, None, (Reason("declared", "the line names its author"),)) for name in authors]
    return (
        *(credit_field(name, f"field {key}") for key in ("source", "credit") for name in named(data.get(key))),
        *found,
    )
