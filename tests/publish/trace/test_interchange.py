import json
import re
from dataclasses import replace

from tests.publish.trace.traces import GAZETTE, INLAND, family, hostile_trace
from whence.publish.trace.interchange import to_dict, to_json
from whence.records import Absent, Assertion, Known, Undetermined


def test_the_keys_are_those_of_the_interchange_and_its_additions() -> None:
    data = to_dict(family())
    assert list(data) == [
        "reports", "report_details", "edges", "alternatives", "lost", "assertions", "variations", "witnesses", "findings", "run",
    ]  # fmt: skip
    assert set(data["edges"][0]) == {"parent", "child", "probability", "because"}
    assert set(data["edges"][0]["because"][0]) == {"kind", "detail", "weight", "spans"}
    assert {"id", "children"} <= set(data["lost"][0])
    assert {"id", "gloss", "event", "place", "time", "independent_witnesses", "witnesses", "mentions"} <= set(data["assertions"][0])
    assert {"report", "claim", "span", "status", "from", "witnesses"} <= set(data["assertions"][0]["mentions"][0])
    assert {"kind", "report", "span", "written", "correct", "origin", "assertion", "inherited_by"} <= set(data["variations"][0])
    assert {"id", "name", "kind", "side", "reports", "passages"} <= set(data["witnesses"][0])


def test_it_is_plain_data_in_the_order_of_the_trace() -> None:
    data = to_dict(family())
    assert json.loads(to_json(family())) == data
    assert (
        data["reports"]
        == ["gazette", "coastline", "kuestenbote", "inland", "seven"]
        == [each["id"] for each in data["report_details"]]
    )
    assert data["lost"][0]["id"] == data["edges"][-1]["parent"] == "lost1"


def test_spans_are_those_of_the_texts() -> None:
    data = to_dict(family())
    parent, child = data["edges"][0]["because"][1]["spans"][1]
    assert GAZETTE[slice(*parent)] == "12 families had been moved to the school"
    assert child is not None
    assert data["edges"][0]["because"][0]["spans"][0][0] is None, "the parent has no such passage"
    added = data["assertions"][3]["mentions"][0]
    assert INLAND[slice(*added["span"])] == "Satellite images show that the bridge has collapsed"
    assert (added["status"], added["from"]) == ("added", "lost1")
    variation = data["variations"][1]
    assert (variation["written"], variation["correct"], variation["inherited_by"]) == ("40 Meter", "40 centimetres", ["inland"])


def test_witnesses_are_counted_not_reports() -> None:
    told = to_dict(family())["assertions"]
    assert [(len(each["mentions"]), each["independent_witnesses"]) for each in told] == [(4, 1), (5, 1), (3, 1), (2, 0), (1, 0)]


def test_absent_and_undetermined_are_told_apart() -> None:
    first: Assertion = family().assertions[0]
    trace = replace(
        family(),
        assertions=(replace(first, place=Undetermined(), time=Undetermined()), first),
        witnesses=(replace(family().witnesses[0], side=Undetermined()), *family().witnesses),
    )
    data = to_dict(trace)
    assert (data["assertions"][0]["place"], data["assertions"][0]["time"]) == (None, None)
    assert data["assertions"][0]["undetermined"] == ["place", "time"]
    assert isinstance(first.place, Absent)
    assert first.time == Known("2031-06-01")
    assert (data["assertions"][1]["place"], data["assertions"][1]["time"]) == (None, "2031-06-01")
    assert data["assertions"][1]["undetermined"] == []
    assert [(each["side"], each["undetermined"]) for each in data["witnesses"]] == [(None, ["side"]), ("ostmar", []), (None, [])]


def test_one_line_that_no_terminal_obeys() -> None:
    line = to_json(hostile_trace())
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", line)
    assert json.loads(line) == to_dict(hostile_trace())
