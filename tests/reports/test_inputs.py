"""Folders, patterns, addresses and what leads nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from whence.errors import AddressRefused, EmptyFolder, EmptyGlob, InputError, MissingInput
from whence.reports.inputs import Door, Item, expand, hide_password


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for name in ("b/two.html", "a.txt", "b/c/three.MD", "picture.png", ".hidden.txt", ".git/x.txt", "z.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return tmp_path


def names(*inputs: str | Path) -> list[str]:
    return [item.name if isinstance(item, Item) else f"{item[0]}: {type(item[1]).__name__}" for item in expand(inputs)]


def failures(*inputs: str | Path) -> list[tuple[str, InputError]]:
    return [item for item in expand(inputs) if not isinstance(item, Item)]


def test_a_folder_gives_its_known_files_in_order(archive: Path) -> None:
    assert names(archive) == [str(archive / name) for name in ("a.txt", "b/c/three.MD", "b/two.html", "z.jsonl")]


def test_a_pattern_gives_what_it_matches_in_order(archive: Path) -> None:
    assert names(f"{archive}/*.*") == [str(archive / name) for name in ("a.txt", "picture.png", "z.jsonl")]
    assert names(f"{archive}/**/t*") == [str(archive / name) for name in ("b/c/three.MD", "b/two.html")]
    assert names(f"{archive}/[b]") == [str(archive / name) for name in ("b/c/three.MD", "b/two.html")]


def test_a_file_named_twice_is_taken_once(archive: Path) -> None:
    assert names(archive / "a.txt", archive, archive / "b" / ".." / "a.txt")[0] == str(archive / "a.txt")
    assert len(names(archive / "a.txt", archive, archive / "b" / ".." / "a.txt")) == 4


def test_a_file_whose_name_looks_like_a_pattern(archive: Path) -> None:
    (archive / "[1].txt").write_text("x")
    assert names(archive / "[1].txt") == [str(archive / "[1].txt")]


@pytest.mark.parametrize(
    ("named", "error"),
    [
        ("nothing.html", MissingInput),
        ("", MissingInput),
        ("a\x00b", MissingInput),
        ("nothing-*.html", EmptyGlob),
        ("ftp://there.example/x", AddressRefused),
        ("file:///etc/hosts", AddressRefused),
        ("data://text/plain,x", AddressRefused),
    ],
)
def test_what_leads_nowhere(named: str, error: type[Exception]) -> None:
    ((shown, found),) = failures(named)
    assert isinstance(found, error)
    assert str(found).count("\n") == 0
    assert shown == named


def test_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_text("x")
    ((_, found),) = failures(tmp_path)
    assert isinstance(found, EmptyFolder)


def test_addresses_and_standard_input() -> None:
    items = list(expand(["https://there.example/a", "-", "HTTP://there.example/b"]))
    assert [item.door for item in items if isinstance(item, Item)] == [Door.ADDRESS, Door.STDIN, Door.ADDRESS]


def test_a_password_is_never_shown() -> None:
    assert hide_password("https://me:secret@there.example/a@b") == "https://…@there.example/a@b"
    assert names("https://me:secret@there.example/") == ["https://…@there.example/"]
