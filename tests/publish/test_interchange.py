import dataclasses
import json
import re

from hypothesis import given
from hypothesis import strategies as st

from tests.factory import claim, reading, report, source, span
from tests.publish.dravik import dravik
from tests.publish.kolm import CLAIMS, kolm
from whence.publish.interchange import to_dict, to_json_line
from whence.records import Attribution, Finding, Reading, Reason, Run, Severity, Undetermined

TEXT = "The Gazette, citing a report, said the mill burned. The ferry is back."
gazette = source(TEXT, "The Gazette", "media", name="Orlin Gazette", role=Undetermined(), named=True)
paper = source(TEXT, "a report", "document", because=(Reason("noun", "a kind of document", (span(TEXT, "report"),)),))
BURNED = claim(
    TEXT, "the mill burned", id="c1", chain=(gazette, paper), cue="citing", grade="said", quotation="mixed", attribution=0
)


def example() -> Reading:
    return reading(
        report(TEXT, id="r1", outlet="The Halm Courier", published_at=Undetermined(), language="en", sha256="ab"),
        BURNED,
        claim(TEXT, "The ferry is back.", id="c2"),
        attributions=(Attribution((span(TEXT, "a report"),), (span(TEXT, "citing"),), (span(TEXT, "the mill burned"),)),),
        findings=(Finding("unnamed-only", Severity.LOW, "A document nobody can look up.", (span(TEXT, "a report"),)),),
        run=Run("0.1.0", "hand", (("cues", "3"),)),
    )


def test_the_keys_are_those_of_the_interchange() -> None:
    data = to_dict(example())
    assert list(data) == ["report", "attributions", "places", "times", "claims", "context", "findings", "run", "shallow"]
    assert {"id", "url", "outlet", "headline", "published_at", "language", "sha256"} <= set(data["report"])
    assert list(data["claims"][0]) == [
        "id", "span", "text", "passages", "statement", "kind", "event", "actors", "places", "time", "quantities", "denied",
        "certainty", "certainties", "attribution", "evidence", "undetermined", "because",
    ]  # fmt: skip
    assert list(data["claims"][0]["attribution"]) == ["chain", "cue", "grade", "direct", "quotation", "index"]
    assert list(data["claims"][0]["attribution"]["chain"][0]) == [
        "span", "text", "kind", "name", "role", "party", "named", "unnamed_because", "undetermined", "beside", "because",
    ]  # fmt: skip
    assert data["run"] == {"whence": "0.1.0", "engine": "hand", "rules": {"cues": "3"}}


def test_attributions_and_findings_are_spans_of_the_text() -> None:
    data = to_dict(example())
    assert data["attributions"] == [{"source": [[20, 28]], "cue": [[13, 19]], "content": [[35, 50]]}]
    finding = {
        "rule": "unnamed-only",
        "severity": "low",
        "message": "A document nobody can look up.",
        "spans": [[20, 28]],
        "because": [],
    }
    assert data["findings"] == [finding]
    assert data["claims"][0]["span"] == [35, 50]
    assert data["claims"][0]["text"] == data["report"]["text"][35:50]


def test_a_chain_goes_from_the_reader_to_the_event() -> None:
    first, last = to_dict(example())["claims"][0]["attribution"]["chain"]
    assert (first["text"], first["kind"], first["name"], first["named"]) == ("The Gazette", "media", "Orlin Gazette", True)
    assert (last["text"], last["kind"], last["name"], last["named"]) == ("a report", "document", None, False)
    assert last["because"] == [{"kind": "noun", "detail": "a kind of document", "weight": None, "spans": [[22, 28]]}]


def test_absent_and_undetermined_are_told_apart() -> None:
    data = to_dict(example())
    assert data["report"]["published_at"] is None
    assert data["report"]["headline"] is None
    assert data["report"]["undetermined"] == ["published_at"]
    first, last = data["claims"][0]["attribution"]["chain"]
    assert (first["role"], first["undetermined"]) == (None, ["role"])
    assert (last["role"], last["undetermined"]) == (None, [])


def test_mixed_quotation_is_not_direct_and_the_own_voice_is_neither() -> None:
    mixed, own = (each["attribution"] for each in to_dict(example())["claims"])
    assert (mixed["direct"], mixed["quotation"]) == (False, "mixed")
    assert own == {"chain": [], "cue": [], "grade": None, "direct": None, "quotation": None, "index": None}


def test_an_understood_speaker_has_no_span() -> None:
    unspoken = claim(TEXT, "the mill burned", chain=(source(TEXT, "the paper", "media", understood=True),))
    assert to_dict(reading(TEXT, unspoken))["claims"][0]["attribution"]["chain"][0]["span"] is None


def test_a_line_of_json_is_the_same_data() -> None:
    line = to_json_line(dravik())
    assert "\n" not in line
    assert json.loads(line) == to_dict(dravik())
    assert "army’s" in line


@given(st.text(st.characters(), min_size=1))
def test_no_text_breaks_the_line_or_reaches_the_terminal(text: str) -> None:
    given_text = reading(report(text, headline=text), claim(text, text))
    line = to_json_line(given_text)
    assert line.splitlines() == [line]
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", line)
    assert json.loads(line)["claims"][0]["text"] == text


def test_what_a_claim_tells_points_into_the_reading() -> None:
    data = to_dict(kolm())
    first, killed = data["claims"][0], data["claims"][5]
    assert data["places"][first["places"][0]]["text"] == "Nokai"
    assert killed["statement"] == data["claims"][4]["statement"]
    assert (killed["time"]["from"], killed["time"]["to"]) == ("2031-05-03T00:00:00", "2031-05-04T00:00:00")
    for told in data["claims"]:
        if told["time"] is not None:
            start, end = told["time"]["span"]
            assert data["report"]["text"][start:end] == told["time"]["text"]


def test_a_time_that_the_report_does_not_settle_is_told_from_one_that_it_does_not_tell() -> None:
    unsettled = dataclasses.replace(CLAIMS[0], time=Undetermined())
    given_claims = to_dict(kolm(claims=(unsettled, CLAIMS[0])))["claims"]
    assert [(told["time"], told["undetermined"]) for told in given_claims] == [(None, ["time"]), (None, [])]


def test_events_have_a_kind_also_where_none_is_told() -> None:
    kinds = [(told["event"] and told["event"]["type"], told["kind"]) for told in to_dict(kolm())["claims"]]
    assert kinds[7:10] == [("assessment", "assessment"), ("advance", "speculation"), ("capture", "background")]
    assert to_dict(dravik())["claims"][0]["event"] is None
