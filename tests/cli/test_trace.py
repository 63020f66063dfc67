"""The verb from its arguments to its output; what stands in each form is tested in tests/publish/trace."""

import io
import json
from pathlib import Path

import networkx as nx
import pytest
from typer.testing import CliRunner

import whence
from whence.cli.app import app
from whence.errors import TooFewReports

runner = CliRunner()
FIRST = (
    "The mill in Pell burned down on Friday night, the mayor, Ana Bel, said on Saturday. Ana Bel said that 12 workers had been "
    "moved to the school. “Nobody was hurt,” she told reporters."
)
SECOND = (
    "The mill in Pell burned down on Friday night, the mayor, Ana Bel, said on Saturday, the Orlin Gazette reported. "
    "Ana Bel said that 12 workers had been moved to the school. “Nobody was hurt,” she told reporters. "
    "Satellite images show that the bridge burned too."
)
OTHER = "The ferry to Halm did not sail on Sunday because of ice, its captain, Jon Vidar, said."


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    path = tmp_path / "mill.jsonl"
    rows = [
        {"id": "gazette", "outlet": "Orlin Gazette", "published_at": "2031-05-03T08:00:00+00:00", "text": FIRST},
        {"id": "echo", "outlet": "Echo", "published_at": "2031-05-03T15:00:00+00:00", "text": SECOND},
        {"id": "ferry", "outlet": "Halm Courier", "published_at": "2031-05-04T09:00:00+00:00", "text": OTHER},
    ]
    path.write_text("".join(json.dumps({"language": "en", **row}) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_trace_says_who_wrote_from_whom(mill: Path) -> None:
    result = runner.invoke(app, ["trace", str(mill)])
    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
    assert "written from Orlin Gazette (1)" in " ".join(result.stdout.split())
    assert "3 reports: 2 first-hand, 1 written from others." in " ".join(result.stdout.split())


def test_json_is_one_object_for_all(mill: Path) -> None:
    result = runner.invoke(app, ["trace", str(mill), "--format", "json"])
    (line,) = result.stdout.splitlines()
    data = json.loads(line)
    assert data["reports"] == ["gazette", "echo", "ferry"]
    assert [(edge["parent"], edge["child"]) for edge in data["edges"]] == [("gazette", "echo")]


def test_the_suffix_of_the_output_tells_the_form(mill: Path, tmp_path: Path) -> None:
    page, graph = tmp_path / "trace.html", tmp_path / "trace.graphml"
    assert runner.invoke(app, ["trace", str(mill), "-o", str(page)]).exit_code == 0
    assert runner.invoke(app, ["trace", str(mill), "-o", str(graph)]).exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert set(nx.read_graphml(io.BytesIO(graph.read_bytes())).nodes) == {"gazette", "echo", "ferry"}
    again = runner.invoke(app, ["trace", str(mill), "-o", str(page)])
    assert again.exit_code == 1
    assert again.stderr.endswith("[W501]\n")


def test_a_failing_input_costs_one_line_and_the_others_go_on(mill: Path) -> None:
    result = runner.invoke(app, ["trace", "gone.txt", str(mill), "-f", "json"])
    assert result.exit_code == 1
    assert len(json.loads(result.stdout)["reports"]) == 3
    assert result.stderr.endswith("[W110]\n")


def test_one_report_is_too_few(tmp_path: Path) -> None:
    story = tmp_path / "ferry.txt"
    story.write_text(OTHER, encoding="utf-8")
    for inputs, there in (([str(story)], "1 could be read"), (["gone.txt"], "none could be read")):
        result = runner.invoke(app, ["trace", *inputs])
        assert result.exit_code == 1
        assert result.stdout == ""
        assert there in result.stderr
        assert result.stderr.endswith("[W504]\n")


def test_the_order_of_the_inputs_changes_nothing(mill: Path, tmp_path: Path) -> None:
    turned = tmp_path / "turned.jsonl"
    turned.write_text("\n".join(reversed(mill.read_text(encoding="utf-8").splitlines())), encoding="utf-8")
    one, other = (runner.invoke(app, ["trace", str(path), "-f", "json"]).stdout for path in (mill, turned))
    assert one == other


def test_the_door_gives_the_same_as_the_command(mill: Path) -> None:
    traced = whence.trace(mill)
    assert [report.id for report in traced.reports] == ["gazette", "echo", "ferry"]
    assert traced.to_json() + "\n" == runner.invoke(app, ["trace", str(mill), "-f", "json"]).stdout


def test_the_door_takes_what_was_read_before(mill: Path) -> None:
    reports = [report for report in whence.load(mill) if isinstance(report, whence.Report)]
    sheet = whence.read(reports[0])
    traced = whence.trace([sheet, reports[1], sheet.reading])
    assert [report.id for report in traced.reports] == ["gazette", "echo"]
    with pytest.raises(TooFewReports):
        whence.trace([sheet, sheet])
