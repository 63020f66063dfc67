"""The manual says what the code does: what is missing from it, or left over in it, fails here."""

import ast
import importlib.util
import re
import shlex
import shutil
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner

from bench.predict import report_of
from whence import errors
from whence.cli.app import app
from whence.findings import CHECKS, Check
from whence.reader import Reader, ReaderOptions
from whence.records import Known

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MANUAL = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
HOW_TO = ROOT / "docs" / "how-to"


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_make", ROOT / "docs" / "reference" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKER = maker()


# The README and CI.


def commands_of(section: str) -> list[str]:
    text = re.split(r"^## ", page("README.md"), flags=re.MULTILINE)
    (body,) = [part for part in text if part.startswith(section + "\n")]
    blocks = re.findall(r"^```sh\n(.*?)^```", body, flags=re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line]


def test_the_readme_sets_up_in_exactly_two_commands_and_ci_runs_the_same() -> None:
    script = dict(re.findall(r'^(setup|tests)="(.*)"$', page(".ci/run"), flags=re.MULTILINE))
    assert commands_of("Set-up") == [script["setup"], script["tests"]]
    assert script["setup"].endswith("whence demo")
    assert 'bash -c "$setup"' in page(".ci/run")
    assert page(".ci/run").rstrip().endswith('bash -c "$tests"')


def test_the_readme_shows_a_picture_that_is_there() -> None:
    (picture,) = re.findall(r"!\[[^\]]+\]\((docs/pictures/[^)]+\.svg)\)", page("README.md"))
    drawing = page(picture)
    assert "<svg" in drawing
    assert re.findall(r"(?:href=|url\()[\"']?https?:[^)\"']+", drawing) == [], "a picture loads nothing from elsewhere"


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"^```python\n(.*?)^```", page("README.md"), flags=re.MULTILINE | re.DOTALL)
    sample = importlib.util.find_spec("whence")
    assert sample is not None
    assert sample.origin is not None
    (tmp_path / "report.html").write_bytes((Path(sample.origin).parent / "sample" / "report.html").read_bytes())
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102  our own README
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 3
    assert all(" | " in line for line in lines if line)


# Reference pages.


@pytest.mark.parametrize("name", ["columns.md", "command-line.md", "errors.md", "findings.md", "passages.md"])
def test_a_reference_page_is_up_to_date(name: str) -> None:
    assert page(f"docs/reference/{name}") == MAKER.pages()[name], "run docs/reference/make.py"


def test_every_error_has_a_code_of_its_own_a_meaning_and_its_line() -> None:
    known = MAKER.error_classes()
    codes = [each.code for each in known]
    assert len(set(codes)) == len(codes)
    assert [code for code in codes if not re.fullmatch(r"W\d{3}", code)] == []
    text = page("docs/reference/errors.md")
    assert [each.__name__ for each in known if f"| `{each.code}` | `{each.__name__}` | " not in text or not each.__doc__] == []
    assert errors.WhenceError in known


def test_every_option_has_its_help() -> None:
    for name, command in MAKER.commands():
        assert command.help, name
        assert [written for written, _, meaning in MAKER.parameters(command) if not meaning] == [], name


@cache
def example_reader() -> Reader:
    return Reader(ReaderOptions(layer=HOW_TO / "ground.geojson"))


@pytest.mark.parametrize("check", CHECKS, ids=[check.name for check in CHECKS])
def test_a_check_has_its_heading_and_speaks_on_its_own_example(check: Check) -> None:
    assert f"\n## {check.name}\n" in page("docs/reference/findings.md")
    report = replace(report_of(check.example), published_at=Known(MAKER.EXAMPLES_OF))
    assert check.name in {finding.rule for finding in example_reader().read(report).findings}


def test_every_error_code_that_the_manual_names_exists() -> None:
    named = {code for path in MANUAL for code in re.findall(r"\bW\d{3}\b", path.read_text(encoding="utf-8"))}
    assert named - {each.code for each in MAKER.error_classes()} == set()


def usages() -> Iterator[str]:
    """Yield what stands behind "whence" wherever the manual writes a command."""
    verbs = "|".join(sorted({name.split()[1] for name, _ in MAKER.commands() if " " in name}))
    for path in MANUAL:
        yield from re.findall(rf"(?<=\bwhence )(?:{verbs})\b[^`|#>\n]*", path.read_text(encoding="utf-8"))


def test_every_command_and_option_that_the_manual_names_exists() -> None:
    ours = {
        name: {written.strip("`") for row in MAKER.parameters(command) for written in row[0].split(", ")}
        for name, command in MAKER.commands()
    }
    groups = {name for name, command in MAKER.commands() if getattr(command, "commands", {})}
    used = {" ".join(("whence", *usage.split())) for usage in usages()}
    assert used
    for usage in used:
        words = usage.split()
        verb = max((" ".join(words[:count]) for count in (2, 3) if " ".join(words[:count]) in ours), key=len)
        assert verb not in groups or words == verb.split(), f"{usage}: {verb} has no such verb"
        assert set(re.findall(r"(?<!\S)--[a-z-]+", usage)) <= ours[verb], usage


# What the how-to pages show.


def shown(path: Path) -> list[tuple[str, list[str]]]:
    """Return each command of a page's console blocks, and what is shown of its output: pieces between lines of dots."""
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"^```console\n(.*?)^```", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            pieces = [" ".join(piece.split()) for piece in re.split(r"^\s*…\s*$", output, flags=re.MULTILINE)]
            found.append((command, [piece for piece in pieces if piece]))
    return found


SHOWN = [(command, pieces) for path in sorted(HOW_TO.glob("*.md")) for command, pieces in shown(path)]


@pytest.mark.parametrize(("command", "pieces"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_how_to_shows_what_its_command_prints(
    command: str, pieces: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pieces, "show what it prints, or write it in a block of sh"
    folder = shutil.copytree(HOW_TO, tmp_path / "how-to")
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(app, shlex.split(command)[1:])
    assert done.exit_code == 0, done.output
    rest = " ".join(done.output.split())
    for piece in pieces:
        before, found, rest = rest.partition(piece)
        assert found, f"{piece!r} is not in {before!r}"


# Dependencies.


def package_of(requirement: str) -> str:
    return re.split(r"[\[<>=!~; ]", requirement)[0].lower()


def declared() -> dict[str, set[str]]:
    extras = {name: {package_of(each) for each in listed} for name, listed in PROJECT["optional-dependencies"].items()}
    return {"": {package_of(each) for each in PROJECT["dependencies"]}, **extras}


def test_every_dependency_has_its_line_with_a_licence_and_no_line_is_left_over() -> None:
    rows = re.findall(r"^\| `([^`]+)` \|(.*)\|([^|]+)\|$", page("docs/dependencies.md"), flags=re.MULTILINE)
    assert sorted(row[0] for row in rows) == sorted(set().union(*declared().values()))
    assert [row[0] for row in rows if not row[2].strip()] == []


def test_every_dependency_has_a_lower_bound() -> None:
    listed = [*PROJECT["dependencies"], *(each for extra in PROJECT["optional-dependencies"].values() for each in extra)]
    assert [each for each in listed if not re.search(r"[>=]=\d", each)] == []


def test_the_code_imports_nothing_that_is_not_declared() -> None:
    names = {"markdown_it": "markdown-it-py", "text_to_num": "text2num"}
    imported = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            modules += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            imported |= {module.partition(".")[0] for module in modules}
    foreign = imported - sys.stdlib_module_names - {"whence"}
    assert {names.get(name, name) for name in foreign} - declared()[""] == set()


# Links and words.


@pytest.mark.parametrize("path", MANUAL, ids=[str(path.relative_to(ROOT)) for path in MANUAL])
def test_every_link_within_the_manual_leads_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    inner = [target for target in targets if not re.match(r"[a-z]+:", target)]
    assert [target for target in inner if not (path.parent / target).exists()] == []


@pytest.mark.parametrize(
    "record",
    [
        "Report", "Span", "Claim", "Attribution", "Source", "Finding", "Reason", "Reading", "Run", "Credit", "Toponym", "Place",
        "Interval", "Context", "Party", "Office", "Holder", "Theatre", "Event", "Actor", "Quantity", "Certainty", "Evidence",
    ],
)  # fmt: skip
def test_the_glossary_has_every_noun(record: str) -> None:
    words = re.findall(r"^\| ([^|]+?)(?: \*)? \|", page("docs/glossary.md"), flags=re.MULTILINE)
    assert record.lower() in {word for entry in words for word in entry.split(", ")}


def test_the_citation_and_the_changelog_name_this_version() -> None:
    assert f"\nversion: {PROJECT['version']}\n" in page("CITATION.cff")
    assert f"\n## {PROJECT['version']}" in page("CHANGELOG.md")


def test_no_path_of_somebodys_machine_is_in_the_manual() -> None:
    pattern = re.compile(r"(?<![\w.])/(?:home|root|Users|work|opt|tmp)/")
    assert [path.name for path in MANUAL if pattern.search(path.read_text(encoding="utf-8"))] == []
