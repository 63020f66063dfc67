import pytest

from tests.factory import report
from whence.findings.across.naming import SHOWN, call, call_all, counted, listed, outlet_key, plain


def test_a_report_is_called_by_its_outlet_else_its_host_else_its_id() -> None:
    assert call(report("Rain.", outlet="The Halm Gazette", url="https://halm.example/1")) == "The Halm Gazette"
    assert call(report("Rain.", url="https://www.halm.example/1")) == "halm.example"
    assert call(report("Rain.", id="r7", outlet="\u200b")) == "r7"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Halm\n\tGazette", "Halm Gazette"),
        ("\u202eHalm\x1b[31m", "Halm[31m"),
        ("Ha\u00adlm\ud800", "Halm"),
        ("Тяньшань", "Тяньшань"),
    ],
)
def test_what_acts_on_a_screen_is_left_out(words: str, shown: str) -> None:
    assert plain(words) == shown


def test_a_name_that_runs_on_is_cut() -> None:
    short = plain("Gazette " * 40)
    assert len(short) <= SHOWN
    assert short.endswith("…")
    assert plain("x" * SHOWN) == "x" * SHOWN


def test_lists_and_counts() -> None:
    assert [listed(["A", "B", "C"][:count]) for count in range(4)] == ["", "A", "A and B", "A, B and C"]
    assert listed(list("ABCDEFG")) == "A, B, C, D, E and 2 more"
    assert (counted(1, "report"), counted(2, "witness", "witnesses")) == ("1 report", "2 witnesses")
    assert call_all([report("Rain.", outlet="A"), report("Sun.", outlet="A"), report("Fog.", outlet="B")]) == "A and B"


def test_an_outlet_is_known_without_its_article_and_case() -> None:
    assert outlet_key(report("Rain.", outlet="The Halm Gazette")) == outlet_key(report("Sun.", outlet="HALM GAZETTE"))
    assert outlet_key(report("Rain.", id="r1")) != outlet_key(report("Rain.", id="r2"))
