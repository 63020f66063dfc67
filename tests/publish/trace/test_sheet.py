import dataclasses
import io
import json

import pytest
from rich.console import Console

from tests.publish.trace.traces import family, hostile_trace, readings
from whence.publish.trace.sheet import TraceSheet


@pytest.fixture
def sheet() -> TraceSheet:
    return TraceSheet(family(), readings())


def test_it_gives_what_the_trace_holds(sheet: TraceSheet) -> None:
    trace = family()
    assert sheet.reports == trace.reports
    assert sheet.edges == trace.edges
    assert sheet.lost == trace.lost
    assert sheet.assertions == trace.assertions
    assert sheet.witnesses == trace.witnesses
    assert sheet.variations == trace.variations
    assert sheet.findings == trace.findings
    assert [report.id for report in sheet.first_hand] == ["gazette"]
    assert sheet.summary.startswith("5 reports: 1 first-hand")


def test_it_is_frozen(sheet: TraceSheet) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        sheet.trace = family()  # type: ignore[misc]


def test_every_form_is_one_call_away(sheet: TraceSheet) -> None:
    assert json.loads(sheet.to_json()) == sheet.to_dict()
    assert sheet.to_markdown().startswith("# Who wrote from whom")
    assert sheet.to_dot().startswith("digraph stemma {")
    assert sheet.to_graphml().startswith("<?xml")
    assert sheet.to_networkx().number_of_nodes() == 6
    assert sheet.to_html().startswith("<!DOCTYPE html>")


def test_rich_prints_it_and_repr_is_short(sheet: TraceSheet) -> None:
    page = io.StringIO()
    Console(file=page, width=100).print(sheet)
    assert "Der Küstenbote (3)" in page.getvalue()
    assert repr(sheet) == "<TraceSheet: 5 reports, 2 witnesses, 5 assertions>"


def test_a_notebook_shows_it_and_no_name_acts_there(sheet: TraceSheet) -> None:
    assert sheet._repr_html_().startswith('<div class="whence-sheet">')
    assert "Bridge at Nokia closed”: first-hand</li>" in sheet._repr_html_()
    hostile = TraceSheet(hostile_trace())._repr_html_()
    assert "<script" not in hostile
    assert "<img" not in hostile
    assert "\u202e" not in hostile
