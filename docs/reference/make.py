"""Make the reference pages of the manual from the code, so that neither can say what the other does not.

    python docs/reference/make.py            write the pages
    python docs/reference/make.py --check    exit 1 if one is out of date

Enters: the catalogue of errors, the command line, the checks. Leaves: the Markdown files beside this one.
"""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from whence import errors
from whence.findings import CHECKS, Check

HERE = Path(__file__).parent
MADE = "<!-- Made by docs/reference/make.py from the code; do not edit. -->"

EXAMPLES_OF = "2031-03-10"
"""The day of publication that the examples of the checks are read with; tests/test_docs.py reads them."""

Row = tuple[str, ...]


def table(head: Row, rows: list[Row]) -> str:
    """Return a Markdown table; bars in cells are escaped."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |" for line in lines)


def first_sentence(thing: object) -> str:
    """Return the first paragraph of the docstring of `thing` as one line."""
    return " ".join((inspect.getdoc(thing) or "").partition("\n\n")[0].split())


def error_classes() -> list[type[errors.WhenceError]]:
    """Return every error of the catalogue, in the order of the codes."""
    found = [each for _, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, errors.WhenceError)]
    return sorted(found, key=lambda each: each.code)


def errors_page() -> str:
    """Return the page on errors."""
    rows = [(f"`{each.code}`", f"`{each.__name__}`", first_sentence(each), getattr(each, "advice", "")) for each in error_classes()]
    return "\n".join(
        [
            "# Errors",
            MADE,
            "",
            "Everything that Whence raises on purpose is a `whence.errors.WhenceError` with a code. On the command line it stands",
            "at the end of the line. Its first digit tells the room: 0 records, 1 reports, 2 language, 3 claims, 4 publish, 5 cli;",
            "those of referents are W350 to W369.",
            "",
            table(("code", "error", "meaning", "what to do"), rows),
            "",
        ]
    )


def commands() -> Iterator[tuple[str, Any]]:
    """Yield each verb of the command line with its name, the bare command first, a group before its own verbs."""
    app = importlib.import_module("whence.cli.app").app
    yield from _with_verbs("whence", typer.main.get_command(app))


def _with_verbs(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    """Yield a command, then all that stand under it, by name."""
    yield name, command
    for verb, each in sorted(getattr(command, "commands", {}).items()):
        yield from _with_verbs(f"{name} {verb}", each)


def parameters(command: Any) -> list[Row]:
    """Return a row for each argument and option of `command`: how it is written, its default (or that it is required), its help."""
    rows = []
    for parameter in command.params:
        option = parameter.param_type_name == "option"
        names = (*parameter.opts, *parameter.secondary_opts) if option else (parameter.metavar or parameter.name.upper(),)
        default = parameter.default
        plain = default is None or default is False or default == "" or callable(default)
        shown = "required" if option and parameter.required else "" if plain else f"`{default}`"
        rows.append((", ".join(f"`{name}`" for name in names), shown, getattr(parameter, "help", None) or ""))
    return rows


def command_line_page() -> str:
    """Return the page on the command line."""
    parts = [
        "# The command line",
        MADE,
        "",
        "Exit status: 0 when all went well; 1 when an input or an output failed (the others are still printed); 2 when the",
        "command was not understood; 130 when it was interrupted. Sheets go to standard output, one line for each failure to",
        "standard error.",
        "",
    ]
    for name, command in commands():
        parts += [f"## {name}", "", inspect.cleandoc(command.help or ""), ""]
        rows = parameters(command)
        if rows:
            parts += [table(("argument or option", "default", "meaning"), rows), ""]
    return "\n".join(parts)


def findings_page() -> str:
    """Return the page on findings, from what each check says of itself."""
    parts = [
        "# Findings",
        MADE,
        "",
        "What the checks of one report have to say. A finding points an editor at a passage; it is never a verdict. The name is",
        "the `rule` of the interchange. Severity says how soon to look: high, medium or low.",
        "",
        f"Examples are invented. Each is read as a report published on {EXAMPLES_OF}, beside the invented control layer",
        "[ground.geojson](../how-to/ground.geojson), in which a front crosses the south of Iceland.",
        "",
    ]
    for check in sorted(CHECKS, key=_name):
        parts += [f"## {check.name}", "", check.meaning, "", f"*Limits:* {check.limits}", "", f"*Example:* “{check.example}”", ""]
    return "\n".join(parts)


def _name(check: Check) -> str:
    return check.name


def pages() -> dict[str, str]:
    """Return each page by its file name."""
    return {"command-line.md": command_line_page(), "errors.md": errors_page(), "findings.md": findings_page()}


def main() -> int:
    """Write the pages or, with --check, name those that are out of date."""
    stale = [name for name, page in pages().items() if not (HERE / name).exists() or (HERE / name).read_text("utf-8") != page]
    if "--check" not in sys.argv[1:]:
        for name in stale:
            (HERE / name).write_text(pages()[name], encoding="utf-8")
    print(*stale, sep="\n")
    return 1 if stale and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
