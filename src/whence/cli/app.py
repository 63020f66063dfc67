"""The verbs of the command line, gathered."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from whence.cli import context, control, gazetteer
from whence.cli.demo import demo
from whence.cli.diff import diff
from whence.cli.export import export
from whence.cli.read import read
from whence.cli.trace import trace

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.command()(read)
app.command()(trace)
app.command()(diff)
app.command()(demo)
app.command()(export)
app.add_typer(gazetteer.app, name="gazetteer")
app.add_typer(context.app, name="context")
app.add_typer(control.app, name="control")


def tell_version(asked: bool) -> None:
    """Print the version and stop, if that was asked."""
    if asked:
        typer.echo(f"whence {version('whence')}")
        raise typer.Exit


@app.callback()
def whence(
    *,
    asked: Annotated[
        bool, typer.Option("--version", callback=tell_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Trace what the news says back to those who actually knew it."""
