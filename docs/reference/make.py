"""Make the reference pages of the manual from the code, so that neither can say what the other does not.

    python docs/reference/make.py            write the pages
    python docs/reference/make.py --check    exit 1 if one is out of date

Enters: the catalogue of errors, the command line, the checks, the columns of tables, the passages of the tests. Leaves: the
Markdown files beside this one.
"""

from __future__ import annotations

import importlib
import inspect
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from whence import errors
from whence.findings import CHECKS, Check
from whence.findings.across import TRACE_CHECKS, TraceCheck
from whence.publish.exports.columns import Column, columns_of

HERE = Path(__file__).parent
MADE = "<!-- Made by docs/reference/make.py from the code; do not edit. -->"
PASSAGES = HERE.parents[1] / "tests" / "claims" / "passages.toml"
MADE_OF_PASSAGES = "<!-- Made by docs/reference/make.py from tests/claims/passages.toml; change it there. -->"

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
    parts += [
        "## Across reports",
        "",
        "What the checks of a trace have to say: of many reports side by side, who wrote from whom, and who stands behind what.",
        "Each points at passages of one report or of several. Examples are invented.",
        "",
    ]
    for each in sorted(TRACE_CHECKS, key=_name):
        told = {"Limits": each.limits, "Severity": each.severity, "Example": each.example}
        parts += [f"### {each.name}", "", each.meaning, ""]
        parts += [line for kind, words in told.items() for line in (f"*{kind}:* {words}", "")]
    return "\n".join(parts)


def _name(check: Check | TraceCheck) -> str:
    return check.name


def passages_page() -> str:
    """Return the page on what is to be read out of a passage, section by section as the specification has it."""
    head, *sections = re.split(r"^# ---- ", PASSAGES.read_text(encoding="utf-8"), flags=re.MULTILINE)
    about, _, keys = re.sub(r"^# ?", "", head, flags=re.MULTILINE).strip().partition("A passage has\n")
    parts = ["# Claims by example", MADE_OF_PASSAGES, "", about.strip(), "", "A passage has", "", "```text", keys, "```", ""]
    for section in sections:
        title, _, body = section.partition("\n")
        parts += [f"## {title}", ""]
        for passage in tomllib.loads(body)["passage"]:
            parts += [f"### {passage['id']}", "", passage["about"], "", f"> {passage['text']}", "", *_expectations(passage), ""]
    return "\n".join(parts)


def _expectations(passage: dict[str, Any]) -> Iterator[str]:
    """Yield a line of a list for all that is expected of a passage: what it is read with, each claim, what must not be found."""
    given = [f"{key} {_told(passage[key])}" for key in ("published", "outlet", "context") if key in passage]
    if given:
        yield f"- Read with: {', '.join(given)}"
    for claim in passage.get("claim", ()):
        rest = [
            f"{key.replace('_', ' ')}: {_told(claim[key], ' up to ' if key == 'time' else ', ')}"
            for key in claim
            if key not in {"event", "trigger"}
        ]
        yield f"- **{claim['event']}** “{claim['trigger']}”" + "".join(f"; {each}" for each in rest)
    for key, meaning in (("no_claim_of", "No claim of"), ("no_trigger", "No event told by"), ("known_gap", "**Not yet so**:")):
        if key in passage:
            yield f"- {meaning} {_told(passage[key])}"


def _told(value: Any, between: str = ", ") -> str:
    """Return an expected value in words, those of a list with `between` between them."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return " ".join(f"{key} {_told(each)}" for key, each in value.items())
    if isinstance(value, list):
        return between.join(_told(each) for each in value) or "none"
    return str(value) or "none"


def columns_page() -> str:
    """Return the page on the columns of the tables, from the files that say how they are filled."""
    parts = [
        "# Columns",
        MADE,
        "",
        "What stands in the tables of `whence export --format csv` and in the properties of `--format geojson`, and what does not.",
        "A row is an event as one report tells it; a coder's starting point, not a coded event. What the report does not tell is",
        "empty. [Export events](../how-to/export-events.md) goes through it once.",
        "",
    ]
    for name in ("acled", "ucdp", "whence"):
        told = columns_of(name)
        parts += [f"## {told.title}", "", told.about, ""]
        head = ("column", "meaning", "how it is filled", "codes")
        parts += [table(head, [(f"`{each.name}`", each.meaning, each.filled, _codes(each)) for each in told.columns]), ""]
        if told.tags:
            parts += ["## Tags", "", "What may stand in `tags`.", ""]
            parts += [table(("tag", "meaning"), [(f"`{tag}`", meaning) for tag, meaning in told.tags.items()]), ""]
    return "\n".join(parts)


def _codes(column: Column) -> str:
    """Return the codes of a column, each with its meaning where it needs one."""
    return "; ".join(f"`{code}` {meaning}".strip() for code, meaning in column.codes.items())


def pages() -> dict[str, str]:
    """Return each page by its file name."""
    return {
        "columns.md": columns_page(),
        "command-line.md": command_line_page(),
        "errors.md": errors_page(),
        "findings.md": findings_page(),
        "passages.md": passages_page(),
    }


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
