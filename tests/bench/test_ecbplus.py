import gzip
import json
from pathlib import Path

import pytest

from bench.ecbplus import Event, article_of, gold_clusters, head_lemmas, join, key_of, load, main, same_lemma
from tests.factory import claim, reading, span
from whence.records import Event as Told
from whence.records import EventType

WORDS = "http : / / x . example|Orvik 's guards left Venna .|`` They did n't stop , '' said Ms Tarn ( aged 40 ) .|Two left it ."


def row(id: str = "9_1ecbplus", topic: int = 9) -> dict[str, object]:
    """Return a line in the form of the files, with an event in every sentence but the first."""
    tokens = [[number, word] for number, sentence in enumerate(WORDS.split("|")) for word in sentence.split()]
    words = [word for _, word in tokens]

    def mention(word: str, kind: str, chain: str | None, *, last: bool = False) -> dict[str, object]:
        at = len(words) - 1 - words[::-1].index(word) if last else words.index(word)
        return {"type": kind, "tokens": [at], "chain": chain}

    return {
        "topic": topic,
        "id": id,
        "tokens": tokens,
        "validated_sentences": [1, 2],
        "mentions": [
            mention("left", "ACTION_OCCURRENCE", "ACT1"),
            mention("stop", "NEG_ACTION_OCCURRENCE", None),
            mention("Tarn", "HUMAN_PART_PER", "HUM1"),
            mention("left", "ACTION_OCCURRENCE", "ACT1", last=True),
            mention("http", "ACTION_OCCURRENCE", None),
        ],
    }


def test_tokens_are_joined_as_they_are_written_and_keep_their_places() -> None:
    article = article_of(row())
    assert article.text == "Orvik's guards left Venna.\n“They didn't stop,” said Ms Tarn (aged 40).\nTwo left it."
    _, places = join([(0, "Two"), (0, "left"), (1, "it"), (1, ".")], set())
    assert [(each.start, each.end) for each in places.values()] == [(0, 3), (4, 8), (9, 11), (11, 12)]


def test_events_are_actions_in_checked_sentences_denied_ones_too() -> None:
    article = article_of(row())
    assert [event.span.cut(article.text) for event in article.events] == ["left", "stop"]


def test_an_event_without_a_chain_is_alone() -> None:
    sizes = [len(cluster) for cluster in gold_clusters([article_of(row()), article_of(row("9_2ecb"))])]
    assert sorted(sizes) == [1, 1, 2]


def test_same_lemma_keeps_topics_apart() -> None:
    articles = [article_of(row()), article_of(row("8_1ecb", topic=8))]
    lemmas = {event.id: "leave" for article in articles for event in article.events}
    assert set(same_lemma(articles, lemmas).values()) == {(9, "leave"), (8, "leave")}


def test_the_lemma_is_that_of_the_head() -> None:
    article = article_of(row())
    assert list(head_lemmas(article).values()) == ["leave", "stop"]


def test_an_event_falls_to_the_claim_that_it_triggers_or_to_the_passage_that_covers_it() -> None:
    text = "Tarn said that the guards left Venna. Nobody stayed."
    whole = claim(text, "that the guards left Venna", id="c1", event=Told(EventType.WITHDRAWAL, span(text, "left")))
    spoken = claim(text, "Tarn said that the guards left Venna", id="c2")
    told = reading(text, whole, spoken)
    assertions = {("r1", "c1"): 0, ("r1", "c2"): 1}

    def key(words: str) -> object:
        return key_of(Event("e", span(text, words), None), told, assertions, "lemma")

    assert key("left") == 0
    assert key("guards") == (0, "lemma")
    assert key("said") == (1, "lemma")
    assert key("stayed") == ("alone", "e")


def test_a_split_is_loaded_and_the_rule_scores_one_where_lemmas_tell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "split.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        for each in (row(), row("9_2ecb")):
            lines.write(json.dumps(each) + "\n")
    assert len(load(path)) == 2
    main(path)
    printed = capsys.readouterr().out
    assert "2 reports, 4 mentions of events, 1 chains, 2 alone" in printed
    assert "same head lemma" in printed
