from collections import Counter
from dataclasses import replace

import pytest

from tests.factory import claim, reading, report, span
from tests.publish.exports.norn import ARRESTED, CLAIMS, TEXT, event, norn
from whence.publish.exports import ExportOptions, Include, Scheme
from whence.publish.exports.rows import find_events, outermost, publisher_of
from whence.records import Certainty, Claim, Degree, EventType, Reading

DEFAULT = ExportOptions()


def claims_of(of: Reading, *include: Include, columns: Scheme = Scheme.ACLED) -> list[tuple[str, list[str]]]:
    found = find_events(of, ExportOptions(columns=columns, include=frozenset(include)))
    return [(str(each.status), [claim.id for claim in (*each.claims, *each.denials)]) for each in found.events]


def test_a_row_is_an_event_that_is_told_to_have_happened() -> None:
    assert claims_of(norn()) == [
        ("told", ["c1", "c2"]),
        ("told", ["c3", "c4"]),
        ("told", ["c8"]),
        ("told", ["c9"]),
        ("told", ["c12"]),
    ]


def test_what_is_left_out_is_counted() -> None:
    left_out = find_events(norn(), DEFAULT).left_out
    assert left_out == Counter({"denied": 1, "speculation": 1, "background": 1, "uncoded": 1})


@pytest.mark.parametrize(("include", "id"), [(Include.DENIED, "c5"), (Include.SPECULATION, "c6"), (Include.BACKGROUND, "c7")])
def test_what_is_left_out_comes_back_where_it_is_asked_for(include: Include, id: str) -> None:
    assert (str(include), [id]) in claims_of(norn(), include)
    assert str(include) not in find_events(norn(), ExportOptions(include=frozenset({include}))).left_out


def test_rows_stand_in_the_order_of_the_text() -> None:
    ids = [ids[0] for _, ids in claims_of(norn(), *Include)]
    assert ids == ["c1", "c3", "c5", "c6", "c7", "c8", "c9", "c12"]


def test_ucdp_has_rows_of_force_alone() -> None:
    assert [ids for _, ids in claims_of(norn(), columns=Scheme.UCDP)] == [["c3", "c4"], ["c8"], ["c9"]]


def test_what_nobody_commits_to_is_speculation() -> None:
    asked = replace(CLAIMS[-1], certainties=(Certainty(Degree.UNCOMMITTED),))
    assert find_events(norn(asked), DEFAULT).left_out == Counter({"speculation": 1})
    unread = replace(CLAIMS[-1], certainties=())
    assert len(find_events(norn(unread), DEFAULT).events) == 1


def test_assessments_and_claims_without_an_event_are_no_rows() -> None:
    plain = claim(TEXT, "The loss of Selfoss is a heavy blow")
    found = find_events(norn(plain, CLAIMS[9]), DEFAULT)
    assert found.events == ()
    assert found.left_out == Counter()


def test_an_event_keeps_its_id_and_no_two_share_one() -> None:
    ids = [each.id for each in find_events(norn(), DEFAULT).events]
    assert ids == [each.id for each in find_events(norn(), DEFAULT).events]
    assert len(set(ids)) == len(ids)
    elsewhere = replace(norn(), report=replace(norn().report, id="other"))
    assert not set(ids) & {each.id for each in find_events(elsewhere, DEFAULT).events}


def test_the_surest_of_those_nearest_the_event_counts() -> None:
    def sure(id: str, degree: Degree) -> Claim:
        return replace(CLAIMS[-1], id=id, certainties=(Certainty(degree),))

    (one,) = find_events(norn(sure("a", Degree.POSSIBLE), sure("b", Degree.PROBABLE)), DEFAULT).events
    assert one.degree is Degree.PROBABLE


def test_notes_do_not_say_a_passage_within_another_twice() -> None:
    shelling = find_events(norn(), DEFAULT).events[1]
    assert shelling.notes.startswith("Coast artillery shelled SelFos overnight")
    assert shelling.notes.endswith("Oda Marn, the mayor, said.")
    assert shelling.notes.count("three children") == 1
    inner, outer, apart = span(TEXT, "troops"), span(TEXT, "Norn troops withdrew"), span(TEXT, "Talks")
    assert outermost([inner, apart, outer, outer]) == (outer, apart)


def test_a_passage_outside_of_every_sentence_stands_for_itself() -> None:
    assert find_events(norn(sentences=()), DEFAULT).events[0].notes == "Norn troops withdrew from Selfoss on Saturday"


def test_notes_are_cut_at_what_a_spreadsheet_holds() -> None:
    text = "Two men were arrested. " * 4000
    long = claim(text, text, event=event(EventType.DETENTION, "arrested", ARRESTED), certainties=(Certainty(Degree.CERTAIN),))
    (row,) = find_events(reading(text, long), DEFAULT).events
    assert 30_000 < len(row.notes) <= 32_000


@pytest.mark.parametrize(
    ("outlet", "url", "publisher"),
    [
        ("The Halden Gazette", "https://other.example/", "The Halden Gazette"),
        (None, "https://www.halden.example/a?b", "www.halden.example"),
        (None, "http://[broken", ""),
        (None, None, ""),
    ],
)
def test_who_published_is_the_outlet_or_the_host(outlet: str | None, url: str | None, publisher: str) -> None:
    assert publisher_of(report("Text.", outlet=outlet, url=url)) == publisher
