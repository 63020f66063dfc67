"""The one-way rule: data flows down the rooms, so imports point up them."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "whence"
ROOMS = (
    "errors",
    "records",
    "language",
    "reports",
    "referents",
    "claims",
    "collation",
    "lineage",
    "findings",
    "publish",
    "reader",
    "tracer",
    "casefile",
    "__init__",
    "web",
    "scale",
    "cli",
    "__main__",
)
STRANGERS = {frozenset({"web", "scale"})}
"""Rooms side by side that may not know each other."""


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            names = [f"whence.{alias.name}" for alias in node.names] if node.module == "whence" else [node.module or ""]
        found |= {[*name.split("."), "__init__"][1] for name in names if name.split(".")[0] == "whence"}
    return {name if name in ROOMS else "__init__" for name in found}


def breaches(room: str, imported: set[str]) -> set[str]:
    return {other for other in imported - {room} if ROOMS.index(other) > ROOMS.index(room) or frozenset({room, other}) in STRANGERS}


MODULES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(SOURCE)) for path in MODULES])
def test_a_module_imports_only_from_rooms_above_its_own(path: Path) -> None:
    room = room_of(path)
    assert room in ROOMS, "say where this room stands: here, in pyproject.toml and in ARCHITECTURE.md"
    assert breaches(room, imported_rooms(ast.parse(path.read_text(encoding="utf-8")))) == set()


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("records", "from whence.claims.chains import chains_of"),
        ("claims", "import whence.cli.read"),
        ("language", "from whence import read"),
        ("web", "from whence.scale import batch"),
    ],
)
def test_the_check_sees_a_breach(room: str, line: str) -> None:
    assert breaches(room, imported_rooms(ast.parse(line)))


def test_the_import_linter_contract_is_kept() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_contract_and_this_test_tell_the_same_order() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"][0]
    listed = [name.strip(" ()") for layer in contract["layers"] for name in layer.split("|")]
    beside = {"__init__", "__main__"}
    assert sorted(listed) == sorted(set(ROOMS) - beside)
    known = [name for name in reversed(ROOMS) if name not in beside | {"web", "scale"}]
    assert [name for name in listed if name not in {"web", "scale"}] == known


def test_every_room_that_is_built_has_its_paragraph() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    built = {room_of(path) for path in MODULES} - {"__init__", "__main__"}
    assert {room for room in built if f"`{room}" not in page} == set()
