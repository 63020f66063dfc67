"""`whence context`: the context packs, those that come with Whence and one's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.screen import prepare_streams, say_failure, write_out
from whence.errors import WhenceError
from whence.publish.visible import visible

if TYPE_CHECKING:
    from whence.records import Context

app = typer.Typer(no_args_is_help=True, help="Context packs: who fights, who speaks for whom, where and since when.")

FAILED = 1

PackFile = Annotated[str, typer.Argument(metavar="FILE", help="A context pack, a file in TOML.", show_default=False)]
PackName = Annotated[
    str, typer.Argument(metavar="NAME", help="A context pack that comes with Whence, or the path of a file.", show_default=False)
]


@app.command()
def check(file: PackFile) -> None:
    """Tell everything that is wrong in a context pack, a line each with the line of the file.

    Exit status 1 if there is anything.
    """
    from whence.referents.contexts import validate_context  # noqa: PLC0415 - so that --help need not wait for it

    prepare_streams(data=False)
    try:
        problems = validate_context(file)
    except WhenceError as error:
        say_failure(error)
        raise typer.Exit(FAILED) from error
    if problems:
        put(f"{file}:{problem.line}: {problem.message}" for problem in problems)
        raise typer.Exit(FAILED)
    put([f"{file}: a good context pack"])


@app.command(name="list")
def list_contexts() -> None:
    """List the context packs that come with Whence."""
    from whence.referents.contexts import load_context, shipped_contexts  # noqa: PLC0415

    prepare_streams(data=False)
    contexts = [load_context(name) for name in shipped_contexts()]
    put(f"{context.name}  {context.title}, {duration_of(context)}" for context in contexts)


@app.command()
def show(name: PackName) -> None:
    """Show what a context pack holds, with the sources that it names."""
    from whence.referents.contexts import load_context  # noqa: PLC0415

    prepare_streams(data=False)
    try:
        context = load_context(name)
    except WhenceError as error:
        say_failure(error)
        raise typer.Exit(FAILED) from error
    put(lines_of(context))


def put(lines: Iterator[str] | list[str]) -> None:
    """Print lines, with nothing in them that could steer a terminal."""
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        write_out(" " * indent + visible(line) + "\n")


def duration_of(context: Context) -> str:
    """Return from when to when, in words."""
    return f"since {context.start}" if context.end is None else f"{context.start} to {context.end}"


def lines_of(context: Context) -> Iterator[str]:
    """Yield the lines that tell a pack."""
    box = context.theatre.box
    yield f"{context.title} ({context.name}), {duration_of(context)}"
    yield f"theatre: {box.south:g} to {box.north:g} N, {box.west:g} to {box.east:g} E; {', '.join(context.theatre.countries)}"
    for side in context.sides:
        yield ""
        yield f"{side.id}: {side.name}"
        for party in context.parties:
            if party.side == side.id:
                yield f"  {party.name} ({party.id})"
                if party.label and party.reference is not None:
                    yield f"    {party.label} [{party.reference.organisation}, {party.reference.url}]"
                yield from office_lines(context, party.id)
    if context.outlets:
        yield ""
        yield "outlets"
        for outlet in context.outlets:
            source = f"[{outlet.reference.organisation}, {outlet.reference.url}]"
            yield f"  {outlet.name} ({', '.join(outlet.domains)}): {outlet.ownership} {source}"
    if context.places:
        yield ""
        yield f"places: {', '.join(place.name for place in context.places)}"
    for layer in context.layers:
        yield f"control layer: {layer.name}, {layer.path}, {layer.licence} [{layer.reference.organisation}, {layer.reference.url}]"


def office_lines(context: Context, party: str) -> Iterator[str]:
    """Yield the offices of a party with their holders."""
    for office in context.offices:
        if office.party == party:
            yield f"    {office.name}"
            for holder in office.holders:
                since = f" from {holder.since}" if holder.since else ""
                until = f" until {holder.until}" if holder.until else ""
                yield f"      {holder.name}{since}{until} [{holder.reference.organisation}, {holder.reference.url}]"
