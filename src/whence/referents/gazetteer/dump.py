"""GeoNames' own files, read line by line: dumps of places and tables of alternate names.

Enters: .txt, .gz or .zip as download.geonames.org/export/dump has them. Leaves: entries and names. Broken lines are counted, not
fatal; a file without a single good line is refused.
"""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from whence.errors import NotADump
from whence.records import Place
from whence.referents.gazetteer.counties import county_key, state_numbers
from whence.referents.gazetteer.folding import tidy
from whence.referents.gazetteer.store import Entry
from whence.referents.gazetteer.towns import is_name, names_of

COLUMNS = 19
NAME_COLUMNS = 4
CLASSES = frozenset("PAHLT")
# Of what stands on a spot (class S), news names airports and air bases; the rest only where people live in it.
SPOT = "S"
AIRFIELDS = frozenset({"AIRP", "AIRB", "AIRF"})
# What the table of alternate names has under a language that is none: links, post codes, codes of airports and registers.
NO_LANGUAGE = frozenset({"link", "post", "iata", "icao", "faac", "wkdt", "unlc", "tcid", "abbr", "phon"})
# Every so many lines, whoever waits is told.
STRIDE = 5000
HIGHEST_LATITUDE, HIGHEST_LONGITUDE = 90.0, 180.0


@dataclass(slots=True)
class Tally:
    """What became of the lines of the files read so far."""

    taken: int = 0
    passed_over: int = 0
    bad: int = 0
    names: int = 0


class BadLine(ValueError):
    """A line that is no line of a dump; never leaves this file."""


def read_places(path: Path, tally: Tally, *, heard: Callable[[float], None]) -> Iterator[Entry]:
    """Yield an entry for every place of a dump that news may name, counting all lines; `heard` is told the share read.

    Raises:
        NotADump: if the file cannot be read or holds no line of a dump.
    """
    good = 0
    for line in lines_of(path, heard):
        try:
            entry = entry_of(line)
        except ValueError:
            tally.bad += 1
            continue
        good += 1
        if entry is None:
            tally.passed_over += 1
        else:
            tally.taken += 1
            yield entry
    if not good:
        raise NotADump(str(path), f"no line of it has the {COLUMNS} columns of a GeoNames dump")


def read_names(path: Path, tally: Tally, *, heard: Callable[[float], None]) -> Iterator[tuple[int, str]]:
    """Yield GeoNames numbers with an alternate name each.

    Raises:
        NotADump: if the file cannot be read or holds no line of such a table.
    """
    good = 0
    for line in lines_of(path, heard):
        try:
            columns = line.decode("utf-8").rstrip("\r\n").split("\t")
            if len(columns) < NAME_COLUMNS:
                raise BadLine
            number, language, name = int(columns[1]), columns[2], tidy(columns[3])
        except ValueError:
            tally.bad += 1
            continue
        good += 1
        if language not in NO_LANGUAGE and is_name(name):
            yield number, name
    if not good:
        raise NotADump(str(path), "no line of it has the columns of GeoNames' table of alternate names")


def entry_of(line: bytes) -> Entry | None:
    """Return the entry of a line of a dump; None for a place that is passed over.

    Raises:
        ValueError: if it is broken.
    """
    columns = line.decode("utf-8").rstrip("\r\n").split("\t")
    if len(columns) != COLUMNS or not columns[1].strip():
        raise BadLine
    number, latitude, longitude, population = int(columns[0]), float(columns[4]), float(columns[5]), int(columns[14] or 0)
    if number <= 0 or not (abs(latitude) <= HIGHEST_LATITUDE and abs(longitude) <= HIGHEST_LONGITUDE):
        raise BadLine
    kind, code = columns[6], columns[7]
    wanted = kind in CLASSES or (kind == SPOT and (population > 0 or code in AIRFIELDS))
    if not wanted:
        return None
    place = Place(
        key=f"geonames:{number}",
        name=tidy(columns[1]),
        latitude=latitude,
        longitude=longitude,
        feature=f"{kind}.{code}" if code else kind,
        country=columns[8],
        region="" if columns[10] == "00" else columns[10],
        population=population,
        geonameid=number,
    )
    return Entry(place, names_of(place.name, [columns[2], *columns[3].split(",")]), keys=county_keys(place, columns[11]))


def county_keys(place: Place, code: str) -> tuple[str, ...]:
    """Return the key that a county of the United States has in the index beside GeoNames' number."""
    if place.country != "US" or place.feature != "A.ADM2" or place.region not in state_numbers():
        return ()
    return (county_key(state_numbers()[place.region] + code),)


def lines_of(path: Path, heard: Callable[[float], None]) -> Iterator[bytes]:
    """Yield the lines of a file, opened, without comments and empty ones.

    Raises:
        NotADump: if it cannot be read to its end.
    """
    try:
        size = max(1, path.stat().st_size)
        with ExitStack() as open_files:
            raw = open_files.enter_context(path.open("rb"))
            for count, line in enumerate(unpacked(path, raw, open_files)):
                if count % STRIDE == 0:
                    heard(min(1.0, raw.tell() / size))
                if line.strip() and not line.startswith(b"#"):
                    yield line
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as cause:
        raise NotADump(str(path), f"it cannot be read to its end ({cause})") from cause


def unpacked(path: Path, raw: IO[bytes], open_files: ExitStack) -> IO[bytes]:
    """Return the text in a file: of an archive, the table that is named like it, or else its only one.

    Raises:
        NotADump: if there is none.
    """
    if path.suffix == ".gz":
        return open_files.enter_context(io.BufferedReader(gzip.GzipFile(fileobj=raw)))
    if path.suffix != ".zip":
        return raw
    archive = open_files.enter_context(zipfile.ZipFile(raw))
    texts = [name for name in archive.namelist() if name.endswith(".txt") and not name.lower().startswith("readme")]
    chosen = [name for name in texts if Path(name).stem == path.stem] or texts
    if len(chosen) != 1:
        raise NotADump(str(path), f"it holds {len(chosen)} tables, not one")
    return open_files.enter_context(archive.open(chosen[0]))
