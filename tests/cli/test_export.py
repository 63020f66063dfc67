"""The verb from its arguments to its output; what stands in each format is tested in tests/publish/exports."""

import csv
import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.publish.exports.norn import norn
from whence.cli.app import app
from whence.cli.export import DocumentSink, name_region, settle_form
from whence.errors import OutputExists, OutputUnwritable
from whence.publish.exports import FORMS, ExportName, ExportOptions, Include, Scheme
from whence.publish.exports.columns import header_of

runner = CliRunner()
# Nothing happens in it.
QUIET = "The mill in Pell is old, the mayor, Ana Bel, said. Its owner is proud of it.\n"


@pytest.fixture
def quiet(tmp_path: Path) -> Path:
    path = tmp_path / "mill.txt"
    path.write_text(QUIET, encoding="utf-8")
    return path


def sink(name: str = "csv", output: Path | None = None, *, force: bool = False, **options: object) -> DocumentSink:
    return DocumentSink(FORMS[ExportName(name)], ExportOptions(**options), str(output) if output else None, force=force)  # type: ignore[arg-type]


# From the command line.


def test_a_report_without_an_event_gives_the_header_and_a_line(quiet: Path) -> None:
    result = runner.invoke(app, ["export", str(quiet)])
    assert result.exit_code == 0, result.stderr
    assert result.stdout == ",".join(header_of(Scheme.ACLED)) + "\n"
    assert result.stderr.startswith("whence: no event to export in ")
    assert len(result.stderr.splitlines()) == 1


def test_the_columns_are_those_that_are_asked_for(quiet: Path) -> None:
    result = runner.invoke(app, ["export", str(quiet), "--columns", "ucdp"])
    assert result.stdout == ",".join(header_of(Scheme.UCDP)) + "\n"


@pytest.mark.parametrize(("form", "key"), [("geojson", "features"), ("claimreview", "@graph"), ("prov", "entity")])
def test_every_form_is_written(quiet: Path, form: str, key: str) -> None:
    result = runner.invoke(app, ["export", str(quiet), "--format", form])
    assert result.exit_code == 0, result.stderr
    assert key in json.loads(result.stdout)


def test_claims_of_a_report_are_exported_with_their_source(quiet: Path) -> None:
    result = runner.invoke(app, ["export", str(quiet), "-f", "claimreview"])
    claims = [node for node in json.loads(result.stdout)["@graph"] if node["@type"] == "Claim"]
    assert any(author.get("name") == "Ana Bel" for claim in claims for author in claim.get("author", []))


def test_a_file_is_written_whole_and_not_over_another(quiet: Path, tmp_path: Path) -> None:
    output = tmp_path / "new" / "events.geojson"
    assert runner.invoke(app, ["export", str(quiet), "-o", str(output)]).exit_code == 0
    assert json.loads(output.read_text(encoding="utf-8"))["type"] == "FeatureCollection"
    again = runner.invoke(app, ["export", str(quiet), "-o", str(output)])
    assert again.exit_code == 1
    assert again.stderr.endswith("[W501]\n")
    assert runner.invoke(app, ["export", str(quiet), "-o", str(output), "--force"]).exit_code == 0


def test_an_output_that_cannot_be_written_is_an_error(quiet: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    result = runner.invoke(app, ["export", str(quiet), "-o", str(tmp_path / "file" / "events.csv")])
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].endswith("[W502]")


def test_a_failing_input_costs_one_line_and_the_others_go_on(quiet: Path, tmp_path: Path) -> None:
    result = runner.invoke(app, ["export", str(tmp_path / "gone.txt"), str(quiet)])
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr.splitlines()[0].endswith("[W110]")


def test_no_report_at_all_gives_no_table(tmp_path: Path) -> None:
    result = runner.invoke(app, ["export", str(tmp_path / "gone.txt")])
    assert (result.exit_code, result.stdout) == (1, "")


def test_an_unknown_form_is_refused(quiet: Path) -> None:
    assert runner.invoke(app, ["export", str(quiet), "--format", "xlsx"]).exit_code == 2


# The sink, with readings that have events.


def test_several_reports_give_one_table(capsys: pytest.CaptureFixture[str]) -> None:
    into = sink()
    into.put(norn())
    into.put(replace(norn(), report=replace(norn().report, id="second")))
    assert into.finish() is None
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert [row["whence_report"] for row in rows] == ["norn"] * 5 + ["second"] * 5
    assert len({row["event_id_cnty"] for row in rows}) == 10


def test_what_was_left_out_is_said_with_how_to_put_it_in() -> None:
    into = sink()
    into.put(norn())
    (line,) = into.remarks()
    left_out, _, cure = line.partition("; ")
    assert (
        left_out == "4 events left out: 1 only denied, 1 only speculated, 1 background, 1 of a kind without a code in these columns"
    )
    assert cure == "to put them in: --include denied --include speculation --include background"


def test_what_was_put_in_is_not_said_to_be_left_out() -> None:
    into = sink(include=frozenset(Include))
    into.put(norn())
    assert into.remarks() == ["1 event left out: 1 of a kind without a code in these columns"]


def test_reports_without_an_event_are_named_and_counted() -> None:
    into = sink()
    for number in range(5):
        into.put(replace(norn(), report=replace(norn().report, id=f"r\x1b{number}"), claims=()))
    assert into.remarks() == ["no event to export in r⟨U+001B⟩0, r⟨U+001B⟩1, r⟨U+001B⟩2 and 2 more"]


def test_nothing_is_put_where_a_file_is_already(tmp_path: Path) -> None:
    there = tmp_path / "events.csv"
    there.write_text("mine", encoding="utf-8")
    with pytest.raises(OutputExists):
        sink(output=there)
    assert there.read_text(encoding="utf-8") == "mine"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    into = sink(output=tmp_path, force=True)
    into.put(norn())
    with pytest.raises(OutputUnwritable):
        into.finish()
    assert stat.S_ISDIR(tmp_path.stat().st_mode)


@pytest.mark.parametrize(
    ("form", "output", "settled"),
    [
        (None, None, "csv"),
        (None, "events.CSV", "csv"),
        (None, "events.geojson", "geojson"),
        (None, "claims.jsonld", "claimreview"),
        (None, "events.txt", "csv"),
        ("prov", "events.csv", "prov"),
    ],
)
def test_the_form_is_what_was_asked_for_or_what_the_suffix_says(form: str | None, output: str | None, settled: str) -> None:
    assert settle_form(ExportName(form) if form else None, output) == settled


def test_regions_are_named_by_the_gazetteer() -> None:
    assert name_region("UA", "05") == "Donetsk Oblast"
    assert name_region("UA", "nowhere") == ""
