"""The command line: one file a verb, and the only room that prints.

Enters: arguments. Leaves: text on standard output, one line for each failure on standard error, an exit status: 0 all went
well, 1 an input or an output failed (the others are still printed), 2 the command was not understood, 130 interrupted.
Everything heavy is imported by the verb that needs it, so that `whence --help` answers at once.
"""

from __future__ import annotations

import sys

# What a shell reports for a command ended by the interrupt key.
INTERRUPTED = 130


def main() -> None:
    """Run the command line and exit with its status."""
    try:
        from whence.cli.app import app  # noqa: PLC0415 - importing the package costs nothing until it runs

        app(prog_name="whence")
    except KeyboardInterrupt:
        # Typer sees to this while it runs; here it is about the moment before.
        sys.exit(INTERRUPTED)


__all__ = ["main"]
