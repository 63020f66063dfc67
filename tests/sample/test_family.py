"""The family that comes with the package: what users are shown and what it is measured against are one and the same."""

import json
from datetime import datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from whence.records import Known, Report
from whence.reports import load

GOLD = Path(__file__).parent.parent.parent / "bench" / "gold" / "lineage" / "sample.json"
KEYS = ("id", "url", "outlet", "published_at", "language", "headline", "text")
SAMPLE = files("whence") / "sample"


@pytest.fixture(name="family")
def gold() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(GOLD.read_text(encoding="utf-8"))
    return found


def rows() -> list[dict[str, str]]:
    return [json.loads(line) for line in (SAMPLE / "family.jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_gold_tells_of_the_very_reports_that_are_packaged(family: dict[str, Any]) -> None:
    assert rows() == [{key: document[key] for key in KEYS} for document in family["documents"] if not document["withheld"]]


def test_every_report_can_be_told_for_invented(family: dict[str, Any]) -> None:
    assert family["synthetic"] is True
    for row in rows():
        assert urlsplit(row["url"]).hostname is not None
        assert str(urlsplit(row["url"]).hostname).endswith(".example")
        assert "2032" in row["text"]
        assert row["published_at"].startswith("2032-")
    assert "Everything in this folder is invented" in (SAMPLE / "README.md").read_text(encoding="utf-8")


def test_whence_loads_them_as_they_are_written() -> None:
    with as_file(SAMPLE / "family.jsonl") as path:
        reports = [each for each in load([path]) if isinstance(each, Report)]
    assert [(each.id, each.text) for each in reports] == [(row["id"], row["text"]) for row in rows()]
    assert [each.language.value for each in reports if isinstance(each.language, Known)] == [row["language"] for row in rows()]


def test_a_text_is_later_than_those_it_was_written_from(family: dict[str, Any]) -> None:
    at = {document["id"]: datetime.fromisoformat(document["published_at"]) for document in family["documents"]}
    assert all(at[parent] < at[document["id"]] for document in family["documents"] for parent in document["parents"])


def test_the_gold_points_into_the_texts(family: dict[str, Any]) -> None:
    documents = {document["id"]: document for document in family["documents"]}
    for claim in family["claims"]:
        assert claim["first"] in {each["document"] for each in claim["in"]}
        for each in claim["in"]:
            assert each["sentence"] in documents[each["document"]]["text"]
            assert each["parent"] in {None, *documents[each["document"]]["parents"]}
    for garble in family["garbles"]:
        for document in (garble["document"], *garble["inherited_by"]):
            assert garble["written"] in documents[document]["text"]
