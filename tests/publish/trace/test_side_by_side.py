from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from tests.factory import report, span
from tests.publish.trace.traces import EDGES, family
from whence.publish.trace.register import Register, register_trace
from whence.publish.trace.side_by_side import Side, mark_change, mark_differences, show_parallel, show_parallels
from whence.records import Known, Parallel, Run, Span, Trace

BEFORE = "The road bridge was closed. At least 12 families moved out on Sunday."
AFTER = "The bridge was closed. At least 120 families moved out."


def pair(before: str = BEFORE, after: str = AFTER, language: str = "en") -> Register:
    old, new = report(before, id="old", language="en"), report(after, id="new", language=language)
    return register_trace(Trace((old, new), (), (), (), (), (), Run("0", "hand")))


def sides(shown: dict[str, object]) -> list[Side]:
    found = shown["sides"]
    assert isinstance(found, list)
    return found


def words(side: Side) -> str:
    return str(parser.fromstring(f"<p>{side.words}</p>").text_content())


def marked(side: Side, tag: str) -> list[str]:
    return [str(each.text_content()) for each in parser.fromstring(f"<p>{side.words}</p>").iter(tag)]


def test_what_was_dropped_and_added_is_marked() -> None:
    given_pair = Parallel(
        span(BEFORE, "At least 12 families moved out on Sunday."), span(AFTER, "At least 120 families moved out.")
    )
    shown = show_parallel(given_pair, "old", "new", pair())
    old, new = sides(shown)
    assert marked(old, "del") == ["12", "on Sunday"]
    assert marked(new, "ins") == ["120"]
    assert shown["note"] == ""


def test_the_words_around_a_passage_are_those_of_its_sentence() -> None:
    old, new = sides(show_parallel(Parallel(span(BEFORE, "12 families"), span(AFTER, "120 families")), "old", "new", pair()))
    assert words(old) == "At least 12 families moved out on Sunday."
    assert words(new) == "At least 120 families moved out."
    assert marked(old, "span") == ["At least ", "12 families", " moved out on Sunday."]


def test_two_languages_are_not_compared_word_by_word() -> None:
    shown = show_parallel(Parallel(Span(0, 9), Span(0, 9)), "old", "new", pair(after="Die Brücke ist zu.", language="de"))
    assert shown["note"] == "in two languages, so not compared word by word"
    assert not [each for side in sides(shown) for each in (*marked(side, "del"), *marked(side, "ins"))]
    assert [side.language for side in sides(shown)] == ["en", "de"]


def test_passages_with_hardly_a_word_in_common_are_told_in_other_words() -> None:
    shown = show_parallel(Parallel(Span(0, 26), Span(0, 20)), "old", "new", pair(after="Nobody may cross now."))
    assert shown["note"] == "told in other words"


def test_the_same_words_are_said_to_be_so() -> None:
    assert show_parallel(Parallel(Span(0, 26), Span(0, 26)), "old", "new", pair(after=BEFORE))["note"] == "the same words"


def test_a_side_that_has_nothing_says_why() -> None:
    register = register_trace(family())
    assert sides(show_parallel(Parallel(None, Span(0, 5)), "gazette", "coastline", register))[0].nothing == "nothing here"
    assert sides(show_parallel(Parallel(Span(0, 5), Span(0, 5)), "lost1", "seven", register))[0].nothing == "not at hand"


def test_a_passage_beyond_the_text_is_cut_to_it() -> None:
    old, new = sides(show_parallel(Parallel(Span(0, 9000), Span(8000, 9000)), "old", "new", pair()))
    assert words(old) == BEFORE
    assert new.nothing == "nothing here"


def test_a_very_long_passage_is_cut_and_says_so() -> None:
    long = "closed and " * 400
    old, _ = sides(show_parallel(Parallel(Span(0, len(long)), Span(0, 5)), "old", "new", pair(before=long)))
    assert words(old).startswith("closed and closed")
    assert words(old).endswith("[…]")
    assert len(words(old)) < 1200


def test_the_same_parallel_twice_is_shown_once_and_many_are_counted() -> None:
    register = pair()
    assert show_parallels((Parallel(Span(0, 3), Span(0, 3)),) * 3, "old", "new", register)["more"] == 0
    many = tuple(Parallel(Span(index, index + 3), None) for index in range(20))
    assert show_parallels(many, "old", "new", register)["more"] == 12


def test_every_passage_shown_is_the_reports() -> None:
    register = register_trace(family())
    for edge in EDGES:
        for parallel in (each for piece in edge.because for each in piece.parallels):
            for side, held, id in zip(
                sides(show_parallel(parallel, edge.parent, edge.child, register)), (parallel.parent, parallel.child),
                (edge.parent, edge.child), strict=True,
            ):  # fmt: skip
                assert (held.cut(register.text(id)) if held else "") in words(side)


@given(st.text("abc \u202e\x1b<&>", max_size=40), st.text("abc \u202e\x1b<&>", max_size=40))
def test_nothing_hidden_and_no_markup_gets_through(before: str, after: str) -> None:
    for words_shown in mark_change(before, after):
        assert not {"\u202e", "\x1b"} & set(words_shown)
        assert {each.tag for each in parser.fromstring(f"<p>{words_shown}</p>").iter()} <= {"p", "del", "ins", "span"}


@given(st.text("ab ,1", min_size=1, max_size=40), st.data())
def test_marking_differences_changes_no_character(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    marks = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    shown = parser.fromstring(f"<p>{mark_differences(text, Span(0, len(text)), marks, 'ins')}</p>")
    assert str(shown.text_content()) == text
    assert [str(each.text) for each in shown.iter("ins")] == [mark.cut(text) for mark in marks]


def test_readings_with_nothing_in_common_are_not_marked() -> None:
    assert [str(each) for each in mark_change("38", "83")] == ["38", "83"]
    assert [str(each) for each in mark_change("40 metres", "40 km")] == ["40 <del>metres</del>", "40 <ins>km</ins>"]
    assert isinstance(pair().names.reports["old"].language, Known)
