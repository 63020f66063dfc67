"""Where the keys of a TOML file stand, so that a problem can be told with its line.

Enters: the text of a file that tomllib has read. Leaves: for each key its first and last line. It looks for keys and for where
their values end, and reads no values: those are tomllib's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""The way to a value: keys, and the numbers of tables in arrays, from 0."""

KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*'""")
STATEMENT = re.compile(
    r"""(?P<blank>\s+|\#[^\n]*)
      | \[\[(?P<array>[^\n]*?)\]\]
      | \[(?P<table>[^\n]*?)\]
      | (?P<key>(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[ \t.])+)=""",
    re.VERBOSE,
)
PIECE = re.compile(
    r'''"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\#[^\n]*|(?P<open>[\[{])|(?P<close>[\]}])|(?P<end>\n)|.''',
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a file, and the first and last line of each of its tables and keys, from 1."""

    text: tuple[str, ...]
    stretches: dict[Path, tuple[int, int]]

    def line_of(self, path: Path, *, holding: str = "") -> int:
        """Return the line of a value, or of the nearest table around one that is not there.

        With `holding`, the last line of the value that holds this text between quotation marks, where it runs over several.
        """
        while path and path not in self.stretches:
            path = path[:-1]
        first, last = self.stretches.get(path, (1, 1))
        if holding:
            quoted = (f'"{holding}"', f"'{holding}'")
            for number in range(last, first - 1, -1):
                if any(form in self.text[number - 1] for form in quoted):
                    return number
        return first


def scan(text: str) -> Lines:
    """Return where the keys of a TOML text stand."""
    text = text.replace("\r\n", "\n")
    stretches: dict[Path, tuple[int, int]] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    for kind, written, first, last in statements(text):
        keys = [name.strip("\"'") for name in KEY.findall(written)]
        if kind == "array":
            table = descend((), keys[:-1], counts)
            array = (*table, *keys[-1:])
            table = (*array, counts.setdefault(array, 0))
            counts[array] += 1
        elif kind == "table":
            table = descend((), keys, counts)
        path = table if kind != "key" else (*table, *keys)
        stretches.setdefault(path, (first, last))
        for length in range(len(table) + 1, len(path)):
            # A dotted key opens tables on its way, which have no line of their own.
            start = stretches.get(path[:length], (first, last))[0]
            stretches[path[:length]] = (start, last)
    return Lines(tuple(text.split("\n")), stretches)


def descend(table: Path, keys: list[str], counts: dict[Path, int]) -> Path:
    """Return the way down the keys, through the latest table of each array on it."""
    for key in keys:
        table = (*table, key)
        if table in counts:
            table = (*table, counts[table] - 1)
    return table


def statements(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield each header and each key: its kind, its words, its first line and its last."""
    position, line = 0, 1
    while position < len(text):
        match = STATEMENT.match(text, position)
        if match is None:
            return
        end = match.end()
        kind = match.lastgroup or "blank"
        if kind == "key":
            end = end_of_value(text, end)
        last = line + text.count("\n", position, end)
        if kind != "blank":
            yield kind, match.group(kind), line, last
        position, line = end, last


def end_of_value(text: str, position: int) -> int:
    """Return where the value that begins at a position ends: before the first line break outside brackets and strings."""
    depth = 0
    for piece in PIECE.finditer(text, position):
        if piece["open"]:
            depth += 1
        elif piece["close"]:
            depth -= 1
        elif piece["end"] and depth == 0:
            return piece.start()
    return len(text)
