"""From gold as people write it, brackets in a text, to gold as scorers read it, offsets on the text.

Enters: `gold/attributions.txt`, `gold/names.txt` and `gold/places.txt` (their heads explain the marks). Leaves: `gold/*.jsonl` in
the interchange's shape, written by `python bench/notation.py` and never edited by hand. Every bracket that does not close or names
no role is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent / "gold"
COMPLEMENTISER_IN_CONTENT = True
"""Whether "that" at the head of a content belongs to it."""

_ROLES = {"s": "source", "c": "cue", "x": "content"}
_MARK = re.compile(r"\[(?P<label>[scx][\d,]+|PER|ORG|LOC|@[\w:-]+) |(?P<close>\])|(?P<that>\^)|(?P<stray>\[)")
_COMPLEMENTISER = re.compile(r"that ")


class NotationError(ValueError):
    """Gold that cannot be compiled."""

    def __init__(self, passage: str, reason: str) -> None:
        """Name the passage and the reason."""
        super().__init__(f"passage {passage!r}: {reason}")


def passages(source: str) -> Iterator[tuple[str, str]]:
    """Yield the id and the marked text of each passage; lines that begin with # are for the reader of the file."""
    lines = [line for line in source.splitlines() if not line.startswith("#")]
    for block in re.split(r"^== ", "\n".join(lines), flags=re.MULTILINE)[1:]:
        name, _, body = block.partition("\n")
        yield name.strip(), body.strip()


def compile_marks(name: str, marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """Return the plain text and each label with its offsets, in the order in which the brackets close.

    Raises:
        NotationError: if a bracket is left open, closes nothing or has no known label.
    """
    text = ""
    position = 0
    opened: list[tuple[str, int]] = []
    closed = []
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        if mark["stray"]:
            raise NotationError(name, f"a bracket without a label before {marked[position : position + 20]!r}")
        if mark["label"]:
            opened.append((mark["label"], len(text)))
        elif mark["that"]:
            opened = _shifted(name, opened, marked[position:], len(text))
        elif opened:
            label, start = opened.pop()
            closed.append((label, start, len(text)))
        else:
            raise NotationError(name, f"a bracket closes nothing after {text[-20:]!r}")
    if opened:
        raise NotationError(name, f"{len(opened)} brackets are left open")
    return text + marked[position:], closed


def _shifted(name: str, opened: list[tuple[str, int]], rest: str, here: int) -> list[tuple[str, int]]:
    """Return the open brackets with those that begin at a complementiser moved behind it, if that is the side it falls on."""
    word = _COMPLEMENTISER.match(rest)
    if word is None or not opened or opened[-1][1] != here:
        raise NotationError(name, f"^ stands for no complementiser before {rest[:20]!r}")
    if COMPLEMENTISER_IN_CONTENT:
        return opened
    return [(label, here + word.end() if start == here else start) for label, start in opened]


def attributions(name: str, marked: str) -> dict[str, Any]:
    """Return one passage with its attributions, each role a list of [start, end)."""
    text, marks = compile_marks(name, marked)
    found: dict[str, dict[str, list[list[int]]]] = {}
    for label, start, end in sorted(marks, key=_start):
        for number in label[1:].split(","):
            roles = found.setdefault(number, {role: [] for role in _ROLES.values()})
            roles[_ROLES[label[0]]].append([start, end])
    return {"id": name, "text": text, "attributions": [found[number] for number in sorted(found, key=int)]}


def names(name: str, marked: str) -> dict[str, Any]:
    """Return one passage with its names, each [start, end, kind]."""
    text, marks = compile_marks(name, marked)
    return {"id": name, "text": text, "names": [[start, end, kind] for kind, start, end in sorted(marks, key=_start)]}


def places(name: str, marked: str) -> dict[str, Any]:
    """Return one passage with its places, each [start, end, key]: "geonames:…", "iso:…", or nothing for @0."""
    text, marks = compile_marks(name, marked)
    found = []
    for label, start, end in sorted(marks, key=_start):
        key = label.removeprefix("@")
        found.append([start, end, "" if key == "0" else f"geonames:{key}" if key.isdecimal() else key])
    return {"id": name, "text": text, "places": found}


def _start(mark: tuple[str, int, int]) -> int:
    return mark[1]


def compiled() -> dict[str, str]:
    """Return the content of each JSON Lines file by its name."""
    made = {}
    for stem, compile_passage in (("attributions", attributions), ("names", names), ("places", places)):
        source = (GOLD / f"{stem}.txt").read_text(encoding="utf-8")
        rows = [compile_passage(name, marked) for name, marked in passages(source)]
        made[f"{stem}.jsonl"] = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return made


if __name__ == "__main__":
    for file_name, content in compiled().items():
        (GOLD / file_name).write_text(content, encoding="utf-8")
        print(f"{GOLD.name}/{file_name}: {len(content.splitlines())} passages")
