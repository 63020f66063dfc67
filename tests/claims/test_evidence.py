"""What claims are said to rest on, from trees and chains built by hand."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.claims import evidence_sentences as told
from tests.claims.docs import doc
from tests.factory import report, source, span
from whence.claims.evidence import find_evidence
from whence.claims.evidence.words import ORDER, evidence_words
from whence.language.tables import read_table
from whence.records import (
    Absent,
    Evidence,
    EvidenceKind,
    Interval,
    Known,
    Precision,
    Source,
    SourceKind,
    Span,
    TimeExpression,
    TimeKind,
    value_or_none,
)


def find(
    notation: str,
    *words: str,
    chain: tuple[Source, ...] = (),
    cue: str = "",
    dates: tuple[str, ...] = (),
    links: tuple[str, ...] = (),
    outlet: str | None = None,
) -> tuple[Evidence, ...]:
    made = doc(notation)
    text = made.text
    day = datetime.fromisoformat("2031-05-03")
    known = Known(Interval(day, day + timedelta(days=1), Precision.DAY))
    times = [TimeExpression(span(text, each), each, TimeKind.DATE, known) for each in dates]
    passages = tuple(span(text, each) for each in words or (text,))
    cues = (span(text, cue),) if cue else ()
    found = find_evidence(made, report(text, links=links, outlet=outlet), passages, chain, cues, Span(0, len(text)), times)
    assert all(each.text == each.span.cut(text) and each.because for each in found)
    return found


def text_of(notation: str) -> str:
    return doc(notation).text


def told_of(found: tuple[Evidence, ...]) -> list[tuple[str, str, str | None, bool]]:
    return [(each.kind.value, each.text, value_or_none(each.holder), each.checkable) for each in found]


RELEASED = text_of(told.RELEASED)
IMAGERY = source(RELEASED, "Imagery released by the ministry on 3 May", SourceKind.IMAGERY)
MINISTRY = source(RELEASED, "the ministry", SourceKind.OFFICIAL, name="Ministry of Halm", named=True)


def test_imagery_with_its_holder_and_day_could_be_looked_up() -> None:
    (found,) = find(told.RELEASED, "the depot burned", chain=(MINISTRY, IMAGERY), cue="shows", dates=("3 May",))
    assert told_of((found,)) == [("imagery", "Imagery released by the ministry on 3 May", "Ministry of Halm", True)]
    assert {reason.kind for reason in found.because} == {"source", "holder", "date"}


def test_without_a_day_it_could_not_and_it_is_told_what_is_missing() -> None:
    (found,) = find(told.RELEASED, "the depot burned", chain=(MINISTRY, IMAGERY), cue="shows")
    assert not found.checkable
    assert "no date or title, no link" in found.because[-1].detail


def test_a_link_to_its_holder_is_enough() -> None:
    links = ("https://example.org/", "https://www.ministry.halm.example/pictures")
    (found,) = find(told.RELEASED, "the depot burned", chain=(IMAGERY,), cue="shows", links=links)
    assert found.checkable
    assert links[1] in next(reason.detail for reason in found.because if reason.kind == "linked")


def test_things_joined_by_and_are_two() -> None:
    found = find(told.CONFIRMED)
    assert told_of(found) == [("imagery", "imagery", None, False), ("intercept", "intercepted calls", None, False)]
    assert isinstance(found[0].holder, Absent)
    assert "no holder" in found[0].because[-1].detail


def test_sources_beside_one_another_are_each_told_once() -> None:
    text = text_of(told.CONFIRMED)
    calls = source(text, "intercepted calls", SourceKind.INTERCEPT)
    pictures = source(text, "imagery", SourceKind.IMAGERY, beside=(calls,))
    found = find(told.CONFIRMED, "The retreat", chain=(pictures,), cue="confirmed")
    assert [(each.kind, each.text) for each in found] == [
        (EvidenceKind.IMAGERY, "imagery"),
        (EvidenceKind.INTERCEPT, "intercepted calls"),
    ]


def test_a_video_in_which_somebody_speaks_is_theirs() -> None:
    speaker = source(text_of(told.ADDRESS), "Tolvanen", SourceKind.PERSON, name="Mara Tolvanen", named=True)
    found = find(told.ADDRESS, "the bridge fell", chain=(speaker,), cue="said")
    assert told_of(found) == [("video", "a video address", "Mara Tolvanen", False)]


def test_figures_are_statistics_of_those_who_give_them() -> None:
    figures = source(text_of(told.FIGURES), "figures from the Halm Institute", SourceKind.DOCUMENT)
    found = find(told.FIGURES, "300 families left", chain=(figures,), cue="According to")
    assert told_of(found) == [("statistics", "figures from the Halm Institute", "the Halm Institute", False)]


def test_a_reporter_at_the_scene_was_there() -> None:
    assert told_of(find(told.REPORTER)) == [
        ("presence", "A Sorn Wire reporter at the scene", "A Sorn Wire reporter at the scene", False)
    ]


def test_witnesses_were_there_as_a_source() -> None:
    witnesses = source(text_of(told.WITNESSES), "Witnesses", SourceKind.RESIDENT)
    (found,) = find(told.WITNESSES, "the market burned", chain=(witnesses,), cue="said")
    assert (found.kind, found.text, found.checkable) == (EvidenceKind.PRESENCE, "Witnesses", False)


@pytest.mark.parametrize("links", [(), ("https://halmgazette.example/memo",)])
def test_a_leaked_memo_is_kept_from_readers_even_where_its_holder_is_linked(links: tuple[str, ...]) -> None:
    text = text_of(told.MEMO)
    paper = source(text, "the Halm Gazette", SourceKind.MEDIA, name="Halm Gazette", named=True)
    memo = source(text, "a leaked memo seen by the Halm Gazette", SourceKind.DOCUMENT)
    found = find(told.MEMO, "the guard withdrew", chain=(paper, memo), cue="According to", links=links)
    assert told_of(found) == [
        ("document", memo.text, "Halm Gazette", False),
        ("outlet", paper.text, "Halm Gazette", bool(links)),
    ]
    assert "leaked" in found[0].because[-1].detail


def test_who_publishes_has_it() -> None:
    found = find(told.PUBLISHED)
    assert told_of(found) == [("video", "drone footage of the attack", "The ministry", False)]


def test_another_outlet_with_the_day_of_its_report_could_be_looked_up() -> None:
    paper = source(text_of(told.REPORTED), "The Halm Gazette", SourceKind.MEDIA, name="Halm Gazette", named=True)
    passage = "the guard withdrew"
    assert told_of(find(told.REPORTED, passage, chain=(paper,), cue="reported", dates=("3 May",))) == [
        ("outlet", "The Halm Gazette", "Halm Gazette", True)
    ]
    assert not find(told.REPORTED, passage, chain=(paper,), cue="reported")[0].checkable


def test_the_reports_own_outlet_is_no_evidence() -> None:
    paper = source(text_of(told.REPORTED), "The Halm Gazette", SourceKind.MEDIA, name="Halm Gazette", named=True)
    assert find(told.REPORTED, "the guard withdrew", chain=(paper,), cue="reported", outlet="The Halm Gazette") == ()


def test_the_name_before_pictures_is_their_makers() -> None:
    pictures = source(text_of(told.LABS), "Planet Labs images from 3 May", SourceKind.IMAGERY)
    found = find(told.LABS, "the bridge", chain=(pictures,), cue="show", dates=("3 May",))
    assert told_of(found) == [("imagery", "Planet Labs images from 3 May", "Planet Labs", True)]


def test_a_post_is_found_by_a_link_to_its_platform_that_is_not_for_sharing() -> None:
    post = source(text_of(told.POST), "a post on Telegram", SourceKind.SOCIAL)
    (found,) = find(told.POST, "Tanks left Dravik", chain=(post,), cue="says", links=("https://t.me/halm/12",))
    assert (found.kind, found.checkable) == (EvidenceKind.SOCIAL, True)
    (found,) = find(told.POST, "Tanks left Dravik", chain=(post,), cue="says", links=("https://t.me/share/url?url=x",))
    assert not found.checkable


def test_things_that_show_nothing_are_no_evidence() -> None:
    assert find(told.BURNED) == ()


def test_evidence_of_the_next_clause_is_not_this_ones() -> None:
    assert find(told.TWO, "The army left") == ()
    assert [each.text for each in find(told.TWO, "imagery shows that the bridge burned")] == ["imagery"]


def test_people_are_no_evidence_by_their_word() -> None:
    assert find(told.BURNED, chain=(source(text_of(told.BURNED), "The guard", SourceKind.PARTY),)) == ()


def test_a_source_that_is_only_understood_has_no_passage_to_show() -> None:
    paper = source(text_of(told.BURNED), "Halm Gazette", SourceKind.MEDIA, named=True, understood=True)
    assert find(told.BURNED, chain=(paper,)) == ()


def test_without_a_tree_the_chain_alone_is_heard() -> None:
    made = doc(told.RELEASED, tree=False)
    found = find_evidence(made, report(made.text), (span(made.text, "the depot"),), (IMAGERY,), (), Span(0, len(made.text)), ())
    assert [each.kind for each in found] == [EvidenceKind.IMAGERY]


def test_no_word_is_in_two_lists_of_nouns() -> None:
    table = read_table("english", "evidence.toml")
    nouns = [word for name in ORDER for word in table[name]["nouns"]]
    assert len(nouns) == len(set(nouns)) == len(evidence_words().nouns)


def test_what_is_called_leaked_before_stays_so() -> None:
    text = text_of(told.BURNED)
    memo = source(text, "the records", SourceKind.DOCUMENT, name="leaked records of the guard")
    (found,) = find(told.BURNED, chain=(memo,), dates=("guard",))
    assert (found.checkable, found.because[-1].kind) == (False, "kept from readers")


def test_an_owner_has_it_and_a_month_does_not() -> None:
    assert [value_or_none(each.holder) for each in find(told.CITY)] == ["The mayor"]
    assert [value_or_none(each.holder) for each in find(told.MAY)] == [None]
