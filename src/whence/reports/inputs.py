"""What the caller names → the single inputs behind it: files, addresses, standard input; folders and patterns opened.

The order is the caller's, and sorted by path within a folder or a pattern; a file that is named twice is taken once.
"""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from whence.errors import AddressRefused, EmptyFolder, EmptyGlob, InputError, MissingInput
from whence.reports.kinds import SUFFIXES

STDIN = "-"
_ADDRESS = re.compile(r"\A[A-Za-z][A-Za-z0-9+.-]+:(?://|\\\\)")
_USERINFO = re.compile(r"(?<=//)[^/?#@]*@")


class Door(StrEnum):
    """Through which door an input comes."""

    FILE = "file"
    ADDRESS = "address"
    STDIN = "standard input"


@dataclass(frozen=True, slots=True)
class Item:
    """One input: `name` as it is shown, `target` as it is opened."""

    door: Door
    name: str
    target: str


def expand(inputs: Iterable[str | os.PathLike[str]]) -> Iterator[Item | tuple[str, InputError]]:
    """Yield the single inputs behind what was named; what leads nowhere as its name and error."""
    seen: set[str] = set()
    for given in inputs:
        named = os.fspath(given)
        try:
            items = list(_open(named))
        except InputError as error:
            yield hide_password(named), error
            continue
        for item in items:
            key = os.path.realpath(item.target) if item.door is Door.FILE else item.target
            if key not in seen:
                seen.add(key)
                yield item


def hide_password(address: str) -> str:
    """Return an address without the user name and password it may carry, so that it can be shown."""
    return _USERINFO.sub("…@", address, count=1)


def _open(named: str) -> Iterator[Item]:
    """Yield what is behind one name.

    Raises:
        InputError: if nothing is.
    """
    if named == STDIN:
        yield Item(Door.STDIN, STDIN, STDIN)
        return
    if _ADDRESS.match(named):
        yield _address(named)
        return
    if "\x00" in named or not named:
        raise MissingInput(named, "no file has such a name")
    if Path(named).is_dir():
        yield from _folder(named)
    elif os.path.lexists(named):
        yield Item(Door.FILE, named, named)
    elif glob.has_magic(named):
        yield from _pattern(named)
    else:
        raise MissingInput(named, "no such file")


def _address(named: str) -> Item:
    """Return an http(s) address.

    Raises:
        AddressRefused: for any other scheme.
    """
    scheme = named.partition(":")[0].lower()
    if scheme not in {"http", "https"}:
        raise AddressRefused(hide_password(named), f"{scheme} addresses are not fetched, only http and https")
    return Item(Door.ADDRESS, hide_password(named), named)


def _folder(named: str) -> Iterator[Item]:
    """Yield the files of known kinds in a folder and its folders; hidden ones and linked folders stay out.

    Raises:
        EmptyFolder: if there are none.
    """
    found: list[Path] = []
    for root, folders, files in os.walk(named):
        folders[:] = [folder for folder in folders if not folder.startswith(".")]
        found += [Path(root, file) for file in files if not file.startswith(".") and Path(file).suffix.lower() in SUFFIXES]
    if not found:
        raise EmptyFolder(named, f"no file in it ends in {', '.join(SUFFIXES)}")
    for path in sorted(found):
        yield Item(Door.FILE, str(path), str(path))


def _pattern(named: str) -> Iterator[Item]:
    """Yield the files that a pattern matches, whatever their suffix; folders only if it matches nothing else.

    Raises:
        EmptyGlob: if it matches nothing.
    """
    # Path.glob knows no absolute patterns.
    matches = sorted(glob.glob(named, recursive=True))  # noqa: PTH207
    files = [match for match in matches if Path(match).is_file()]
    for match in files:
        yield Item(Door.FILE, match, match)
    if not files:
        folders = [match for match in matches if Path(match).is_dir()]
        if not folders:
            raise EmptyGlob(named, "no file matches")
        for folder in folders:
            yield from _folder(folder)
