"""Where sheets go: the screen, one file, or a folder with one file a report.

Nothing that is there already is overwritten without being asked; a file is written beside its place and moved there whole.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import Protocol

from whence.cli.options import Presentation, is_folder
from whence.cli.screen import open_console, write_out
from whence.errors import NeedsFolder, OutputExists, OutputUnwritable
from whence.publish.formats import FORMATS, Format, FormatName
from whence.records import Reading

UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
# Longest file name made from a report's id, without the suffix; with a number and a suffix it stays below every system's limit.
NAME_LENGTH = 80
# Names of devices on Windows, whatever their suffix.
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


class Sink(Protocol):
    """A place for sheets."""

    def put(self, reading: Reading) -> None:
        """Write one sheet.

        Raises:
            WhenceError: if this one cannot be written.
        """

    def finish(self) -> Path | None:
        """Write what had to wait for the last; return the page to open, if there is one."""


class ScreenSink:
    """Standard output, one sheet after another."""

    def __init__(self, presentation: Presentation) -> None:
        """Keep the form."""
        self.form = FORMATS[presentation.form]
        self.full = presentation.full
        self.number = 0
        self.held = ""

    def put(self, reading: Reading) -> None:
        """Print a sheet; a form that cannot stand beside another is held until it is known to be alone.

        Raises:
            NeedsFolder: if it is not.
        """
        self.number += 1
        if self.form.separator is None:
            if self.number > 1:
                raise NeedsFolder(self.form.name)
            self.held = self.form.write(reading)
        elif self.form.name is FormatName.TERMINAL:
            self.print_sheet(reading)
        else:
            write_out((self.form.separator if self.number > 1 else "") + self.form.write(reading))

    def print_sheet(self, reading: Reading) -> None:
        """Print a sheet at the width of the terminal, with a rule above all but the first."""
        from whence.publish.terminal import SheetView  # noqa: PLC0415 - only for this form

        console = open_console()
        if self.number > 1:
            console.print()
            console.rule(style="dim")
        console.print(SheetView(reading, full=self.full))

    def finish(self) -> None:
        """Print what was held."""
        if self.held:
            write_out(self.held)


class FileSink:
    """One file for all sheets, written when the last is known."""

    def __init__(self, path: Path, presentation: Presentation) -> None:
        """Refuse early what would be refused late.

        Raises:
            OutputExists: if the file is there and is not to be overwritten.
        """
        self.path = path
        self.form = FORMATS[presentation.form]
        self.force = presentation.force
        self.sheets: list[str] = []
        refuse_existing(path, force=self.force)

    def put(self, reading: Reading) -> None:
        """Add a sheet.

        Raises:
            NeedsFolder: if the form does not allow a second.
        """
        if self.sheets and self.form.separator is None:
            raise NeedsFolder(self.form.name)
        self.sheets.append(self.form.write(reading))

    def finish(self) -> Path | None:
        """Write the file, unless no sheet came."""
        if not self.sheets:
            return None
        write_file(self.path, (self.form.separator or "").join(self.sheets), force=self.force)
        return self.path


class FolderSink:
    """A folder with one file a report, named by its id, and an index for pages."""

    def __init__(self, folder: Path, presentation: Presentation) -> None:
        """Keep the folder; it is made when the first sheet comes."""
        self.folder = folder
        self.form: Format = FORMATS[presentation.form]
        self.force = presentation.force
        self.taken: set[str] = {"index"}
        self.written: list[tuple[Path, object]] = []

    def put(self, reading: Reading) -> None:
        """Write a sheet.

        Raises:
            OutputExists: if its file is there and is not to be overwritten.
        """
        path = self.folder / (self.choose_name(reading.report.id) + self.form.suffix)
        write_file(path, self.form.write(reading), force=self.force)
        self.written.append((path, self.describe(path, reading)))

    def describe(self, path: Path, reading: Reading) -> object:
        """Return what the index will say, small enough to keep for many reports."""
        if self.form.name is not FormatName.HTML:
            return None
        from whence.publish.page import index_entry  # noqa: PLC0415 - only for pages

        return index_entry(path.name, reading)

    def choose_name(self, id: str) -> str:
        """Return a file name for a report's id: safe on every system, and given once."""
        base = UNSAFE.sub("-", id).strip("-.")[:NAME_LENGTH] or "report"
        base = f"report-{base}" if RESERVED.fullmatch(base) else base
        name, number = base, 1
        while name.casefold() in self.taken:
            number += 1
            name = f"{base}-{number}"
        self.taken.add(name.casefold())
        return name

    def finish(self) -> Path | None:
        """Write the index if there are several pages; return what to open."""
        if not self.written or self.form.name is not FormatName.HTML:
            return None
        if len(self.written) == 1:
            return self.written[0][0]
        from whence.publish.page import IndexEntry, to_index  # noqa: PLC0415 - only for pages

        index = self.folder / "index.html"
        write_file(index, to_index([entry for _, entry in self.written if isinstance(entry, IndexEntry)]), force=self.force)
        return index


def open_sink(presentation: Presentation) -> Sink:
    """Return where the sheets go.

    Raises:
        OutputExists: if that is a file that is not to be overwritten.
    """
    output = presentation.output
    if output is None:
        return (
            FolderSink(Path(tempfile.mkdtemp(prefix="whence-")), presentation)
            if presentation.open_page
            else ScreenSink(presentation)
        )
    if is_folder(output):
        return FolderSink(Path(output), presentation)
    return FileSink(Path(output), presentation)


def refuse_existing(path: Path, *, force: bool) -> None:
    """Refuse a file that is there already.

    Raises:
        OutputExists: unless it is to be overwritten.
    """
    if not force and os.path.lexists(path):
        raise OutputExists(str(path))


def write_file(path: Path, content: str, *, force: bool) -> None:
    """Write a file whole or not at all; its folder is made if need be.

    Raises:
        OutputExists: if it is there and not to be overwritten.
        OutputUnwritable: if the system refuses.
    """
    refuse_existing(path, force=force)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".whence-", suffix=".part")
        try:
            with open(handle, "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123 - a descriptor
                file.write(content)
            os.chmod(beside, 0o666 & ~current_umask())  # noqa: PTH101 - mkstemp makes it private
            os.replace(beside, path)  # noqa: PTH105
        except BaseException:
            os.unlink(beside)  # noqa: PTH108
            raise
    except OSError as error:
        raise OutputUnwritable(str(path), error.strerror or "the system refuses") from error


def current_umask() -> int:
    """Return the permissions that new files are made without; it can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
