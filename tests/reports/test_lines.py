"""JSON Lines of reports."""

from __future__ import annotations

import hashlib
import io
import json
from typing import Any

import pytest

from whence.errors import BadLine, InputError
from whence.records import Absent, Known, Report, Undetermined, value_or_none
from whence.reports import LoadOptions
from whence.reports.lines import read_lines

DEFAULTS = LoadOptions()
TEXT = "The mayor said on Monday that the bridge would stay closed.\nNobody knows why. (AP)"


def read(*lines: bytes | dict[str, Any], options: LoadOptions = DEFAULTS, head: int = 20) -> list[Report | tuple[str, InputError]]:
    data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line, ensure_ascii=False).encode() for line in lines)
    return list(read_lines(data[:head], io.BytesIO(data[head:]), origin="x.jsonl", options=options))


def one(**fields: Any) -> Report:
    (report,) = read({"text": TEXT, **fields})
    assert isinstance(report, Report), report
    return report


def test_all_fields() -> None:
    report = one(
        id="a1",
        url="https://there.example/a",
        outlet="The Kestrin Ledger",
        published_at="2031-05-04T08:00:00Z",
        language="en-GB",
        headline="Bridge shut",
        authors=["Ana Kovar"],
        source="Norlight",
        updated_at="2031-05-05",
        captured_at="2031-05-06",
        links=["https://other.example/", "mailto:a@b.example"],
    )
    assert (report.id, report.url, report.text, report.authors) == ("a1", "https://there.example/a", TEXT, ("Ana Kovar",))
    stated = [report.outlet, report.headline, report.language, report.published_at, report.updated_at, report.captured_at]
    expected = ["The Kestrin Ledger", "Bridge shut", "en", "2031-05-04T08:00:00+00:00", "2031-05-05", "2031-05-06"]
    assert [value_or_none(value) for value in stated] == expected
    assert [(credit.kind, credit.name) for credit in report.credits] == [
        ("agency", "AP"),
        ("feed", "Norlight"),
        ("byline", "Ana Kovar"),
    ]
    assert (report.links, report.origin) == (("https://other.example/",), "x.jsonl:1")


def test_the_text_is_taken_exactly_as_given() -> None:
    text = "  A\r\n\r\n b\u2028c\t "
    assert one(text=text).text == text


def test_what_is_not_declared_is_absent_and_the_language_identified() -> None:
    report = one()
    assert all(
        isinstance(value, Absent)
        for value in (report.headline, report.outlet, report.published_at, report.updated_at, report.captured_at)
    )
    assert value_or_none(report.language) == "en"
    assert report.url is None


def test_a_declared_language_is_not_put_to_the_test() -> None:
    assert value_or_none(one(language="uk").language) == "uk"
    assert isinstance(one(language="a language").language, Undetermined)
    assert isinstance(one(published_at="last Tuesday").published_at, Undetermined)


def test_the_digest_is_that_of_the_lines_bytes() -> None:
    line = b'{"text": "The bridge is shut."}'
    (report, same) = read(line, line + b"\r")
    assert isinstance(report, Report)
    assert isinstance(same, Report)
    assert report.sha256 == same.sha256 == hashlib.sha256(line).hexdigest()
    assert report.id == report.sha256[:12]
    assert one(id=7).id == "7"


def test_names_may_be_objects() -> None:
    report = one(source={"name": "Norlight", "id": 4}, author=[{"name": "Ana Kovar"}, "Pavo Rusk", 7])
    assert report.authors == ("Ana Kovar", "Pavo Rusk")
    assert [credit.name for credit in report.credits] == ["AP", "Norlight", "Ana Kovar", "Pavo Rusk"]


BAD = {
    b"{not json}": "line 2 is not JSON: ",
    b"[1, 2]": "line 2 is not a JSON object",
    b'{"id": "a"}': "line 2 has no text field",
    b'{"text": 7}': "line 2: its text field is not a string",
    b'{"text": " 12 "}': "line 2 has no text in its text field",
    b'{"text": "abc", "outlet": ["x"]}': "line 2: its outlet field is not a string",
    b'{"text": "abc", "id": true}': "line 2: its id",
    b'{"text": "abc", "id": " "}': "line 2: its id",
    b'{"text": "abc\xff"}': "line 2: byte 13 is not UTF-8",
    b'{"text": "abc \\ud800"}': "line 2 holds half a surrogate pair",
    b"[" * 100_000: "line 2 is not JSON that can be read",
    b'{"text": "abc", "n": ' + b"9" * 10_000 + b"}": "line 2 is not JSON that can be read",
}


@pytest.mark.parametrize("bad", list(BAD), ids=list(BAD.values()))
def test_a_bad_line_has_its_number_and_the_others_go_on(bad: bytes) -> None:
    first, failure, last = read({"text": TEXT}, bad, b"", {"text": TEXT, "id": "last"})
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(failure, tuple)
    assert (failure[0], last.origin) == ("x.jsonl:2", "x.jsonl:4")
    assert isinstance(failure[1], BadLine)
    assert BAD[bad] in str(failure[1])
    assert "\n" not in str(failure[1])


@pytest.mark.parametrize("head", [1, 50, 400])
def test_a_line_over_the_limit_is_passed_over(head: int) -> None:
    long = {"text": "a" * 300}
    first, failure, last = read({"text": TEXT}, long, {"text": TEXT}, options=LoadOptions(max_bytes=200), head=head)
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(failure, tuple)
    assert "line 2 is larger than 200 bytes" in str(failure[1])


def test_a_byte_order_mark_and_a_missing_last_line_end() -> None:
    (report,) = read(b'\xef\xbb\xbf{"text": "The bridge is shut."}')
    assert isinstance(report, Report)
    assert isinstance(report.language, (Known, Undetermined))
