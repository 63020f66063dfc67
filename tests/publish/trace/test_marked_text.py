from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from tests.factory import report
from tests.publish.trace.traces import REPORTS, TEXTS, family
from whence.publish.trace.marked_text import anchor_mention, gather_mentions, mark_text
from whence.publish.trace.register import register_trace
from whence.records import Absent, Assertion, EventType, Mention, Run, Span, Status, Trace

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda at: Span(at[0], at[0] + at[1]))
STATUSES = st.sampled_from(list(Status))


def shown(trace: Trace, id: str) -> tuple[list[str], set[str]]:
    register = register_trace(trace)
    anchors: set[str] = set()
    return [str(words) for _, words in mark_text(id, gather_mentions(register)[id], register, anchors)], anchors


def looks(trace: Trace, id: str) -> list[tuple[str, str]]:
    root = parser.fromstring("<div>" + "".join(shown(trace, id)[0]) + "</div>")
    return [(each.get("class").split()[1], str(each.text_content())) for each in root.find_class("said")]


def plain(paragraph: str) -> str:
    root = parser.fromstring(f"<div>{paragraph}</div>")
    for note in root.find_class("note-of"):
        note.drop_tree()
    return str(root.text_content())


def test_each_passage_is_marked_by_how_it_stands() -> None:
    assert looks(family(), "inland") == [
        ("exaggerated", "120 families"),
        ("exaggerated", " were moved from Nokai"),
        ("garbled", "the river rose by 40 metres"),
        ("added", "Satellite images"),
        ("added", " show that the bridge has collapsed"),
        ("added", "Residents fear that the dam above the town is next"),
    ]


def test_behind_a_passage_stands_its_sign_and_where_it_came_from() -> None:
    root = parser.fromstring("<div>" + "".join(shown(family(), "inland")[0]) + "</div>")
    notes = [(each.text, each.getparent().get("href"), each.get("title")) for each in root.find_class("note-of")]
    assert notes == [
        ("↑α", "#assertion-2", "exaggerated, from α, a lost text; assertion 2"),
        ("≈3", "#assertion-1", "garbled, from 3 Der Küstenbote; assertion 1"),
        ("+α", "#assertion-4", "put in, from α, a lost text; assertion 4"),
        ("+ put in here", "#assertion-5", "put in here; assertion 5"),
    ]


def test_notes_that_say_the_same_at_one_place_are_one() -> None:
    trace = family()
    again = replace(trace.assertions[4], id="a6")
    shown_twice = replace(trace, assertions=(*trace.assertions, again))
    root = parser.fromstring("<div>" + "".join(shown(shown_twice, "inland")[0]) + "</div>")
    last = root.find_class("note-of")[-1]
    assert (last.text, last.getparent().get("href"), last.get("title")) == (
        "+ put in here", "#assertion-5", "put in here; assertion 5, 6",
    )  # fmt: skip


def test_a_changed_reading_is_marked_within_its_passage() -> None:
    root = parser.fromstring("<div>" + "".join(shown(family(), "kuestenbote")[0]) + "</div>")
    assert [str(each.text_content()) for each in root.find_class("changed")] == ["Nokai", "40 Meter"]


def test_every_mention_has_its_anchor() -> None:
    register = register_trace(family())
    wanted = {
        anchor_mention(assertion, number, register) for held in gather_mentions(register).values() for assertion, number, _ in held
    }
    assert set().union(*(shown(family(), each.id)[1] for each in REPORTS)) == wanted


def test_the_graver_of_two_overlapping_passages_gives_the_look() -> None:
    trace = family()
    graver = Mention("coastline", None, Span(4, 10), Status.CONTRADICTED, "gazette")
    first = replace(trace.assertions[0], mentions=(*trace.assertions[0].mentions, graver))
    marked = looks(replace(trace, assertions=(first, *trace.assertions[1:])), "coastline")
    assert marked[:3] == [("faithful", "The "), ("contradicted", "bridge"), ("faithful", marked[2][1])]


def test_a_very_long_text_is_cut_and_says_so() -> None:
    trace = Trace((report("word word\n" * 9000, id="r"),), (), (), (), (), (), Run("0", "hand"))
    paragraphs, _ = shown(trace, "r")
    assert len(paragraphs) == 4001
    assert "[…]" in paragraphs[-1]


@given(st.text("ab \n<&\u202e", max_size=80), st.lists(st.tuples(SPANS, STATUSES), max_size=8))
def test_marks_change_no_character(text: str, spans: list[tuple[Span, Status]]) -> None:
    mentions = tuple(Mention("r", None, span, status) for span, status in spans)
    assertion = Assertion("a", "", EventType.OTHER, Absent(), Absent(), ("w",), mentions)
    trace = Trace((report(text, id="r"),), (), (), (assertion,), (), (), Run("0", "hand"))
    paragraphs, anchors = shown(trace, "r")
    wanted = [line.replace("\u202e", "⟨U+202E⟩") for line in text.split("\n") if line.strip()]
    assert [plain(paragraph) for paragraph in paragraphs] == wanted
    assert sum(paragraph.count('id="mention-') for paragraph in paragraphs) == len(anchors)


def test_the_texts_of_the_family_are_unchanged() -> None:
    for each in REPORTS:
        assert "\n".join(plain(paragraph) for paragraph in shown(family(), each.id)[0]) == TEXTS[each.id]
