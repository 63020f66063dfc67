"""Context packs from the package or from files.

Enters: a name or a path. Leaves: a `Context`, or all problems of the file, each with its line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from whence.errors import InvalidContext, UnknownContext, UnreadableContext
from whence.records import Context
from whence.referents.contexts.build import build_context
from whence.referents.contexts.check import check_context
from whence.referents.contexts.lines import scan
from whence.referents.contexts.schema import PACK, Fault, Table, check_table

SUFFIX = ".toml"
MAX_BYTES = 5_000_000
"""Fifty times the largest pack that comes with Whence."""

AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a context pack: the line, and what to mend in words."""

    line: int
    message: str


def shipped_contexts() -> tuple[str, ...]:
    """Return the names of the packs that come with Whence, in order."""
    return tuple(sorted(each.name.removesuffix(SUFFIX) for each in folder().iterdir() if each.name.endswith(SUFFIX)))


def load_context(name_or_path: str | Path) -> Context:
    """Return a context pack that comes with Whence, by its name, or one of a file, by its path.

    Raises:
        UnknownContext: if there is neither,
        UnreadableContext: if the file cannot be read,
        InvalidContext: if something is wrong in it.
    """
    name = str(name_or_path)
    if name in shipped_contexts():
        return load_shipped(name)
    path = Path(name_or_path)
    if not path.exists():
        raise UnknownContext(name, shipped_contexts())
    context, problems = read_pack(read_text(path), path.parent)
    if context is None:
        raise InvalidContext(name, problems[0].line, problems[0].message, len(problems) - 1)
    return context


@cache
def load_shipped(name: str) -> Context:
    """Return a pack that comes with Whence.

    Raises:
        InvalidContext: if the installed file was changed for the worse.
    """
    context, problems = read_pack(folder().joinpath(name + SUFFIX).read_text("utf-8"), None)
    if context is None:
        raise InvalidContext(name, problems[0].line, problems[0].message, len(problems) - 1)
    return context


def validate_context(path: str | Path) -> tuple[Problem, ...]:
    """Return all that is wrong in a file, by line; nothing if it is a good context pack.

    Raises:
        UnreadableContext: if the file cannot be read.
    """
    return read_pack(read_text(Path(path)), Path(path).parent)[1]


def read_text(path: Path) -> str:
    """Return the text of a pack.

    Raises:
        UnreadableContext: if the file is not there, too large or not in UTF-8.
    """
    name = str(path)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        text = content.decode("utf-8-sig")
    except OSError as cause:
        raise UnreadableContext(name, cause.strerror or str(cause)) from cause
    except UnicodeDecodeError as cause:
        line = content[: cause.start].count(b"\n") + 1
        raise _unreadable(name, f"line {line} is not in UTF-8") from cause
    if len(content) > MAX_BYTES:
        raise _unreadable(name, f"more than {MAX_BYTES:,} bytes")
    return text


def read_pack(text: str, home: Path | None) -> tuple[Context | None, tuple[Problem, ...]]:
    """Return the context of a text and its problems; with a problem there is no context."""
    try:
        table: Table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as cause:
        return None, (syntax_problem(str(cause), text),)
    except RecursionError:
        return None, (Problem(1, "no TOML: brackets nested beyond reason"),)
    faults = list(check_table(table, PACK))
    if any(fault.grave for fault in faults):
        return None, told(faults, text)
    context = build_context(table, home)
    faults += check_context(context)
    return (None, told(faults, text)) if faults else (context, ())


def syntax_problem(message: str, text: str) -> Problem:
    """Return what tomllib says with its line; an error at the end stands in the last line."""
    place = AT_LINE.search(message)
    line = int(place[1]) if place and place[1] else len(text.rstrip().split("\n"))
    return Problem(line, f"no TOML: {AT_LINE.sub('', message)}")


def told(faults: list[Fault], text: str) -> tuple[Problem, ...]:
    """Return faults as problems with their lines, in the order of the file."""
    lines = scan(text)
    found = [Problem(lines.line_of(fault.path, holding=fault.holding), f"{way(fault)}{fault.message}") for fault in faults]
    return tuple(sorted(dict.fromkeys(found), key=_line))


def way(fault: Fault) -> str:
    """Return where a fault is, for a reader: the keys on the way, the tables of a list counted from 1."""
    return ".".join(pieces(fault)) + ": " if fault.path else ""


def pieces(fault: Fault) -> Iterator[str]:
    """Yield the keys on the way, the number of a table with the key of its list."""
    for position, piece in enumerate(fault.path):
        following = fault.path[position + 1] if position + 1 < len(fault.path) else ""
        if isinstance(piece, str):
            yield f"{piece}[{following + 1}]" if isinstance(following, int) else piece


def folder() -> Traversable:
    """Return the folder of the packs that come with Whence."""
    return files("whence").joinpath("contexts")


def _line(problem: Problem) -> int:
    return problem.line


def _unreadable(name: str, reason: str) -> UnreadableContext:
    """Return the error for a file that cannot be read."""
    return UnreadableContext(name, reason)
