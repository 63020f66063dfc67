"""What a report is called."""

from __future__ import annotations

import hashlib

import pytest

from whence.records import Absent, Known, Report
from whence.reports.called import called

DIGEST = hashlib.sha256(b"A village changed hands in 2033.").hexdigest()


@pytest.mark.parametrize(
    ("outlet", "url", "origin", "id", "expected"),
    [
        ("The Halm Courier", "https://halm.example/1", "a.txt", "r1", "The Halm Courier"),
        (None, "https://halm.example/1", "a.txt", "r1", "halm.example"),
        (None, "https://[halm/1", "a.txt", "r1", "r1"),
        (None, None, "saved/a.txt", DIGEST[:12], "a.txt"),
        (None, None, "saved/a.txt", f"{DIGEST[:12]}-2", "a.txt"),
        (None, None, "saved/more.jsonl", "r7", "r7"),
        (None, None, "", DIGEST[:12], DIGEST[:12]),
    ],
)
def test_outlet_host_file_or_id(outlet: str | None, url: str | None, origin: str, id: str, expected: str) -> None:
    report = Report(id, "", DIGEST, url=url, outlet=Known(outlet) if outlet else Absent(), origin=origin)
    assert called(report) == expected
