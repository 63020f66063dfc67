from lxml import html as parser

from tests.factory import report
from tests.publish.trace.traces import family, many
from whence.publish.trace.register import register_trace
from whence.publish.trace.stemma_list import DEEPEST, list_stemma
from whence.records import Edge, Run, Trace


def test_each_text_stands_under_the_one_it_was_written_from() -> None:
    root = parser.fromstring(str(list_stemma(register_trace(family()))))
    depths = {each.get("href"): len(list(each.iterancestors("ul"))) for each in root.iter("a")}
    assert depths == {"#report-1": 1, "#report-2": 2, "#report-3": 3, "#lost-1": 3, "#report-4": 4, "#report-5": 4}
    assert (
        "4 Inland Post 3 June, hour not told, written from α, a lost text (80%) and 3 Der Küstenbote (70%)" in root.text_content()
    )


def test_a_long_chain_does_not_run_out_of_the_page() -> None:
    reports = tuple(report("text", id=f"r{number:03}") for number in range(300))
    edges = tuple(Edge(f"r{number:03}", f"r{number + 1:03}", 0.9) for number in range(299))
    root = parser.fromstring(str(list_stemma(register_trace(Trace(reports, edges, (), (), (), (), Run("0", "hand"))))))
    assert max(len(list(each.iterancestors("ul"))) for each in root.iter("a")) == DEEPEST + 1
    assert len(list(root.iter("a"))) == 300


def test_every_report_is_in_the_list_once_circles_included() -> None:
    trace = many(70)
    circle = (*trace.edges, Edge("m0009", "m0000", 0.1))
    shown = str(list_stemma(register_trace(Trace(trace.reports, circle, (), (), (), (), trace.run))))
    assert shown.count("<a ") == 70
    assert shown.count("<ul>") == shown.count("</ul>")
    assert shown.count("<li>") == shown.count("</li>")
