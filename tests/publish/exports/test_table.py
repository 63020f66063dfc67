import csv
import io
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.publish.exports.norn import CLAIMS, norn
from whence.publish.exports import FORMS, ExportName, ExportOptions, Scheme
from whence.publish.exports.columns import header_of
from whence.publish.exports.table import FORMULA, to_csv, write_cell
from whence.records import Known

CSV = FORMS[ExportName.CSV]


def table(scheme: Scheme) -> str:
    options = ExportOptions(columns=scheme)
    return CSV.write(CSV.take(norn(), options).pieces, options)


@pytest.mark.parametrize("scheme", Scheme)
def test_pandas_reads_the_table_back(scheme: Scheme) -> None:
    frame = pd.read_csv(io.StringIO(table(scheme)))
    assert tuple(frame.columns) == header_of(scheme)
    assert len(frame) == {Scheme.ACLED: 5, Scheme.UCDP: 3}[scheme]
    assert frame["longitude"].dropna().max() < -18
    assert frame["whence_report"].eq("norn").all()


def test_pandas_reads_numbers_dates_and_gaps() -> None:
    frame = pd.read_csv(io.StringIO(table(Scheme.ACLED)), parse_dates=["event_date"])
    assert frame["event_date"].iloc[0] == pd.Timestamp("2031-05-03")
    assert frame["fatalities"].dropna().tolist() == [12, 6]
    assert frame["fatalities"].isna().sum() == 3


def test_without_an_event_there_is_the_header_alone() -> None:
    assert CSV.write((), ExportOptions()) == ",".join(header_of(Scheme.ACLED)) + "\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝"])
def test_a_cell_that_begins_like_a_formula_gets_an_apostrophe(start: str) -> None:
    assert write_cell(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"


def test_hidden_characters_before_a_formula_do_not_save_it() -> None:
    assert write_cell("\u200b\ufeff =1+1") == "'=1+1"
    assert write_cell("\t=1+1") == "'=1+1"


def test_numbers_are_ours_and_stay_numbers() -> None:
    assert write_cell(-20.99712) == "-20.99712"
    assert write_cell(0) == "0"
    assert write_cell(None) == ""


def test_controls_and_overrides_are_named_and_a_cell_is_one_line() -> None:
    assert write_cell("a\x1b[31m\nb\u202ec") == "a⟨U+001B⟩[31m b⟨U+202E⟩c"


def test_a_hostile_report_stays_in_its_cells() -> None:
    hostile = replace(
        norn(CLAIMS[0]),
        report=replace(norn().report, outlet=Known('=cmd|"/C calc"!A1,\r\n"x'), id="-2+3", headline=Known("@SUM(1)")),
    )
    for scheme in Scheme:
        options = ExportOptions(columns=scheme)
        told = list(csv.reader(io.StringIO(CSV.write(CSV.take(hostile, options).pieces, options))))
        assert all(len(row) == len(header_of(scheme)) for row in told)
        assert [cell for row in told for cell in row if cell.startswith(FORMULA) and not is_number(cell)] == []


def is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_any_text_is_read_back_as_one_row_without_a_formula(texts: list[str]) -> None:
    header = [f"column{number}" for number in range(len(texts))]
    page = to_csv(header, [dict(zip(header, texts, strict=True))])
    rows = list(csv.reader(io.StringIO(page, newline="")))
    assert len(rows) == 2
    assert len(rows[1]) == len(texts)
    assert not any(cell.startswith(FORMULA) for cell in rows[1])
    page.encode("utf-8")
