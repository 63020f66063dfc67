"""The index on disk: an SQLite file that is written once, whole, and then only read.

Enters: entries. Leaves: a file. A place's number in it is GeoNames' own where it has one, and negative elsewhere, so that a later
entry for the same GeoNames number takes the place of an earlier one.
"""

from __future__ import annotations

import math
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from whence.errors import GazetteerUnwritable
from whence.records import Place
from whence.referents.gazetteer.folding import fold, stem_of, tidy
from whence.referents.gazetteer.skeleton import latinise, skeletons_for

# Counted up whenever the tables, the folding or what is compiled into them change: an index of another number is compiled anew.
SCHEMA = 7
TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (
    id INTEGER PRIMARY KEY, key TEXT, name TEXT NOT NULL, latitude REAL NOT NULL, longitude REAL NOT NULL, cell INTEGER NOT NULL,
    feature TEXT NOT NULL, country TEXT NOT NULL, region TEXT NOT NULL, population INTEGER NOT NULL, names TEXT NOT NULL,
    latin TEXT NOT NULL
);
CREATE INDEX places_by_cell ON places (cell);
CREATE TABLE keys (key TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE areas (country TEXT, region TEXT, place INTEGER NOT NULL, PRIMARY KEY (country, region)) WITHOUT ROWID;
CREATE TABLE folded (form TEXT, place INTEGER, nth INTEGER NOT NULL, PRIMARY KEY (form, place)) WITHOUT ROWID;
CREATE TABLE skeletons (form TEXT, place INTEGER, nth INTEGER NOT NULL, PRIMARY KEY (form, place)) WITHOUT ROWID;
"""
# Forms wait here until all are known: put into their table in order, they go in many times faster.
WAITING = """
DROP TABLE IF EXISTS temp.put;
DROP TABLE IF EXISTS temp.waiting_folded;
DROP TABLE IF EXISTS temp.waiting_skeletons;
CREATE TEMP TABLE put (id INTEGER PRIMARY KEY);
CREATE TEMP TABLE waiting_folded (form TEXT, place INTEGER, nth INTEGER);
CREATE TEMP TABLE waiting_skeletons (form TEXT, place INTEGER, nth INTEGER);
"""
FORM_TABLES = ("folded", "skeletons")
# A half-written index that nobody has touched for a day belongs to no writer any more.
STALE_S = 86_400.0
# To take places out of a full index; dropped again when it is finished.
BY_PLACE = """
CREATE INDEX IF NOT EXISTS folded_by_place ON folded (place);
CREATE INDEX IF NOT EXISTS skeletons_by_place ON skeletons (place);
"""
# Before a folded form that is found only as it is written ("US", "Ala."), never by a word that folds alike.
VERBATIM = "="
# Before the form of an administrative area without its word for what it is, by the list of folding.toml that has the word.
STEMS = {"first": "+1", "second": "+2"}
REGION = "A.ADM1"
# Kinds of areas that can be asked for by their code: countries, territories and first-level regions.
UNITS = frozenset({"A.PCLI", "A.PCLD", "A.PCLF", "A.PCLS", "A.PCLIX", "A.PCL", "A.TERR", REGION})


@dataclass(frozen=True, slots=True)
class Entry:
    """A place and what it is called.

    `names` are found however they are written, `verbatim` only exactly so, `stems` only beside a word such as "oblast" or
    "district". `keys` are further keys by which the place is known.
    """

    place: Place
    names: tuple[str, ...] = ()
    verbatim: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a place that gives way to another was called; `forms` are those of its stems as they stand in the index."""

    names: tuple[str, ...] = ()
    verbatim: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()

    def __add__(self, other: Earlier) -> Earlier:
        """Join what two places were called."""
        return Earlier(self.names + other.names, self.verbatim + other.verbatim, self.forms + other.forms)


def cell_of(latitude: float, longitude: float) -> int:
    """Return the number of the one-degree square that holds a point; squares of one parallel are numbered in a row."""
    row = min(179, max(0, math.floor(latitude) + 90))
    column = min(359, max(0, math.floor(longitude) + 180))
    return row * 360 + column


def stem_forms(names: Iterable[str], feature: str) -> set[str]:
    """Return the forms under which an administrative area is found beside a word for what it is; none for other places."""
    if not feature.startswith("A.ADM"):
        return set()
    level = "first" if feature == REGION else "second"
    found = set()
    for form in map(fold, names):
        stem = stem_of(form)
        found.add(STEMS[level] + (stem.form if stem else form))
        if stem:
            found.add(STEMS[stem.kind] + stem.form)
    return found


def latin_forms(names: Iterable[str]) -> str:
    """Return the distinct Latin spellings of names, a line each after the number of the name."""
    found: dict[str, int] = {}
    for nth, name in enumerate(names):
        if form := latinise(name):
            found.setdefault(form, nth)
    return "\n".join(f"{nth} {form}" for form, nth in found.items())


class Writer:
    """Puts entries into an index that nobody reads yet; of two entries for one GeoNames number, the first put is kept."""

    def __init__(self, base: sqlite3.Connection, *, replacing: bool = False) -> None:
        """Write to an open index; say so where places that are in it are to be replaced."""
        self.base = base
        base.executescript(WAITING + (BY_PLACE if replacing else ""))
        self.replacing = replacing
        (self.lowest,) = base.execute("SELECT min(0, coalesce(min(id), 0)) FROM places").fetchone()

    def put(self, entry: Entry) -> bool:
        """Add an entry, tell whether it was added.

        Where the index is being replaced, it takes the place of one of the same GeoNames number, key or region code, and keeps
        that one's names behind its own.
        """
        place = entry.place
        number = place.geonameid
        if number is None:
            self.lowest = number = self.lowest - 1
        elif not self.base.execute("INSERT OR IGNORE INTO put VALUES (?)", (number,)).rowcount:
            return False
        earlier = self.take_over(number, entry) if self.replacing else Earlier()
        verbatim = {tidy(name) for name in (*entry.verbatim, *earlier.verbatim)}
        ordered = (place.name, *entry.names, *entry.verbatim, *earlier.names)
        names = tuple(dict.fromkeys(tidy(name) for name in ordered))
        row = (
            number,
            place.key if place.geonameid is None else None,
            place.name,
            place.latitude,
            place.longitude,
            cell_of(place.latitude, place.longitude),
            place.feature,
            place.country,
            place.region,
            place.population,
            "\n".join(names),
            latin_forms(names) if place.feature.startswith("P.") else "",
        )
        self.base.execute("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        keys = (*entry.keys, place.key) if place.geonameid is None else entry.keys
        self.base.executemany("INSERT OR REPLACE INTO keys VALUES (?, ?)", [(key, number) for key in keys])
        if place.feature in UNITS:
            region = place.region if place.feature == REGION else ""
            self.base.execute("INSERT OR REPLACE INTO areas VALUES (?, ?, ?)", (place.country, region, number))
        stems = stem_forms((*names, *entry.stems), place.feature) | set(earlier.forms)
        self.put_forms(number, place.country, names, verbatim=verbatim, stems=stems)
        return True

    def put_forms(
        self,
        number: int,
        country: str,
        names: Sequence[str],
        *,
        verbatim: AbstractSet[str] = frozenset(),
        stems: AbstractSet[str],
        first: int = 0,
    ) -> None:
        """Keep the forms of a place's names, from the `first` on, until `finish`."""
        folded = [(form, number, 0) for form in sorted(stems)]
        skeletons: list[tuple[str, int, int]] = []
        for nth, name in enumerate(names[first:], first):
            if name in verbatim:
                folded.append((VERBATIM + name, number, nth))
                continue
            if form := fold(name):
                folded.append((form, number, nth))
            skeletons.extend((key, number, nth) for key in skeletons_for(name, country))
        self.base.executemany("INSERT INTO waiting_folded VALUES (?, ?, ?)", folded)
        self.base.executemany("INSERT INTO waiting_skeletons VALUES (?, ?, ?)", skeletons)

    def take_over(self, number: int, entry: Entry) -> Earlier:
        """Take out the places that give way to an entry, and return what they were called; their keys now lead to it."""
        gone = {number}
        for key in entry.keys:
            gone.update(row[0] for row in self.base.execute("SELECT place FROM keys WHERE key = ?", (key,)))
        if entry.place.feature == REGION:
            codes = (entry.place.country, entry.place.region)
            gone.update(row[0] for row in self.base.execute("SELECT place FROM areas WHERE country = ? AND region = ?", codes))
        earlier = Earlier()
        for each in sorted(place for place in gone if place == number or place < 0):
            earlier += self.take_out(each)
            self.base.execute("UPDATE keys SET place = ? WHERE place = ?", (number, each))
        return earlier

    def take_out(self, number: int) -> Earlier:
        """Take a place out, if it is there, and return what it was called."""
        found = self.base.execute("SELECT names FROM places WHERE id = ?", (number,)).fetchone()
        if found is None:
            return Earlier()
        forms = [row[0] for row in self.base.execute("SELECT form FROM folded WHERE place = ?", (number,))]
        for table in FORM_TABLES:
            self.base.execute(f"DELETE FROM {table} WHERE place = ?", (number,))  # noqa: S608 - own names
        self.base.execute("DELETE FROM places WHERE id = ?", (number,))
        verbatim = tuple(form.removeprefix(VERBATIM) for form in forms if form.startswith(VERBATIM))
        stems = tuple(form for form in forms if form.startswith(tuple(STEMS.values())))
        return Earlier(tuple(found[0].split("\n")), verbatim, stems)

    def put_names(self, number: int, more: Iterable[str]) -> int:
        """Give a place that is in the index further names; return how many it did not have."""
        query = "SELECT names, feature, country FROM places WHERE id = ?"
        joined, feature, country = self.base.execute(query, (number,)).fetchone()
        old = tuple(joined.split("\n"))
        new = tuple(dict.fromkeys(name for name in map(tidy, more) if name not in old))
        if new:
            names = (*old, *new)
            latin = latin_forms(names) if feature.startswith("P.") else ""
            self.base.execute("UPDATE places SET names = ?, latin = ? WHERE id = ?", ("\n".join(names), latin, number))
            self.put_forms(number, country, names, stems=stem_forms(new, feature), first=len(old))
        return len(new)

    def finish(self, **about: str) -> None:
        """Index the forms of all that was put, and write down what the index is made of."""
        for table in FORM_TABLES:
            self.base.execute(
                f"INSERT OR IGNORE INTO {table} SELECT form, place, nth FROM waiting_{table} ORDER BY form, place, nth"  # noqa: S608 - own names
            )
        for table in FORM_TABLES:
            self.base.execute(f"DROP INDEX IF EXISTS {table}_by_place")
        self.base.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", list(about.items()))


def clear_crumbs(path: Path) -> None:
    """Remove what writers of this index left behind that were killed long ago."""
    for crumb in path.parent.glob(f".{path.name}.*.part"):
        with suppress(OSError):
            if time.time() - crumb.stat().st_mtime > STALE_S:
                crumb.unlink()


@contextmanager
def fresh_index(path: Path, *, copy_of: Path | None = None) -> Iterator[sqlite3.Connection]:
    """Give an index to write that takes its place at `path` when the block ends well, and leaves no trace when it does not.

    Raises:
        GazetteerUnwritable: if there is no room or no leave for it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        clear_crumbs(path)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as cause:
        raise GazetteerUnwritable(str(path), cause.strerror or str(cause)) from cause
    os.close(handle)
    part = Path(name)
    try:
        if copy_of is not None:
            shutil.copyfile(copy_of, part)
        with closing(sqlite3.connect(part)) as base:
            base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")
            if copy_of is None:
                base.executescript(TABLES)
            yield base
            base.commit()
            base.execute("VACUUM")
        part.chmod(0o644)
        part.replace(path)
    except (OSError, sqlite3.OperationalError) as cause:
        raise GazetteerUnwritable(str(path), str(cause)) from cause
    finally:
        part.unlink(missing_ok=True)
