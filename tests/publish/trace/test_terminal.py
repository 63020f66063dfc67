import io
import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from tests.factory import report
from tests.publish.trace.traces import family, hostile_trace, many, nothing
from whence.publish.trace.terminal import BRANCHES_SHOWN, TraceView
from whence.records import Edge, Trace


def shown(trace: Trace, *, width: int = 100, full: bool = False, colour: bool = False) -> str:
    page = io.StringIO()
    console = Console(
        file=page, width=width, force_terminal=colour, color_system="truecolor" if colour else None, legacy_windows=False
    )
    console.print(TraceView(trace, full=full))
    return page.getvalue()


def flat(text: str) -> str:
    return " ".join(re.sub(r"[│├└─]", " ", text).split())


def chain(length: int) -> Trace:
    reports = tuple(report("x", id=f"r{number}", outlet=f"Outlet {number}", headline="Rain") for number in range(length))
    edges = tuple(Edge(f"r{number}", f"r{number + 1}", 0.8) for number in range(length - 1))
    return replace(nothing(), reports=reports, edges=edges)


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("trace", [family(), hostile_trace(), chain(40), many(60)], ids=["family", "hostile", "chain", "many"])
def test_no_line_is_wider_than_the_terminal(trace: Trace, width: int) -> None:
    assert max(cell_len(line) for line in shown(trace, width=width).splitlines()) <= width


def test_colour_says_nothing_that_words_do_not() -> None:
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown(family(), colour=True)) == shown(family())


def test_the_parts_come_in_order() -> None:
    told = shown(family())
    heads = ("5 reports: 1 first-hand", "Stemma", "Witnesses", "Assertions", "Put in on the way", "Findings", "(3) is a report")
    assert [told.index(head) for head in heads] == sorted(told.index(head) for head in heads)


def test_each_report_stands_in_the_tree_once_with_its_reasons() -> None:
    told = flat(shown(family(), width=120))
    stemma = told[told.index("Stemma") : told.index("Witnesses")]
    for number, outlet in enumerate(("Ostmar Gazette", "Coastline Press", "Der Küstenbote", "Inland Post", "Wire Seven"), 1):
        assert len(re.findall(rf"{outlet} \({number}\) · ", stemma)) == 1
    assert (
        "written from Ostmar Gazette (1), 97%: names the Ostmar Gazette as its source; 23 words in common, in the same order"
        in stemma
    )
    assert "published 3 hours later" not in stemma, "the two weightiest reasons are enough"
    assert "Bridge at Nokia closed” first-hand" in stemma
    assert stemma.count("first-hand") == 1


def test_a_digest_stands_under_its_likelier_parent_and_is_referred_to_under_the_other() -> None:
    lines = [flat(line) for line in shown(family(), width=120).splitlines()]
    lost = next(index for index, line in enumerate(lines) if line.startswith("*α* · a lost text, not at hand"))
    digest = next(index for index, line in enumerate(lines) if line.startswith("Inland Post (4) · "))
    assert digest > lost
    assert "Inland Post (4), 70%, drawn under *α*" in flat("\n".join(lines))
    assert "*α*: a lost text behind Inland Post (4), Wire Seven (5). both write 120 families" in flat("\n".join(lines))


def test_an_edge_within_reach_is_told() -> None:
    assert "Wire Seven (5) · no date told" in flat(shown(family()))
    assert "or else from Inland Post (4), 22%" in flat(shown(family()))


def test_a_report_with_several_mentions_of_an_assertion_is_named_once() -> None:
    first = family().assertions[1]
    twice = replace(family(), assertions=(replace(first, mentions=tuple(each for each in first.mentions for _ in range(2))),))
    told = flat(shown(twice, width=120))
    assert "in Ostmar Gazette (1), Coastline Press (2), Der Küstenbote (3), Inland Post (4) exaggerated, Wire Seven (5)" in told


def test_an_assertion_tells_its_spread_its_witnesses_and_its_variations() -> None:
    told = flat(shown(family(), width=120))
    assert "12 families were moved to a school. evacuation 5 reports, 1 witness: Ilvo Tarn, harbour master" in told
    assert told.index("12 families were moved") < told.index("The bridge was closed after"), "the most widespread first"
    assert (
        "≠ place: “Nokai” where Coastline Press (2) has “Nokia”, first in Der Küstenbote (3); inherited by Inland Post (4)" in told
    )
    assert "Wire Seven (5) contradicted" in told


def test_what_was_put_in_stands_apart_and_names_where_it_first_stands() -> None:
    told = flat(shown(family(), width=120))
    added = told[told.index("Put in on the way") :]
    assert "Satellite images show that the bridge has collapsed. damage 2 reports, no known witness" in added
    assert "≠ added evidence: “Satellite images”, first in Inland Post (4); inherited by Wire Seven (5)" in added
    assert "The dam is next." in added
    assert "The dam is next." not in told[: told.index("Put in on the way")]


def test_witnesses_are_told_with_kind_side_and_reports() -> None:
    told = flat(shown(family(), width=120))
    assert "Ilvo Tarn, harbour master official · side: ostmar · speaks in Ostmar Gazette (1)" in told
    assert "Mirel Hask resident · no side told · speaks in Ostmar Gazette (1)" in told


def test_findings_have_their_passages() -> None:
    told = flat(shown(family(), width=120))
    assert "high Satellite images first stand in rewrites; nobody is named who has them. Inland Post (4), 89–105" in told


def test_long_lists_are_folded_unless_all_is_asked_for() -> None:
    wide = replace(many(BRANCHES_SHOWN + 6), edges=tuple(Edge("m0000", f"m{number:04}", 0.9) for number in range(1, 18)))
    short, whole = shown(wide), shown(wide, full=True)
    assert "… and 5 more written from it" in short
    assert "Outlet 17 (18) · " not in short
    assert "Outlet 17 (18) · " in whole
    assert "more written from it" not in whole


def test_a_chain_too_deep_for_the_width_goes_on_below() -> None:
    told = shown(chain(40), width=60)
    assert "drawn below" in told
    for number in range(40):
        assert f"Outlet {number} ({number + 1}) · " in told


def test_a_circle_is_drawn_and_ends() -> None:
    reports = chain(3).reports
    told = flat(shown(replace(nothing(), reports=reports, edges=(Edge("r0", "r1", 0.5), Edge("r1", "r0", 0.6)))))
    assert "Outlet 0 (1) · " in told
    assert "Outlet 1 (2) · " in told


@pytest.mark.parametrize("full", [False, True])
def test_no_part_of_a_trace_can_speak_to_the_terminal(full: bool) -> None:  # noqa: FBT001
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown(hostile_trace(), full=full))


def test_nothing_found_is_said() -> None:
    told = shown(nothing())
    assert "2 reports: 2 first-hand" in told
    assert "nobody who could be identified" in told
    assert "Assertions" not in told
    assert "Findings" not in told
