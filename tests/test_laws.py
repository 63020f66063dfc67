"""The laws that every room keeps (ARCHITECTURE.md)."""

import ast
import dataclasses
import importlib
import inspect
import json
import pkgutil
import subprocess
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import whence
import whence.records
from bench.predict import report_of
from bench.read import texts
from whence.errors import SpanError
from whence.reader import Reader
from whence.records import Reading, Reason, Report, Span, envelope

SOURCE = Path(__file__).parent.parent / "src" / "whence"
PUBLIC = json.loads((Path(__file__).parent / "public_api.json").read_text(encoding="utf-8"))
REPORTS = tuple(report_of(text, id=f"r{number}") for number, text in enumerate(texts(3)))


@cache
def reader() -> Reader:
    return Reader()


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(reader().read(report) for report in REPORTS)


# 1. Text is never changed.


@st.composite
def text_and_span(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(st.text(min_size=1))
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(text_and_span())
def test_a_span_round_trips(drawn: tuple[str, Span]) -> None:
    text, span = drawn
    assert text[: span.start] + span.cut(text) + text[span.end :] == text
    assert len(span.cut(text)) == len(span)
    assert Span(*json.loads(json.dumps([span.start, span.end]))) == span
    assert envelope([span]) == span


@given(st.lists(text_and_span(), min_size=1))
def test_an_envelope_covers_all_and_begins_and_ends_with_one(drawn: list[tuple[str, Span]]) -> None:
    spans = [span for _, span in drawn]
    whole = envelope(spans)
    assert all(whole.covers(span) and whole.overlaps(span) for span in spans)
    assert whole.start in {span.start for span in spans}
    assert whole.end in {span.end for span in spans}


@given(st.integers(-10, 10**9), st.integers(-10, 10**9))
def test_no_span_is_empty_or_before_the_text(start: int, end: int) -> None:
    if 0 <= start < end:
        assert len(Span(start, end)) == end - start
    else:
        with pytest.raises(SpanError):
            Span(start, end)


def spans_in(value: object) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple | list):
        return [span for each in value for span in spans_in(each)]
    if dataclasses.is_dataclass(value) and not isinstance(value, type | Report):
        return [span for each in dataclasses.fields(value) for span in spans_in(getattr(value, each.name))]
    return []


def test_a_reading_holds_the_report_it_was_given_and_no_span_outside_it() -> None:
    for report, reading in zip(REPORTS, readings(), strict=True):
        assert reading.report == report
        spans = spans_in(reading)
        assert spans
        assert max(span.end for span in spans) <= len(report.text)


# 2. Steps are functions from frozen records to new records.


def records() -> list[type]:
    found = set()
    for module in pkgutil.iter_modules(whence.records.__path__, "whence.records."):
        members = inspect.getmembers(importlib.import_module(module.name), inspect.isclass)
        found |= {member for _, member in members if member.__module__ == module.name and dataclasses.is_dataclass(member)}
    return sorted(found, key=str)


@pytest.mark.parametrize("record", records())
def test_a_record_is_frozen_and_slotted(record: type) -> None:
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(record)


@pytest.mark.parametrize("record", records())
def test_no_field_of_a_record_can_be_changed_in_place(record: type) -> None:
    annotations = [str(field.type) for field in dataclasses.fields(record)]
    assert [name for name in annotations if name.startswith(("list", "dict", "set", "Mutable"))] == []


# 3. Every result carries its reason.


def test_every_attribution_claim_and_finding_says_why() -> None:
    for reading in readings():
        reasons = [each.because for each in reading.attributions] + [each.because for each in reading.claims]
        reasons += [each.because for each in reading.findings]
        assert reasons
        assert [because for because in reasons if not any(isinstance(each, Reason) for each in because)] == []


# 5. Deterministic.


def test_reading_twice_gives_the_same() -> None:
    assert tuple(reader().read(report) for report in REPORTS) == readings()


def test_the_order_of_reports_changes_nothing() -> None:
    backwards = Reader()
    assert tuple(reversed([backwards.read(report) for report in reversed(REPORTS)])) == readings()


def test_a_reading_names_what_made_it() -> None:
    for reading in readings():
        assert reading.run.whence == version("whence")
        assert reading.run.engine


# An investigator's tool does not phone out.

WATCHED = """
import os
import sys

def watch(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        os.write(2, f"reached for the network: {event}".encode())
        os._exit(70)  # in whatever thread, past whoever would catch an error

sys.addaudithook(watch)
from whence.cli import main
sys.argv = ["whence", *sys.argv[1:]]
main()
"""


def run_watched(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WATCHED, *arguments]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)


def test_reading_a_file_never_reaches_for_the_network(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<html><head><title>A night</title></head><body><article><p>{REPORTS[0].text}</p></article></body></html>")
    done = run_watched("read", str(page), "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["attributions"]


def test_the_watch_sees_a_connection() -> None:
    done = run_watched("read", "http://outlet.invalid/report.html")
    assert done.returncode == 70
    assert "reached for the network" in done.stderr


# Only the command line prints.

PRINTING = {"print", "pprint", "breakpoint"}
MODULES = sorted(path for path in SOURCE.rglob("*.py") if path.relative_to(SOURCE).parts[0] not in {"cli", "__main__.py"})


def prints(tree: ast.AST) -> list[str]:
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    called = [call.id for call in calls if isinstance(call, ast.Name) and call.id in PRINTING]
    streams = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in {"stdout", "stderr"}]
    return called + [node.attr for node in streams if isinstance(node.value, ast.Name) and node.value.id == "sys"]


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(SOURCE)) for path in MODULES])
def test_no_room_but_the_command_line_prints(path: Path) -> None:
    assert prints(ast.parse(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("line", ["print('x')", "import sys\nsys.stdout.write('x')"])
def test_the_check_sees_printing(line: str) -> None:
    assert prints(ast.parse(line))


# The public door.


def test_the_public_names_are_those_of_the_snapshot() -> None:
    assert sorted(whence.__all__) == PUBLIC["names"], "a change of the door is a change of tests/public_api.json and CHANGELOG.md"
    assert [name for name in whence.__all__ if not hasattr(whence, name)] == []


def test_the_door_stays_narrow() -> None:
    assert len(whence.__all__) <= 10
