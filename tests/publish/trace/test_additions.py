from dataclasses import replace

from tests.factory import span
from tests.publish.trace.traces import INLAND, REPORTS, TEXTS, family, hostile_trace, mention, nothing
from whence.publish.trace.additions import Addition, count_work, find_additions, find_changes
from whence.publish.trace.register import register_trace
from whence.publish.trace.stemma_svg import Work
from whence.records import Absent, Assertion, EventType, Trace, Variation, VariationKind


def found(trace: Trace) -> tuple[Addition, ...]:
    return find_additions(register_trace(trace))


def sentences(trace: Trace) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(each.origin, each.report, each.sentence.cut(TEXTS[each.report]), each.heirs) for each in found(trace)]


def with_assertion(*mentions: object, witnesses: tuple[str, ...] = ()) -> Trace:
    trace = family()
    added = Assertion("a9", "A gloss.", EventType.OTHER, Absent(), Absent(), witnesses, mentions)  # type: ignore[arg-type]
    return replace(trace, assertions=(added,), variations=())


def test_sentences_that_were_put_in_with_where_they_first_stand_and_who_took_them_over() -> None:
    assert sentences(family()) == [
        ("lost1", "inland", "Satellite images show that the bridge has collapsed.", ("seven",)),
        ("inland", "inland", "Residents fear that the dam above the town is next.", ()),
    ]


def test_an_added_claim_and_added_evidence_in_one_sentence_are_one_addition() -> None:
    addition = found(family())[0]
    assert addition.kinds == ("claim", "evidence")
    assert [mark.cut(INLAND) for mark in addition.marks] == [
        "Satellite images show that the bridge has collapsed",
        "Satellite images",
    ]
    assert addition.assertions == ("a4",)


def test_what_a_witness_stands_behind_was_not_put_in() -> None:
    assert found(with_assertion(mention("inland", "120 families", "faithful"), witnesses=("tarn",))) == ()


def test_what_first_stands_at_first_hand_was_not_put_in_though_nobody_is_named() -> None:
    assert (
        found(with_assertion(mention("gazette", "Nobody was hurt"), mention("coastline", "nobody was hurt", "faithful", "gazette")))
        == ()
    )


def test_what_comes_from_a_lost_ancestor_alone_was_put_in_there() -> None:
    trace = with_assertion(
        mention("seven", "Several people were hurt", "faithful", "lost1"), mention("inland", "120 families", "garbled", "lost1")
    )
    assert [(each.origin, each.report, each.heirs) for each in found(trace)] == [("lost1", "inland", ("seven",))]


def test_heirs_are_followed_over_several_steps() -> None:
    trace = with_assertion(
        mention("coastline", "nobody was hurt", "added"),
        mention("kuestenbote", "Zwölf Familien", "faithful", "coastline"),
        mention("inland", "120 families", "faithful", "kuestenbote"),
    )
    assert [(each.report, each.heirs) for each in found(trace)] == [("coastline", ("kuestenbote", "inland"))]


def test_a_reading_that_siblings_share_is_their_lost_ancestors() -> None:
    changes = {change.variation.written: change.origin for change in find_changes(register_trace(family()))}
    assert changes == {"Nokai": "kuestenbote", "40 Meter": "kuestenbote", "120 families": "lost1"}


def test_the_work_of_each_text_is_counted() -> None:
    register = register_trace(family())
    works = count_work(find_additions(register), find_changes(register))
    assert works == {"lost1": Work(1, 1), "inland": Work(1, 0), "kuestenbote": Work(0, 2)}
    assert works["lost1"].signs == "+1 ≈1"
    assert works["lost1"].words == "put in 1 sentence, changed 1 reading"


def test_what_differs_at_first_hand_is_a_change_of_its_report() -> None:
    differing = Variation(VariationKind.CONTRADICTION, "gazette", span(TEXTS["gazette"], "Nobody"), "Nobody", "Two")
    changes = find_changes(register_trace(replace(family(), variations=(differing,))))
    assert [change.origin for change in changes] == ["gazette"]


def test_passages_beyond_a_text_are_left_out() -> None:
    trace = family()
    shorter = tuple(replace(each, text=each.text[:20]) for each in REPORTS)
    assert found(replace(trace, reports=shorter)) == ()


def test_a_hostile_trace_has_its_additions_in_one_order() -> None:
    assert found(hostile_trace()) == found(hostile_trace())
    assert found(nothing()) == ()
