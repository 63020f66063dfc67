"""Do mentions of one event in several reports fall into one assertion? CoNLL F1 on ECB+, beside the same-head-lemma rule.

    python bench/lineage.py --ecb DEV.jsonl.gz

ECB+ (Cybulska & Vossen, "Using a Sledgehammer to Crack a Nut? Lexical Diversity and Event Coreference Resolution", 2014) marks
coreferent events in reports on the same topic; each topic holds two incidents of a kind. Measured are gold mentions of events
(actions, also denied ones) in the sentences that its makers checked, over each topic together, with and without those that corefer
with none. A mention without a chain is alone.

*same head lemma*: two mentions of a topic corefer if their heads have the same lemma. *collation*: a mention that is the trigger of
a claim falls to the claim's assertion. Another falls, by the lemma of its head, to the assertion whose passage covers it: what
corefers with it there is the same word in an aligned passage. What no claim covers is alone.

The files hold tokens; the text is put together from them without the line of the address that comes first in some.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from bench.coreference import Clusters, clusters_by, conll, measures, without_singletons
from bench.families import Json, reader
from bench.lineage_score import Measure
from bench.lineage_trace import lacking
from whence.records import Known, Reading, Report, Span

COLLATION = "whence.collation.assertions"

CLOSING = frozenset(
    {"!", "%", "'", "''", ")", ",", ".", ":", ";", "?", "]", "”", "’", "n't", "'d", "'ll", "'m", "'re", "'s", "'ve"}
)
"""Tokens that stand close to the one before."""

OPENING = frozenset({"$", "(", "[", "``", "“", "‘"})
"""Tokens that stand close to the one behind."""

WRITTEN = {"``": "“", "''": "”"}


@dataclass(frozen=True, slots=True)
class Event:
    """A gold mention of an event: its place in the text, and the chain it is in, None where it is alone."""

    id: str
    span: Span
    chain: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """A report of ECB+ with the events that its makers checked."""

    id: str
    topic: int
    text: str
    events: tuple[Event, ...]

    @property
    def report(self) -> Report:
        """Return it as a report of which nothing but the text and its language is known."""
        return Report(self.id, self.text, hashlib.sha256(self.text.encode()).hexdigest(), language=Known("en"))


def load(path: Path) -> list[Article]:
    """Return the reports of one split."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [article_of(json.loads(line)) for line in lines]


def article_of(row: Json) -> Article:
    """Return the report of one line."""
    skipped = {0} if row["tokens"][0][1].startswith("http") else set()
    text, places = join(row["tokens"], skipped)
    checked = set(row["validated_sentences"])
    events = []
    for number, mention in enumerate(row["mentions"]):
        held = [token for token in mention["tokens"] if token in places]
        if "ACTION" in mention["type"] and held and row["tokens"][held[0]][0] in checked:
            span = Span(places[min(held)].start, places[max(held)].end)
            events.append(Event(f"{row['id']}/{number}", span, mention["chain"]))
    return Article(row["id"], row["topic"], text, tuple(events))


def join(tokens: Sequence[tuple[int, str]], skipped: set[int]) -> tuple[str, dict[int, Span]]:
    """Return a text of the tokens, a paragraph a sentence, without those in `skipped`, and where each token stands in it."""
    text, places, last, close = "", dict[int, Span](), None, True
    for number, (sentence, token) in enumerate(tokens):
        if sentence in skipped:
            continue
        if last is not None and sentence != last:
            text, close = text + "\n", True
        word = WRITTEN.get(token, token)
        text += "" if close or token in CLOSING else " "
        places[number] = Span(len(text), len(text) + len(word))
        text, last, close = text + word, sentence, token in OPENING
    return text, places


def head_lemmas(article: Article) -> dict[str, str]:
    """Return the lemma of each event's head, in small letters."""
    doc = reader().engine.analyse(article.text)
    lemmas = {}
    for event in article.events:
        words = doc.char_span(event.span.start, event.span.end, alignment_mode="expand")
        if words is not None:
            lemmas[event.id] = (words.root.lemma_ or words.root.text).casefold()
    return lemmas


def same_lemma(articles: Iterable[Article], lemmas: Mapping[str, str]) -> dict[Hashable, Hashable]:
    """Return each event under its topic and head lemma."""
    return {event.id: (article.topic, lemmas[event.id]) for article in articles for event in article.events}


def collate(readings: Sequence[Reading]) -> dict[tuple[str, str], int]:
    """Return the cluster of each claim, claims by the id of their report and their own: where the bench touches collation."""
    comparison = import_module("whence.collation.comparison").Comparison(readings)
    clusters = import_module(COLLATION).cluster(comparison)
    units = comparison.material.units
    return {
        (readings[units[unit].report].report.id, claim): number
        for number, members in enumerate(clusters)
        for unit in members
        for claim in units[unit].claims
    }


def collated(articles: Sequence[Article], lemmas: Mapping[str, str]) -> dict[Hashable, Hashable]:
    """Return each event under the assertion that it falls to, topic by topic."""
    by_topic: dict[int, list[Article]] = defaultdict(list)
    for article in articles:
        by_topic[article.topic].append(article)
    keys: dict[Hashable, Hashable] = {}
    for topic, members in sorted(by_topic.items()):
        readings = [reader().read(article.report) for article in members]
        assertions = collate(readings)
        for article, reading in zip(members, readings, strict=True):
            for event in article.events:
                keys[event.id] = (topic, key_of(event, reading, assertions, lemmas[event.id]))
    return keys


def key_of(event: Event, reading: Reading, assertions: Mapping[tuple[str, str], int], lemma: str) -> Hashable:
    """Return what an event falls to: an assertion, a word of an assertion, or nothing but itself."""
    claims = [(claim, assertions.get((reading.report.id, claim.id))) for claim in reading.claims]
    told = [
        assertion
        for claim, assertion in claims
        if assertion is not None and claim.event and claim.event.trigger.overlaps(event.span)
    ]
    if told:
        return told[0]
    covering = [
        (len(passage), assertion)
        for claim, assertion in claims
        for passage in claim.passages
        if assertion is not None and passage.covers(event.span)
    ]
    return (min(covering)[1], lemma) if covering else ("alone", event.id)


def gold_clusters(articles: Iterable[Article]) -> Clusters:
    """Return the clusters of ECB+, events without a chain alone."""
    return clusters_by({event.id: event.chain or ("alone", event.id) for article in articles for event in article.events})


def lines(name: str, gold: Clusters, predicted: Clusters) -> Iterator[str]:
    """Yield the figures of one system, with and without singletons."""
    for kind, ours, theirs in (
        ("all", gold, predicted),
        ("no singletons", without_singletons(gold), without_singletons(predicted)),
    ):
        found = measures(ours, theirs)
        each = "  ".join(f"{measure} {in_words(value)}" for measure, value in found.items())
        yield f"{name:<16} {kind:<14} CoNLL F1 {conll(found):.3f}   {each}"


def in_words(measure: Measure) -> str:
    """Return the figures of one measure."""
    return f"P {measure.precision.value:.3f} R {measure.recall.value:.3f} F1 {measure.f1:.3f}"


def main(path: Path) -> int:
    """Measure, print, and return the exit status."""
    articles = load(path)
    gold = gold_clusters(articles)
    lemmas = {id: lemma for article in articles for id, lemma in head_lemmas(article).items()}
    chains = len(without_singletons(gold))
    print(f"{len(articles)} reports, {len(lemmas)} mentions of events, {chains} chains, {len(gold) - chains} alone")
    print(*lines("same head lemma", gold, clusters_by(same_lemma(articles, lemmas))), sep="\n", flush=True)
    if absent := lacking(COLLATION):
        print(f"collation: skipped, {absent} is not here", file=sys.stderr)
        return 1
    print(*lines("collation", gold, clusters_by(collated(articles, lemmas))), sep="\n")
    return 0
