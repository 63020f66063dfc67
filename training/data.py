"""From the public data sets to one form: texts as words with the labels that each set has.

Enters: a folder with `polnear`, `ud` and `ner` as their projects publish them (gzip). Leaves: `Example`s. No label is
invented: what a set does not tell is None and costs nothing in training.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.lang.en import English

from whence.language.english.features import gap_of

ROLES = ("source", "cue", "content")
GUM_LEFT_OUT = ("fiction", "whow", "reddit")
"""Genres of GUM whose texts are under a non-commercial licence."""

GUM_NAMES = {"person": "PER", "organization": "ORG", "place": "LOC"}
UNKNOWN = "?"
"""A word of which a set does not tell whether it is in a name: it costs nothing in training."""

ENTITY_MARKS = re.compile(r"(\()([^()]*)|([^()]*)\)")
"""One opening or closing bracket of GUM's notation: "(3-person-…" opens, ")" closes the last, "3)" closes number 3."""

PROPER = frozenset({"NNP", "NNPS"})
TITLES = frozenset(
    [
        *("president", "minister", "prime", "ambassador", "mr", "mrs", "ms", "dr", "sir", "lord", "lady", "senator", "sen", "rep"),
        *("general", "gen", "secretary", "king", "queen", "prince", "princess", "pope", "judge", "justice", "chief", "captain"),
        *("colonel", "professor", "prof", "mayor", "governor", "chancellor"),
    ]
)
"""Words before a name that are no part of it, lower-cased and without a full stop."""

HELD_OUT = 5
"""Every fifth document of UNER EWT dev, counted from the fifth, is not trained on: the names are measured there."""

SILVER_NAMES = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC"}


@dataclass(slots=True)
class Example:
    """One document: words, the white space before each, and whichever labels its set has (word indices throughout).

    `attributions` hold for each role the word indices in it; `heads` are absolute word indices, -1 for a root. `names` are BIO
    strings; `open_names` says that MISC was not annotated, so that an O may be one.
    """

    id: str
    words: list[str]
    gaps: list[int]
    attributions: list[dict[str, list[int]]] | None = None
    heads: list[int] | None = None
    labels: list[str] | None = None
    coarse: list[str] | None = None
    fine: list[str] | None = None
    starts: list[int] | None = None
    names: list[str] | None = None
    open_names: bool = False
    offsets: list[tuple[int, int]] = field(default_factory=list)
    text: str = ""


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        yield from stream


def tokenize(nlp: English, text: str) -> tuple[list[str], list[int], list[tuple[int, int]]]:
    """Return the words of `text`, the gap code before each and their offsets; white space is no word."""
    words: list[str] = []
    gaps: list[int] = []
    offsets: list[tuple[int, int]] = []
    end = 0
    for token in nlp.make_doc(text):
        if token.is_space:
            continue
        words.append(token.text)
        gaps.append(gap_of(text[end : token.idx]) if offsets else 2)
        end = token.idx + len(token)
        offsets.append((token.idx, end))
    return words, gaps, offsets


def flatten(spans: list[Any]) -> list[tuple[int, int]]:
    """Return the [start, end) pairs of a span list however deep it nests them."""
    if spans and isinstance(spans[0], int):
        return [(spans[0], spans[1])]
    return [pair for inner in spans for pair in flatten(inner)]


def words_within(offsets: list[tuple[int, int]], spans: list[tuple[int, int]]) -> list[int]:
    """Return the indices of the words that share a character with `spans`."""
    return [i for i, (s, e) in enumerate(offsets) if any(s < v and u < e for u, v in spans)]


def _to_bio(count: int, spans: list[tuple[list[int], str]]) -> list[str]:
    tags = ["O"] * count
    for inside, kind in spans:
        if inside and all(tags[i] == "O" for i in inside):
            for n, i in enumerate(inside):
                tags[i] = ("B-" if n == 0 else "I-") + kind
    return tags


def read_polnear(path: Path, silver: Path | None = None) -> list[Example]:
    """Read PolNeAR articles, with machine-made entity labels where `silver` names a file of them."""
    nlp = English()
    names = {}
    if silver is not None:
        with gzip.open(silver, "rt", encoding="utf-8") as stream:
            names = {entry["id"]: entry["spans"] for entry in json.load(stream)}
    examples: list[Example] = []
    for line in _lines(path):
        article = json.loads(line)
        words, gaps, offsets = tokenize(nlp, article["text"])
        example = Example(article["id"], words, gaps, offsets=offsets, text=article["text"], attributions=[])
        for attribution in article["attributions"]:
            found = {role: words_within(offsets, flatten(attribution[role])) for role in ROLES}
            if found["cue"] and found["content"]:
                example.attributions.append(found)  # type: ignore[union-attr]
        if article["id"] in names:
            spans = [(words_within(offsets, [(s, e)]), SILVER_NAMES[k]) for s, e, k in names[article["id"]] if k in SILVER_NAMES]
            example.names = _to_bio(len(words), spans)
        examples.append(example)
    return examples


def _shortest_first(mention: tuple[int, int, str]) -> int:
    return mention[1] - mention[0]


def _proper(rows: list[list[str]], i: int, start: int) -> bool:
    return i >= start and rows[i][4] in PROPER


def _joins(rows: list[list[str]], i: int, start: int, end: int) -> bool:
    """Tell whether a small word stands between two proper nouns of one mention."""
    return (
        rows[i][1] in {"of", "-", "&"} and i - 1 >= start and i + 1 <= end and rows[i - 1][4] in PROPER and rows[i + 1][4] in PROPER
    )


def _mentions(rows: list[list[str]]) -> list[tuple[int, int, str]]:
    """Return (first, last, type) of the entity mentions of one sentence, from GUM's bracket notation."""
    waiting: list[tuple[str, str, int]] = []
    mentions = []
    for i, row in enumerate(rows):
        entity = dict(part.split("=", 1) for part in row[9].split("|") if "=" in part).get("Entity", "")
        for bracket, inside, number in ENTITY_MARKS.findall(entity):
            if bracket:
                fields = inside.split("-")
                waiting.append((fields[0], fields[1] if len(fields) > 1 else "", i))
                continue
            open_one = next((m for m in reversed(waiting) if not number or m[0] == number), None)
            if open_one is not None:
                waiting.remove(open_one)
                mentions.append((open_one[2], i, open_one[1]))
    return mentions


def _gum_names(rows: list[list[str]]) -> list[tuple[list[int], str]]:
    """Return the names of one sentence: runs of proper nouns around the heads of person, organisation and place mentions."""
    mentions = _mentions(rows)
    named: list[tuple[list[int], str]] = []
    for start, end, kind in sorted(mentions, key=_shortest_first):
        head = next((i for i in range(start, end + 1) if not start <= int(rows[i][6]) - 1 <= end), None)
        if kind == "time" or head is None or rows[head][4] not in PROPER:
            continue
        left = right = head
        while left > start and (_proper(rows, left - 1, start) or _joins(rows, left - 1, start, end)):
            left -= 1
        while right < end and (_proper(rows, right + 1, start) or _joins(rows, right + 1, start, end)):
            right += 1
        while left < right and rows[left][1].rstrip(".").lower() in TITLES and kind == "person":
            left += 1
        lone_title = left == right and rows[left][1].lower() in TITLES
        if kind in GUM_NAMES and not lone_title and not (kind == "person" and rows[head][4] == "NNPS"):
            named.append((list(range(left, right + 1)), GUM_NAMES[kind]))
    return named


def _mark_proper(rows: list[list[str]]) -> list[str]:
    """Return O for each word that the treebank shows to be in no name, else UNKNOWN: its neighbours and itself no proper noun."""
    proper = [row[4] in PROPER or row[4] in {"CD", "ADD", "GW", "FW"} for row in rows]
    near = [any(proper[max(0, i - 1) : i + 2]) for i in range(len(rows))]
    return [UNKNOWN if flag else "O" for flag in near]


def _add_sentence(example: Example, rows: list[list[str]], joined: set[int], *, paragraph: bool, names: bool) -> None:
    """Append one sentence to a treebank document; `joined` are the words that follow the one before without a space."""
    base = len(example.words)
    for i, row in enumerate(rows):
        glued = i in joined or (i > 0 and (i - 1) not in joined and "SpaceAfter=No" in rows[i - 1][9])
        example.gaps.append(2 if i == 0 and (paragraph or not base) else (0 if glued else 1))
        head = int(row[6])
        for column, value in (
            (example.words, row[1]),
            (example.heads, base + head - 1 if head else -1),
            (example.labels, row[7]),
            (example.coarse, row[3]),
            (example.fine, row[4]),
            (example.starts, int(i == 0)),
        ):
            column.append(value)  # type: ignore[union-attr,arg-type]
    tags = _mark_proper(rows)
    if names:
        tags = _to_bio(len(rows), _gum_names(rows))
        tags = [UNKNOWN if tag == "O" and row[4] in PROPER else tag for tag, row in zip(tags, rows, strict=True)]
    example.open_names = True
    example.names = (example.names or []) + tags


def read_treebank(path: Path, *, leave_out: tuple[str, ...] = (), names: bool = False) -> list[Example]:
    """Read CoNLL-U documents; with `names`, GUM's entity mentions that are proper nouns, else where no name can be."""
    examples: list[Example] = []
    rows: list[list[str]] = []
    joined: set[int] = set()
    paragraph = True

    for line in [*_lines(path), "\n"]:
        row = line.rstrip("\n").split("\t")
        if line.startswith("# newdoc"):
            examples.append(Example(line.split("=", 1)[1].strip(), [], [], heads=[], labels=[], coarse=[], fine=[], starts=[]))
        paragraph = paragraph or line.startswith(("# newdoc", "# newpar"))
        if not line.strip() and rows:
            _add_sentence(examples[-1], rows, joined, paragraph=paragraph, names=names)
            rows, joined, paragraph = [], set(), False
        elif "-" in row[0] and row[0][0].isdigit():
            start, end = (int(number) for number in row[0].split("-"))
            joined.update(range(start, end + 1 if "SpaceAfter=No" in row[9] else end))
        elif row[0].isdigit():
            rows.append(row)
    return [e for e in examples if e.words and not any(f"_{genre}_" in e.id for genre in leave_out)]


def read_bio(path: Path, *, word: int = 0, tag: int = -1) -> list[Example]:
    """Read word-a-line entity files, one sentence an example; the user names of tweets are left out."""
    examples: list[Example] = []
    words: list[str] = []
    tags: list[str] = []

    def close() -> None:
        nonlocal words, tags
        if words:
            fixed = []
            for i, t in enumerate(tags):
                if t.startswith("I-") and (i == 0 or tags[i - 1] == "O" or tags[i - 1][2:] != t[2:]):
                    t = "B-" + t[2:]
                fixed.append(t)
            gaps = [2] + [0 if w in set(".,;:!?)'’”%") or w.startswith("'") else 1 for w in words[1:]]
            examples.append(Example(f"{path.name}:{len(examples)}", words, gaps, names=fixed))
        words, tags = [], []

    after_at = False
    for line in _lines(path):
        line = line.rstrip("\n")
        if line.startswith("# "):
            continue
        parts = line.split("\t") if "\t" in line else line.split()
        if not line.strip() or len(parts) < 2:
            close()
            after_at = False
            continue
        if after_at or parts[word] == "@":
            after_at = parts[word] == "@"
            continue
        words.append(parts[word])
        tags.append(parts[tag])
    close()
    return examples


def read_uner(path: Path) -> list[Example]:
    """Read UNER's names on the texts of English EWT, one document an example; MISC is not annotated."""
    examples: list[Example] = []
    rest, begins = "", True
    for line in _lines(path):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            examples.append(Example("uner:" + line.split("=", 1)[1].strip(), [], [], names=[], open_names=True))
        elif line.startswith("# text = "):
            rest, begins = line.removeprefix("# text = "), True
        elif line and line[0] != "#":
            example, row = examples[-1], line.split("\t")
            tight = not begins and not rest[:1].isspace()
            rest = rest.lstrip().removeprefix(row[1])
            example.gaps.append(2 if not example.words else (0 if tight else 1))
            example.words.append(row[1])
            example.names.append(row[2])  # type: ignore[union-attr]
            begins = False
    return examples


def read_training(folder: Path) -> dict[str, list[Example]]:
    """Read all that the shipped model learns from, by task."""
    tweets = [example for part in "abefgh" for example in read_bio(folder / "ner" / f"btc-{part}.conll.gz")]
    for example in tweets:
        example.open_names = True
    return {
        "attribution": read_polnear(folder / "polnear" / "train.jsonl.gz", folder / "polnear" / "train-silver-ner.json.gz"),
        "syntax": read_treebank(folder / "ud" / "en-ewt-train.conllu.gz")
        + read_treebank(folder / "ud" / "en-gum-train.conllu.gz", leave_out=GUM_LEFT_OUT, names=True),
        "articles": read_bio(folder / "ner" / "wikigold.conll.gz"),
        "tweets": tweets,
        "web": [e for n, e in enumerate(read_uner(folder / "ner" / "uner-ewt-dev.iob2.gz")) if n % HELD_OUT != HELD_OUT - 1],
    }
