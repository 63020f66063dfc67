from hypothesis import given
from hypothesis import strategies as st

from tests.factory import claim, reading, source, span
from whence.publish.segments import Part, cut_paragraphs
from whence.records import Claim, Reading, Source, SourceKind, Span, TimeExpression, TimeKind, Toponym

TEXT = "The paper said the mayor said the mill burned.\nThe ferry is back."
paper = source(TEXT, "The paper", "media")
mayor = source(TEXT, "the mayor", "official")
OUTER = claim(TEXT, "the mayor said the mill burned", chain=(paper,), cue=Span(10, 14))
INNER = claim(TEXT, "the mill burned", chain=(paper, mayor), cue=Span(25, 29))


def shown(given: Reading) -> list[tuple[str, tuple[int, ...]]]:
    segments = (segment for paragraph in cut_paragraphs(given) for segment in paragraph.segments)
    return [(segment.span.cut(given.report.text), segment.claims(Part.PASSAGE)) for segment in segments]


def test_nested_passages_are_cut_at_every_border_innermost_first() -> None:
    assert shown(reading(TEXT, OUTER, INNER)) == [
        ("The paper", ()), (" ", ()), ("said", ()), (" ", ()), ("the mayor", (0,)), (" ", (0,)), ("said", (0,)), (" ", (0,)),
        ("the mill burned", (1, 0)), (".", ()), ("The ferry is back.", ()),
    ]  # fmt: skip


def test_overlapping_passages_share_the_stretch_that_both_cover() -> None:
    left, right = Claim("a", (Span(0, 9),)), Claim("b", (Span(4, 20),))
    assert shown(reading("The mill burned all night.", left, right)) == [
        ("The ", (0,)), ("mill ", (0, 1)), ("burned all ", (1,)), ("night.", ()),
    ]  # fmt: skip


def test_a_passage_over_paragraphs_goes_on_in_the_next() -> None:
    assert shown(reading(TEXT, Claim("a", (Span(42, 50),))))[1:] == [("ned.", (0,)), ("The", (0,)), (" ferry is back.", ())]


def test_source_and_cue_know_their_claims() -> None:
    first, *_ = cut_paragraphs(reading(TEXT, OUTER, INNER))
    assert first.segments[0].claims(Part.SOURCE) == (1, 0)
    assert first.segments[2].claims(Part.CUE) == (0,)


def test_a_place_and_a_time_are_marked_and_belong_to_no_claim() -> None:
    place, time = Toponym(span(TEXT, "the mill"), "the mill"), TimeExpression(span(TEXT, "The", nth=1), "The", TimeKind.DATE)
    segments = [
        segment
        for paragraph in cut_paragraphs(reading(TEXT, INNER, places=(place,), times=(time,)))
        for segment in paragraph.segments
    ]
    (named,) = [segment for segment in segments if segment.innermost(Part.PLACE)]
    (timed,) = [segment for segment in segments if segment.innermost(Part.TIME)]
    assert (named.span.cut(TEXT), named.claims()) == ("the mill", (0,))
    assert (timed.span.cut(TEXT), timed.claims()) == ("The", ())


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(st.text("ab \n", min_size=1, max_size=60))

    def spans() -> tuple[Span, ...]:
        starts = draw(st.lists(st.integers(0, len(text) - 1), min_size=1, max_size=2))
        return tuple(Span(start, draw(st.integers(start + 1, len(text)))) for start in starts)

    claims = [
        Claim(f"c{number}", spans(), chain=(Source(SourceKind.OTHER, spans()[0], ""),), cue=spans())
        for number in range(draw(st.integers(0, 4)))
    ]
    named = draw(st.lists(st.sampled_from(spans()), max_size=2))
    return reading(text, *claims, places=tuple(Toponym(span, span.cut(text)) for span in named))


@given(readings())
def test_segments_give_every_paragraph_back_unchanged(given: Reading) -> None:
    text = given.report.text
    paragraphs = cut_paragraphs(given)
    assert [paragraph.span.cut(text) for paragraph in paragraphs] == [line for line in text.split("\n") if line.strip()]
    for paragraph in paragraphs:
        assert "".join(segment.span.cut(text) for segment in paragraph.segments) == paragraph.span.cut(text)


@given(readings())
def test_a_segment_belongs_to_the_claims_that_cover_it(given: Reading) -> None:
    for paragraph in cut_paragraphs(given):
        for segment in paragraph.segments:
            covering = {n for n, each in enumerate(given.claims) if any(span.covers(segment.span) for span in each.passages)}
            touching = {n for n, each in enumerate(given.claims) if any(span.overlaps(segment.span) for span in each.passages)}
            assert set(segment.claims(Part.PASSAGE)) == covering == touching
