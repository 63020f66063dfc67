from dataclasses import replace
from typing import Any

from tests.publish.trace.traces import FINDINGS, WITNESSES, family, many
from whence.publish.trace.page_reports import MOST_TEXTS, show_findings, show_reports, show_witness
from whence.publish.trace.register import register_trace
from whence.records import Severity, Trace


def reports(trace: Trace) -> Any:
    return show_reports(register_trace(trace), {})[0]


def test_a_report_tells_what_it_was_written_from_and_what_from_it() -> None:
    coastline = reports(family())[1]
    assert [(link["mark"], link["chance"]) for link in coastline["parents"]] == [("1", "97%")]
    assert [link["mark"] for link in coastline["children"]] == ["3", "α"]
    assert [(standing.sign, number) for standing, number in reports(family())[3]["counts"]] == [("≈", 1), ("↑", 1), ("+", 2)]


def test_only_addresses_of_the_web_become_links() -> None:
    trace = family()
    bad = replace(trace.reports[0], url="javascript:alert(1)")
    told = reports(replace(trace, reports=(bad, *trace.reports[1:])))
    assert (told[0]["address"], told[0]["url"]) == ("", "javascript:alert(1)")
    assert told[1]["address"] == "https://coastline.example/1"


def test_the_texts_of_too_many_reports_are_held_back() -> None:
    told = reports(many(MOST_TEXTS + 2))
    assert [report["held_back"] for report in told[-3:]] == [False, True, True]


def test_a_witness_tells_where_it_speaks_and_what_it_stands_behind() -> None:
    told: Any = show_witness(WITNESSES[0], register_trace(family()))
    assert (told["name"], told["kind"], told["side"], [each["words"] for each in told["assertions"]]) == (
        "Ilvo Tarn, harbour master",
        "official",
        "ostmar",
        [1, 2],
    )
    assert '<mark class="meant">harbour master Ilvo Tarn</mark>' in told["passages"][0]["words"]
    unsided: Any = show_witness(WITNESSES[1], register_trace(family()))
    assert unsided["side"] == "no side known"


def test_findings_come_the_most_severe_first() -> None:
    low = replace(FINDINGS[0], severity=Severity.LOW, rule="low")
    told: Any = show_findings(register_trace(replace(family(), findings=(low, *FINDINGS))))
    assert [finding["severity"] for finding in told] == ["high", "low"]
    assert [passage["report"]["mark"] for passage in told[0]["passages"]] == ["4", "5"]
