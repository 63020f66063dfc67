"""The room's door: many inputs of all kinds at once, each for itself."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reports.made_pdf import pdf_bytes
from tests.reports.saved import PAGES
from tests.reports.server import Site
from whence.errors import (
    BadLine,
    BrokenPdf,
    EmptyInput,
    InputError,
    MissingInput,
    NoText,
    OnlyMenu,
    PdfWithoutText,
    TooLarge,
    Undecodable,
    UnknownKind,
    WhenceError,
)
from whence.records import Absent, Known, Report, value_or_none
from whence.reports import Failure, LoadOptions, count_hint, load

STORY = "The mayor of Kestrin said on Monday that the bridge would stay closed for a week."


def errors(found: list[Report | Failure]) -> list[type[WhenceError]]:
    return [type(one.error) for one in found if isinstance(one, Failure)]


def test_all_kinds_at_once_in_the_order_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.md").write_text(f"---\ndate: 2031-05-04\n---\n# Bridge shut\n\n{STORY}\n")
    (tmp_path / "c.pdf").write_bytes(pdf_bytes([[STORY]]))
    (tmp_path / "d.jsonl").write_text(json.dumps({"id": "d", "text": STORY}) + "\n{oops\n" + json.dumps({"id": "e", "text": STORY}))
    found = list(load([PAGES / "wire.html", tmp_path, tmp_path / "nothing"]))
    reports = [one for one in found if isinstance(one, Report)]
    assert [report.media_type for report in reports] == [
        "text/html",
        "text/plain",
        "text/markdown",
        "application/pdf",
        "application/jsonl",
        "application/jsonl",
    ]
    assert all(report.text == STORY for report in reports[1:])
    assert errors(found) == [BadLine, MissingInput]
    assert [one.input for one in found if isinstance(one, Failure)] == [f"{tmp_path}/d.jsonl:2", f"{tmp_path}/nothing"]
    assert value_or_none(reports[2].headline) == "Bridge shut"
    assert value_or_none(reports[2].published_at) == "2031-05-04"
    assert isinstance(reports[1].published_at, Absent)
    assert isinstance(reports[1].captured_at, Absent)
    assert reports[1].sha256 == hashlib.sha256(STORY.encode()).hexdigest()
    assert reports[1].id == reports[1].sha256[:12]
    assert count_hint([PAGES / "wire.html", tmp_path, tmp_path / "nothing"]) == 6


BAD = {
    "empty.html": (b"", EmptyInput),
    "blank.txt": (b" \n \n", EmptyInput),
    "numbers.txt": (b"12 34", NoText),
    "bytes.txt": ("Мост".encode("cp1251"), Undecodable),
    "picture.bin": (b"\x00\x01\x02", UnknownKind),
    "large.txt": (b"The bridge is shut. " * 600_000, TooLarge),
    "large.html": (b"<html><p>x" * 5_100_000, TooLarge),
    "pictures.pdf": (pdf_bytes([[]]), PdfWithoutText),
    "broken.pdf": (b"%PDF-1.7 oops", BrokenPdf),
    "blank.jsonl": (b"\xef\xbb\xbf\n", EmptyInput),
    "menu.html": (b"<html><body>" + b"".join(b"<a href=/%d>Topic %d</a> " % (n, n) for n in range(50)), OnlyMenu),
    "empty.md": (b"---\ntitle: x\n---\n", NoText),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_input_is_one_clear_line_and_stops_nothing(name: str, tmp_path: Path) -> None:
    data, error = BAD[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(STORY)
    failure, report = load([tmp_path / name, tmp_path / "good.txt"])
    assert isinstance(failure, Failure)
    assert isinstance(report, Report)
    line = str(failure.error)
    assert isinstance(failure.error, error)
    assert isinstance(failure.error, InputError)
    assert line.startswith(f"{tmp_path / name}: ")
    assert line.endswith(f"[{error.code}]")
    assert len(line.splitlines()) == 1
    assert failure.input == str(tmp_path / name)


def test_no_more_than_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.write(b"word ")
        file.truncate(20_000_000_000)
        file.seek(0)
        file.write(b"word " * 20_000)
    (failure,) = load([path], options=LoadOptions(max_bytes=100_000))
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, (TooLarge, UnknownKind))


def test_the_limit_of_a_file_is_no_limit_of_its_lines(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text("\n".join(json.dumps({"id": str(n), "text": STORY}) for n in range(300)))
    found = list(load([tmp_path / "many.jsonl"], options=LoadOptions(max_bytes=500)))
    assert [one.id for one in found if isinstance(one, Report)] == [str(n) for n in range(300)]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(STORY)
    path.chmod(0)
    (failure,) = load([path])
    assert isinstance(failure, Failure)
    assert failure.error.code == "W113"


def test_a_name_with_a_line_end_stays_on_one_line(tmp_path: Path) -> None:
    (failure,) = load([tmp_path / "two\nlines\x1b[31m"])
    assert isinstance(failure, Failure)
    assert len(str(failure.error).splitlines()) == 1
    assert "\x1b" not in str(failure.error)


def test_failures_travel_between_processes(tmp_path: Path) -> None:
    (failure,) = load([tmp_path / "nothing"])
    assert isinstance(failure, Failure)
    again = pickle.loads(pickle.dumps(failure))  # noqa: S301 - our own bytes
    assert str(again.error) == str(failure.error)
    assert type(again.error) is MissingInput


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (STORY.encode(), "text/plain"),
        ((PAGES / "wire.html").read_bytes(), "text/html"),
        (pdf_bytes([[STORY]]), "application/pdf"),
        (json.dumps({"text": STORY}).encode(), "application/jsonl"),
    ],
    ids=["text", "page", "pdf", "lines"],
)
def test_standard_input_may_be_any_kind(data: bytes, media_type: str) -> None:
    program = "from whence.reports import load; print([one.media_type for one in load(['-', '-'])])"
    done = subprocess.run([sys.executable, "-c", program], input=data, capture_output=True, check=True)
    assert done.stdout.decode().strip() == f"['{media_type}']"


def test_an_address(site: Site) -> None:
    site.answers["/a"] = (200, {"Content-Type": "text/html"}, (PAGES / "rewrite.html").read_bytes())
    site.answers["/lines"] = (200, {"Content-Type": "application/jsonl"}, b'{"text": "The bridge is shut."}\nnonsense')
    site.answers["/picture"] = (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n")
    site.answers["/plain"] = (
        200,
        {"Content-Type": "text/plain; charset=windows-1251"},
        ("Мост закрыт на неделю, сообщает газета. " * 3).encode("cp1251"),
    )
    paths = ("/a", "/lines", "/picture", "/plain", "/none")
    found = list(load([site.url + path for path in paths], options=LoadOptions(allow_private=True)))
    page, line, plain = (one for one in found if isinstance(one, Report))
    assert page.url == f"{site.url}/a"
    assert isinstance(page.captured_at, Known)
    assert page.captured_at.value.endswith("+00:00")
    assert line.origin == f"{site.url}/lines:1"
    assert value_or_none(plain.language) == "ru"
    assert [error.code for error in errors(found)] == ["W109", "W103", "W121"]


def test_a_text_needs_neither_the_page_reader_nor_the_network(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    program = (
        f"import sys; from whence.reports import load; list(load([{str(tmp_path / 'a.txt')!r}]));"
        "print(sorted({'trafilatura', 'htmldate', 'pypdf', 'httpx', 'httpcore', 'py3langid', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
