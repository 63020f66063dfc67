import json
from dataclasses import replace
from pathlib import Path

import pytest

from bench.lineage import GOLD, Result, comparison, main, run, table
from bench.lineage_score import Tally
from bench.lineage_trace import interchange
from tests.bench.small import case, family, trace
from tests.factory import report
from whence.records import Absent, Known, Run, SourceKind, Span
from whence.records.event import EventType
from whence.records.lineage import (
    Assertion,
    Edge,
    LostAncestor,
    Mention,
    Status,
    Trace,
    Variation,
    VariationKind,
    Witness,
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Return the files of a family and its trace."""
    (tmp_path / "family.json").write_text(json.dumps(family()), encoding="utf-8")
    (tmp_path / "trace.json").write_text(json.dumps(trace()), encoding="utf-8")
    return str(tmp_path / "family.json"), str(tmp_path / "trace.json")


def test_a_trace_made_elsewhere_is_scored(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([files[0], "--traces", files[1], "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["traces"]
    assert told["total"] == told["families"]["small"]
    assert told["total"]["parent"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "predicted": 1, "gold": 1}
    assert told["reliability"]["brier"] == pytest.approx(0.025)


def test_the_table_tells_over_and_under_counting_apart(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([files[0], "--traces", files[1]]) == 0
    printed = capsys.readouterr().out
    assert "0 counted over by 0 in sum, 0 under by 0" in printed
    assert "Brier" in printed


@pytest.mark.parametrize("arguments", [["--cross-validate"], ["--traces", "a.json", "b.json"]], ids=["one family", "two traces"])
def test_what_cannot_be_is_refused(files: tuple[str, str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit):
        main([files[0], *arguments])


class Counting:
    """A system that traces rightly and keeps what it was fitted on."""

    name = "counting"
    missing = ()

    def __init__(self) -> None:
        self.fitted: list[list[str]] = []

    def fit(self, cases: object) -> object:
        self.fitted.append([each.family.name for each in cases])  # type: ignore[attr-defined]
        return lambda _case: trace()


def test_cross_validation_fits_on_the_other_families() -> None:
    one = case()
    cases = [replace(one, family=replace(one.family, name=name)) for name in ("x", "y", "z")]
    system = Counting()
    result = run(system, cases, cross_validate=True)  # type: ignore[arg-type]
    assert system.fitted == [["y", "z"], ["x", "z"], ["x", "y"]]
    assert list(result.tallies()) == ["x", "y", "z"]


def test_without_it_all_are_fitted_on_once() -> None:
    system = Counting()
    run(system, [case(), case()], cross_validate=False)  # type: ignore[arg-type]
    assert system.fitted == [["small", "small"]]


def test_the_comparison_names_the_best_rival_where_it_is_not_beaten() -> None:
    known = case()
    right, empty = Result("whence", ((known, trace()),)), Result("nothing", ((known, {"edges": [], "assertions": []}),))
    assert all("  ahead of nothing" in line for line in comparison(right, [empty]))
    assert all("NOT AHEAD OF same" in line for line in comparison(right, [empty, Result("same", right.traces)]))


def test_a_line_a_family_and_as_many_numbers_as_columns() -> None:
    head, line = table({"small": Tally()})
    assert head.split()[-1] == "by"
    assert len(line.split()) == 1 + 13


def test_a_trace_becomes_what_is_scored() -> None:
    one, other = report("Five carts.", id="a"), report("Fifteen carts.", id="b")
    mentions = (
        Mention("a", "c0", Span(0, 10), Status.FAITHFUL),
        Mention("b", None, Span(0, 13), Status.GARBLED, "a"),
    )
    told = interchange(
        Trace(
            reports=(one, other),
            edges=(Edge("a", "b", 0.75),),
            lost=(LostAncestor("lost1", ("b",)),),
            assertions=(Assertion("k1", "carts", EventType.OTHER, Absent(), Known("2031"), ("w1", "w2"), mentions),),
            variations=(Variation(VariationKind.NUMBER, "b", Span(0, 7), "Fifteen", "Five", inherited_by=("c",)),),
            witnesses=(Witness("w1", "Orvik", SourceKind.PERSON),),
            run=Run("0", "hand"),
            alternatives=(Edge("lost1", "b", 0.25),),
        )
    )
    assert json.loads(json.dumps(told)) == told
    assert told["edges"] == [{"parent": "a", "child": "b", "probability": 0.75}]
    assert told["assertions"][0]["independent_witnesses"] == 2
    assert told["assertions"][0]["mentions"][1] == {"report": "b", "claim": None, "span": [0, 13], "status": "garbled", "from": "a"}
    assert told["variations"][0]["inherited_by"] == ["c"]


def test_the_gold_that_the_project_carries_is_there() -> None:
    assert len(list(GOLD.glob("*.json"))) >= 2
