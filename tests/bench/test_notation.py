import pytest

from bench import notation
from bench.gate import rows


def cut(row: dict[str, object], role: str, *, number: int = 0) -> list[str]:
    text, attributions = row["text"], row["attributions"]
    assert isinstance(text, str)
    assert isinstance(attributions, list)
    return [text[start:end] for start, end in attributions[number][role]]


def test_brackets_become_offsets() -> None:
    row = notation.attributions("p", "[x1 It rains,] [s1 she] [c1 said]. [x1 It pours.]")
    assert row["text"] == "It rains, she said. It pours."
    assert cut(row, "source") == ["she"]
    assert cut(row, "content") == ["It rains,", "It pours."]


def test_brackets_may_stand_in_brackets_and_belong_to_two() -> None:
    row = notation.attributions("p", "[s1,2 He] [c1 said] [x1 [s3 they] [c3 know] [x3 it]] and [c2 added] [x2 more].")
    assert row["text"] == "He said they know it and added more."
    assert cut(row, "content") == ["they know it"]
    assert cut(row, "source", number=1) == ["He"]
    assert cut(row, "content", number=2) == ["it"]


@pytest.mark.parametrize(("inside", "content"), [(True, "that it rains"), (False, "it rains")])
def test_the_side_of_a_complementiser_is_one_switch(monkeypatch: pytest.MonkeyPatch, *, inside: bool, content: str) -> None:
    monkeypatch.setattr(notation, "COMPLEMENTISER_IN_CONTENT", inside)
    row = notation.attributions("p", "[s1 She] [c1 said] [x1 ^that it rains].")
    assert row["text"] == "She said that it rains."
    assert cut(row, "content") == [content]


@pytest.mark.parametrize("marked", ["[s1 She said", "She] said", "[z1 She] said", "[x1 ^if it rains]", "^that it rains"])
def test_broken_marks_are_refused(marked: str) -> None:
    with pytest.raises(notation.NotationError, match="passage 'p'"):
        notation.attributions("p", marked)


@pytest.mark.parametrize("name", sorted(notation.compiled()))
def test_the_compiled_gold_is_up_to_date(name: str) -> None:
    stored = (notation.GOLD / name).read_text(encoding="utf-8")
    assert stored == notation.compiled()[name], "run python bench/notation.py"


def test_every_attribution_of_the_gold_has_a_cue_and_a_content() -> None:
    for row in rows("attributions.jsonl"):
        for attribution in row["attributions"]:
            assert attribution["cue"], row["id"]
            assert attribution["content"], row["id"]


def test_no_gold_span_begins_or_ends_with_space() -> None:
    for row in rows("attributions.jsonl"):
        spans = [span for attribution in row["attributions"] for role in attribution.values() for span in role]
        texts = [row["text"][start:end] for start, end in spans]
        assert [text for text in texts if text != text.strip() or not text] == []
